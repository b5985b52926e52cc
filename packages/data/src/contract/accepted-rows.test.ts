import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { errorOf, openScratch } from '../scratch-data.ts'
import { writeQuarantine } from './accepted-rows.ts'
import { contractColumnTypes } from './contract.ts'
import { check, contractOf, property, run } from './validated.fixture.ts'

const dirty = `a,b\n${Array.from({ length: 100 }, (_, i) => `${i < 3 ? -1 : i},${i < 2 ? '' : 'x'}`).join('\n')}\n`

const rules =
  '    properties:\n      - { name: a, logicalType: integer, logicalTypeOptions: { minimum: 0 } }\n      - { name: b, quality: [{ metric: nullValues, mustBe: 0 }] }\n    quality: [{ metric: rowCount, mustBe: 97 }]\n'

test.each([
  ['fail', 1, 'fail', 'fail', 100],
  ['drop', 0.03, 'pass', 'pass', 97],
  ['quarantine', 0.03, 'pass', 'pass', 97],
  ['drop', 0.029, 'fail', 'fail', 97],
] as const)(
  'under %s with a largest share of %d the dataset is judged %s',
  async (action, maxShare, verdict, ruleVerdict, acceptedRows) => {
    const report = await run(rules, dirty, { action, maxShare })
    expect(report).toMatchObject({ verdict, rejectedRows: 3, acceptedRows })
    expect(check(report, 'a.minimum')).toMatchObject({ failedRows: 3, verdict: ruleVerdict })
    // Metrics judge the rows that remain: the nulls went with the rejected rows.
    expect(check(report, 'b.nullValues').failedRows).toBe(action === 'fail' ? 2 : 0)
  },
)

test('when every row is rejected nothing is left to pass', async () => {
  const report = await run(property('name: a, logicalType: integer, logicalTypeOptions: { minimum: 1000 }'), dirty, {
    action: 'drop',
    maxShare: 1,
  })
  expect(report).toMatchObject({ verdict: 'inconclusive', acceptedRows: 0 })
})

test('the quarantine holds the rejected rows with their places, and only where writing was allowed', async () => {
  const contract = contractOf(rules)
  await using scratch = await openScratch(
    { 't.csv': dirty },
    { columnTypes: contractColumnTypes(contract), outputs: ['q/rejected.parquet'] },
  )
  const path = join(scratch.root, 'q/rejected.parquet')
  await mkdir(join(scratch.root, 'q'))
  expect(await writeQuarantine(scratch.engine, scratch.dataset, contract, path)).toBe(3)
  expect(await scratch.engine.query(`SELECT a, source_file, file_row_number::INTEGER AS n FROM '${path}'`)).toEqual(
    [0, 1, 2].map((n) => ({ a: -1n, source_file: 't.csv', n })),
  )
  expect(
    (
      await errorOf(
        writeQuarantine(scratch.engine, scratch.dataset, contract, join(scratch.root, 'q/elsewhere.parquet')),
      )
    ).code,
  ).toBe('SQL_REFUSED')
})
