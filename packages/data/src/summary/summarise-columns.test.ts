import { expect, test } from 'vitest'
import { openScratch } from '../scratch-data.ts'
import { summariseColumns } from './summarise-columns.ts'

const sql = `SELECT i AS id, CASE WHEN i % 10 = 0 THEN NULL ELSE i / 10.0 END AS amount,
  CASE WHEN i < 5 THEN 'rare' WHEN i < 300 THEN 'web' ELSE 'app' END AS channel, 'x' || (i % 200) AS "na""me",
  CASE WHEN i = 7 THEN 'NaN'::DOUBLE WHEN i = 8 THEN 'infinity'::DOUBLE ELSE 1 END AS wild
  FROM range(1000) t(i)`

test('numbers, missing values and levels are what the data have; rare levels are not told', async () => {
  await using scratch = await openScratch({ 't.parquet': { sql } })
  const columns = await summariseColumns(scratch.engine, scratch.dataset, ['amount', 'channel', 'na"me', 'wild'])
  const [id, amount, channel, name, wild] = columns
  expect(amount).toMatchObject({ nulls: 100, levels: null })
  expect(amount!.numbers!.mean).toBeCloseTo(50, 5)
  expect(amount!.numbers!.quantiles![2]).toBeCloseTo(50, 0)
  expect(channel!.levels).toEqual([
    { value: 'app', rows: 700 },
    { value: 'web', rows: 295 },
  ])
  expect(name!.levels).toEqual([])
  expect(wild!.numbers).toMatchObject({ mean: 1, sd: 0 })
  expect(id!.numbers!.quantiles).toBeNull()
})

test('of columns that are not public no value is told', async () => {
  await using scratch = await openScratch({ 't.parquet': { sql } })
  for (const { levels, numbers } of await summariseColumns(scratch.engine, scratch.dataset, [])) {
    expect(levels).toBeNull()
    expect(numbers?.quantiles ?? null).toBeNull()
  }
})
