import {
  type Alert,
  type Alerts,
  assertDriftEvidence,
  type DriftEvidence,
  type Registry,
  readMonitorRecord,
  readReferenceFiles,
  recordDrift,
  registerModel,
  respondToWindows,
  verifyRegistry,
} from '@tidemark/registry'
import { layout, MonitorPolicy, sha256, storedJson, TidemarkError, type VersionManifest } from '@tidemark/schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findDriftReplayProblem } from '../../packages/data/src/index.ts'
import { contractText, createCandidate, policyText } from './candidate.ts'
import { createEvidence, monitor, tellingOf, type Week } from './drift-evidence.ts'
import { changesSomething, createRegistryWorld, type RegistryWorld, repository } from './sandbox.ts'

const trainYaml = `on:
  workflow_dispatch:
    inputs: { model: { required: true } }
jobs: { train: { runs-on: ubuntu-latest, steps: [{ run: 'true' }] } }
`
const permissions = { contents: 'write', issues: 'write', actions: 'write' } as const

let world: RegistryWorld
let models = 0

beforeAll(async () => {
  const files = {
    'models/churn/model.yaml': policyText,
    'models/churn/contract.yaml': contractText,
    '.github/workflows/train.yml': trainYaml,
  }
  world = await createRegistryWorld({ files })
  world.github.createUser('stranger')
  // The registry branch is there before anything is judged.
  const { ledger } = await connect()
  await ledger.commit({ parent: null, files: [{ path: 'README.md', text: 'facts\n' }], message: 'Start' })
})
afterAll(() => world[Symbol.asyncDispose]())

/** A job of its own, of a run of its own. */
async function connect(run = 1, granted: Record<string, 'read' | 'write'> = permissions): Promise<Registry> {
  const token = world.github.issueJobToken({ repository, permissions: granted, runId: 1, jobId: 1 })
  return { ...(await world.connect(token)), runUrl: `https://github.com/${repository}/actions/runs/${run}/attempts/1` }
}

/** As a person, whose token may send more requests an hour than a job's. */
const connectAs = (login: string): Promise<Registry> => world.connect(world.github.createToken(login, 'all'))

/** A model that nothing is known of yet. */
const newModel = () => `churn-${++models}`
const manifestOf = (model: string) =>
  ({ model, version: '1.0.0', modelDigest: sha256(model) }) as unknown as VersionManifest

/** What mode `report` does after its checks. */
async function report(
  model: string,
  evidence: DriftEvidence,
  registry: Registry,
  policy: MonitorPolicy = monitor,
  alerts: readonly Alerts[] = [],
) {
  const at = await recordDrift(registry, { manifest: manifestOf(model), policy, evidence })
  const subject = manifestOf(model)
  const asked = { subject, served: null, at, baseline: evidence.baseline.id, policy }
  const record = await readMonitorRecord(registry.ledger, asked)
  const subjects = { drift: subject, performance: null }
  return respondToWindows(registry, { record, policy, telling: tellingOf(model), alerts, subjects })
}

async function judged(model: string, weeks: Week[], options: { skip?: number; policy?: MonitorPolicy } = {}) {
  return createEvidence(weeks, { model, modelDigest: sha256(model), ...options })
}

interface ListedIssue {
  number: number
  state: string
  state_reason: string | null
  title: string
  body: string
  labels: { name: string }[]
  comments: number
}

/** A model's issues but those closed as not planned, which were never more than a moment's duplicate. */
async function issuesOf(model: string): Promise<ListedIssue[]> {
  const all: ListedIssue[] = []
  for (let page = 1; ; page++) {
    const listed = await world.call<ListedIssue[]>('acme', 'GET', `/issues?state=all&per_page=100&page=${page}`)
    all.push(...listed)
    if (listed.length < 100) break
  }
  return all
    .filter(({ body, state_reason }) => body.startsWith(tellingOf(model).marker) && state_reason !== 'not_planned')
    .reverse()
}

