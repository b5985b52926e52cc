import { z } from 'zod'

const Truth = z.union([z.number(), z.boolean()], 'expected a number')

/**
 * Operators of a quality metric, by their names in the standard. Exactly one is given; bounds of a range are included.
 * A query may also answer with a truth value, which counts as 1 or 0.
 */
const operators = {
  mustBe: Truth,
  mustNotBe: Truth,
  mustBeGreaterThan: z.number(),
  mustBeGreaterOrEqualTo: z.number(),
  mustBeLessThan: z.number(),
  mustBeLessOrEqualTo: z.number(),
  mustBeBetween: z.tuple([z.number(), z.number()]),
  mustNotBeBetween: z.tuple([z.number(), z.number()]),
} as const
export type OperatorName = keyof typeof operators
export const operatorNames = Object.keys(operators) as OperatorName[]

const metricNames = ['rowCount', 'duplicateValues', 'nullValues', 'missingValues', 'invalidValues'] as const
export type MetricName = (typeof metricNames)[number]

const Text = z
  .string()
  .max(10_000)
  .refine((text) => !text.includes('\0'), 'a text cannot hold a NUL character')
const Scalar = z.union([Text, z.number(), z.boolean(), z.null()])

/** Keys that the standard defines and that say nothing to check. */
function described<const K extends string>(...keys: K[]): Record<K, z.ZodOptional<z.ZodUnknown>> {
  return Object.fromEntries(keys.map((key) => [key, z.unknown().optional()])) as Record<K, z.ZodOptional<z.ZodUnknown>>
}

const Quality = z
  .strictObject({
    id: z.string().max(200).optional(),
    name: z.string().max(200).optional(),
    description: z.string().max(4000).optional(),
    type: z.enum(['library', 'sql', 'text', 'custom']).default('library'),
    metric: z.enum(metricNames).optional(),
    arguments: z
      .strictObject({
        validValues: z.array(Scalar).min(1).max(10_000).optional(),
        missingValues: z.array(Scalar).min(1).max(1000).optional(),
        pattern: z.string().min(1).max(2000).optional(),
        properties: z.array(z.string()).min(1).max(100).optional(),
      })
      .optional(),
    query: z
      .string()
      .max(64 * 1024)
      .optional(),
    engine: z.string().max(200).optional(),
    unit: z.string().max(100).default('rows'),
    severity: z
      .enum(['error', 'warning', 'info'])
      .default('error')
      .transform((severity) => (severity === 'error' ? ('error' as const) : ('warning' as const))),
    implementation: z.union([z.string().max(64 * 1024), z.record(z.string(), z.unknown())]).optional(),
    ...Object.fromEntries(Object.entries(operators).map(([name, schema]) => [name, schema.optional()])),
    ...described(
      'rule',
      'dimension',
      'method',
      'businessImpact',
      'schedule',
      'scheduler',
      'tags',
      'customProperties',
      'authoritativeDefinitions',
    ),
  })
  .superRefine((quality, context) => {
    const given = operatorNames.filter((name) => (quality as Record<string, unknown>)[name] !== undefined)
    const report = (message: string, path: string[] = []) => context.addIssue({ code: 'custom', message, path })
    if (quality.type === 'text' || quality.type === 'custom') return
    if (given.length !== 1) {
      report(
        `expected exactly one operator (${operatorNames.join(', ')}), found ${given.join(' and ') || 'none'}`,
        given.slice(1, 2),
      )
    }
    if (quality.type === 'sql' && quality.query === undefined) report('a check of type sql needs a query')
    if (quality.type === 'library') {
      if (quality.metric === undefined) report(`expected a metric (${metricNames.join(', ')})`)
      if (quality.unit !== 'rows' && quality.unit !== 'percent') report('a metric counts in rows or percent', ['unit'])
      for (const name of ['mustBe', 'mustNotBe']) {
        if (typeof (quality as Record<string, unknown>)[name] === 'boolean') report('a metric is a number', [name])
      }
    }
    for (const name of ['mustBeBetween', 'mustNotBeBetween']) {
      const range = (quality as Record<string, unknown>)[name] as [number, number] | undefined
      if (range !== undefined && range[0] > range[1]) report('expected the smaller number first', [name])
    }
    if (quality.metric === 'invalidValues' && !quality.arguments?.validValues && !quality.arguments?.pattern) {
      report('invalidValues needs arguments.validValues or arguments.pattern', ['arguments'])
    }
  })

const Name = z
  .string()
  .min(1)
  .max(1000)
  .refine((name) => !name.includes('\0'), 'a name cannot hold a NUL character')
const Reference = z.string().min(1).max(2000)
const References = z.union([Reference, z.array(Reference).min(1).max(100)])

const PropertyRelationship = z.strictObject({
  type: z.literal('foreignKey').default('foreignKey'),
  to: References,
  ...described('customProperties'),
})
const ObjectRelationship = PropertyRelationship.extend({ from: References })

