import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseContracts } from '../contract/contract.ts'
import { validate } from '../contract/validate.ts'
import { errorOf, openScratch } from '../scratch-data.ts'
import { importContract } from './import-contract.ts'

const imported = (file: string) => {
  const { format, yaml, notCarried } = importContract(
    readFileSync(join(import.meta.dirname, 'fixtures', file), 'utf8'),
    { file },
  )
  return { format, yaml, notCarried, contracts: parseContracts(yaml, file) }
}

describe('a Data Package', () => {
  const { format, contracts, notCarried } = imported('datapackage.json')
  const [customers, orders] = contracts

  test('gives an object for each resource, with its file, keys and references', () => {
    expect(format).toBe('table-schema')
    expect(customers?.object).toMatchObject({
      name: 'customers',
      physicalType: 'file',
      physicalName: 'data/customers.csv',
    })
    expect(orders?.object.properties.slice(0, 2)).toMatchObject([
      { name: 'customer', primaryKey: true, primaryKeyPosition: 1 },
      { name: 'line', primaryKey: true, primaryKeyPosition: 2 },
    ])
    expect(orders?.relationships).toMatchObject([
      { columns: ['customer'], target: { object: 'customers', columns: ['id'] } },
    ])
  })

  test('carries types and constraints, and says what it could not', () => {
    expect(customers?.object.properties).toMatchObject([
      { required: true, unique: true },
      { logicalTypeOptions: { format: 'email' } },
      { logicalType: 'integer' },
      { name: 'home' },
    ])
    expect(orders?.object.properties.slice(2, 5)).toMatchObject([
      { logicalTypeOptions: { minimum: 0, maximum: 10000 } },
      { logicalTypeOptions: { pattern: '^(?:[A-Z]{2}[0-9]+)$', minLength: 3, maxLength: 12 } },
      { quality: [{ metric: 'invalidValues', arguments: { validValues: ['open', 'paid'] } }] },
    ])
    expect(notCarried).toEqual([
      'customers.home: the type geopoint',
      expect.stringMatching(/^customers: missingValues \(n\/a\)/),
      'orders_2026.state: the constraint jsonSchema',
      'orders_2026.at: the format %Y-%m-%d %H:%M',
    ])
  })
})

test('a JSON Schema of a record becomes columns', () => {
  const { format, contracts, notCarried } = imported('order.schema.json')
  expect(format).toBe('json-schema')
  const properties = new Map(contracts[0]?.object.properties.map((property) => [property.name, property]))
  expect(contracts[0]?.object.name).toBe('Order')
  expect(properties.get('id')).toMatchObject({ required: true, logicalTypeOptions: { format: 'uuid' } })
  expect(properties.get('at')?.logicalType).toBe('timestamp')
  expect(properties.get('amount')?.logicalTypeOptions).toEqual({ exclusiveMinimum: 0, multipleOf: 0.01 })
  expect(properties.get('count')).toMatchObject({
    logicalType: 'integer',
    logicalTypeOptions: { minimum: 1, maximum: 99 },
  })
  expect(properties.get('note')).toMatchObject({ required: false, logicalTypeOptions: { maxLength: 200 } })
  expect(properties.get('tags')?.logicalTypeOptions).toEqual({ minItems: 1, uniqueItems: true })
  expect(properties.get('tags')?.items).toMatchObject({ logicalType: 'string', required: true })
  expect(properties.get('address')).toMatchObject({
    logicalType: 'object',
    properties: [{ name: 'city', logicalType: 'string', required: true }],
  })
  expect(notCarried).toEqual([
    'Order.state: the default',
    'Order.either: oneOf',
    'Order: additionalProperties: false; other columns are let be',
  ])
})

test('a schema that contains itself is carried over as deep as data go, and what is left is named', () => {
  const schema = {
    title: 'node',
    type: 'object',
    properties: { value: { type: 'integer', maximum: 9 }, kinds: { type: 'array', items: { enum: ['a', 'b'] } } },
  }
  const child = { type: 'object', properties: { ...schema.properties, next: { $ref: '#/properties/next' } } }
  const text = JSON.stringify({ ...schema, properties: { ...schema.properties, next: child } })
  const { yaml, notCarried } = importContract(text, { file: 'node.json' })
  const [contract] = parseContracts(yaml, 'node.yaml')
  let deepest = contract?.object.properties.find(({ name }) => name === 'next')
  let depth = 0
  for (; deepest?.properties !== undefined; depth++) deepest = deepest.properties.find(({ name }) => name === 'next')
  expect(depth).toBe(8)
  expect(notCarried).toContainEqual(expect.stringMatching(/^node(\.next){9}: what is inside the object, so deep in$/))
  expect(notCarried).toContain('node.next.kinds[]: which values there are')
  const names = Array.from({ length: 30 }, (_, i) => `n${i}`)
  const many = Object.fromEntries(names.map((name) => [name, { $ref: '#' }]))
  const wide = importContract(JSON.stringify({ title: 'w', type: 'object', properties: many }), { file: 'w.json' })
  expect(parseContracts(wide.yaml, 'w.yaml')[0]?.object.properties).toHaveLength(30)
})

