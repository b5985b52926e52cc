import { TidemarkError } from '@tidemark/schemas'
import type { LogicalType } from '../contract/document.ts'
import { formatPatterns } from '../contract/formats.ts'
import { itemType, structFields } from '../contract/nested-types.ts'
import type { Engine, SqlValue } from '../engine/engine.ts'
import { quoteIdentifier, quoteLiteral } from '../engine/quoting.ts'
import type { Dataset } from '../fingerprint/dataset.ts'
import { addOption, addQuality, ContractDraft, type ItemDraft, type PropertyDraft } from './draft.ts'

export interface InferOptions {
  readonly id: string
  /** Where the files are, as a glob, for contracts that are judged by themselves. */
  readonly physicalName?: string | undefined
  /** Columns that folders give. */
  readonly partitions?: readonly string[]
  /** List the values of columns that have few. They are values of the data: not for data that nobody may see. Default: false. */
  readonly listsValues?: boolean
  /** Whether the data will be judged in parts, as a model's are: then nothing is asked of how many rows there are. */
  readonly isSplit?: boolean
  /**
   * Where the baseline of these data will stand, below the repository's root: the contract then asks for drift against it. `day` is
   * the column with a row's day; left out, the only date or timestamp that is never NULL.
   */
  readonly drift?: { readonly baseline: string; readonly day?: string | undefined } | undefined
}

export interface InferredContract {
  readonly yaml: string
  readonly columns: readonly InferredColumn[]
  /** The column with a row's day; null where no baseline was asked for, or the data do not say which it is. */
  readonly day: string | null
}

/** What was found of a column. */
export interface InferredColumn {
  readonly name: string
  /** Null for what no logical type says, such as bytes. */
  readonly logicalType: LogicalType | null
  readonly isRequired: boolean
  readonly isUnique: boolean
  /** About how many different values it has; null where nobody counted. */
  readonly distinct: number | null
}

/** Values that fewer rows have could tell of single persons. */
const fewestRows = 20
const mostValues = 20
/** Below this many rows, what all of them have in common says little. */
const fewestForShapes = 20

/** Forms that all texts of a column may have, narrow ones first. */
const shapes = [
  ['uuid', formatPatterns.uuid ?? ''],
  ['email', formatPatterns.email ?? ''],
  ['ipv4', formatPatterns.ipv4 ?? ''],
] as const
const classes = ['0-9', 'A-Z', 'a-z', 'A-Z0-9', 'a-z0-9', 'A-Za-z', 'A-Za-z0-9'] as const

/**
 * A contract that the data keep, as YAML: types, what is never NULL, what is unique, numbers that are never negative, texts of one
 * form, and at least half as many rows. It is a draft for people to read: what held so far need not be a rule. Numbers and texts
 * themselves do not appear in it unless `listsValues` says so. Takes one scan, one more a column that may be unique or is listed.
 * Throws `COLUMN_MISSING` where `drift.day` is no column, and `COLUMN_TYPE` where it holds no days.
 */
