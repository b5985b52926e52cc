import type { DataFile } from './files.ts'
import type { DataColumn, FileReader } from './reader.ts'

/** Hive's name for a partition of NULL. */
const hiveNull = '__HIVE_DEFAULT_PARTITION__'

/**
 * The files with what their folders give: `year=2001/month=02/x.parquet` has a year and a month. Of the wanted names those
 * that every path gives; what files said before is forgotten.
 */
export function partitionFiles(files: readonly DataFile[], wanted: readonly string[]): DataFile[] {
  const paths = files.map(({ path }) => foldersOf(path))
  const names = [...new Set(wanted)].filter((name) => paths.every((folders) => folders.has(name)))
  return files.map(({ path, sizeBytes, sha256 }, i) => ({
    path,
    sizeBytes,
    sha256,
    ...(names.length === 0
      ? {}
      : { partition: Object.fromEntries(names.map((name) => [name, paths[i]!.get(name) ?? null])) }),
  }))
}

/** Names that the folders of all paths give. */
export function partitionNames(paths: readonly string[]): string[] {
  const [first, ...others] = paths.map(foldersOf)
  return first === undefined ? [] : [...first.keys()].filter((name) => others.every((folders) => folders.has(name)))
}

/**
 * The readers with the wanted names that every file's path gives, and no file has itself, as columns of their own; of types as
 * declared, else whole numbers, days or texts.
 */
export function withPartitions(
  readers: readonly FileReader[],
  wanted: readonly string[],
  declared: ReadonlyMap<string, string>,
): FileReader[] {
  const own = new Set(readers.flatMap(({ columns }) => columns.map(({ name }) => name)))
  const files = partitionFiles(
    readers.map(({ file }) => file),
    wanted.filter((name) => !own.has(name)),
  )
  const columns = Object.keys(files[0]?.partition ?? {}).map((name) => {
    const values = files.map(({ partition }) => partition?.[name] ?? null)
    return { name, type: typeOf(values, declared.get(name)) }
  })
  return readers.map((reader, i) => withColumns({ ...reader, file: files[i]! }, columns))
}

const withColumns = (reader: FileReader, columns: readonly DataColumn[]): FileReader => ({
  ...reader,
  columns: [...reader.columns, ...columns],
})

/** A type that every value can be read as: a folder's name is never a reason to stop reading. */
function typeOf(values: readonly (string | null)[], declared: string | undefined): string {
  const all = (pattern: RegExp) => values.every((value) => value === null || pattern.test(value))
  if (declared === 'VARCHAR') return declared
  if (declared === 'BIGINT' || declared === 'DOUBLE') return all(/^-?\d{1,18}$/) ? declared : 'VARCHAR'
  if (all(/^-?(0|[1-9]\d{0,17})$/)) return 'BIGINT'
  const areDates = all(/^\d{4}-\d{2}-\d{2}$/) && values.every((value) => value === null || isDay(value))
  return areDates ? 'DATE' : 'VARCHAR'
}

function isDay(text: string): boolean {
  const time = Date.parse(text)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

function foldersOf(path: string): Map<string, string | null> {
  const found = new Map<string, string | null>()
  for (const folder of path.split('/').slice(0, -1)) {
    const [, name, value] = /^([^=]+)=(.*)$/.exec(folder) ?? []
    if (name !== undefined && value !== undefined) found.set(decode(name), value === hiveNull ? null : decode(value))
  }
  return found
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