test('references are followed inside of the schema, with what stands beside them; others are named', () => {
  const properties = {
    name: { $ref: '#/$defs/short%20text', minLength: 3 },
    far: { $ref: 'https://example.com/far.json' },
    gone: { $ref: '#/$defs/gone' },
    round: { $ref: '#/$defs/round' },
  }
  const $defs = { 'short text': { type: 'string', maxLength: 9 }, round: { $ref: '#/$defs/round' } }
  const { yaml, notCarried } = importContract(JSON.stringify({ $schema: 'x', properties, $defs }), { file: 's.json' })
  const [name] = parseContracts(yaml, 's.yaml')[0]!.object.properties
  expect(name).toMatchObject({ logicalType: 'string', logicalTypeOptions: { minLength: 3, maxLength: 9 } })
  expect(notCarried).toEqual([
    's.far: what https://example.com/far.json says',
    's.gone: what #/$defs/gone says',
    's.round: what #/$defs/round says',
  ])
})

test('rules that contradict each other are refused, not at lines of a file that has others', async () => {
  const constraints = { minLength: 5, maxLength: 1 }
  const text = JSON.stringify({ fields: [{ name: 'a', type: 'string', constraints }] })
  const error = await errorOf((async () => importContract(text, { file: 's.json' }))())
  expect(error).toMatchObject({ code: 'CONTRACT_INVALID', problems: [{ file: 'the contract of s.json' }] })
})

test('an expectation of no values at all is named', () => {
  const expectations = [
    { type: 'expect_column_values_to_be_in_set', kwargs: { column: 'a', value_set: [] } },
    { type: 'expect_column_values_to_be_unique', kwargs: { column: 'a' } },
  ]
  const { notCarried } = importContract(JSON.stringify({ name: 's', expectations }), { file: 's.json' })
  expect(notCarried).toEqual(['a expect_column_values_to_be_in_set: no counterpart'])
})

test('a suite of expectations judges data as its own tool would, and what has no counterpart is named', async () => {
  const { format, contracts, notCarried } = imported('suite.json')
  expect(format).toBe('great-expectations')
  expect(notCarried).toEqual([
    'code expect_column_values_to_match_regex: no counterpart',
    'amount expect_column_kl_divergence_to_be_less_than: no counterpart',
    'paid expect_column_values_to_not_be_null: its row_condition, so it was left out',
  ])
  const row = (i: string) =>
    `SELECT ${i} AS id, 'O' || lpad(${i}::VARCHAR, 6, '0') AS code, 50.0::DOUBLE AS amount, 50.0::DOUBLE AS paid, 'web' AS channel`
  await using good = await openScratch(
    { 'good.parquet': { sql: `${row('i')} FROM range(100) r(i)` } },
    { name: 'suite' },
  )
  const [contract] = contracts
  if (!contract) throw new Error('no contract')
  expect(await validate(good.engine, good.dataset, contract)).toMatchObject({ verdict: 'pass' })
  const bad = `${row('1')} UNION ALL SELECT NULL, 'X1', 2000, 1, 'fax' UNION ALL ${row('1')}`
  await using worse = await openScratch({ 'bad.parquet': { sql: bad } }, { name: 'suite' })
  const report = await validate(worse.engine, worse.dataset, contract)
  const failed = report.checks.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id)
  expect(failed).toEqual([
    'amount.maximum',
    'range of amount',
    'avg of amount',
    'id.required',
    'id.unique',
    'channel.invalidValues',
    'code.minLength',
    'code.invalidValues',
    'paid >= amount',
    'suite.duplicateValues',
  ])
})

test('dbt’s models and sources become objects with their tests', () => {
  const { format, contracts, notCarried } = imported('schema.yml')
  expect(format).toBe('dbt')
  const [orders, customers] = contracts
  expect(orders?.object.properties).toMatchObject([
    { name: 'order_id', logicalType: 'string', required: true, unique: true },
    { name: 'customer_id', logicalType: 'integer' },
    { name: 'channel', quality: [{ metric: 'invalidValues', severity: 'warning' }] },
    { name: 'amount', logicalType: 'number', required: true, quality: [{ mustBeLessOrEqualTo: 5, unit: 'percent' }] },
    { name: 'geo' },
  ])
  expect(orders?.relationships).toMatchObject([{ target: { object: 'customers', columns: ['id'] } }])
  expect(orders?.object.quality).toMatchObject([{ metric: 'duplicateValues' }, { type: 'sql', mustBe: 0 }])
  expect(customers?.freshness).toMatchObject([{ column: 'loaded_at', limit: '2 day' }])
  expect(notCarried).toEqual([
    "orders.channel: not_null where order_id <> ''",
    'orders.amount: the constraint check',
    'orders.amount: the test dbt_expectations.expect_column_mean_to_be_between',
    'orders.geo: the type geography',
  ])
})

test('what was not carried over stands at the head of the contract', () => {
  const { yaml } = imported('schema.yml')
  expect(yaml).toMatch(/^# Imported from a dbt properties file[\s\S]*# Not carried over:\n# - orders\.channel/)
})

test.each([
  ['a list', '[]', 'DOCUMENT_INVALID'],
  ['another document', 'kind: Pod\n', 'DOCUMENT_INVALID'],
  ['a suite of nothing', '{"expectations": []}', 'DOCUMENT_INVALID'],
  ['no YAML', 'a: [', 'YAML_INVALID'],
  ['a hostile name', '{"fields": [{"name": "a\\u0000b"}]}', 'CONTRACT_INVALID'],
  ['a comment that breaks out', '{"fields": [{"name": "a", "type": "x\\nkind: Pod"}]}', undefined],
])('%s is refused, or does no harm', async (_, text, code) => {
  const work = (async () => importContract(text, { file: 'x' }))()
  if (code !== undefined) expect((await errorOf(work)).code).toBe(code)
  else expect(parseContracts((await work).yaml, 'x')).toHaveLength(1)
})
