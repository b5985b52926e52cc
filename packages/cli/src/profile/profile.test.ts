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
  ['files without a day', ['data/*.csv'], /--day is missing/],
  ['files and counts at once', ['data/*.csv', '--from', 'x.json'], /one of them/],
  ['SQL without a plan', ['--dialect', 'postgres', '--table', 't', '--day', 'day'], /--plan is missing/],
  ['a dialect that there is not', ['--dialect', 'cobol'], /--dialect/],
  ['a period that runs back', ['data/*.csv', '--day', 'day', '--period', '2026-02-01..2026-01-01'], /--period/],
  ['a plan that is not there', ['--plan', 'none.json', '--from', 'x.json'], /none.json cannot be read/],
  ['a shard that is none', ['--plan', 'plan.json', '--merge', 'data/a.csv'], /data\/a.csv is not what/],
  ['a day column that is not there', ['data/*.csv', '--day', 'date', '--lay'], /no column date/],
])('%s is refused', async (_name, args, message) => {
  const { code, err } = await run(...args)
  // Not called as it can be, or files that do not belong together.
  expect([code, err]).toEqual([err.includes('INPUT_INVALID') ? 2 : 1, expect.stringMatching(message)])
})
