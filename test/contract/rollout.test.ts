import { openRollout, parseTelemetry, readSignals, replayRollout, stepRollout } from '@tidemark/rollout'
import {
  latencyEdgesMs,
  parseJsonDocument,
  RolloutPolicy,
  RolloutState,
  storedJson,
  type Telemetry,
} from '@tidemark/schemas'
import { describe, expect, it } from 'vitest'

const intent = {
  model: 'churn',
  channel: 'production',
  seq: 2,
  champion: { version: '1.0.0', modelDigest: 'a'.repeat(64) },
  canary: { version: '1.1.0', modelDigest: 'b'.repeat(64) },
  plan: RolloutPolicy.parse({
    steps: [
      { weight: 0.1, minMinutes: 15, minRequests: 500 },
      { weight: 0.5, minMinutes: 15, minRequests: 500 },
    ],
    guardrails: [{ id: 'errors', delta: 0.02 }],
    timeoutHours: 48,
  }),
}
const minute = (count: number) => new Date(Date.UTC(2026, 4, 1) + count * 60_000).toISOString().replace('.000Z', 'Z')

/** What ticks commit over a rollout whose canary fails `canaryErrors` of a thousand requests: only the documents, as they are stored. */
function runRollout(canaryErrors: number, ticks = 100): RolloutState[] {
  let state = openRollout(intent, null, minute(0)).state
  const committed = [state]
  let telemetry: Telemetry = {
    schema: 'tidemark/telemetry/v1',
    model: intent.model,
    channel: intent.channel,
    instance: 'server-1',
    startedAt: minute(0),
    publishedAt: minute(0),
    sequence: 0,
    champion: intent.champion,
    rollout: { seq: intent.seq, canary: intent.canary },
    dropped: null,
    latency: { champion: [...latencyEdgesMs.map(() => 10), 0], canary: [...latencyEdgesMs.map(() => 0), 0] },
    windows: [],
  }
  for (let tick = 1; tick <= ticks && state.phase !== 'promoted' && state.phase !== 'rolled-back'; tick++) {
    const now = minute(tick * 15)
    const { weight } = state
    if (weight > 0) {
      const canary = Math.round(4000 * weight)
      const groups = [
        {
          weight,
          canary: { requests: canary, events: { errors: Math.round((canary * canaryErrors) / 1000) } },
          stable: { requests: 4000 - canary, events: { errors: Math.round((4000 - canary) / 1000) } },
        },
      ]
      const sequence = telemetry.sequence + 1
      const window = { first: sequence, last: sequence, from: telemetry.publishedAt, to: now, groups }
      telemetry = { ...telemetry, sequence, publishedAt: now, windows: [...telemetry.windows, window].slice(-100) }
    } else telemetry = { ...telemetry, publishedAt: now }
    const found = parseTelemetry([{ source: 'server-1', text: JSON.stringify(telemetry) }])
    const step = stepRollout(state, readSignals(state, found, now), now)
    if (!step.transition) continue
    state = parseJsonDocument(RolloutState, storedJson(step.state), 'rollouts/production/churn.json')
    committed.push(state)
  }
  return committed
}

describe('a rollout, from its stored documents alone', () => {
  it('raises a healthy canary step by step to 100 %, and every decision replays', () => {
    const committed = runRollout(1)
    expect(committed.at(-1)).toMatchObject({ phase: 'promoted', cause: null })
    const weights = [...new Set(committed.map((state) => state.weight))]
    expect(weights).toEqual([0, 0.1, 0.5, 1])
    expect(() => replayRollout(committed)).not.toThrow()
  })

  it('takes a harmful canary back to nothing, and says by what', () => {
    const committed = runRollout(200)
    expect(committed.at(-1)).toMatchObject({
      phase: 'rolled-back',
      weight: 0,
      cause: { kind: 'harm', guardrails: ['errors'] },
    })
    expect(() => replayRollout(committed)).not.toThrow()
  })

  it('shows a decision that was edited', () => {
    const committed = runRollout(200)
    const last = committed.at(-1)
    if (!last) throw new Error('nothing was committed')
    const forged = [...committed.slice(0, -1), { ...last, phase: 'promoted' as const, weight: 1, cause: null }]
    expect(() => replayRollout(forged)).toThrow(expect.objectContaining({ code: 'REGISTRY_CORRUPT' }))
  })

  it('starts nothing again for the same intent once it was rolled back', () => {
    const last = runRollout(200).at(-1) ?? null
    expect(openRollout(intent, last, minute(9999))).toMatchObject({
      transition: false,
      state: { phase: 'rolled-back' },
    })
  })
})