/** The model's events but `drift.checked`, as `type #issue`. */
async function eventsOf(model: string): Promise<string[]> {
  const { ledger } = await connectAs('owner')
  const head = (await ledger.head()) ?? ''
  const paths = (await ledger.files(head)).filter((path) => path.startsWith(`models/${model}/events/`))
  const events = await Promise.all(paths.map(async (path) => JSON.parse((await ledger.read(path, head)) ?? '')))
  return events
    .filter(({ type }) => type !== 'drift.checked')
    .map(({ type, issue }) => `${type}${issue === undefined ? '' : ' #'}`)
    .sort()
}

const dispatches = () =>
  world.github.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/dispatches')).length

describe('alerts', () => {
  it('are sent once for drift and once for its end, with the issue; a receiver that is down stops nothing else', async () => {
    const model = newModel()
    const sent: Alert[] = []
    const alerts: Alerts[] = [
      {
        name: 'a chat that is down',
        send: () => Promise.reject(new TidemarkError('NOTIFICATION_FAILED', 'it answered 503', { hint: 'Wait.' })),
      },
      { name: 'a pager', send: async (alert) => void sent.push(alert) },
    ]
    const evidence = await judged(model, ['normal', 'dear'])
    const first = await report(model, evidence, await connect(), monitor, alerts)
    expect(first.problems.map(({ code }) => code)).toEqual(['NOTIFICATION_FAILED'])
    await report(model, evidence, await connect(2), monitor, alerts)
    await report(model, await judged(model, ['normal'], { skip: 2 }), await connect(3), monitor, alerts)
    const [issue] = await issuesOf(model)
    expect(sent.map(({ state }) => state)).toEqual(['open', 'resolved'])
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1)
    expect(sent[0]!.links[0]!.url).toContain(`/issues/${issue!.number}`)
    expect(await eventsOf(model)).toContain('drift.resolved #')
  })

  it('are not tried again by a run where the receiver took none', async () => {
    const model = newModel()
    let tries = 0
    const send = () => {
      tries++
      return Promise.reject(new TidemarkError('NOTIFICATION_FAILED', 'it answered 503', { hint: 'Wait.' }))
    }
    const evidence = await judged(model, ['dear', 'normal', 'dear'])
    const { problems, waiting } = await report(model, evidence, await connect(), monitor, [{ name: 'a chat', send }])
    expect(await eventsOf(model)).toContain('drift.resolved #')
    expect(tries).toBe(1)
    expect(problems).toHaveLength(1)
    expect(waiting).toEqual(['Nothing more is sent to a chat by this run.'])
  })

  it('are not sent of what another run told of meanwhile', async () => {
    const model = newModel()
    const sent: Alert[] = []
    const alerts = [{ name: 'a pager', send: async (alert: Alert) => void sent.push(alert) }]
    const evidence = await judged(model, ['dear', 'normal'])
    const subject = manifestOf(model)
    const at = await recordDrift(await connect(), { manifest: subject, policy: monitor, evidence })
    const { ledger } = await connect()
    const asked = { subject, served: null, at, baseline: evidence.baseline.id, policy: monitor }
    const record = await readMonitorRecord(ledger, asked)
    const options = { policy: monitor, telling: tellingOf(model), subjects: { drift: subject, performance: null } }
    await respondToWindows(await connect(), { ...options, record, alerts })
    // It read what was on record before the other wrote.
    await respondToWindows(await connect(2), { ...options, record, alerts })
    expect(sent.map(({ state }) => state)).toEqual(['open', 'resolved'])
  })
})

