// A contract alone: its data beside the baseline that is committed with it.
import { rm } from 'node:fs/promises'
import { type Baseline, storedJson } from '@tidemark/schemas'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeRows } from '../baseline/plain-rows.ts'
import { createDatasetView } from '../contract/accepted-rows.ts'
import { parseContracts } from '../contract/contract.ts'
import { validateObjects } from '../contract/validate-objects.ts'
import { errorOf, openScratch, writeScratch } from '../scratch-data.ts'
import { orders } from './shop.fixture.ts'

const path = 'contracts/orders.baseline.json'
const usual = orders()
// From the ninth week on prices are a hundred times what they were: another unit.
const dear = `SELECT * REPLACE (CASE WHEN ordered < DATE '2001-02-26' THEN price ELSE price * 100 END AS price) FROM (${usual})`

let root: string
let baseline: Baseline
beforeAll(async () => {
  await using reference = await openScratch({
    'orders.parquet': { sql: `FROM (${usual}) WHERE ordered < DATE '2001-02-26'` },
  })
  await createDatasetView(reference.engine, reference.dataset)
  const rows = { model: 'orders', day: 'ordered', without: ['order_id'] }
  baseline = await describeRows(reference.engine, reference.dataset, rows)
  root = await writeScratch({
    'usual.parquet': { sql: usual },
    'dear.parquet': { sql: dear },
    'early.parquet': { sql: `FROM (${usual}) WHERE ordered < DATE '2001-03-03'` },
    'undated.parquet': { sql: `SELECT * REPLACE ('soon' AS ordered) FROM (${usual}) LIMIT 100` },
    [path]: storedJson(baseline),
    'contracts/edited.json': storedJson({ ...baseline, rows: 7 }),
  })
})
afterAll(() => rm(root, { recursive: true }))

const rule = (settings = '', severity = 'error', file = path) =>
  `{ id: drift, type: custom, engine: tidemark, severity: ${severity}, implementation: { check: drift, baseline: ${file}${settings} } }`

async function judge(file: string, { price = '', object = '' }: { price?: string; object?: string }, shown = '') {
  const quality = (text: string) => (text === '' ? '' : `, quality: [${text}]`)
  const [contract] = parseContracts(
    `apiVersion: v3.1.0
kind: DataContract
id: urn:orders
version: 1.0.0
status: active
schema:
  - name: orders
    properties:
      - { name: sold, physicalName: ordered, logicalType: timestamp }
      - { name: price${shown}${quality(price)} }
      - { name: shop }
${object === '' ? '' : `    quality: [${object}]\n`}`,
    'contracts/orders.yaml',
  )
  const [judged] = await validateObjects(root, [{ contract: contract!, patterns: [file] }], { asOf: async () => '' })
  const { windows, checks, notJudged } = judged!.drift!
  return { windows, checks, notJudged, verdicts: windows.map(({ window, verdict }) => [window.start, verdict]) }
}

it('weeks since the baseline are judged, each by itself, and a unit that changed fails', async () => {
  const { verdicts, checks, windows } = await judge('dear.parquet', { object: rule() })
  expect(verdicts).toEqual([
    ['2001-02-26', 'fail'],
    ['2001-03-05', 'fail'],
  ])
  expect(checks).toMatchObject([
    { id: 'drift', kind: 'drift', severity: 'error', verdict: 'fail', place: { line: 12 }, rows: 2100 },
  ])
  expect(checks[0]?.observed).toContain('price')
  expect(windows[0]?.results.filter(({ verdict }) => verdict === 'fail').map(({ column }) => column)).toEqual(['price'])
})

it('a rule of severity warning never fails, and a column’s rule is about that column alone', async () => {
  const warned = await judge('dear.parquet', { object: rule('', 'warning') })
  expect(warned.checks).toMatchObject([{ severity: 'warning', verdict: 'fail' }])
  expect(warned.verdicts.at(-1)?.[1]).toBe('warn')
  const one = await judge('dear.parquet', { price: rule() })
  expect(one.checks).toMatchObject([{ column: 'price', verdict: 'fail', severity: 'error', place: { line: 10 } }])
  expect(new Set(one.windows[0]?.results.map(({ column }) => column))).toEqual(new Set(['price']))
})

it('what stays open is said to be open, as a warning', async () => {
  // A rule that asks for more than a week can prove.
  const { checks, verdicts } = await judge('usual.parquet', { price: rule(', warn: 0.1, delta: 0.001') })
  expect(verdicts.at(-1)).toEqual(['2001-03-05', 'inconclusive'])
  expect(checks).toMatchObject([
    { severity: 'warning', verdict: 'inconclusive', observed: expect.stringMatching(/^inconclusive: .*days would/) },
  ])
})

it('before a week is complete nothing is judged, and that is said', async () => {
  const { windows, checks, notJudged } = await judge('early.parquet', { object: rule() })
  expect([windows, checks]).toEqual([[], []])
  expect(notJudged).toContain('no complete week')
})

it('rows that cannot be counted by day are no pass, and keep no other check from being told', async () => {
  const { checks, notJudged } = await judge('undated.parquet', { object: rule() })
  expect(checks).toMatchObject([{ id: 'drift', verdict: 'inconclusive', severity: 'error', place: { line: 12 } }])
  expect(notJudged).toMatch(/^the rows cannot be counted by sold \([A-Z_]+\)$/)
})

it('means are told of public columns alone', async () => {
  const meansOf = ({ windows }: Awaited<ReturnType<typeof judge>>) =>
    windows[0]!.results.find(({ column, family }) => column === 'price' && family === 'features')!.values
  expect(meansOf(await judge('dear.parquet', { object: rule() }))).toEqual({ baseline: null, window: null })
  expect(meansOf(await judge('dear.parquet', { object: rule() }, ', classification: public')).window).toBeGreaterThan(
    1000,
  )
})

it.each([
  ['one that was edited', 'contracts/edited.json', 'DIGEST_MISMATCH'],
  ['one that is not there', 'contracts/none.json', 'FILE_NOT_FOUND'],
  ['something else', 'usual.parquet', 'DOCUMENT_INVALID'],
])('a baseline that is %s is refused', async (_name, file, code) => {
  expect(await errorOf(judge('usual.parquet', { object: rule('', 'error', file) }))).toMatchObject({ code })
})

it('a baseline that lies elsewhere is no baseline of this repository', async () => {
  const error = await errorOf(judge('usual.parquet', { object: rule('', 'error', '../b.json') }))
  expect(error).toMatchObject({ code: 'CONTRACT_INVALID', problems: [expect.objectContaining({ line: 12 })] })
})
