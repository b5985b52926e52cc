import type { MetricName } from '@tidemark/schemas'
import {
  type ClusteredEstimate,
  type Clustering,
  estimateAuc,
  estimateCalibrationError,
  estimateMean,
  logLosses,
  squaredErrors,
} from '@tidemark/statistics'

export interface Metric {
  /** As it stands in a sentence. */
  readonly title: string
  readonly better: 'greater' | 'less'
  /** What a cluster must hold to inform the metric: any row, or rows of each class. */
  readonly informedBy: 'rows' | 'classes'
  readonly estimate: (labels: Uint8Array, scores: Float64Array, clusters: Clustering) => ClusteredEstimate
}

/** Equal-width, right-closed bins of the `ece` metric. */
export const CALIBRATION_BINS = 15

export const metrics: Readonly<Record<MetricName, Metric>> = {
  roc_auc: { title: 'ROC AUC', better: 'greater', informedBy: 'classes', estimate: estimateAuc },
  log_loss: {
    title: 'log loss',
    better: 'less',
    informedBy: 'rows',
    estimate: (labels, scores, clusters) => estimateMean(logLosses(labels, scores), clusters),
  },
  brier: {
    title: 'Brier score',
    better: 'less',
    informedBy: 'rows',
    estimate: (labels, scores, clusters) => estimateMean(squaredErrors(labels, scores), clusters),
  },
  ece: {
    title: 'calibration error',
    better: 'less',
    informedBy: 'rows',
    estimate: (labels, scores, clusters) => estimateCalibrationError(labels, scores, clusters, CALIBRATION_BINS),
  },
}
