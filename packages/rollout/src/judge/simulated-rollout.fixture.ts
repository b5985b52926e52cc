import { latencyEdgesMs, RolloutPolicy, type RolloutState, type Telemetry, type WeightCounts } from '@tidemark/schemas'
import { openRollout, type RolloutIntent } from './open.ts'
import { readSignals } from './signals.ts'
import { type RolloutStepResult, stepRollout } from './step.ts'

/** mulberry32: uniform on [0, 1), the same everywhere for a seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let bits = Math.imul(state ^ (state >>> 15), state | 1)
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61)
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Successes in `trials` with probability `p`, by the gaps between them. */
export function binomial(random: () => number, trials: number, p: number): number {
  if (p <= 0) return 0
  if (p > 0.5) return trials - binomial(random, trials, 1 - p)
  for (let at = 0, successes = 0; ; successes++) {
    at += 1 + Math.floor(Math.log(1 - random()) / Math.log1p(-p))
    if (at > trials) return successes
  }
}

export const intent = (plan: Parameters<typeof RolloutPolicy.parse>[0] = {}): RolloutIntent => ({
  model: 'flight-delay',
  channel: 'production',
  seq: 2,
  champion: { version: '1.0.0', modelDigest: 'a'.repeat(64) },
  canary: { version: '1.1.0', modelDigest: 'b'.repeat(64) },
  plan: RolloutPolicy.parse(plan),
})

/** UTC, minutes after the rollout opened. */
export const minute = (minutes: number): string => new Date(Date.UTC(2026, 4, 1) + minutes * 60_000).toISOString()

export type Rates = Readonly<Record<string, { readonly canary: number; readonly stable: number }>>
export const healthy: Rates = {
  errors: { canary: 0.002, stable: 0.002 },
  non_finite: { canary: 0, stable: 0 },
  slow: { canary: 0.05, stable: 0.05 },
}
export const worse = (id: string, canary: number): Rates => ({
  ...healthy,
  [id]: { canary, stable: healthy[id]!.stable },
})

/** Counts of requests that were split at random and have events independently. */
export function traffic(random: () => number, requests: number, weight: number, rates: Rates = healthy): WeightCounts {
  const canary = binomial(random, requests, weight)
  const arm = (side: 'canary' | 'stable', count: number) => ({
    requests: count,
    events: Object.fromEntries(Object.entries(rates).map(([id, p]) => [id, binomial(random, count, p[side])])),
  })
  return { weight, canary: arm('canary', canary), stable: arm('stable', requests - canary) }
}

/** Exact counts: no chance at all. */
export const counts = (
  weight: number,
  canary: number,
  stable: number,
  events: Record<string, [number, number]> = {},
): WeightCounts => {
  const arm = (side: 0 | 1, requests: number) => ({
    requests,
    events: Object.fromEntries(['errors', 'non_finite', 'slow'].map((id) => [id, events[id]?.[side] ?? 0])),
  })
  return { weight, canary: arm(0, canary), stable: arm(1, stable) }
}

/** A server that publishes one more window at a time. */
export function server(rollout: RolloutIntent, instance = 'server-1') {
  let document: Telemetry = {
    schema: 'tidemark/telemetry/v1',
    model: rollout.model,
    channel: rollout.channel,
    instance,
    startedAt: minute(-60),
    publishedAt: minute(0),
    sequence: 0,
    champion: rollout.champion,
    rollout: { seq: rollout.seq, canary: rollout.canary },
    dropped: null,
    latency: {
      champion: [...latencyEdgesMs.map((_, bucket) => (bucket < 20 ? 100 : 0)), 0],
      canary: [...latencyEdgesMs.map(() => 0), 0],
    },
    windows: [],
  }
  return {
    publish(at: string, groups: WeightCounts[] | null, change: Partial<Telemetry> = {}): Telemetry {
      const number = document.sequence + 1
      const windows = groups
        ? [...document.windows, { first: number, last: number, from: document.publishedAt, to: at, groups }].slice(-200)
        : document.windows
      document = { ...document, publishedAt: at, sequence: groups ? number : document.sequence, windows, ...change }
      return document
    },
  }
}

/** A rollout as ticks leave it: only transitions are kept. */
export class Rollout {
  state: RolloutState
  readonly committed: RolloutState[]
  readonly results: RolloutStepResult[] = []

  constructor(rollout: RolloutIntent) {
    this.state = openRollout(rollout, null, minute(0)).state
    this.committed = [this.state]
  }

  tick(
    at: string,
    documents: readonly Telemetry[],
    faults: Parameters<typeof readSignals>[1]['faults'] = [],
  ): RolloutStepResult {
    const result = stepRollout(this.state, readSignals(this.state, { documents, faults }, at), at)
    this.results.push(result)
    if (result.transition) {
      this.state = result.state
      this.committed.push(result.state)
    }
    return result
  }
}
