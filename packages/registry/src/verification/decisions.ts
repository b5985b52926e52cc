import { digestOf, type Evaluation, type GatePolicy, type ModelPolicy } from '@tidemark/schemas'
import type { FactGraph } from './fact-graph.ts'
import type { Findings } from './findings.ts'

/** Why a recorded decision does not follow from its statistics, or null; without a policy the statistics alone are judged. */
export type Replay = (evaluation: Evaluation, policy: GatePolicy | null) => string | null

/**
 * Makes decisions again. Policies are not stored with them, so that is possible where the default branch still has the
 * policy that was decided by; the rest is counted as not replayed.
 */
export function verifyDecisions(
  graph: FactGraph,
  replay: Replay,
  policies: ReadonlyMap<string, ModelPolicy>,
  findings: Findings,
): void {
  for (const { path, document: evaluation } of graph.all('evaluations')) {
    const gate = policies.get(evaluation.model)?.gate
    const policy = gate !== undefined && digestOf(gate) === evaluation.policyDigest ? gate : null
    const problem = replay(evaluation, policy)
    if (problem !== null)
      findings.error(
        path,
        problem,
        'Do not deploy what rests on this decision: it was not made from what it says. Run evaluate-gate again.',
      )
    else if (policy === null) findings.skip('decisions not replayed, since their policy is not at hand')
    else findings.count('decisions replayed')
  }
}
