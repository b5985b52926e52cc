// Edges and levels that databases lay, against those of the same rows in files.
import { type Baseline, storedJson } from '@tidemark/schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillBaseline, layBaseline, planBaseline } from '../baseline/baseline.ts'
import { readScoringRows } from '../baseline/scoring-rows.ts'
import type { DriftData } from '../baseline/source.ts'
import { profileWindow } from '../baseline/window.ts'
import { createDatasetView } from '../contract/accepted-rows.ts'
import { openScratch, type ScratchData } from '../scratch-data.ts'
import { writeCountSql } from './count-sql.ts'
import type { DialectName } from './dialect.ts'
import { type LayQuestion, readColumns, writeColumnsSql, writeLaySql } from './lay-sql.ts'
import { letterRanges } from './letters.ts'
import { findPostgres, type Postgres, startPostgres } from './postgres.fixture.ts'
import { readCounts } from './read-counts.ts'
import { readLay } from './read-lay.ts'

const hostile = {
  numeric: `a"; DROP TABLE orders; -- \\`,
  text: `shop's "name"`,
  schema: 'odd"schema',
  table: `or'"ders`,
}
const quote = (name: string) => `"${name.replaceAll('"', '""')}"`
const period = { start: '2001-01-01', end: '2001-03-12' }
const rows = `SELECT i AS id, DATE '2001-01-01' + (i * 70 // 7000)::INTEGER AS day, (hash(i, 'l') % 5 = 0)::INTEGER AS late,
  CASE i % 40 WHEN 0 THEN NULL WHEN 1 THEN 'NaN'::DOUBLE WHEN 2 THEN '-Infinity'::DOUBLE WHEN 3 THEN 1e300 WHEN 4 THEN -0.0
    ELSE round(hash(i, 'p') % 100000 / 777.0, 2) END AS ${quote(hostile.numeric)},
  (hash(i, 'd') % 2000 / 100.0)::DECIMAL(9, 2) AS weight, (hash(i, 'b') % 3 = 0) AS gift, NULL::DOUBLE AS nothing,
  CASE i % 30 WHEN 0 THEN NULL WHEN 1 THEN 'rare ' || i WHEN 2 THEN 'back\\slash' WHEN 3 THEN E'it''s "quoted"' WHEN 4 THEN '😀' WHEN 5 THEN '｡'
    ELSE 'größe ' || (hash(i, 't') % 4) END AS ${quote(hostile.text)},
  CASE WHEN i % 2 = 0 THEN 'Größe-' || i || ' ПИСЬМО№' || (i % 97) || repeat('字', (i % 5)::INTEGER) ELSE 'x' || i || chr(66561 + (i % 20)::INTEGER) || 'é' END AS parcel,
  CASE WHEN i % 90 > 1 THEN (hash(i, 's') % 1000) / 999.0 WHEN i % 2 = 0 THEN 'NaN'::DOUBLE END AS score
  FROM range(7000) AS r(i)`
const segments = [
  { column: 'gift', value: 'true' },
  { column: hostile.text, value: `it's "quoted"` },
]
const roles = { day: 'day', id: 'id', label: 'late', score: 'score' }

let files: ScratchData
/** Laid from files, without what databases do not count. */
let laid: Baseline
let columns: LayQuestion['columns']
let data: DriftData
beforeAll(async () => {
  files = await openScratch({ 'orders.parquet': { sql: rows } })
  const { engine } = files
  await createDatasetView(engine, files.dataset)
  const names = ['id', 'day', 'late', hostile.numeric, 'weight', 'gift', 'nothing', hostile.text, 'parcel'].map(quote)
  const features: DriftData['features'] = {
    sql: `SELECT ${names.join(', ')} FROM t`,
    file: 'features.sql',
    view: 't',
    columns: { id: 'id', label: 'late' },
    day: 'day',
  }
  const query = { ...features, sql: features.sql.replace('SELECT', 'SELECT score,') }
  const scored = await readScoringRows(engine, query, {
    features: [{ name: 'score', kind: 'number' }],
    period,
    segments,
  })
  const [found] = scored.features
  const scores = Float64Array.from(scored.codes, (code) =>
    found?.kind === 'number' ? found.values[code]! : Number.NaN,
  )
  const options = { model: 'shop', dataset: 'a'.repeat(64), period, publicColumns: [hostile.numeric, hostile.text] }
  data = { features, segments, scored: { ...scored, scores } }
  const plan = await planBaseline(engine, data, { ...options, expectsPerformance: true })
  const counted = plan.columns.filter((column) => !(column.kind === 'numeric' && column.joint !== undefined))
  laid = layBaseline({ ...plan, columns: counted }, { ...options, features: 'b'.repeat(64) })
  columns = await readDuckColumns()
})
afterAll(() => files[Symbol.asyncDispose]())

