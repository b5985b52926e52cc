import { expect, test } from 'vitest'
import { errorOf } from '../scratch-data.ts'
import { check, run } from './validated.fixture.ts'

test.each(["SELECT count(*) FROM 'other.csv'", 'SELECT 1; SELECT 2', "COPY t TO 'x'", 'SELECT random() FROM {object}'])(
  'a contract’s SQL is locked: %s',
  async (query) => {
    const error = await errorOf(
      run(
        `    properties: [{ name: a }]\n    quality:\n      - type: sql\n        mustBe: 0\n        query: "${query}"\n`,
        'a,b\n1,2\n',
      ),
    )
    expect(error).toMatchObject({ code: 'SQL_REFUSED' })
    expect(error.message).toContain('contract.yaml')
  },
)

test('a contract’s SQL gives one number', async () => {
  const error = await errorOf(
    run(
      "    properties: [{ name: a }]\n    quality:\n      - { type: sql, mustBe: 0, query: 'SELECT a, b FROM {object}' }\n",
      'a,b\n1,2\n',
    ),
  )
  expect(error).toMatchObject({ code: 'SQL_FAILED', problems: [{ file: 'contract.yaml', line: 10 }] })
})

test('a query that fails says whose it is, and where', async () => {
  const quality = "quality:\n      - { id: late, type: sql, mustBe: 0, query: 'SELECT count(c) FROM {object}' }\n"
  const error = await errorOf(run(`    properties: [{ name: a }]\n    ${quality}`, 'a,b\n1,2\n'))
  expect(error).toMatchObject({ code: 'SQL_FAILED', problems: [{ file: 'contract.yaml', line: 10, path: 'late' }] })
})

test.each([
  ['only counts rows', 'SELECT count(*) FROM {object} WHERE a > 1', 'fail', 2, [1, 3]],
  [
    'counts rows that are named by the object',
    'SELECT COUNT(*) FROM {object} WHERE t.a = 3 OR {object}.a IS NULL',
    'fail',
    2,
    [2, 3],
  ],
  ['counts all rows', 'SELECT count(*) FROM {object}', 'fail', 4, [0, 1, 2, 3]],
  [
    'compares with the whole',
    'SELECT count(*) FROM {object} WHERE a = (SELECT max(a) FROM {object})',
    'fail',
    null,
    [],
  ],
  ['counts groups', 'SELECT count(*) FROM {object} GROUP BY b', 'fail', null, []],
  ['gives a truth value', 'SELECT max(a) < 1 FROM {object}', 'pass', null, []],
])(
  'a query that %s is answered, and its rows are named where it has any',
  async (_, query, verdict, failedRows, rows) => {
    const report = await run(
      `    properties: [{ name: a, logicalType: integer }, { name: b }]\n    quality: [{ id: q, type: sql, mustBe: 0, query: '${query}' }]\n`,
      'a,b\n1,x\n2,x\n,x\n3,x\n',
    )
    expect(check(report, 'q')).toMatchObject({ verdict, failedRows })
    expect(check(report, 'q').samples.map(({ row }) => row)).toEqual(rows)
  },
)

test('a counting query judges the accepted rows, and is run alone where a rejected row would stop it', async () => {
  const report = await run(
    `    properties: [{ name: a, logicalType: string, logicalTypeOptions: { pattern: '^[0-9]+$' } }, { name: b }]
    quality: [{ id: q, type: sql, mustBe: 2, query: 'SELECT count(*) FROM {object} WHERE CAST(a AS INTEGER) < 9' }]
`,
    'a,b\n1,x\nsoon,x\n3,x\n10,x\n',
    { action: 'drop', maxShare: 1 },
  )
  expect(check(report, 'q')).toMatchObject({ verdict: 'pass', rows: 3 })
})

test('all queries that are refused are said at once, each at its line', async () => {
  const body = `    properties: [{ name: a }]
    quality:
      - { type: sql, mustBe: 0, query: "SELECT count(*) FROM 'x.csv'" }
      - { type: sql, mustBe: 0, query: "ATTACH 'x.db'" }
`
  const error = await errorOf(run(body, 'a,b\n1,2\n'))
  expect(error).toMatchObject({ code: 'SQL_REFUSED' })
  expect(error.problems?.map(({ line }) => line)).toEqual([10, 11])
})