describe('the issue', () => {
  it('is opened by drift, updated by more of it, and closed with a comment by the first week that passes', async () => {
    const model = newModel()
    const before = dispatches()
    await report(model, await judged(model, ['normal', 'dear']), await connect())
    const [opened] = await issuesOf(model)
    expect(opened).toMatchObject({ state: 'open', labels: [{ name: 'tidemark-drift' }], comments: 0 })
    expect(opened?.title).toBe(`Drift in ${model}: price, numbers together since 2001-03-05`)
    await report(model, await judged(model, ['dear'], { skip: 2 }), await connect(2))
    const [updated] = await issuesOf(model)
    expect(updated).toMatchObject({ number: opened?.number, state: 'open' })
    expect(updated?.body).toContain('2001-03-12')
    await report(model, await judged(model, ['normal', 'normal'], { skip: 3 }), await connect(3))
    const [closed, ...others] = await issuesOf(model)
    expect(closed).toMatchObject({ number: opened?.number, state: 'closed', state_reason: 'completed', comments: 1 })
    expect(closed?.body).toContain('back to normal')
    expect(others).toEqual([])
    const comments = await world.call<{ body: string }[]>('acme', 'GET', `/issues/${opened?.number}/comments`)
    expect(comments[0]?.body).toContain('week of 2001-03-19 passes')
    expect(await eventsOf(model)).toEqual([
      'drift.detected #',
      'drift.detected #',
      'drift.resolved #',
      'retraining.dispatched #',
    ])
    expect(dispatches() - before).toBe(1)
  })

  it('of drift that came and went between two runs is opened and closed, and both are on record', async () => {
    const model = newModel()
    await report(model, await judged(model, ['dear', 'partial', 'normal']), await connect())
    expect(await issuesOf(model)).toMatchObject([{ state: 'closed', state_reason: 'completed' }])
    expect(await eventsOf(model)).toEqual(['drift.detected #', 'drift.resolved #', 'retraining.dispatched #'])
  })

  it('and what is recorded of it call windows what the policy makes them', async () => {
    const model = newModel()
    const policy = MonitorPolicy.parse({ ...monitor, windows: { rows: 2000 } })
    const told = await report(model, await judged(model, ['dear', 'dear'], { policy }), await connect(), policy)
    const windows = '2001-02-26 until 2001-03-05, 2001-03-05 until 2001-03-12'
    expect(told.done).toContain(`Opened issue #${told.issue} for the windows ${windows}.`)
    const evidence = await judged(model, ['normal'], { policy, skip: 2 })
    const over = await report(model, evidence, await connect(2), policy)
    const passed = 'window 2001-03-12 until 2001-03-19'
    expect(over.done).toContain(`Closed issue #${told.issue}: the ${passed} passes.`)
    const resolved = over.record.drift.events.find(({ type }) => type === 'drift.resolved')
    expect(resolved?.reasons).toEqual([`The ${passed} passes.`])
  })

  it('that a person closed stays closed, and a further week of drift opens another', async () => {
    const model = newModel()
    await report(model, await judged(model, ['dear']), await connect())
    const [first] = await issuesOf(model)
    await world.call('reviewer', 'PATCH', `/issues/${first?.number}`, { state: 'closed' })
    await report(model, await judged(model, ['dear']), await connect(2))
    expect(await issuesOf(model)).toMatchObject([{ state: 'closed' }])
    await report(model, await judged(model, ['dear'], { skip: 1 }), await connect(3))
    expect(await issuesOf(model)).toMatchObject([{ number: first?.number, state: 'closed' }, { state: 'open' }])
    await report(model, await judged(model, ['normal'], { skip: 2 }), await connect(4))
    expect((await issuesOf(model)).map(({ state }) => state)).toEqual(['closed', 'closed'])
    expect((await issuesOf(model)).map(({ comments }) => comments)).toEqual([0, 1])
  })

  it('of a stranger who copies its first line is left alone', async () => {
    const model = newModel()
    const body = `${tellingOf(model).marker}\nnothing to see`
    const { number } = await world.call<ListedIssue>('stranger', 'POST', '/issues', { title: 'all well', body })
    await report(model, await judged(model, ['dear']), await connect())
    const issues = await issuesOf(model)
    expect(issues).toMatchObject([{ number, title: 'all well', state: 'open' }, { state: 'open' }])
  })

  it('is not opened where the policy wants none; the events are written', async () => {
    const model = newModel()
    const policy = { ...monitor, issue: false }
    await report(model, await judged(model, ['dear', 'normal'], { policy }), await connect(), policy)
    expect(await issuesOf(model)).toEqual([])
    expect(await eventsOf(model)).toEqual(['drift.detected', 'drift.resolved', 'retraining.dispatched'])
  })

  it('that tells of a later week stays as it is when the late data of an earlier one come', async () => {
    const model = newModel()
    const sent: Alert[] = []
    const alerts = [{ name: 'a pager', send: async (alert: Alert) => void sent.push(alert) }]
    const reported = async (run: number, weeks: Week[], skip = 0) =>
      report(model, await judged(model, weeks, { skip }), await connect(run), monitor, alerts)
    await reported(1, ['partial', 'normal', 'dear'])
    const [before] = await issuesOf(model)
    await reported(2, ['dear'])
    const issues = await issuesOf(model)
    expect(issues).toMatchObject([{ number: before!.number, state: 'open', comments: 0 }])
    const drifted = (await judged(model, ['dear', 'normal', 'dear'])).checks.filter(({ verdict }) => verdict === 'fail')
    expect(drifted).toHaveLength(2)
    for (const { window } of drifted) expect(issues[0]!.body).toContain(window.start)
    expect(sent.map(({ state }) => state)).toEqual(['open', 'open'])
    expect((await eventsOf(model)).filter((each) => each !== 'retraining.dispatched #')).toEqual([
      'drift.detected #',
      'drift.detected #',
      'drift.resolved #',
    ])
    await reported(3, ['normal'], 3)
    expect(await issuesOf(model)).toMatchObject([{ state: 'closed', comments: 1 }])
    expect(sent.map(({ state }) => state)).toEqual(['open', 'open', 'resolved'])
  })

  it('is not touched by a week that says nothing', async () => {
    const model = newModel()
    await report(model, await judged(model, ['dear']), await connect())
    const before = await issuesOf(model)
    const { done } = await report(model, await judged(model, ['partial'], { skip: 1 }), await connect(2))
    expect(done).toEqual([])
    expect(await issuesOf(model)).toEqual(before)
  })
})

