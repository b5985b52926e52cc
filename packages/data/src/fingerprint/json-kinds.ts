import { TidemarkError } from '@tidemark/schemas'
import { isNumeric } from '../contract/column-types.ts'
import type { Engine } from '../engine/engine.ts'
import { quoteIdentifier } from '../engine/quoting.ts'
import type { DataFile } from './files.ts'
import type { DataColumn } from './reader.ts'

const kinds = {
  number: ['BIGINT', 'UBIGINT', 'HUGEINT', 'DOUBLE'],
  boolean: ['BOOLEAN'],
} as const

/** What a value is called in a message, by DuckDB's name of its kind. */
const called: Readonly<Record<string, string>> = {
  VARCHAR: 'a text',
  BOOLEAN: 'true or false',
  ARRAY: 'a list',
  OBJECT: 'an object',
}

/**
 * Refuses JSON whose values are of another kind than declared: a text `"1"` is no number and `2` is neither true nor false, though DuckDB would
 * make them so. `sourceOf` reads the file with the types it is given. Throws `DATA_UNREADABLE` with the first such row of each column.
 */
export async function refuseOtherKinds(
  engine: Engine,
  file: DataFile,
  {
    found,
    declared,
    sourceOf,
  }: {
    /** Types as they were found in the whole file. */
    found: readonly DataColumn[]
    declared: ReadonlyMap<string, string>
    sourceOf: (columns: readonly DataColumn[]) => string
  },
): Promise<void> {
  const doubted = found.flatMap(({ name, type }) => {
    const kind = kindOf(declared.get(name))
    return kind === undefined || kind === kindOf(type) ? [] : [{ name, kind }]
  })
  if (doubted.length === 0) return
  const source = sourceOf(found.map(({ name, type }) => ({ name, type: isAmong(doubted, name) ? 'JSON' : type })))
  const selected = doubted.flatMap(({ name, kind }, i) => {
    const actual = `json_type(${quoteIdentifier(name)})`
    const isOther = `${actual} NOT IN ('NULL', ${kinds[kind].map((known) => `'${known}'`).join(', ')})`
    return [
      `min(number) FILTER (${isOther})::VARCHAR AS row${i}`,
      `arg_min(${actual}, number) FILTER (${isOther}) AS kind${i}`,
    ]
  })
  const [first] = await engine.query(
    `SELECT ${selected.join(', ')} FROM (SELECT row_number() OVER () AS number, ${doubted.map(({ name }) => quoteIdentifier(name)).join(', ')} FROM ${source})`,
  )
  const problems = doubted.flatMap(({ name, kind }, i) => {
    const [row, actual] = [first?.[`row${i}`], first?.[`kind${i}`]]
    if (typeof row !== 'string') return []
    const wanted = kind === 'number' ? 'a number' : 'true or false'
    const message = `${name} holds ${called[String(actual)] ?? 'a number'} in row ${row}, where ${wanted} is declared`
    return [{ file: file.path, path: name, message }]
  })
  if (problems.length === 0) return
  throw new TidemarkError('DATA_UNREADABLE', `${file.path}: ${problems[0]!.message}`, {
    hint: 'Write the value without quotes, or declare in the contract what the file holds.',
    problems,
  })
}

function kindOf(type: string | undefined): keyof typeof kinds | undefined {
  if (type === undefined) return undefined
  return type === 'BOOLEAN' ? 'boolean' : isNumeric(type) ? 'number' : undefined
}

const isAmong = (columns: readonly { name: string }[], name: string): boolean =>
  columns.some((column) => column.name === name)
