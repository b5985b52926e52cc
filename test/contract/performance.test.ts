import {
  type Alert,
  assertPerformanceEvidence,
  type PerformanceReplay,
  type Registry,
  readMonitorRecord,
  readPerformanceGround,
  readPerformanceRecord,
  recordDrift,
  recordPerformance,
  registerModel,
  respondToWindows,
  verifyRegistry,
} from '@tidemark/registry'
import {
  layout,
  MonitorPolicy,
  type PerformanceCheck,
  sha256,
  storedJson,
  type VersionManifest,
} from '@tidemark/schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  checkPerformance,
  collectPerformance,
  findPerformanceReplayProblem,
} from '../../packages/evaluation/src/index.ts'
import { outcomes, policy as performance } from '../../packages/evaluation/src/performance/outcomes.fixture.ts'
import { contractText, createCandidate, policyText } from './candidate.ts'
import { createEvidence, tellingOf, type Week } from './drift-evidence.ts'
import { createRegistryWorld, type RegistryWorld, repository } from './sandbox.ts'

const candidate = createCandidate('a')
const { run, evaluation } = candidate.evidence
const subject = { model: 'churn', version: '1.0.0', modelDigest: run.output.modelDigest }
const policy = MonitorPolicy.parse({ performance, retrain: { workflow: 'train.yml' } })
const replay: PerformanceReplay = findPerformanceReplayProblem
const trainYaml = `on:
  workflow_dispatch:
    inputs: { model: { required: true } }
jobs: { train: { runs-on: ubuntu-latest, steps: [{ run: 'true' }] } }
`
let world: RegistryWorld
let registry: Registry
let sent: Alert[] = []
/** That drift is judged by, once it is. */
let baseline: string | null = null

beforeAll(async () => {
  world = await createRegistryWorld({
    files: {
      'models/churn/model.yaml': policyText,
      'models/churn/contract.yaml': contractText,
      '.github/workflows/train.yml': trainYaml,
    },
  })
  await registerModel(await world.connect(), candidate)
  const permissions = { contents: 'write', issues: 'write', actions: 'write' } as const
  registry = await world.connect(world.github.issueJobToken({ repository, permissions, runId: 1, jobId: 1 }))
})
afterAll(() => world[Symbol.asyncDispose]())

/** A week's check: with `turned`, so many labels come out against their scores. */
function check(
  start: string,
  {
    turned = 0,
    labelled = 1400,
    previous = null,
    asOf = '2001-06-01',
  }: { turned?: number; labelled?: number; previous?: PerformanceCheck | null; asOf?: string } = {},
): PerformanceCheck {
  const statistics = collectPerformance(outcomes({ turned, labelled, start }), {
    policy: performance,
    asOf,
    reference: { evaluation, previous, promised: null },
  })
  const files = { predictions: sha256('predictions'), labels: sha256('labels') }
  return checkPerformance({ ...subject, ...files, evaluation: evaluation.id, policy: performance, statistics })
}

/** What mode `report` does: prove, record, respond. */
async function report(checks: readonly PerformanceCheck[], delivery: string) {
  const at = (await registry.ledger.head()) ?? ''
  const known = (await readPerformanceRecord(registry.ledger, { model: 'churn', at, policy: performance })).checks
  const groundOf = await readPerformanceGround(registry.ledger, {
    model: 'churn',
    at,
    versions: checks.map(({ version }) => version),
    known: [...known, ...checks],
  })
  assertPerformanceEvidence(checks, { model: 'churn', policy: performance, latest: '2026-03-03', groundOf, replay })
  const files = { predictions: sha256(delivery), labels: sha256('labels') }
  await recordPerformance(registry, { subject, policy, files, checks })
  return respond()
}

/** What follows from all that is on record. */
async function respond() {
  const at = (await registry.ledger.head()) ?? ''
  const record = await readMonitorRecord(registry.ledger, { subject, served: subject, at, baseline, policy })
  return respondToWindows(registry, {
    record,
    policy,
    telling: tellingOf('churn'),
    alerts: [{ name: 'a pager', send: async (alert) => void sent.push(alert) }],
    subjects: { drift: subject, performance: subject },
  })
}

const dispatches = () =>
  world.github.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/dispatches')).length

