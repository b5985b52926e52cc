import type { Item, LogicalType, Property, Quality, SchemaObject } from './document.ts'
import { findDriftRuleProblems } from './drift-rules.ts'
import { integerFormats } from './formats.ts'

export interface Finding {
  /** Below the object. */
  readonly path: readonly (string | number)[]
  readonly message: string
}

/** What contradicts itself within one schema object: what a document’s form alone does not rule out. */
export function findProblems(object: SchemaObject): Finding[] {
  const names = object.properties.map(({ name }) => name)
  const count = countProperties(object.properties)
  if (count > mostProperties)
    return [{ path: ['properties'], message: `${count} properties, nested ones included; at most ${mostProperties}` }]
  return [
    ...findPropertiesProblems(object.properties, names, ['properties']),
    ...object.quality.flatMap((quality, q) =>
      findQualityProblems(quality, names, false).map(({ path, message }) => ({
        path: ['quality', q, ...path],
        message,
      })),
    ),
    ...findDriftRuleProblems(object),
  ]
}

const mostProperties = 10_000

type Inside = Pick<Item, 'properties' | 'items'>
const countProperties = (properties: readonly Inside[]): number =>
  properties.reduce(
    (sum, { properties: own = [], items }) => sum + 1 + countProperties(items ? [items, ...own] : own),
    0,
  )

function findPropertiesProblems(
  properties: readonly Property[],
  columns: readonly string[],
  path: readonly (string | number)[],
): Finding[] {
  const names = properties.map(({ name }) => name)
  return properties.flatMap((property, i) => [
    ...(names.indexOf(property.name) < i
      ? [{ path: [...path, i, 'name'], message: `the property "${property.name}" is listed twice` }]
      : []),
    ...findPropertyProblems(property, columns, [...path, i]),
  ])
}

/** Of a property or an item and of what is inside; `columns` are the object's own. */
function findPropertyProblems(
  property: Item,
  columns: readonly string[],
  place: readonly (string | number)[],
): Finding[] {
  const { properties, items, logicalType } = property
  const below = (found: readonly Finding[], ...keys: (string | number)[]): Finding[] =>
    found.map(({ path, message }) => ({ path: [...place, ...keys, ...path], message }))
  const misplaced = (key: 'properties' | 'items', type: LogicalType): Finding[] =>
    property[key] === undefined || logicalType === type
      ? []
      : [{ path: [...place, key], message: `${key} needs logicalType ${type}` }]
  return [
    ...below(findOptionProblems(property), 'logicalTypeOptions'),
    ...property.quality.flatMap((quality, q) => below(findQualityProblems(quality, columns, true), 'quality', q)),
    ...misplaced('properties', 'object'),
    ...misplaced('items', 'array'),
    ...findPropertiesProblems(properties ?? [], columns, [...place, 'properties']),
    ...(items === undefined ? [] : findPropertyProblems(items, columns, [...place, 'items'])),
  ]
}

const ownerOf = {
  minLength: 'string',
  maxLength: 'string',
  pattern: 'string',
  minItems: 'array',
  maxItems: 'array',
  uniqueItems: 'array',
  minProperties: 'object',
  maxProperties: 'object',
  required: 'object',
} as const satisfies Partial<Record<keyof NonNullable<Property['logicalTypeOptions']>, LogicalType>>

const ranges = [
  ['minimum', 'maximum'],
  ['minLength', 'maxLength'],
  ['minItems', 'maxItems'],
  ['minProperties', 'maxProperties'],
] as const

const isOrdered = (type: LogicalType | undefined) =>
  type !== undefined && ['number', 'integer', 'date', 'timestamp', 'time'].includes(type)

