import { TidemarkError } from '@tidemark/schemas'
import type { DataFile } from './files.ts'

const delimiters = [',', ';', '\t', '|'] as const

/**
 * The delimiter of a CSV file: the one its header line holds most of, outside quotes; a comma when it holds none.
 * DuckDB would guess it from the rows, and take a ragged file for one with a single column.
 */
export function delimiterOf(header: string): (typeof delimiters)[number] {
  const bare = header.replaceAll(/"[^"]*"/g, '')
  const counts = delimiters.map((delimiter) => ({ delimiter, count: bare.split(delimiter).length - 1 }))
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).delimiter
}

/**
 * Throws `DATA_UNREADABLE` where two columns have one name: DuckDB renames the second, and a contract's rules would hold for
 * whichever comes first. Names that differ in case alone are one name to a query.
 */
export function refuseRepeatedNames(file: DataFile, names: readonly string[]): void {
  const seen = new Set<string>()
  const repeated: string[] = []
  for (const name of names) {
    const key = name.toLowerCase()
    if (name !== '' && seen.has(key)) repeated.push(name)
    seen.add(key)
  }
  if (repeated.length === 0) return
  throw new TidemarkError('DATA_UNREADABLE', `${file.path} has columns of one name`, {
    hint: 'Give each column a name of its own; queries do not tell upper from lower case.',
    problems: repeated.slice(0, 100).map((name) => ({
      file: file.path,
      line: 1,
      message: `the column "${name.slice(0, 200)}" is there twice`,
    })),
  })
}

/** The names in a header line; undefined where a quoted name goes on in the next line. */
export function headerNames(header: string, delimiter: string): string[] | undefined {
  const names: string[] = []
  let name = ''
  let isQuoted = false
  for (let i = 0; i < header.length; i++) {
    const character = header[i]
    if (isQuoted && character === '"' && header[i + 1] === '"') {
      name += '"'
      i++
    } else if (character === '"' && (isQuoted || name === '')) isQuoted = !isQuoted
    else if (character === delimiter && !isQuoted) {
      names.push(name)
      name = ''
    } else name += character
  }
  return isQuoted ? undefined : [...names, name]
}
