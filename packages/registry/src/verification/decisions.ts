import { digestOf, type Evaluation, type GatePolicy, TidemarkError } from '@tidemark/schemas'
import { readPolicy } from '../policy.ts'
import type { Reviews } from '../ports.ts'
import type { FactGraph } from './fact-graph.ts'
import type { Findings } from './findings.ts'

/** Why a recorded decision does not follow from its statistics, or null; without a policy the statistics alone are judged. */
export type Replay = (evaluation: Evaluation, policy: GatePolicy | null) => string | null

/**
 * Makes decisions again. Policies are not stored with them, so that is possible where the default branch still has the
 * policy that was decided by; the rest is counted as not replayed.
 */
export async function verifyDecisions(
  graph: FactGraph,
  replay: Replay,
  intent: { reviews: Reviews; policyRoot: string } | undefined,
  findings: Findings,
): Promise<void> {
  const gates = new Map<string, GatePolicy | null>()
  const ref = intent && (await intent.reviews.branchHead(await intent.reviews.defaultBranch()))
  for (const { path, document: evaluation } of graph.all('evaluations')) {
    const { model } = evaluation
    if (intent && ref && !gates.has(model)) gates.set(model, await readGate(intent, model, ref))
    const gate = gates.get(model) ?? null
    const policy = gate !== null && digestOf(gate) === evaluation.policyDigest ? gate : null
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

/** The gate's rules on the default branch; null where there are none that can be read, which is no fault of the registry. */
async function readGate(
  intent: { reviews: Reviews; policyRoot: string },
  model: string,
  ref: string,
): Promise<GatePolicy | null> {
  try {
    return (await readPolicy(intent, model, ref)).policy.gate
  } catch (error) {
    if (error instanceof TidemarkError && error.code.startsWith('GITHUB_')) throw error
    if (error instanceof TidemarkError) return null
    throw error
  }
}
