import { symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '@tidemark/schemas'
import { afterEach, expect, test } from 'vitest'
import { buildBaseline } from '../baseline/baseline.ts'
import { profileWindow } from '../baseline/window.ts'
import { openModelFolder } from '../model/model-folder.ts'
import { type OpenSplit, openSplit, readSplitFeatures, validateSplit } from '../model/split.ts'
import { errorOf, writeScratch } from '../scratch-data.ts'
import { digestQuery, type LookupQuery, unpackLookups } from './lookups.ts'

const rows = 'id,y,day,airport\n1,0,2001-01-01,OSL\n2,1,2001-01-01,ZRH\n3,1,2001-01-02,OSL\n'
const rates = 'airport,day,rate\nOSL,2001-01-01,0.25\nZRH,2001-01-01,0.5\n'
const joined = 'SELECT id, y, t.day AS day, rates.rate FROM t LEFT JOIN rates USING (airport, day)'
const columns = { id: 'id', label: 'y', cluster: 'day' }

const splits: OpenSplit[] = []
afterEach(async () => {
  for (const split of splits.splice(0)) await split.engine.close()
})

function modelYaml(lookups: string): string {
  return `schema: tidemark/model/v1
model: m
owners: [owner]
task: binary
data:
  files: data/*.csv
  columns: { id: id, label: y, cluster: day }
  lookups: ${lookups}
train: {}
gate: { cluster: day, metrics: [{ id: roc_auc, mode: absolute, min: 0.5 }] }
`
}

const contract = `apiVersion: v3.1.0
kind: DataContract
id: c
version: 1.0.0
status: active
schema:
  - name: t
    properties: [{ name: day, logicalType: date }]
`

/** A model's folder in a checkout with a lookup called `rates`. */
async function writeModel({
  lookups = '[{ name: rates, file: rates.csv }]',
  sql = joined,
  files = { 'rates.csv': rates } as Record<string, string | Uint8Array | { sql: string }>,
} = {}): Promise<string> {
  const own = { 'model.yaml': modelYaml(lookups), 'contract.yaml': contract, 'features.sql': sql, ...files }
  const below = Object.fromEntries(Object.entries(own).map(([path, content]) => [`models/m/${path}`, content]))
  return writeScratch({ 'data/rows.csv': rows, ...below })
}

const openFolder = (root: string) => openModelFolder(root, { policyRoot: 'models', model: 'm' })

async function open(root: string, more: LookupQuery['lookups'] = []) {
  const folder = await openFolder(root)
  const query = await folder.readQuery('features.sql')
  const split = await openSplit(folder, ['data/rows.csv'], { lookups: [...query.lookups, ...more] })
  splits.push(split)
  const validated = { dataset: split.document, validation: await validateSplit(folder, split) }
  const read = (asked: LookupQuery) => readSplitFeatures(folder, split, { validated, query: asked, wantsKeys: true })
  return { split, query, read }
}

async function readAll(root: string) {
  const { query, read } = await open(root)
  return read(query)
}

test('a query joins a committed table by its name; where the table has no row, the feature is null', async () => {
  const table = await readAll(await writeModel())
  expect(table.ids).toEqual(['1', '2', '3'])
  expect(table.features).toEqual([{ name: 'rate', kind: 'number', values: Float64Array.of(0.25, 0.5, Number.NaN) }])
})

test('a lookup may be Parquet, and its columns may be called anything', async () => {
  const sql = `SELECT id, y, day, r."a""; DROP TABLE t; --'" AS x FROM t CROSS JOIN Rates AS r`
  const parquet = await readAll(
    await writeModel({
      sql,
      lookups: '[{ name: rates, file: tables/rates.parquet }]',
      files: { 'tables/rates.parquet': { sql: `SELECT 3 AS "a""; DROP TABLE t; --'"` } },
    }),
  )
  expect(parquet.features).toMatchObject([{ name: 'x', values: Float64Array.of(3, 3, 3) }])
  const csv = await readAll(await writeModel({ sql, files: { 'rates.csv': `"a""; DROP TABLE t; --'",b\n3,4\n` } }))
  expect(csv.features).toEqual(parquet.features)
})

test('the digest of a query without lookups is that of its text; with them it is of both', async () => {
  const lookup = async (content: string) => (await open(await writeModel({ files: { 'rates.csv': content } }))).query
  const [first, again, other] = [await lookup(rates), await lookup(rates), await lookup(rates.replace('0.5', '0.6'))]
  expect(digestQuery({ ...first, lookups: [] })).toBe(sha256(joined))
  expect(digestQuery(first)).toBe(digestQuery(again))
  expect(new Set([sha256(joined), digestQuery(first), digestQuery(other)]).size).toBe(3)
  expect(digestQuery({ ...first, lookups: first.lookups.map((each) => ({ ...each, name: 'other' })) })).not.toBe(
    digestQuery(first),
  )
})

test('a version is scored with the lookups that travelled with it, another one of that name beside it', async () => {
  const files = new Map([
    ['features.sql', Buffer.from(joined)],
    ['lookups/rates.csv', Buffer.from(rates.replace('0.25', '0.75'))],
  ])
  await using unpacked = await unpackLookups(files)
  const { query, read } = await open(await writeModel(), unpacked.lookups)
  const own = await read(query)
  const champion = await read({ text: joined, file: 'features.sql of 1.0.0', lookups: unpacked.lookups })
  expect(own.features).toMatchObject([{ values: Float64Array.of(0.25, 0.5, Number.NaN) }])
  expect(champion.features).toMatchObject([{ values: Float64Array.of(0.75, 0.5, Number.NaN) }])
  expect((await read(query)).features).toEqual(own.features)
})

test('drift is counted on features that come from a lookup, under the digest of query and lookup', async () => {
  const { split, query, read } = await open(await writeModel())
  await read(query)
  const data = {
    features: { sql: query.text, file: query.file, view: 't', lookups: query.lookups, columns, day: 'day' },
  }
  const period = { start: '2001-01-01', end: '2001-01-03' }
  const baseline = await buildBaseline(split.engine, data, {
    model: 'm',
    dataset: split.dataset.digest,
    period,
    publicColumns: ['rate'],
  })
  expect(baseline.features).toBe(digestQuery(query))
  expect(baseline.columns.map(({ name }) => name)).toContain('rate')
  expect((await profileWindow(split.engine, data, baseline, period)).columns.map(({ name }) => name)).toContain('rate')
})

test.each([
  ['is absent', {}, 'FILE_NOT_FOUND', /rates\.csv/],
  ['is empty', { 'rates.csv': '' }, 'DATA_EMPTY', /rates\.csv/],
  ['is no table', { 'rates.csv': 'a,b\n1,2\n3,4,5\n' }, 'DATA_UNREADABLE', /rates\.csv is not a table/],
  ['has NUL in its header', { 'rates.csv': 'a\0,b\n1,2\n' }, 'DATA_UNREADABLE', /rates\.csv is not a table/],
  ['has a row twice', { 'rates.csv': `${rates}OSL,2001-01-01,0.3\n` }, 'COLUMN_TYPE', /1 of 4 rows repeat the id/],
])('a lookup that %s is refused by name', async (_, files, code, message) => {
  const error = await errorOf(readAll(await writeModel({ files })))
  expect(error.code).toBe(code)
  expect(error.message).toMatch(message)
})

test('a file that is not what its ending says is no lookup', async () => {
  const lookups = '[{ name: rates, file: rates.parquet }]'
  const error = await errorOf(readAll(await writeModel({ lookups, files: { 'rates.parquet': rates } })))
  expect(error).toMatchObject({ code: 'DATA_UNREADABLE', message: expect.stringContaining('models/m/rates.parquet') })
})

test('a lookup beyond 64 MiB, outside the checkout, or that is a folder is refused before it is read', async () => {
  const large = await writeModel()
  await truncate(join(large, 'models/m/rates.csv'), 65 * 1024 * 1024)
  expect((await errorOf(readAll(large))).code).toBe('FILE_TOO_LARGE')
  const linked = await writeModel({ files: {} })
  await symlink('/etc/hosts', join(linked, 'models/m/rates.csv'))
  expect((await errorOf(readAll(linked))).code).toBe('PATH_REFUSED')
  expect((await errorOf(readAll(await writeModel({ files: { 'rates.csv/x': '' } })))).code).toBe('PATH_REFUSED')
})

test.each([
  ['leads out of the folder', '[{ name: rates, file: ../rates.csv }]'],
  ['is a script', '[{ name: rates, file: rates.sql }]'],
  ['has a name that is no identifier', '[{ name: "rates; --", file: rates.csv }]'],
  ['has a reserved name', '[{ name: tidemark_query, file: rates.csv }]'],
  ['has a name twice', '[{ name: rates, file: rates.csv }, { name: RATES, file: b.csv }]'],
  ['is called like the dataset', '[{ name: T, file: rates.csv }]'],
])('a lookup that %s is refused when the policy is read', async (_, lookups) => {
  expect((await errorOf(openFolder(await writeModel({ lookups })))).code).toBe('POLICY_INVALID')
})

test('a table that the policy does not name cannot be joined, however it is spelt', async () => {
  const root = await writeModel({ lookups: '[]' })
  expect((await errorOf(readAll(root))).code).toBe('SQL_REFUSED')
  await writeFile(
    join(root, 'models/m/features.sql'),
    `SELECT id, y, day, 1 AS x FROM t, '${root}/models/m/rates.csv' AS r`,
  )
  expect((await errorOf(readAll(root))).code).toBe('SQL_REFUSED')
})