describe('retraining', () => {
  it.each([
    ['the workflow does not exist', 'gone.yml', permissions, 'GITHUB_NOT_FOUND', /gone\.yml.*on main/],
    ['the job may not start it', 'train.yml', { contents: 'write', issues: 'write' }, 'GITHUB_DENIED', /dispatches/],
  ] as const)(
    'that cannot be started since %s is said, and the facts are kept',
    async (_, workflow, granted, code, message) => {
      const model = newModel()
      const policy = { ...monitor, retrain: { workflow } }
      const evidence = await judged(model, ['dear'], { policy })
      const response = await report(model, evidence, await connect(1, granted), policy)
      expect(response.problems).toMatchObject([
        { code, message: expect.stringMatching(message), hint: expect.any(String) },
      ])
      expect(await eventsOf(model)).toEqual(['drift.detected #'])
      expect(await issuesOf(model)).toMatchObject([{ state: 'open' }])
    },
  )
})

describe('one training at a time', () => {
  /** A run of a workflow, as GitHub lists it. */
  async function saveRun(
    status: 'queued' | 'in_progress' | 'waiting' | 'completed',
    { branch = 'main', id = world.github.nextRunId() } = {},
  ) {
    const at = world.github.now().toISOString()
    world.github.saveRun({
      id,
      repository,
      name: 'train',
      workflowPath: '.github/workflows/train.yml',
      event: 'push',
      actor: 'author',
      headBranch: branch,
      headSha: (await world.github.ref(repository, 'refs/heads/main'))!,
      runNumber: 7,
      runAttempt: 1,
      status,
      conclusion: status === 'completed' ? 'success' : null,
      createdAt: at,
      updatedAt: at,
      jobs: [],
    })
    return id
  }

  it.each(['queued', 'in_progress', 'waiting'] as const)(
    'waits for a run of the workflow that is %s, says so, and is started by the next look after its end',
    async (status) => {
      const model = newModel()
      const before = dispatches()
      const id = await saveRun(status)
      const evidence = await judged(model, ['dear'])
      const held = await report(model, evidence, await connect())
      expect(held.waiting).toEqual([expect.stringContaining(`run 7 of train.yml is ${status.replace('_', ' ')} (http`)])
      expect(held.problems).toEqual([])
      expect(dispatches()).toBe(before)
      expect(await eventsOf(model)).toEqual(['drift.detected #'])
      await saveRun('completed', { id })
      expect((await report(model, evidence, await connect())).done).toEqual([`Started train.yml for ${model}.`])
      expect(dispatches()).toBe(before + 1)
    },
  )

  it('waits for no run of another branch, nor for itself', async () => {
    const model = newModel()
    const before = dispatches()
    await saveRun('in_progress', { branch: 'feature' })
    const own = await saveRun('in_progress')
    const registry = await connect()
    const runs = await registry.workflows.activeRuns({ workflow: 'train.yml', branch: 'main' })
    const runUrl = `${runs[0]!.url}/attempts/2`
    await report(model, await judged(model, ['dear']), { ...registry, runUrl })
    expect(dispatches()).toBe(before + 1)
    await saveRun('completed', { id: own })
  })
})

