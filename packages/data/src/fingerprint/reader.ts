import { open } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { TidemarkError } from '@tidemark/schemas'
import { isNumeric } from '../contract/column-types.ts'
import type { Engine, SqlValue } from '../engine/engine.ts'
import { quoteLiteral } from '../engine/quoting.ts'
import { delimiterOf, headerNames, refuseRepeatedNames } from './csv-header.ts'
import type { DataFile } from './files.ts'
import { refuseOtherKinds } from './json-kinds.ts'
import { inspectText, refuseLfsPointer } from './text-file.ts'

export interface DataColumn {
  readonly name: string
  /** DuckDB's name of the type, such as `BIGINT` or `VARCHAR`. */
  readonly type: string
}

/** A file as DuckDB reads it, with nothing left to guess: what is read twice is read the same way. */
export interface FileReader {
  readonly file: DataFile
  readonly format: 'parquet' | 'csv' | 'json'
  readonly columns: readonly DataColumn[]
  /** Columns whose declared type their values may not be of; nothing knows until they are read. */
  readonly doubted?: readonly string[]
  /** A table function's call. Parquet has the virtual columns `file_index` and `file_row_number`. */
  readonly source: string
}

/** Options of `read_parquet` that keep it to the files named and their own columns. */
export const parquetOptions = 'hive_partitioning = false, union_by_name = false'

/**
 * How to read one file: its format by extension (parquet, csv, tsv, json, ndjson, jsonl; the text ones also .gz and .zst, logs with a number of rotation),
 * its columns and types from the whole file. `declared` types replace those found in text files.
 * Throws `DATA_UNREADABLE` and `DATA_EMPTY`.
 */
export async function openFile(
  engine: Engine,
  root: string,
  file: DataFile,
  declared: ReadonlyMap<string, string>,
): Promise<FileReader> {
  const path = join(root, file.path)
  const extension = extname(
    file.path
      .toLowerCase()
      .replace(/\.(gz|zst)$/, '')
      .replace(/(\.(ndjson|jsonl))\.\d{1,6}$/, '$1'),
  )
  switch (extension) {
    case '.parquet':
      return openParquet(engine, path, file)
    case '.csv':
    case '.tsv':
      return openCsv(engine, path, file, extension === '.tsv' ? '\t' : undefined, declared)
    case '.json':
    case '.ndjson':
    case '.jsonl':
      return openJson(engine, path, file, declared)
    default:
      throw new TidemarkError('DATA_UNREADABLE', `${file.path} has no known data format`, {
        hint: 'Use .parquet, .csv, .tsv, .json or .ndjson; text files may end in .gz or .zst.',
        problems: [{ file: file.path, message: `the extension ${extension || '(none)'} is not known` }],
      })
  }
}

async function openParquet(engine: Engine, path: string, file: DataFile): Promise<FileReader> {
  const handle = await open(path)
  try {
    refuseLfsPointer(file, (await handle.read(Buffer.alloc(64), 0, 64, 0)).buffer)
  } finally {
    await handle.close()
  }
  const source = `read_parquet([${quoteLiteral(path)}], ${parquetOptions})`
  const columns = await describe(engine, source)
  // DuckDB calls the second of two columns of one name `a_1`; the file itself has their own names.
  if (columns.some(({ name }) => /_\d+$/.test(name))) {
    refuseRepeatedNames(file, await topLevelNames(engine, path))
  }
  return { file, format: 'parquet', columns, source }
}

async function topLevelNames(engine: Engine, path: string): Promise<string[]> {
  const rows = await engine.query(`SELECT name, num_children FROM parquet_schema(${quoteLiteral(path)})`)
  const names: string[] = []
  // Depth first: the root, then each column with all that is below it.
  let below = 0
  for (const { name, num_children: children } of rows.slice(1)) {
    if (below === 0) names.push(String(name))
    else below--
    below += Number(children ?? 0)
  }
  return names
}

