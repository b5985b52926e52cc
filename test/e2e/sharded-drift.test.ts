// The documented workflow: matrix jobs count a part of the data each, one job judges what they counted, another records it. Against the same in one pass.
import { execFile } from 'node:child_process'
import { cpSync, globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type RunDetails, type Runner, startRunner } from '@tidemark/sandbox'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { expectRefused } from './built-action.ts'
import { type Consumer, consumerFiles, createConsumer, customers, repository } from './consumer.ts'
import { createRegistryWorld, makeCandidate, type RegistryWorld } from './registry-world.ts'

const exec = promisify(execFile)
const root = join(import.meta.dirname, '../..')
const readme = readFileSync(join(root, 'actions/drift-report/README.md'), 'utf8')
const [, documented = ''] = /<!-- begin: sharded -->\s*```yaml\n(.*?)```/s.exec(readme) ?? []

const policy = `${consumerFiles['models/churn/model.yaml']}monitor:
  baseline: { version: 1.0.0 }
  thresholds: { warn: 0.25, fail: 0.35 }
  segments: [{ column: plan, values: [yearly] }]
  performance:
    predictions: logs/predictions.parquet
    labels: logs/labels.parquet
    join: id
    columns: { label: churned }
    maturityDays: 7
    metrics: [{ id: roc_auc, mode: non_inferior, margin: 0.05 }]
`
const workflow = documented.replaceAll('flight-delay', 'churn')
/** With one part too few of those that the others speak of. */
const gap = stringify(parse(workflow, { merge: true })).replace(/part:\n\s+- 1\n\s+- 2\n\s+- 3\n/, 'part: [1, 3]\n')

let folder: string
let world: RegistryWorld
let consumer: Consumer
let runner: Runner

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tidemark-sharded-drift-'))
  consumer = await createConsumer()
  await consumer.write('models/churn/model.yaml', policy)
  const [january, february] = ['01', '02'].map((month) =>
    readFileSync(join(consumer.workspace, `data/2026-${month}.parquet`)),
  )
  // A week as ever and one in another unit, which lies in files of two parts.
  const days = (start: string, end: string, age: string) =>
    `SELECT * REPLACE (CAST(${age} AS INTEGER) AS age) FROM (${customers('2026-02-16')}) WHERE day >= DATE '${start}' AND day < DATE '${end}'`
  const made = {
    'data/2026-03a.parquet': days('2026-02-16', '2026-02-23', 'age'),
    'data/2026-03b.parquet': days('2026-02-23', '2026-02-26', 'age * 1.5'),
    'data/2026-03c.parquet': days('2026-02-26', '2026-03-02', 'age * 1.5'),
  }
  const staged = await createConsumer()
  const data: Record<string, Uint8Array> = { 'data/2026-01.parquet': january!, 'data/2026-02.parquet': february! }
  for (const [path, sql] of Object.entries(made)) {
    await staged.data(path, sql)
    data[path] = readFileSync(join(staged.workspace, path))
  }
  await staged[Symbol.asyncDispose]()
  world = await createRegistryWorld({
    ...consumerFiles,
    'models/churn/model.yaml': policy,
    '.github/workflows/drift.yml': workflow,
    '.github/workflows/gap.yml': gap,
    ...data,
  })
  const done = await world.run(consumer, 'register-model', await makeCandidate(consumer, world))
  if (done.exitCode !== 0) throw new Error(done.log)
  for (const [path, bytes] of Object.entries(data)) await consumer.write(path, bytes)
  const published = join(folder, 'published')
  for (const file of globSync('actions/*/action.yml', { cwd: root })) {
    mkdirSync(join(published, file, '..'), { recursive: true })
    cpSync(join(root, file), join(published, file))
  }
  symlinkSync(inject('builtActions'), join(published, 'dist'))
  runner = startRunner({
    host: world.github,
    actions: { 'tidemark-ml/tidemark': published },
    workDir: join(folder, 'runner'),
    toolCache: inject('toolCache'),
  })
})
afterAll(async () => {
  await runner.close()
  await world[Symbol.asyncDispose]()
  await consumer[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true, force: true })
})

async function dispatch(file: string): Promise<RunDetails> {
  const known = new Set(runner.runs.map(({ id }) => id))
  await world.call('acme', 'POST', `/actions/workflows/${file}/dispatches`, { ref: 'main' })
  let found: RunDetails | undefined
  while (found === undefined) {
    await new Promise((resolve) => setImmediate(resolve))
    found = runner.runs.find(({ id }) => !known.has(id))
  }
  await runner.idle()
  return runner.run(found.id)!
}