async function askDuck(sql: string): Promise<string> {
  const [answer] = await files.engine.query(sql)
  return String(Object.values(answer!)[0])
}
async function readDuckColumns() {
  await files.engine.query(`CREATE SCHEMA ${quote(hostile.schema)}`)
  await files.engine.query(
    `CREATE VIEW ${quote(hostile.schema)}.${quote(hostile.table)} AS SELECT * EXCLUDE (source_file, file_row_number) FROM t`,
  )
  return readColumns(await askDuck(writeColumnsSql({ dialect: 'duckdb', table })), roles)
}
const table = [hostile.schema, hostile.table]
const question = (dialect: DialectName, change: Partial<LayQuestion> = {}): LayQuestion => ({
  dialect,
  table,
  model: 'shop',
  public: [hostile.numeric, hostile.text],
  columns,
  segments,
  ...roles,
  ...change,
})
/** A plan's columns and all that is counted by. */
const substance = ({ columns: found, calibration, expectations, period: own }: Baseline) => ({
  columns: found,
  calibration,
  expectations,
  period: own,
})

describe('in DuckDB', () => {
  it('a table’s columns are those that can be counted, in their order', () => {
    expect(columns.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      `${hostile.numeric} numeric`,
      'weight numeric',
      'gift numeric',
      'nothing numeric',
      `${hostile.text} categorical`,
      'parcel categorical',
    ])
  })

  it('edges and levels are those of the files, and so is the period where none is said', async () => {
    const plan = readLay(await askDuck(writeLaySql(question('duckdb'))))
    expect(substance(plan)).toEqual(substance(laid))
    const names = plan.columns.map(({ name }) => name)
    expect(names).toEqual(
      expect.arrayContaining(['parcel [length]', 'parcel [pattern]', 'late [gift=true]', 'prediction [gift=true]']),
    )
    expect(names).not.toContain(`${hostile.text} [length]`)
  })

  it('of a period they are of its days alone', async () => {
    const own = { start: '2001-01-08', end: '2001-01-15' }
    const answer = await askDuck(writeLaySql(question('duckdb', { period: own })))
    expect(JSON.parse(answer)).toMatchObject({ rows: 700, first: own.start, last: '2001-01-14' })
    expect(readLay(answer).period).toEqual(own)
  })

  it('a table without a row has no edges', async () => {
    const answer = await askDuck(
      writeLaySql(question('duckdb', { period: { start: '2011-01-01', end: '2011-02-01' } })),
    )
    expect(() => readLay(answer)).toThrow(expect.objectContaining({ code: 'DATA_EMPTY' }))
  })
})

describe('counts on them', () => {
  it('are those of the files in DuckDB, byte by byte, segments and texts too', async () => {
    const plan = readLay(await askDuck(writeLaySql(question('duckdb'))))
    const sql = writeCountSql(plan, { dialect: 'duckdb', name: table, day: 'day', score: 'score' })
    const once = await profileWindow(files.engine, data, plan, period)
    expect(storedJson(readCounts(await askDuck(sql), plan))).toBe(storedJson(once))
  })
})

describe('an answer', () => {
  it.each<[string, (answer: Record<string, unknown>) => unknown, RegExp]>([
    ['that is no JSON', () => '{', /not JSON/],
    ['without what was asked', ({ question: _, ...rest }) => rest, /question/],
    ['that lacks a column', (answer) => ({ ...answer, columns: [] }), /says nothing of/],
    [
      'with levels for a number',
      ({ columns: found, ...rest }) => ({ ...rest, columns: (found as []).toReversed() }),
      /says nothing of/,
    ],
    ['with rows', (answer) => ({ ...answer, values: [1] }), /values/],
  ])('%s is refused', async (_name, change, message) => {
    const answer = JSON.parse(await askDuck(writeLaySql(question('duckdb'))))
    const changed = change(answer)
    expect(() => readLay(typeof changed === 'string' ? changed : JSON.stringify(changed))).toThrow(
      expect.objectContaining({ code: 'DOCUMENT_INVALID', message: expect.stringMatching(message) }),
    )
  })

  it('about columns that lack one with a role is refused', async () => {
    const answer = await askDuck(writeColumnsSql({ dialect: 'duckdb', table }))
    expect(() => readColumns(answer, { day: 'date' })).toThrow(/no column date/)
    const strange = [{ column: 'country', value: 'x' }]
    expect(() => readColumns(answer, { day: 'day', segments: strange })).toThrow(/no column country/)
  })
})

