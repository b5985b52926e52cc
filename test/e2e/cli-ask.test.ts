import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eventId, layout } from '@tidemark/schemas'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { recordRegistry } from '../page/recorded-registry.ts'
import { writeRepository } from '../page/recorded-repository.ts'
import { runCommand } from './built-command.ts'

let folder = ''
let clone = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tidemark-ask-'))
  clone = join(folder, 'clone')
  await writeRepository(clone, recordRegistry())
})
afterAll(() => rmSync(folder, { recursive: true }))

const ask = (...args: string[]) => runCommand(args, { cwd: clone })
const json = async (...args: string[]) => JSON.parse((await ask(...args, '--json')).stdout)

it('prints what its README shows', async () => {
  const readme = readFileSync(new URL('../../packages/cli/README.md', import.meta.url), 'utf8')
  const examples = [...readme.matchAll(/^```console\n\$ tidemark (.*)\n([\s\S]*?)^```$/gm)]
  expect(examples.map(([, line]) => line!.split(' ')[0])).toEqual(['which', 'history', 'lineage', 'runs'])
  for (const [, line, output] of examples) {
    const args = [...line!.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map((part) => part[1] ?? part[2] ?? part[3]!)
    expect(await ask(...args)).toEqual({ exitCode: 0, stdout: output, stderr: '' })
  }
})

it('tells what was in production before, during and after a rollout, and exits 1 where nothing was', async () => {
  expect(await json('which', 'flight-delay')).toMatchObject({
    held: { version: '1.1.0', until: null, approvedBy: ['reviewer'], lineage: { evaluation: { verdict: 'pass' } } },
    before: { version: '1.0.0' },
    canary: { version: '1.3.0', weight: 0.5 },
  })
  expect(await json('which', 'flight-delay', '--at', '2001-05-03 10:20')).toMatchObject({
    held: { version: '1.1.0' },
    canary: { version: '1.2.0', seq: 3, weight: 0.05 },
  })
  const nothing = await ask('which', 'flight-delay', '--at', '2001-01-01')
  expect(nothing).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('The first version, 1.0.0, came at') })
})

it('tells each step of a rollout and its end in words', async () => {
  const { stdout } = await ask('history', 'flight-delay@1.2.0', '--reverse')
  const told = [...stdout.matchAll(/^\S+ \S+ {2}\S (.*?) {2,}/gm)].map(([, what]) => what)
  expect(told).toEqual([
    '1.2.0 registered',
    '1.2.0 published',
    '1.2.0 approved and merged',
    'rollout of 1.2.0 opened',
    '1.2.0 starts with 5 %',
    '1.2.0 rolled back',
    '1.2.0 needs a waiver to return',
  ])
  expect(stdout).toMatch(/1\.2\.0 rolled back .*NaN or infinite answers in 80 of 200 requests/)
})

it('draws lineage for Markdown and for programs, with parents and children', async () => {
  const mermaid = await ask('lineage', 'flight-delay@1.1.0', '--mermaid')
  expect(mermaid.stdout).toMatch(/^flowchart LR\n[\s\S]*version --> child1\(\["followed by<br\/>1\.3\.0"\]\)/)
  expect(await json('lineage', 'flight-delay@1.1.0')).toMatchObject({
    parent: { version: '1.0.0' },
    children: [{ version: '1.2.0' }, { version: '1.3.0' }],
    tenures: [{ channel: 'production', seq: 4 }],
    rollouts: [{ seq: 2, phase: 'promoted' }],
    datasets: [{ files: [{ rows: 508_239 }, {}] }, {}],
    problems: [],
  })
})

it('compares two versions, and filters and sorts runs', async () => {
  const difference = await json('diff', 'flight-delay@1.0.0', '1.1.0')
  expect(difference).toMatchObject({ a: '1.0.0', b: '1.1.0', isSameHoldout: true, signature: { verdict: 'identical' } })
  expect(difference.metrics[0].difference).toBeCloseTo(0.0116)
  expect(difference.compareUrl).toMatch(/^https:\/\/github\.com\/example\/flight-delay\/compare\/\w{40}\.\.\.\w{40}$/)
  const { runs } = await json('runs', 'flight-delay', 'metrics.roc_auc > .66', '--sort', 'metrics.roc_auc:asc')
  expect(runs.map(({ version }: { version: string }) => version)).toEqual(['1.1.0', '1.3.0', '1.2.0'])
  expect(await ask('runs', 'flight-delay', 'seed = 12345')).toMatchObject({
    exitCode: 1,
    stdout: 'None of 4 runs is as asked.\n',
  })
})

