import type { PerformanceMetricName } from '@tidemark/schemas'
import { type ClusteredEstimate, type Clustering, clusterSums, estimateMean } from '@tidemark/statistics'
import { type Metric, metrics } from '../metric.ts'

/** Metrics of predictions that were made: the gate's, and two that only have limits of their own. */
export function performanceMetrics(threshold: number): Readonly<Record<PerformanceMetricName, Metric>> {
  return {
    ...metrics,
    observed_expected: {
      title: 'observed/expected',
      better: 'greater',
      informedBy: 'rows',
      estimate: estimateRatio,
    },
    accuracy: {
      title: 'accuracy',
      better: 'greater',
      informedBy: 'rows',
      estimate: (labels, scores, clusters) =>
        estimateMean(
          labels.map((label, row) => Number(scores[row]! >= threshold === (label === 1))),
          clusters,
        ),
    },
  }
}

/** Outcomes over Σ scores, linearised as a ratio of sums (Cochran 1977, 6.3). NaN where the scores promise nothing. */
function estimateRatio(labels: ArrayLike<number>, scores: ArrayLike<number>, clusters: Clustering): ClusteredEstimate {
  const [observed, expected] = [clusterSums(clusters, labels), clusterSums(clusters, scores)]
  const total = expected.reduce((sum, each) => sum + each, 0)
  const value = total > 0 ? observed.reduce((sum, each) => sum + each, 0) / total : Number.NaN
  return { value, influence: observed.map((sum, c) => (sum - value * expected[c]!) / total) }
}
