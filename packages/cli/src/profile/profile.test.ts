import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEngine } from '@tidemark/data'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { tidemark } from '../tidemark.ts'

let cwd: string
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'tidemark-profile-'))
  mkdirSync(join(cwd, 'data'))
  mkdirSync(join(cwd, 'scored'))
  const rows = Array.from(
    { length: 400 },
    (_, i) => `2026-01-${String(1 + (i % 28)).padStart(2, '0')},${i % 9},${'ab'[i % 2]}`,
  )
  writeFileSync(join(cwd, 'data/a.csv'), `day,pieces,shop\n${rows.join('\n')}\n`)
})
afterAll(() => rmSync(cwd, { recursive: true }))

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', '']
  const code = await tidemark(['profile', ...args], {
    env: {},
    cwd,
    isTerminal: false,
    print: (text) => (out += text),
    report: (text) => (err += text),
  })
  return { code, out, err }
}

it('a database’s counts are those of the files', async () => {
  writeFileSync(join(cwd, 'plan.json'), (await run('data/*.csv', '--day', 'day', '--lay')).out)
  const sql = await run('--plan', 'plan.json', '--dialect', 'duckdb', '--table', 'orders', '--day', 'day')
  const file = join(cwd, 'data/a.csv')
  await using engine = await openEngine({ allowedPaths: [file] })
  await engine.query(`CREATE VIEW orders AS FROM read_csv('${file}')`)
  const [answer] = await engine.query(sql.out)
  writeFileSync(join(cwd, 'counts.json'), String(Object.values(answer!)[0]))
  const counted = await run('--plan', 'plan.json', '--from', 'counts.json')
  expect(counted.out).toBe((await run('data/*.csv', '--day', 'day', '--plan', 'plan.json')).out)
  expect(readFileSync(join(cwd, 'plan.json'), 'utf8')).not.toContain('"a"')
})

it.each([
  ['a day that is a number', ['--day', 'pieces'], /COLUMN_TYPE: The column pieces is BIGINT and holds no days/],
  ['a public column that is not there', ['--day', 'day', '--public', 'shops'], /COLUMN_MISSING: .*no column shops/],
  ['a segment that is not there', ['--day', 'day', '--segment', 'shops=a'], /COLUMN_MISSING: .*no column shops/],
  ['an outcome that is none', ['--day', 'day', '--label', 'pieces'], /COLUMN_TYPE: .*pieces is not 0 or 1 in \d+ rows/],
  ['a score that is none', ['--day', 'day', '--score', 'pieces'], /COLUMN_TYPE: .*pieces is not a number from 0 to 1/],
  ['a day that no calendar has', ['--day', 'day', '--period', '2026-02-30..2026-04-01'], /expected two days/],
])('says that it cannot use %s', async (_, args, says) => {
  const { code, out, err } = await run('data/*.csv', ...args)
  expect({ code: code > 0, out }).toEqual({ code: true, out: '' })
  expect(err).toMatch(says)
})

it('counts numbers as large as numbers get', async () => {
  const most = Number.MAX_VALUE
  const rows = Array.from({ length: 1200 }, (_, i) => `2026-01-${10 + (i % 20)},${i % 2 ? most : -most},${i % 13},${i}`)
  writeFileSync(join(cwd, 'most.csv'), `day,most,pieces,row\n${rows.join('\n')}\n`)
  const { out, err } = await run('most.csv', '--day', 'day')
  expect(err).toBe('')
  const counted = JSON.parse(out).columns.find(({ name }: { name: string }) => name === 'most')
  expect(counted).toMatchObject({ edges: `${-most} ${most}`, counts: '600 600 0', m2: null })
})

it('a column that counting adds itself is refused by name', async () => {
  writeFileSync(join(cwd, 'taken.csv'), 'day,tidemark_day\n2026-01-01,1\n')
  const { code, err } = await run('taken.csv', '--day', 'day')
  expect(code).toBe(1)
  expect(err).toMatch(/COLUMN_TYPE: .*tidemark_day/)
})

it('counts no shard twice', async () => {
  writeFileSync(join(cwd, 'twice.json'), (await run('data/*.csv', '--day', 'day', '--lay')).out)
  writeFileSync(join(cwd, 'shard.json'), (await run('data/*.csv', '--day', 'day', '--plan', 'twice.json')).out)
  const { code, err } = await run('--plan', 'twice.json', '--merge', 'shard.json', '--merge', './shard.json')
  expect(code).toBe(2)
  expect(err).toContain('--merge names ./shard.json twice')
})

