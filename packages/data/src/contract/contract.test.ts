import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { errorOf } from '../scratch-data.ts'
import { contractColumnTypes, parseContract, parseContracts, publicColumns } from './contract.ts'

const head = 'apiVersion: v3.1.0\nkind: DataContract\nid: urn:c\nversion: 1.0.0\nstatus: active\nschema:\n  - name: t\n'
const parse = (properties: string) => async () => parseContract(`${head}${properties}`, 'contract.yaml')

test('the example contract is read, with places and types for text files', async () => {
  const file = 'examples/flight-delay/models/flight-delay/contract.yaml'
  const text = await readFile(join(import.meta.dirname, '../../../..', file), 'utf8')
  const contract = parseContract(text, file)
  expect(contract.object.name).toBe('flights')
  expect(contract.notEvaluated).toEqual([])
  const line = contract.locate(['properties', 1, 'logicalTypeOptions', 'minimum']).line ?? 0
  expect(text.split('\n')[line - 1]).toContain('minimum: -60')
  expect(contractColumnTypes(contract)).toEqual(
    new Map([
      ['delay', 'BIGINT'],
      ['distance', 'BIGINT'],
      ['origin', 'VARCHAR'],
      ['destination', 'VARCHAR'],
    ]),
  )
})

test('keys that the standard defines and nothing evaluates are accepted and listed', async () => {
  const contract = parseContract(
    `${head}    properties: [{ name: a, logicalType: array, items: { logicalType: string }, tags: [x], examples: [1] }]
slaProperties: [{ property: retention, value: 3, unit: y }, { property: freshness, value: 1, unit: d, element: u.a }]
customProperties: [{ property: x, value: 1 }]
team: { name: flights }
`,
    'contract.yaml',
  )
  expect(contract.notEvaluated).toEqual(['slaProperties.retention', 'slaProperties.freshness of u.a'])
})

test('service levels that data can be judged by are read with their units, and belong to their object', async () => {
  const text = `${head}    properties: [{ id: when, name: at, logicalType: timestamp }]
  - { name: u, id: users, properties: [{ name: at, logicalType: timestamp }] }
slaProperties:
  - { property: freshness, value: 24, unit: h, element: t.at }
  - { property: Latency, value: '2', unit: days, element: 'schema/users/properties/at, schema/t/properties/when' }
`
  const [t, u] = parseContracts(text, 'contract.yaml')
  expect(t?.freshness.map(({ maxAgeMs, limit, place }) => [maxAgeMs, limit, place.line])).toEqual([
    [86_400_000, '24 h', 11],
    [172_800_000, '2 days', 12],
  ])
  expect(u?.freshness).toHaveLength(1)
})

test('drift rules are kept apart from what a validation judges, with their settings', async () => {
  const contract = parseContract(
    `${head}    properties:
      - name: a
        quality: [{ id: a_drift, type: custom, engine: tidemark, implementation: { check: drift, warn: 0.05, critical: true } }]
    quality: [{ type: custom, engine: Tidemark, severity: info, implementation: { check: drift, fail: 0.3 } }]
`,
    'contract.yaml',
  )
  expect(contract.driftRules).toMatchObject([
    { id: 'a_drift', column: 'a', severity: 'error', warn: 0.05, critical: true },
    { id: 't.drift', severity: 'warning', fail: 0.3 },
  ])
})

test('a column is public by its name in the data, unless a property that is not public claims that name', () => {
  const contract = parseContract(
    `${head}    properties:
      - { name: a, classification: Public }
      - { name: x, physicalName: y, classification: public }
      - { name: b, physicalName: c, classification: public }
      - { name: z, physicalName: c, classification: confidential }
      - { name: d }
`,
    'contract.yaml',
  )
  expect(publicColumns(contract)).toEqual(['a', 'y'])
})

test('references are resolved by names and by ids; what leads out of the contract is left', async () => {
  const text = `${head}    properties:
      - { name: a, relationships: [{ to: u.b }, { to: other.yaml#/schema/x/properties/y }, { to: elsewhere.id }] }
      - { name: c }
    relationships: [{ from: [t.a, t.c], to: [schema/users/properties/the_b, u.c] }]
  - { name: u, id: users, properties: [{ name: b, id: the_b }, { name: c }] }
`
  expect(parseContracts(text, 'contract.yaml')[0]?.relationships).toMatchObject([
    { columns: ['a'], target: { object: 'u', columns: ['b'] } },
    { columns: ['a'], target: undefined },
    { columns: ['a'], target: undefined },
    { columns: ['a', 'c'], target: { object: 'u', columns: ['b', 'c'] } },
  ])
})

