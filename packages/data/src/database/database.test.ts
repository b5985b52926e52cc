// The same rows counted from files and in databases, under names and values that want out of their quotes.
import { type Baseline, storedJson } from '@tidemark/schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillBaseline, layBaseline, planBaseline, profileReference } from '../baseline/baseline.ts'
import type { DriftData } from '../baseline/source.ts'
import { createDatasetView } from '../contract/accepted-rows.ts'
import { openScratch, type ScratchData } from '../scratch-data.ts'
import { writeCountSql } from './count-sql.ts'
import { findPostgres, type Postgres, startPostgres } from './postgres.fixture.ts'
import { readCounts } from './read-counts.ts'

const hostile = {
  numeric: 'a"; DROP TABLE orders; --',
  text: `shop's \\ "name"`,
  schema: 'odd"schema',
  table: 'or"ders',
}
const period = { start: '2001-01-01', end: '2001-03-12' }
const quote = (name: string) => `"${name.replaceAll('"', '""')}"`

const rows = `SELECT i AS id, DATE '2001-01-01' + (i * 70 // 7000)::INTEGER AS day, (hash(i, 'l') % 5 = 0)::INTEGER AS late,
  CASE i % 40 WHEN 0 THEN NULL WHEN 1 THEN 'NaN'::DOUBLE WHEN 2 THEN '-Infinity'::DOUBLE WHEN 3 THEN 1e300 WHEN 4 THEN -0.0
    ELSE round(hash(i, 'p') % 100000 / 777.0, 2) END AS ${quote(hostile.numeric)},
  (hash(i, 'd') % 2000 / 100.0)::DECIMAL(9, 2) AS weight, (hash(i, 'b') % 3 = 0) AS gift,
  CASE i % 30 WHEN 0 THEN NULL WHEN 1 THEN 'rare ' || i WHEN 2 THEN 'back\\slash' WHEN 3 THEN E'it''s "quoted"' ELSE 'größe ' || (hash(i, 't') % 4) END AS ${quote(hostile.text)}
  FROM range(7000) AS r(i)`

const data: DriftData = {
  features: {
    sql: `SELECT id, day, late, ${quote(hostile.numeric)}, weight, gift, ${quote(hostile.text)} FROM t`,
    file: 'features.sql',
    view: 't',
    columns: { id: 'id', label: 'late' },
    day: 'day',
  },
}
const options = { model: `o'model`, dataset: 'a'.repeat(64), features: 'b'.repeat(64), period }

let files: ScratchData
let laid: Baseline
let fromFiles: string
beforeAll(async () => {
  files = await openScratch({ 'orders.parquet': { sql: rows } })
  await createDatasetView(files.engine, files.dataset)
  const plan = await planBaseline(files.engine, data, { ...options, publicColumns: [hostile.numeric, 'weight'] })
  laid = layBaseline(plan, options)
  const profile = await profileReference(files.engine, data, plan, options)
  // What needs several columns of a row at once is not counted in databases.
  fromFiles = storedJson({ ...profile, columns: profile.columns.filter(({ name }) => name !== 'numbers together') })
})
afterAll(() => files[Symbol.asyncDispose]())

const table = { name: [hostile.schema, hostile.table], day: 'day' }

describe('in DuckDB', () => {
  it('a table’s counts are those of the files, byte by byte', async () => {
    await files.engine.query(`CREATE SCHEMA ${quote(hostile.schema)}; CREATE TEMP TABLE copied AS FROM t`)
    await files.engine.query(`CREATE VIEW ${quote(hostile.schema)}.${quote(hostile.table)} AS FROM t`)
    const [answer] = await files.engine.query(writeCountSql(laid, { ...table, dialect: 'duckdb' }))
    expect(storedJson(readCounts(String(Object.values(answer!)[0]), laid))).toBe(fromFiles)
  })

  it('the answer to another plan is refused', () => {
    const answer = JSON.stringify({ plan: 'f'.repeat(64), rows: [] })
    expect(() => readCounts(answer, laid)).toThrow(expect.objectContaining({ code: 'DOCUMENT_INVALID' }))
  })

  it.each([
    [
      'a day’s rows that a column lacks',
      [
        { c: -1, b: -3, n: 5 },
        { c: 0, b: 0, n: 4 },
      ],
      /4 of 5 rows/,
    ],
    [
      'a bin that there is not',
      [
        { c: -1, b: -3, n: 5 },
        { c: 0, b: 999, n: 5 },
      ],
      /bin 999/,
    ],
    ['a count below zero', [{ c: -1, b: -3, n: -1 }], /rows\.0\.n/],
  ])('%s is refused', (_name, found, message) => {
    const rest = { d: '2001-01-01', e: 0, lo: null, hi: null, s: '0', q: '0' }
    const answer = JSON.stringify({ plan: laid.id, rows: found.map((row) => ({ ...rest, ...row })) })
    expect(() => readCounts(answer, laid)).toThrow(message)
  })
})

const postgres = findPostgres()
if (postgres === undefined) console.log('No PostgreSQL on this machine (/usr/lib/postgresql): its SQL was not run.')
else
  describe('in PostgreSQL', () => {
    let server: Postgres
    beforeAll(async () => {
      server = await startPostgres(postgres)
      const columns = ['id', 'day', 'late', hostile.numeric, 'weight', 'gift', hostile.text].map(quote)
      const types = ['bigint', 'date', 'integer', 'double precision', 'numeric(9, 2)', 'boolean', 'text']
      const found = await files.engine.query(
        `SELECT concat_ws(chr(9), ${columns.map((column) => `coalesce(replace(CAST(${column} AS VARCHAR), '\\', '\\\\'), '\\N')`).join(', ')}) AS line FROM t ORDER BY id`,
      )
      server.run(`CREATE SCHEMA ${quote(hostile.schema)};
CREATE TABLE ${quote(hostile.schema)}.${quote(hostile.table)} (${columns.map((column, i) => `${column} ${types[i]}`).join(', ')});
COPY ${quote(hostile.schema)}.${quote(hostile.table)} FROM STDIN;
${found.map(({ line }) => line).join('\n')}
\\.
`)
    }, 90_000)
    afterAll(() => server[Symbol.asyncDispose]())

    it('a table’s counts are those of the files, byte by byte, under hostile names', () => {
      const answer = server.run(writeCountSql(laid, { ...table, dialect: 'postgres' }))
      expect(storedJson(readCounts(answer, laid))).toBe(fromFiles)
    })

    it('what it returns holds no text of the table, and adds up to a baseline', () => {
      const answer = server.run(writeCountSql(laid, { ...table, dialect: 'postgres' }))
      expect(answer).not.toMatch(/größe|rare|slash/)
      const baseline = fillBaseline(laid, readCounts(answer, laid))
      expect([baseline.rows, baseline.blocks]).toEqual([7000, 70])
    })
  })
