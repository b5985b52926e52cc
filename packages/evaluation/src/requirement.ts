import { type GatePolicy, type MetricName, type Problem, TidemarkError } from '@tidemark/schemas'
import type { Measured } from './statistics.ts'

/** One thing the policy asks. A metric with a mode and limits asks several, each judged by itself. */
export type Requirement = Comparison | Limit | Budget

export interface Comparison {
  readonly kind: 'comparison'
  readonly id: string
  readonly metric: MetricName
  readonly mode: 'non_inferior' | 'superior' | 'not_worse'
  /** In the metric's unit, or as a share of the champion's value. */
  readonly margin: { readonly absolute: number } | { readonly relative: number }
}

export interface Limit {
  readonly kind: 'limit'
  readonly id: string
  readonly metric: MetricName
  readonly side: 'min' | 'max'
  readonly limit: number
}

export interface Budget {
  readonly kind: 'budget'
  readonly id: string
  readonly property: keyof Measured
  readonly limit: number
}

/**
 * What a policy asks, in its own order, budgets last.
 *
 * @throws TidemarkError POLICY_INVALID when two entries ask the same, since one of them would be a mistake.
 */
export function requirementsOf(policy: GatePolicy): Requirement[] {
  const requirements: Requirement[] = []
  const problems: Problem[] = []
  const seen = new Set<string>()
  const ask = (requirement: Requirement, path: string): void => {
    if (seen.has(requirement.id)) problems.push({ path, message: `${requirement.id} is asked twice` })
    seen.add(requirement.id)
    requirements.push(requirement)
  }
  policy.metrics.forEach(({ id: metric, mode, margin = 0, marginRelative, min, max }, index) => {
    const path = `gate.metrics[${index}]`
    const allowed = marginRelative === undefined ? { absolute: margin } : { relative: marginRelative }
    if (mode !== 'absolute') ask({ kind: 'comparison', id: `${metric}.${mode}`, metric, mode, margin: allowed }, path)
    if (min !== undefined) ask({ kind: 'limit', id: `${metric}.min`, metric, side: 'min', limit: min }, path)
    if (max !== undefined) ask({ kind: 'limit', id: `${metric}.max`, metric, side: 'max', limit: max }, path)
  })
  const { sizeBytes, latencyP95Ms } = policy.budgets ?? {}
  if (sizeBytes !== undefined)
    ask({ kind: 'budget', id: 'size.max', property: 'sizeBytes', limit: sizeBytes }, 'gate.budgets')
  if (latencyP95Ms !== undefined)
    ask({ kind: 'budget', id: 'latency_p95.max', property: 'latencyP95Ms', limit: latencyP95Ms }, 'gate.budgets')
  if (problems.length === 0) return requirements
  throw new TidemarkError('POLICY_INVALID', `The gate's policy asks the same twice: ${[...seen].join(', ')}`, {
    hint: 'Keep one entry for each metric and mode, with the margin and limits you mean.',
    problems,
  })
}