async function openCsv(
  engine: Engine,
  path: string,
  file: DataFile,
  given: string | undefined,
  declared: ReadonlyMap<string, string>,
): Promise<FileReader> {
  if (file.sizeBytes === 0) throw empty(file)
  const { firstLine } = await inspectText(path, file, 'csv')
  const delimiter = given ?? delimiterOf(firstLine)
  refuseRepeatedNames(file, headerNames(firstLine, delimiter) ?? [])
  // Without `skip` and `comment`, the sniffer passes over whatever does not look like the rest and takes a later line for the header.
  const dialect = `delim = ${quoteLiteral(delimiter)}, quote = '"', escape = '"', comment = '', header = true, skip = 0${compression(path)}`
  const sniff = `FROM sniff_csv(${quoteLiteral(path)}, ${dialect}, sample_size = -1`
  const [sniffed] = await engine.query(`${sniff})`).catch(async (error: unknown) => {
    await readStrictly(engine, path, dialect, await engine.query(`${sniff}, ignore_errors = true)`))
    throw error
  })
  const found = (sniffed?.Columns ?? []) as unknown as readonly { name: string; type: string }[]
  const { columns, doubted } = asDeclared(found, declared)
  const formats = [
    ['dateformat', sniffed?.DateFormat],
    ['timestampformat', sniffed?.TimestampFormat],
  ].flatMap(([option, format]) =>
    typeof format === 'string' && format !== '' ? [`${option} = ${quoteLiteral(format)}`] : [],
  )
  const options = [dialect, 'auto_detect = false', columnsOption(columns), ...formats]
  return { file, format: 'csv', columns, doubted, source: `read_csv(${quoteLiteral(path)}, ${options.join(', ')})` }
}

/** Sniffing says that a file is bad and not where; reading it as text under its own header fails at the line. */
async function readStrictly(
  engine: Engine,
  path: string,
  dialect: string,
  [sniffed]: readonly Record<string, SqlValue>[],
): Promise<void> {
  const found = (sniffed?.Columns ?? []) as unknown as readonly DataColumn[]
  const columns = columnsOption(found.map(({ name }) => ({ name, type: 'VARCHAR' })))
  await engine.query(
    `SELECT count(*) FROM read_csv(${quoteLiteral(path)}, ${dialect}, auto_detect = false, ${columns})`,
  )
}

async function openJson(
  engine: Engine,
  path: string,
  file: DataFile,
  declared: ReadonlyMap<string, string>,
): Promise<FileReader> {
  if (file.sizeBytes === 0) throw empty(file)
  await inspectText(path, file, 'json')
  // Otherwise a record of two hundred fields of one type would be one column, a map.
  const found = await describe(
    engine,
    `read_json(${quoteLiteral(path)}, sample_size = -1, map_inference_threshold = -1${compression(path)})`,
  )
  const sourceOf = (columns: readonly DataColumn[]): string =>
    `read_json(${quoteLiteral(path)}, ${columnsOption(columns)}${compression(path)})`
  await refuseOtherKinds(engine, file, { found, declared, sourceOf })
  const { columns, doubted } = asDeclared(found, declared)
  return { file, format: 'json', columns, doubted, source: sourceOf(columns) }
}

/** DuckDB knows endings in lower case alone. */
function compression(path: string): string {
  const [, ending] = /\.(gz|zst)$/i.exec(path) ?? []
  return ending === undefined ? '' : `, compression = '${ending.toLowerCase() === 'gz' ? 'gzip' : 'zstd'}'`
}

/**
 * The declared types in place of those found in the whole file. Numbers with fractions stay what they are where whole ones are declared: as
 * integers they would be rounded, and a rule can say which rows have them.
 */
function asDeclared(
  found: readonly DataColumn[],
  declared: ReadonlyMap<string, string>,
): Required<Pick<FileReader, 'columns' | 'doubted'>> {
  const columns = found.map(({ name, type }) => {
    const wanted = declared.get(name) ?? type
    return { name, type: wanted === 'BIGINT' && isNumeric(type) ? type : wanted }
  })
  const isSafe = (type: string, from: string): boolean =>
    type === from || type === 'VARCHAR' || (type === 'DOUBLE' && isNumeric(from))
  return { columns, doubted: columns.flatMap(({ name, type }, i) => (isSafe(type, found[i]!.type) ? [] : [name])) }
}

async function describe(engine: Engine, source: string): Promise<DataColumn[]> {
  const rows = await engine.query(`SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${source})`)
  return rows.map((row: Record<string, SqlValue>) => ({ name: String(row.column_name), type: String(row.column_type) }))
}

function columnsOption(columns: readonly DataColumn[]): string {
  return `columns = {${columns.map(({ name, type }) => `${quoteLiteral(name)}: ${quoteLiteral(type)}`).join(', ')}}`
}

function empty(file: DataFile): TidemarkError {
  return new TidemarkError('DATA_EMPTY', `${file.path} is empty`, {
    hint: 'Write at least a header and a row, or leave the file out.',
    problems: [{ file: file.path, message: 'the file holds no bytes' }],
  })
}
