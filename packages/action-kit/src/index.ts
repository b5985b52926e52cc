export type { Annotation } from './annotations.ts'
export { clearHandover } from './clear-handover.ts'
export { type ActionDefinition, defineAction, type InputsOf } from './definition.ts'
export type { GitHubFacts } from './github-facts.ts'
export { type Handover, handoverPart, readHandover, writeHandover } from './handover.ts'
export {
  boolean,
  choice,
  handoverDigest,
  type Input,
  integer,
  lines,
  modelName,
  nativePath,
  path,
  registryBranch,
  secret,
  text,
  token,
} from './inputs.ts'
export type { NativeName } from './native/manifest.ts'
export { provideNative } from './native/provide.ts'
export { type ActionContext, type Outcome, runAction, type Verdict } from './run-action.ts'
