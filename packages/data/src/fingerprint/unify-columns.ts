import { type Problem, TidemarkError } from '@tidemark/schemas'
import type { DataColumn } from './reader.ts'

/** A file, or the first of several, with its columns. */
interface Described {
  readonly file: { readonly path: string }
  readonly columns: readonly DataColumn[]
}

const integers = ['TINYINT', 'UTINYINT', 'SMALLINT', 'USMALLINT', 'INTEGER', 'UINTEGER', 'BIGINT', 'UBIGINT', 'HUGEINT']

/**
 * The columns that all files share, in the first file's order, numeric types widened to one that holds all.
 * Throws `COLUMN_TYPE` naming every column that is absent, added or of another type, and the files that differ.
 */
export function unifyColumns(readers: readonly Described[]): DataColumn[] {
  const [first, ...others] = readers
  if (first === undefined) return []
  const problems: Problem[] = []
  const types = new Map(first.columns.map(({ name, type }) => [name, type]))
  for (const { file, columns } of others) {
    const here = new Map(columns.map(({ name, type }) => [name, type]))
    for (const [name, type] of types) {
      const other = here.get(name)
      const wider = other === undefined ? undefined : widen(type, other)
      if (other === undefined)
        problems.push({ file: file.path, path: name, message: `the column is absent, but ${first.file.path} has it` })
      else if (wider === undefined)
        problems.push({ file: file.path, path: name, message: `is ${other}, but ${type} in ${first.file.path}` })
      else types.set(name, wider)
    }
    for (const name of here.keys()) {
      if (!types.has(name))
        problems.push({ file: file.path, path: name, message: `the column is not in ${first.file.path}` })
    }
  }
  if (problems.length > 0) {
    throw new TidemarkError('COLUMN_TYPE', 'The files of the dataset do not have the same columns', {
      hint: 'Write all files with the same columns and types, or name only those that belong together.',
      problems: problems.slice(0, 100),
    })
  }
  return [...types].map(([name, type]) => ({ name, type }))
}

function widen(a: string, b: string): string | undefined {
  if (a === b) return a
  if (integers.includes(a) && integers.includes(b))
    return [a, b].some((type) => type === 'HUGEINT' || type === 'UBIGINT') ? 'HUGEINT' : 'BIGINT'
  return isNumber(a) && isNumber(b) ? 'DOUBLE' : undefined
}

function isNumber(type: string): boolean {
  return integers.includes(type) || type === 'FLOAT' || type === 'DOUBLE' || type.startsWith('DECIMAL')
}
