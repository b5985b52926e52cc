export {
  type BaselineOptions,
  buildBaseline,
  fillBaseline,
  layBaseline,
  planBaseline,
} from './baseline/baseline.ts'
export { joinDays } from './baseline/join-days.ts'
export { mergeProfiles } from './baseline/merge.ts'
export { assertOnPlan } from './baseline/on-plan.ts'
export { describeRows, plainRows } from './baseline/plain-rows.ts'
export {
  assertPlausible,
  readArrived,
  readDayRows,
  readPeriod,
  readScoringRows,
  type ScoringRows,
} from './baseline/scoring-rows.ts'
export type { DriftData, ScoredRows } from './baseline/source.ts'
export { addDays, completeWeeks, datesOf } from './baseline/weeks.ts'
export { profileWindow, profileWindows } from './baseline/window.ts'
export { createDatasetView, writeQuarantine } from './contract/accepted-rows.ts'
export type { ContractChange } from './contract/change/change.ts'
export { type ContractComparison, compareContracts } from './contract/change/compare.ts'
export {
  type Contract,
  contractColumnTypes,
  datasetOptions,
  parseContract,
  parseContracts,
  publicColumns,
  readContractDocument,
} from './contract/contract.ts'
export type { DriftRule } from './contract/drift-rules.ts'
export { judgeFreshness } from './contract/freshness.ts'
export { type CheckResult, type ValidationReport, type ViolationPolicy, validate } from './contract/validate.ts'
export { filesOfObjects, type ValidatedObject, validateObjects } from './contract/validate-objects.ts'
export { type ImportFormat, importContract, importFormats } from './contract-import/import-contract.ts'
export { declareContract, type InferredColumn, inferContract } from './contract-import/infer.ts'
export { type DatabaseTable, writeCountSql } from './database/count-sql.ts'
export { dialects } from './database/dialect.ts'
export { readColumns, writeColumnsSql, writeLaySql } from './database/lay-sql.ts'
export { readCounts } from './database/read-counts.ts'
export { readLay } from './database/read-lay.ts'
export { checkDrift, findDriftReplayProblem, replayDrift } from './drift/check.ts'
export { type ContractDrift, parseBaseline, readBaseline } from './drift/contract-drift.ts'
export { type DriftDecision, type DriftQuestion, judgeDrift } from './drift/judge.ts'
export { type DriftTrend, findDriftTrends } from './drift/trend.ts'
export type { Column, NumberColumn, StringColumn } from './engine/columns.ts'
export { type Engine, type EngineOptions, openEngine } from './engine/engine.ts'
export { type FeatureColumn, type FeatureQuery, type FeatureTable, readFeatures } from './features/features.ts'
export { digestQuery, type Lookup, type LookupQuery, unpackLookups } from './features/lookups.ts'
export { type Dataset, type DatasetOptions, openDataset } from './fingerprint/dataset.ts'
export { DigestCache } from './fingerprint/digest-cache.ts'
export { type DataFile, type DatasetFiles, fingerprintFiles, resolveFiles } from './fingerprint/files.ts'
export { mergeDatasets } from './fingerprint/merge-datasets.ts'
export { partitionFiles, partitionNames } from './fingerprint/partitions.ts'
export { type ModelFolder, monitorOfContract, openModelFolder, type Splits, splitFiles } from './model/model-folder.ts'
export { readBelow } from './model/read-below.ts'
export {
  judgeSplit,
  type OpenSplit,
  openSplit,
  readSplitFeatures,
  validateSplit,
  validationDocument,
} from './model/split.ts'
export { readVersionModel, readVersionQuery } from './model/version-model.ts'
export {
  type JoinedOutcomes,
  joinOutcomes,
  type OutcomeRows,
  type OutcomeWeek,
} from './performance/outcomes.ts'
export { countColumns } from './summary/count-columns.ts'
export { summariseBaseline } from './summary/summarise-baseline.ts'
export { type ColumnSummary, summariseColumns } from './summary/summarise-columns.ts'
