// validate-data's work on the 3,000,000 flights against the same checks as one hand-written query in a bare DuckDB.
import { readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import {
  contractColumnTypes,
  fingerprintFiles,
  openDataset,
  openEngine,
  parseContract,
  validate,
} from '../../packages/data/src/index.ts'
import { measureDriftCost } from './data/drift.ts'
import type { Measurement } from './main.ts'

const rounds = 15
const target = 1.5
const root = join(import.meta.dirname, '../..')
const data = realpathSync(join(root, 'node_modules/vega-datasets/data'))
const fileName = 'flights-3m.parquet'

export async function run(): Promise<Measurement[]> {
  const contractFile = 'examples/flight-delay/models/flight-delay/contract.yaml'
  const contract = parseContract(readFileSync(join(root, contractFile), 'utf8'), contractFile)
  const files = await fingerprintFiles(data, [fileName])
  await using engine = await openEngine({ allowedPaths: [join(data, fileName)], root: data })
  const bare = await openBare()
  const ours = async () => {
    const dataset = await openDataset(engine, files, {
      name: contract.object.name,
      columnTypes: contractColumnTypes(contract),
    })
    return validate(engine, dataset, contract, { action: 'drop', maxShare: 0.001 })
  }
  const [report, byHand] = [await ours(), await bare.run()]
  assertSameCounts(
    report.checks.flatMap(({ failedRows }) => (failedRows === null ? [] : [failedRows])),
    byHand,
  )
  const times = { ours: [] as number[], bare: [] as number[] }
  // Interleaved, so that a busy moment of the machine meets both alike.
  for (let round = 0; round < rounds; round++) {
    times.ours.push(await time(ours))
    times.bare.push(await time(bare.run))
  }
  bare.close()
  const [mine, theirs] = [median(times.ours), median(times.bare)]
  const note = `${mine.toFixed(0)} ms; SQL: ${theirs.toFixed(0)} ms; ${report.checks.length} checks, ${report.rows} rows; median of ${rounds}`
  return [
    { id: 'validate.flights.vs-sql', value: mine / theirs, unit: 'ratio', target, note },
    { id: 'validate.flights.seconds', value: mine / 1000, unit: 's' },
    ...(await measureDriftCost()),
  ]
}

// What someone would write who knows DuckDB and these checks; no row numbers, no rejected rows, no report.
const handWrittenSql = `
  SELECT
    count(*) FILTER (WHERE date IS NULL),
    count(*) FILTER (WHERE date < TIMESTAMP '1987-10-01'),
    count(*) FILTER (WHERE date >= TIMESTAMP '2100-01-01'),
    count(*) FILTER (WHERE delay IS NULL),
    count(*) FILTER (WHERE delay < -60),
    count(*) FILTER (WHERE delay > 1440),
    count(*) FILTER (WHERE distance IS NULL),
    count(*) FILTER (WHERE distance < 20),
    count(*) FILTER (WHERE distance > 5000),
    count(*) FILTER (WHERE origin IS NULL),
    count(*) FILTER (WHERE NOT regexp_matches(origin, '^[A-Z0-9]{3}$')),
    count(*) FILTER (WHERE destination IS NULL),
    count(*) FILTER (WHERE NOT regexp_matches(destination, '^[A-Z0-9]{3}$')),
    count(*) FILTER (WHERE origin = destination),
    count(*)
  FROM '${join(data, fileName)}'`

async function openBare(): Promise<{ run(): Promise<number[]>; close(): void }> {
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '1024MiB' })
  const connection = await instance.connect()
  return {
    run: async () => ((await connection.runAndReadAll(handWrittenSql)).getRows()[0] ?? []).map(Number),
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

// Both must have done the same work; the last two columns are counted otherwise in a report.
function assertSameCounts(ours: readonly number[], byHand: readonly number[]): void {
  const same = ours.length >= 13 && ours.slice(0, 13).every((count, i) => count === byHand[i])
  if (!same) throw new Error(`the two do not count alike: ${ours.join(' ')} and ${byHand.join(' ')}`)
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}
