import { Name, Period, TidemarkError } from '@tidemark/schemas'
import { z } from 'zod'
import { edgeShares, mostLevels, sampledRows, smallestLevel } from '../baseline/plan.ts'
import { type Dialect, dialect, dialects } from './dialect.ts'
import { expressionOf, scoreOf } from './expression.ts'
import { type LaidColumn, laidColumns } from './laid-columns.ts'

const Column = z.string().min(1).max(200)

/** What a table's edges and levels are laid for. It travels with the answer, so that this can be read by itself. */
export const LayQuestion = z.strictObject({
  dialect: z.enum(dialects),
  /** Schema and table, or the table alone. */
  table: z.array(z.string().min(1).max(200)).min(1).max(3),
  model: Name,
  /** The column with a row's day. */
  day: Column,
  /** What tells rows apart: with it, of many rows a sample is sorted. */
  id: Column.optional(),
  /** An outcome that is 0 or 1. */
  label: Column.optional(),
  /** What a model said of a row. */
  score: Column.optional(),
  public: z.array(Column).max(2000),
  /** Parts of the rows that are counted by themselves too. */
  segments: z
    .array(z.strictObject({ column: Column, value: z.string().min(1).max(100) }))
    .max(200)
    .optional(),
  /** All days with rows when left out. */
  period: Period.optional(),
  /** What is counted, in the table's order, without the ones above. */
  columns: z.array(z.strictObject({ name: Column, kind: z.enum(['numeric', 'categorical']) })).max(1998),
})
export type LayQuestion = z.infer<typeof LayQuestion>

/** One SELECT that lists a table's columns for `readColumns`. It reads no row. */
export function writeColumnsSql({ dialect: name, table }: Pick<LayQuestion, 'dialect' | 'table'>): string {
  const sql = dialect[name]
  return `-- Columns for tidemark profile --lay --columns. No row is read.
SELECT CAST(coalesce(${sql.jsonRows(sql.columnsOf(table))}, '[]') AS ${sql.text});
`
}

const Columns = z
  .array(z.strictObject({ name: z.string().max(200), type: z.string().max(200), place: z.coerce.number().int() }))
  .max(10_000)

/** PostgreSQL's names of types, and DuckDB's. */
const numberTypes =
  /^(smallint|integer|bigint|real|double precision|numeric|boolean|u?(tiny|small|big|huge)int|uinteger|float|double|decimal\(.*\))$/i
