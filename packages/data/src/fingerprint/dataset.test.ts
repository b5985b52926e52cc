import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { createDatasetView } from '../contract/accepted-rows.ts'
import { openEngine } from '../engine/engine.ts'
import { errorOf, openScratch, writeScratch } from '../scratch-data.ts'
import { openDataset } from './dataset.ts'
import { fingerprintFiles } from './files.ts'

const csv = 'id,name,score\n1,Ann,0.5\n2,"Bo, ""B""",\n3,,1.5\n'
const rows = [
  { id: 1n, name: 'Ann', score: 0.5 },
  { id: 2n, name: 'Bo, "B"', score: null },
  { id: 3n, name: null, score: 1.5 },
]
const ndjson = '{"id":1,"name":"Ann","score":0.5}\n{"id":2,"name":"Bo, \\"B\\""}\n{"id":3,"name":null,"score":1.5}\n'
const sql = `SELECT * FROM (VALUES (1::BIGINT, 'Ann', 0.5::DOUBLE), (2, 'Bo, "B"', NULL), (3, NULL, 1.5)) t(id, name, score)`

test.each([
  ['CSV', 't.csv', csv],
  [
    'CSV with semicolons and Windows line ends',
    't.csv',
    csv.replace('Bo, ""B""', 'Bo| ""B""').replaceAll(',', ';').replace('Bo|', 'Bo,').replaceAll('\n', '\r\n'),
  ],
  ['TSV', 't.tsv', csv.replace('Bo, ""B""', 'Bo| ""B""').replaceAll(',', '\t').replace('Bo|', 'Bo,')],
  ['gzipped CSV', 't.csv.gz', gzipSync(csv)],
  ['CSV by zstd', 't.csv.zst', zstdCompressSync(csv)],
  ['NDJSON', 't.ndjson', ndjson],
  ['gzipped NDJSON', 't.jsonl.gz', gzipSync(ndjson)],
  ['a JSON array', 't.json', `[${ndjson.trim().replaceAll('\n', ',')}]`],
  ['Parquet', 't.parquet', { sql }],
])('%s gives the same rows, with the file and the row number from 0', async (_, name, content) => {
  await using scratch = await openScratch({ [`data/${name}`]: content })
  const { engine, dataset } = scratch
  expect(dataset.rows).toBe(3)
  expect(dataset.columns.map((column) => column.name)).toEqual(['id', 'name', 'score'])
  expect(dataset.files).toMatchObject([{ path: `data/${name}`, rows: 3 }])
  await createDatasetView(engine, dataset)
  const found = await engine.query('SELECT * FROM t ORDER BY file_row_number')
  expect(found).toEqual(rows.map((row, i) => ({ ...row, source_file: `data/${name}`, file_row_number: BigInt(i) })))
})

test('several files are one dataset in path order, numeric types widened, row numbers per file', async () => {
  await using scratch = await openScratch({
    'b.csv': 'x\n0.5\n',
    'a.csv': 'x\n1\n2\n',
    'c.parquet': { sql: 'SELECT 7::INTEGER AS x' },
  })
  const { engine, dataset } = scratch
  expect(dataset.columns).toEqual([{ name: 'x', type: 'DOUBLE' }])
  expect(dataset.files.map(({ path, rows }) => [path, rows])).toEqual([
    ['a.csv', 2],
    ['b.csv', 1],
    ['c.parquet', 1],
  ])
  await createDatasetView(engine, dataset)
  expect(await engine.query('SELECT x, source_file AS f, file_row_number::INTEGER AS n FROM t ORDER BY f, n')).toEqual([
    { x: 1, f: 'a.csv', n: 0 },
    { x: 2, f: 'a.csv', n: 1 },
    { x: 0.5, f: 'b.csv', n: 0 },
    { x: 7, f: 'c.parquet', n: 0 },
  ])
})

test('declared types are what text is read as: leading zeros stay', async () => {
  await using scratch = await openScratch({ 't.csv': 'zip\n007\n' }, { columnTypes: new Map([['zip', 'VARCHAR']]) })
  expect(await scratch.engine.query(`SELECT zip FROM ${scratch.dataset.rawView}`)).toEqual([{ zip: '007' }])
})

test('a hostile column name is only a name', async () => {
  const name = 'a"; DROP TABLE x; --'
  await using scratch = await openScratch({ 't.csv': `"${name.replaceAll('"', '""')}",'b'\n1,2\n` })
  await createDatasetView(scratch.engine, scratch.dataset)
  expect(scratch.dataset.columns.map((column) => column.name)).toEqual([name, "'b'"])
  expect(Object.keys((await scratch.engine.query('SELECT * FROM t'))[0] ?? {})).toContain(name)
})

test('mixed schemas name the column, its types and the files', async () => {
  const error = await errorOf(openScratch({ 'a.csv': 'x,y,z\n1,2,3\n', 'b.csv': 'x,y,w\n1,two,3\n' }))
  expect(error.code).toBe('COLUMN_TYPE')
  expect(error.problems).toEqual([
    expect.objectContaining({ file: 'b.csv', path: 'y', message: 'is VARCHAR, but BIGINT in a.csv' }),
    expect.objectContaining({ file: 'b.csv', path: 'z', message: expect.stringContaining('absent') }),
    expect.objectContaining({ file: 'b.csv', path: 'w', message: 'the column is not in a.csv' }),
  ])
})