test.each([
  [
    'an unknown metric',
    '    properties:\n      - name: a\n        quality:\n          - { metric: rowsCount, mustBe: 1 }\n',
    11,
    /rowCount/,
  ],
  [
    'an unknown operator',
    '    properties:\n      - name: a\n        quality:\n          - { metric: nullValues, mustBeBelow: 1 }\n',
    11,
    /not known/,
  ],
  [
    'no operator',
    '    properties:\n      - name: a\n        quality:\n          - { metric: nullValues }\n',
    11,
    /exactly one operator/,
  ],
  [
    'two operators',
    '    properties:\n      - name: a\n        quality:\n          - metric: nullValues\n            mustBe: 1\n            mustNotBe: 2\n',
    13,
    /mustBe and mustNotBe/,
  ],
  [
    'an operator of a wrong type',
    '    properties:\n      - name: a\n        quality:\n          - metric: nullValues\n            mustBe: few\n',
    12,
    /number/,
  ],
  [
    'a range of one',
    '    properties:\n      - name: a\n        quality:\n          - metric: nullValues\n            mustBeBetween: [1]\n',
    12,
    /./,
  ],
  ['a misspelt key', '    properties:\n      - name: a\n        requred: true\n', 10, /not known/],
  ['an unknown logical type', '    properties:\n      - name: a\n        logicalType: float\n', 10, /number/],
  [
    'a minimum of text',
    '    properties:\n      - name: a\n        logicalType: string\n        logicalTypeOptions: { minimum: 1 }\n',
    11,
    /logicalType number/,
  ],
  [
    'a minimum that is no number',
    '    properties:\n      - name: a\n        logicalType: integer\n        logicalTypeOptions:\n          minimum: low\n',
    12,
    /expected a number/,
  ],
  [
    'a minimum that is no date',
    '    properties:\n      - name: a\n        logicalType: date\n        logicalTypeOptions:\n          minimum: 2001-13-45\n',
    12,
    /expected a date/,
  ],
  [
    'a broken pattern',
    "    properties:\n      - name: a\n        logicalType: string\n        logicalTypeOptions:\n          pattern: '(['\n",
    12,
    /regular expression/,
  ],
  ['a property twice', '    properties:\n      - name: a\n      - name: a\n', 10, /twice/],
  [
    'rowCount of a property',
    '    properties:\n      - name: a\n        quality:\n          - { metric: rowCount, mustBe: 1 }\n',
    11,
    /object/,
  ],
  [
    'nullValues of the object',
    '    properties:\n      - name: a\n    quality:\n      - { metric: nullValues, mustBe: 0 }\n',
    11,
    /property/,
  ],
  [
    'duplicates of an unknown column',
    '    properties:\n      - name: a\n    quality:\n      - metric: duplicateValues\n        mustBe: 0\n        arguments: { properties: [b] }\n',
    13,
    /"b"/,
  ],
  [
    'sql without a query',
    '    properties:\n      - name: a\n    quality:\n      - { type: sql, mustBe: 0 }\n',
    11,
    /query/,
  ],
  ['a name for SQL to trip over', '    properties:\n      - name: "a\\0b"\n', 9, /NUL/],
  ['no properties', '    properties: []\n', 8, /./],
  [
    'an option of another type',
    '    properties:\n      - { name: a, logicalType: integer, logicalTypeOptions: { minItems: 1 } }\n',
    9,
    /array/,
  ],
  [
    'bounds that no value is in',
    '    properties:\n      - { name: a, logicalType: integer, logicalTypeOptions: { minimum: 2, maximum: 1 } }\n',
    9,
    /no value/,
  ],
  [
    'a multiple of nothing',
    '    properties:\n      - { name: a, logicalType: integer, logicalTypeOptions: { multipleOf: 0 } }\n',
    9,
    /0/,
  ],
  [
    'an integer format that is none',
    '    properties:\n      - { name: a, logicalType: integer, logicalTypeOptions: { format: int } }\n',
    9,
    /i64/,
  ],
  [
    'a range from high to low',
    '    properties: [{ name: a }]\n    quality:\n      - { metric: rowCount, mustBeBetween: [5, 1] }\n',
    10,
    /smaller/,
  ],
  [
    'a truth value for a metric',
    '    properties: [{ name: a }]\n    quality:\n      - { metric: rowCount, mustBe: true }\n',
    10,
    /number/,
  ],
  [
    'a unit of a metric',
    '    properties: [{ name: a }]\n    quality:\n      - { metric: rowCount, mustBe: 1, unit: pages }\n',
    10,
    /rows or percent/,
  ],
  [
    'an unknown severity',
    '    properties: [{ name: a }]\n    quality:\n      - { metric: rowCount, mustBe: 1, severity: bad }\n',
    10,
    /warning/,
  ],
  [
    'a drift rule of another check',
    '    properties: [{ name: a }]\n    quality:\n      - { type: custom, engine: tidemark, implementation: { check: drfit } }\n',
    10,
    /drift/,
  ],
  [
    'a drift rule that fails before it warns',
    '    properties: [{ name: a }]\n    quality:\n      - { type: custom, engine: tidemark, implementation: { check: drift, warn: 0.3, fail: 0.2 } }\n',
    10,
    /below/,
  ],
  [
    'a drift rule with a setting that there is not',
    '    properties:\n      - name: a\n        quality:\n          - type: custom\n            engine: tidemark\n            implementation:\n              check: drift\n              warm: 0.1\n',
    15,
    /"warm" is no setting of a drift rule; there are check, baseline, day, warn, fail, critical, weight, delta/,
  ],
  [
    'a drift rule beside another one',
    '    properties:\n      - name: a\n        quality:\n          - &d { type: custom, engine: tidemark, implementation: { check: drift } }\n          - *d\n',
    12,
    /second drift rule/,
  ],
  [
    'a weight of all columns',
    '    properties: [{ name: a }]\n    quality:\n      - { type: custom, engine: tidemark, implementation: { check: drift, weight: 2 } }\n',
    10,
    /belongs to a property/,
  ],
  [
    'a baseline whose days nobody knows',
    '    properties: [{ name: a, logicalType: date }, { name: b, logicalType: date }]\n    quality:\n      - { type: custom, engine: tidemark, implementation: { check: drift, baseline: b.json } }\n',
    10,
    /expected day/,
  ],
  [
    'a day that is no property',
    '    properties: [{ name: a }]\n    quality:\n      - { type: custom, engine: tidemark, implementation: { check: drift, baseline: b.json, day: b } }\n',
    10,
    /no property is named "b"/,
  ],
  ['a reference to no property', '    properties:\n      - { name: a, relationships: [{ to: t.b }] }\n', 9, /"t.b"/],
  [
    'a reference of two to one',
    '    properties: [{ name: a }, { name: b }]\n    relationships:\n      - { from: [t.a, t.b], to: [t.a] }\n',
    10,
    /2 properties/,
  ],
  ['an object twice', '    properties: [{ name: a }]\n  - { name: T, properties: [{ name: a }] }\n', 9, /twice/],
  [
    'freshness in no unit',
    '    properties: [{ name: a }]\nslaProperties:\n  - { property: freshness, value: 3, unit: moons, element: a }\n',
    10,
    /moons/,
  ],
  [
    'freshness of no column',
    '    properties: [{ name: a }]\nslaProperties:\n  - { property: freshness, value: 3, unit: d, element: t.b }\n',
    10,
    /t\.b/,
  ],
])('%s is an error at its line', async (_, properties, line, message) => {
  const error = await errorOf(parse(properties)())
  expect(error.code).toBe('CONTRACT_INVALID')
  expect(error.problems).toContainEqual(
    expect.objectContaining({ file: 'contract.yaml', line, message: expect.stringMatching(message) }),
  )
})

