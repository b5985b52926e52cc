import type { PerformancePolicy, PerformanceResult, PerformanceStatistics, Verdict } from '@tidemark/schemas'
import { counted, decimal, percent } from '../wording.ts'

/** Why a window's labels are too few to judge by, and how many are missing, or null where they are enough. */
export function describeCoverage(
  { minCoverage, maturityDays }: PerformancePolicy,
  { predictions, labelled, contradicted }: PerformanceStatistics,
): string | null {
  if (predictions === 0) return 'No prediction of the week can be used.'
  if (labelled / predictions >= minCoverage) return null
  const wanted = Math.ceil(minCoverage * predictions)
  const unsure =
    contradicted === 0 ? '' : ` (${counted(contradicted, 'prediction')} with labels that contradict each other)`
  return `${counted(labelled, 'label')} of ${counted(predictions, 'prediction')} (${percent(labelled / predictions)}) ${labelled === 1 ? 'is' : 'are'} known ${counted(maturityDays, 'day')} after the week, ${percent(minCoverage)} are required: ${counted(wanted - labelled, 'more label')} would do${unsure}. Those that come first are not typical of all, so nothing is judged by them.`
}

/** One sentence: the values, the bound that decided beside what it had to reach, the verdict. */
export function describePerformance(
  { value, release, difference, bounds, limit, verdict, mode }: Omit<PerformanceResult, 'reason'>,
  title: string,
  side: 'min' | 'max',
): string {
  const show = (number: number): string => decimal(number, 4)
  const values =
    difference === null
      ? `${title} ${show(value!)}`
      : `${title} ${show(value!)} against ${show(release!)} at the gate: ${difference < 0 ? 'worse' : 'better'} by ${show(Math.abs(difference))}`
  const required = `${difference !== null ? 'margin' : side === 'max' ? 'maximum' : 'minimum'} ${show(limit!)}`
  const between = `bounds ${show(bounds.lower!)} and ${show(bounds.upper!)}`
  if (verdict === 'inconclusive') return `${values}; ${between} do not settle the ${required} → inconclusive`
  if (mode === 'not_worse' && verdict === 'pass') return `${values}; the estimate itself keeps the ${required} → pass`
  return `${values}; ${between} are ${verdict === 'pass' ? 'within' : 'beyond'} the ${required} → ${verdict}`
}

/** The verdict on a window in one sentence. */
export function summarisePerformance(verdict: Verdict, results: readonly PerformanceResult[]): string {
  const named = results.filter((result) => result.verdict === verdict).map(({ id }) => id)
  if (verdict === 'pass') return `All ${counted(results.length, 'requirement')} are kept.`
  return verdict === 'fail'
    ? `${named.join(', ')}: shown to be beyond what is allowed.`
    : `${named.join(', ')} could not be settled.`
}
