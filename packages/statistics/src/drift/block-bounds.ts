import { sumOfSquares } from '../clusters/estimate.ts'
import { studentTCdf, studentTQuantile } from '../distributions/student-t.ts'

/**
 * A window's blocks, such as days, with a linear statistic summed over each (rows at or below an edge, rows with a null) and
 * what the same kind of block, such as the same weekday, had per row in the reference.
 */
export interface Blocks {
  readonly rows: ArrayLike<number>
  readonly sums: ArrayLike<number>
  /** Per row. Blocks that differ as the calendar has it are no noise. */
  readonly expected: ArrayLike<number>
}

/**
 * Standard error of (window's mean − reference's mean) from the window's blocks.
 *
 * With e_j = sums_j − rows_j · expected_j and N rows, block j's influence is (e_j − rows_j · Σe / N) / N: a ratio
 * estimator linearised (Cochran 1977, 6.3) about an auxiliary prediction, as for a sample with one block per stratum. The
 * window's variance is B/(B − 1) Σ influence². The reference is taken to vary from block to block as the window does, so
 * its mean over `referenceBlocks` adds B / referenceBlocks of that. NaN with fewer than two blocks that hold rows.
 */
export function blockStandardError({ rows, sums, expected }: Blocks, referenceBlocks: number): number {
  let total = 0
  let excess = 0
  let blocks = 0
  for (let j = 0; j < rows.length; j++) {
    if (rows[j]! === 0) continue
    blocks++
    total += rows[j]!
    excess += sums[j]! - rows[j]! * expected[j]!
  }
  if (blocks < 2) return Number.NaN
  const influence = new Float64Array(rows.length)
  for (let j = 0; j < rows.length; j++) {
    const n = rows[j]!
    influence[j] = (sums[j]! - n * expected[j]! - (n * excess) / total) / total
  }
  return Math.sqrt((blocks / (blocks - 1)) * sumOfSquares(influence) * (1 + blocks / referenceBlocks))
}

/** `value` less and plus Student's t quantile at `level` (each bound one-sided) on blocks − 1 degrees of freedom times the error. */
export function driftBounds(
  value: number,
  { standardError, blocks, level }: { standardError: number; blocks: number; level: number },
): { lower: number; upper: number } {
  if (!(blocks >= 2)) return { lower: Number.NaN, upper: Number.NaN }
  const reach = standardError === 0 ? 0 : quantile(level, blocks - 1) * standardError
  return { lower: value - reach, upper: value + reach }
}

let last = { level: Number.NaN, df: Number.NaN, t: Number.NaN }

/** A column asks for the same quantile at each of its edges. */
function quantile(level: number, df: number): number {
  if (last.level !== level || last.df !== df) last = { level, df, t: studentTQuantile(level, df) }
  return last.t
}

/** One-sided p-value of "the effect is at most `limit`": small where the effect is shown to be larger. */
export function excessPValue(
  value: number,
  { standardError, blocks, limit }: { standardError: number; blocks: number; limit: number },
): number {
  if (!(blocks >= 2) || Number.isNaN(standardError) || Number.isNaN(value)) return Number.NaN
  if (standardError === 0) return value > limit ? 0 : 1
  return studentTCdf((limit - value) / standardError, blocks - 1)
}
