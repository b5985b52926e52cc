import { afterAll, beforeAll, expect, test } from 'vitest'
import { errorOf } from '../scratch-data.ts'
import { type Engine, openEngine } from './engine.ts'
import { assertSingleSelect } from './select-guard.ts'

let engine: Engine
beforeAll(async () => {
  engine = await openEngine({ allowedPaths: [], threads: 1 })
})
afterAll(() => engine.close())

const guard = (sql: string) => assertSingleSelect(engine, { sql, file: 'features.sql', tables: ['flights'] })

test.each([
  'SELECT * FROM flights',
  'SELECT a FROM "Flights";  -- the end',
  'WITH x AS (SELECT a FROM flights), y AS (SELECT * FROM x) SELECT * FROM y JOIN x USING (a)',
  'WITH flights AS (SELECT a + 1 AS a FROM flights) SELECT * FROM flights',
  'WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT * FROM n, flights',
  'SELECT hour(date), lower(a), list_value(1, 2), CASE WHEN b THEN 1 END FROM flights',
  'SELECT row_number() OVER (ORDER BY a), avg(b) OVER (PARTITION BY a) FROM flights',
  "SELECT first(a ORDER BY b), string_agg(a, ',' ORDER BY b), age(a, b) FROM flights, unnest([1, 2]), range(3)",
  'SELECT \'random()\', "now" FROM flights -- ; DROP TABLE flights',
  'FROM flights SELECT a',
])('one SELECT over its own data is let through: %s', async (sql) => {
  await guard(sql)
})

test.each([
  ['two statements', 'SELECT 1;\nSELECT 2', /2 statements/, 2],
  ['a second statement that writes', "SELECT 1; COPY flights TO 'x'", /2 statements/, undefined],
  ['COPY', "COPY flights TO 'x.csv'", /COPY is not allowed/, undefined],
  ['ATTACH', "ATTACH 'x.db'", /ATTACH is not allowed/, undefined],
  ['an in-memory ATTACH', "ATTACH ':memory:' AS m", /ATTACH is not allowed/, undefined],
  ['INSERT behind WITH', 'WITH x AS (SELECT 1) INSERT INTO flights SELECT * FROM x', /not allowed/, undefined],
  ['CREATE', 'CREATE TABLE x AS SELECT 1', /CREATE is not allowed/, undefined],
  ['SET', 'SET threads = 1', /SET is not allowed/, undefined],
  ['SET VARIABLE', 'SET VARIABLE x = 1', /SET is not allowed/, undefined],
  ['PRAGMA', 'PRAGMA threads = 1', /PRAGMA is not allowed/, undefined],
  ['CALL', 'CALL pragma_version()', /CALL is not allowed/, undefined],
  ['EXPLAIN', 'EXPLAIN SELECT 1', /EXPLAIN is not allowed/, undefined],
  ['DESCRIBE', 'DESCRIBE flights', /DESCRIBE/, undefined],
  ['PIVOT', 'PIVOT flights ON a', /not allowed|statements/, undefined],
  ['nothing', ' -- only a comment', /empty|not/, undefined],
  ['a syntax error', 'SELECT a\nFROM flights\nWHERE WHERE', /not valid SQL/, 3],
  ['another file', "SELECT *\nFROM flights JOIN 'b.parquet' USING (a)", /b\.parquet/, 2],
  ['another file by function', "SELECT * FROM read_csv('b.csv')", /read_csv/, 1],
  ['a table of DuckDB’s', 'SELECT * FROM duckdb_settings()', /duckdb_settings/, 1],
  ['a view of DuckDB’s', 'SELECT * FROM sqlite_schema', /sqlite_schema/, 1],
  ['a table of another schema', 'SELECT * FROM tidemark.flights', /tidemark\.flights/, 1],
  [
    'a table hidden behind a nested name',
    'SELECT (WITH sqlite_schema AS (SELECT 1) SELECT 1), * FROM sqlite_schema',
    /sqlite_schema/,
    1,
  ],
  ['a table in a subquery', 'SELECT a FROM flights WHERE a IN (SELECT a FROM others)', /others/, 1],
  ['a query in a text', "SELECT * FROM query('SELECT 1')", /query/, 1],
  ['randomness', 'SELECT a,\n  random() FROM flights', /random\(\)/, 2],
  ['a UUID', 'SELECT uuid() FROM flights', /uuid/, 1],
  ['the clock', 'SELECT now() FROM flights', /now/, 1],
  ['the clock without parentheses', 'SELECT CURRENT_DATE FROM flights', /current_date/, 1],
  ['the local clock', 'SELECT current_localtimestamp() FROM flights', /current_localtimestamp/, 1],
  ['an age until now', 'SELECT age(date) FROM flights', /age/, 1],
  ['the environment', "SELECT getenv('HOME') FROM flights", /getenv/, 1],
  ['a setting', "SELECT current_setting('threads') FROM flights", /current_setting/, 1],
  ['a variable', "SELECT getvariable('x') FROM flights", /getvariable/, 1],
  ['a sample', 'SELECT * FROM flights TABLESAMPLE 10%', /TABLESAMPLE/, 1],
  ['a sample at the end', 'SELECT * FROM flights USING SAMPLE 10', /TABLESAMPLE/, undefined],
  ['an order of threads', 'SELECT any_value(a) FROM flights', /any_value/, 1],
  ['an unordered row number', 'SELECT row_number() OVER () FROM flights', /row_number/, 1],
  ['a parameter', 'SELECT $1 FROM flights', /parameter/, undefined],
  ['a NUL', 'SELECT 1\0', /NUL/, undefined],
])('a query with %s is refused with its place', async (_, sql, message, line) => {
  const error = await errorOf(guard(sql))
  expect(error.code).toBe('SQL_REFUSED')
  expect([error.message, ...(error.problems ?? []).map((problem) => problem.message)].join('\n')).toMatch(message)
  if (line !== undefined) expect(error.problems?.[0]).toMatchObject({ file: 'features.sql', line })
  expect(error.hint).toContain('exactly one SELECT')
})

test('every reason is reported at once, each at its line and column, counted in characters', async () => {
  const error = await errorOf(guard("SELECT 'é', random()\nFROM flights, others\nWHERE now() > a"))
  expect(error.problems?.map(({ line, column }) => [line, column])).toEqual(
    expect.arrayContaining([
      [1, 13],
      [2, 15],
      [3, 7],
    ]),
  )
})

test('a query longer than 64 KiB is refused before it is parsed', async () => {
  expect((await errorOf(guard(`SELECT ${'1 + '.repeat(20_000)} 1`))).message).toContain('65536')
})

test('a deeply nested query is an error, not a crash', async () => {
  expect((await errorOf(guard(`SELECT ${'abs('.repeat(5000)}1${')'.repeat(5000)} FROM flights`))).code).toBe(
    'SQL_REFUSED',
  )
})
