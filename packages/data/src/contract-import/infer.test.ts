import { expect, test } from 'vitest'
import { datasetOptions, parseContract } from '../contract/contract.ts'
import { validate } from '../contract/validate.ts'
import { openDataset } from '../fingerprint/dataset.ts'
import { fingerprintFiles } from '../fingerprint/files.ts'
import { openScratch } from '../scratch-data.ts'
import { inferContract } from './infer.ts'

const sql = `SELECT i AS id, 'O' || lpad(i::VARCHAR, 5, '0') AS code, ['web', 'app'][i % 2 + 1] AS channel, i % 40 - 3 AS delay,
  (i % 100) / 7 AS share, if(i % 10 = 0, NULL, 'secret ' || i) AS note, 'u' || i || '@example.org' AS mail,
  DATE '2001-01-01' + (i % 30)::INTEGER AS day, [i] AS list, i % 3 = 0 AS flag FROM range(1000) r(i)`

test('an inferred contract is kept by the data it comes from, says what they have in common, and none of their values', async () => {
  await using scratch = await openScratch({ 'flights.parquet': { sql } })
  const { engine, dataset } = scratch
  const { yaml } = await inferContract(engine, dataset, { id: 'urn:c', physicalName: '*.parquet' })
  const contract = parseContract(yaml, 'contract.yaml')
  expect(await validate(engine, dataset, contract)).toMatchObject({ verdict: 'pass', rows: 1000 })
  const of = (name: string) => contract.object.properties.find((property) => property.name === name)
  expect(of('id')).toMatchObject({
    logicalType: 'integer',
    required: true,
    unique: true,
    logicalTypeOptions: { minimum: 0 },
  })
  expect(of('code')).toMatchObject({ unique: true, logicalTypeOptions: { pattern: '^[A-Z0-9]{6}$' } })
  expect(of('delay')?.logicalTypeOptions).toBeUndefined()
  expect(of('note')).toMatchObject({ required: false, quality: [{ mustBeLessOrEqualTo: 20, severity: 'warning' }] })
  expect(of('mail')?.logicalTypeOptions).toEqual({ format: 'email' })
  expect(['day', 'list', 'flag'].map((name) => of(name)?.logicalType)).toEqual(['date', 'array', 'boolean'])
  expect(contract.object).toMatchObject({ physicalName: '*.parquet', quality: [{ mustBeGreaterOrEqualTo: 500 }] })
  expect(yaml).not.toMatch(/web|secret|u1@/)
  expect((await inferContract(engine, dataset, { id: 'urn:c', physicalName: '*.parquet' })).yaml).toBe(yaml)
})

test('values are listed when that is asked for, and only where each has many rows', async () => {
  await using scratch = await openScratch({
    't.parquet': {
      sql: "SELECT ['web', 'app'][i % 2 + 1] AS channel, if(i = 7, 'rare', 'often') AS kind FROM range(1000) r(i)",
    },
  })
  const { yaml } = await inferContract(scratch.engine, scratch.dataset, { id: 'urn:c', listsValues: true })
  const [channel, kind] = parseContract(yaml, 'c').object.properties
  expect(channel?.quality[0]?.arguments?.validValues).toEqual(['app', 'web'])
  expect(kind?.quality).toEqual([])
})

test('every type of the engine is one of the standard’s, or none', async () => {
  const sql = `SELECT 1::UBIGINT AS a, 1.5::DECIMAL(10,2) AS b, TIMESTAMPTZ '2001-01-01 00:00:00+00' AS c, 'x'::ENUM('x') AS d,
    'x'::BLOB AS e, {'a': 1} AS f, [1] AS g, TIME '10:00' AS h`
  await using scratch = await openScratch({ 't.parquet': { sql } })
  const { columns } = await inferContract(scratch.engine, scratch.dataset, { id: 'urn:c' })
  expect(columns.map(({ logicalType }) => logicalType)).toEqual([
    'integer',
    'number',
    'timestamp',
    'string',
    null,
    'object',
    'array',
    'time',
  ])
})

test('what is inside of values stands in the contract by its types, which the data keep', async () => {
  const rows = [{ at: { city: 'Bern', place: { lat: 46.9 } }, tags: ['a'], orders: [{ id: 1, codes: [[2]] }] }]
  await using scratch = await openScratch({ 't.ndjson': `${rows.map((row) => JSON.stringify(row)).join('\n')}\n` })
  const { yaml } = await inferContract(scratch.engine, scratch.dataset, { id: 'urn:c' })
  const contract = parseContract(yaml, 'c')
  expect((await validate(scratch.engine, scratch.dataset, contract)).verdict).toBe('pass')
  const [at, tags, orders] = contract.object.properties
  expect(at?.properties?.[1]?.properties).toMatchObject([{ name: 'lat', logicalType: 'number' }])
  expect(tags?.items?.logicalType).toBe('string')
  expect(orders?.items?.properties?.[1]?.items?.items?.logicalType).toBe('integer')
})

test('a folder’s partitions are columns of the contract, of the dataset and of its digest', async () => {
  const files = { 'year=2001/month=01/a.csv': 'x\n1\n', 'year=2002/month=__HIVE_DEFAULT_PARTITION__/a.csv': 'x\n2\n' }
  await using scratch = await openScratch(files, { partitions: ['year', 'month', 'day'] })
  const { engine, dataset, root } = scratch
  expect(dataset.columns).toEqual([
    { name: 'x', type: 'BIGINT' },
    { name: 'year', type: 'BIGINT' },
    { name: 'month', type: 'VARCHAR' },
  ])
  expect(await engine.query(`SELECT x, year, month FROM ${dataset.rawView} ORDER BY x`)).toEqual([
    { x: 1n, year: 2001n, month: '01' },
    { x: 2n, year: 2002n, month: null },
  ])
  const found = await fingerprintFiles(root, Object.keys(files))
  const plain = await openDataset(engine, found, { name: 'u' })
  expect(plain.digest).not.toBe(dataset.digest)
  const { yaml } = await inferContract(engine, dataset, { id: 'urn:c', partitions: ['year', 'month'] })
  const contract = parseContract(yaml, 'c')
  expect(contract.object.properties.map(({ name, partitioned }) => [name, partitioned])).toEqual([
    ['x', undefined],
    ['year', true],
    ['month', true],
  ])
  const again = await openDataset(engine, found, datasetOptions(contract))
  expect(again.digest).toBe(dataset.digest)
  expect((await validate(engine, again, contract)).verdict).toBe('pass')
})