it('scores and outcomes in shards and in a database are those of one pass', async () => {
  for (const shard of [0, 1]) {
    const rows = Array.from({ length: 700 }, (_, i) => i).filter((i) => i % 2 === shard)
    const lines = rows.map((i) => {
      const day = new Date(Date.UTC(2026, 0, 5 + (i % 35))).toISOString().slice(0, 10)
      return `${day},${i % 7},${((i * 37) % 100) / 99},${(i * 31) % 100 < (i * 37) % 100 ? 1 : 0}`
    })
    writeFileSync(join(cwd, `scored/scored-${shard}.csv`), `day,pieces,score,late\n${lines.join('\n')}\n`)
  }
  const columns = ['--day', 'day', '--score', 'score', '--label', 'late', '--segment', 'pieces=3']
  const save = (name: string, { out, err }: Awaited<ReturnType<typeof run>>) => {
    expect(err).toBe('')
    writeFileSync(join(cwd, name), out)
    return out
  }
  const once = save('once.json', await run('scored/scored-*.csv', ...columns))
  expect(JSON.parse(once)).toMatchObject({
    expectations: { weeks: { length: 5 } },
    calibration: { weeks: { length: 5 } },
  })
  expect(JSON.parse(once).columns.map(({ name }: { name: string }) => name)).toEqual([
    'pieces',
    'late',
    'late [pieces=3]',
    'prediction',
    'prediction [pieces=3]',
  ])
  save('scored-plan.json', await run('scored/scored-*.csv', ...columns, '--lay'))
  for (const shard of [0, 1])
    save(`${shard}.json`, await run(`scored/scored-${shard}.csv`, ...columns, '--plan', 'scored-plan.json'))
  const merged = await run('--plan', 'scored-plan.json', '--merge', '1.json', '--merge', '0.json', '--finish')
  expect(merged.out).toBe(once)

  const table = ['--table', 'orders', '--day', 'day', '--score', 'score']
  const sql = await run('--plan', 'scored-plan.json', '--dialect', 'duckdb', ...table)
  const files = [0, 1].map((shard) => join(cwd, `scored/scored-${shard}.csv`))
  await using engine = await openEngine({ allowedPaths: files })
  await engine.query(`CREATE VIEW orders AS FROM read_csv([${files.map((file) => `'${file}'`).join(', ')}])`)
  const [answer] = await engine.query(sql.out)
  writeFileSync(join(cwd, 'scored.json'), String(Object.values(answer!)[0]))
  expect((await run('--plan', 'scored-plan.json', '--from', 'scored.json', '--finish')).out).toBe(once)
})

it('a database is laid, counted and made a baseline of by what it answers alone', async () => {
  const file = join(cwd, 'data/a.csv')
  await using engine = await openEngine({ allowedPaths: [file] })
  await engine.query(`CREATE VIEW orders AS FROM read_csv('${file}')`)
  const ask = async (name: string, ...args: string[]) => {
    const { out, err } = await run('--dialect', 'duckdb', '--table', 'orders', '--day', 'day', ...args)
    expect(err).toBe('')
    const [answer] = await engine.query(out)
    writeFileSync(join(cwd, name), String(Object.values(answer!)[0]))
  }
  await ask('columns.json', '--describe')
  await ask('edges.json', '--lay', '--columns', 'columns.json', '--segment', 'shop=b')
  writeFileSync(join(cwd, 'laid.json'), (await run('--lay', '--from', 'edges.json')).out)
  await ask('laid-counts.json', '--plan', 'laid.json')
  const baseline = JSON.parse((await run('--plan', 'laid.json', '--from', 'laid-counts.json', '--finish')).out)
  const once = JSON.parse((await run('data/*.csv', '--day', 'day', '--segment', 'shop=b')).out)
  expect(once.columns.map(({ name }: { name: string }) => name)).toContain('pieces [shop=b]')
  expect(baseline.columns).toEqual(once.columns)
  expect([baseline.rows, baseline.period]).toEqual([400, once.period])
  // A plan says itself what its segments are.
  expect((await run('data/*.csv', '--day', 'day', '--plan', 'laid.json', '--finish')).out).toBe(
    (await run('--plan', 'laid.json', '--from', 'laid-counts.json', '--finish')).out,
  )
})

it.each([
  [
    'SQL for edges without the columns',
    ['--lay', '--dialect', 'duckdb', '--table', 't', '--day', 'day'],
    /--columns is/,
  ],
  ['a segment without a value', ['data/*.csv', '--day', 'day', '--segment', 'shop'], /--segment/],
  ['files without a day', ['data/*.csv'], /--day is missing/],
  ['files and counts at once', ['data/*.csv', '--from', 'x.json'], /one of them/],
  ['SQL without a plan', ['--dialect', 'postgres', '--table', 't', '--day', 'day'], /--plan is missing/],
  ['a dialect that there is not', ['--dialect', 'cobol'], /--dialect/],
  ['a period that runs back', ['data/*.csv', '--day', 'day', '--period', '2026-02-01..2026-01-01'], /--period/],
  ['a plan that is not there', ['--plan', 'none.json', '--from', 'x.json'], /none.json cannot be read/],
  ['a shard that is none', ['--plan', 'plan.json', '--merge', 'data/a.csv'], /data\/a.csv is not JSON/],
  ['a day column that is not there', ['data/*.csv', '--day', 'date', '--lay'], /no column date/],
])('%s is refused', async (_name, args, message) => {
  const { code, err } = await run(...args)
  // Not called as it can be, or files that do not belong together.
  expect([code, err]).toEqual([err.includes('INPUT_INVALID') ? 2 : 1, expect.stringMatching(message)])
})
