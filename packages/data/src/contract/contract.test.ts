import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { errorOf } from '../scratch-data.ts'
import { contractColumnTypes, parseContract } from './contract.ts'

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
    `${head}    properties: [{ name: a, logicalType: array, logicalTypeOptions: { minItems: 1 }, tags: [x], examples: [1] }]
slaProperties: [{ property: freshness, value: 1, unit: d }]
customProperties: [{ property: x, value: 1 }]
team: { name: flights }
`,
    'contract.yaml',
  )
  expect(contract.notEvaluated).toEqual(['slaProperties', 'a.minItems'])
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
