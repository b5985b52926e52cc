// What a contract says of values inside of values: an object's properties, an array's items.
import { expect, test } from 'vitest'
import { errorOf, openScratch } from '../scratch-data.ts'
import { parseContract } from './contract.ts'
import { itemType, structFields } from './nested-types.ts'
import { validate } from './validate.ts'

const contractOf = (properties: string) =>
  parseContract(
    `apiVersion: v3.1.0\nkind: DataContract\nid: c\nversion: 1.0.0\nstatus: active\nschema:\n  - name: t\n    properties:\n${properties}`,
    'contract.yaml',
  )

const customers = contractOf(`      - name: address
        logicalType: object
        properties:
          - { name: city, logicalType: string, required: true, logicalTypeOptions: { minLength: 2 } }
          - name: zip
            logicalType: string
            logicalTypeOptions: { pattern: '^(?!0000)[0-9]{4}$' }
            quality: [{ id: zips, metric: nullValues, mustBe: 0, severity: warning }]
          - name: place
            logicalType: object
            properties: [{ name: lat, logicalType: number, logicalTypeOptions: { minimum: -90, maximum: 90 } }]
          - { name: floor, logicalType: integer }
      - name: tags
        logicalType: array
        items: { logicalType: string, required: true, logicalTypeOptions: { maxLength: 3, pattern: '^(?!no)' } }
      - name: orders
        logicalType: array
        items:
          logicalType: object
          properties:
            - { name: amount, logicalType: number, required: true, logicalTypeOptions: { minimum: 0 } }
            - { name: codes, logicalType: array, items: { logicalType: integer, logicalTypeOptions: { maximum: 9 } } }
`)

type Row = Record<string, unknown>
const good: Row = {
  address: { city: 'Bern', zip: '3000', place: { lat: 46.9 } },
  tags: ['a', 'b'],
  orders: [{ amount: 1.5, codes: [1, 9] }],
}
const bad: Row[] = [
  { ...good, address: { zip: '3000', place: { lat: 46.9 } } },
  { ...good, address: { city: 'B', zip: '0000', place: { lat: 146.9 } } },
  { ...good, address: null },
  { ...good, tags: ['none', 'a'] },
  { ...good, tags: ['a', null] },
  { ...good, tags: null, orders: null },
  {
    ...good,
    orders: [
      { amount: 1.5, codes: [1] },
      { amount: -1, codes: [10, 1] },
    ],
  },
  { ...good, orders: [{ codes: [] }] },
]
const ndjson = (rows: readonly Row[]) => `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`

test('rules inside of objects and arrays reject rows, in JSON and in Parquet alike', async () => {
  await using json = await openScratch({ 'a.ndjson': ndjson([good, ...bad]) })
  const report = await validate(json.engine, json.dataset, customers)
  const failed = Object.fromEntries(
    report.checks.filter(({ failedRows }) => failedRows).map(({ id, samples }) => [id, samples.map(({ row }) => row)]),
  )
  expect(failed).toEqual({
    'address.city.required': [1],
    'address.city.minLength': [2],
    'address.zip.pattern': [2],
    'address.place.lat.maximum': [2],
    'tags[].maxLength': [4],
    'tags[].pattern': [4],
    'tags[].required': [5],
    'orders[].amount.minimum': [7],
    'orders[].amount.required': [8],
    'orders[].codes[].maximum': [7],
    zips: [3],
  })
  expect(report).toMatchObject({ verdict: 'fail', rejectedRows: 6, notEvaluated: [] })
  expect(report.checks.find(({ id }) => id === 'address.floor.logicalType')).toMatchObject({
    verdict: 'pass',
    observed: 'no row has it',
  })
  const struct = `{'city': 'Bern', 'zip': '3000', 'place': {'lat': 46.9}, 'floor': 1}`
  const sql = `SELECT ${struct} AS address, ['a'] AS tags, [{'amount': 1.5, 'codes': [1]::INTEGER[1]}] AS orders`
  await using parquet = await openScratch({ 'a.parquet': { sql } })
  expect(await validate(parquet.engine, parquet.dataset, customers)).toMatchObject({ verdict: 'pass', rejectedRows: 0 })
})

test('a value of another form leaves what is inside untested, which is no pass', async () => {
  await using scratch = await openScratch({ 't.parquet': { sql: "SELECT MAP {'city': 'Bern'} AS address" } })
  const contract = contractOf(
    '      - { name: address, logicalType: object, properties: [{ name: city, logicalType: string, required: true }] }\n',
  )
  const { verdict, checks } = await validate(scratch.engine, scratch.dataset, contract)
  expect(verdict).toBe('inconclusive')
  expect(checks.at(-1)).toMatchObject({ id: 'address.city.logicalType', verdict: 'inconclusive' })
})

