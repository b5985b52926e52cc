import { type Period, type Segment, TidemarkError } from '@tidemark/schemas'
import type { Column, StringColumn } from '../engine/columns.ts'
import type { Engine } from '../engine/engine.ts'
import { quoteIdentifier, quoteLiteral } from '../engine/quoting.ts'
import { assertSingleSelect } from '../engine/select-guard.ts'
import { openLookups } from '../features/lookups.ts'
import { type DriftData, requireColumns, type ScoredRows } from './source.ts'
import { addDays } from './weeks.ts'

/** What a model needs to score a period's rows, in no order. Rows whose features are the same are scored once. */
export interface ScoringRows {
  /** Of each combination of features that occurs. */
  readonly features: readonly Column[]
  readonly combinations: number
  /** Each row's combination. */
  readonly codes: Uint32Array
  /** Each row's day as `YYYY-MM-DD`. */
  readonly days: StringColumn
  /** 0 or 1, NaN where the outcome is not known yet; absent without a label column. */
  readonly labels?: Float64Array
  /** Which rows are of each segment asked for. */
  readonly segments: NonNullable<ScoredRows['segments']>
}

type Query = DriftData['features']

const view = 'tidemark_scoring_query'
const table = 'tidemark_scoring_rows'
const distinct = 'tidemark_scoring_combinations'
const coded = 'tidemark_scoring_codes'

/** First day with rows and the day after the last one, or null where the query gives none. Throws as `readScoringRows` does. */
export async function readPeriod(engine: Engine, query: Query): Promise<Period | null> {
  await createView(engine, query, [query.day])
  const day = dayOf(query)
  const [row] = await engine.query(`SELECT min(${day})::VARCHAR AS first, max(${day})::VARCHAR AS last FROM ${view}`)
  await engine.query(`DROP VIEW ${view}`)
  if (typeof row?.first !== 'string' || typeof row.last !== 'string') return null
  assertPlausible(row.first, row.last, query)
  return { start: row.first, end: addDays(row.last, 1) }
}

export interface ArrivedDays {
  /** The newest day that has come, or null. */
  readonly newest: string | null
  /** The day after that; where none has come the first day, before which there is none. */
  readonly end: string
  /** The newest day, where it lies ahead and is left out for that. */
  readonly ahead: string | null
}

/** Until which day there are rows, not counting days after `until`; null where there is no row. Throws as `readPeriod` does. */
export async function readArrived(engine: Engine, query: Query, until: string): Promise<ArrivedDays | null> {
  await createView(engine, query, [query.day])
  const day = dayOf(query)
  const [row] = await engine.query(`SELECT min(${day})::VARCHAR AS first, max(${day})::VARCHAR AS last,
    (max(${day}) FILTER (WHERE ${day} <= DATE ${quoteLiteral(until)}))::VARCHAR AS newest FROM ${view}`)
  await engine.query(`DROP VIEW ${view}`)
  if (typeof row?.first !== 'string' || typeof row.last !== 'string') return null
  assertPlausible(row.first, row.last, query)
  const newest = typeof row.newest === 'string' ? row.newest : null
  return { newest, end: newest === null ? row.first : addDays(newest, 1), ahead: row.last > until ? row.last : null }
}

/** A stray day would be waited for, and stands for a clock or a format that was read wrong. */
const mostYears = 200

/** Throws `COLUMN_TYPE` where the days of some rows, by their column `day`, lie further apart than those of any data. */
export function assertPlausible(first: string, last: string, { day, file }: Pick<Query, 'day' | 'file'>): void {
  const years = (Date.parse(last) - Date.parse(first)) / (365.25 * 86_400_000)
  const isDate = /^\d{4}-\d\d-\d\d$/
  if (isDate.test(first) && isDate.test(last) && years <= mostYears) return
  throw new TidemarkError('COLUMN_TYPE', `${file}: ${day} goes from ${first} to ${last}, which no data do`, {
    hint: 'Bound the date in the contract (logicalTypeOptions minimum and maximum), or correct how the query reads it.',
    problems: [{ file, path: day, message: `found ${first} and ${last}` }],
  })
}

/** Rows by day from `start` on, of days that have some. Throws as `readScoringRows` does. */
export async function readDayRows(engine: Engine, query: Query, start: string): Promise<Map<string, number>> {
  await createView(engine, query, [query.day])
  const day = dayOf(query)
  const rows = await engine.query(
    `SELECT ${day}::VARCHAR AS day, count(*) AS rows FROM ${view} WHERE ${day} >= DATE ${quoteLiteral(start)} GROUP BY 1`,
  )
  await engine.query(`DROP VIEW ${view}`)
  return new Map(rows.map((row) => [String(row.day), Number(row.rows)]))
}

