import { expect, test } from 'vitest'
import { readContractDocument } from '../contract.ts'
import { compareContracts } from './compare.ts'

const documentOf = (body: string, version = '1.0.0') =>
  readContractDocument(
    `apiVersion: v3.1.0\nkind: DataContract\nid: c\nversion: ${version}\nstatus: active\nschema:\n  - name: t\n${body}`,
    'contract.yaml',
  ).document
const column = (text: string) => `    properties: [{ name: a, ${text} }]\n`
const rule = (text: string) => `    properties: [{ name: a }]\n    quality: [{ ${text} }]\n`

test.each([
  ['a column that is gone', column('').replace(']', ', { name: b }]'), column(''), /gone/],
  ['NULL where there was none', column('required: true'), column(''), /NULL/],
  ['values that repeat', column('unique: true'), column(''), /repeat/],
  ['a wider type', column('logicalType: integer'), column('logicalType: number'), /number/],
  ['no type', column('logicalType: integer'), column(''), /open/],
  ['another name in the data', column('physicalName: x'), column('physicalName: y'), /y now/],
  [
    'a lower minimum',
    column('logicalType: integer, logicalTypeOptions: { minimum: 1 }'),
    column('logicalType: integer, logicalTypeOptions: { minimum: 0 }'),
    /minimum was 1, is 0/,
  ],
  [
    'a bound that includes itself',
    column('logicalType: integer, logicalTypeOptions: { exclusiveMinimum: 1 }'),
    column('logicalType: integer, logicalTypeOptions: { minimum: 1 }'),
    /excluded/,
  ],
  [
    'a later date',
    column("logicalType: date, logicalTypeOptions: { maximum: '2001-01-31' }"),
    column("logicalType: date, logicalTypeOptions: { maximum: '2001-02-01' }"),
    /maximum/,
  ],
  [
    'no maximum',
    column('logicalType: string, logicalTypeOptions: { maxLength: 3 }'),
    column('logicalType: string'),
    /open/,
  ],
  [
    'another pattern',
    column('logicalType: string, logicalTypeOptions: { pattern: a }'),
    column('logicalType: string, logicalTypeOptions: { pattern: ab }'),
    /cannot be shown/,
  ],
  [
    'a coarser multiple',
    column('logicalType: integer, logicalTypeOptions: { multipleOf: 10 }'),
    column('logicalType: integer, logicalTypeOptions: { multipleOf: 5 }'),
    /multipleOf/,
  ],
  [
    'a rule that is gone',
    rule('metric: rowCount, mustBeGreaterThan: 1'),
    rule('metric: rowCount, mustBeGreaterThan: 1').replace(/ {4}quality.*/, ''),
    /gone/,
  ],
  [
    'a rule that only warns',
    rule('metric: rowCount, mustBeGreaterThan: 1'),
    rule('metric: rowCount, mustBeGreaterThan: 1, severity: warning'),
    /warning/,
  ],
  [
    'fewer rows',
    rule('metric: rowCount, mustBeGreaterThan: 10'),
    rule('metric: rowCount, mustBeGreaterThan: 9'),
    /> 9/,
  ],
  [
    'another query',
    rule("id: q, type: sql, query: 'SELECT 1', mustBe: 1"),
    rule("id: q, type: sql, query: 'SELECT 2', mustBe: 1"),
    /cannot be compared/,
  ],
  [
    'more valid values',
    column('quality: [{ metric: invalidValues, mustBe: 0, arguments: { validValues: [x] } }]'),
    column('quality: [{ metric: invalidValues, mustBe: 0, arguments: { validValues: [x, y] } }]'),
    /1 new/,
  ],
  [
    'more nulls',
    column('quality: [{ metric: nullValues, mustBe: 0 }]'),
    column('quality: [{ metric: nullValues, mustBeLessThan: 5 }]'),
    /< 5/,
  ],
  ['a key of other columns', column('primaryKey: true'), column(''), /primary key/],
  ['a reference that is gone', column('relationships: [{ to: u.id }]'), column(''), /u\.id/],
  [
    'older data',
    `${column('logicalType: date')}slaProperties: [{ property: freshness, value: 1, unit: d, element: a }]\n`,
    `${column('logicalType: date')}slaProperties: [{ property: freshness, value: 25, unit: h, element: a }]\n`,
    /within 25 h/,
  ],
  [
    'a service level that is gone',
    `${column('')}slaProperties: [{ property: retention, value: 3, unit: y }]\n`,
    column(''),
    /retention/,
  ],
])('%s breaks what was promised; the other way round nothing is broken', (_, before, after, reason) => {
  const forth = compareContracts(documentOf(before), documentOf(after, '1.1.0'))
  expect(forth).toMatchObject({ step: 'major', isVersionEnough: false })
  expect(forth.changes).toContainEqual(
    expect.objectContaining({ effect: 'breaking', reason: expect.stringMatching(reason) }),
  )
  expect(compareContracts(documentOf(before), documentOf(after, '2.0.0')).isVersionEnough).toBe(true)
  const back = compareContracts(documentOf(after), documentOf(before, '1.1.0'))
  // What cannot be compared is taken for breaking both ways.
  if (!/another/.test(_)) expect(back).toMatchObject({ step: 'minor', isVersionEnough: true })
})

test('words alone are a patch, and the same contract is no change, whatever its order of keys', () => {
  const before = documentOf(column('required: true'))
  expect(compareContracts(before, documentOf(column('description: An a, required: true'), '1.0.1'))).toEqual({
    changes: [],
    step: 'patch',
    isVersionEnough: true,
  })
  expect(compareContracts(before, documentOf('    properties: [{ required: true, name: a }]\n'))).toMatchObject({
    step: 'none',
    isVersionEnough: true,
  })
})

test('a column renamed under its id is told as one change', () => {
  const before = documentOf('    properties: [{ id: x, name: a }]\n')
  const { changes } = compareContracts(before, documentOf('    properties: [{ id: x, name: b }]\n'))
  expect(changes).toEqual([expect.objectContaining({ subject: 't.a', reason: 'the column is called b now' })])
})

test('a column that becomes public is no break, and is said', () => {
  const { step, changes } = compareContracts(
    documentOf(column('classification: restricted')),
    documentOf(column('classification: public')),
  )
  expect(step).toBe('minor')
  expect(changes[0]?.reason).toContain('may be shown')
})

test.each([
  ['0.3.0', '0.4.0', true],
  ['0.3.0', '0.3.1', false],
  ['1.2.3', '1.3.0', false],
  ['1.2.3', '2.0.0', true],
  ['2.0.0', '1.0.0', false],
  ['1.0.0', '1.0.0-rc.1', false],
  ['1.0.0', 'banana', false],
  ['1.0.0', '1.0.0+2', false],
  ['1.0.0', '2.0.0-rc.1', true],
  ['2.0.0-rc.1', '2.0.0-rc.2', true],
  ['2024-01', '2024-02', true],
  ['2024-01', '2024-01', false],
])('from %s to %s is enough for a breaking change: %s', (from, to, isEnough) => {
  const { isVersionEnough } = compareContracts(documentOf(column('required: true'), from), documentOf(column(''), to))
  expect(isVersionEnough).toBe(isEnough)
})
