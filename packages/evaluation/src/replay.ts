import { canonicalJson, type Evaluation, type GatePolicy, TidemarkError } from '@tidemark/schemas'
import { replayDecision } from './gate.ts'
import type { GateStatistics } from './statistics.ts'

/**
 * Makes a recorded decision again from its own statistics and compares: a verdict that was edited on its way shows.
 *
 * @throws TidemarkError DIGEST_MISMATCH
 */
export function assertReplays(evaluation: Evaluation, policy: GatePolicy): void {
  const replayed = replayDecision(policy, evaluation.statistics as unknown as GateStatistics)
  for (const part of ['verdict', 'reason', 'rules', 'notJudged', 'metrics'] as const) {
    if (canonicalJson(replayed[part]) === canonicalJson(evaluation[part])) continue
    throw new TidemarkError(
      'DIGEST_MISMATCH',
      `the gate's ${part} does not follow from its statistics and the policy`,
      {
        hint: 'Run evaluate-gate again; do not edit what travels between jobs.',
      },
    )
  }
}
