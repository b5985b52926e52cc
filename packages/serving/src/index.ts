export {
  type Assignment,
  type CanarySource,
  fixedSource,
  type ModelSource,
  type VersionSource,
} from './assignment.ts'
export type { CreateHarmJudge, HarmJudge, HarmVerdict } from './observe/harm.ts'
export type { PredictionLogOptions } from './observe/prediction-log.ts'
export type { TelemetrySink } from './observe/telemetry.ts'
export type { ServerEvent, ServerLimits, ServerOptions } from './options.ts'
export { startServer, type TidemarkServer } from './server.ts'
export { type RepositoryReader, repositorySource } from './source/repository-source.ts'
