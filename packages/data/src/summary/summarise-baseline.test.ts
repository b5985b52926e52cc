import { expect, test } from 'vitest'
import { buildBaseline } from '../baseline/baseline.ts'
import { plainRows } from '../baseline/plain-rows.ts'
import { createDatasetView } from '../contract/accepted-rows.ts'
import { openScratch } from '../scratch-data.ts'
import { summariseBaseline } from './summarise-baseline.ts'
import { summariseColumns } from './summarise-columns.ts'

test('what a baseline says of its columns is what the data say, and of those that are not public as little', async () => {
  const sql = `SELECT DATE '2001-01-01' + (i % 28)::INTEGER AS day, CASE WHEN i % 10 = 0 THEN NULL ELSE i % 500 END AS amount,
    ['web', 'app'][i % 2 + 1] AS channel FROM range(10000) t(i)`
  await using scratch = await openScratch({ 't.parquet': { sql } })
  await createDatasetView(scratch.engine, scratch.dataset)
  const period = { start: '2001-01-01', end: '2001-01-29' }
  const said = async (open: string[]) => {
    const options = { model: 't', dataset: scratch.dataset.digest, period, publicColumns: open }
    const data = plainRows(scratch.dataset, { day: 'day' })
    return {
      now: (await summariseColumns(scratch.engine, scratch.dataset, open)).filter(({ name }) => name !== 'day'),
      before: summariseBaseline(await buildBaseline(scratch.engine, data, options)),
    }
  }
  const open = await said(['amount', 'channel'])
  for (const [i, { name, nulls, numbers, levels }] of open.now.entries()) {
    expect(open.before[i]).toMatchObject({ name, nulls, levels })
    if (numbers === null) continue
    expect(open.before[i]?.numbers?.mean).toBeCloseTo(numbers.mean, 3)
    expect(open.before[i]?.numbers?.sd).toBeCloseTo(numbers.sd, 3)
    numbers.quantiles?.forEach((value, q) => {
      expect(Math.abs(open.before[i]!.numbers!.quantiles![q]! - value)).toBeLessThan(10)
    })
  }
  const { before } = await said([])
  expect(before.map(({ numbers, levels }) => [numbers?.quantiles ?? null, levels])).toEqual([
    [null, null],
    [null, null],
  ])
})
