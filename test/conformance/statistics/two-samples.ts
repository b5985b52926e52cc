import { normalCdf, studentTCdf } from '@tidemark/statistics'
import { kolmogorovTail } from './kolmogorov.ts'

export interface Tested {
  readonly stat: number
  readonly p: number
}

type Alternative = 'two-sided' | 'less' | 'greater'

const ascending = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b)
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const variance = (values: readonly number[]): number => {
  const centre = mean(values)
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1)
}

/** Largest differences of the two distribution functions, first less second. */
export function ksStatistics(x: readonly number[], y: readonly number[]): { above: number; below: number } {
  const [a, b] = [ascending(x), ascending(y)]
  let [i, j, above, below] = [0, 0, 0, 0]
  while (i < a.length || j < b.length) {
    const at = Math.min(a[i] ?? Number.POSITIVE_INFINITY, b[j] ?? Number.POSITIVE_INFINITY)
    while (i < a.length && a[i]! <= at) i++
    while (j < b.length && b[j]! <= at) j++
    // Whole numbers over one denominator: fractions would differ in their last digit.
    const difference = (i * b.length - j * a.length) / (a.length * b.length)
    above = Math.max(above, difference)
    below = Math.max(below, -difference)
  }
  return { above, below }
}

/**
 * Two-sample Kolmogorov–Smirnov test. Exact: the share of the orders of both samples' values, all as likely, whose distance is as large;
 * an order passes through (i, j) to (i − 1, j) with probability i/(i + j). Ties make it conservative.
 */
export function ksExact(x: readonly number[], y: readonly number[], alternative: Alternative = 'two-sided'): Tested {
  const [n, m] = [x.length, y.length]
  const { above, below } = ksStatistics(x, y)
  const stat = alternative === 'greater' ? above : alternative === 'less' ? below : Math.max(above, below)
  const common = gcd(n, m)
  const reach = Math.round(stat * (n / common) * m)
  if (reach === 0) return { stat, p: 1 }
  const isOutside = (i: number, j: number): boolean => {
    const difference = (i * m - j * n) / common
    return (
      (alternative === 'less' ? -difference : alternative === 'greater' ? difference : Math.abs(difference)) >= reach
    )
  }
  let row = new Float64Array(m + 1)
  for (let j = 0; j <= m; j++) row[j] = isOutside(0, j) || (row[j - 1] ?? 0) > 0 ? 1 : 0
  for (let i = 1; i <= n; i++) {
    const next = new Float64Array(m + 1)
    for (let j = 0; j <= m; j++)
      next[j] = isOutside(i, j) ? 1 : (i / (i + j)) * row[j]! + (j > 0 ? (j / (i + j)) * next[j - 1]! : 0)
    row = next
  }
  return { stat, p: row[m]! }
}

/** As the one-sample test of nm/(n + m) rows, rounded. */
export function ksAsymptotic(d: number, n: number, m: number): Tested {
  return { stat: d, p: kolmogorovTail(Math.round((n * m) / (n + m)), d) }
}

/** Student's test of equal means, with equal variances or Welch's (1947). */
export function tTest(x: readonly number[], y: readonly number[], isVarianceEqual = true): Tested {
  const [n, m, v, w] = [x.length, y.length, variance(x), variance(y)]
  const [a, b] = [v / n, w / m]
  const pooled = ((n - 1) * v + (m - 1) * w) / (n + m - 2)
  const df = isVarianceEqual ? n + m - 2 : (a + b) ** 2 / (a ** 2 / (n - 1) + b ** 2 / (m - 1))
  const stat = (mean(x) - mean(y)) / Math.sqrt(isVarianceEqual ? pooled * (1 / n + 1 / m) : a + b)
  return { stat, p: 2 * studentTCdf(-Math.abs(stat), df) }
}

/** Ranks from 1, ties sharing the mean of theirs, and the sizes of the groups of ties. */
export function rank(values: readonly number[]): { ranks: number[]; ties: number[] } {
  const order = [...values.keys()].sort((a, b) => values[a]! - values[b]!)
  const ranks = new Array<number>(values.length)
  const ties: number[] = []
  for (let start = 0; start < order.length; ) {
    let end = start
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++
    for (let i = start; i < end; i++) ranks[order[i]!] = (start + end + 1) / 2
    ties.push(end - start)
    start = end
  }
  return { ranks, ties }
}

/**
 * Mann–Whitney U of the first sample: exact where a side has at most 8 rows and there are no ties, else normal with corrections for ties
 * and continuity. `less`: the first sample's values are smaller.
 */
export function mannWhitney(x: readonly number[], y: readonly number[], alternative: Alternative): Tested {
  const [n, m] = [x.length, y.length]
  const { ranks, ties } = rank([...x, ...y])
  const stat = ranks.slice(0, n).reduce((sum, value) => sum + value, 0) - (n * (n + 1)) / 2
  const upper = alternative === 'less' ? n * m - stat : alternative === 'greater' ? stat : Math.max(stat, n * m - stat)
  const sides = alternative === 'two-sided' ? 2 : 1
  if (ties.every((size) => size === 1) && Math.min(n, m) <= 8) {
    const counts = rankSumCounts(n, m)
    const all = counts.reduce((sum, count) => sum + count, 0)
    const tail = counts.reduce((sum, count, u) => (u >= upper ? sum + count : sum), 0)
    return { stat, p: Math.min(1, (sides * tail) / all) }
  }
  const rows = n + m
  const tied = ties.reduce((sum, size) => sum + size ** 3 - size, 0)
  const deviation = Math.sqrt(((n * m) / 12) * (rows + 1 - tied / (rows * (rows - 1))))
  return { stat, p: Math.min(1, sides * normalCdf(-(upper - (n * m) / 2 - 0.5) / deviation)) }
}

/** How many orders of n and m values have each U. */
function rankSumCounts(n: number, m: number): number[] {
  // table[j] for i rows of the first sample: an order ends in one of it, which is above all j of the second, or in one of the second.
  let table = Array.from({ length: m + 1 }, () => [1])
  for (let i = 1; i <= n; i++) {
    const next: number[][] = [[1]]
    for (let j = 1; j <= m; j++) {
      const sums = new Array<number>(i * j + 1).fill(0)
      table[j]!.forEach((count, u) => void (sums[u + j]! += count))
      next[j - 1]!.forEach((count, u) => void (sums[u]! += count))
      next.push(sums)
    }
    table = next
  }
  return table[m]!
}

export function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b)
}
