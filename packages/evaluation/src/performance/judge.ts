import {
  type PerformancePolicy,
  type PerformanceResult,
  type PerformanceRule,
  type PerformanceStatistics,
  readNumbers,
  type Verdict,
} from '@tidemark/schemas'
import { clusterSupport, oneSidedBounds, studentTQuantile, sumOfSquares } from '@tidemark/statistics'
import { compare } from '../rule.ts'
import { counted } from '../wording.ts'
import { performanceMetrics } from './metrics.ts'
import { describeCoverage, describePerformance, summarisePerformance } from './wording.ts'

export interface PerformanceDecision {
  readonly verdict: Verdict
  readonly reason: string
  readonly results: readonly PerformanceResult[]
}

/**
 * Judges a matured week of one version's predictions from its statistics alone. With too few labels nothing is judged: those that come
 * first are not typical of all. Else each metric is judged as the gate judges it: bounds from days, against the value with which the
 * version passed the gate, whose own error counts too, or against limits. All must pass.
 */
export function judgePerformance(policy: PerformancePolicy, statistics: PerformanceStatistics): PerformanceDecision {
  const shortage = describeCoverage(policy, statistics)
  if (shortage !== null) return { verdict: 'inconclusive', reason: shortage, results: [] }
  const results = policy.metrics.flatMap((rule) => judgeMetric(rule, policy, statistics))
  const has = (verdict: Verdict) => results.some((result) => result.verdict === verdict)
  const verdict = has('fail') ? 'fail' : has('inconclusive') ? 'inconclusive' : 'pass'
  return { verdict, reason: summarisePerformance(verdict, results), results }
}

type Ask = { kind: 'comparison'; mode: 'non_inferior' | 'not_worse' } | { kind: 'limit'; side: 'min' | 'max' }

function judgeMetric(
  rule: PerformanceRule,
  policy: PerformancePolicy,
  statistics: PerformanceStatistics,
): PerformanceResult[] {
  const { id, mode, min, max } = rule
  const judge = (name: string, ask: Ask, limit: number | null) =>
    judgeOne({ id: `${id}.${name}`, rule, ask, limit }, policy, statistics)
  return [
    ...(mode === 'absolute' ? [] : [judge(mode, { kind: 'comparison', mode }, allowedLoss(rule, statistics))]),
    ...(min === undefined ? [] : [judge('min', { kind: 'limit', side: 'min' }, min)]),
    ...(max === undefined ? [] : [judge('max', { kind: 'limit', side: 'max' }, max)]),
  ]
}

function allowedLoss({ id, margin, marginRelative }: PerformanceRule, { release }: PerformanceStatistics) {
  const value = release[id]?.value
  if (margin !== undefined) return 0 - margin
  return value === undefined || marginRelative === undefined ? null : 0 - marginRelative * Math.abs(value)
}

function judgeOne(
  { id, rule, ask, limit }: { id: string; rule: PerformanceRule; ask: Ask; limit: number | null },
  policy: PerformancePolicy,
  statistics: PerformanceStatistics,
): PerformanceResult {
  const metric = performanceMetrics(policy.threshold)[rule.id]
  const { value, influence } = statistics.metrics[rule.id]
  const release = ask.kind === 'comparison' ? (statistics.release[rule.id] ?? null) : null
  const { rows, days } = supportOf(statistics, metric.informedBy)
  const difference =
    value === null || release === null
      ? null
      : metric.better === 'greater'
        ? value - release.value
        : release.value - value
  const estimate = ask.kind === 'comparison' ? difference : value
  const own = { squares: sumOfSquares(readNumbers(influence)), clusters: days, level: policy.confidence }
  const { lower, upper } = withReleaseError(oneSidedBounds(estimate ?? Number.NaN, own), estimate, {
    releaseError: release?.standardError ?? 0,
    days,
    level: policy.confidence,
  })
  const result = {
    id,
    metric: rule.id,
    mode: ask.kind === 'comparison' ? ask.mode : ('absolute' as const),
    value,
    release: release?.value ?? null,
    difference,
    bounds: { lower: finite(lower), upper: finite(upper), level: policy.confidence },
    limit,
    rows,
    days,
  }
  const lacks =
    rows < policy.minRows
      ? `${counted(rows, 'labelled row')} are too few, ${policy.minRows} are required`
      : days < policy.minDays
        ? `${counted(days, 'day')}${metric.informedBy === 'classes' ? ' with both classes' : ''} are too few, ${policy.minDays} are required`
        : ask.kind === 'comparison' && release === null
          ? 'the release has no value to compare with'
          : estimate === null || limit === null
            ? 'undefined on these rows'
            : null
  if (lacks !== null || estimate === null || limit === null)
    return { ...result, verdict: 'inconclusive', reason: `${metric.title}: ${lacks} → inconclusive` }
  const judged = { ...result, verdict: compare(ask, { estimate, lower, upper, limit }) }
  return { ...judged, reason: describePerformance(judged, metric.title, ask.kind === 'limit' ? ask.side : 'min') }
}

/** The release's value was measured on other days: its error adds to the week's. Student's t stays that of the fewer days, the week's. */
function withReleaseError(
  bounds: { lower: number; upper: number; standardError: number },
  estimate: number | null,
  { releaseError, days, level }: { releaseError: number; days: number; level: number },
): { lower: number; upper: number } {
  if (releaseError === 0 || estimate === null || !(days >= 2)) return bounds
  const { standardError } = bounds
  const reach =
    studentTQuantile(level, days - 1) * Math.sqrt(standardError * standardError + releaseError * releaseError)
  return { lower: estimate - reach, upper: estimate + reach }
}

/** Rows, and days that hold what informs a metric. */
function supportOf(
  { rows, positives, labelled }: PerformanceStatistics,
  informedBy: 'rows' | 'classes',
): { rows: number; days: number } {
  const [all, events] = [readNumbers(rows), readNumbers(positives)]
  const days = (weights: readonly number[]) => clusterSupport(weights).holding
  if (informedBy === 'rows') return { rows: labelled, days: days(all) }
  return { rows: labelled, days: Math.min(days(events), days(all.map((count, day) => count - events[day]!))) }
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)
