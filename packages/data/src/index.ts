export {
  type BaselineOptions,
  type BaselinePlan,
  buildBaseline,
  finishBaseline,
  planBaseline,
  profileReference,
} from './baseline/baseline.ts'
export { mergeProfiles } from './baseline/merge.ts'
export type { DriftData, ScoredRows } from './baseline/source.ts'
export { completeWeeks } from './baseline/weeks.ts'
export { profileWindow, profileWindows } from './baseline/window.ts'
export { createDatasetView, writeQuarantine } from './contract/accepted-rows.ts'
export { type Contract, contractColumnTypes, parseContract } from './contract/contract.ts'
export { type CheckResult, type ValidationReport, type ViolationPolicy, validate } from './contract/validate.ts'
export { checkDrift, replayDrift } from './drift/check.ts'
export { type DriftDecision, type DriftQuestion, judgeDrift } from './drift/judge.ts'
export type { Column, NumberColumn, StringColumn } from './engine/columns.ts'
export { type Engine, type EngineOptions, openEngine } from './engine/engine.ts'
export { type FeatureColumn, type FeatureQuery, type FeatureTable, readFeatures } from './features/features.ts'
export { type Dataset, type DatasetOptions, openDataset } from './fingerprint/dataset.ts'
export { type DataFile, type DatasetFiles, fingerprintFiles } from './fingerprint/files.ts'
export { type ModelFolder, openModelFolder, type Splits, splitFiles } from './model/model-folder.ts'
export { type OpenSplit, openSplit, readSplitFeatures, validateSplit } from './model/split.ts'
