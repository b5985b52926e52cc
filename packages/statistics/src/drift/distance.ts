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

/** What is known of F − G from bins: exactly at each edge, and its largest size inside the bin that ends there. */
export interface CumulativeDifferences {
  readonly signed: Float64Array
  readonly inside: Float64Array
}

/**
 * F − G of two samples known only by their counts in the same bins. Inside bin j, F lies between F(j − 1) and F(j) less what sits on
 * the right edge itself, and so does G, so that there |F − G| ≤ max(F⁻(j) − G(j − 1), G⁻(j) − F(j − 1)).
 */
export function cumulativeDifferences(first: BinnedSample, second: BinnedSample): CumulativeDifferences {
  const [n, m] = [sum(first.counts), sum(second.counts)]
  const bins = first.counts.length
  const result = { signed: new Float64Array(bins), inside: new Float64Array(bins) }
  let [f, g] = [0, 0]
  for (let bin = 0; bin < bins; bin++) {
    const [left, right] = [f / n, g / m]
    f += first.counts[bin]!
    g += second.counts[bin]!
    result.signed[bin] = f / n - g / m
    result.inside[bin] = Math.max(
      (f - (first.atEdge?.[bin] ?? 0)) / n - right,
      (g - (second.atEdge?.[bin] ?? 0)) / m - left,
    )
  }
  return result
}

/** Kolmogorov–Smirnov distance of two samples known only by their counts in the same bins. NaN without rows on either side. */
export function ksDistance(first: BinnedSample, second: BinnedSample): KsDistance {
  if (sum(first.counts) === 0 || sum(second.counts) === 0)
    return { lower: Number.NaN, upper: Number.NaN, edge: 0, signed: Number.NaN }
  const { signed, inside } = cumulativeDifferences(first, second)
  let edge = 0
  let upper = 0
  signed.forEach((difference, bin) => {
    if (Math.abs(difference) > Math.abs(signed[edge]!)) edge = bin
    upper = Math.max(upper, Math.abs(difference), inside[bin]!)
  })
  return { lower: Math.abs(signed[edge]!), upper, edge, signed: signed[edge]! }
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
