import { datasetDigest, type Problem, TidemarkError } from '@tidemark/schemas'
import type { Engine } from '../engine/engine.ts'
import { quoteIdentifier, quoteLiteral } from '../engine/quoting.ts'
import type { DataFile, DatasetFiles } from './files.ts'
import { withPartitions } from './partitions.ts'
import { type DataColumn, type FileReader, openFile, parquetOptions } from './reader.ts'
import { unifyColumns } from './unify-columns.ts'

export interface Dataset {
  /** The contract's schema object that the files hold; also the name of its view. */
  readonly name: string
  /** `datasetDigest` of the files: the same bytes in another folder are the same dataset, unless folders give columns. */
  readonly digest: string
  readonly files: readonly (DataFile & { readonly rows: number })[]
  readonly rows: number
  readonly columns: readonly DataColumn[]
  /** SQL name of the view of all rows; our own SQL only. */
  readonly rawView: string
}

export interface DatasetOptions {
  readonly name: string
  /** Types of columns in text files, by name, as a contract declares them: `contractColumnTypes(contract)`. */
  readonly columnTypes?: ReadonlyMap<string, string>
  /**
   * Names that become columns where every file lies in a folder `name=value` and no file has such a column: Hive's partitions.
   * Default: none.
   */
  readonly partitions?: readonly string[]
}

/** Columns that every dataset's view has beside its own. */
export const rowColumns = { file: 'source_file', row: 'file_row_number', order: 'tidemark_row' } as const
/** Rows are told apart by `file index × 2^40 + row`, so a file holds at most 2^40 rows. */
export const rowsPerFile = 2 ** 40

/**
 * Opens files as one dataset: a view of all their rows, counted and described. Every file must have the same columns;
 * numeric types are widened. Throws `DATA_UNREADABLE` (every bad file), `COLUMN_TYPE` (mixed schemas) and `DATA_EMPTY`.
 */
export async function openDataset(engine: Engine, files: DatasetFiles, options: DatasetOptions): Promise<Dataset> {
  const opened = await openAll(engine, files, options.columnTypes ?? new Map())
  const readers = withPartitions(opened, options.partitions ?? [], options.columnTypes ?? new Map())
  const columns = unifyColumns(readers)
  refuseReservedNames(columns, readers[0]?.file.path)
  const rawView = `tidemark.${quoteIdentifier(options.name)}`
  await engine.query(`CREATE OR REPLACE VIEW ${rawView} AS ${selectAll(files.root, readers, columns)}`)
  const counts = await countRows(engine, readers)
  const rows = counts.reduce((sum, count) => sum + count, 0)
  if (rows === 0) {
    throw new TidemarkError('DATA_EMPTY', `The dataset ${options.name} has no rows`, {
      hint: 'Check what wrote the files, and that they are whole.',
      problems: readers.map(({ file }) => ({ file: file.path, message: '0 rows' })),
    })
  }
  return {
    name: options.name,
    digest: datasetDigest({ files: readers.map(({ file }) => file) }),
    files: readers.map(({ file }, i) => ({ ...file, rows: counts[i] ?? 0 })),
    rows,
    columns,
    rawView,
  }
}

async function openAll(
  engine: Engine,
  files: DatasetFiles,
  declared: ReadonlyMap<string, string>,
): Promise<FileReader[]> {
  const readers: FileReader[] = []
  const failures: { file: DataFile; error: TidemarkError }[] = []
  for (const file of files.files) {
    try {
      readers.push(await openFile(engine, files.root, file, declared))
    } catch (error) {
      if (!(error instanceof TidemarkError)) throw error
      failures.push({ file, error })
    }
  }
  const [first] = failures
  if (first !== undefined) {
    // Whatever DuckDB calls it, a file that cannot be opened as data is unreadable data.
    const own = (['DATA_EMPTY', 'FILE_TOO_LARGE'] as const).find((code) =>
      failures.every(({ error }) => error.code === code),
    )
    const code = own ?? 'DATA_UNREADABLE'
    const names = failures.map(({ file }) => file.path).join(', ')
    throw new TidemarkError(code, `${names.slice(0, 500)} cannot be read`, {
      hint:
        first.error.code === 'SQL_FAILED'
          ? 'The file is damaged or not what its name says. Restore it.'
          : first.error.hint,
      problems: failures.map(
        ({ file, error }): Problem => ({
          file: file.path,
          line: error.problems[0]?.line,
          message: error.problems[0]?.message ?? error.message,
        }),
      ),
      cause: first.error,
    })
  }
  return readers
}