/**
 * The named features, the day and the outcome of a period's rows. Throws `SQL_REFUSED`, `SQL_FAILED`, what `openLookups` throws, and `COLUMN_MISSING` with
 * every column that the query does not give.
 */
export async function readScoringRows(
  engine: Engine,
  query: Query,
  {
    features,
    period,
    segments = [],
  }: {
    features: readonly { name: string; kind: 'number' | 'string' }[]
    period: Period
    segments?: readonly Segment[] | undefined
  },
): Promise<ScoringRows> {
  const { label } = query.columns
  await createView(engine, query, [
    query.day,
    ...(label === undefined ? [] : [label]),
    ...features.map(({ name }) => name),
  ])
  await requireColumns(
    engine,
    view,
    segments.map(({ column }) => column),
    'monitor.segments',
  )
  const day = dayOf(query)
  const names = features.map((_, i) => `f${i}`)
  const selected = [
    // A number, since text would have to be enumerated on its way out.
    `date_diff('day', DATE '1970-01-01', ${day}) AS day`,
    label === undefined ? 'NULL::DOUBLE AS label' : `CAST(${quoteIdentifier(label)} AS DOUBLE) AS label`,
    ...features.map(
      ({ name, kind }, i) => `CAST(${quoteIdentifier(name)} AS ${kind === 'number' ? 'DOUBLE' : 'VARCHAR'}) AS f${i}`,
    ),
    ...segments.map(
      ({ column, value }, i) =>
        `(CAST(${quoteIdentifier(column)} AS VARCHAR) = ${quoteLiteral(value)})::DOUBLE AS s${i}`,
    ),
  ]
  await engine.query(
    `CREATE OR REPLACE TEMP TABLE ${table} AS SELECT ${selected.join(', ')} FROM ${view}
     WHERE ${day} >= DATE ${quoteLiteral(period.start)} AND ${day} < DATE ${quoteLiteral(period.end)}`,
  )
  await engine.query(`CREATE OR REPLACE TEMP TABLE ${distinct} AS
    SELECT *, row_number() OVER () - 1 AS code FROM (SELECT DISTINCT ${names.join(', ') || '1'} FROM ${table})`)
  // NULL is a value like others here, and NaN equals itself.
  const isSame = names.map((name) => `r.${name} IS NOT DISTINCT FROM c.${name}`).join(' AND ') || 'true'
  await engine.query(`CREATE OR REPLACE TEMP VIEW ${coded} AS
    SELECT r.day, r.label, c.code${segments.map((_, i) => `, r.s${i}`).join('')} FROM ${table} AS r JOIN ${distinct} AS c ON ${isSame}`)
  const numbers = await engine.columns(
    coded,
    ['day', 'label', 'code', ...segments.map((_, i) => `s${i}`)].map((name) => ({ name, kind: 'number' as const })),
  )
  const found = await engine.columns(
    distinct,
    features.map(({ kind }, i) => ({ name: `f${i}`, kind })),
  )
  const [count] = await engine.query(`SELECT count(*) AS combinations FROM ${distinct}`)
  await engine.query(`DROP VIEW ${coded}; DROP TABLE ${distinct}; DROP TABLE ${table}; DROP VIEW ${view}`)
  const [days, labels, codes, ...within] = numbers.map((column) =>
    column.kind === 'number' ? column.values : new Float64Array(),
  )
  return {
    features: found.map((column, i) => ({ ...column, name: features[i]!.name })),
    combinations: Number(count?.combinations),
    codes: new Uint32Array(codes!),
    days: toDates(days!),
    ...(label === undefined ? {} : { labels: labels! }),
    segments: segments.map((segment, i) => ({ segment, isWithin: within[i]! })),
  }
}

/** Days since 1970 as a column of dates. */
function toDates(days: Float64Array): StringColumn {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  for (let row = 0; row < days.length; row++) {
    first = Math.min(first, days[row]!)
    last = Math.max(last, days[row]!)
  }
  const dictionary: string[] = []
  for (let day = first; day <= last; day++) dictionary.push(addDays('1970-01-01', day))
  const codes = new Uint32Array(days.length)
  for (let row = 0; row < days.length; row++) codes[row] = days[row]! - first
  return { name: 'day', kind: 'string', codes, dictionary }
}

async function createView(
  engine: Engine,
  { sql, file, view: dataset, lookups = [] }: Query,
  needed: readonly string[],
): Promise<void> {
  const tables = [dataset, ...(await openLookups(engine, lookups, dataset))]
  await assertSingleSelect(engine, { sql, file, tables })
  await engine.query(`CREATE OR REPLACE TEMP VIEW ${view} AS ${sql}`)
  await requireColumns(engine, view, needed, file)
}

const dayOf = ({ day }: Query): string => `CAST(${quoteIdentifier(day)} AS DATE)`
