/** A document's schema, for code that reads any of them. */

export type { ZodType as DocumentSchema } from 'zod'
export * from './canonical-json.ts'
export * from './catalogue.ts'
export * from './documents.ts'
export * from './error.ts'
export * from './evaluation.ts'
export * from './facts.ts'
export * from './identity.ts'
export * from './layout.ts'
export * from './names.ts'
export * from './policy.ts'
export { readYaml, type YamlText } from './yaml-text.ts'
