import { RelativePath } from '@tidemark/schemas'
import { z } from 'zod'
import type { Quality, SchemaObject } from './document.ts'

const Effect = z.number().min(0).max(1)

/** What a quality rule of `type: custom, engine: tidemark` says under `implementation`. */
const DriftImplementation = z
  .strictObject({
    check: z.literal('drift'),
    /** The committed baseline that is compared with, below the repository's root, where no monitor has one. */
    baseline: RelativePath.optional(),
    /** The property with a row's day, where there is a baseline; left out, the object's only date or timestamp. */
    day: z.string().min(1).max(1000).optional(),
    /** Effects, from 0 to 1, that a lower bound must reach. */
    warn: Effect.optional(),
    fail: Effect.optional(),
    /** Fails the dataset alone. */
    critical: z.boolean().optional(),
    /** Importance among the columns. */
    weight: z.number().min(0).max(1000).optional(),
    /** Drift above this effect is to be ruled out. */
    delta: Effect.optional(),
  })
  .refine(({ warn = 0, fail = 1 }) => warn <= fail, { message: 'expected warn below fail', path: ['warn'] })

/** A rule for drift that a contract states; judging a window against a baseline asks for it. */
export interface DriftRule extends Omit<z.infer<typeof DriftImplementation>, 'check'> {
  readonly id: string
  /** The property; absent in a rule for all columns of the object. */
  readonly column?: string
  readonly severity: 'error' | 'warning'
  readonly path: readonly (string | number)[]
}

export function isDriftRule({ type, engine }: Quality): boolean {
  return type === 'custom' && engine?.toLowerCase() === 'tidemark'
}

/** The drift rules of an object, in the order in which they are written. */
export function listDriftRules(object: SchemaObject): DriftRule[] {
  const rule = (quality: Quality, path: readonly (string | number)[], column?: string): DriftRule[] => {
    if (!isDriftRule(quality)) return []
    const { check, ...settings } = DriftImplementation.parse(quality.implementation)
    const id = quality.id ?? quality.name ?? `${column ?? object.name}.${check}`
    return [{ ...settings, id, severity: quality.severity, path, ...(column === undefined ? {} : { column }) }]
  }
  return [
    ...object.properties.flatMap(({ name, quality }, i) =>
      quality.flatMap((each, q) => rule(each, ['properties', i, 'quality', q], name)),
    ),
    ...object.quality.flatMap((each, q) => rule(each, ['quality', q])),
  ]
}

/** What is wrong with a rule's `implementation`. */
export function findDriftRuleProblems(quality: Quality): { path: (string | number)[]; message: string }[] {
  if (!isDriftRule(quality)) return []
  const { error } = DriftImplementation.safeParse(quality.implementation)
  return (error?.issues ?? []).map(({ path, message }) => ({
    path: ['implementation', ...(path as (string | number)[])],
    message: message.replace(/^Invalid input: /, ''),
  }))
}
