import type { DuckDBConnection, DuckDBVector } from '@duckdb/node-api'
import type { ColumnExpression } from './engine.ts'
import { quoteIdentifier, quoteLiteral } from './quoting.ts'

/** The code of NULL in a column of text. */
export const nullCode = 0xffffffff

/** Numbers in row order; NULL is NaN. */
export interface NumberColumn {
  readonly name: string
  readonly kind: 'number'
  readonly values: Float64Array
}

/** Text in row order: `dictionary[codes[row]]`, and `nullCode` for NULL. The dictionary is sorted by UTF-8 bytes where it is small. */
export interface StringColumn {
  readonly name: string
  readonly kind: 'string'
  readonly codes: Uint32Array
  readonly dictionary: readonly string[]
}

export type Column = NumberColumn | StringColumn

// Above this many different texts, an enumeration in DuckDB costs more than it saves.
const largestEnumeration = 65_536
// U+001F, the unit separator, is what joins texts on their way out; texts that hold it take the slow way.
const separator = '\u001f'
const rowsPerText = 8192

/**
 * Reads columns of a table of this connection's. DuckDB's binding hands out text one item at a time (over 1 µs each), so
 * text travels as codes of an enumeration, or many rows joined into one text.
 */
export async function readTable(
  connection: DuckDBConnection,
  table: string,
  expressions: readonly ColumnExpression[],
): Promise<Column[]> {
  const plans: ColumnPlan[] = []
  for (const { name, kind } of expressions) {
    plans.push(kind === 'number' ? planNumbers(name) : await planStrings(connection, table, name))
  }
  // One pass over the table for all columns: what costs is the number of chunks fetched, not their width.
  const scanned = plans.flatMap((plan) => ('sql' in plan ? plan : []))
  const arrays = await readItems(connection, table, scanned)
  const columns: Column[] = []
  for (const plan of plans) {
    columns.push('sql' in plan ? plan.finish(arrays[scanned.indexOf(plan)] as NumberArray) : await plan.read())
  }
  return columns
}

/** A column that the shared pass can read, or one that needs a reading of its own. */
type ColumnPlan = ScannedColumn | { readonly read: () => Promise<Column> }

interface ScannedColumn {
  readonly sql: string
  readonly empty: () => NumberArray
  readonly finish: (items: NumberArray) => Column
}

function planNumbers(name: string): ScannedColumn {
  return {
    sql: `coalesce(CAST(${quoteIdentifier(name)} AS DOUBLE), 'NaN'::DOUBLE)`,
    empty: () => new Float64Array(),
    finish: (items) => ({ name, kind: 'number', values: items as Float64Array }),
  }
}

async function planStrings(connection: DuckDBConnection, table: string, name: string): Promise<ColumnPlan> {
  const column = quoteIdentifier(name)
  const dictionary = await distinct(connection, table, column)
  if (dictionary === undefined) return { read: () => readManyStrings(connection, table, name) }
  // A code of its own stands for NULL, so that no vector's validity mask has to be read.
  const code =
    dictionary.length === 0
      ? `${nullCode}::UINTEGER`
      : `coalesce(enum_code(CAST(${column} AS ENUM (${dictionary.map(quoteLiteral).join(', ')})))::UINTEGER, ${nullCode})`
  return {
    sql: code,
    empty: () => new Uint32Array(),
    finish: (items) => ({ name, kind: 'string', codes: items as Uint32Array, dictionary }),
  }
}

/** The sorted texts of a column, or undefined where they are too many or cannot be enumerated. */
async function distinct(connection: DuckDBConnection, table: string, column: string): Promise<string[] | undefined> {
  const reader = await connection.runAndReadAll(
    `SELECT DISTINCT ${column} AS item FROM ${table} WHERE ${column} IS NOT NULL LIMIT ${largestEnumeration + 1}`,
  )
  const items = (reader.getColumns()[0] ?? []) as string[]
  if (items.length > largestEnumeration || items.some((item) => item.includes('\0'))) return undefined
  return items.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
}

/** A column's texts in row order, NULL as null: for columns in which nearly every text is different. */
export async function readTexts(connection: DuckDBConnection, table: string, name: string): Promise<(string | null)[]> {
  const column = quoteIdentifier(name)
  const [awkward] = await firstRow(
    connection,
    `SELECT count(*) FILTER (WHERE ${column} IS NULL OR contains(${column}, ${quoteLiteral(separator)})) FROM ${table}`,
  )
  return Number(awkward) === 0 ? joinedTexts(connection, table, column) : singleTexts(connection, table, column)
}

async function readManyStrings(connection: DuckDBConnection, table: string, name: string): Promise<StringColumn> {
  const texts = await readTexts(connection, table, name)
  const codes = new Uint32Array(texts.length)
  const dictionary: string[] = []
  const codeOf = new Map<string, number>()
  texts.forEach((text, row) => {
    let code = text === null ? nullCode : codeOf.get(text)
    if (code === undefined) {
      code = dictionary.push(text as string) - 1
      codeOf.set(text as string, code)
    }
    codes[row] = code
  })
  return { name, kind: 'string', codes, dictionary }
}

async function joinedTexts(connection: DuckDBConnection, table: string, column: string): Promise<string[]> {
  const reader = await connection.runAndReadAll(
    `SELECT string_agg(${column}, ${quoteLiteral(separator)} ORDER BY rowid) FROM ${table}
     GROUP BY rowid // ${rowsPerText} ORDER BY rowid // ${rowsPerText}`,
  )
  return ((reader.getColumns()[0] ?? []) as string[]).flatMap((text) => text.split(separator))
}

async function singleTexts(connection: DuckDBConnection, table: string, column: string): Promise<(string | null)[]> {
  const reader = await connection.runAndReadAll(`SELECT ${column} FROM ${table}`)
  return (reader.getColumns()[0] ?? []) as (string | null)[]
}

async function firstRow(connection: DuckDBConnection, sql: string): Promise<readonly unknown[]> {
  return (await connection.runAndReadAll(sql)).getRows()[0] ?? []
}

// `items` is the vector's typed array; the binding declares it private, but there is no other way to a whole column at once.
async function readItems(
  connection: DuckDBConnection,
  table: string,
  columns: readonly ScannedColumn[],
): Promise<NumberArray[]> {
  if (columns.length === 0) return []
  const result = await connection.stream(`SELECT ${columns.map(({ sql }) => sql).join(', ')} FROM ${table}`)
  const parts: NumberArray[][] = columns.map(() => [])
  for await (const chunk of result) {
    parts.forEach((into, i) => {
      const vector: DuckDBVector & { items?: unknown } = chunk.getColumnVector(i)
      const items = vector.items
      if (!(items instanceof Float64Array || items instanceof Uint32Array)) {
        throw new TypeError('the DuckDB binding no longer keeps a vector in a typed array')
      }
      into.push(items.slice())
    })
  }
  return columns.map(({ empty }, i) =>
    concat(parts[i] ?? [], empty().constructor as new (length: number) => NumberArray),
  )
}

type NumberArray = Float64Array | Uint32Array

function concat<T extends NumberArray>(parts: readonly NumberArray[], Target: new (length: number) => T): T {
  const whole = new Target(parts.reduce((rows, part) => rows + part.length, 0))
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}
