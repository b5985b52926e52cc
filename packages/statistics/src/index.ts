export { type Bounds, clustersForReach, oneSidedBounds } from './clusters/bounds.ts'
export {
  type ClusteredEstimate,
  type Clustering,
  clusterSums,
  clusterSupport,
  sumOfSquares,
} from './clusters/estimate.ts'
export { estimateAuc, estimateCalibrationError, estimateMean } from './clusters/metric-estimates.ts'
export { chiSquaredQuantile, chiSquaredTail } from './distributions/chi-squared.ts'
export { logGamma } from './distributions/gamma.ts'
export { normalCdf, normalQuantile } from './distributions/normal.ts'
export { studentTCdf, studentTQuantile } from './distributions/student-t.ts'
export { benjaminiHochberg } from './drift/benjamini-hochberg.ts'
export { type Blocks, blockStandardError, driftBounds, excessPValue } from './drift/block-bounds.ts'
export { type ChiSquaredTest, chiSquaredHomogeneity } from './drift/chi-squared-test.ts'
export {
  type BinnedSample,
  type CumulativeDifferences,
  cumulativeDifferences,
  type KsDistance,
  ksDistance,
  largestShareDifference,
  totalVariation,
} from './drift/distance.ts'
export {
  binnedWasserstein,
  hellingerDistance,
  jensenShannonBits,
  populationStabilityIndex,
} from './drift/divergence.ts'
export { expectedDeviations, expectedTotalVariation } from './drift/expected-variation.ts'
export { type Proportion, proportionDifference } from './drift/proportions.ts'
export { monotoneTrend, type Trend } from './drift/trend.ts'
export { type Binning, expectedCalibrationError } from './metrics/calibration-error.ts'
export { type AucComparison, compareAucs } from './metrics/delong.ts'
export { brierScore, logLoss, logLosses, squaredErrors } from './metrics/probability-losses.ts'
export { rocAuc } from './metrics/roc-auc.ts'
export { holmAdjusted } from './multiplicity/holm.ts'
export { type ExpectedPerformance, expectedPerformance } from './performance/expected-performance.ts'
export { isotonicFit } from './performance/isotonic.ts'
export {
  type PageHinkleyOptions,
  type PageHinkleyState,
  pageHinkleyStart,
  pageHinkleyStep,
} from './performance/page-hinkley.ts'
export { type DiscordantPairs, tangoBounds } from './proportions/tango.ts'
export { type ArmSplit, logExcessEvidence } from './sequential/excess.ts'
export {
  addHarmPoll,
  type EventSplit,
  type HarmMixture,
  logHarmEvidence,
  logRatioEvidence,
  noHarm,
} from './sequential/harm.ts'
export { logMean } from './sequential/log-sum.ts'
export { logDirichletEvidence, logSplitEvidence, type TrafficSplit } from './sequential/sample-ratio.ts'
