export { type EmbeddedParameters, embeddedParameters, resolveParameters } from './embedded/parameters.ts'
export { type TrainedModel, type TrainOptions, trainEmbedded } from './embedded/trainer.ts'
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
export { type ExecutorOptions, openExecutor, trainerOf } from './executors/executors.ts'
export { readSource } from './source.ts'