export async function inferContract(
  engine: Engine,
  dataset: Dataset,
  options: InferOptions,
): Promise<InferredContract> {
  const draft = new ContractDraft()
  const object = draft.object(dataset.name)
  const columns: InferredColumn[] = []
  if (options.physicalName !== undefined) object.physicalName = options.physicalName
  const facts = await readFacts(engine, dataset)
  for (const [i, { name, type }] of dataset.columns.entries()) {
    const property = draft.property(object, name)
    const fact = (key: string) => Number(facts[`${key}${i}`] ?? Number.NaN)
    const logicalType = logicalTypeOf(type)
    describeInside(property, type)
    if (options.partitions?.includes(name)) property.partitioned = true
    const nulls = fact('nulls')
    if (nulls === 0) property.required = true
    else addQuality(property, tolerance(nulls / dataset.rows))
    if (fact('least') >= 0) addOption(property, 'minimum', 0)
    if (logicalType === 'string') describeText(property, (key) => fact(key), dataset.rows - nulls)
    // The estimate is a tenth off, and sometimes three; what it lets through is counted.
    const mayBeUnique = dataset.rows >= fewestForShapes && fact('distinct') >= 0.5 * (dataset.rows - nulls)
    if (mayBeUnique && nulls < dataset.rows && ['string', 'integer'].includes(logicalType ?? '')) {
      if (await isUnique(engine, dataset, name)) property.unique = true
    } else if (options.listsValues && logicalType === 'string' && fact('distinct') <= 2 * mostValues) {
      await listValues(engine, dataset, name, property)
    }
    columns.push({
      name,
      logicalType: logicalType ?? null,
      isRequired: nulls === 0,
      isUnique: property.unique === true,
      distinct: Number.isFinite(fact('distinct')) ? fact('distinct') : null,
    })
  }
  if (options.isSplit !== true)
    addQuality(object, { id: 'enough_rows', metric: 'rowCount', mustBeGreaterOrEqualTo: roundedDown(dataset.rows / 2) })
  const day = options.drift === undefined ? null : dayOf(columns, options.drift.day)
  if (options.drift !== undefined && day !== null) addQuality(object, driftRule(options.drift.baseline, day))
  const yaml = draft.toYaml({
    id: options.id,
    note: `Inferred from ${dataset.rows} rows in ${dataset.files.length} file${dataset.files.length === 1 ? '' : 's'}. What held so far need not be a rule: read it before you rely on it.`,
  })
  return { yaml, columns, day }
}

/** A contract of columns that are there in words alone: nothing but their names, types, and whether they are ever absent. */
export function declareContract(
  name: string,
  columns: readonly Pick<InferredColumn, 'name' | 'logicalType' | 'isRequired'>[],
  { id }: { id: string },
): string {
  const draft = new ContractDraft()
  const object = draft.object(name)
  for (const { name: column, logicalType, isRequired } of columns) {
    const property = draft.property(object, column)
    if (logicalType !== null) property.logicalType = logicalType
    if (isRequired) property.required = true
  }
  return draft.toYaml({ id, note: 'Columns as they were named. Add what you know of them: bounds, patterns, units.' })
}

function dayOf(columns: readonly InferredColumn[], wanted: string | undefined): string | null {
  if (wanted === undefined) {
    const [only, second] = columns.filter(
      ({ logicalType, isRequired }) => isRequired && (logicalType === 'date' || logicalType === 'timestamp'),
    )
    return only === undefined || second !== undefined ? null : only.name
  }
  const named = columns.find(({ name }) => name === wanted)
  const mayBeDay = ['date', 'timestamp', 'string'] as const
  if (mayBeDay.some((type) => type === named?.logicalType)) return wanted
  if (named !== undefined) {
    throw new TidemarkError('COLUMN_TYPE', `the column ${JSON.stringify(wanted.slice(0, 200))} holds no days`, {
      hint: 'Name a column of dates with --day.',
    })
  }
  const names = columns.map(({ name }) => name).join(', ')
  throw new TidemarkError('COLUMN_MISSING', `the data have no column ${JSON.stringify(wanted.slice(0, 200))}`, {
    hint: `Name the one with a row’s day. There are: ${names.slice(0, 500)}.`,
  })
}

/** Its limits are the monitor's own; a draft warns, and fails once people made it an error. */
function driftRule(baseline: string, day: string) {
  return {
    id: 'drift',
    type: 'custom',
    engine: 'tidemark',
    severity: 'warning',
    implementation: { check: 'drift', baseline, day, warn: 0.1, fail: 0.2 },
  }
}

/** Types alone, to any depth: what is inside of values is not counted. */
function describeInside(draft: ItemDraft, type: string): void {
  const logicalType = logicalTypeOf(type)
  if (logicalType !== undefined) draft.logicalType = logicalType
  const fields = structFields(type)?.filter(({ name }) => name !== '')
  if (fields !== undefined && fields.length > 0) {
    draft.properties = fields.map(({ name, type: own }) => {
      const inner: PropertyDraft = { name }
      describeInside(inner, own)
      return inner
    })
  }
  const item = logicalType === 'array' ? itemType(type) : null
  if (item === null) return
  const items: ItemDraft = {}
  describeInside(items, item)
  if (Object.keys(items).length > 0) draft.items = items
}

