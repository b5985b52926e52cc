import { type Problem, parseYamlDocument, readYaml, sha256, TidemarkError } from '@tidemark/schemas'
import type { DatasetOptions } from '../fingerprint/dataset.ts'
import { ContractDocument, type Item, type LogicalType, type SchemaObject } from './document.ts'
import { type DriftRule, isDriftRule, listDriftRules } from './drift-rules.ts'
import { formatPatterns, strptimeFormat } from './formats.ts'
import { type Finding, findProblems } from './problems.ts'
import { type Relationship, resolveRelationships } from './references.ts'
import { type FreshnessRule, resolveFreshness } from './sla.ts'

export interface Contract {
  readonly file: string
  /** SHA-256 of the file's bytes. */
  readonly sha256: string
  readonly id: string
  readonly version: string
  /** The schema object that the dataset must follow; its name is the name of the view that queries read. */
  readonly object: SchemaObject
  readonly relationships: readonly Relationship[]
  /** How old the object's newest values may be; judged apart, since the answer depends on the time of asking. */
  readonly freshness: readonly (FreshnessRule & { readonly place: { line?: number; column?: number } })[]
  readonly driftRules: readonly DriftRule[]
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
  const contracts = parseContracts(text, file)
  const names = contracts.map(({ object }) => object.name)
  const index = objectName === undefined && names.length === 1 ? 0 : names.indexOf(objectName ?? '')
  if (index >= 0) return contracts[index] as Contract
  throw new TidemarkError(
    'CONTRACT_INVALID',
    `${file} has ${objectName === undefined ? 'several schema objects' : `no schema object "${objectName}"`}: ${names.join(', ')}`,
    {
      hint: 'Name one of the contract’s schema objects, in model.yaml as data.object.',
    },
  )
}

/** The same for every schema object of a document, in its order. Throws as `parseContract` does. */
export function parseContracts(text: string, file: string): Contract[] {
  const { document, locate } = readContractDocument(text, file)
  const freshness = resolveFreshness(document)
  const resolved = document.schema.map((object) => resolveRelationships(document, object))
  const found = [
    ...freshness.problems,
    ...findRepeatedObjects(document),
    ...document.schema.flatMap((object, index) =>
      [...findProblems(object), ...(resolved[index]?.problems ?? [])].map(({ path, message }) => ({
        path: ['schema', index, ...path],
        message,
      })),
    ),
  ]
  if (found.length > 0) {
    throw new TidemarkError(
      'CONTRACT_INVALID',
      `${file} contradicts itself (${found.length} problem${found.length === 1 ? '' : 's'})`,
      {
        hint: 'Correct the lines named.',
        problems: found.map(({ path, message }): Problem => ({ file, ...locate(path), path: display(path), message })),
      },
    )
  }
  return document.schema.map((object, index) => ({
    file,
    sha256: sha256(text),
    id: document.id,
    version: document.version,
    object,
    relationships: resolved[index]?.relationships ?? [],
    freshness: freshness.rules
      .filter((rule) => rule.object === object.name)
      .map((rule) => ({ ...rule, place: locate(rule.path) })),
    driftRules: listDriftRules(object),
    notEvaluated: [...freshness.notEvaluated, ...listNotEvaluated(object)],
    locate: (path) => locate(['schema', index, ...path]),
  }))
}

/** The document alone, in form: what two versions of a contract are compared by. */
export function readContractDocument(
  text: string,
  file: string,
): { document: ContractDocument; locate(path: readonly PropertyKey[]): { line?: number; column?: number } } {
  if (Buffer.byteLength(text) > maximumBytes) {
    throw new TidemarkError('FILE_TOO_LARGE', `${file} is larger than ${maximumBytes} bytes`, {
      hint: 'A contract describes columns; keep data out of it.',
    })
  }
  const document = parseYamlDocument(ContractDocument, text, file, 'CONTRACT_INVALID')
  return { document, locate: readYaml(text, file).locate }
}

function findRepeatedObjects({ schema }: ContractDocument): Finding[] {
  const names = schema.map(({ name }) => name.toLowerCase())
  return schema.flatMap(({ name }, i) =>
    names.indexOf(name.toLowerCase()) < i
      ? [{ path: ['schema', i, 'name'], message: `the object "${name}" is listed twice` }]
      : [],
  )
}

/** Columns of the data whose values may be shown: those that the contract classifies as public, and that no other property claims. */
export function publicColumns(contract: Contract): string[] {
  const { properties } = contract.object
  const isPublic = ({ classification }: (typeof properties)[number]) => classification?.toLowerCase() === 'public'
  const others = new Set(
    properties.filter((each) => !isPublic(each)).flatMap(({ name, physicalName = name }) => [name, physicalName]),
  )
  return properties
    .filter(isPublic)
    .map(({ name, physicalName = name }) => physicalName)
    .filter((column) => !others.has(column))
}

/** How files are opened as a contract's object. */
export function datasetOptions(contract: Contract): DatasetOptions {
  return {
    name: contract.object.name,
    columnTypes: contractColumnTypes(contract),
    partitions: contract.object.properties.flatMap(({ name, physicalName = name }) => [name, physicalName]),
  }
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
    contract.object.properties.flatMap(({ name, physicalName = name, logicalType }) => {
      const type = logicalType && types[logicalType]
      return type === undefined ? [] : [...new Set([name, physicalName])].map((column) => [column, type] as const)
    }),
  )
}

function listNotEvaluated({ properties }: Pick<SchemaObject, 'properties'>): string[] {
  return properties.flatMap((property) => notEvaluatedOf(property, property.name, false))
}

function notEvaluatedOf(property: Item, name: string, isNested: boolean): string[] {
  const { logicalType, logicalTypeOptions, properties, items, unique, primaryKey, relationships, quality } = property
  const whole = { unique, primaryKey, relationships: relationships.length > 0, drift: quality.some(isDriftRule) }
  return [
    ...(isFormatEvaluated(logicalType, logicalTypeOptions?.format) ? [] : [`${name}.format`]),
    // What is said of all values of a column is not asked of what is inside of them.
    ...Object.entries(whole).flatMap(([key, isAsked]) => (isNested && isAsked ? [`${name}.${key}`] : [])),
    ...(properties ?? []).flatMap((each) => notEvaluatedOf(each, `${name}.${each.name}`, true)),
    ...(items === undefined ? [] : notEvaluatedOf(items, `${name}[]`, true)),
  ]
}

// `password` and `binary` say how to show a text and nothing to check; f32 and f64 are what numbers are.
function isFormatEvaluated(type: LogicalType | undefined, format: string | undefined): boolean {
  if (format === undefined || type === 'integer' || ['password', 'binary', 'f32', 'f64'].includes(format)) return true
  return type === 'string' ? Object.hasOwn(formatPatterns, format) : strptimeFormat(format) !== undefined
}

function display(path: readonly (string | number)[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '')
}