test('all problems are reported together', async () => {
  const error = await errorOf(
    parse(
      '    properties:\n      - name: a\n        logicalType: text\n        requird: 1\n      - required: true\n',
    )(),
  )
  expect(error.problems?.map(({ line, path }) => [line, path])).toEqual(
    expect.arrayContaining([
      [10, 'schema[0].properties[0].logicalType'],
      [11, 'schema[0].properties[0].requird'],
      [12, 'schema[0].properties[1].name'],
    ]),
  )
})

test.each([
  ['what is not YAML', 'a: [1\nb: 2', 'YAML_INVALID'],
  ['another kind of document', 'kind: Pod\n', 'CONTRACT_INVALID'],
  [
    'an alias bomb',
    `a: &a [1,1,1,1,1,1,1,1]\n${'bcdefghij'
      .split('')
      .map((c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdefghij'[i]}`).join(',')}]`)
      .join('\n')}`,
    'YAML_INVALID',
  ],
  ['deep nesting', `a: ${'['.repeat(20_000)}`, 'YAML_INVALID'],
  ['more than 1 MiB', `# ${'x'.repeat(1024 * 1024)}`, 'FILE_TOO_LARGE'],
  ['another version of the standard', head.replace('v3.1.0', 'v2.2.2'), 'CONTRACT_INVALID'],
])('%s is refused', async (_, text, code) => {
  expect((await errorOf((async () => parseContract(text, 'contract.yaml'))())).code).toBe(code)
})

test('one of several objects is chosen by name', async () => {
  const text = `${head}    properties: [{ name: a }]\n  - name: u\n    properties: [{ name: b }]\n`
  expect(parseContract(text, 'c', 'u').object.properties[0]?.name).toBe('b')
  expect((await errorOf((async () => parseContract(text, 'c'))())).message).toContain('t, u')
  expect((await errorOf((async () => parseContract(text, 'c', 'v'))())).message).toContain('"v"')
})
