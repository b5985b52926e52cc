import { readFile, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { type Contract, contractColumnTypes, parseContract } from './contract/contract.ts'
import { validate } from './contract/validate.ts'
import { openEngine } from './engine/engine.ts'
import { openDataset } from './fingerprint/dataset.ts'
import { fingerprintFiles } from './fingerprint/files.ts'
import { errorOf, writeScratch } from './scratch-data.ts'

const head = 'apiVersion: v3.1.0\nkind: DataContract\nid: c\nversion: 1.0.0\nstatus: active\nschema:\n  - name: t\n'
const lenient = `${head}    properties: [{ name: a, required: true }]\n`
type Files = Readonly<Record<string, string | Uint8Array | { sql: string }>>

/** The whole way from files and a contract to a verdict, as an action takes it. */
async function judge(files: Files, text = lenient, change?: (root: string) => Promise<unknown>) {
  const contract: Contract = parseContract(text, 'contract.yaml')
  const root = await writeScratch(files)
  try {
    await change?.(root)
    const found = await fingerprintFiles(root, Object.keys(files))
    await using engine = await openEngine({
      allowedPaths: found.files.map(({ path }) => join(found.root, path)),
      root: found.root,
      memoryLimitMb: 512,
      threads: 1,
    })
    const dataset = await openDataset(engine, found, { name: 't', columnTypes: contractColumnTypes(contract) })
    return await validate(engine, dataset, contract)
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

/** A remedy is a sentence that says what to do; a problem says where. */
async function expectError(work: Promise<unknown>, code: string, says: RegExp = /./): Promise<void> {
  const error = await errorOf(work)
  const all = [
    error.message,
    ...(error.problems ?? []).map(({ file, line, path, message }) => `${file}:${line} ${path} ${message}`),
  ].join('\n')
  expect({ code: error.code, all, stack: error.code === undefined ? error.stack : '' }).toMatchObject({ code })
  expect(all).toMatch(says)
  expect(error.hint ?? '').toMatch(/^[A-Z].{10,}/)
  expect(all).not.toContain('secret')
}

const parquet = async (sql: string) => {
  const root = await writeScratch({ 'x.parquet': { sql } })
  const bytes = await readFile(join(root, 'x.parquet'))
  await rm(root, { recursive: true })
  return bytes
}
const sound = await parquet('SELECT i AS a, i % 7 AS b FROM range(20000) r(i)')
// A second `a`, as other writers allow: the name is changed in the footer, where it has the same length.
const twice = Buffer.from(
  (await parquet('SELECT 1 AS a, 2 AS x')).toString('latin1').replaceAll('\x01x', '\x01a'),
  'latin1',
)
// Many members in one file, as gzip allows, each of 16 MiB in 16 KiB.
const bomb = Buffer.concat(Array(40).fill(gzipSync('1,2\n'.repeat(4 << 20), { level: 9 })))
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])

describe('files that cannot be what they say', () => {
  test.each<[string, Files, string, RegExp?]>([
    ['CSV with a row that is too long', { 't.csv': 'a,b\n1,2\n3,4,secret\n' }, 'DATA_UNREADABLE', /t\.csv:3/],
    ['CSV with a row that is too short', { 't.csv': 'a,b\n1,2\n3\n' }, 'DATA_UNREADABLE', /t\.csv:3/],
    ['CSV with an open quote', { 't.csv': 'a,b\n1,"secret\n3,4\n' }, 'DATA_UNREADABLE', /t\.csv/],
    ['CSV in Latin-1', { 't.csv': Buffer.from('a,b\n1,caf\xe9\n', 'latin1') }, 'DATA_UNREADABLE', /t\.csv/],
    ['CSV in UTF-16', { 't.csv': utf16('a,b\n1,2\n') }, 'DATA_UNREADABLE', /UTF-16/],
    ['CSV that is Parquet', { 't.csv': sound }, 'DATA_UNREADABLE', /t\.csv/],
    [
      'CSV that is PNG',
      { 't.csv': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex') },
      'DATA_UNREADABLE',
      /t\.csv/,
    ],
    ['CSV with a comment above its header', { 't.csv': '# by hand\na,b\n1,2\n' }, 'DATA_UNREADABLE', /t\.csv/],
    ['CSV without bytes', { 't.csv': '' }, 'DATA_EMPTY', /t\.csv/],
    ['CSV with a header alone', { 't.csv': 'a,b\n' }, 'DATA_EMPTY', /0 rows/],
    ['CSV of line ends', { 't.csv': '\n\n\n' }, 'COLUMN_MISSING', /"a"/],
    ['CSV with a column twice', { 't.csv': 'a,a\n1,2\n' }, 'DATA_UNREADABLE', /"a".*twice/],
    ['CSV with a column twice but for case', { 't.csv': 'a,A\n1,2\n' }, 'DATA_UNREADABLE', /"A".*twice/],
    ['CSV with one line of 5 MB', { 't.csv': `a,b\n1,${'x'.repeat(5_000_000)}\n` }, 'DATA_UNREADABLE', /t\.csv/],
    ['CSV with a NUL', { 't.csv': 'a,b\n1,x\0y\n' }, 'DATA_UNREADABLE', /NUL/],
    ['CSV of NULs', { 't.csv': Buffer.alloc(5000) }, 'DATA_UNREADABLE', /t\.csv/],
    ['CSV with a reserved column', { 't.csv': 'a,Source_File\n1,2\n' }, 'COLUMN_TYPE', /Source_File/],
    [
      'a Git LFS pointer',
      { 't.csv': 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n' },
      'DATA_UNREADABLE',
      /LFS/,
    ],
    [
      'a Git LFS pointer as Parquet',
      { 't.parquet': 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n' },
      'DATA_UNREADABLE',
      /LFS/,
    ],
    ['gzip that is none', { 't.csv.gz': 'a,b\n1,2\n' }, 'DATA_UNREADABLE', /t\.csv\.gz/],
    [
      'gzip cut short',
      { 't.csv.gz': gzipSync(`a,b\n${'1,2\n'.repeat(50_000)}`).subarray(0, 60) },
      'DATA_UNREADABLE',
      /t\.csv\.gz/,
    ],
    ['gzip without bytes', { 't.csv.gz': '' }, 'DATA_EMPTY', /t\.csv\.gz/],
    ['a gzip bomb', { 't.csv.gz': bomb }, 'FILE_TOO_LARGE', /t\.csv\.gz/],
    [
      'zstd cut short',
      { 't.csv.zst': zstdCompressSync(`a,b\n${'1,2\n'.repeat(50_000)}`).subarray(0, 30) },
      'DATA_UNREADABLE',
      /t\.csv\.zst/,
    ],
    ['a file of no known ending', { 't.xlsx': 'a' }, 'DATA_UNREADABLE', /\.xlsx/],
    ['Parquet that is text', { 't.parquet': 'a,b\n1,2\n' }, 'DATA_UNREADABLE', /t\.parquet/],
    ['Parquet without bytes', { 't.parquet': '' }, 'DATA_UNREADABLE', /t\.parquet/],
    ['Parquet cut in half', { 't.parquet': sound.subarray(0, sound.length / 2) }, 'DATA_UNREADABLE', /t\.parquet/],
    [
      'Parquet with a footer that lies',
      { 't.parquet': Buffer.concat([sound.subarray(0, -8), Buffer.from('ffffff7f50415231', 'hex')]) },
      'DATA_UNREADABLE',
      /t\.parquet/,
    ],
    [
      'Parquet with damaged pages',
      { 't.parquet': Buffer.concat([Buffer.from('PAR1'), Buffer.alloc(2000, 0xff), sound.subarray(2004)]) },
      'DATA_UNREADABLE',
    ],
    ['Parquet with two columns of one name', { 't.parquet': twice }, 'DATA_UNREADABLE', /"a".*twice/],
    ['Parquet with magic alone', { 't.parquet': 'PAR1PAR1' }, 'DATA_UNREADABLE', /t\.parquet/],
    ['Parquet without rows', { 't.parquet': { sql: 'SELECT 1 AS a WHERE false' } }, 'DATA_EMPTY', /0 rows/],
    ['JSON that breaks off', { 't.json': '[{"a":1},{"a":' }, 'DATA_UNREADABLE', /t\.json/],
    ['JSON with a byte order mark', { 't.json': '\ufeff[{"a":1}]' }, 'DATA_UNREADABLE', /byte order mark/],
    ['JSON that is CSV', { 't.json': 'a,b\n1,2\n' }, 'DATA_UNREADABLE', /t\.json/],
    ['NDJSON with a broken line', { 't.ndjson': '{"a":1}\n{"a":secret}\n' }, 'DATA_UNREADABLE', /t\.ndjson/],
    ['JSON of numbers', { 't.json': '[1,2,3]' }, 'COLUMN_MISSING', /t\.json/],
    [
      'JSON that nests 100,000 deep',
      { 't.json': `[{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}]` },
      'DATA_UNREADABLE',
      /t\.json/,
    ],
    ['JSON with a key twice', { 't.ndjson': '{"a":1,"a":2}\n' }, 'DATA_UNREADABLE', /t\.ndjson/],
    ['JSON without bytes', { 't.json': '' }, 'DATA_EMPTY', /t\.json/],
    ['files with other columns', { 'a.csv': 'a,b\n1,2\n', 'b.csv': 'a,c\n1,2\n' }, 'COLUMN_TYPE', /b\.csv.*"?c/],
    ['files with other types', { 'a.csv': 'a,b\n1,2\n', 'b.csv': 'a,b\n1,x\n' }, 'COLUMN_TYPE', /b\.csv/],
    [
      'two bad files of three',
      { 'a.csv': 'a,b\n1,2\n', 'b.csv': 'a,b\n1\n', 'c.csv': '' },
      'DATA_UNREADABLE',
      /b\.csv[\s\S]*c\.csv/,
    ],
    [
      '20,000 columns in a header that is cut',
      { 't.csv': `${Array.from({ length: 20_000 }, (_, i) => `c${i}`).join(',')}\n1,2\n` },
      'DATA_UNREADABLE',
      /t\.csv/,
    ],
  ])('%s', async (_, files, code, says) => expectError(judge(files), code, says), 60_000)
})

test.each([1, 2, 16])(
  'damaged pages are met by %i columns of rules that the file’s own statistics do not answer',
  async (count) => {
    const names = Array.from({ length: count }, (_, i) => `c${i}`)
    const whole = await parquet(
      `SELECT ${names.map((name, i) => `(r * ${i + 7}) % 1009 * 7 AS ${name}`).join(', ')} FROM range(5000) t(r)`,
    )
    const damaged = Buffer.from(whole)
    damaged.fill(0xff, 4, 2000)
    const text = `${head}    properties:\n${names.map((name) => `      - { name: ${name}, logicalType: integer, logicalTypeOptions: { multipleOf: 7 } }\n`).join('')}`
    expect(await judge({ 't.parquet': whole }, text)).toMatchObject({ verdict: 'pass' })
    await expectError(judge({ 't.parquet': damaged }, text), 'DATA_UNREADABLE')
  },
)

describe('paths that lead elsewhere', () => {
  test.each([['../x.csv'], ['/etc/passwd'], ['a/../../x.csv'], ['a\0.csv'], [''], ['..\\x.csv']])(
    '%j',
    async (path) => {
      const root = await writeScratch({ 'a.csv': 'a\n1\n' })
      await expectError(fingerprintFiles(root, [path]), 'PATH_REFUSED')
      await rm(root, { recursive: true })
    },
  )

  test('a link out of the folder, a folder that is gone, a glob without files', async () => {
    const outside = await writeScratch({ 'secret-less.csv': 'a\n1\n' })
    const link = (root: string) => symlink(join(outside, 'secret-less.csv'), join(root, 'link.csv'))
    const root = await writeScratch({ 'a.csv': 'a\n1\n' })
    await link(root)
    await expectError(fingerprintFiles(root, ['*.csv']), 'PATH_REFUSED', /link\.csv/)
    await expectError(fingerprintFiles(join(root, 'gone'), ['*.csv']), 'FILE_NOT_FOUND')
    await expectError(fingerprintFiles(root, ['*.parquet']), 'FILE_NOT_FOUND', /\*\.parquet/)
    for (const folder of [root, outside]) await rm(folder, { recursive: true })
  })

  test('a file that is gone between two reads', () =>
    expectError(
      judge({ 't.csv': 'a,b\n1,2\n', 'u.csv': 'a,b\n1,2\n' }, lenient, (root) => rm(join(root, 'u.csv'))),
      'FILE_NOT_FOUND',
    ))
})

const rule = (text: string) => `${head}    properties: [{ name: a }]\n    quality:\n      - { id: q, ${text} }\n`
const sql = (query: string) => rule(`type: sql, mustBe: 0, query: ${JSON.stringify(query)}`)

describe('contracts that cannot be held to', () => {
  test.each<[string, string, string, RegExp?]>([
    ['no YAML', 'a: [1\nb: 2', 'YAML_INVALID', /contract\.yaml:2/],
    ['a key twice', `${head}    name: u\n    properties: [{ name: a }]\n`, 'YAML_INVALID', /name/],
    [
      'an alias bomb',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi'].map((c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdefghi'[i]}`).join(',')}]`).join('\n')}`,
      'YAML_INVALID',
    ],
    ['a megabyte of words', `${lenient}# ${'x'.repeat(1 << 20)}`, 'FILE_TOO_LARGE'],
    ['a depth of 20,000', `a: ${'['.repeat(20_000)}`, 'YAML_INVALID'],
    ['another kind', lenient.replace('DataContract', 'Pod'), 'CONTRACT_INVALID', /2 kind/],
    ['another version of the standard', lenient.replace('v3.1.0', 'v2.2.2'), 'CONTRACT_INVALID', /apiVersion/],
    ['no objects', lenient.replace(/schema:[\s\S]*/, 'schema: []\n'), 'CONTRACT_INVALID', /schema/],
    ['an unknown metric', rule('metric: rows, mustBe: 1'), 'CONTRACT_INVALID', /10/],
    ['an unknown operator', rule('metric: rowCount, mustBeAbout: 1'), 'CONTRACT_INVALID', /mustBeAbout/],
    ['no operator', rule('metric: rowCount'), 'CONTRACT_INVALID', /exactly one operator/],
    [
      'a catastrophic pattern that is none',
      `${head}    properties: [{ name: a, logicalType: string, logicalTypeOptions: { pattern: '(a+' } }]\n`,
      'CONTRACT_INVALID',
      /ECMA-262/,
    ],
    [
      'a day that no calendar has',
      `${head}    properties: [{ name: a, logicalType: date, logicalTypeOptions: { minimum: '2001-02-31' } }]\n`,
      'CONTRACT_INVALID',
      /expected a date/,
    ],
    [
      'a time that no clock has',
      `${head}    properties: [{ name: a, logicalType: time, logicalTypeOptions: { minimum: '25:00' } }]\n`,
      'CONTRACT_INVALID',
      /expected a time/,
    ],
    [
      'an exclusive bound without the bound',
      `${head}    properties: [{ name: a, logicalType: integer, logicalTypeOptions: { exclusiveMinimum: true } }]\n`,
      'CONTRACT_INVALID',
      /needs minimum/,
    ],
    [
      'an age beyond all time',
      `${lenient}slaProperties: [{ property: freshness, value: 1e15, unit: w, element: t.a }]\n`,
      'CONTRACT_INVALID',
      /a number and a unit/,
    ],
    [
      'a range that is upside down',
      rule('metric: rowCount, mustBeBetween: [2, 1]'),
      'CONTRACT_INVALID',
      /smaller number first$/,
    ],
    ['a column that is not there', `${head}    properties: [{ name: a }, { name: c }]\n`, 'COLUMN_MISSING', /"c"/],
    ['a name with a NUL', `${head}    properties: [{ name: "a\\0" }]\n`, 'CONTRACT_INVALID', /NUL/],
    ['an object called like SQL', lenient.replace('name: t', "name: 't; DROP'"), 'CONTRACT_INVALID', /letters/],
    ['a query that reads a file', sql("SELECT count(*) FROM read_csv('/etc/passwd')"), 'SQL_REFUSED'],
    ['a query that reads a file by its name', sql("SELECT count(*) FROM '/etc/passwd'"), 'SQL_REFUSED'],
    ['a query that reads text', sql("SELECT length(content) FROM read_text('/etc/passwd')"), 'SQL_REFUSED'],
    ['a query that lists files', sql("SELECT count(*) FROM glob('/*')"), 'SQL_REFUSED'],
    ['a query that writes', sql("COPY (SELECT 1) TO '/tmp/x.csv'"), 'SQL_REFUSED', /COPY/],
    ['a query that attaches', sql("ATTACH '/tmp/x.db'"), 'SQL_REFUSED', /ATTACH/],
    ['a query that installs', sql('INSTALL httpfs'), 'SQL_REFUSED'],
    ['a query that loads', sql("LOAD '/tmp/x.so'"), 'SQL_REFUSED', /LOAD/],
    ['a query that configures', sql('SET enable_external_access = true'), 'SQL_REFUSED', /SET/],
    ['a query that drops', sql('DROP VIEW t'), 'SQL_REFUSED', /DROP/],
    ['two statements', sql('SELECT 0; SELECT 1'), 'SQL_REFUSED', /2 statements/],
    ['a statement behind a comment', sql('SELECT 0 -- ;\n; DROP TABLE t'), 'SQL_REFUSED'],
    ['a query of the environment', sql("SELECT getenv('HOME')"), 'SQL_REFUSED'],
    ['a query of DuckDB itself', sql('SELECT count(*) FROM duckdb_settings()'), 'SQL_REFUSED'],
    ['a query of another table', sql('SELECT count(*) FROM information_schema.tables'), 'SQL_REFUSED'],
    ['a query with chance in it', sql('SELECT random() FROM {object}'), 'SQL_REFUSED', /random/],
    ['a query with a clock in it', sql('SELECT count(*) FROM {object} WHERE now() > now()'), 'SQL_REFUSED'],
    ['no SQL', sql('Ask Ann'), 'SQL_REFUSED'],
    ['a query with a NUL', sql('SELECT \0'), 'SQL_REFUSED', /NUL/],
    ['a query that nests 20,000 deep', sql(`SELECT ${'('.repeat(20_000)}0${')'.repeat(20_000)}`), 'SQL_REFUSED'],
    ['a query that adds 10,000 times', sql(`SELECT ${'1 + '.repeat(10_000)}0`), 'SQL_REFUSED'],
    ['a query of nothing', sql(' '), 'SQL_REFUSED', /empty/],
    ['a query that gives words', sql("SELECT 'secret'"), 'SQL_FAILED', /one number/],
    ['a query that gives many rows', sql('SELECT a FROM {object}'), 'SQL_FAILED', /2 rows/],
    ['a query of a column that is not there', sql('SELECT count(c) FROM {object}'), 'SQL_FAILED'],
    ['a query that cannot be computed', sql('SELECT CAST(b AS INTEGER) FROM {object} WHERE a = 1'), 'SQL_FAILED'],
    ['a query of 100 KB', sql(`SELECT ${'1 + '.repeat(30_000)}0`), 'CONTRACT_INVALID', /query/],
  ])('%s', async (_, text, code, says) => expectError(judge({ 't.csv': 'a,b\n1,secret\n2,y\n' }, text), code, says))
})

describe('data that are sound files and break a contract', () => {
  const typed = (type: string, options = '') =>
    `${head}    properties: [{ name: a, logicalType: ${type}${options && `, logicalTypeOptions: ${options}`} }]\n`
  test.each<[string, Files, string]>([
    [
      'NaN and infinities',
      { 't.parquet': { sql: "SELECT unnest(['NaN', 'inf', '-inf']::DOUBLE[]) AS a" } },
      typed('number'),
    ],
    ['infinite dates', { 't.parquet': { sql: "SELECT 'infinity'::TIMESTAMP AS a" } }, typed('timestamp')],
    [
      'a date beyond a range',
      { 't.parquet': { sql: "SELECT DATE '9999-12-31' AS a" } },
      typed('date', "{ maximum: '2100-01-01' }"),
    ],
    ['a date that is none', { 't.csv': 'a,b\n2001-02-30,1\n' }, typed('date')],
    ['a number beyond 64 bits', { 't.csv': 'a,b\n99999999999999999999999,1\n' }, typed('integer', '{ format: i64 }')],
    ['a fraction for an integer', { 't.csv': 'a,b\n1.5,1\n' }, typed('integer')],
    ['a fraction for an integer in JSON', { 't.json': '[{"a":1.5}]' }, typed('integer')],
    ['words for an integer that no rule reads', { 't.csv': 'a,b\nmany,1\n' }, typed('integer')],
    ['words for a number that no rule reads', { 't.csv': 'a,b\n2,1\nmany,1\n' }, typed('number')],
    ['words for a truth value that no rule reads', { 't.json': '[{"a":"many"}]' }, typed('boolean')],
    ['words late in a file', { 't.ndjson': `${'{"a":1}\n'.repeat(30_000)}{"a":"many"}\n` }, typed('integer')],
    [
      'a time with a day',
      { 't.parquet': { sql: "SELECT TIMESTAMP '2001-01-01 10:00:00' AS a" } },
      typed('time', "{ minimum: '09:00' }"),
    ],
    ['words for numbers', { 't.parquet': { sql: "SELECT 'many' AS a" } }, typed('integer')],
  ])('%s: no pass', async (_, files, text) => {
    const verdict = await judge(files, text).then(
      (report) => report.verdict,
      (error: { code?: string }) => error.code,
    )
    expect(['fail', 'DATA_UNREADABLE']).toContain(verdict)
  })
})

describe('what only looks bad', () => {
  test.each<[string, Files, string?]>([
    ['a byte order mark', { 't.csv': '\ufeffa,b\n1,2\n' }],
    ['a column without a name, as pandas writes', { 't.csv': ',a\n0,1\n' }],
    ['hostile names', { 't.csv': '"a","a""; DROP TABLE t; --","\'; SELECT 1; --"\n1,2,3\n' }],
    ['a name of 10,000 characters', { 't.csv': `a,${'x'.repeat(10_000)}\n1,2\n` }],
    [
      '3,000 columns',
      {
        't.csv': `${['a', ...Array.from({ length: 2999 }, (_, i) => `c${i}`)].join(',')}\n${Array(3000).fill(1).join(',')}\n`,
      },
    ],
    [
      'a record of 500 fields of one type',
      { 't.ndjson': JSON.stringify(Object.fromEntries(['a', ...Array(499).keys()].map((key) => [key, 1]))) },
    ],
    ['an ending in upper case', { 'T.CSV.GZ': gzipSync('a,b\n1,2\n') }],
    ['JSON with an ending in upper case', { 'T.JSON.GZ': gzipSync('[{"a":1}]') }],
    ['another ending in upper case', { 'T.CSV.ZST': zstdCompressSync('a,b\n1,2\n') }],
    ['quoted line ends', { 't.csv': 'a,b\n"1\n2",3\n' }],
  ])(
    '%s is read as it is',
    async (_, files, text) => {
      expect(await judge(files, text)).toMatchObject({ verdict: 'pass', rows: 1 })
    },
    60_000,
  )

  test('a pattern that backtracks without end is bounded', async () => {
    const text = `${head}    properties: [{ name: a, logicalType: string, logicalTypeOptions: { pattern: '^(?=(a+)+$)' } }]\n`
    const work = judge({ 't.csv': `a,b\n${'a'.repeat(40)}!,1\n` }, text)
    await expectError(work, 'CONTRACT_INVALID', /pattern/)
  }, 60_000)
})
