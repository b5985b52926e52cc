import type { GatePolicy, RuleResult, Verdict } from '@tidemark/schemas'
import { clustersForReach, oneSidedBounds } from '@tidemark/statistics'
import { type Metric, metrics } from './metric.ts'
import type { Budget, Comparison, Limit } from './requirement.ts'
import { type GateStatistics, squaresOf, supportsOf } from './statistics.ts'
import { describeBudget, describeRule, describeShortage } from './wording.ts'

/**
 * Judges one comparison or absolute limit on clustered bounds.
 *
 * With d the improvement and [lower, upper] its one-sided bounds:
 * - `non_inferior` passes when lower ≥ −margin, fails when upper < −margin;
 * - `superior` passes when lower > margin (0 unless given), fails when upper < margin;
 * - `not_worse` passes when d ≥ −margin, fails when upper < −margin: a guard that lets noise through and stops
 *   shown harm, so at least one other rule should carry the decision;
 * - `min` (`max`) passes when the challenger's own lower bound ≥ min (upper ≤ max), fails when upper < min (lower > max).
 * Everything else is inconclusive, and so is an undefined value or a holdout too small to tell.
 */
export function judgeRule(rule: Comparison | Limit, policy: GatePolicy, statistics: GateStatistics): RuleResult {
  const metric = metrics[rule.metric]
  const { challenger, champion } = statistics.metrics[rule.metric]
  const squares = squaresOf(statistics.metrics[rule.metric])
  const support = supportsOf(statistics.clusters)[metric.informedBy]
  const difference = improvement(metric, challenger, champion)
  const estimate = rule.kind === 'comparison' ? difference : challenger
  const limit = rule.kind === 'limit' ? rule.limit : limitOf(rule, champion)
  const spread = {
    squares: (rule.kind === 'comparison' ? squares.difference : squares.challenger) ?? 0,
    clusters: support.holding,
    level: policy.confidence,
  }
  const { lower, upper, standardError } = oneSidedBounds(estimate ?? Number.NaN, spread)
  const result = {
    id: rule.id,
    metric: rule.metric,
    mode: rule.kind === 'comparison' ? rule.mode : ('absolute' as const),
    challenger,
    champion: rule.kind === 'comparison' ? champion : null,
    difference: rule.kind === 'comparison' ? difference : null,
    bounds: { lower: finite(lower), upper: finite(upper), level: policy.confidence },
    standardError: finite(standardError),
    limit,
    rows: statistics.rows,
    clusters: support.holding,
  }
  const shortage = describeShortage({ undefinedValue: estimate === null, metric, policy, statistics, support })
  if (shortage !== null || estimate === null || limit === null)
    return {
      ...result,
      verdict: 'inconclusive',
      clustersNeeded: null,
      reason: `${metric.title}: ${shortage} → inconclusive`,
    }
  const verdict = compare(rule, { estimate, lower, upper, limit })
  const needed =
    verdict === 'inconclusive' ? clustersForReach(Math.abs(estimate - limit), spread) - support.holding : null
  const judged = { ...result, verdict, clustersNeeded: needed === null ? null : finite(Math.max(needed, 1)) }
  return { ...judged, reason: describeRule(judged, metric, policy, rule.kind === 'limit' ? rule.side : 'min') }
}

/** Judges a measured property of the challenger against its budget. It has no spread: a value at the limit passes. */
export function judgeBudget(rule: Budget, policy: GatePolicy, statistics: GateStatistics): RuleResult {
  const value = statistics.measured[rule.property]
  const verdict = value === null ? 'inconclusive' : value <= rule.limit ? 'pass' : 'fail'
  return {
    id: rule.id,
    metric: null,
    mode: 'budget',
    verdict,
    challenger: value,
    champion: null,
    difference: null,
    bounds: { lower: null, upper: null, level: policy.confidence },
    standardError: null,
    limit: rule.limit,
    rows: statistics.rows,
    clusters: supportsOf(statistics.clusters).count,
    clustersNeeded: null,
    reason: describeBudget(rule, value, verdict),
  }
}

/** The verdict of bounds against a limit: the same for a challenger at the gate and for a version in service. */
export function compare(
  rule: Pick<Comparison, 'kind' | 'mode'> | Pick<Limit, 'kind' | 'side'>,
  { estimate, lower, upper, limit }: { estimate: number; lower: number; upper: number; limit: number },
): Verdict {
  if (rule.kind === 'limit' && rule.side === 'max')
    return upper <= limit ? 'pass' : lower > limit ? 'fail' : 'inconclusive'
  const mode = rule.kind === 'comparison' ? rule.mode : 'min'
  const holds = mode === 'superior' ? lower > limit : mode === 'not_worse' ? estimate >= limit : lower >= limit
  return holds ? 'pass' : upper < limit ? 'fail' : 'inconclusive'
}

function improvement({ better }: Metric, challenger: number | null, champion: number | null): number | null {
  if (challenger === null || champion === null) return null
  return better === 'greater' ? challenger - champion : champion - challenger
}

/** A relative margin is taken of the champion's estimate, whose own error is small beside the margin it scales. */
function limitOf({ mode, margin }: Comparison, champion: number | null): number | null {
  const allowed =
    'absolute' in margin ? margin.absolute : champion === null ? null : margin.relative * Math.abs(champion)
  if (allowed === null) return null
  return mode === 'superior' ? allowed : 0 - allowed
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)
