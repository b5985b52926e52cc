// The same rows counted from files and in databases, under names and values that want out of their quotes.
import { type Baseline, readNumbers, storedJson } from '@tidemark/schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillBaseline, layBaseline, planBaseline, profileReference } from '../baseline/baseline.ts'
import { readScoringRows } from '../baseline/scoring-rows.ts'
import type { DriftData, ScoredRows } from '../baseline/source.ts'
import { createDatasetView } from '../contract/accepted-rows.ts'
import { openScratch, type ScratchData } from '../scratch-data.ts'
import { writeCountSql } from './count-sql.ts'
import { findPostgres, type Postgres, startPostgres } from './postgres.fixture.ts'
import { readCounts } from './read-counts.ts'

const hostile = {
  numeric: 'a"; DROP TABLE orders; --',
  text: `shop's \\ "name"`,
  score: `sco"re`,
  schema: 'odd"schema',
  table: 'or"ders',
}
const period = { start: '2001-01-01', end: '2001-03-12' }
const quote = (name: string) => `"${name.replaceAll('"', '""')}"`

const rows = `SELECT i AS id, DATE '2001-01-01' + (i * 70 // 7000)::INTEGER AS day, CASE WHEN i % 60 <> 7 THEN (hash(i, 'l') % 5 = 0)::INTEGER END AS late,
  CASE i % 40 WHEN 0 THEN NULL WHEN 1 THEN 'NaN'::DOUBLE WHEN 2 THEN '-Infinity'::DOUBLE WHEN 3 THEN 1e300 WHEN 4 THEN -0.0
    ELSE round(hash(i, 'p') % 100000 / 777.0, 2) END AS ${quote(hostile.numeric)},
  (hash(i, 'd') % 2000 / 100.0)::DECIMAL(9, 2) AS weight, (hash(i, 'b') % 3 = 0) AS gift,
  CASE i % 30 WHEN 0 THEN NULL WHEN 1 THEN 'rare ' || i WHEN 2 THEN 'back\\slash' WHEN 3 THEN E'it''s "quoted"' ELSE 'größe ' || (hash(i, 't') % 4) END AS ${quote(hostile.text)},
  CASE i % 50 WHEN 0 THEN NULL WHEN 1 THEN 'NaN'::DOUBLE WHEN 2 THEN 1.5 WHEN 3 THEN -0.25 ELSE (hash(i, 's') % 100000) / 99999.0 END AS ${quote(hostile.score)}
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
  const own = { ...data, scored: await readScores(files) }
  const publicColumns = [hostile.numeric, 'weight']
  const plan = await planBaseline(files.engine, own, { ...options, publicColumns, expectsPerformance: true })
  laid = layBaseline(plan, options)
  const profile = await profileReference(files.engine, own, plan, options)
  // What needs several columns of a row at once is not counted in databases.
  fromFiles = storedJson({ ...profile, columns: profile.columns.filter(({ name }) => name !== 'numbers together') })
})
afterAll(() => files[Symbol.asyncDispose]())

/** The score of each row as a model would have given it. */
async function readScores({ engine }: ScratchData): Promise<ScoredRows> {
  const { features } = data
  const query = { ...features, sql: features.sql.replace('SELECT', `SELECT ${quote(hostile.score)},`) }
  const rows = await readScoringRows(engine, query, { features: [{ name: hostile.score, kind: 'number' }], period })
  const [found] = rows.features
  const values = found?.kind === 'number' ? found.values : new Float64Array()
  return { scores: Float64Array.from(rows.codes, (code) => values[code]!), days: rows.days, labels: rows.labels }
}

const table = { name: [hostile.schema, hostile.table], day: 'day', score: hostile.score }

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

it('outcomes of a bin that there is not, or of more events than rows, are refused', () => {
  const c = laid.columns.findIndex(({ name }) => name === 'prediction')
  const rest = { d: '2001-01-01', e: 0, lo: null, hi: null, s: '0', q: '0' }
  const scored = [
    { ...rest, c: -1, b: -3, n: 5 },
    { ...rest, c, b: 0, n: 5 },
  ]
  for (const [wrong, message] of [
    [{ c: -2, b: 99, n: 5 }, /outcomes of 2001-01-01 have a bin 99/],
    [{ c: -3, b: 0, n: 5, e: 6 }, /a bin 0 of 5 rows and 6 events/],
    [{ c: -4, b: 0, n: 5, d: '2001-01-02' }, /outcomes of 2001-01-02/],
  ] as const) {
    const answer = JSON.stringify({ plan: laid.id, rows: [...scored, { ...rest, ...wrong }] })
    expect(() => readCounts(answer, laid)).toThrow(message)
  }
})

const postgres = findPostgres()
if (postgres === undefined) console.log('No PostgreSQL on this machine (/usr/lib/postgresql): its SQL was not run.')
else
  describe('in PostgreSQL', () => {
    let server: Postgres
    beforeAll(async () => {
      server = await startPostgres(postgres)
      const columns = ['id', 'day', 'late', hostile.numeric, 'weight', 'gift', hostile.text, hostile.score].map(quote)
      const types = [
        'bigint',
        'date',
        'integer',
        'double precision',
        'numeric(9, 2)',
        'boolean',
        'text',
        'double precision',
      ]
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
      // What is not 0 to 1, or has no outcome, is in no calibration; ten complete weeks are.
      const labelled = readNumbers(baseline.calibration!.rows).reduce((sum, count) => sum + count, 0)
      expect(labelled).toBe(7000 - (7000 / 50) * 4 - 117)
      expect(baseline.expectations?.weeks).toHaveLength(10)
    })
  })