it.each([
  [['which'], 2, /which model/],
  [['which', 'flight-delay', '--at', 'monday'], 2, /--at: expected a time/],
  [['which', 'flight-delay@1.0.0'], 2, /which version is what it answers/],
  [['which', 'flight-dely'], 1, /Did you mean flight-delay/],
  [['which', 'flight-delay', '--channel', 'prod'], 1, /Did you mean production/],
  [['history', 'flight-delay', '--type', 'a b'], 2, /--type/],
  [['lineage', 'flight-delay'], 2, /which version of flight-delay/],
  [['lineage', 'flight-delay@7.0.0'], 1, /newest are 1\.3\.0, 1\.2\.0, 1\.1\.0/],
  [['lineage', 'flight-delay@1.0.0', '--json', '--mermaid'], 2, /two forms/],
  [['diff', 'flight-delay@1.0.0'], 2, /which other version/],
  [['diff', 'flight-delay@1.0.0', 'churn@1.0.0'], 2, /two models/],
  [['runs', 'flight-delay', 'metrics.auc > 1'], 2, /column 1: no run has a field metrics\.auc[\s\S]*metrics\.roc_auc/],
  [['runs', 'flight-delay', '--sort', 'speed'], 2, /no run has a field speed/],
])('%j ends with %i and says why', async (args, exitCode, reason) => {
  const run = await ask(...args)
  expect(run.stderr).toMatch(reason)
  expect(run).toMatchObject({ exitCode, stdout: '' })
  expect(run.stderr).not.toMatch(/^\s+at /m)
})

it('stands in any folder of the clone, and reads what a rewritten branch says now', async () => {
  const rewritten = join(folder, 'rewritten')
  await writeRepository(rewritten, recordRegistry())
  mkdirSync(join(rewritten, 'deep'))
  const where = { cwd: join(rewritten, 'deep') }
  expect((await runCommand(['ls'], where)).stdout).toMatch(/flight-delay +production +1\.1\.0/)
  // Before 1.1.0 was settled: its tags still are there, its events are not.
  const earlier = execFileSync('git', ['-C', rewritten, 'rev-parse', 'flight-delay#production#1^{commit}'], {
    encoding: 'utf8',
  })
  execFileSync('git', ['-C', rewritten, 'update-ref', 'refs/heads/model-registry', earlier.trim()])
  const run = await runCommand(['ls'], where)
  expect(run.stdout).toMatch(/flight-delay +production +1\.0\.0/)
  expect(run.stderr).toMatch(/warning: flight-delay#production#2 is a tag without the event/)
})

it('tells of waivers on the default branch of a clone, and of nothing there that is none', async () => {
  const waived = join(folder, 'waived')
  await writeRepository(waived, recordRegistry())
  const path = join(waived, 'models/flight-delay/waivers')
  mkdirSync(path, { recursive: true })
  const waiver = {
    schema: 'tidemark/waiver/v1',
    model: 'flight-delay',
    allows: 'rolled-back',
    channel: 'production',
    version: '1.2.0',
    modelDigest: 'a'.repeat(64),
    reason: 'The upstream table is delivered again.',
    owner: 'octocat',
    expires: '2001-07-01T00:00:00Z',
  }
  writeFileSync(join(path, 'upstream.yaml'), JSON.stringify(waiver))
  writeFileSync(join(path, 'broken.yaml'), 'schema: something else')
  const who = ['-c', 'user.name=octocat', '-c', 'user.email=octocat@users.noreply.github.com']
  const env = { ...process.env, GIT_COMMITTER_DATE: '2001-06-01T10:00:00+02:00' }
  execFileSync('git', ['-C', waived, 'add', 'models'])
  execFileSync('git', ['-C', waived, ...who, 'commit', '--quiet', '--message', 'Waive'], { env })
  const { stdout } = await runCommand(['history', 'flight-delay', '--type', 'waiver'], { cwd: waived })
  expect(stdout).toMatch(
    /^2001-06-01 08:00 {2}▲ 1\.2\.0 may return to production +octocat +waiver · until 2001-07-01: The/m,
  )
  expect(stdout).not.toMatch(/something else/)
})

it('lets no text of a registry reach the terminal as it is', async () => {
  const hostile = join(folder, 'hostile')
  const bad = '\u001b[2J\u009b31m\u202ebad'
  const type = 'gate.failed'
  const subject = { modelDigest: 'a'.repeat(64) }
  const id = eventId({ type, subject, cause: bad })
  const document = {
    schema: 'tidemark/event/v1',
    id,
    type,
    model: 'flight-delay',
    subject,
    cause: bad,
    at: '2001-07-01T00:00:00Z',
    actor: 'engineer',
    reasons: [bad],
  }
  const path = layout.event('flight-delay', id, type)
  await writeRepository(hostile, [
    ...recordRegistry(),
    { at: '2001-07-01T00:00:00Z', message: bad, files: [{ path, document }] },
  ])
  for (const args of [
    ['history', 'flight-delay'],
    ['history', 'flight-delay', '--json'],
    ['show', 'flight-delay'],
  ]) {
    const { stdout, exitCode } = await runCommand(args, { cwd: hostile })
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/bad/)
    expect(stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u)
  }
})
