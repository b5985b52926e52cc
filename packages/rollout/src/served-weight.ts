import type { RolloutState } from '@tidemark/schemas'

/**
 * The share that a server gives the canary at `now` (GitHub's time): 0 unless the rollout runs and its lease holds, 1 when the
 * canary is promoted. A server that cannot tell the time, or dropped its canary, gives less.
 */
export function servedWeight(state: RolloutState, now: string): number {
  if (state.phase === 'promoted') return 1
  if (state.phase !== 'running' && state.phase !== 'holding') return 0
  return state.leaseUntil !== null && Date.parse(now) < Date.parse(state.leaseUntil) ? state.weight : 0
}
