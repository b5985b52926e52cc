// The flights' features, outcomes and a model's scores in memory, the rows that the contract accepts.
import { readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import {
  contractColumnTypes,
  createDatasetView,
  type Column as DataColumn,
  fingerprintFiles,
  openDataset,
  openEngine,
  parseContract,
} from '../../../packages/data/src/index.ts'
import { openModel } from '../../../packages/models/src/index.ts'
import { sha256 } from '../../../packages/schemas/src/index.ts'
import { openExecutor, runJob } from '../../../packages/training/src/index.ts'
import { type Column, firstDay, type Table } from './table.ts'

const root = join(import.meta.dirname, '../../..')
const folder = join(root, 'examples/flight-delay/models/flight-delay')

/** The first `days` days of 2001, which begin with a Monday. */
export async function readFlights(days: number): Promise<Table> {
  const data = realpathSync(join(root, 'node_modules/vega-datasets/data'))
  const contract = parseContract(readFileSync(join(folder, 'contract.yaml'), 'utf8'), 'contract.yaml')
  const files = await fingerprintFiles(data, ['flights-3m.parquet'])
  await using engine = await openEngine({ allowedPaths: [join(data, 'flights-3m.parquet')], root: data })
  const dataset = await openDataset(engine, files, { name: 'flights', columnTypes: contractColumnTypes(contract) })
  await createDatasetView(engine, dataset, { contract, policy: { action: 'drop', maxShare: 0.005 } })
  const query = readFileSync(join(folder, 'features.sql'), 'utf8')
  // The outcome in minutes beside the features, which the model does not see.
  const delays = query.replace('origin,', 'origin, delay,')
  await engine.query(`CREATE TEMP TABLE bench_flights AS
    SELECT date_diff('day', DATE '${firstDay}', flight_date)::DOUBLE AS day, * EXCLUDE (flight_id, flight_date)
    FROM (${delays}) WHERE flight_date < DATE '${firstDay}' + ${days}`)
  const read = await engine.columns('bench_flights', [
    ...['day', 'late', 'delay'].map((name) => ({ name, kind: 'number' as const })),
    ...['departure_hour', 'weekday', 'distance'].map((name) => ({ name, kind: 'number' as const })),
    ...['origin', 'destination'].map((name) => ({ name, kind: 'string' as const })),
  ])
  const [day, late, delay] = read.slice(0, 3).map((column) => (column.kind === 'number' ? column.values : []))
  const features = read.slice(3)
  const labels = Float64Array.from(late!)
  const scores = await scoreAll(features, labels, trainingRows(day!))
  return {
    days: Uint32Array.from(day!),
    columns: [
      ...features.map((column): Column => {
        const { name } = column
        return column.kind === 'string'
          ? { kind: 'categorical', name, family: 'features', codes: column.codes, levels: column.dictionary }
          : { kind: 'numeric', name, family: 'features', values: column.values }
      }),
      { kind: 'numeric', name: 'delay', family: 'labels', values: Float64Array.from(delay!) },
      { kind: 'rate', name: 'late', family: 'labels', values: labels },
      { kind: 'numeric', name: 'prediction', family: 'predictions', values: scores },
    ],
  }
}

/** Rows of the first eight weeks and a bit: what a version is made from lies before most of what it scores. */
const trainingRows = (day: ArrayLike<number>): number[] =>
  Array.from(day, (_, row) => row).filter((row) => day[row]! < 59)

/** Scores of a model with few trees, since drift needs no good one. */
async function scoreAll(
  features: readonly DataColumn[],
  labels: Float64Array,
  rows: readonly number[],
): Promise<Float64Array> {
  const trained = await runJob(openExecutor('embedded'), {
    runId: 'bench',
    seed: 7,
    parameters: { trees: 12, leaves: 31, learning_rate: 0.4, min_rows_per_leaf: 200 },
    channels: {},
    loadTable: async () => ({
      rows: rows.length,
      labels: Uint8Array.from(rows, (row) => labels[row]!),
      columns: features.map((column) =>
        column.kind === 'number'
          ? { ...column, values: Float64Array.from(rows, (row) => column.values[row]!) }
          : { ...column, codes: Uint32Array.from(rows, (row) => column.codes[row]!) },
      ),
    }),
  })
  const model = await openModel(trained.model, { expectedSha256: sha256(trained.model) })
  const scores = await model.score({ rows: labels.length, columns: features })
  await model.close()
  return scores
}