const textTypes = /^(text|character varying|character|uuid|user-defined|varchar|enum\(.*)$/is

/** What a database's answer to `writeColumnsSql` says can be counted, without the columns that are something else. Throws `DOCUMENT_INVALID`, `COLUMN_MISSING`. */
export function readColumns(
  json: string,
  { day, id, label, score, segments = [] }: Pick<LayQuestion, 'day' | 'id' | 'label' | 'score' | 'segments'>,
): LayQuestion['columns'] {
  const found = parseAnswer(Columns, json).sort((a, b) => a.place - b.place)
  const roles = [day, id, label, score].filter((name) => name !== undefined)
  const wanted = [...roles, ...segments.map(({ column }) => column)]
  const missing = wanted.filter((role) => !found.some(({ name }) => name === role))
  if (missing.length > 0) {
    throw new TidemarkError('COLUMN_MISSING', `the table has no column ${missing.join(', ')}`, {
      hint: `There are: ${found
        .map(({ name }) => name)
        .join(', ')
        .slice(0, 500)}.`,
    })
  }
  return found.flatMap(({ name, type }): LayQuestion['columns'] => {
    if (roles.includes(name)) return []
    if (numberTypes.test(type)) return [{ name, kind: 'numeric' }]
    return textTypes.test(type) ? [{ name, kind: 'categorical' }] : []
  })
}

/** Parses what a database returned. Throws `DOCUMENT_INVALID`. */
export function parseAnswer<T>(schema: z.ZodType<T>, json: string): T {
  let found: unknown
  try {
    found = JSON.parse(json)
  } catch (cause) {
    throw invalid('it is not JSON', cause)
  }
  const result = schema.safeParse(found)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw invalid(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`)
}

function invalid(reason: string, cause?: unknown): TidemarkError {
  return new TidemarkError('DOCUMENT_INVALID', `The database’s answer cannot be used: ${reason}`, {
    hint: 'Save what the SELECT of `tidemark profile --dialect` returns as it is, one value without headers.',
    cause,
  })
}

/** Every share at which an edge may lie: how many rows there are says which are used. */
export const allShares = edgeShares(Number.POSITIVE_INFINITY)

/**
 * One SELECT that finds the edges and levels of a table's columns, as `planBaseline` lays them from files. It returns one JSON document: numbers at
 * quantiles, levels of at least 20 rows (digests, where the column is not public), days and counts.
 */
export function writeLaySql(question: LayQuestion): string {
  const sql = dialect[question.dialect]
  const { day, id, period, score, segments = [] } = question
  const date = `CAST(${sql.identifier(day)} AS date)`
  const within = period
    ? `${date} >= DATE ${sql.literal(period.start)} AND ${date} < DATE ${sql.literal(period.end)}`
    : `${date} IS NOT NULL`
  const sample =
    id === undefined
      ? 'SELECT * FROM tidemark_rows'
      : `SELECT * FROM tidemark_rows WHERE ${sql.hash(`CAST(${sql.identifier(id)} AS ${sql.text})`)} % (SELECT greatest(1, CAST(ceil(count(*) / ${sampledRows}.0) AS bigint)) FROM tidemark_rows) = 0`
  const columns = laidColumns(question).flatMap((column) => {
    if (column.kind === 'rate') return []
    const value = expressionOf(sql, column)
    return column.kind === 'numeric'
      ? [layNumbers(sql, value, 'tidemark_sample')]
      : [layLevels(sql, value, column, question.model)]
  })
  const scores =
    score === undefined
      ? []
      : [undefined, ...segments].map((segment) => layNumbers(sql, scoreOf(sql, score, segment), 'tidemark_rows'))
  const value = (expression: string) => `CAST(${expression} AS ${sql.text})`
  const quoted = (expression: string) => `coalesce('"' || ${value(expression)} || '"', 'null')`
  const fields = [
    `${sql.literal(`"question":${JSON.stringify(question)}`)}`,
    `'"rows":' || ${value('(SELECT count(*) FROM tidemark_rows)')}`,
    `'"first":' || ${quoted('(SELECT min(tidemark_day) FROM tidemark_rows)')}`,
    `'"last":' || ${quoted('(SELECT max(tidemark_day) FROM tidemark_rows)')}`,
    `'"columns":[' || ${[...columns, ...scores].join(` || ',' || `) || `''`} || ']'`,
  ]
  return `-- Edges and levels for tidemark profile --lay --from. Quantiles of numbers and frequent levels are returned, no rows.
WITH tidemark_rows AS (SELECT ${date} AS tidemark_day, t.* FROM ${question.table.map(sql.identifier).join('.')} AS t WHERE ${within}),
tidemark_sample AS (${sample})
SELECT '{' || ${fields.join(` || ',' ||\n`)} || '}';
`
}

function layNumbers(sql: Dialect, value: string, rows: string): string {
  const numbers = `(SELECT x FROM (SELECT ${sql.number(value)} AS x FROM ${rows}) AS v WHERE x IS NOT NULL AND ${sql.isFinite('x')}) AS w`
  const json = (expression: string) => `coalesce(CAST(${expression} AS ${sql.text}), '[]')`
  return `'{"n":' || CAST((SELECT count(*) FROM ${numbers}) AS ${sql.text}) || ',"quantiles":' || ${json(sql.quantiles(numbers, allShares))} || '}'`
}

function layLevels(sql: Dialect, value: string, { name, isPublic }: LaidColumn, model: string): string {
  const text = `CAST(${value} AS ${sql.text})`
  const level = isPublic ? 'x' : sql.digest(`${sql.literal(`${model}/${name}/`)} || x`)
  const groups = `(SELECT x, count(*) AS n FROM (SELECT ${text} AS x FROM tidemark_rows) AS v WHERE x IS NOT NULL GROUP BY 1) AS g`
  const frequent = `SELECT row_number() OVER (ORDER BY n DESC, ${sql.bytes('level')}) AS place, level, n FROM (SELECT ${level} AS level, n FROM ${groups} WHERE n >= ${smallestLevel}) AS f`
  const number = (expression: string) => `CAST((SELECT ${expression} FROM ${groups}) AS ${sql.text})`
  return `'{"distinct":' || ${number('count(*)')} || ',"known":' || ${number('CAST(coalesce(sum(n), 0) AS bigint)')} || ',"levels":' || coalesce(CAST(${sql.jsonRows(`SELECT * FROM (${frequent}) AS r WHERE place <= ${mostLevels}`)} AS ${sql.text}), '[]') || '}'`
}
