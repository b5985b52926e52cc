import { chiSquaredTail } from '@tidemark/statistics'
import type { Tested } from './two-samples.ts'

/** Epps & Singleton's (1986) test of the characteristic functions at `points` over half the pooled interquartile range. */
export function eppsSingleton(
  x: readonly number[],
  y: readonly number[],
  points: readonly number[] = [0.4, 0.8],
): Tested {
  const [n, m] = [x.length, y.length]
  const pooled = [...x, ...y].sort((a, b) => a - b)
  const scale = (quantile(pooled, 0.75) - quantile(pooled, 0.25)) / 2
  const features = (values: readonly number[]): number[][] =>
    [Math.cos, Math.sin].flatMap((wave) => points.map((point) => values.map((value) => wave((point / scale) * value))))
  const [a, b] = [features(x), features(y)]
  const [covarianceA, covarianceB] = [covariance(a), covariance(b)]
  const estimated = covarianceA.map((row, i) =>
    row.map((value, j) => ((n + m) / n) * value + ((n + m) / m) * covarianceB[i]![j]!),
  )
  const differences = a.map((values, i) => mean(values) - mean(b[i]!))
  const { value, degrees } = inverseForm(estimated, differences)
  const isSmall = Math.max(n, m) < 25
  const correction = isSmall ? 1 / (1 + (n + m) ** -0.45 + 10.1 * (n ** -1.7 + m ** -1.7)) : 1
  const stat = (n + m) * value * correction
  return { stat, p: chiSquaredTail(stat, degrees) }
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Of sorted values, linear between them. */
export function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1)
  const below = sorted[Math.floor(place)]!
  return below + (place - Math.floor(place)) * (sorted[Math.ceil(place)]! - below)
}

function covariance(rows: readonly number[][]): number[][] {
  const centred = rows.map((values) => {
    const centre = mean(values)
    return values.map((value) => value - centre)
  })
  return centred.map((a) => centred.map((b) => a.reduce((sum, value, i) => sum + value * b[i]!, 0) / a.length))
}

/** dᵀ A⁺ d and the rank of A, by Jacobi's rotations of a small symmetric matrix. */
function inverseForm(matrix: readonly number[][], d: readonly number[]): { value: number; degrees: number } {
  const size = matrix.length
  const a = matrix.map((row) => [...row])
  const vectors = matrix.map((_, i) => matrix.map((_, j): number => (i === j ? 1 : 0)))
  for (let sweep = 0; sweep < 60; sweep++) {
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        if (a[p]![q] === 0) continue
        const angle = Math.atan2(2 * a[p]![q]!, a[q]![q]! - a[p]![p]!) / 2
        const [c, s] = [Math.cos(angle), Math.sin(angle)]
        for (const row of a) [row[p], row[q]] = [c * row[p]! - s * row[q]!, s * row[p]! + c * row[q]!]
        const [above, below] = [a[p]!, a[q]!]
        a[p] = above.map((value, j) => c * value - s * below[j]!)
        a[q] = above.map((value, j) => s * value + c * below[j]!)
        for (const row of vectors) [row[p], row[q]] = [c * row[p]! - s * row[q]!, s * row[p]! + c * row[q]!]
      }
    }
  }
  const values = a.map((row, i) => row[i]!)
  const least = Math.max(...values) * size * Number.EPSILON
  let [value, degrees] = [0, 0]
  values.forEach((eigenvalue, i) => {
    if (eigenvalue <= least) return
    degrees++
    value += vectors.reduce((sum, row, j) => sum + row[i]! * d[j]!, 0) ** 2 / eigenvalue
  })
  return { value, degrees }
}
