// A made table of 20 columns beside id, day and label, as Parquet: what baselines and drift checks are measured on.
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'

export interface DatedTable {
  readonly folder: string
  readonly name: string
  readonly rows: number
}

const folder = join(import.meta.dirname, '../../../.bench/data')

/** Fifteen numeric columns and five of text: normal, skewed, whole and repeated numbers, with missing ones; 5 to 300 levels. */
const columns = [
  ...Array.from({ length: 5 }, (_, i) => `round(50 + 12 * ${normal(`n${i}`)}, 3) AS normal_${i}`),
  ...Array.from({ length: 4 }, (_, i) => `round(exp(2 + ${normal(`s${i}`)}), 2) AS skewed_${i}`),
  ...Array.from({ length: 3 }, (_, i) => `(${uniform(`w${i}`)} * 1000)::INTEGER AS whole_${i}`),
  ...Array.from(
    { length: 3 },
    (_, i) => `CASE WHEN ${uniform(`m${i}`)} > 0.1 THEN ${normal(`p${i}`)} END AS partial_${i}`,
  ),
  ...[5, 20, 60, 150, 300].map(
    (levels, i) => `'level-' || (${uniform(`t${i}`)} ** 2 * ${levels})::INTEGER AS text_${i}`,
  ),
]

/** The names of the 20 columns. */
export const datedColumns: readonly string[] = columns.map((column) => column.slice(column.lastIndexOf(' ') + 1))

/** Writes the table once and keeps it below `.bench`, 200 days of `rows / 200` rows each. */
export async function writeDatedTable(rows: number): Promise<DatedTable> {
  const name = `dated-${rows}.parquet`
  const path = join(folder, name)
  if (existsSync(path)) return { folder, name, rows }
  mkdirSync(folder, { recursive: true })
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '2GiB' })
  const connection = await instance.connect()
  await connection.run(
    `COPY (SELECT i AS id, DATE '2025-01-06' + (i * 200 // ${rows})::INTEGER AS day,
        (${uniform('label')} < 0.2)::INTEGER AS label, ${columns.join(', ')} FROM range(${rows}) AS r(i))
     TO '${path}.part' (FORMAT parquet, COMPRESSION zstd)`,
  )
  connection.closeSync()
  instance.closeSync()
  renameSync(`${path}.part`, path)
  return { folder, name, rows }
}

function uniform(salt: string): string {
  return `((hash(i, '${salt}') % 1000003 + 0.5) / 1000003)`
}

/** Box and Muller's. */
function normal(salt: string): string {
  return `(sqrt(-2 * ln(${uniform(`${salt}a`)})) * cos(6.283185307179586 * ${uniform(`${salt}b`)}))`
}
