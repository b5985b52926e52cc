import type { Baseline, DriftProfile } from '@tidemark/schemas'
import { type Context, counts, effectiveRows, type Measurement, reachOf, total } from './measure.ts'

const fewestWeeks = 4

/**
 * How far observed/expected, the outcomes that came over those that the scores promised, lies outside what is tolerated: 0 within,
 * else the share by which the nearer end is missed. Tolerated is the range of complete reference weeks, since a model whose
 * probabilities are exact in no single week is the rule, and never less than the baseline's own ratio ± `margin` of it.
 * Undefined with fewer than four weeks.
 */
export function measureCalibration(
  { calibration: baseline }: Baseline,
  window: NonNullable<DriftProfile['calibration']>,
  context: Context,
  margin: number,
): Measurement | undefined {
  const ratios = (baseline?.weeks ?? [])
    .filter(({ expectedMicros }) => expectedMicros > 0)
    .map(({ observed, expectedMicros }) => observed / (expectedMicros / 1e6))
  if (baseline === null || ratios.length < fewestWeeks) return undefined
  const reference = total(counts(baseline.observed)) / (total(counts(baseline.expectedMicros)) / 1e6)
  const [referenceLeast, referenceMost] = [Math.min(...ratios), Math.max(...ratios)]
  const least = Math.min(referenceLeast, reference * (1 - margin))
  const most = Math.max(referenceMost, reference * (1 + margin))
  const [rows, observed] = [counts(window.rows), counts(window.observed)]
  const expected = counts(window.expectedMicros).map((micros) => micros / 1e6)
  const ratio = total(observed) / total(expected)
  // A ratio of sums: its linearisation has the expected outcomes where a mean has rows (Cochran 1977, 6.3).
  const linear = {
    rows: expected,
    sums: observed,
    expected: expected.map(() => ratio),
    // The variance of independent outcomes is at most their expected number.
    rowError: Math.sqrt(Math.max(total(observed), 1)) / total(expected),
  }
  // The range is taken as it is, with no error of its own.
  const { reach, blocks, standardError } = reachOf(linear, { ...context, referenceBlocks: Number.POSITIVE_INFINITY })
  const outside = (value: number): number => (value < least ? least / Math.max(value, 1e-9) - 1 : value / most - 1)
  const isBelow = ratio < least
  const [inner, outer] = isBelow ? [ratio + reach, ratio - reach] : [ratio - reach, ratio + reach]
  const worst = Math.max(outside(ratio - reach), outside(ratio + reach))
  return {
    column: 'observed/expected',
    family: 'calibration',
    statistic: 'observed_expected',
    effect: Math.max(0, isBelow ? outside(ratio) : ratio / most - 1),
    lower: isBelow ? (inner >= least ? 0 : outside(inner)) : Math.max(0, inner / most - 1),
    upper: Math.max(0, worst, isBelow ? outside(outer) : outer / most - 1),
    standardError: standardError / (isBelow ? ratio : most),
    rows: total(rows),
    blocks,
    effectiveRows: effectiveRows(total(rows), total(counts(baseline.rows))),
    rowsAsked: 0,
    tolerance: null,
    values: { baseline: reference, window: ratio },
    shown: {
      ratioLower: ratio - reach,
      ratioUpper: ratio + reach,
      referenceLeast,
      referenceMost,
      toleratedLeast: least,
      toleratedMost: most,
    },
  }
}
