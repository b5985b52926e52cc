/** Counts of a column in bins that are closed on the right, whose edges are fixed: bin i ends at edge i, the last has no end. */
export interface BinnedSample {
  readonly counts: ArrayLike<number>
  /** How many of bin i's values equal its right edge; 0 throughout where left out, which only widens what is certain. */
  readonly atEdge?: ArrayLike<number>
}

export interface KsDistance {
  /** max |F − G| at the edges: the true distance is at least this. */
  readonly lower: number
  /** The true distance is at most this, wherever values lie inside their bins. */
  readonly upper: number
  /** Index of the edge at which `lower` is attained. */
  readonly edge: number
  /** F − G there: negative where the second sample has more small values. */
  readonly signed: number
}

/**
 * Kolmogorov–Smirnov distance of two samples known only by their counts in the same bins, as a certain interval.
 * Inside bin j, F lies between F(j − 1) and F(j) less what sits on the right edge itself, and so does G; both are exact at edges,
 * so `upper` is the larger of `lower` and max_j max(F⁻(j) − G(j − 1), G⁻(j) − F(j − 1)). NaN without rows on either side.
 */
export function ksDistance(first: BinnedSample, second: BinnedSample): KsDistance {
  const [n, m] = [sum(first.counts), sum(second.counts)]
  if (n === 0 || m === 0) return { lower: Number.NaN, upper: Number.NaN, edge: 0, signed: Number.NaN }
  const result = { lower: 0, upper: 0, edge: 0, signed: 0 }
  let [f, g] = [0, 0]
  for (let bin = 0; bin < first.counts.length; bin++) {
    const [left, right] = [f / n, g / m]
    f += first.counts[bin]!
    g += second.counts[bin]!
    const inner = [(f - (first.atEdge?.[bin] ?? 0)) / n - right, (g - (second.atEdge?.[bin] ?? 0)) / m - left]
    result.upper = Math.max(result.upper, ...inner)
    const signed = f / n - g / m
    if (Math.abs(signed) > result.lower) {
      result.lower = Math.abs(signed)
      result.signed = signed
      result.edge = bin
    }
  }
  return { ...result, upper: Math.max(result.lower, result.upper) }
}

/** Total variation distance ½ Σ |p − q| of two samples' counts by level; NaN without rows on either side. */
export function totalVariation(first: ArrayLike<number>, second: ArrayLike<number>): number {
  const [n, m] = [sum(first), sum(second)]
  if (n === 0 || m === 0) return Number.NaN
  let distance = 0
  for (let level = 0; level < first.length; level++) distance += Math.abs(first[level]! / n - second[level]! / m)
  return distance / 2
}

/** Largest difference max |p − q| of two samples' shares by level; NaN without rows on either side. */
export function largestShareDifference(first: ArrayLike<number>, second: ArrayLike<number>): number {
  const [n, m] = [sum(first), sum(second)]
  if (n === 0 || m === 0) return Number.NaN
  let largest = 0
  for (let level = 0; level < first.length; level++)
    largest = Math.max(largest, Math.abs(first[level]! / n - second[level]! / m))
  return largest
}

/** Sum of an array's numbers, from the left. */
export function sum(values: ArrayLike<number>): number {
  let total = 0
  for (let i = 0; i < values.length; i++) total += values[i]!
  return total
}