describe('whatever happens to a run', () => {
  const weeks: Week[] = ['normal', 'dear', 'normal']
  const stateOf = async (model: string) => ({
    events: await eventsOf(model),
    issues: (await issuesOf(model)).map(({ state, title, comments }) => ({
      state,
      title: title.replace(model, 'the model'),
      comments,
    })),
  })

  it('two at once end as one: one issue, one training', async () => {
    const model = newModel()
    const evidence = await judged(model, ['dear'])
    const before = dispatches()
    const registries = [await connect(1), await connect(2)]
    await Promise.all(registries.map((registry) => report(model, evidence, registry)))
    expect(await issuesOf(model)).toMatchObject([{ state: 'open' }])
    expect(await eventsOf(model)).toEqual(['drift.detected #', 'retraining.dispatched #'])
    expect(dispatches() - before).toBe(1)
  })

  it('killed after any request that writes and run again it ends the same', async () => {
    const undisturbed = newModel()
    const start = world.github.requests.length
    await report(undisturbed, await judged(undisturbed, weeks), await connectAs('author'))
    const expected = await stateOf(undisturbed)
    expect(expected.issues).toMatchObject([{ state: 'closed', comments: 1 }])
    const requests = world.github.requests.slice(start)
    // Trees and commits are seen by nobody until a ref moves: to be killed there is to be killed before the next request.
    const writes = requests.flatMap(({ method, path }, i) => (changesSomething(method, path) ? [i + 1] : []))
    expect(writes).toHaveLength(8)
    for (const n of [1, ...writes]) {
      const model = newModel()
      const evidence = await judged(model, weeks)
      world.github.faults.killAt(n, 'after')
      await connectAs('author')
        .then((registry) => report(model, evidence, registry))
        .catch(() => undefined)
      world.github.faults.clear()
      await report(model, evidence, await connectAs('reviewer'))
      expect(await stateOf(model), `killed after request ${n} of ${requests.length}`).toEqual(expected)
    }
  })
})