function findOptionProblems({ logicalType, logicalTypeOptions: options }: Item): Finding[] {
  const found: Finding[] = []
  for (const key of ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'] as const) {
    const bound = options?.[key]
    if (bound === undefined) continue
    if (!isOrdered(logicalType))
      found.push({ path: [key], message: `${key} needs logicalType number, integer, date, timestamp or time` })
    else if (typeof bound !== 'boolean' && !isBound(bound, logicalType)) {
      found.push({ path: [key], message: `expected ${boundForm(logicalType)}, found ${JSON.stringify(bound)}` })
    }
  }
  for (const [key, beside] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (options?.[key] === true && options[beside] === undefined)
      found.push({ path: [key], message: `${key}: true needs ${beside}, or write the bound itself` })
  }
  for (const [key, type] of Object.entries(ownerOf) as [keyof typeof ownerOf, LogicalType][]) {
    if (options?.[key] !== undefined && logicalType !== type)
      found.push({ path: [key], message: `${key} needs logicalType ${type}` })
  }
  if (options?.multipleOf !== undefined && logicalType !== 'number' && logicalType !== 'integer')
    found.push({ path: ['multipleOf'], message: 'multipleOf needs logicalType number or integer' })
  for (const [low, high] of ranges) {
    const [least, most] = [options?.[low], options?.[high]]
    // Dates compare as texts, since both are written year first.
    const isEmpty = typeof least === typeof most && typeof least !== 'boolean' && (least ?? 0) > (most ?? 0)
    if (isEmpty) found.push({ path: [high], message: `${high} is below ${low}, so no value can be right` })
  }
  if (logicalType === 'integer' && options?.format !== undefined && !(options.format in integerFormats))
    found.push({ path: ['format'], message: `expected one of ${Object.keys(integerFormats).join(', ')}` })
  if (options?.pattern !== undefined) found.push(...findPatternProblems(options.pattern, ['pattern']))
  return found
}

function findQualityProblems(quality: Quality, names: readonly string[], isProperty: boolean): Finding[] {
  const found: Finding[] = []
  const properties = quality.arguments?.properties
  for (const [i, name] of (properties ?? []).entries()) {
    if (!names.includes(name))
      found.push({ path: ['arguments', 'properties', i], message: `no property is named "${name}"` })
  }
  if (quality.type === 'library') {
    if (isProperty && quality.metric === 'rowCount')
      found.push({ path: ['metric'], message: 'rowCount belongs to the object, not to a property' })
    if (!isProperty && quality.metric === 'duplicateValues' && !properties) {
      found.push({ path: [], message: 'duplicateValues of an object needs arguments.properties' })
    }
    if (!isProperty && quality.metric && !['rowCount', 'duplicateValues'].includes(quality.metric)) {
      found.push({ path: ['metric'], message: `${quality.metric} belongs to a property, not to the object` })
    }
    if (quality.metric === 'rowCount' && quality.unit === 'percent')
      found.push({ path: ['unit'], message: 'rowCount is counted in rows' })
  }
  if (quality.arguments?.pattern !== undefined)
    found.push(...findPatternProblems(quality.arguments.pattern, ['arguments', 'pattern']))
  return found
}

function findPatternProblems(pattern: string, path: readonly string[]): Finding[] {
  try {
    new RegExp(pattern, 'u')
    return []
  } catch (error) {
    return [{ path, message: `is not an ECMA-262 regular expression: ${(error as Error).message}` }]
  }
}

function isBound(bound: string | number, type: LogicalType | undefined): boolean {
  if (type === 'number' || type === 'integer') return typeof bound === 'number' && Number.isFinite(bound)
  if (type === 'time') return /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?$/.test(String(bound))
  return (
    isDay(String(bound).slice(0, 10)) &&
    /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}(:?\d{2})?)?)?$/.test(String(bound)) &&
    !Number.isNaN(Date.parse(String(bound)))
  )
}

/** Whether the calendar has it: JavaScript takes the 31st of February for a day in March. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

function boundForm(type: LogicalType | undefined): string {
  if (type === 'number' || type === 'integer') return 'a number'
  return type === 'time' ? 'a time such as 13:30' : 'a date such as 2001-01-31'
}
