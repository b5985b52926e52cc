import { expect, test } from 'vitest'
import { openScratch } from '../scratch-data.ts'
import { countColumns } from './count-columns.ts'

const sql = `SELECT i AS id, CASE WHEN i % 10 = 0 THEN NULL ELSE i % 7 END AS kind, DATE '2001-01-01' + (i % 30)::INTEGER AS day,
  CASE i WHEN 7 THEN 'NaN'::DOUBLE WHEN 8 THEN 'infinity'::DOUBLE ELSE i / 4 END AS wild, 'secret ' || i AS note, [i] AS list,
  NULL::INTEGER AS empty FROM range(3000) t(i)`

test('missing and different values of every column; extremes of public ones alone', async () => {
  await using scratch = await openScratch({ 't.parquet': { sql } })
  const open = ['day', 'wild', 'empty', 'note']
  const [id, kind, day, wild, note, list, empty] = await countColumns(scratch.engine, scratch.dataset, open)
  expect(kind).toEqual({ nulls: 300, distinct: 7 })
  // Next to every row has another one: nobody counts them.
  expect([id, note]).toEqual([{ nulls: 0 }, { nulls: 0 }])
  expect(day).toMatchObject({ nulls: 0, minimum: '2001-01-01', maximum: '2001-01-30' })
  expect(wild).toMatchObject({ nulls: 0, minimum: 0, maximum: 749.75 })
  expect(list).toEqual({ nulls: 0 })
  expect(empty).toEqual({ nulls: 3000, distinct: 0 })
})
