export { type EmbeddedParameters, embeddedParameters, resolveParameters } from './embedded/parameters.ts'
export { type TrainedModel, type TrainOptions, trainEmbedded } from './embedded/trainer.ts'
export type { TrainingTable } from './embedded/training-table.ts'
