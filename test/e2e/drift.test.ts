// Weeks of new data judged and reported by the built action, from the first to the one that closes the issue.
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BuiltRun, expectRefused } from './built-action.ts'
import { type Consumer, consumerFiles, createConsumer, customers } from './consumer.ts'
import { createRegistryWorld, makeCandidate, type RegistryWorld } from './registry-world.ts'

const monitor = `monitor:
  baseline: { version: 1.0.0 }
  thresholds: { warn: 0.25, fail: 0.35 }
  retrain: { workflow: train.yml }
`
const policy = `${consumerFiles['models/churn/model.yaml']}${monitor}`
/** With a rule for drift, which is the monitor's once the default branch has it. */
const contract = consumerFiles['models/churn/contract.yaml'].replace(
  'name: plan, logicalType: string, required: true',
  '$&, quality: [{ type: custom, engine: tidemark, implementation: { check: drift, weight: 2 } }]',
)
const trainYaml = `on: { workflow_dispatch: { inputs: { model: { required: true } } } }
jobs: { train: { runs-on: ubuntu-latest, steps: [{ run: 'true' }] } }
`

/** Customers as always, of which a part is changed: a share of days kept, a column in another unit. */
const changed = (from: string, change: { age?: string; churned?: string; where?: string }) =>
  `SELECT id, day, CAST(${change.age ?? 'age'} AS INTEGER) AS age, plan, CAST(${change.churned ?? 'churned'} AS INTEGER) AS churned
   FROM (${customers(from)}) WHERE ${change.where ?? 'true'}`
/** The first week of a fortnight. */
const oneWeek = (from: string) => `day < DATE '${from}' + 7`
/** The same ages in another unit, as kilometres are to miles: still within the contract. */
const otherUnit = { age: 'age * 1.5' }

let world: RegistryWorld
let registered: Consumer

const judge = (consumer: Consumer, inputs: Record<string, string> = {}, env: Record<string, string> = {}) =>
  consumer.run(
    'drift-report',
    { mode: 'judge', ...inputs },
    {
      token: world.token({ contents: 'read' }),
      env: { GITHUB_API_URL: world.github.apiUrl, GITHUB_SERVER_URL: world.github.serverUrl, ...env },
    },
  )
const report = (consumer: Consumer, { outputs }: BuiltRun, inputs: Record<string, string> = {}) =>
  world.run(
    consumer,
    'drift-report',
    { mode: 'report', 'drift-handover': outputs.handover ?? '', ...inputs },
    { token: world.token({ contents: 'write', issues: 'write', actions: 'write' }) },
  )
const windowsOf = ({ outputs }: BuiltRun) =>
  JSON.parse(outputs.windows ?? '[]') as { window: string; verdict: string; columns: string[] }[]
const issues = () =>
  world.call<{ number: number; state: string; title: string; comments: number }[]>('acme', 'GET', '/issues?state=all')