const postgres = findPostgres()
if (postgres === undefined) console.log('No PostgreSQL on this machine (/usr/lib/postgresql): its SQL was not run.')
else
  describe('in PostgreSQL', () => {
    let server: Postgres
    beforeAll(async () => {
      server = await startPostgres(postgres)
      const names = [
        'id',
        'day',
        'late',
        hostile.numeric,
        'weight',
        'gift',
        'nothing',
        hostile.text,
        'parcel',
        'score',
      ].map(quote)
      const types =
        'bigint, date, integer, double precision, numeric(9.2), boolean, double precision, text, text, double precision'
      const found = await files.engine.query(
        `SELECT concat_ws(chr(9), ${names.map((name) => `coalesce(replace(CAST(${name} AS VARCHAR), '\\', '\\\\'), '\\N')`).join(', ')}) AS line FROM t ORDER BY id`,
      )
      server.run(`CREATE SCHEMA ${quote(hostile.schema)};
CREATE TABLE ${quote(hostile.schema)}.${quote(hostile.table)} (${names.map((name, i) => `${name} ${types.split(', ')[i]!.replace('.', ', ')}`).join(', ')});
COPY ${quote(hostile.schema)}.${quote(hostile.table)} FROM STDIN;
${found.map(({ line }) => line).join('\n')}
\\.
`)
    }, 90_000)
    afterAll(() => server[Symbol.asyncDispose]())

    it('edges and levels are those of the files, from the table’s own columns', () => {
      const own = readColumns(server.run(writeColumnsSql({ dialect: 'postgres', table })), roles)
      expect(own).toEqual(columns)
      const answer = server.run(writeLaySql(question('postgres', { columns: own })))
      expect(substance(readLay(answer))).toEqual(substance(laid))
    })

    it('what it returns of columns that are not public is digests', () => {
      const answer = server.run(writeLaySql(question('postgres', { public: [] })))
      expect(answer).not.toMatch(/größe|rare|slash/)
      expect(readLay(answer).columns.find(({ name }) => name === hostile.text)).toMatchObject({ isHashed: true })
    })

    it('of many rows a sample is sorted, the same in both databases', async () => {
      const many = { table: ['many'], segments: [], columns: [{ name: 'x', kind: 'numeric' as const }], public: [] }
      const { label: _l, score: _s, ...rest } = question('postgres', many)
      const made = (numbers: string) =>
        `SELECT i AS id, DATE '2001-01-01' AS day, CAST(i AS DOUBLE PRECISION) / 8 AS x FROM ${numbers}`
      server.run(`CREATE TABLE many AS ${made('generate_series(1, 450000) AS r(i)')}`)
      await files.engine.query(`CREATE TABLE many AS ${made('range(1, 450001) AS r(i)')}`)
      const answer = server.run(writeLaySql(rest))
      const { columns: found } = JSON.parse(answer)
      // Of 450,000 every third.
      expect(Math.abs(found[0].n / 150_000 - 1)).toBeLessThan(0.01)
      const here = await askDuck(writeLaySql({ ...rest, dialect: 'duckdb' }))
      expect(JSON.parse(here).columns).toEqual(found)
    })

    it('a baseline comes of three answers, and no row leaves the database', async () => {
      const plan = readLay(server.run(writeLaySql(question('postgres'))))
      const counts = server.run(writeCountSql(plan, { dialect: 'postgres', name: table, day: 'day', score: 'score' }))
      const once = await profileWindow(files.engine, data, plan, period)
      expect(storedJson(readCounts(counts, plan))).toBe(storedJson(once))
      const baseline = fillBaseline(plan, readCounts(counts, plan))
      expect([baseline.rows, baseline.blocks, baseline.expectations?.weeks.length]).toEqual([7000, 70, 10])
      expect(storedJson(baseline)).toContain('"name": "prediction"')
    })
  })

it('letters are those that DuckDB takes for letters', async () => {
  const found = await files.engine.query(
    `SELECT min(code) AS first, max(code) AS last FROM (SELECT code, code - row_number() OVER (ORDER BY code) AS run FROM range(1, 1114112) AS r(code)
       WHERE NOT (code BETWEEN 55296 AND 57343) AND regexp_matches(chr(code::INTEGER), '^\\p{L}$')) GROUP BY run ORDER BY 1`,
  )
  expect(letterRanges()).toEqual(found.map(({ first, last }) => [Number(first), Number(last)]))
})
