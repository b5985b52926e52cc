// validate-data's work against the same checks as one hand-written query in a bare DuckDB, and as pandas where that is installed.
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  datasetOptions,
  fingerprintFiles,
  openDataset,
  openEngine,
  parseContract,
  validate,
} from '../../../packages/data/src/index.ts'
import type { Measurement } from '../main.ts'
import { openBare } from './bare.ts'
import { hasPandas, runPython, writeCsv } from './python.ts'
import { syntheticContract, syntheticSql, syntheticTable } from './synthetic.ts'

const rounds = 15
const target = 1.2
const root = join(import.meta.dirname, '../../..')
const flights = 'flights-3m.parquet'

/** `validate.flights.vs-sql`, `validate.5m.vs-sql` and, where there is pandas, `validate.flights.vs-pandas`. */
export async function measureValidation(): Promise<Measurement[]> {
  const data = realpathSync(join(root, 'node_modules/vega-datasets/data'))
  const contractFile = 'examples/flight-delay/models/flight-delay/contract.yaml'
  const ofFlights = await compare({
    id: 'flights',
    folder: data,
    file: flights,
    contract: readFileSync(join(root, contractFile), 'utf8'),
    sql: flightsSql(join(data, flights)),
  })
  const table = await syntheticTable()
  const of5m = await compare({
    id: '5m',
    ...table,
    contract: syntheticContract(),
    sql: syntheticSql(join(table.folder, table.file)),
  })
  const pandas = hasPandas() ? await measurePandas(join(data, flights)) : undefined
  const ours = ofFlights.find(({ id }) => id === 'validate.flights.seconds')?.value ?? Number.NaN
  return [
    ...ofFlights,
    ...of5m,
    ...(pandas === undefined
      ? []
      : [
          {
            id: 'validate.flights.vs-pandas',
            value: pandas / ours,
            unit: 'ratio',
            atLeast: 10,
            note: `pandas: ${(1000 * pandas).toFixed(0)} ms, reading its pickle included`,
          },
        ]),
  ]
}

interface Subject {
  readonly id: string
  readonly folder: string
  readonly file: string
  readonly contract: string
  /** One row: a count for each check that counts rows, in the contract's order, and then what else it counts. */
  readonly sql: string
}

async function compare({ id, folder, file, contract: text, sql }: Subject): Promise<Measurement[]> {
  const contract = parseContract(text, 'contract.yaml')
  const files = await fingerprintFiles(folder, [file])
  await using engine = await openEngine({ allowedPaths: [join(folder, file)], root: folder })
  await using bare = await openBare()
  const ours = async () => {
    const dataset = await openDataset(engine, files, datasetOptions(contract))
    return validate(engine, dataset, contract, { action: 'drop', maxShare: 0.001 })
  }
  const [report, byHand] = [await ours(), await bare.numbers(sql)]
  assertSameCounts(
    report.checks.flatMap(({ failedRows }) => (failedRows === null ? [] : [failedRows])),
    byHand,
  )
  const times = { ours: [] as number[], bare: [] as number[] }
  // Interleaved, so that a busy moment of the machine meets both alike.
  for (let round = 0; round < rounds; round++) {
    times.ours.push(await time(ours))
    times.bare.push(await time(() => bare.numbers(sql)))
  }
  const [mine, theirs] = [median(times.ours), median(times.bare)]
  const note = `${mine.toFixed(0)} ms; SQL: ${theirs.toFixed(0)} ms; ${report.checks.length} checks, ${report.rows} rows; median of ${rounds}`
  return [
    { id: `validate.${id}.vs-sql`, value: mine / theirs, unit: 'ratio', target, note },
    { id: `validate.${id}.seconds`, value: mine / 1000, unit: 's' },
  ]
}

// What someone would write who knows DuckDB well (a full match is five times as fast as `^…$`) and these checks; no row numbers, no rejected rows, no report.
const flightsSql = (path: string) => `
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
    count(*) FILTER (WHERE NOT regexp_full_match(origin, '[A-Z0-9]{3}')),
    count(*) FILTER (WHERE destination IS NULL),
    count(*) FILTER (WHERE NOT regexp_full_match(destination, '[A-Z0-9]{3}')),
    count(*) FILTER (WHERE origin = destination),
    count(*)
  FROM '${path}'`

/** Seconds that pandas takes for the same checks, its file read included. */
async function measurePandas(path: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-bench-'))
  try {
    const csv = join(folder, 'flights.csv')
    await writeCsv(`SELECT date, delay, distance, origin, destination FROM '${path}'`, csv)
    return Number(runPython(pandasProgram, csv))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const pandasProgram = `
import statistics, sys, time
import pandas as pd
path = sys.argv[1]
pd.read_csv(path, parse_dates=['date']).to_pickle(path + '.pickle')
def checks():
    f = pd.read_pickle(path + '.pickle')
    return [f.date.isna().sum(), (f.date < '1987-10-01').sum(), (f.date >= '2100-01-01').sum(),
      f.delay.isna().sum(), (f.delay < -60).sum(), (f.delay > 1440).sum(),
      f.distance.isna().sum(), (f.distance < 20).sum(), (f.distance > 5000).sum(),
      f.origin.isna().sum(), (~f.origin.str.match('^[A-Z0-9]{3}$')).sum(),
      f.destination.isna().sum(), (~f.destination.str.match('^[A-Z0-9]{3}$')).sum(),
      (f.origin == f.destination).sum(), len(f)]
times = []
for _ in range(3):
    start = time.perf_counter(); checks(); times.append(time.perf_counter() - start)
print(statistics.median(times))`

// Both must have done the same work; a row count has no failed rows in a report.
function assertSameCounts(ours: readonly number[], byHand: readonly number[]): void {
  const same = ours.length > 10 && ours.every((count, i) => count === byHand[i])
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
