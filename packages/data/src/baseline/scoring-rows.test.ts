import { expect, it } from 'vitest'
import { createDatasetView } from '../contract/accepted-rows.ts'
import { nullCode } from '../engine/columns.ts'
import { openScratch } from '../scratch-data.ts'
import { readArrived, readDayRows, readPeriod, readScoringRows } from './scoring-rows.ts'

const rows = `SELECT * FROM (VALUES
  ('a', DATE '2026-01-31', 1, 1.5, 'x'), ('b', DATE '2026-02-01', NULL, 1.5, 'x'), ('c', DATE '2026-02-03', 0, NULL, NULL),
  ('d', DATE '2026-02-03', 1, NULL, NULL), ('e', DATE '2026-02-04', 1, 2.5, 'x'))
  AS rows(id, day, late, price, shop)`
const query = {
  sql: 'SELECT * FROM t',
  file: 'features.sql',
  view: 't',
  columns: { id: 'id', label: 'late' },
  day: 'day',
}
const features = [
  { name: 'price', kind: 'number' as const },
  { name: 'shop', kind: 'string' as const },
]
const period = { start: '2026-02-01', end: '2026-02-04' }

async function openRows() {
  const scratch = await openScratch({ 'rows.parquet': { sql: rows } })
  await createDatasetView(scratch.engine, scratch.dataset)
  return scratch
}

it('gives a period’s rows with their day and outcome, unknown ones as NaN, and each combination of features once', async () => {
  await using scratch = await openRows()
  const found = await readScoringRows(scratch.engine, query, { features, period })
  expect(found.combinations).toBe(2)
  const [price, shop] = found.features
  const read = Array.from(found.codes, (code, row) => [
    found.days.dictionary[found.days.codes[row]!],
    found.labels?.[row],
    price?.kind === 'number' && price.values[code],
    shop?.kind === 'string' && (shop.codes[code] === nullCode ? null : shop.dictionary[shop.codes[code]!]),
  ])
  expect(read.sort()).toEqual([
    ['2026-02-01', Number.NaN, 1.5, 'x'],
    ['2026-02-03', 0, Number.NaN, null],
    ['2026-02-03', 1, Number.NaN, null],
  ])
})

it('knows from which day to which there are rows, and that there are none', async () => {
  await using scratch = await openRows()
  expect(await readPeriod(scratch.engine, query)).toEqual({ start: '2026-01-31', end: '2026-02-05' })
  expect(await readPeriod(scratch.engine, { ...query, sql: 'SELECT * FROM t WHERE price > 9' })).toBeNull()
  const none = await readScoringRows(scratch.engine, query, {
    features,
    period: { start: '2026-03-01', end: '2026-03-08' },
  })
  expect(none).toMatchObject({ combinations: 0, codes: new Uint32Array() })
})

it.each([
  ['2026-02-04', '2026-02-04', '2026-02-05', null],
  ['2026-02-03', '2026-02-03', '2026-02-04', '2026-02-04'],
  ['2026-01-30', null, '2026-01-31', '2026-02-04'],
])('of the days until %s the newest is %s, and a later one is told', async (until, newest, end, ahead) => {
  await using scratch = await openRows()
  expect(await readArrived(scratch.engine, query, until)).toEqual({ newest, end, ahead })
  expect(await readArrived(scratch.engine, { ...query, sql: 'SELECT * FROM t WHERE price > 9' }, until)).toBeNull()
})

it.each([
  ['a day far in the future', `DATE '9999-12-31'`],
  ['a year that no calendar writes', `DATE '20260-01-01'`],
  ['no date at all', `'infinity'::DATE`],
  ['a day before our era', `DATE '0044-03-15 (BC)'`],
])('refuses %s, by its column', async (_name, day) => {
  await using scratch = await openRows()
  const sql = `SELECT id, late, price, shop, CASE WHEN id = 'e' THEN ${day} ELSE day END AS day FROM t`
  await expect(readArrived(scratch.engine, { ...query, sql }, '2026-02-04')).rejects.toMatchObject({
    code: 'COLUMN_TYPE',
  })
  await expect(readPeriod(scratch.engine, { ...query, sql })).rejects.toMatchObject({
    code: 'COLUMN_TYPE',
    hint: expect.stringContaining('contract'),
    problems: [{ file: 'features.sql', path: 'day' }],
  })
})

it('refuses a day that is no date', async () => {
  await using scratch = await openRows()
  const sql = 'SELECT id, late, price, shop, shop AS day FROM t'
  await expect(readPeriod(scratch.engine, { ...query, sql })).rejects.toMatchObject({ code: 'SQL_FAILED' })
})

it('counts rows by day from a day on', async () => {
  await using scratch = await openRows()
  expect([...(await readDayRows(scratch.engine, query, '2026-02-02'))].sort()).toEqual([
    ['2026-02-03', 2],
    ['2026-02-04', 1],
  ])
})

it('names every column that the query does not give', async () => {
  await using scratch = await openRows()
  const wanted = [...features, { name: 'weather', kind: 'string' as const }, { name: 'wind', kind: 'number' as const }]
  await expect(readScoringRows(scratch.engine, query, { features: wanted, period })).rejects.toMatchObject({
    code: 'COLUMN_MISSING',
    problems: [{ path: 'weather' }, { path: 'wind' }],
  })
})