const Bound = z.union([z.number(), z.string().max(100)])
const LogicalTypeOptions = z.strictObject({
  minimum: Bound.optional(),
  maximum: Bound.optional(),
  // A number in JSON Schema's present form; `true` beside a minimum or maximum in its older one.
  exclusiveMinimum: z.union([Bound, z.boolean()]).optional(),
  exclusiveMaximum: z.union([Bound, z.boolean()]).optional(),
  minLength: z.int().min(0).optional(),
  maxLength: z.int().min(0).optional(),
  pattern: z.string().min(1).max(2000).optional(),
  format: z.string().max(200).optional(),
  multipleOf: z.number().positive().optional(),
  minItems: z.int().min(0).optional(),
  maxItems: z.int().min(0).optional(),
  uniqueItems: z.boolean().optional(),
  minProperties: z.int().min(0).optional(),
  maxProperties: z.int().min(0).optional(),
  required: z.array(Name).min(1).max(1000).optional(),
  ...described('timezone', 'defaultTimezone'),
})

const logicalTypes = ['string', 'number', 'integer', 'boolean', 'date', 'timestamp', 'time', 'object', 'array'] as const
export type LogicalType = (typeof logicalTypes)[number]

const propertyShape = {
  id: z.string().max(200).optional(),
  /** What the column is called in the data, where that is not the name. */
  physicalName: Name.optional(),
  logicalType: z.enum(logicalTypes).optional(),
  logicalTypeOptions: LogicalTypeOptions.optional(),
  physicalType: z.string().max(200).optional(),
  required: z.boolean().default(false),
  unique: z.boolean().default(false),
  primaryKey: z.boolean().default(false),
  primaryKeyPosition: z.int().optional(),
  classification: z.string().max(200).optional(),
  quality: z.array(Quality).max(1000).default([]),
  relationships: z.array(PropertyRelationship).max(100).default([]),
  ...described(
    'description',
    'businessName',
    'authoritativeDefinitions',
    'tags',
    'customProperties',
    'partitioned',
    'partitionKeyPosition',
    'encryptedName',
    'transformSourceObjects',
    'transformLogic',
    'transformDescription',
    'examples',
    'criticalDataElement',
  ),
}

const PropertyShape = z.strictObject(propertyShape)
/** What each item of an array is. */
export interface Item extends z.infer<typeof PropertyShape> {
  readonly name?: string | undefined
  /** Of an object: what is inside. */
  readonly properties?: readonly Property[] | undefined
  /** Of an array. */
  readonly items?: Item | undefined
}
export interface Property extends Item {
  readonly name: string
}

const inside = {
  properties: z.lazy(() => z.array(Property).min(1).max(10_000)).optional(),
  items: z.lazy(() => Item).optional(),
}
const Property: z.ZodType<Property, unknown> = z.strictObject({ ...propertyShape, ...inside, name: Name })
const Item: z.ZodType<Item, unknown> = z.strictObject({ ...propertyShape, ...inside, name: Name.optional() })

const SchemaObject = z.strictObject({
  id: z.string().max(200).optional(),
  /** Where its files are, as a glob, when `physicalType` is `file`. */
  physicalName: z.string().min(1).max(1000).optional(),
  name: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,62}$/, 'expected letters, digits and _, since queries name it'),
  properties: z.array(Property).min(1).max(10_000),
  quality: z.array(Quality).max(1000).default([]),
  relationships: z.array(ObjectRelationship).max(1000).default([]),
  physicalType: z.string().max(200).optional(),
  ...described(
    'logicalType',
    'description',
    'businessName',
    'dataGranularityDescription',
    'authoritativeDefinitions',
    'tags',
    'customProperties',
  ),
})

const SlaProperty = z.strictObject({
  property: z.string().min(1).max(200),
  value: z.union([z.string().max(1000), z.number(), z.boolean(), z.null()]),
  unit: z.string().max(100).optional(),
  element: z.string().max(2000).optional(),
  ...described('id', 'valueExt', 'driver', 'description', 'scheduler', 'schedule'),
})

/** The part of the Open Data Contract Standard v3.1 that says something about tabular data; the rest is accepted as it is. */
export const ContractDocument = z.strictObject({
  apiVersion: z.string().regex(/^v3\.1\.\d+$/, 'expected v3.1.0'),
  kind: z.literal('DataContract'),
  id: z.string().min(1).max(500),
  version: z.string().min(1).max(100),
  status: z.string().min(1).max(100),
  schema: z.array(SchemaObject).min(1).max(100),
  slaDefaultElement: z.string().max(2000).optional(),
  slaProperties: z.array(SlaProperty).max(1000).default([]),
  ...described(
    'name',
    'tenant',
    'tags',
    'servers',
    'dataProduct',
    'description',
    'domain',
    'support',
    'price',
    'team',
    'roles',
    'authoritativeDefinitions',
    'customProperties',
    'contractCreatedTs',
  ),
})

export type ContractDocument = z.infer<typeof ContractDocument>
export type SchemaObject = z.infer<typeof SchemaObject>
export type Quality = z.infer<typeof Quality>
export type SlaProperty = z.infer<typeof SlaProperty>