it('opens an issue and starts one training where a version does worse, closes it when a week passes, and the graph is proven', async () => {
  const good = check('2001-01-08')
  expect((await report([good], 'first')).done).toEqual([])
  const bad = check('2001-01-15', { turned: 0.8, previous: good })
  const told = await report([bad], 'second')
  expect(told.issue).not.toBeNull()
  expect(dispatches()).toBe(1)
  const issue = await world.call<{ title: string; body: string }>('acme', 'GET', `/issues/${told.issue}`)
  expect(issue.title).toBe('churn 1.0.0 misses its limits: ROC AUC, Brier score since 2001-01-15')
  expect(issue.body).toContain('against .7000 at the gate')
  expect((await report([], 'third')).done).toEqual([])

  const late = check('2001-01-22', { labelled: 900, previous: bad })
  expect((await report([late], 'fourth')).done).toEqual([])
  const over = await report([check('2001-01-22', { previous: bad })], 'fifth')
  expect(over.done).toEqual([`Closed issue #${told.issue}: the week of 2001-01-22 passes.`, 'Alerted a pager.'])
  expect(over.record.performance.windows.map(({ verdict }) => verdict)).toEqual(['pass', 'fail', 'pass'])
  expect(dispatches()).toBe(1)
  expect(sent.map(({ key, state, severity }) => `${key}: ${state}, ${severity}`)).toEqual([
    'acme/churn performance churn: open, error',
    'acme/churn performance churn: resolved, warning',
  ])
  expect(sent[0]).toMatchObject({
    title: issue.title,
    links: [{ url: expect.stringContaining(`/issues/${told.issue}`) }],
  })

  const verification = await verifyRegistry(registry.ledger, { replay: { performance: replay } })
  expect(verification.problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(verification.checked).toMatchObject({ 'performance checks': 4, 'performance checks replayed': 4 })
})

describe('one issue tells of drift and of performance', () => {
  /** Records and answers to weeks of drift. */
  async function drift(weeks: readonly Week[], skip: number) {
    const manifest = subject as unknown as VersionManifest
    const evidence = await createEvidence(weeks, { modelDigest: subject.modelDigest, policy, skip })
    await recordDrift(registry, { manifest, policy, evidence })
    baseline = evidence.baseline.id
    return respond()
  }
  const read = (number: number | null) =>
    world.call<{ title: string; body: string; state: string }>('acme', 'GET', `/issues/${number}`)

  it('whichever comes first, and is closed when neither is bad', async () => {
    sent = []
    const drifted = await drift(['dear'], 0)
    const bad = check('2001-03-05', { turned: 0.8 })
    expect((await report([bad], 'sixth')).issue).toBe(drifted.issue)
    const both = await read(drifted.issue)
    expect(both.title).toMatch(/^churn 1\.0\.0 misses its limits: .* since 2001-01-15/)
    const back = await drift(['normal'], 1)
    expect(back.done).toEqual([
      `Updated issue #${drifted.issue}: the week of 2001-03-05 passes in drift.`,
      'Alerted a pager.',
    ])
    const left = await read(drifted.issue)
    expect(left).toMatchObject({ state: 'open', body: expect.stringContaining('is back to normal') })
    expect(left.title).not.toContain('drift:')
    // Drift that comes again while performance is bad joins what is open.
    expect((await drift(['dear', 'normal'], 2)).issue).toBe(drifted.issue)
    expect(await read(drifted.issue)).toMatchObject({ state: 'open' })
    const over = await report([check('2001-03-12')], 'seventh')
    expect(over.done[0]).toBe(`Closed issue #${drifted.issue}: the week of 2001-03-12 passes.`)
    expect(await read(drifted.issue)).toMatchObject({ state: 'closed' })
    const keys = new Set(sent.map(({ key, state }) => `${key} ${state}`))
    expect([...keys].sort()).toEqual([
      'acme/churn drift churn open',
      'acme/churn drift churn resolved',
      'acme/churn performance churn open',
      'acme/churn performance churn resolved',
    ])
    const { problems } = await verifyRegistry(registry.ledger, { replay: { performance: replay } })
    expect(problems.filter(({ path }) => path.includes('/events/'))).toEqual([])
  })
})

it('records nothing that does not follow from what it says', async () => {
  const week = '2001-02-05'
  const own = check(week)
  const other = { ...own, evaluation: sha256('another decision') }
  const strange = check(week, { previous: check('2001-01-29') })
  for (const [wrong, message] of [
    [{ ...own, verdict: 'fail' as const }, 'the decision'],
    [other, 'not the one that it came in with'],
    [strange, 'does not end with'],
    [check(week, { asOf: '2026-03-04' }), 'a day after 2026-03-03'],
    [{ ...own, modelDigest: sha256('other') }, 'which is not churn 1.0.0'],
  ] as const)
    await expect(report([wrong], 'wrong')).rejects.toMatchObject({
      problems: expect.arrayContaining([expect.objectContaining({ message: expect.stringContaining(message) })]),
    })
})

it('shows that a recorded check was changed', async () => {
  await using own = await createRegistryWorld()
  const { ledger } = await own.connect()
  await registerModel(await own.connect(), candidate)
  const good = check('2001-01-08')
  const forged = { ...good, verdict: 'pass' as const, reason: 'All is well.' }
  await ledger.commit({
    parent: await ledger.head(),
    files: [{ path: layout.performance('churn', good.id, good.window.start), text: storedJson(forged) }],
    message: 'forge',
  })
  const { problems } = await verifyRegistry(ledger, { replay: { performance: replay } })
  expect(problems).toContainEqual(
    expect.objectContaining({
      severity: 'error',
      message: expect.stringContaining('the decision cannot be made again'),
    }),
  )
})
