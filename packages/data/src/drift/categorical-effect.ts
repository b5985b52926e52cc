import type { BaselineColumn, ProfileColumn } from '@tidemark/schemas'
import {
  blockStandardError,
  chiSquaredHomogeneity,
  expectedDeviations,
  hellingerDistance,
  jensenShannonBits,
  populationStabilityIndex,
  totalVariation,
} from '@tidemark/statistics'
import { addUp } from '../baseline/day-table.ts'
import { type Context, counts, effectiveRows, type Measurement, psiByChance, reachOf, total } from './measure.ts'
import { weekdayShares } from './weekday.ts'

type CategoricalBaseline = BaselineColumn & { kind: 'categorical' }
type CategoricalWindow = ProfileColumn & { kind: 'categorical' }

/** Rows that each level asks for: with fewer, the distance of unchanged data is near the thresholds. */
const rowsPerLevel = 20

/**
 * Total variation distance less what it is expected to be without change. Noise makes the raw distance larger on average, never
 * smaller, and by at most that expectation: the lower bound starts from the corrected value, the upper from the raw one.
 */
export function measureCategorical(
  baseline: CategoricalBaseline,
  window: CategoricalWindow,
  context: Context,
): Measurement {
  const reference = [...baseline.levels.map(({ count }) => count), baseline.other]
  const byDay = window.counts.map(counts)
  const current = addUp(byDay, reference.length)
  const [m, n] = [total(reference), total(current)]
  const raw = totalVariation(reference, current)
  const shares = reference.map((count) => count / m)
  const days = context.weekdays.map((weekday) => weekdayShares(baseline, shares, weekday))
  const rows = byDay.map(total)

  // Days differ by more than independent rows would: each level's noise is the larger of the two.
  const byRows = expectedDeviations(reference, n)
  const noise = reference.map((_, level) => {
    const linear = { rows, sums: byDay.map((day) => day[level]!), expected: days.map((day) => day[level]!) }
    const byBlocks = Math.sqrt(2 / Math.PI) * blockStandardError(linear, context.referenceBlocks)
    return Math.max(byRows[level]!, Number.isNaN(byBlocks) ? 0 : byBlocks)
  })
  const expected = total(noise) / 2

  // At fixed signs the distance is linear in the window's rows.
  const signs = current.map((count, level) => Math.sign(count / n - shares[level]!) / 2)
  const project = (values: readonly number[]) => values.reduce((sum, value, level) => sum + signs[level]! * value, 0)
  const projected = project(shares)
  const linear = {
    rows,
    sums: byDay.map(project),
    expected: days.map(project),
    rowError: Math.sqrt((0.25 - projected * projected) * (1 / n + 1 / m)),
  }
  const { reach, standardError, blocks } = reachOf(linear, context)
  const effect = Math.max(0, raw - expected)
  const vanished = [...baseline.levels.keys()].filter((level) => reference[level]! > 0 && current[level] === 0)
  return {
    column: baseline.name,
    family: baseline.family,
    statistic: 'tvd',
    effect,
    lower: effect - reach,
    upper: Math.min(1, raw + reach),
    standardError,
    rows: n,
    blocks,
    effectiveRows: effectiveRows(n, m),
    rowsAsked: rowsPerLevel * reference.filter((count) => count > 0).length,
    tolerance: baseline.tolerance,
    values: { baseline: null, window: null },
    shown: {
      tvd: raw,
      tvdExpected: expected,
      psi: populationStabilityIndex(reference, current),
      psiByChance: psiByChance(reference, current),
      jsBits: jensenShannonBits(reference, current),
      hellinger: hellingerDistance(reference, current),
      chiSquaredP: chiSquaredHomogeneity(reference, current).p,
      otherShare: current.at(-1)! / n,
      otherShareBaseline: shares.at(-1)!,
      vanishedLevels: vanished.length,
      vanishedShareBaseline: total(vanished.map((level) => shares[level]!)),
    },
  }
}
