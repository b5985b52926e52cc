import { expect, test } from 'vitest'
import type { Engine } from '../engine/engine.ts'
import { openScratch } from '../scratch-data.ts'
import { contractColumnTypes } from './contract.ts'
import { validate } from './validate.ts'
import { check, contractOf, run } from './validated.fixture.ts'

test('row rules and metrics of any number take one scan, and twice the same answer', async () => {
  const columns = Array.from({ length: 40 }, (_, i) => `c${i}`)
  const contract = contractOf(
    `    properties:\n${columns.map((name) => `      - { name: ${name}, logicalType: integer, required: true, logicalTypeOptions: { minimum: 5 }, quality: [{ metric: nullValues, mustBe: 0 }] }\n`).join('')}`,
  )
  const csv = `${columns.join(',')}\n${Array.from({ length: 30 }, (_, row) => columns.map((_, i) => ((row * 7 + i) % 11 === 0 ? '' : (row + i) % 13)).join(',')).join('\n')}\n`
  await using scratch = await openScratch({ 't.csv': csv }, { columnTypes: contractColumnTypes(contract) })
  const queries: string[] = []
  const spy: Engine = Object.assign(Object.create(scratch.engine) as Engine, {
    query: (sql: string) => {
      queries.push(sql)
      return scratch.engine.query(sql)
    },
  })
  const report = await validate(spy, scratch.dataset, contract)
  expect(queries.filter((sql) => sql.includes('FROM tidemark.') && !sql.startsWith('CREATE'))).toHaveLength(1)
  expect(report.checks).toHaveLength(160)
  const cells = csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
  for (const [i, name] of columns.entries()) {
    const below = cells.flatMap((row, n) => (row[i] !== '' && Number(row[i]) < 5 ? [n] : []))
    expect(check(report, `${name}.minimum`)).toMatchObject({
      failedRows: below.length,
      samples: below.slice(0, 10).map((row) => ({ file: 't.csv', row })),
    })
    expect(check(report, `${name}.nullValues`).failedRows).toBe(cells.filter((row) => row[i] === '').length)
  }
  expect(report.rejectedRows).toBe(cells.filter((row) => row.some((cell) => cell === '' || Number(cell) < 5)).length)
  expect(await validate(scratch.engine, scratch.dataset, contract)).toEqual(report)
})

test('nothing in a report is a value of the data', async () => {
  const report = await run(
    "    properties:\n      - { name: a, unique: true, logicalType: string, logicalTypeOptions: { pattern: '^x' }, quality: [{ metric: duplicateValues, mustBe: 0 }] }\n",
    'a,b\nsecret,1\nsecret,2\n',
  )
  expect(report.verdict).toBe('fail')
  expect(JSON.stringify(report)).not.toContain('secret')
})