describe('what is recorded', () => {
  /** A registered version, whose own data are the reference. */
  async function register() {
    const candidate = createCandidate('drift')
    const own = await createRegistryWorld()
    const registry = await own.connect()
    const registration = await registerModel(registry, candidate)
    if (!registration.registered) throw new Error('not registered')
    const { manifest } = registration
    const head = (await registry.ledger.head()) ?? ''
    const files = await readReferenceFiles(registry.ledger, manifest, head)
    const evidence = await createEvidence(['normal', 'dear'], { modelDigest: manifest.modelDigest, files })
    const expected = {
      manifest,
      referenceFiles: files,
      policy: monitor,
      replay: findDriftReplayProblem,
      latest: '2026-03-03',
    }
    return { own, registry, manifest, evidence, expected }
  }

  it('is proven by verify-registry, and what somebody changed of it is found', async () => {
    const { own, registry, manifest, evidence, expected } = await register()
    await using _ = own
    assertDriftEvidence(evidence, expected)
    const at = await recordDrift(registry, { manifest, policy: monitor, evidence })
    const replay = { drift: findDriftReplayProblem }
    const proven = await verifyRegistry(registry.ledger, { replay })
    expect(proven).toMatchObject({
      problems: [],
      checked: { baselines: 1, 'drift checks': 2, 'drift checks replayed': 2, datasets: 4 },
    })
    const [, check] = evidence.checks
    const path = layout.drift('churn', check!.id, check!.window.start)
    const text = storedJson({ ...check, verdict: 'pass' })
    await registry.ledger.commit({ parent: at, files: [{ path, text }], message: 'tamper' })
    const { problems } = await verifyRegistry(registry.ledger, { replay })
    expect(problems).toEqual([expect.objectContaining({ path, message: expect.stringContaining('the decision') })])
  })

  // The week has 300 rows a day.
  it.each([
    ['a week of windows of 2,000 rows', { windows: { rows: 2000 } }, null],
    ['a week of windows of 1,000 rows, which fewer days hold', { windows: { rows: 1000 } }, /no window of the policy/],
    ['a week of windows of 3,000 rows, which it does not hold', { windows: { rows: 3000 } }, /no window of the policy/],
    ['a week of days', { windows: 'day', baseline: { version: '1.0.0', match: 'weekday' } }, /no window of the policy/],
  ] as const)('%s is one of the policy or is refused', async (_, change, problem) => {
    const { own, manifest, expected } = await register()
    await using __ = own
    const policy = MonitorPolicy.parse({ ...monitor, ...change })
    const evidence = await createEvidence(['normal'], {
      modelDigest: manifest.modelDigest,
      files: expected.referenceFiles,
      policy,
    })
    const prove = () => assertDriftEvidence(evidence, { ...expected, policy })
    const { start, end } = evidence.checks[0]!.window
    const late = () => assertDriftEvidence(evidence, { ...expected, policy, onRecord: [{ start, end }] })
    // Late rows move no border of a window on record; what is no day is none wherever it came from.
    if (policy.windows === 'day') expect(late).toThrow()
    else expect(late).not.toThrow()
    if (problem === null) expect(prove).not.toThrow()
    else
      expect(prove).toThrow(
        expect.objectContaining({ problems: [expect.objectContaining({ message: expect.stringMatching(problem) })] }),
      )
  })

  it('is no window that ends after the day on which it is reported', async () => {
    const { own, evidence, expected } = await register()
    await using __ = own
    const end = evidence.checks.at(-1)!.window.end
    expect(() => assertDriftEvidence(evidence, { ...expected, latest: end })).not.toThrow()
    expect(() => assertDriftEvidence(evidence, { ...expected, latest: evidence.checks[0]!.window.end })).toThrow(
      expect.objectContaining({
        problems: [expect.objectContaining({ message: expect.stringMatching(`ends on ${end}`) })],
      }),
    )
  })

  it.each<[string, (evidence: DriftEvidence) => DriftEvidence, RegExp]>([
    [
      'a verdict that does not follow',
      (e) => ({ ...e, checks: e.checks.map((check) => ({ ...check, verdict: 'pass' })) }),
      /check of 2001-03-05/,
    ],
    [
      'another policy than the default branch’s',
      (e) => ({ ...e, checks: e.checks.map((check) => ({ ...check, policy: { ...monitor, minRows: 1 } })) }),
      /policy/,
    ],
    [
      'a baseline of another model',
      (e) => ({ ...e, baseline: { ...e.baseline, modelDigest: 'f'.repeat(64) } }),
      /baseline\.modelDigest/,
    ],
    [
      'data that the version was not made from',
      (e) => ({ ...e, reference: { ...e.reference, files: e.reference.files.slice(1) } }),
      /reference\.files/,
    ],
    [
      'a window that is no week',
      (e) => ({
        ...e,
        checks: e.checks.map((check) => ({ ...check, window: { ...check.window, end: '2001-03-11' } })),
      }),
      /check of/,
    ],
  ])('is not %s', async (_, change, place) => {
    const { own, evidence, expected } = await register()
    await using __ = own
    expect(() => assertDriftEvidence(change(evidence), expected)).toThrow(
      expect.objectContaining({
        code: 'DIGEST_MISMATCH',
        problems: expect.arrayContaining([expect.objectContaining({ path: expect.stringMatching(place) })]),
      }),
    )
  })
})
