import { expect, test } from 'vitest'
import { check, run } from './validated.fixture.ts'

const metric = (text: string) => `    properties:\n      - name: a\n        quality: [{ ${text} }]\n      - name: b\n`

const abc = 'a,b\nx,1\ny,1\ny,2\nNA,2\n,2\n,2\n,2\n,2\n'

test.each([
  ['nullValues', 'metric: nullValues, mustBe: 4', 4, 'pass'],
  ['nullValues', 'metric: nullValues, mustBeLessThan: 50, unit: percent', 4, 'fail'],
  ['nullValues', 'metric: nullValues, mustBeLessOrEqualTo: 50, unit: percent', 4, 'pass'],
  ['nullValues', 'metric: nullValues, mustNotBe: 4', 4, 'fail'],
  ['nullValues', 'metric: nullValues, mustBeBetween: [4, 5]', 4, 'pass'],
  ['nullValues', 'metric: nullValues, mustNotBeBetween: [4, 5]', 4, 'fail'],
  ['nullValues', 'metric: nullValues, mustBeGreaterThan: 4', 4, 'fail'],
  ['nullValues', 'metric: nullValues, mustBeGreaterOrEqualTo: 4', 4, 'pass'],
  ['missingValues', 'metric: missingValues, mustBe: 0, arguments: { missingValues: [null, NA] }', 5, 'fail'],
  ['invalidValues', 'metric: invalidValues, mustBe: 0, arguments: { validValues: [x, y] }', 1, 'fail'],
  ['invalidValues', "metric: invalidValues, mustBe: 0, arguments: { pattern: '^[a-z]' }", 1, 'fail'],
  ['duplicateValues', 'metric: duplicateValues, mustBe: 1', 1, 'pass'],
  ['duplicateValues', 'metric: duplicateValues, mustBe: 0, arguments: { properties: [b] }', 0, 'pass'],
])('the metric %s (%s) counts %i rows', async (kind, text, failedRows, verdict) => {
  const report = await run(metric(text), abc)
  expect(check(report, `a.${kind}`)).toMatchObject({ failedRows, verdict, rows: 8 })
  expect(report).toMatchObject({ verdict, rejectedRows: 0 })
})

test('NaN is missing where its name is among the missing values', async () => {
  const given = "metric: missingValues, mustBe: 0, arguments: { missingValues: ['NaN', 9, 'n/a'] }"
  const report = await run(metric(given), 'a,b\nNaN,1\n9,1\n1.5,1\n,1\n')
  expect(check(report, 'a.missingValues')).toMatchObject({ failedRows: 3, verdict: 'fail' })
})

test('a warning is shown and does not fail the dataset', async () => {
  const report = await run(metric('metric: nullValues, mustBe: 0, severity: warning'), abc)
  expect(check(report, 'a.nullValues')).toMatchObject({ verdict: 'fail', severity: 'warning' })
  expect(report.verdict).toBe('pass')
})

test('row count, duplicates over columns and SQL judge the object; a rule in words is never a pass', async () => {
  const report = await run(
    `    properties: [{ name: a }, { name: b }]
    quality:
      - { id: rows, metric: rowCount, mustBeBetween: [1, 5] }
      - { id: pairs, metric: duplicateValues, mustBe: 0, arguments: { properties: [a, b] } }
      - { id: twos, type: sql, query: 'SELECT count(*) FROM {object} WHERE b = 2', mustBe: 6 }
      - { id: nothing, type: sql, query: 'SELECT max(b) FROM {object} WHERE b > 2', mustBe: 6 }
      - { id: endless, type: sql, query: 'SELECT max(b) / 0 FROM {object}', mustNotBe: 6 }
      - { id: words, type: text, description: Ask Ann }
`,
    abc,
  )
  expect(report.checks.map(({ id, verdict }) => [id, verdict])).toEqual([
    ['rows', 'fail'],
    ['pairs', 'pass'],
    ['twos', 'pass'],
    ['nothing', 'inconclusive'],
    ['endless', 'inconclusive'],
    ['words', 'inconclusive'],
  ])
})

test('uniqueness and keys count the rows beyond the first and place them', async () => {
  const report = await run(
    '    properties:\n      - { name: a, unique: true }\n      - { name: b, primaryKey: true }\n',
    'a,b\nx,1\ny,2\nx,2\nx,3\n',
  )
  expect(check(report, 'a.unique')).toMatchObject({ failedRows: 2, verdict: 'fail', samples: [{ row: 2 }, { row: 3 }] })
  expect(check(report, 'b.primaryKey')).toMatchObject({ failedRows: 1, samples: [{ row: 2 }] })
  expect(check(report, 'b.required')).toMatchObject({ failedRows: 0, verdict: 'pass' })
})
