import { RelativePath } from '@tidemark/schemas'
import { z } from 'zod'
import type { Quality, SchemaObject } from './document.ts'

const Effect = z.number().gt(0).lt(1)

/** What a quality rule of `type: custom, engine: tidemark` says under `implementation`. */
const DriftSettings = z.strictObject({
  check: z.literal('drift'),
  /** The committed baseline that is compared with, below the repository's root, where no monitor has one. */
  baseline: RelativePath.optional(),
  /** The property with a row's day, where there is a baseline; left out, the object's only date or timestamp. */
  day: z.string().min(1).max(1000).optional(),
  /** Effects, between 0 and 1, that a lower bound must reach. */
  warn: Effect.optional(),
  fail: Effect.optional(),
  /** Fails the dataset alone. */
  critical: z.boolean().optional(),
  /** Importance among the columns. */
  weight: z.number().min(0).max(1000).optional(),
  /** Drift above this effect is to be ruled out. */
  delta: Effect.optional(),
})
const settings = Object.keys(DriftSettings.shape)
const DriftImplementation = DriftSettings.refine(({ warn = 0, fail = 1 }) => warn <= fail, {
  message: 'expected warn below fail',
  path: ['warn'],
}).refine(({ warn, fail = 1, delta = 0 }) => delta <= (warn ?? fail), {
  message: 'expected delta below warn',
  path: ['delta'],
})

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

/** What is wrong with an object's drift rules, below the object. */
export function findDriftRuleProblems(object: SchemaObject): { path: (string | number)[]; message: string }[] {
  const found = [
    ...object.properties.flatMap(({ quality }, i) => problemsOf(quality, ['properties', i], true)),
    ...problemsOf(object.quality, [], false),
  ]
  if (found.length > 0) return found
  const rules = listDriftRules(object)
  const problems = (key: 'baseline' | 'day') => {
    const [first] = rules.flatMap((rule) => rule[key] ?? [])
    return rules.flatMap((rule) => {
      const path = [...rule.path, 'implementation', key]
      if (rule[key] === undefined || rule[key] === first) return []
      return [
        { path, message: `the rules of one object name one ${key}, and another one says ${JSON.stringify(first)}` },
      ]
    })
  }
  const unknown = rules.flatMap(({ day, path }) =>
    day === undefined || object.properties.some(({ name }) => name === day)
      ? []
      : [{ path: [...path, 'implementation', 'day'], message: `no property is named ${JSON.stringify(day)}` }],
  )
  const based = rules.find(({ baseline }) => baseline !== undefined)
  const undated =
    based !== undefined && dayOfRules(object, rules) === undefined
      ? [
          {
            path: [...based.path, 'implementation'],
            message: 'expected day, the property with a row’s day, since not just one property is a date or timestamp',
          },
        ]
      : []
  return [...problems('baseline'), ...problems('day'), ...unknown, ...undated]
}

/** The property with a row's day: the one that a rule names, else the object's only date or timestamp. */
export function dayOfRules(
  { properties }: Pick<SchemaObject, 'properties'>,
  rules: readonly DriftRule[],
): string | undefined {
  const [named] = rules.flatMap(({ day }) => day ?? [])
  if (named !== undefined) return named
  const [only, second] = properties.filter(({ logicalType }) => logicalType === 'date' || logicalType === 'timestamp')
  return second === undefined ? only?.name : undefined
}

function problemsOf(
  all: readonly Quality[],
  place: readonly (string | number)[],
  isProperty: boolean,
): { path: (string | number)[]; message: string }[] {
  let rules = 0
  return all.flatMap((quality, q) => {
    if (!isDriftRule(quality)) return []
    const path = [...place, 'quality', q]
    if (++rules > 1) return [{ path, message: 'a second drift rule; write warn, fail and the rest into one' }]
    const { data, error } = DriftImplementation.safeParse(quality.implementation)
    const own = (['critical', 'weight'] as const).filter((key) => !isProperty && data?.[key] !== undefined)
    return [
      ...own.map((key) => ({ path: [...path, 'implementation', key], message: `${key} belongs to a property` })),
      ...(error?.issues ?? []).flatMap((issue) =>
        issue.code === 'unrecognized_keys'
          ? issue.keys.map((key) => ({
              path: [...path, 'implementation', key],
              message: `${JSON.stringify(key)} is no setting of a drift rule; there are ${settings.join(', ')}`,
            }))
          : [
              {
                path: [...path, 'implementation', ...(issue.path as (string | number)[])],
                message: issue.message.replace(/^Invalid input: /, ''),
              },
            ],
      ),
    ]
  })
}
