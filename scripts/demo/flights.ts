import { existsSync } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const source = join(root, 'node_modules/vega-datasets/data/flights-3m.parquet')
const cache = join(root, '.cache/flights')

/** The real flights of vega-datasets (2001-01 to 2001-06), one Parquet file a month; made once and kept in .cache. */
export async function flightsOf(month: string): Promise<string> {
  // Rows keep the order they have in the source, so that a row's number means the same at every run.
  return cut(`flights-${month}.parquet`, `WHERE strftime(date, '%Y-%m') = ${quote(month)} ORDER BY file_row_number`)
}

/** A month's first flights, in the order of their departure. */
export async function firstFlightsOf(month: string, count: number): Promise<string> {
  const where = `WHERE strftime(date, '%Y-%m') = ${quote(month)}`
  return cut(`flights-${month}-first-${count}.parquet`, `${where} ORDER BY date, file_row_number LIMIT ${count}`)
}

async function cut(name: string, clauses: string): Promise<string> {
  const file = join(cache, name)
  if (existsSync(file)) return file
  await mkdir(cache, { recursive: true })
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(
    `COPY (SELECT date, delay, distance, origin, destination
           FROM read_parquet(${quote(source)}, file_row_number = true) ${clauses})
     TO ${quote(`${file}.part`)} (FORMAT parquet, COMPRESSION zstd)`,
  )
  connection.closeSync()
  instance.closeSync()
  await rename(`${file}.part`, file)
  return file
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
