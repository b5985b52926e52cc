// The flights' features and outcomes in memory, the rows that the contract accepts.
import { readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import {
  contractColumnTypes,
  createDatasetView,
  fingerprintFiles,
  openDataset,
  openEngine,
  parseContract,
} from '../../../packages/data/src/index.ts'
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
  const delays = query.replace('origin,', 'origin, delay,')
  await engine.query(`CREATE TEMP TABLE bench_flights AS
    SELECT date_diff('day', DATE '${firstDay}', flight_date)::DOUBLE AS day, late, delay, departure_hour, weekday, distance, origin, destination
    FROM (${delays}) WHERE flight_date < DATE '${firstDay}' + ${days}`)
  const names = ['day', 'departure_hour', 'weekday', 'distance', 'delay', 'late'] as const
  const columns = await engine.columns('bench_flights', [
    ...names.map((name) => ({ name, kind: 'number' as const })),
    { name: 'origin', kind: 'string' as const },
    { name: 'destination', kind: 'string' as const },
  ])
  const [day, ...rest] = columns
  if (day?.kind !== 'number') throw new Error('days are numbers')
  return {
    days: Uint32Array.from(day.values),
    columns: rest.map((column): Column => {
      const { name } = column
      if (column.kind === 'string')
        return { kind: 'categorical', name, family: 'features', codes: column.codes, levels: column.dictionary }
      if (name === 'late') return { kind: 'rate', name, family: 'labels', values: column.values }
      return { kind: 'numeric', name, family: name === 'delay' ? 'labels' : 'features', values: column.values }
    }),
  }
}
