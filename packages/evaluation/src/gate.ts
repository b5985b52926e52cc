import {
  type GatePolicy,
  type MetricName,
  type MetricValue,
  metricNames,
  type RuleResult,
  type Verdict,
} from '@tidemark/schemas'
import { oneSidedBounds } from '@tidemark/statistics'
import { metrics } from './metric.ts'
import { type Requirement, requirementsOf } from './requirement.ts'
import { judgeBudget, judgeRule } from './rule.ts'
import { type Holdout, pairRows, type ScoredRows } from './scored-rows.ts'
import { collectStatistics, type GateStatistics, type Measured, squaresOf, supportsOf } from './statistics.ts'
import { counted } from './wording.ts'

export interface GateInput {
  readonly policy: GatePolicy
  readonly task: 'binary'
  readonly holdout: Holdout
  readonly challenger: ScoredRows
  /** Left out for a model's first version: comparisons are then not judged, absolute rules are. */
  readonly champion?: ScoredRows
  /** Properties of the challenger that the policy's budgets limit. */
  readonly measured?: Partial<Measured>
}

/** JSON throughout: finite numbers, null where undefined. */
export interface GateDecision {
  readonly verdict: Verdict
  /** One sentence. */
  readonly reason: string
  readonly rules: readonly RuleResult[]
  /** Requirements that could not be asked, each with its reason. They are no pass. */
  readonly notJudged: readonly { readonly id: string; readonly reason: string }[]
  /** Every metric of the task, whether the policy asks for it or not. */
  readonly metrics: Readonly<Record<MetricName, { challenger: MetricValue; champion: MetricValue | null }>>
  /** `replayDecision` makes this same decision from these. */
  readonly statistics: GateStatistics
}

/**
 * Decides whether a challenger may advance: champion and challenger on the same rows, every metric on bounds from
 * clusters. All rules must pass (intersection–union, so no correction is due): one failed rule fails the gate, else
 * one inconclusive rule leaves it inconclusive. Without a champion a metric's absolute limit must have been judged,
 * or nothing was.
 *
 * @throws TidemarkError ROWS_MISMATCH, SCORE_INVALID or POLICY_INVALID.
 */
export function evaluateGate({ policy, holdout, challenger, champion, measured }: GateInput): GateDecision {
  requirementsOf(policy)
  const rows = pairRows(holdout, challenger, champion, typeof policy.cluster === 'string')
  return replayDecision(policy, collectStatistics(rows, { sizeBytes: null, latencyP95Ms: null, ...measured }))
}

/** The decision that `evaluateGate` made, from its statistics alone: identical to the last bit, also after JSON. */
export function replayDecision(policy: GatePolicy, statistics: GateStatistics): GateDecision {
  const requirements = requirementsOf(policy)
  const hasChampion = metricNames.some((name) => statistics.metrics[name].champion !== null)
  const askable = requirements.filter(({ kind }) => hasChampion || kind !== 'comparison')
  const rules = askable.map((requirement) =>
    requirement.kind === 'budget'
      ? judgeBudget(requirement, policy, statistics)
      : judgeRule(requirement, policy, statistics),
  )
  const notJudged = requirements
    .filter((requirement) => !askable.includes(requirement))
    .map(({ id }) => ({ id, reason: 'not judged: no champion to compare with' }))
  return {
    ...conclude(askable, rules),
    rules,
    notJudged,
    metrics: Object.fromEntries(
      metricNames.map((name) => [name, valuesOf(name, policy, statistics)]),
    ) as GateDecision['metrics'],
    statistics,
  }
}

function conclude(asked: readonly Requirement[], rules: readonly RuleResult[]): { verdict: Verdict; reason: string } {
  const idsOf = (verdict: Verdict): string[] => rules.filter((rule) => rule.verdict === verdict).map(({ id }) => id)
  const failed = idsOf('fail')
  const open = idsOf('inconclusive')
  if (failed.length > 0) return { verdict: 'fail', reason: `${failed.join(', ')} failed` }
  if (open.length > 0) return { verdict: 'inconclusive', reason: `${open.join(', ')} could not be settled` }
  if (asked.every(({ kind }) => kind === 'budget'))
    return {
      verdict: 'inconclusive',
      reason: 'no metric could be judged: there is no champion to compare with and the policy has no absolute limit',
    }
  return {
    verdict: 'pass',
    reason: rules.length === 1 ? 'the only rule judged passed' : `all ${counted(rules.length, 'rule')} judged passed`,
  }
}

function valuesOf(
  name: MetricName,
  policy: GatePolicy,
  statistics: GateStatistics,
): { challenger: MetricValue; champion: MetricValue | null } {
  const metric = statistics.metrics[name]
  const clusters = supportsOf(statistics.clusters)[metrics[name].informedBy].holding
  const squares = squaresOf(metric)
  const bounded = (value: number | null, sum: number | null): MetricValue => {
    const { lower, upper, standardError } = oneSidedBounds(value ?? Number.NaN, {
      squares: sum ?? Number.NaN,
      clusters,
      level: policy.confidence,
    })
    return { value, lower: finite(lower), upper: finite(upper), standardError: finite(standardError) }
  }
  return {
    challenger: bounded(metric.challenger, squares.challenger),
    champion: metric.champion === null ? null : bounded(metric.champion, squares.champion),
  }
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)
