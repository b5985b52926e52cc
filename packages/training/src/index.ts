export type { EmbeddedParameters } from './embedded/parameters.ts'
export type { TrainOptions } from './embedded/trainer.ts'
export type { TrainingTable } from './embedded/training-table.ts'
export type { CommandOptions } from './executors/command-executor.ts'
export {
  type Executor,
  type JobState,
  runJob,
  type Submission,
  type TrainingJob,
  type TrainingResult,
} from './executors/executor.ts'
export { type ExecutorOptions, openExecutor, openOpaqueExecutor } from './executors/executors.ts'
export type { OpaqueModel } from './executors/opaque-model.ts'
export { outputLines } from './output-lines.ts'
export { type RowsToScore, type ScoredOpaqueModel, scoreByCommand } from './scoring/score-command.ts'
export { readSource } from './source.ts'
