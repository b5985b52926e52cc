import { type BaselineColumn, type ProfileColumn, readAtEdge } from '@tidemark/schemas'
import {
  binnedWasserstein,
  chiSquaredHomogeneity,
  cumulativeDifferences,
  hellingerDistance,
  jensenShannonBits,
  ksDistance,
  populationStabilityIndex,
} from '@tidemark/statistics'
import { addUp } from '../baseline/day-table.ts'
import { moments } from '../baseline/summary.ts'
import {
  binomialError,
  type Context,
  counts,
  effectiveRows,
  type Linear,
  type Measurement,
  psiByChance,
  reachOf,
  total,
} from './measure.ts'
import { predictWeekday } from './weekday.ts'

type NumericBaseline = BaselineColumn & { kind: 'numeric' }
type NumericWindow = ProfileColumn & { kind: 'numeric' }

/**
 * KS distance at the baseline's edges. The lower bound is that of the edge where it is attained; the upper is the largest of all
 * edges' upper bounds, those inside bins included, and therefore covers the edge where the true distance is, whichever it is.
 */
export function measureNumeric(baseline: NumericBaseline, window: NumericWindow, context: Context): Measurement {
  const edges = counts(baseline.edges)
  const reference = { counts: counts(baseline.counts), atEdge: readAtEdge(baseline) }
  const byDay = window.counts.map(counts)
  const current = { counts: addUp(byDay, edges.length + 1), atEdge: counts(window.atEdge) }
  const [m, n] = [total(reference.counts), total(current.counts)]
  const distance = ksDistance(reference, current)
  const { signed, inside } = cumulativeDifferences(reference, current)
  const linears = edgeLinears(baseline, { byDay, reference: reference.counts, current: current.counts }, context)
  const reaches = linears.map((linear) => reachOf(linear, context))
  const upper = Math.max(
    ...reaches.map(({ reach }, edge) => Math.max(Math.abs(signed[edge]!), inside[edge]!) + reach),
    // The last bin has no edge of its own; the one before it is as near.
    inside[edges.length]! + (reaches.at(-1)?.reach ?? 0),
  )
  const { reach, standardError, blocks } = reaches[Math.min(distance.edge, edges.length - 1)]!
  const own = moments(baseline, window, n)
  const deviation = baseline.m2 === null ? null : Math.sqrt(baseline.m2 / m)
  const ends = [baseline.minimum ?? edges[0]!, ...edges, Math.max(baseline.maximum ?? edges.at(-1)!, edges.at(-1)!)]
  return {
    column: baseline.name,
    family: baseline.family,
    statistic: 'ks',
    effect: distance.lower,
    lower: distance.lower - reach,
    upper: Math.min(1, upper),
    standardError,
    rows: n,
    blocks,
    effectiveRows: effectiveRows(n, m),
    rowsAsked: 0,
    tolerance: baseline.tolerance,
    values: { baseline: baseline.mean, window: own.mean },
    shown: {
      ksUpper: distance.upper,
      psi: populationStabilityIndex(reference.counts, current.counts),
      psiByChance: psiByChance(reference.counts, current.counts),
      jsBits: jensenShannonBits(reference.counts, current.counts),
      hellinger: hellingerDistance(reference.counts, current.counts),
      chiSquaredP: chiSquaredHomogeneity(reference.counts, current.counts).p,
      wassersteinSd: deviation ? binnedWasserstein(ends, reference.counts, current.counts) / deviation : null,
      aboveMaximum: shareBeyond(baseline, window, current.counts),
      outside: (current.counts[0]! + current.counts.at(-1)!) / n,
      outsideBaseline: (reference.counts[0]! + reference.counts.at(-1)!) / m,
    },
  }
}

/** Rows at or below each edge by day, against what the same weekday had. */
function edgeLinears(
  baseline: NumericBaseline,
  { byDay, reference, current }: { byDay: number[][]; reference: number[]; current: number[] },
  { weekdays }: Context,
): Linear[] {
  const [m, n] = [total(reference), total(current)]
  const rows = byDay.map(total)
  const predict = predictWeekday(baseline, reference)
  const below = byDay.map(() => 0)
  const present = [...new Set(weekdays)]
  let [f, g] = [0, 0]
  return Array.from({ length: reference.length - 1 }, (_, edge): Linear => {
    byDay.forEach((day, i) => {
      below[i]! += day[edge]!
    })
    f += reference[edge]!
    g += current[edge]!
    const expected: number[] = []
    for (const weekday of present) expected[weekday] = predict(weekday, f / m)
    return {
      rows,
      sums: [...below],
      expected: weekdays.map((weekday) => expected[weekday]!),
      rowError: binomialError(f + g, n, m),
    }
  })
}

/** Share of the window beyond the last edge, which the reference had next to nothing beyond, where its maximum may be told. */
function shareBeyond({ maximum }: NumericBaseline, window: NumericWindow, current: readonly number[]): number | null {
  if (maximum === null || window.maximum === null) return null
  return window.maximum > maximum ? current.at(-1)! / total(current) : 0
}
