// Debian's Python, where people have pandas and SciPy by its packages. It reads no Parquet without another package, so a table
// reaches it as CSV, of which it makes its own fast format before anything is timed.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

export const python = '/usr/bin/python3'

export function hasPandas(): boolean {
  return existsSync(python) && spawnSync(python, ['-c', 'import pandas, scipy']).status === 0
}

/** Runs a program with these arguments and returns what it prints. */
export function runPython(program: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(python, ['-c', program, ...args], { encoding: 'utf8', timeout: 300_000 })
  if (status !== 0) throw new Error(`pandas failed: ${stderr}`)
  return stdout
}

/** Writes what a query selects as CSV. */
export async function writeCsv(select: string, csv: string): Promise<void> {
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(`COPY (${select}) TO '${csv}'`)
  connection.closeSync()
  instance.closeSync()
}