test('an absent property that must be there is missing in every row that has the object', async () => {
  await using scratch = await openScratch({ 'a.ndjson': '{"a": {"b": 1}}\n{"a": null}\n' })
  const contract = contractOf(
    '      - { name: a, logicalType: object, properties: [{ name: c, required: true }, { name: b, logicalType: string }] }\n',
  )
  const { checks } = await validate(scratch.engine, scratch.dataset, contract)
  expect(checks.map(({ id, verdict, failedRows }) => [id, verdict, failedRows])).toEqual([
    ['a.logicalType', 'pass', null],
    ['a.c.required', 'fail', 1],
    ['a.b.logicalType', 'fail', null],
  ])
})

test('names that mean something to SQL are names', async () => {
  const sql = `SELECT {'a b': 1, 'c"d, e': [{'x''); DROP': 5}]} AS "s'"`
  await using scratch = await openScratch({ 't.parquet': { sql } })
  const contract = contractOf(`      - name: s'
        logicalType: object
        properties:
          - { name: a b, logicalType: integer, logicalTypeOptions: { maximum: 0 } }
          - name: c"d, e
            logicalType: array
            items: { logicalType: object, properties: [{ name: "x'); DROP", logicalType: integer, logicalTypeOptions: { maximum: 0 } }] }
`)
  const { checks } = await validate(scratch.engine, scratch.dataset, contract)
  expect(checks.filter(({ failedRows }) => failedRows === 1).map(({ kind }) => kind)).toEqual(['maximum', 'maximum'])
})

test('what is said of a whole column is not asked inside of a value, and that is listed', () => {
  const contract = contractOf(`      - name: a
        logicalType: array
        items:
          unique: true
          logicalType: object
          properties: [{ name: b, primaryKey: true, relationships: [{ to: t.a }], logicalType: string, logicalTypeOptions: { format: odd } }]
`)
  expect(contract.notEvaluated).toEqual(['a[].unique', 'a[].b.format', 'a[].b.primaryKey', 'a[].b.relationships'])
})

test.each([
  [
    'properties of a text',
    '      - { name: a, logicalType: string, properties: [{ name: b }] }\n',
    9,
    /needs logicalType object/,
  ],
  [
    'items of an object',
    '      - { name: a, logicalType: object, items: { logicalType: string } }\n',
    9,
    /needs logicalType array/,
  ],
  [
    'an unknown key deep inside',
    '      - name: a\n        logicalType: array\n        items:\n          logicalType: object\n          properties:\n            - nam: b\n',
    14,
    /not known/,
  ],
  [
    'a pattern that is none',
    '      - name: a\n        logicalType: array\n        items: { logicalType: string, logicalTypeOptions: { pattern: "(" } }\n',
    11,
    /regular expression/,
  ],
  [
    'a property twice',
    '      - name: a\n        logicalType: object\n        properties:\n          - name: b\n          - name: b\n',
    13,
    /listed twice/,
  ],
])('%s is an error at its line', async (_, properties, line, message) => {
  const error = await errorOf((async () => contractOf(properties))())
  expect(error.code).toBe('CONTRACT_INVALID')
  expect(error.problems).toContainEqual(expect.objectContaining({ line, message: expect.stringMatching(message) }))
})

test('types are read as the engine writes them', () => {
  expect(structFields(`STRUCT(a INTEGER, "b, ""c" ENUM('x,', 'y)'), d STRUCT(e DECIMAL(10,2))[])`)).toEqual([
    { name: 'a', type: 'INTEGER' },
    { name: 'b, "c', type: "ENUM('x,', 'y)')" },
    { name: 'd', type: 'STRUCT(e DECIMAL(10,2))[]' },
  ])
  expect(structFields('MAP(VARCHAR, INTEGER)')).toBeNull()
  expect(['INTEGER[][]', 'INTEGER[3]', 'INTEGER'].map(itemType)).toEqual(['INTEGER[]', 'INTEGER', null])
})

test('a metric of what is in a list keeps its severity and is no pass', async () => {
  const items = '{ logicalType: integer, quality: [{ id: gaps, metric: nullValues, mustBe: 0 }] }'
  const contract = contractOf(`      - { name: tags, logicalType: array, items: ${items} }\n`)
  await using scratch = await openScratch({ 't.ndjson': '{"tags":[1,null]}\n' })
  const report = await validate(scratch.engine, scratch.dataset, contract)
  expect(report.verdict).toBe('inconclusive')
  expect(report.checks.find(({ id }) => id === 'gaps')).toMatchObject({
    severity: 'error',
    verdict: 'inconclusive',
    expected: '= 0 rows',
  })
})
