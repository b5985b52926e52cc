import { normalCdf } from '../distributions/normal.ts'

/** A series' slope per step and how likely so one-sided an order is without a trend. */
export interface Trend {
  readonly slope: number
  readonly p: number
}

/**
 * Theil (1950) and Sen's (1968) slope, the median of all pairs', with the two-sided p-value of Mann (1945) and Kendall's test, corrected for ties
 * and continuity. Neither minds a single odd value. NaN with fewer than three values.
 */
export function monotoneTrend(values: readonly number[]): Trend {
  const n = values.length
  if (n < 3) return { slope: Number.NaN, p: Number.NaN }
  const slopes: number[] = []
  let order = 0
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      slopes.push((values[j]! - values[i]!) / (j - i))
      order += Math.sign(values[j]! - values[i]!)
    }
  }
  const ties = [...Map.groupBy(values, (value) => value).values()].map(({ length }) => length)
  const tied = ties.reduce((sum, size) => sum + size * (size - 1) * (2 * size + 5), 0)
  const variance = (n * (n - 1) * (2 * n + 5) - tied) / 18
  const p = variance === 0 || order === 0 ? 1 : 2 * normalCdf(-(Math.abs(order) - 1) / Math.sqrt(variance))
  return { slope: median(slopes), p: Math.min(1, p) }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