function selectAll(root: string, readers: readonly FileReader[], columns: readonly DataColumn[]): string {
  const isOneParquet =
    readers.every(({ format, file }) => format === 'parquet' && file.partition === undefined) &&
    readers.every((reader) => sameColumns(reader.columns, columns))
  if (isOneParquet) return selectParquet(root, readers, columns)
  return readers.map((reader, index) => selectFile(reader, index, columns)).join(' UNION ALL ')
}

function selectParquet(root: string, readers: readonly FileReader[], columns: readonly DataColumn[]): string {
  const paths = readers.map(({ file }) => quoteLiteral(`${root}/${file.path}`)).join(', ')
  const names = readers.map(({ file }) => quoteLiteral(file.path))
  const own = columns.map(({ name }) => quoteIdentifier(name))
  const file = names.length === 1 ? names[0] : `[${names.join(', ')}][file_index::BIGINT + 1]`
  const order = names.length === 1 ? 'file_row_number' : `file_index::BIGINT * ${rowsPerFile} + file_row_number`
  return `SELECT ${[...own, `${file} AS ${rowColumns.file}`, `file_row_number AS ${rowColumns.row}`, `${order} AS ${rowColumns.order}`].join(', ')}
    FROM read_parquet([${paths}], ${parquetOptions})`
}

// DuckDB numbers the rows of Parquet only; elsewhere a streaming window counts them in file order.
function selectFile({ file, format, source }: FileReader, index: number, columns: readonly DataColumn[]): string {
  const given = new Map(Object.entries(file.partition ?? {}))
  const own = columns.map(({ name, type }) => {
    const value = given.get(name)
    const read = value === undefined ? quoteIdentifier(name) : value === null ? 'NULL' : quoteLiteral(value)
    return `CAST(${read} AS ${type}) AS ${quoteIdentifier(name)}`
  })
  const number = format === 'parquet' ? 'file_row_number' : 'row_number() OVER () - 1'
  return `SELECT ${[...own, `${quoteLiteral(file.path)} AS ${rowColumns.file}`, `${number} AS ${rowColumns.row}`, `${index * rowsPerFile}::BIGINT + ${number} AS ${rowColumns.order}`].join(', ')}
    FROM ${source}`
}

async function countRows(engine: Engine, readers: readonly FileReader[]): Promise<number[]> {
  const counts: number[] = []
  for (const { source, doubted = [] } of readers) {
    // Values that nothing asks for are never read, and whatever they are would go for the type declared.
    const read = doubted.map((name) => `, count(${quoteIdentifier(name)})`).join('')
    const [row] = await engine.query(`SELECT count(*) AS rows${read} FROM ${source}`)
    counts.push(Number(row?.rows))
  }
  return counts
}

function sameColumns(a: readonly DataColumn[], b: readonly DataColumn[]): boolean {
  return a.length === b.length && a.every(({ name, type }, i) => name === b[i]?.name && type === b[i]?.type)
}

function refuseReservedNames(columns: readonly DataColumn[], file: string | undefined): void {
  const reserved = new Set<string>(Object.values(rowColumns))
  const taken = columns.filter(({ name }) => reserved.has(name.toLowerCase()))
  if (taken.length === 0) return
  throw new TidemarkError(
    'COLUMN_TYPE',
    `The data has a column named ${taken.map(({ name }) => name).join(', ')}, which Tidemark adds itself`,
    {
      hint: 'Rename the column where the data is written.',
      problems: taken.map(({ name }) => ({ file, path: name, message: 'this name is reserved' })),
    },
  )
}