test('every damaged file is named, none by what it holds', async () => {
  const whole = await writeScratch({ 'w.parquet': { sql: 'SELECT i, hash(i) AS h FROM range(5000) r(i)' } })
  const bytes = await readFile(join(whole, 'w.parquet'))
  await rm(whole, { recursive: true })
  const error = await errorOf(
    openScratch({
      'cut.parquet': bytes.subarray(0, 4000),
      'fine.csv': 'a\n1\n',
      'not.parquet': 'secret text that is long enough',
      'broken.json': '[{"a": 1}, {"a": ',
    }),
  )
  expect(error.code).toBe('DATA_UNREADABLE')
  expect(error.problems?.map(({ file }) => file)).toEqual(['broken.json', 'cut.parquet', 'not.parquet'])
  expect(JSON.stringify([error.message, error.problems])).not.toContain('secret')
})

test('a ragged CSV is unreadable, with its line and without its values', async () => {
  const error = await errorOf(openScratch({ 't.csv': 'a,b\n1,2\n3,4\nsecret,5,6\n' }))
  expect(error.code).toBe('DATA_UNREADABLE')
  expect(error.problems).toMatchObject([{ file: 't.csv', line: 4 }])
  expect(JSON.stringify([error.message, error.problems])).not.toContain('secret')
})

test('a value that is not of the declared type is unreadable at its line', async () => {
  const root = await writeScratch({ 't.csv': 'a\n1\n2\nsecret\n' })
  await using engine = await openEngine({ allowedPaths: [join(root, 't.csv')], root, threads: 1 })
  const error = await errorOf(
    openDataset(engine, await fingerprintFiles(root, ['t.csv']), {
      name: 't',
      columnTypes: new Map([['a', 'BIGINT']]),
    }).then(({ rawView }) => engine.query(`SELECT sum(a) FROM ${rawView}`)),
  )
  await rm(root, { recursive: true })
  expect(error).toMatchObject({ code: 'DATA_UNREADABLE' })
  expect(error.problems?.[0]).toMatchObject({ file: 't.csv', line: 4 })
  expect(JSON.stringify([error.message, error.problems])).not.toContain('secret')
})

test.each([
  ['no bytes', { 't.csv': '' }],
  ['a header alone', { 't.csv': 'a,b\n' }],
  ['no rows', { 't.parquet': { sql: 'SELECT 1 AS a WHERE false' } }],
])('a dataset with %s is empty, not valid', async (_, contents) => {
  expect((await errorOf(openScratch(contents as Record<string, string>))).code).toBe('DATA_EMPTY')
})

test('an unknown format and a reserved column name are refused', async () => {
  expect((await errorOf(openScratch({ 't.xlsx': 'x' }))).message).toContain('t.xlsx')
  expect((await errorOf(openScratch({ 't.csv': 'a,Source_File\n1,2\n' }))).code).toBe('COLUMN_TYPE')
})

test('a file that changed after it was fingerprinted is another dataset', async () => {
  const root = await writeScratch({ 't.csv': 'a\n1\n' })
  const [before] = (await fingerprintFiles(root, ['t.csv'])).files
  await writeFile(join(root, 't.csv'), 'a\n2\n')
  const [after] = (await fingerprintFiles(root, ['t.csv'])).files
  await rm(root, { recursive: true })
  expect(after?.sha256).not.toBe(before?.sha256)
})

test.each([
  ['a text for a number', '{"a":1}\n{"a":"2"}\n', 'BIGINT', 'a holds a text in row 2, where a number is declared'],
  ['texts only', '{"a":"1.5"}\n{"a":null}\n', 'DOUBLE', 'a holds a text in row 1, where a number is declared'],
  ['what looks like a date', '{"a":"2024-01-01"}\n', 'BIGINT', 'a holds a text in row 1, where a number is declared'],
  [
    'true for a number',
    '{"a":null}\n{"a":true}\n',
    'DOUBLE',
    'a holds true or false in row 2, where a number is declared',
  ],
  [
    'a number for true',
    '{"a":true}\n{"a":2}\n',
    'BOOLEAN',
    'a holds a number in row 2, where true or false is declared',
  ],
  ['a text for true', '{"a":"yes"}\n', 'BOOLEAN', 'a holds a text in row 1, where true or false is declared'],
  ['a list for a number', '{"a":[1]}\n{"a":2}\n', 'DOUBLE', 'a holds a list in row 1, where a number is declared'],
  ['an object for a number', '{"a":{"b":1}}\n', 'DOUBLE', 'a holds an object in row 1, where a number is declared'],
])('JSON of another kind than declared is refused: %s', async (_, content, type, message) => {
  const error = await errorOf(openScratch({ 't.ndjson': content }, { columnTypes: new Map([['a', type]]) }))
  expect(error).toMatchObject({ code: 'DATA_UNREADABLE', problems: [{ file: 't.ndjson', message }] })
  expect(error.hint).toContain('declare in the contract what the file holds')
})

test('JSON of the kind declared is read: missing values, whole numbers as fractions, numbers and texts as text', async () => {
  const row = { gone: null, whole: 1, large: 1e19, 'na"me': false, code: 7, mixed: 1 }
  const lines = [row, { ...row, mixed: 'x' }].map((value) => JSON.stringify(value)).join('\n')
  const columnTypes = new Map(
    Object.entries({
      gone: 'BOOLEAN',
      whole: 'DOUBLE',
      large: 'DOUBLE',
      'na"me': 'BOOLEAN',
      code: 'VARCHAR',
      mixed: 'VARCHAR',
    }),
  )
  await using scratch = await openScratch({ 't.ndjson': lines }, { columnTypes })
  expect(scratch.dataset.columns.map(({ type }) => type)).toEqual(Array.from(columnTypes.values()))
})
