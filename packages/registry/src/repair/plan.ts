import type { VerificationProblem } from '../verification/findings.ts'
import { type RepairStep, stepKinds } from './step.ts'

export interface RepairPlan {
  steps: RepairStep[]
  /** What a person has to decide. */
  left: VerificationProblem[]
}

/**
 * What a repair does about these problems, in order. It touches nothing that was forged or rewritten: a fact with an error that
 * no step repairs keeps all its problems for a person, and a branch whose history was rewritten gets no step at all.
 */
export function planRepair(problems: readonly VerificationProblem[]): RepairPlan {
  const doubtful = new Set(
    problems.filter(({ severity, repair }) => severity === 'error' && repair === undefined).map(({ path }) => path),
  )
  const isRepairable = ({ path, repair }: VerificationProblem) =>
    repair !== undefined && !doubtful.has(path) && !doubtful.has('registry branch')
  const steps = problems.filter(isRepairable).flatMap(({ repair }) => repair ?? [])
  const unique = [...new Map(steps.map((step) => [JSON.stringify(step), step])).values()]
  return {
    steps: unique.toSorted((a, b) => stepKinds.indexOf(a.kind) - stepKinds.indexOf(b.kind)),
    left: problems.filter((problem) => !isRepairable(problem)),
  }
}