const failedSteps = ({ jobs }: RunDetails) =>
  jobs.flatMap(({ name, steps }) =>
    steps.filter(({ conclusion }) => conclusion === 'failure').map((step) => `${name}: ${step.name}`),
  )

/** The action by itself in the consumer's checkout. */
const run = (inputs: Record<string, string>) =>
  consumer.run('drift-report', inputs, {
    token: world.token({ contents: 'read' }),
    env: { GITHUB_API_URL: world.github.apiUrl, GITHUB_SERVER_URL: world.github.serverUrl },
  })

/** A fact on the registry branch. */
const recorded = async (path: string): Promise<string> =>
  (await exec('git', ['-C', world.github.gitDir(repository), 'show', `model-registry:models/churn/${path}`])).stdout
const sharded = (kind: string, id: string) => `${kind}/${id.slice(0, 2)}/${id}.json`

it('parts judged together are recorded as the bytes of one pass; a part that is missing judges nothing', {
  timeout: 280_000,
}, async () => {
  const once = await run({ mode: 'judge' })
  expect(once.exitCode, once.log).toBe(0)
  const handed = (path: string) => readFileSync(join(consumer.workspace, '.tidemark/drift', path), 'utf8')
  expect(readdirSync(join(consumer.workspace, '.tidemark/drift/checks'))).toEqual([
    '2026-02-16.json',
    '2026-02-23.json',
  ])

  const incomplete = await dispatch('gap.yml')
  expect(failedSteps(incomplete)).toEqual([expect.stringMatching(/^judge: /)])

  // The first run lays the edges and counts the reference in parts too; nothing of it is on record.
  const whole = await dispatch('drift.yml')
  expect([whole.problems, failedSteps(whole), whole.conclusion]).toEqual([[], [], 'success'])
  expect(whole.jobs.filter(({ name }) => name.startsWith('profile'))).toHaveLength(3)
  const [baseline, dataset] = [handed('baseline.json'), handed('dataset.json')]
  expect(await recorded(sharded('baselines', JSON.parse(baseline).id))).toBe(baseline)
  expect(await recorded(sharded('datasets', JSON.parse(dataset).digest))).toBe(dataset)
  expect(JSON.parse(baseline).expectations.weeks).toHaveLength(4)
  const verdicts: [string, string][] = []
  for (const start of ['2026-02-16', '2026-02-23']) {
    const check = handed(`checks/${start}.json`)
    const { id, verdict } = JSON.parse(check)
    expect(await recorded(`drift/2026/02/${start}-${id}.json`)).toBe(check)
    verdicts.push([start, verdict])
  }
  expect(verdicts).toEqual([
    ['2026-02-16', 'pass'],
    ['2026-02-23', 'fail'],
  ])

  // The next one needs no reference, and finds nothing due.
  const again = await dispatch('drift.yml')
  expect([failedSteps(again), again.conclusion]).toEqual([[], 'success'])
  expect(again.jobs.find(({ name }) => name === 'report')?.conclusion).toBe('skipped')
  expect(world.github.unexpected).toEqual([])

  // With a baseline on record a job has its own files alone, and counts no day that is decided.
  for (const month of ['01', '02', '03c']) rmSync(join(consumer.workspace, `data/2026-${month}.parquet`))
  const planned = await run({ mode: 'plan' })
  expect([planned.log, planned.outputs.plan]).toEqual([
    expect.stringContaining('is on record'),
    '.tidemark/drift-plan/plan.json',
  ])
  const files = { files: 'data/2026-03a.parquet\ndata/*b.parquet' }
  expect((await run({ mode: 'profile', shard: '2/4', ...files })).exitCode).toBe(0)
  const shard = JSON.parse(readFileSync(join(consumer.workspace, '.tidemark/drift-profiles/2-of-4.json'), 'utf8'))
  expect(shard).toMatchObject({ part: { index: 2, of: 4 }, newest: '2026-02-25', days: [], reference: null })
  expect(shard.dataset.files.map(({ path }: { path: string }) => path)).toEqual([
    'data/2026-03a.parquet',
    'data/2026-03b.parquet',
  ])
  expectRefused(await run({ mode: 'profile', ...files }), 'INPUT_INVALID', 'shard is missing')
  expectRefused(await run({ mode: 'profile', shard: '3/3' }), 'DATA_EMPTY', 'part 3 of 3 has none of the 2 data files')
  const wrong = { mode: 'judge', profiles: '.tidemark/drift-profiles' }
  expectRefused(await run(wrong), 'DOCUMENT_INVALID', 'part 1 of 4')
})
