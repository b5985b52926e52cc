import { type Problem, TidemarkError } from '@tidemark/schemas'
import type { Engine } from './engine.ts'
import { quoteLiteral } from './quoting.ts'
import { findRefusals } from './select-refusals.ts'

export interface GuardedSelect {
  readonly sql: string
  /** Where the SQL comes from, for messages. */
  readonly file: string
  /** The only tables it may name. */
  readonly tables: readonly string[]
  /** The line of `file` on which the SQL starts, from 1, where it is part of a larger document. */
  readonly firstLine?: number | undefined
}

const maximumSqlBytes = 64 * 1024

/**
 * Passes when the text is exactly one SELECT that reads the given tables only, calls nothing that reaches outside or
 * differs from run to run, and is understood whole by DuckDB's own parser. Throws `SQL_REFUSED` with every reason and its place.
 */
export async function assertSingleSelect(
  engine: Engine,
  { sql, file, tables, firstLine = 1 }: GuardedSelect,
): Promise<void> {
  const refuse = (message: string, problems: readonly Problem[] = []) =>
    new TidemarkError('SQL_REFUSED', `${file}: ${message}`, {
      hint: `Write exactly one SELECT from ${tables.join(', ') || 'no table'}; WITH is allowed. No COPY, ATTACH, SET, other files, clocks or randomness.`,
      problems,
    })
  if (Buffer.byteLength(sql) > maximumSqlBytes) throw refuse(`the query is longer than ${maximumSqlBytes} bytes`)
  if (sql.includes('\0')) throw refuse('the query holds a NUL character')
  const place = (offset: number | undefined) => locate(sql, offset, firstLine)
  const parsed = await parse(engine, sql)
  if ('error' in parsed) {
    const problem = { file, ...place(parsed.offset), message: parsed.error }
    throw refuse(parsed.isSyntax ? 'the query is not valid SQL' : await whatItIs(engine, sql), [problem])
  }
  const [statement, second] = parsed.statements
  if (statement === undefined) throw refuse('the query is empty')
  if (second !== undefined) {
    throw refuse(`${parsed.statements.length} statements where exactly one SELECT is allowed`, [
      { file, ...place(firstLocation(second)), message: 'a second statement starts here' },
    ])
  }
  const problems = findRefusals(statement, { tables, unstable: await unstableFunctions(engine, statement) }).map(
    ({ offset, message }): Problem => ({ file, ...place(offset), message }),
  )
  if (problems.length > 0) throw refuse(problems[0]?.message ?? '', problems)
}

type Parsed = { statements: readonly unknown[] } | { error: string; isSyntax: boolean; offset: number | undefined }

async function parse(engine: Engine, sql: string): Promise<Parsed> {
  const [row] = await engine.query(`SELECT json_serialize_sql(${quoteLiteral(sql)})::VARCHAR AS tree`)
  const tree = JSON.parse(String(row?.tree)) as {
    error: boolean
    error_type?: string
    error_message?: string
    position?: string
    statements?: readonly unknown[]
  }
  if (!tree.error) return { statements: tree.statements ?? [] }
  return {
    error:
      tree.error_type === 'not implemented' ? 'only a SELECT is allowed here' : (tree.error_message ?? 'not valid SQL'),
    isSyntax: tree.error_type !== 'not implemented',
    offset: tree.position === undefined ? undefined : Number(tree.position),
  }
}

async function whatItIs(engine: Engine, sql: string): Promise<string> {
  const count = await engine.countStatements(sql)
  const verb = /^\s*(?:--[^\n]*\n\s*)*([a-z]+)/i.exec(sql)?.[1]?.toUpperCase()
  if (count !== null && count > 1) return `${count} statements where exactly one SELECT is allowed`
  return `${verb && verb !== 'SELECT' && verb !== 'WITH' ? verb : 'a statement that is not a plain SELECT'} is not allowed`
}

// An engine is locked when it opens, and its functions stay what they are.
const unstableIn = new WeakMap<Engine, ReadonlySet<string>>()

/** Names of functions whose answer differs from run to run, as DuckDB's own catalogue says. */
async function unstableFunctions(engine: Engine, statement: unknown): Promise<ReadonlySet<string>> {
  const used = functionNames(statement)
  if ([...used].every((name) => plainFunctions.has(name))) return new Set()
  const known = unstableIn.get(engine)
  if (known) return known
  const rows = await engine.query(
    `SELECT DISTINCT lower(function_name) AS name FROM duckdb_functions() WHERE stability <> 'CONSISTENT'`,
  )
  const found = new Set(rows.map((row) => String(row.name)))
  unstableIn.set(engine, found)
  return found
}

// The catalogue takes 30 ms to read; most contracts' queries need none of it.
const plainFunctions = new Set(['count', 'count_star', 'sum', 'avg', 'min', 'max', '+', '-', '*', '/', '%', '||'])

function functionNames(statement: unknown): Set<string> {
  const names = new Set<string>()
  JSON.stringify(statement, (key, value: unknown) => {
    if (key === 'function_name' && typeof value === 'string') names.add(value.toLowerCase())
    return value
  })
  return names
}

function firstLocation(node: unknown): number | undefined {
  let first: number | undefined
  JSON.stringify(node, (key, value: unknown) => {
    if (key === 'query_location' && typeof value === 'number' && Number.isSafeInteger(value))
      first = Math.min(first ?? value, value)
    return value
  })
  return first
}

// DuckDB counts bytes of UTF-8; people count characters.
function locate(sql: string, offset: number | undefined, firstLine: number): { line: number; column?: number } {
  if (offset === undefined || !Number.isSafeInteger(offset)) return { line: firstLine }
  const lines = Buffer.from(sql).subarray(0, offset).toString().split('\n')
  return { line: firstLine + lines.length - 1, column: (lines.at(-1)?.length ?? 0) + 1 }
}
