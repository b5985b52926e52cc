import type { GatePolicy, RuleResult, Verdict } from '@tidemark/schemas'
import type { Metric } from './metric.ts'
import type { Budget } from './requirement.ts'
import type { GateStatistics, Support } from './statistics.ts'

/** Rows below which unclustered bounds are not trusted, whatever the policy says. */
const UNCLUSTERED_MINIMUM_ROWS = 300

/** Why a metric cannot be judged on these rows, or null when it can. */
export function describeShortage({
  undefinedValue,
  metric,
  policy,
  statistics: { rows, positives },
  support,
}: {
  undefinedValue: boolean
  metric: Metric
  policy: GatePolicy
  statistics: GateStatistics
  support: Support
}): string | null {
  const clustered = typeof policy.cluster === 'string'
  if (metric.informedBy === 'classes' && (positives === 0 || positives === rows))
    return `undefined, since all ${counted(rows, 'row')} have the label ${positives === 0 ? 0 : 1}`
  if (undefinedValue) return 'undefined on these rows'
  const minRows = clustered ? policy.minRows : Math.max(policy.minRows, UNCLUSTERED_MINIMUM_ROWS)
  if (rows < minRows) return `${counted(rows, 'row')} are too few, ${minRows} are required`
  if (support.effective >= policy.minClusters) return null
  const unit = clustered ? clustersOf(policy) : 'rows'
  const held = metric.informedBy === 'classes' ? ' that hold the rarer class' : ''
  if (support.holding < policy.minClusters)
    return `${integer(support.holding)} ${unit}${held} are too few, ${policy.minClusters} are required`
  return `${integer(support.holding)} ${unit}${held} are so unequal that they tell as much as ${support.effective.toFixed(1)} equal ones, ${policy.minClusters} are required`
}

/** One sentence: the values, the bound that decided beside what it had to reach, the verdict. */
export function describeRule(
  rule: Omit<RuleResult, 'reason'>,
  { title }: Metric,
  policy: GatePolicy,
  side: 'min' | 'max',
): string {
  const { challenger, champion, difference, verdict, mode } = rule
  const [lower, upper, limit] = [rule.bounds.lower!, rule.bounds.upper!, rule.limit!]
  const digits = digitsToTell([difference ?? challenger!, lower, upper], limit)
  const show = (value: number): string => (difference === null ? decimal(value, digits) : signed(value, digits))
  const values =
    difference === null
      ? `${title} ${decimal(challenger!, digits)}`
      : `${title} ${decimal(challenger!, digits)} against ${decimal(champion!, digits)}: ${movement(difference, digits)}`
  const required = `${difference !== null ? 'margin' : side === 'max' ? 'maximum' : 'minimum'} ${show(limit)}`
  const level = percent(rule.bounds.level)
  if (verdict === 'inconclusive') {
    const between = `${level} bounds ${show(lower)} and ${show(upper)} do not settle the ${required}`
    return `${values}; ${between}${remedy(rule.clustersNeeded, policy)} → inconclusive`
  }
  if (mode === 'not_worse' && verdict === 'pass')
    return `${values}; the estimate itself is ≥ ${required}, which this mode asks for → pass`
  const byLower = (side === 'max') === (verdict === 'fail')
  const relation =
    verdict === 'pass' ? (side === 'max' ? '≤' : mode === 'superior' ? '>' : '≥') : side === 'max' ? '>' : '<'
  const bound = byLower ? `lower bound ${show(lower)}` : `upper bound ${show(upper)}`
  return `${values}; ${level} ${bound} ${relation} ${required} → ${verdict}`
}

/** As `describeRule`, for a measured property. */
export function describeBudget({ property, limit }: Budget, value: number | null, verdict: Verdict): string {
  const title = property === 'sizeBytes' ? 'size' : '95th percentile of latency'
  const show = (amount: number): string =>
    property === 'sizeBytes' ? `${integer(amount)} bytes` : `${Number(amount.toPrecision(3))} ms`
  return `${title} ${value === null ? 'was not measured' : show(value)}; at most ${show(limit)} allowed → ${verdict}`
}

export const counted = (count: number, noun: string): string => `${integer(count)} ${noun}${count === 1 ? '' : 's'}`

function remedy(needed: number | null, policy: GatePolicy): string {
  if (needed === null || needed > 1e7) return ', nor would more data with an estimate so close to it'
  const unit = typeof policy.cluster === 'string' ? clustersOf(policy) : 'rows'
  return `; about ${integer(needed)} more ${unit} like these would, if the estimate stays`
}

const clustersOf = ({ cluster }: GatePolicy): string => `clusters (${String(cluster)})`

function movement(difference: number, digits: number): string {
  if (difference === 0) return 'no difference'
  return `${difference > 0 ? 'better' : 'worse'} by ${decimal(Math.abs(difference), digits)}`
}

/** At least 4 decimals, more (to 10) where a bound would otherwise look equal to the limit it differs from. */
function digitsToTell(values: readonly number[], limit: number): number {
  for (let digits = 4; digits < 10; digits++)
    if (values.every((value) => value === limit || value.toFixed(digits) !== limit.toFixed(digits))) return digits
  return 10
}

/** .6727, −.0048: no leading zero, a true minus. */
export const decimal = (value: number, digits: number): string =>
  value
    .toFixed(digits)
    .replace(/^-(?=[0.]*$)/, '')
    .replace(/^(-?)0\./, '$1.')
    .replace('-', '−')

const signed = (value: number, digits: number): string => (value > 0 ? '+' : '') + decimal(value, digits)

export const percent = (share: number): string => `${Number((share * 100).toFixed(6))} %`

const integer = (value: number): string =>
  Math.round(value)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',')
