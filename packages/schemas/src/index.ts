/** A document's schema, for code that reads any of them. */

export type { ZodType as DocumentSchema } from 'zod'
export {
  Baseline,
  BaselineColumn,
  type DaySpread,
  type Joint,
  readAtEdge,
  type TextMeasure,
} from './baseline.ts'
export * from './canonical-json.ts'
export * from './catalogue.ts'
export * from './documents.ts'
export * from './drift.ts'
export * from './drift-profile.ts'
export * from './drift-shard.ts'
export * from './drift-window.ts'
export * from './error.ts'
export * from './evaluation.ts'
export * from './facts.ts'
export * from './identity.ts'
export * from './layout.ts'
export * from './monitor-policy.ts'
export * from './names.ts'
export * from './overview.ts'
export * from './performance.ts'
export * from './policy.ts'
export { RollbackRule } from './rollback-rule.ts'
export * from './rollout.ts'
export * from './waiver.ts'
export { Period, readNumbers, writeNumbers } from './written-values.ts'
export { readYaml, type YamlText } from './yaml-text.ts'