async function readFacts(engine: Engine, dataset: Dataset): Promise<Record<string, SqlValue>> {
  const parts = dataset.columns.flatMap(({ name, type }, i) => {
    const column = quoteIdentifier(name)
    const common = [`count(*) FILTER (WHERE ${column} IS NULL) AS nulls${i}`]
    const logicalType = logicalTypeOf(type)
    if (logicalType !== undefined && !['object', 'array'].includes(logicalType))
      common.push(`approx_count_distinct(${column}) AS distinct${i}`)
    if (logicalType === 'number' || logicalType === 'integer') common.push(`min(${column})::DOUBLE AS least${i}`)
    if (logicalType !== 'string') return common
    const text = `CAST(${column} AS VARCHAR)`
    return [
      ...common,
      `min(length(${text})) AS shortest${i}`,
      `max(length(${text})) AS longest${i}`,
      ...shapes.map(
        ([shape, pattern]) =>
          `coalesce(bool_and(regexp_full_match(${text}, ${quoteLiteral(pattern)})), false)::INT AS ${shape}${i}`,
      ),
      ...classes.map(
        (each, c) => `coalesce(bool_and(regexp_full_match(${text}, '[${each}]+')), false)::INT AS class_${c}_${i}`,
      ),
    ]
  })
  const [row] = await engine.query(`SELECT count(*) AS rows, ${parts.join(', ')} FROM ${dataset.rawView}`)
  return row ?? {}
}

function describeText(property: PropertyDraft, fact: (key: string) => number, texts: number): void {
  if (texts < fewestForShapes) return
  const shape = shapes.find(([name]) => fact(name) === 1)
  if (shape !== undefined) {
    addOption(property, 'format', shape[0])
    return
  }
  const length = fact('longest')
  const characters = classes.find((_, c) => fact(`class_${c}_`) === 1)
  if (characters !== undefined && fact('shortest') === length)
    addOption(property, 'pattern', `^[${characters}]{${length}}$`)
}

/** Twice the share of NULLs that was seen, in whole percent, as a warning. */
function tolerance(share: number): Record<string, string | number> {
  const most = Math.min(100, Math.ceil(200 * share))
  return { metric: 'nullValues', mustBeLessOrEqualTo: most, unit: 'percent', severity: 'warning' }
}

async function isUnique(engine: Engine, dataset: Dataset, name: string): Promise<boolean> {
  const column = quoteIdentifier(name)
  const [row] = await engine.query(
    `SELECT count(*) AS twice FROM (SELECT 1 FROM ${dataset.rawView} WHERE ${column} IS NOT NULL GROUP BY ${column} HAVING count(*) > 1 LIMIT 1)`,
  )
  return Number(row?.twice) === 0
}

async function listValues(engine: Engine, dataset: Dataset, name: string, property: PropertyDraft): Promise<void> {
  const column = quoteIdentifier(name)
  const rows = await engine.query(
    `SELECT ${column} AS item, count(*) AS rows FROM ${dataset.rawView} WHERE ${column} IS NOT NULL GROUP BY ${column} ORDER BY item LIMIT ${mostValues + 1}`,
  )
  if (rows.length === 0 || rows.length > mostValues || rows.some((row) => Number(row.rows) < fewestRows)) return
  addQuality(property, {
    metric: 'invalidValues',
    mustBe: 0,
    arguments: { validValues: rows.map((row) => String(row.item)) },
  })
}

function logicalTypeOf(type: string): LogicalType | undefined {
  if (/^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER)$/.test(type)) return 'integer'
  if (/^(FLOAT|DOUBLE|DECIMAL\(.*\))$/.test(type)) return 'number'
  if (/^(VARCHAR|UUID|ENUM\(.*)$/s.test(type)) return 'string'
  if (type === 'BOOLEAN') return 'boolean'
  if (type === 'DATE') return 'date'
  if (type.startsWith('TIMESTAMP')) return 'timestamp'
  if (type.startsWith('TIME')) return 'time'
  if (type.endsWith(']')) return 'array'
  return /^(STRUCT|MAP)/.test(type) ? 'object' : undefined
}

/** To one significant digit. */
function roundedDown(count: number): number {
  if (count < 1) return 1
  const scale = 10 ** Math.floor(Math.log10(count))
  return Math.floor(count / scale) * scale
}
