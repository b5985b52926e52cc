import { latencyEdgesMs, type RolloutPolicy } from '@tidemark/schemas'

const MINIMUM_REQUESTS = 200

/**
 * What `slow` means in this rollout, in milliseconds: the upper edge of the bucket that holds the champion's live 95th
 * percentile. Null where no guardrail needs it; a sentence where it cannot be told yet.
 */
export function slowThreshold(plan: RolloutPolicy, championLatency: readonly number[] | null): number | null | string {
  if (!plan.guardrails.some(({ id }) => id === 'slow')) return null
  const requests = championLatency?.reduce((sum, count) => sum + count, 0) ?? 0
  if (!championLatency || requests < MINIMUM_REQUESTS) {
    return `${requests} of ${MINIMUM_REQUESTS} requests to know how slow the champion is`
  }
  let below = 0
  for (const [bucket, edge] of latencyEdgesMs.entries()) {
    below += championLatency[bucket]!
    if (below >= 0.95 * requests) return edge
  }
  return `more than a twentieth of the champion's requests take over ${latencyEdgesMs.at(-1)} ms`
}
