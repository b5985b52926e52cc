import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  contractColumnTypes,
  fingerprintFiles,
  openDataset,
  openEngine,
  parseContract,
  readFeatures,
  validate,
} from './index.ts'
import { writeScratch } from './scratch-data.ts'

const example = join(import.meta.dirname, '../../../examples/flight-delay/models/flight-delay')
// Flights as the real ones are, with their real dirt: a clock read wrong, a day too late, kilometres, a broken code.
const flights = `
  SELECT TIMESTAMP '2001-01-01' + INTERVAL (i) MINUTE AS date, CASE i WHEN 7 THEN -1116 WHEN 8 THEN 1688 ELSE i % 40 END AS delay,
    CASE i WHEN 9 THEN 7986 ELSE 200 + i END AS distance, CASE i WHEN 10 THEN 'lax' ELSE 'LAX' END AS origin, 'SFO' AS destination
  FROM range(2000) r(i)`

test('the README’s example, on the example repository’s contract and query', async () => {
  const data = await writeScratch({ 'flights-2001-01.parquet': { sql: flights } })
  const contract = parseContract(await readFile(join(example, 'contract.yaml'), 'utf8'), 'contract.yaml')
  const files = await fingerprintFiles(data, ['flights-*.parquet'])
  await using engine = await openEngine({
    allowedPaths: files.files.map(({ path }) => join(files.root, path)),
    root: files.root,
  })
  const dataset = await openDataset(engine, files, {
    name: contract.object.name,
    columnTypes: contractColumnTypes(contract),
  })
  const report = await validate(engine, dataset, contract, { action: 'drop', maxShare: 0.002 })
  expect(report).toMatchObject({ verdict: 'pass', rows: 2000, rejectedRows: 4 })
  expect(report.checks.filter(({ failedRows }) => failedRows).map(({ id, samples }) => [id, samples[0]?.row])).toEqual([
    ['delay.minimum', 7],
    ['delay.maximum', 8],
    ['distance.maximum', 9],
    ['origin.pattern', 10],
  ])
  const sql = await readFile(join(example, 'features.sql'), 'utf8')
  const columns = { id: 'flight_id', label: 'late', cluster: 'flight_date' }
  const table = await readFeatures(engine, { sql, file: 'features.sql', view: dataset.name, columns })
  expect(table.rows).toBe(1996)
  expect(table.ids[0]).toBe('flights-2001-01.parquet#0')
  expect(table.schema.map(({ name, type }) => `${name}: ${type}`)).toEqual([
    'departure_hour: number',
    'weekday: number',
    'distance: number',
    'origin: string',
    'destination: string',
  ])
  expect(new Set(table.labels)).toEqual(new Set([0, 1]))
  expect(table.clusters?.dictionary).toEqual(['2001-01-01', '2001-01-02'])
})
