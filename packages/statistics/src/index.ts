export { type Bounds, clustersForReach, oneSidedBounds } from './clusters/bounds.ts'
export {
  type ClusteredEstimate,
  type Clustering,
  clusterSums,
  clusterSupport,
  sumOfSquares,
} from './clusters/estimate.ts'
export { estimateAuc, estimateCalibrationError, estimateMean } from './clusters/metric-estimates.ts'
export { normalCdf, normalQuantile } from './distributions/normal.ts'
export { studentTCdf, studentTQuantile } from './distributions/student-t.ts'
export { type Binning, expectedCalibrationError } from './metrics/calibration-error.ts'
export { type AucComparison, compareAucs } from './metrics/delong.ts'
export { brierScore, logLoss, logLosses, squaredErrors } from './metrics/probability-losses.ts'
export { rocAuc } from './metrics/roc-auc.ts'
export { holmAdjusted } from './multiplicity/holm.ts'
export { type DiscordantPairs, tangoBounds } from './proportions/tango.ts'
