import { binEdges, binOf } from '../metrics/calibration-error.ts'
import { aucComponents } from '../metrics/roc-auc.ts'
import { type ClusteredEstimate, type Clustering, clusterSums } from './estimate.ts'

/**
 * Mean of per-row values, such as losses. Cluster sizes vary, so it is the ratio Σ sums / Σ rows, linearised:
 * influence_c = (sum_c − rows_c · mean) / rows (Cochran 1977, 6.3).
 */
export function estimateMean(values: ArrayLike<number>, clusters: Clustering): ClusteredEstimate {
  const sums = clusterSums(clusters, values)
  const rows = clusterSums(clusters)
  const mean = sums.reduce(add, 0) / values.length
  return { value: mean, influence: sums.map((sum, c) => (sum - rows[c]! * mean) / values.length) }
}

/**
 * AUC by DeLong's placement values: a positive row's influence is (V10 − AUC) / positives, a negative's
 * (V01 − AUC) / negatives, summed by cluster (Obuchowski 1997). NaN when a class is absent.
 */
export function estimateAuc(
  labels: ArrayLike<number>,
  scores: ArrayLike<number>,
  clusters: Clustering,
): ClusteredEstimate {
  const { auc, positives, negatives, placements } = aucComponents(labels, scores)
  const influence = placements.map((placement, row) => (placement - auc) / (labels[row] === 1 ? positives : negatives))
  return { value: auc, influence: clusterSums(clusters, influence) }
}

/**
 * Expected calibration error over `bins` of equal width, its influence by the delete-one-cluster jackknife, since
 * |event rate − mean probability| has a kink at zero: influence_c = (C − 1)/C · (mean of replicates − replicate_c),
 * which makes C/(C − 1) Σ influence² the jackknife variance. Residual sums per bin and cluster are additive, so a
 * replicate costs one pass over the bins.
 *
 * The estimate is biased upward by about the noise in the bins, and more so for the better calibrated of two models;
 * the bounds do not account for that. A difference near a margin is therefore judged as if the margin were wider by
 * part of the champion's noise: harmless where that is small beside the margin.
 */
export function estimateCalibrationError(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  clusters: Clustering,
  bins = 15,
): ClusteredEstimate {
  const edges = binEdges(probabilities, { bins })
  const rows = labels.length
  const { count } = clusters
  const residuals = new Float64Array(count * bins)
  const totals = new Float64Array(bins)
  for (let row = 0; row < rows; row++) {
    const bin = binOf(probabilities[row]!, edges)
    const residual = labels[row]! - probabilities[row]!
    residuals[clusters.of[row]! * bins + bin]! += residual
    totals[bin]! += residual
  }
  const value = totals.reduce((sum, total) => sum + Math.abs(total), 0) / rows
  if (count < 2) return { value, influence: new Float64Array(count) }

  const rowsOf = clusterSums(clusters)
  const replicates = Float64Array.from({ length: count }, (_, c) => {
    let sum = 0
    for (let bin = 0; bin < bins; bin++) sum += Math.abs(totals[bin]! - residuals[c * bins + bin]!)
    return sum / (rows - rowsOf[c]!)
  })
  const centre = replicates.reduce(add, 0) / count
  return { value, influence: replicates.map((replicate) => ((count - 1) / count) * (centre - replicate)) }
}

const add = (a: number, b: number): number => a + b
