import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { errorOf, openScratch } from '../scratch-data.ts'
import { quoteIdentifier, quoteLiteral } from './quoting.ts'

const forbidden: Record<string, string> = {
  'another CSV file': `SELECT * FROM '{other}'`,
  'another file by read_csv': `SELECT * FROM read_csv('{other}')`,
  'a text file': `SELECT * FROM read_text('/etc/passwd')`,
  'a binary file': `SELECT * FROM read_blob('/etc/passwd')`,
  'a listing of a folder': `SELECT * FROM glob('/etc/*')`,
  'a web address': `SELECT * FROM 'https://example.com/a.parquet'`,
  'COPY to a new file': `COPY (SELECT 1) TO '{root}/out.csv'`,
  'COPY over the input': `COPY (SELECT 1 AS a) TO '{root}/t.csv' (FORMAT csv, HEADER)`,
  'ATTACH of a file': `ATTACH '{root}/a.db'`,
  'EXPORT DATABASE': `EXPORT DATABASE '{root}/export'`,
  INSTALL: 'INSTALL httpfs',
  LOAD: 'LOAD httpfs',
  'SET of an option': 'SET threads = 8',
  'SET of allowed paths': `SET allowed_paths = ['/etc/passwd']`,
  'SET of the lock': 'SET lock_configuration = false',
  'SET of external access': 'SET enable_external_access = true',
  'RESET of an option': 'RESET memory_limit',
  'PRAGMA of an option': 'PRAGMA threads = 8',
  'the environment': `SELECT getenv('HOME')`,
  'a secret': `CREATE SECRET (TYPE s3)`,
}

test.each(Object.entries(forbidden))('the locked engine refuses %s', async (_, sql) => {
  await using scratch = await openScratch({ 't.csv': 'a\n1\n' })
  const other = join(scratch.root, 'other.csv')
  await writeFile(other, 'secret\n1\n')
  const error = await errorOf(scratch.engine.query(sql.replaceAll('{other}', other).replaceAll('{root}', scratch.root)))
  expect(['SQL_REFUSED', 'SQL_FAILED', 'DATA_UNREADABLE']).toContain(error.code)
  for (const name of ['out.csv', 'a.db', 'export']) expect(existsSync(join(scratch.root, name))).toBe(false)
})

test('no other folder than the engine’s own for spilling is allowed, and only the built-in extensions are loaded', async () => {
  await using scratch = await openScratch({ 't.csv': 'a\n1\n' })
  const [settings] = await scratch.engine.query(
    `SELECT current_setting('allowed_directories')::VARCHAR AS folders, current_setting('temp_directory') AS spill`,
  )
  expect(settings?.folders).toBe(`[${settings?.spill}/]`)
  const [readers] = await scratch.engine.query(
    `SELECT bool_or(function_name = 'read_parquet') AS parquet, bool_or(function_name = 'read_json') AS json,
            bool_or(function_name LIKE 'http%' OR function_name LIKE 'sqlite_%') AS others FROM duckdb_functions()`,
  )
  expect(readers).toEqual({ parquet: true, json: true, others: false })
})

test('a query larger than its memory spills instead of failing, and its folder is gone after closing', async () => {
  const { openEngine } = await import('./engine.ts')
  const engine = await openEngine({ allowedPaths: [], memoryLimitMb: 64, threads: 1 })
  const [row] = await engine.query(
    'SELECT count(*) AS n FROM (SELECT i, hash(i) AS h FROM range(3_000_000) r(i) ORDER BY h)',
  )
  expect(row?.n).toBe(3_000_000n)
  const [settings] = await engine.query(`SELECT current_setting('temp_directory') AS spill`)
  await engine.close()
  expect(existsSync(String(settings?.spill))).toBe(false)
  expect((await errorOf(engine.query('SELECT 1'))).message).toContain('closed')
})

test('a query is stopped at its limit, and the engine answers the next one', async () => {
  await using scratch = await openScratch({ 't.csv': 'a\n1\n' })
  const endless = 'SELECT count(*) FROM range(1000000000000) a, range(100000000) b'
  const error = await errorOf(scratch.engine.query(endless, { limitMs: 50 }))
  expect(error).toMatchObject({ code: 'SQL_FAILED', message: 'The query was stopped after 0.05 seconds' })
  expect(await scratch.engine.query('SELECT 1 AS a', { limitMs: 60_000 })).toEqual([{ a: 1 }])
})

test('closing waits for the work that was begun', async () => {
  const { openEngine } = await import('./engine.ts')
  const engine = await openEngine({ allowedPaths: [], threads: 1 })
  const work = [engine.query('SELECT sum(i) AS n FROM range(5_000_000) r(i)'), engine.query('SELECT 1::INTEGER AS n')]
  await engine.close()
  expect((await Promise.all(work)).map(([row]) => Number(row?.n))).toEqual([12_499_997_500_000, 1])
})

test('columns come in row order, with NULL as NaN and as its own code, above and below the size of an enumeration', async () => {
  await using scratch = await openScratch({ 't.csv': 'a\n1\n' })
  const { engine } = scratch
  await engine.query(
    `CREATE TEMP TABLE few AS SELECT CASE WHEN i = 1 THEN NULL ELSE 'it''s ' || i END AS s, CASE WHEN i = 2 THEN NULL ELSE i / 2 END AS n FROM range(4) r(i)`,
  )
  const [text, number] = await engine.columns('few', [
    { name: 's', kind: 'string' },
    { name: 'n', kind: 'number' },
  ])
  expect(text).toMatchObject({ dictionary: ["it's 0", "it's 2", "it's 3"], codes: Uint32Array.of(0, 0xffffffff, 1, 2) })
  expect(number).toMatchObject({ values: Float64Array.of(0, 0.5, Number.NaN, 1.5) })
  await engine.query(`CREATE TEMP TABLE many AS SELECT 'v' || i AS s FROM range(70_000) r(i)`)
  const [many] = await engine.columns('many', [{ name: 's', kind: 'string' }])
  expect(many?.kind === 'string' && Array.from(many.codes, (code) => many.dictionary[code])).toEqual(
    Array.from({ length: 70_000 }, (_, i) => `v${i}`),
  )
  await engine.query(
    `CREATE TEMP TABLE odd AS SELECT CASE WHEN i = 5 THEN 'a' || chr(31) || 'b' ELSE 'v' || i END AS s FROM range(70_000) r(i)`,
  )
  expect((await engine.texts('odd', 's')).slice(4, 7)).toEqual(['v4', 'a\u001fb', 'v6'])
})

test('quoting keeps hostile names and texts in one piece and refuses NUL', async () => {
  await using scratch = await openScratch({ 't.csv': 'a\n1\n' })
  const name = 'a"; DROP TABLE x; --'
  const [row] = await scratch.engine.query(`SELECT ${quoteLiteral("it's; --")} AS ${quoteIdentifier(name)}`)
  expect(row).toEqual({ [name]: "it's; --" })
  expect(() => quoteLiteral('a\0b')).toThrow('NUL')
  expect(() => quoteIdentifier('a\0b')).toThrow('NUL')
})
