import { expect, test } from 'vitest'
import { createDatasetView } from '../contract/accepted-rows.ts'
import { parseContract } from '../contract/contract.ts'
import { errorOf, openScratch } from '../scratch-data.ts'
import { readFeatures } from './features.ts'

const csv = 'id,y,day,x,c\nr2,1,2001-01-02,2.5,red\nr1,0,2001-01-01,,blue\nr10,1,2001-01-02,-1,\n'
const columns = { id: 'id', label: 'y', cluster: 'day' }

async function read(
  sql: string,
  { content = csv, names = columns as { id: string; label?: string; cluster?: string }, wantsKeys = true } = {},
) {
  await using scratch = await openScratch({ 't.csv': content })
  await createDatasetView(scratch.engine, scratch.dataset)
  return await readFeatures(scratch.engine, { sql, file: 'features.sql', view: 't', columns: names, wantsKeys })
}

test('rows come ordered by id, numbers and texts as columns, with their schema', async () => {
  const table = await read('SELECT id, y, day, x, c, x > 0 AS positive FROM t; -- done')
  expect(table.rows).toBe(3)
  expect(table.ids).toEqual(['r1', 'r10', 'r2'])
  expect(table.labels).toEqual(Uint8Array.of(0, 1, 1))
  expect(table.clusters).toMatchObject({
    name: 'day',
    dictionary: ['2001-01-01', '2001-01-02'],
    codes: Uint32Array.of(0, 1, 1),
  })
  expect(table.schema).toEqual([
    { name: 'x', type: 'number' },
    { name: 'c', type: 'string' },
    { name: 'positive', type: 'number' },
  ])
  expect(table.features).toEqual([
    { name: 'x', kind: 'number', values: Float64Array.of(Number.NaN, -1, 2.5) },
    { name: 'c', kind: 'string', codes: Uint32Array.of(0, 0xffffffff, 1), dictionary: ['blue', 'red'] },
    { name: 'positive', kind: 'number', values: Float64Array.of(Number.NaN, 0, 1) },
  ])
})

test('two reads give the same bytes, whatever the order of the rows in the query', async () => {
  const [a, b] = [
    await read('SELECT id, y, day, x, c FROM t'),
    await read('SELECT id, y, day, x, c FROM t ORDER BY x DESC'),
  ]
  expect(b).toEqual(a)
})

test('numeric ids are ordered as numbers', async () => {
  const table = await read('SELECT file_row_number * 5 AS id, y, day, x FROM t')
  expect(table.ids).toEqual(['0', '5', '10'])
})

test('without a label or cluster there is none', async () => {
  const table = await read('SELECT id, x FROM t', { names: { id: 'id' } })
  expect(table.labels).toBeUndefined()
  expect(table.clusters).toBeUndefined()
})

test('ids and clusters that are not wanted stay behind, and are checked all the same', async () => {
  const sql = 'SELECT id, y, day, x, c FROM t'
  const { clusters: _, ...rest } = await read(sql)
  expect(await read(sql, { wantsKeys: false })).toEqual({ ...rest, ids: [] })
  for (const [wrong, problem] of [
    ["SELECT 'a' AS id, y, day, x FROM t", /2 of 3 rows repeat/],
    ['SELECT id, y, c AS day, x FROM t', /1 of 3 rows have no cluster/],
  ] as const)
    expect((await errorOf(read(wrong, { wantsKeys: false }))).message).toMatch(problem)
})

test.each([
  ['a column that the policy names is absent', 'SELECT id, y, x FROM t', 'COLUMN_MISSING', /day/],
  ['an id repeats', "SELECT 'a' AS id, y, day, x FROM t", 'COLUMN_TYPE', /2 of 3 rows repeat/],
  ['an id is null', 'SELECT c AS id, y, day, x FROM t', 'COLUMN_TYPE', /1 of 3 rows have no id/],
  ['a label is neither 0 nor 1', 'SELECT id, y + 1 AS y, day, x FROM t', 'COLUMN_TYPE', /2 of 3 rows have a label/],
  ['a label is NaN', "SELECT id, 'nan'::DOUBLE AS y, day, x FROM t", 'COLUMN_TYPE', /3 of 3 rows have a label/],
  ['a label is null', 'SELECT id, x AS y, day, 1 AS z FROM t', 'COLUMN_TYPE', /3 of 3 rows have a label/],
  ['a label is text', 'SELECT id, c AS y, day, x FROM t', 'COLUMN_TYPE', /label is VARCHAR/],
  ['a cluster is null', 'SELECT id, y, c AS day, x FROM t', 'COLUMN_TYPE', /1 of 3 rows have no cluster/],
  [
    'a feature is infinite',
    "SELECT id, y, day, CAST('inf' AS DOUBLE) AS x FROM t",
    'COLUMN_TYPE',
    /3 of 3 rows are infinite/,
  ],
  [
    'a feature is a date',
    'SELECT id, y, day, CAST(day AS DATE) AS d FROM t',
    'COLUMN_TYPE',
    /d: is DATE|cannot be used/,
  ],
  ['there is no feature', 'SELECT id, y, day FROM t', 'COLUMN_TYPE', /cannot be used/],
  ['there are no rows', 'SELECT id, y, day, x FROM t WHERE x > 100', 'DATA_EMPTY', /no rows/],
  ['a column does not exist', 'SELECT id, y, day, nothing FROM t', 'SQL_FAILED', /nothing/],
  [
    'a text is not the number it is cast to',
    'SELECT id, y, day, CAST(c AS INTEGER) AS x FROM t',
    'SQL_FAILED',
    /Conversion/,
  ],
  ['there are two statements', 'SELECT id FROM t; SELECT 2', 'SQL_REFUSED', /2 statements/],
  ['a column is named twice', 'SELECT id, y, day, x, x FROM t', 'COLUMN_TYPE', /twice/],
])('when %s, the query is refused', async (_, sql, code, message) => {
  const error = await errorOf(read(sql))
  expect(error.code).toBe(code)
  expect([error.message, ...(error.problems ?? []).map((problem) => problem.message)].join('\n')).toMatch(message)
  expect(error.message).not.toMatch(/red|blue/)
})

test('the query sees the rows that the contract accepts, and no others', async () => {
  const contract = parseContract(
    'apiVersion: v3.1.0\nkind: DataContract\nid: c\nversion: 1.0.0\nstatus: active\nschema:\n  - name: t\n    properties:\n      - { name: x, logicalType: number, required: true, logicalTypeOptions: { minimum: 0 } }\n',
    'contract.yaml',
  )
  await using scratch = await openScratch({ 't.csv': csv })
  const sql = 'SELECT id, y, day, x FROM t'
  const query = { sql, file: 'features.sql', view: 't', columns }
  await createDatasetView(scratch.engine, scratch.dataset, { contract, policy: { action: 'drop', maxShare: 1 } })
  expect((await readFeatures(scratch.engine, query)).ids).toEqual(['r2'])
  await createDatasetView(scratch.engine, scratch.dataset, { contract, policy: { action: 'fail', maxShare: 0 } })
  expect((await readFeatures(scratch.engine, query)).ids).toEqual(['r1', 'r10', 'r2'])
})
