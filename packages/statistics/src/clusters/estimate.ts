/**
 * A statistic with what each independent cluster contributes to it.
 *
 * `influence[c]` is cluster c's share of the linearised estimate: the shares sum to about zero and the estimate's
 * variance is C/(C − 1) Σ influence². The shares of a difference are the differences of the shares, so paired
 * models need no covariance, and per-row shares of any metric can be added up by any clustering.
 */
export interface ClusteredEstimate {
  /** NaN when undefined. */
  readonly value: number
  readonly influence: Float64Array
}

/** Which cluster each row belongs to: whole numbers from 0 to `count` − 1. */
export interface Clustering {
  readonly of: ArrayLike<number>
  readonly count: number
}

/** Sums of `values` (1 per row when left out) by cluster. Sums of disjoint sets of rows merge by addition. */
export function clusterSums(clusters: Clustering, values?: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(clusters.count)
  for (let row = 0; row < clusters.of.length; row++) sums[clusters.of[row]!]! += values ? values[row]! : 1
  return sums
}

/** Σ influence² of an estimate, or of `minuend` − `subtrahend`: with the number of clusters, all that bounds need. */
export function sumOfSquares(minuend: ArrayLike<number>, subtrahend?: ArrayLike<number>): number {
  let sum = 0
  for (let c = 0; c < minuend.length; c++) {
    const share = minuend[c]! - (subtrahend ? subtrahend[c]! : 0)
    // A product is rounded alike by every engine; a power need not be, and a decision must replay to the last bit.
    sum += share * share
  }
  return sum
}

/**
 * How much a set of clusters weighs: how many have any weight, and Kish's effective number (Σw)² / Σw², which is
 * the same for equal clusters and near 1 when one holds almost everything.
 */
export function clusterSupport(weights: ArrayLike<number>): { holding: number; effective: number } {
  let holding = 0
  let sum = 0
  let squares = 0
  for (let c = 0; c < weights.length; c++) {
    const weight = weights[c]!
    if (weight > 0) holding++
    sum += weight
    squares += weight * weight
  }
  return { holding, effective: squares > 0 ? (sum * sum) / squares : 0 }
}
