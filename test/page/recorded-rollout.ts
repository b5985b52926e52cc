import { openRollout, parseTelemetry, readSignals, replayRollout, stepRollout } from '@tidemark/rollout'
import {
  latencyEdgesMs,
  RolloutPolicy,
  type RolloutState,
  type Telemetry,
  type VersionReference,
} from '@tidemark/schemas'

const plan = RolloutPolicy.parse({
  steps: [
    { weight: 0.05, minMinutes: 30, minRequests: 400 },
    { weight: 0.25, minMinutes: 30, minRequests: 500 },
    { weight: 0.5, minMinutes: 30, minRequests: 500 },
  ],
  guardrails: [
    { id: 'errors', delta: 0.02 },
    { id: 'non_finite', delta: 0.02 },
    { id: 'slow', delta: 0.03 },
    { id: 'disagree', isAdvisory: true },
  ],
  timeoutHours: 48,
})

const arms = (requests: number, shares: Readonly<Record<string, number>>) => ({
  requests,
  events: Object.fromEntries(Object.entries(shares).map(([id, share]) => [id, Math.round(requests * share)])),
})

/**
 * The states that ticks of 15 minutes commit over a rollout whose canary answers NaN in a share of its requests: decided by the
 * rollout's own judge from what one server publishes. `ticks` bounds how long it is watched.
 */
export function recordRollout(
  named: {
    readonly model: string
    readonly seq: number
    readonly champion: VersionReference
    readonly canary: VersionReference
    readonly openedAt: string
  },
  { nonFinite = 0, requests = 4000, ticks = 200 }: { nonFinite?: number; requests?: number; ticks?: number } = {},
): RolloutState[] {
  const { model, seq, champion, canary, openedAt } = named
  const channel = 'production'
  const at = (tick: number) => new Date(Date.parse(openedAt) + tick * 900_000).toISOString().replace('.000Z', 'Z')
  let state = openRollout({ model, channel, seq, champion, canary, plan }, null, openedAt).state
  const committed = [state]
  let telemetry: Telemetry = {
    schema: 'tidemark/telemetry/v1',
    model,
    channel,
    instance: 'server-1',
    startedAt: openedAt,
    publishedAt: openedAt,
    sequence: 0,
    champion,
    rollout: { seq, canary },
    dropped: null,
    latency: {
      champion: [...latencyEdgesMs.map((_, i) => (i < 20 ? 100 : 0)), 0],
      canary: [...latencyEdgesMs.map(() => 0), 0],
    },
    windows: [],
  }
  for (let tick = 1; tick <= ticks && state.phase !== 'promoted' && state.phase !== 'rolled-back'; tick++) {
    const now = at(tick)
    telemetry = { ...telemetry, publishedAt: now }
    if (state.weight > 0) {
      const { weight } = state
      const answered = Math.round(requests * weight)
      const usual = { errors: 0.001, slow: 0.05, disagree: 0.08 }
      const groups = [
        {
          weight,
          canary: arms(answered, { ...usual, non_finite: nonFinite }),
          stable: arms(requests - answered, { ...usual, non_finite: 0 }),
        },
      ]
      const sequence = telemetry.sequence + 1
      const window = { first: sequence, last: sequence, from: telemetry.publishedAt, to: now, groups }
      telemetry = { ...telemetry, sequence, windows: [...telemetry.windows, window].slice(-100) }
    }
    const found = parseTelemetry([{ source: 'server-1', text: JSON.stringify(telemetry) }])
    const step = stepRollout(state, readSignals(state, found, now), now)
    if (!step.transition) continue
    state = step.state
    committed.push(state)
  }
  replayRollout(committed)
  return committed
}
