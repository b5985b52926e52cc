import { type Problem, parseYamlDocument, readYaml, sha256, TidemarkError } from '@tidemark/schemas'
import { ContractDocument, type LogicalType, type Property, type Quality, type SchemaObject } from './document.ts'
import { formatPatterns } from './pattern.ts'

export interface Contract {
  readonly file: string
  /** SHA-256 of the file's bytes. */
  readonly sha256: string
  readonly id: string
  readonly version: string
  /** The schema object that the dataset must follow; its name is the name of the view that queries read. */
  readonly object: SchemaObject
  /** What the contract declares and nothing here evaluates. */
  readonly notEvaluated: readonly string[]
  /** Line and column, from 1, of a path below the object, such as `['properties', 0, 'name']`. */
  locate(path: readonly (string | number)[]): { line?: number; column?: number }
}

const maximumBytes = 1024 * 1024

/**
 * Reads an Open Data Contract Standard v3.1 document. Throws `FILE_TOO_LARGE`, `YAML_INVALID` or `CONTRACT_INVALID`, the
 * latter with every problem at its line and column. `objectName` chooses among several schema objects.
 */
export function parseContract(text: string, file: string, objectName?: string): Contract {
  if (Buffer.byteLength(text) > maximumBytes) {
    throw new TidemarkError('FILE_TOO_LARGE', `${file} is larger than ${maximumBytes} bytes`, {
      hint: 'A contract describes columns; keep data out of it.',
    })
  }
  const document = parseYamlDocument(ContractDocument, text, file, 'CONTRACT_INVALID')
  const { locate } = readYaml(text, file)
  const index = chooseObject(document, file, objectName)
  const object = document.schema[index] as SchemaObject
  const within = (path: readonly (string | number)[]) => locate(['schema', index, ...path])
  const problems = findProblems(object).map(
    ({ path, message }): Problem => ({ file, ...within(path), path: display(index, path), message }),
  )
  if (problems.length > 0) {
    throw new TidemarkError(
      'CONTRACT_INVALID',
      `${file} contradicts itself (${problems.length} problem${problems.length === 1 ? '' : 's'})`,
      {
        hint: 'Correct the lines named.',
        problems,
      },
    )
  }
  return {
    file,
    sha256: sha256(text),
    id: document.id,
    version: document.version,
    object,
    notEvaluated: listNotEvaluated(document, object),
    locate: within,
  }
}

/** Columns whose values may be shown: those that the contract classifies as public. */
export function publicColumns(contract: Contract): string[] {
  return contract.object.properties
    .filter(({ classification }) => classification?.toLowerCase() === 'public')
    .map(({ name }) => name)
}

/** Types to read a text file's columns with, as the contract declares them, so that `007` stays text. */
export function contractColumnTypes(contract: Contract): ReadonlyMap<string, string> {
  const types: Partial<Record<LogicalType, string>> = {
    string: 'VARCHAR',
    integer: 'BIGINT',
    number: 'DOUBLE',
    boolean: 'BOOLEAN',
  }
  return new Map(
    contract.object.properties.flatMap(({ name, logicalType }) => {
      const type = logicalType && types[logicalType]
      return type === undefined ? [] : [[name, type] as const]
    }),
  )
}

function chooseObject(document: ContractDocument, file: string, objectName: string | undefined): number {
  const names = document.schema.map(({ name }) => name)
  const index = objectName === undefined && names.length === 1 ? 0 : names.indexOf(objectName ?? '')
  if (index >= 0) return index
  throw new TidemarkError(
    'CONTRACT_INVALID',
    `${file} has ${objectName === undefined ? 'several schema objects' : `no schema object "${objectName}"`}: ${names.join(', ')}`,
    {
      hint: 'Name one of the contract’s schema objects.',
    },
  )
}

interface Finding {
  readonly path: readonly (string | number)[]
  readonly message: string
}

function findProblems(object: SchemaObject): Finding[] {
  const names = object.properties.map(({ name }) => name)
  return [
    ...object.properties.flatMap((property, i) => [
      ...(names.indexOf(property.name) < i
        ? [{ path: ['properties', i, 'name'], message: `the property "${property.name}" is listed twice` }]
        : []),
      ...findOptionProblems(property).map(({ path, message }) => ({
        path: ['properties', i, 'logicalTypeOptions', ...path],
        message,
      })),
      ...property.quality.flatMap((quality, q) =>
        findQualityProblems(quality, names, true).map(({ path, message }) => ({
          path: ['properties', i, 'quality', q, ...path],
          message,
        })),
      ),
    ]),
    ...object.quality.flatMap((quality, q) =>
      findQualityProblems(quality, names, false).map(({ path, message }) => ({
        path: ['quality', q, ...path],
        message,
      })),
    ),
  ]
}

const isOrdered = (type: LogicalType | undefined) =>
  type !== undefined && ['number', 'integer', 'date', 'timestamp', 'time'].includes(type)

function findOptionProblems({ logicalType, logicalTypeOptions: options }: Property): Finding[] {
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
  for (const key of ['minLength', 'maxLength', 'pattern'] as const) {
    if (options?.[key] !== undefined && logicalType !== 'string')
      found.push({ path: [key], message: `${key} needs logicalType string` })
  }
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
  if (type === 'time') return /^\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?$/.test(String(bound))
  return (
    /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?Z?)?$/.test(String(bound)) &&
    !Number.isNaN(Date.parse(String(bound)))
  )
}

function boundForm(type: LogicalType | undefined): string {
  if (type === 'number' || type === 'integer') return 'a number'
  return type === 'time' ? 'a time such as 13:30' : 'a date such as 2001-01-31'
}

function listNotEvaluated(document: ContractDocument, object: SchemaObject): string[] {
  const options = [
    'multipleOf',
    'minItems',
    'maxItems',
    'uniqueItems',
    'minProperties',
    'maxProperties',
    'required',
  ] as const
  return [
    ...(document.slaProperties === undefined ? [] : ['slaProperties']),
    ...(object.relationships === undefined ? [] : [`${object.name}.relationships`]),
    ...object.properties.flatMap(({ name, logicalTypeOptions, properties, items, relationships }) => [
      ...options.filter((key) => logicalTypeOptions?.[key] !== undefined).map((key) => `${name}.${key}`),
      ...(logicalTypeOptions?.format === undefined || logicalTypeOptions.format in formatPatterns
        ? []
        : [`${name}.format`]),
      ...(properties === undefined ? [] : [`${name}.properties`]),
      ...(items === undefined ? [] : [`${name}.items`]),
      ...(relationships === undefined ? [] : [`${name}.relationships`]),
    ]),
  ]
}

function display(index: number, path: readonly (string | number)[]): string {
  return `schema[${index}]${path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('')}`
}
