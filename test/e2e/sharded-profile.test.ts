// Data of several files, counted by matrix jobs and added up by another, against the same in one pass.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Runner, type SandboxGitHub, startGitHub, startRunner } from '@tidemark/sandbox'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'

const readme = readFileSync(join(import.meta.dirname, '../../packages/cli/README.md'), 'utf8')
const [, documented = ''] = /<!-- begin: sharded -->\s*```yaml\n(.*?)```/s.exec(readme) ?? []

let folder: string
let github: SandboxGitHub
let runner: Runner

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tidemark-sharded-'))
  github = await startGitHub({ root: join(folder, 'github') })
  runner = startRunner({
    host: github,
    actions: {},
    workDir: join(folder, 'runner'),
    toolCache: inject('toolCache'),
  })
})
afterAll(async () => {
  await runner.close()
  await github.close()
  rmSync(folder, { recursive: true })
})

/** Orders of a month; two columns, one of them with gaps. */
function month(of: number): string {
  const lines = Array.from({ length: 600 }, (_, i) => {
    const day = String(1 + (i % 28)).padStart(2, '0')
    const price = i % 37 === 0 ? '' : ((i * 7919 * of) % 1000) / 10
    return `2026-0${of}-${day},${price},${(i * 31) % 17},${['north', 'south', 'west'][(i * of) % 3]}`
  })
  return `day,price,pieces,shop\n${lines.join('\n')}\n`
}

it('shards of matrix jobs add up to the bytes of one pass', { timeout: 180_000 }, async () => {
  const tidemark = join(folder, 'tidemark')
  mkdirSync(join(tidemark, 'bin'), { recursive: true })
  cpSync(join(import.meta.dirname, '../../bin/tidemark.mjs'), join(tidemark, 'bin/tidemark.mjs'))
  symlinkSync(inject('builtActions'), join(tidemark, 'dist'))
  // The job that checks: the same in one pass. Where the command lies is the one thing that is not as documented.
  const workflow = `${documented.replace(/^ {6}- uses: actions\/checkout@v5\n {8}with: \{ repository: tidemark-ml.*\n/gm, '').replaceAll('.tidemark/bin/tidemark.mjs', join(tidemark, 'bin/tidemark.mjs'))}
  once:
    needs: merge
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: actions/download-artifact@v5
        with: { name: baseline, path: merged }
      - run: node ${join(tidemark, 'bin/tidemark.mjs')} profile "data/*.csv" --day day > once.json
      - run: cmp once.json merged/baseline.json && cat once.json
`
  const files = {
    ...Object.fromEntries([1, 2, 3, 4, 5].map((of) => [`data/2026-0${of}.csv`, month(of)])),
    '.github/workflows/profile.yml': workflow,
  }
  await github.createRepository({ owner: 'shop', name: 'data', files, collaborators: { ann: 'write' } })
  const response = await fetch(`${github.apiUrl}/repos/shop/data/actions/workflows/profile.yml/dispatches`, {
    method: 'POST',
    headers: { authorization: `Bearer ${github.createToken('ann', 'all')}`, accept: 'application/vnd.github+json' },
    body: JSON.stringify({ ref: 'main' }),
  })
  expect(response.status).toBe(204)
  await new Promise((resolve) => setImmediate(resolve))
  await runner.idle()
  const [run] = runner.runs
  const failed = run!.jobs.flatMap(({ name, steps }) =>
    steps.filter(({ conclusion }) => conclusion === 'failure').map((step) => `${name}: ${step.name}`),
  )
  expect([run!.problems, failed]).toEqual([[], []])
  expect(run!.conclusion).toBe('success')
  expect(run!.jobs.map(({ name }) => name).filter((name) => name.startsWith('count'))).toHaveLength(3)
})
