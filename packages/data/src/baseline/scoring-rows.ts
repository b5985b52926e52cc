import type { Period } from '@tidemark/schemas'
import type { Column, StringColumn } from '../engine/columns.ts'
import type { Engine } from '../engine/engine.ts'
import { quoteIdentifier, quoteLiteral } from '../engine/quoting.ts'
import { assertSingleSelect } from '../engine/select-guard.ts'
import { type DriftData, requireColumns } from './source.ts'
import { addDays } from './weeks.ts'

/** What a model needs to score a period's rows, in no order. */
export interface ScoringRows {
  readonly rows: number
  readonly features: readonly Column[]
  /** Each row's day as `YYYY-MM-DD`. */
  readonly days: StringColumn
  /** 0 or 1, NaN where the outcome is not known yet; absent without a label column. */
  readonly labels?: Float64Array
}

type Query = DriftData['features']

const view = 'tidemark_scoring_query'
const table = 'tidemark_scoring_rows'

/** First day with rows and the day after the last one, or null where the query gives none. Throws as `readScoringRows`. */
export async function readPeriod(engine: Engine, query: Query): Promise<Period | null> {
  await createView(engine, query, [query.day])
  const day = dayOf(query)
  const [row] = await engine.query(`SELECT min(${day})::VARCHAR AS first, max(${day})::VARCHAR AS last FROM ${view}`)
  await engine.query(`DROP VIEW ${view}`)
  if (typeof row?.first !== 'string' || typeof row.last !== 'string') return null
  return { start: row.first, end: addDays(row.last, 1) }
}

/**
 * The named features, the day and the outcome of a period's rows. Throws `SQL_REFUSED`, `SQL_FAILED`, and `COLUMN_MISSING` with
 * every column that the query does not give.
 */
export async function readScoringRows(
  engine: Engine,
  query: Query,
  { features, period }: { features: readonly { name: string; kind: 'number' | 'string' }[]; period: Period },
): Promise<ScoringRows> {
  const { label } = query.columns
  await createView(engine, query, [
    query.day,
    ...(label === undefined ? [] : [label]),
    ...features.map(({ name }) => name),
  ])
  const day = dayOf(query)
  const selected = [
    `${day}::VARCHAR AS day`,
    ...(label === undefined ? [] : [`CAST(${quoteIdentifier(label)} AS DOUBLE) AS label`]),
    ...features.map(
      ({ name, kind }, i) => `CAST(${quoteIdentifier(name)} AS ${kind === 'number' ? 'DOUBLE' : 'VARCHAR'}) AS f${i}`,
    ),
  ]
  await engine.query(
    `CREATE OR REPLACE TEMP TABLE ${table} AS SELECT ${selected.join(', ')} FROM ${view}
     WHERE ${day} >= DATE ${quoteLiteral(period.start)} AND ${day} < DATE ${quoteLiteral(period.end)}`,
  )
  const columns = await engine.columns(table, [
    { name: 'day', kind: 'string' },
    ...(label === undefined ? [] : [{ name: 'label', kind: 'number' as const }]),
    ...features.map(({ kind }, i) => ({ name: `f${i}`, kind })),
  ])
  await engine.query(`DROP TABLE ${table}; DROP VIEW ${view}`)
  const [days, ...rest] = columns
  if (days?.kind !== 'string') throw new Error('the day was not read as text')
  const outcome = label === undefined ? undefined : rest.shift()
  return {
    rows: days.codes.length,
    days,
    features: rest.map((column, i) => ({ ...column, name: features[i]!.name })),
    ...(outcome?.kind === 'number' ? { labels: outcome.values } : {}),
  }
}

async function createView(
  engine: Engine,
  { sql, file, view: dataset }: Query,
  needed: readonly string[],
): Promise<void> {
  await assertSingleSelect(engine, { sql, file, tables: [dataset] })
  await engine.query(`CREATE OR REPLACE TEMP VIEW ${view} AS ${sql}`)
  await requireColumns(engine, view, needed, file)
}

const dayOf = ({ day }: Query): string => `CAST(${quoteIdentifier(day)} AS DATE)`
