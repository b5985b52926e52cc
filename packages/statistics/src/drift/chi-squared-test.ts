import { chiSquaredTail } from '../distributions/chi-squared.ts'
import { sum } from './distance.ts'

/** A χ² statistic, its degrees of freedom and p-value. */
export interface ChiSquaredTest {
  readonly statistic: number
  readonly df: number
  readonly p: number
}

/**
 * Pearson's two-sample test that both samples' counts come from one distribution over the levels, without Yates' correction. The reference
 * is a sample too: a one-sample test that takes it for the truth rejects far too often. Levels that are empty on both sides do not count;
 * with fewer than two others there is nothing to differ in, p = 1. NaN without rows on either side.
 */
export function chiSquaredHomogeneity(first: ArrayLike<number>, second: ArrayLike<number>): ChiSquaredTest {
  const [n, m] = [sum(first), sum(second)]
  if (!(n > 0 && m > 0)) return { statistic: Number.NaN, df: Number.NaN, p: Number.NaN }
  let statistic = 0
  let levels = 0
  for (let level = 0; level < first.length; level++) {
    const both = first[level]! + second[level]!
    if (both === 0) continue
    levels++
    // (a − e)²/e + (b − f)²/f of one level, whose two deviations are equal and opposite.
    const deviation = first[level]! - (both * n) / (n + m)
    statistic += ((deviation * deviation) / both) * ((n + m) / n + (n + m) / m)
  }
  return { statistic, df: levels - 1, p: levels < 2 ? 1 : chiSquaredTail(statistic, levels - 1) }
}