/** A webhook on this machine: what it was sent, each answered with the status. */
async function listen(status: number) {
  const bodies: string[] = []
  const server = createServer(async (request, response) => {
    bodies.push((await request.toArray()).join(''))
    response.writeHead(status).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    bodies,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/services/T0/B0SECRET`,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

/** A checkout under whose policy nothing is on record, whatever other tests report meanwhile. */
async function createWithOwnPolicy(): Promise<Consumer> {
  const consumer = await createConsumer(registered)
  await consumer.edit('models/churn/model.yaml', 'train.yml', 'other.yml')
  return consumer
}

beforeAll(async () => {
  world = await createRegistryWorld({
    ...consumerFiles,
    'models/churn/model.yaml': policy,
    'models/churn/contract.yaml': contract,
    '.github/workflows/train.yml': trainYaml,
  })
  registered = await createConsumer()
  await registered.write('models/churn/model.yaml', policy)
  await registered.write('models/churn/contract.yaml', contract)
  const done = await world.run(registered, 'register-model', await makeCandidate(registered, world))
  if (done.exitCode !== 0) throw new Error(done.log)
  // Data are of the weeks to come.
  world.github.advance(60 * 86_400_000)
})
afterAll(async () => {
  await registered[Symbol.asyncDispose]()
  await world[Symbol.asyncDispose]()
})

describe('judging', () => {
  it('has nothing to do where the policy has no monitor, or names a version that is not there yet', async () => {
    await using consumer = await createConsumer(registered)
    await consumer.edit('models/churn/model.yaml', 'version: 1.0.0', 'version: 9.0.0')
    const early = await judge(consumer)
    expect(early).toMatchObject({ exitCode: 0, outputs: {} })
    expect(early.log).toContain('churn 9.0.0, the baseline’s version, is not registered yet')
    await consumer.write('models/churn/model.yaml', consumerFiles['models/churn/model.yaml'])
    expect(await judge(consumer)).toMatchObject({
      exitCode: 0,
      outputs: {},
      log: expect.stringContaining('no monitor'),
    })
  })

  it('has nothing to do where no version is in the channel yet', async () => {
    await using consumer = await createConsumer(registered)
    await consumer.edit('models/churn/model.yaml', '  baseline: { version: 1.0.0 }\n', '')
    const run = await judge(consumer)
    expect(run).toMatchObject({ exitCode: 0, outputs: {}, log: expect.stringContaining('in production yet') })
  })

  it('refuses data from which a file of the reference is gone, and names it', async () => {
    await using consumer = await createConsumer(registered)
    await consumer.data('data/2026-01.parquet', customers('2026-01-06'))
    expectRefused(await judge(consumer), 'FILE_NOT_FOUND', 'data/2026-01.parquet', 'was changed since', 'Git history')
  })

  it('a week in another unit fails, and fails the step only where that is asked for', async () => {
    await using consumer = await createWithOwnPolicy()
    await consumer.data('data/2026-03.parquet', changed('2026-02-16', otherUnit))
    const run = await judge(consumer)
    expect(run.exitCode).toBe(0)
    expect(run.outputs.verdict).toBe('fail')
    expect(windowsOf(run)).toMatchObject([
      { window: '2026-02-16', verdict: 'fail', columns: expect.arrayContaining(['age']) },
      { window: '2026-02-23', verdict: 'fail', columns: expect.arrayContaining(['age']) },
    ])
    expect(run.summary).toContain('❌ Drift: fail')
    expect(run.annotations).toContainEqual(
      expect.objectContaining({
        title: 'Drift of age in the week of 2026-02-23',
        file: 'models/churn/contract.yaml',
        line: expect.stringMatching(/^\d+$/),
      }),
    )
    const check = await readFile(join(consumer.workspace, '.tidemark/drift/checks/2026-02-23.json'), 'utf8')
    expect(JSON.parse(check).policy.columns).toEqual({ plan: { severity: 'error', importance: 2 } })
    const written = (name: string) => readFile(join(consumer.workspace, '.tidemark/drift-report', name), 'utf8')
    expect(run.outputs.page).toBe('.tidemark/drift-report/index.html')
    expect(await written('index.html')).toBe(await written('2026-02-23.html'))
    expect(await written('2026-02-16.html')).toContain('<a href="2026-02-23.html">')
    const junit = await written('drift.junit.xml')
    expect(junit).toMatch(/<testcase classname="drift\.churn\.drift\/features\/age".*\n *<failure/)
    expect([...junit.matchAll(/<testsuite name="(\d+-\d+-\d+)/g)].map(([, start]) => start)).toEqual([
      '2026-02-23',
      '2026-02-16',
    ])
    const [{ results }] = JSON.parse(await written('drift.sarif')).runs
    const ages = results.filter(({ ruleId }: { ruleId: string }) => ruleId === 'drift/features/age')
    expect(ages.map(({ level }: { level: string }) => level)).toEqual(['error', 'error'])
    expect(ages[0].message.text).toContain('2026-02-23 until')
    expect(ages[1].message.text).toContain('2026-02-16 until')
    expect(ages[0].partialFingerprints).not.toEqual(ages[1].partialFingerprints)
    const asked = await judge(consumer, { 'fail-on': 'fail' })
    expect(asked.exitCode).toBe(1)
    expect(asked.outputs.handover).toBe(run.outputs.handover)
  })

  it('a row with a day ahead hides no week, and is told', async () => {
    await using consumer = await createWithOwnPolicy()
    const late = `SELECT * REPLACE (CASE WHEN day = (SELECT max(day) FROM (${changed('2026-02-16', {})})) THEN DATE '2099-12-31' ELSE day END AS day)
      FROM (${changed('2026-02-16', {})})`
    await consumer.data('data/2026-03.parquet', late)
    const run = await judge(consumer)
    expect(windowsOf(run).map(({ window }) => window)).toEqual(['2026-02-16'])
    expect(run.annotations).toContainEqual(
      expect.objectContaining({ level: 'warning', message: expect.stringContaining('as late as 2099-12-31') }),
    )
  })

  it('invents no verdict on half a week, a week without rows, or outcomes that are not known', async () => {
    await using consumer = await createWithOwnPolicy()
    // No row in the week of the 16th; the week of the 23rd is whole; that of 2 March has three days.
    const part = `day >= DATE '2026-02-23' AND day < DATE '2026-03-05'`
    await consumer.edit(
      'models/churn/contract.yaml',
      'name: churned, logicalType: integer, required: true',
      'name: churned, logicalType: integer',
    )
    await consumer.data('data/2026-03.parquet', changed('2026-02-23', { where: part, churned: 'NULL' }))
    const run = await judge(consumer)
    expect(windowsOf(run)).toEqual([
      { window: '2026-02-16', verdict: 'inconclusive', columns: [] },
      { window: '2026-02-23', verdict: 'inconclusive', columns: [] },
    ])
    expect(run.log).toContain('week of 2026-02-16: The window has no rows')
    expect(run.summary).toMatch(/Not judged[\s\S]*labels\.churned[\s\S]*no outcome/)
    // A day in the middle that has not arrived leaves its week open.
    await consumer.data('data/2026-03.parquet', changed('2026-02-16', { where: `day <> DATE '2026-02-18'` }))
    const [gap] = windowsOf(await judge(consumer))
    expect(gap).toEqual({ window: '2026-02-16', verdict: 'inconclusive', columns: [] })
  })
})

describe('from week to week', () => {
  it('records, opens, updates and closes one issue, and has nothing to do in between', async () => {
    await using consumer = await createConsumer(registered)
    // No week is complete yet: the baseline is recorded, and that these data were judged.
    const empty = await judge(consumer)
    expect(empty).toMatchObject({ exitCode: 0, outputs: { verdict: '', windows: '[]' } })
    expect((await report(consumer, empty)).exitCode).toBe(0)

    await consumer.data('data/2026-03a.parquet', changed('2026-02-16', { where: oneWeek('2026-02-16') }))
    const normal = await judge(consumer)
    expect(windowsOf(normal), normal.summary).toEqual([{ window: '2026-02-16', verdict: 'pass', columns: [] }])
    expect((await report(consumer, normal)).outputs).toEqual({})
    expect(await issues()).toHaveLength(1) // the promotion pull request

    await consumer.data('data/2026-03b.parquet', changed('2026-02-23', { ...otherUnit, where: oneWeek('2026-02-23') }))
    const drifted = await judge(consumer)
    expect(windowsOf(drifted).map(({ window }) => window)).toEqual(['2026-02-23'])
    // A job that may not write issues leaves the facts; the next run finds what is left to do, without judging again.
    const denied = await world.run(
      consumer,
      'drift-report',
      { mode: 'report', 'drift-handover': drifted.outputs.handover ?? '' },
      { token: world.token({ contents: 'write' }) },
    )
    expect(denied).toMatchObject({ exitCode: 1, log: expect.stringMatching(/GITHUB_DENIED[\s\S]*issues: write/) })
    const left = await judge(consumer, {}, { RUNNER_TOOL_CACHE: '/nonexistent' })
    expect(left.log).toContain('not all done')
    expect(left.outputs).toEqual({ handover: expect.stringMatching(/^[0-9a-f]{64}$/) })
    await using slack = await listen(200)
    await using teams = await listen(404)
    const webhooks = { 'slack-webhook': slack.url, 'teams-webhook': teams.url }
    const told = await report(consumer, left, webhooks)
    // What one of them did not take is said, and everything else is done.
    expect(told).toMatchObject({ exitCode: 1, log: expect.stringMatching(/Alerted Slack/) })
    expect(told.annotations).toContainEqual(
      expect.objectContaining({
        message: expect.stringMatching(/Microsoft Teams did not take the alert: it answered 404/),
      }),
    )
    expect(`${told.log}${told.summary}${JSON.stringify(told.annotations)}`).not.toContain('B0SECRET')
    expect(told.commands.filter(({ name }) => name === 'add-mask').map(({ message }) => message)).toEqual(
      expect.arrayContaining([slack.url, teams.url]),
    )
    expect(told.log).toMatch(/Opened issue #2[\s\S]*Started train\.yml/)
    expect(told.outputs).toEqual({ issue: '2' })
    expect((await issues())[0]).toMatchObject({ state: 'open', title: expect.stringContaining('age') })

    // Judged already: neither the data nor the native binaries are touched.
    const again = await judge(consumer, {}, { RUNNER_TOOL_CACHE: '/nonexistent' })
    expect(again).toMatchObject({ exitCode: 0, outputs: {}, log: expect.stringContaining('nothing is due') })

    await consumer.data('data/2026-03c.parquet', changed('2026-03-02', { where: oneWeek('2026-03-02') }))
    const back = await judge(consumer)
    expect(windowsOf(back)).toEqual([{ window: '2026-03-02', verdict: 'pass', columns: [] }])
    const closed = await report(consumer, back, { 'slack-webhook': slack.url })
    expect(closed.log).toContain('Closed issue #2')
    expect(slack.bodies.map((body) => /Drift in churn|back to normal/.exec(body)?.[0])).toEqual([
      'Drift in churn',
      'back to normal',
    ])
    const [issue] = await issues()
    expect(issue).toMatchObject({ number: 2, state: 'closed', comments: 1 })

    const verified = await world.run(consumer, 'verify-registry')
    expect(verified.outputs.verified).toBe('true')
    expect(verified.log).toContain('3 drift checks replayed')
    expect(world.github.unexpected).toEqual([])
  })

  it('reports nothing that was changed on its way', async () => {
    await using consumer = await createConsumer(registered)
    await consumer.data('data/2026-04.parquet', changed('2026-03-30', otherUnit))
    const run = await judge(consumer)
    const folder = join(consumer.workspace, '.tidemark/drift/checks')
    const path = '.tidemark/drift/checks/2026-03-30.json'
    const text = await readFile(join(folder, '2026-03-30.json'), 'utf8')
    await consumer.write(path, text.replace('"verdict": "fail"', '"verdict": "pass"'))
    expectRefused(await report(consumer, run), 'DIGEST_MISMATCH', 'changed between the jobs')
    expectRefused(await report(consumer, { ...run, outputs: {} }), 'INPUT_INVALID', 'drift-handover')
  })
})
