import type { FileReader } from './reader.ts'

/** A column that folders give: `year=2001/month=02/x.parquet` has year and month. */
export interface Partition {
  readonly name: string
  /** DuckDB's name of the type. */
  readonly type: string
  /** By file, in their order; null is Hive's default partition. */
  readonly values: readonly (string | null)[]
}

/** Hive's name for a partition of NULL. */
const hiveNull = '__HIVE_DEFAULT_PARTITION__'

/** Those of the wanted names that every file's path gives and no file has itself; types as declared, else whole numbers, days or texts. */
export function findPartitions(
  readers: readonly FileReader[],
  wanted: readonly string[],
  declared: ReadonlyMap<string, string>,
): Partition[] {
  const paths = readers.map(({ file }) => foldersOf(file.path))
  return [...new Set(wanted)].flatMap((name): Partition[] => {
    const values = paths.map((folders) => folders.get(name))
    const isInFiles = readers.some(({ columns }) => columns.some((column) => column.name === name))
    if (isInFiles || values.length === 0 || values.some((value) => value === undefined)) return []
    const known = values as (string | null)[]
    return [{ name, type: typeOf(known, declared.get(name)), values: known }]
  })
}

/** Names that the folders of all paths give. */
export function partitionNames(paths: readonly string[]): string[] {
  const [first, ...others] = paths.map(foldersOf)
  return first === undefined ? [] : [...first.keys()].filter((name) => others.every((folders) => folders.has(name)))
}

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

/** The readers with the partitions as columns of their own. */
export function withPartitions(readers: readonly FileReader[], partitions: readonly Partition[]): FileReader[] {
  if (partitions.length === 0) return [...readers]
  return readers.map((reader, i) => ({
    ...reader,
    columns: [...reader.columns, ...partitions.map(({ name, type }) => ({ name, type }))],
    partition: new Map(partitions.map(({ name, values }) => [name, values[i] ?? null])),
  }))
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
