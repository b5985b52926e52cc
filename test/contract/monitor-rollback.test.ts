import {
  type JudgedWindows,
  planMonitorRollback,
  type Registry,
  readPolicy,
  readRollbackPage,
  recordDrift,
  recordPerformance,
  rollBackByMonitor,
  settlePromotions,
  verifyRegistry,
} from '@tidemark/registry'
import { findRolloutReplayProblem, rollBack } from '@tidemark/rollout'
import {
  type DriftCheck,
  layout,
  MonitorPolicy,
  type PerformanceCheck,
  parseJsonDocument,
  RegistryEvent,
  sha256,
  storedJson,
  type VersionManifest,
  type VersionReference,
} from '@tidemark/schemas'
import { describe, expect, it } from 'vitest'
import { ninthWeek } from '../../packages/data/src/drift/shop.fixture.ts'
import {
  checkPerformance,
  collectPerformance,
  findPerformanceReplayProblem,
} from '../../packages/evaluation/src/index.ts'
import { outcomes, policy as performance } from '../../packages/evaluation/src/performance/outcomes.fixture.ts'
import { renderRollback } from '../../packages/reports/src/index.ts'
import { contractText, createCandidate, policyText } from './candidate.ts'
import { createEvidence } from './drift-evidence.ts'
import { approveAndMerge, merge, rolloutPolicyText } from './rollout-world.ts'
import { changesSomething, createRegistryWorld, type RegistryWorld } from './sandbox.ts'

const textOf = (rollback: object, base = policyText) =>
  `${base}channels:
  production: { approvals: 1, breakGlass: { allowedBy: [author, "role:admin"] } }
monitor: ${JSON.stringify({ performance, rollback })}
`

/** 1.0.0 was in production, 1.1.0 is, since 2 March. */
async function createWorld(policy = textOf({})) {
  const world = await createRegistryWorld({
    files: { 'models/churn/model.yaml': policy, 'models/churn/contract.yaml': contractText },
  })
  const first = await merge(world, 'a')
  await settlePromotions(await world.connect())
  const second = await merge(world, 'b', first)
  await settlePromotions(await world.connect())
  return { world, first, second }
}

/** Weeks of a version that end after it came, each good or bad. */
function weeksOf(version: VersionReference, champion: VersionReference | null, verdicts: readonly ('good' | 'bad')[]) {
  const { evaluation } = createCandidate(champion ? 'b' : 'a', { champion }).evidence
  return verdicts.map((verdict, week) => {
    const start = new Date(Date.UTC(2026, 2, 2 + 7 * week)).toISOString().slice(0, 10)
    const statistics = collectPerformance(
      { ...outcomes({ turned: verdict === 'bad' ? 0.8 : 0, start }), version: version.version },
      { policy: performance, asOf: '2026-06-01', reference: { evaluation, previous: null, promised: null } },
    )
    const files = { predictions: sha256('predictions'), labels: sha256('labels') }
    return checkPerformance({
      model: 'churn',
      ...version,
      ...files,
      evaluation: evaluation.id,
      policy: performance,
      statistics,
    })
  })
}

/** What mode `report` does of it: record the weeks, then ask. */
async function report(
  world: RegistryWorld,
  { checks, drift = [] }: { checks: readonly PerformanceCheck[]; drift?: readonly DriftCheck[] },
  registry?: Registry,
) {
  const connected = registry ?? (await world.connect())
  const { policy } = await readPolicy(connected, 'churn', 'main')
  await recordPerformance(connected, {
    subject: checks.at(-1)!,
    policy: policy.monitor!,
    files: { predictions: sha256('predictions'), labels: sha256('labels') },
    checks,
  })
  return ask(connected, { performance: checks, drift })
}

async function ask(registry: Registry, judged: JudgedWindows) {
  const { policy } = await readPolicy(registry, 'churn', 'main')
  const place = { repository: 'acme/churn', serverUrl: 'https://github.com', registryBranch: 'model-registry' }
  return rollBackByMonitor(registry, {
    policy,
    judged,
    describe: async (intent, request) =>
      renderRollback({ ...place, ...(await readRollbackPage(registry.ledger, { intent, request, policy })) }),
  })
}

interface Pull {
  number: number
  title: string
  body: string
  state: string
  head: { ref: string }
}
const pullsOf = (world: RegistryWorld) => world.call<Pull[]>('acme', 'GET', '/pulls?state=all')
const rollbacksOf = async (world: RegistryWorld) =>
  (await pullsOf(world)).filter(({ head }) => head.ref.includes('rollback'))

async function readEvents(world: RegistryWorld): Promise<RegistryEvent[]> {
  const { ledger } = await world.connect()
  const head = (await ledger.head())!
  const paths = (await ledger.files(head)).filter((path) => path.startsWith('models/churn/events/'))
  return Promise.all(
    paths.map(async (path) => parseJsonDocument(RegistryEvent, (await ledger.read(path, head))!, path)),
  )
}

async function proven(world: RegistryWorld) {
  const { ledger, releases, reviews } = await world.connect()
  const replay = { rollout: findRolloutReplayProblem, performance: findPerformanceReplayProblem }
  return verifyRegistry(ledger, { releases, intent: { reviews, policyRoot: 'models' }, replay })
}

describe('weeks of the version in service that fail', () => {
  it('open a pull request that says which, that needs the approvals of a promotion, and that verify-registry proves', async () => {
    const { world, first, second } = await createWorld()
    await using _ = world
    const [bad, worse] = weeksOf(second, first, ['bad', 'bad'])
    expect(await report(world, { checks: [bad!] })).toEqual({ kind: 'none' })
    const proposed = await report(world, { checks: [bad!, worse!] })
    expect(proposed).toEqual({ kind: 'proposed', channel: 'production', version: '1.0.0', pullRequest: 3 })
    const [pull, ...others] = await rollbacksOf(world)
    expect(others).toEqual([])
    expect(pull).toMatchObject({ title: 'Roll production of churn back to 1.0.0', state: 'open' })
    for (const text of ['The monitor asks', '2026-03-02 until 2026-03-09', worse!.id, 'It needs 1 approval'])
      expect(pull!.body).toContain(text)

    // Merged without an approval it is refused, whatever the policy lets people do at once.
    await world.call('acme', 'PUT', `/pulls/${pull!.number}/merge`, { merge_method: 'squash' })
    expect(await settlePromotions(await world.connect())).toMatchObject([{ outcome: 'refused', approvedBy: [] }])
    expect(await proven(world)).toMatchObject({ verified: true })
  })

  it('are left by the approval of a person, and the version before that one is not asked for', async () => {
    const { world, first, second } = await createWorld()
    await using _ = world
    const checks = weeksOf(second, first, ['good', 'bad', 'bad'])
    const proposed = await report(world, { checks })
    if (proposed.kind !== 'proposed') throw new Error(proposed.kind)
    await approveAndMerge(world, proposed.pullRequest)
    expect(await settlePromotions(await world.connect())).toMatchObject([
      { outcome: 'settled', version: '1.0.0', seq: 3, approvedBy: ['reviewer'] },
    ])
    const requested = (await readEvents(world)).find(({ type }) => type === 'rollback.requested')
    expect(requested).toMatchObject({
      cause: 'monitor churn#production#2',
      leaves: { ...second, seq: 2 },
      monitor: { rule: { channel: 'production', on: 'performance', windows: 2 } },
    })
    expect(requested?.monitor?.checks.map(({ path }) => path)).toEqual(
      checks.slice(1).map(({ id, window }) => layout.performance('churn', id, window.start)),
    )
    const ownWeeks = weeksOf(first, null, ['bad', 'bad'])
    expect(await report(world, { checks: [...checks, ...ownWeeks] })).toMatchObject({
      kind: 'withheld',
      why: expect.stringContaining('1.1.0 was rolled back from production'),
    })
    expect(await rollbacksOf(world)).toHaveLength(1)
    expect(await proven(world)).toMatchObject({ verified: true, problems: [] })
  })

  it('are asked about once: not by more weeks, and not after people closed it', async () => {
    const { world, first, second } = await createWorld()
    await using _ = world
    const checks = weeksOf(second, first, ['bad', 'bad', 'bad'])
    await report(world, { checks: checks.slice(0, 2) })
    const asked = { kind: 'asked', channel: 'production', version: '1.0.0', pullRequest: 3 }
    expect(await report(world, { checks })).toEqual(asked)
    await world.call('reviewer', 'PATCH', '/pulls/3', { state: 'closed' })
    expect(await report(world, { checks })).toEqual(asked)
    expect(await rollbacksOf(world)).toMatchObject([{ number: 3, state: 'closed' }])
  })

  it('do not ask for what people declined to do when a person asked', async () => {
    const { world, first, second } = await createWorld()
    await using _ = world
    const wish = { model: 'churn', channel: 'production', version: '1.0.0', reason: 'it is slow' }
    const person = { ...wish, requestedBy: 'author', run: '1', isBreakGlass: false }
    const describe = { title: 'Back', body: 'asked' }
    const own = await rollBack(await world.connect(), person, {
      describe: async () => describe,
      describeReturn: () => describe,
    })
    if (own.outcome !== 'proposed') throw new Error(own.outcome)
    await world.call('reviewer', 'PATCH', `/pulls/${own.pullRequest.number}`, { state: 'closed' })
    const checks = weeksOf(second, first, ['bad', 'bad'])
    expect(await report(world, { checks })).toMatchObject({ kind: 'declined' })
    expect(await rollbacksOf(world)).toHaveLength(1)
    // That is on record: a job that only reads has nothing to hand on to one that writes.
    const reading = await world.connect()
    const { policy } = await readPolicy(reading, 'churn', 'main')
    const planned = await planMonitorRollback(reading, { policy, judged: { performance: checks, drift: [] } })
    expect(planned).toMatchObject({ kind: 'asked', pullRequest: own.pullRequest.number })
    expect(await proven(world)).toMatchObject({ verified: true, problems: [] })
  })
})

describe('there is nothing to go back to', () => {
  it('from the first version of a channel', async () => {
    const world = await createRegistryWorld({
      files: { 'models/churn/model.yaml': textOf({ windows: 1 }), 'models/churn/contract.yaml': contractText },
    })
    await using _ = world
    const first = await merge(world, 'a')
    await settlePromotions(await world.connect())
    expect(await report(world, { checks: weeksOf(first, null, ['bad']) })).toEqual({
      kind: 'withheld',
      channel: 'production',
      why: '1.0.0 is the first version of production',
    })
  })

  it('while a rollout is under way', async () => {
    const { world, first, second } = await createWorld()
    await using _ = world
    const { sha } = await world.call<{ sha: string }>('acme', 'GET', '/contents/models/churn/model.yaml')
    const content = Buffer.from(textOf({}, rolloutPolicyText)).toString('base64')
    await world.call('acme', 'PUT', '/contents/models/churn/model.yaml', { message: 'plan rollouts', sha, content })
    await merge(world, 'c', second)
    expect(await settlePromotions(await world.connect())).toMatchObject([{ outcome: 'merged', version: '1.2.0' }])
    expect(await report(world, { checks: weeksOf(second, first, ['bad', 'bad']) })).toMatchObject({
      kind: 'withheld',
      why: expect.stringContaining('1.2.0 is on its way to production (seq 3)'),
    })
  })
})

describe('drift', () => {
  const rule = { on: 'drift', windows: 2 }

  it('asks where the rule says so, of windows that begin after the version came', async () => {
    const { world, second } = await createWorld(textOf(rule))
    await using _ = world
    const registry = await world.connect()
    const policy = MonitorPolicy.parse({ performance, rollback: rule })
    const weeksSince = (date: string) => (Date.parse(date) - Date.parse(ninthWeek.start)) / (7 * 86_400_000)
    const judge = async (start: string) => {
      const manifest = { model: 'churn', ...second } as unknown as VersionManifest
      const skip = weeksSince(start)
      const evidence = await createEvidence(['dear', 'dear'], { modelDigest: second.modelDigest, policy, skip })
      await recordDrift(registry, { manifest, policy, evidence })
      return evidence.checks
    }
    const before = await judge('2026-02-16')
    expect(before.map(({ verdict }) => verdict)).toEqual(['fail', 'fail'])
    expect(await ask(registry, { performance: [], drift: before })).toEqual({ kind: 'none' })
    const since = await judge('2026-03-09')
    expect(await ask(registry, { performance: [], drift: since })).toMatchObject({ kind: 'proposed', version: '1.0.0' })
    const { problems } = await proven(world)
    expect(problems.filter(({ path }) => path.includes('/events/'))).toEqual([])
  })
})

it('a request that does not follow from the checks that it names is found, and its pull request fails the check', async () => {
  const { world, first, second } = await createWorld()
  await using _ = world
  const checks = weeksOf(second, first, ['bad', 'bad'])
  const proposed = await report(world, { checks })
  if (proposed.kind !== 'proposed') throw new Error(proposed.kind)
  const { ledger } = await world.connect()
  const request = (await readEvents(world)).find(({ type }) => type === 'rollback.requested')!
  const path = layout.event('churn', request.id, request.type)
  const monitor = { ...request.monitor!, checks: request.monitor!.checks.slice(1) }
  const files = [{ path, text: storedJson({ ...request, monitor }) }]
  await ledger.commit({ parent: await ledger.head(), files, message: 'forge' })
  const { verified, problems } = await proven(world)
  expect(verified).toBe(false)
  expect(problems).toContainEqual(
    expect.objectContaining({ path, severity: 'error', message: expect.stringContaining('rests on 1 checks') }),
  )
  await approveAndMerge(world, proposed.pullRequest)
  expect(await settlePromotions(await world.connect())).toMatchObject([{ outcome: 'refused' }])
})

describe('whatever happens to a run', () => {
  async function observe(world: RegistryWorld) {
    const { ledger } = await world.connect()
    const events = (await readEvents(world)).map(({ type, subject, cause, monitor, reasons, pullRequest }) =>
      JSON.stringify({ type, subject, cause, monitor, reasons, pullRequest }),
    )
    return {
      files: (await ledger.files((await ledger.head())!)).sort(),
      events: events.sort(),
      pulls: (await pullsOf(world)).map(({ head, state }) => `${head.ref} ${state}`).sort(),
    }
  }

  it('two at once open one pull request', async () => {
    const { world, first, second } = await createWorld()
    await using _ = world
    const checks = weeksOf(second, first, ['bad', 'bad'])
    const both = await Promise.all([report(world, { checks }), report(world, { checks })])
    expect(both.map((each) => 'pullRequest' in each && each.pullRequest)).toEqual([3, 3])
    expect(await rollbacksOf(world)).toHaveLength(1)
  })

  it('killed after any request that changes something and run again it ends the same', async () => {
    const start = async () => {
      const { world, first, second } = await createWorld()
      return { world, checks: weeksOf(second, first, ['bad', 'bad']) }
    }
    const undisturbed = await start()
    await using _ = undisturbed.world
    const before = undisturbed.world.github.requests.length
    await report(undisturbed.world, undisturbed)
    const expected = await observe(undisturbed.world)
    const writes = undisturbed.world.github.requests
      .slice(before)
      .filter(({ method, path }) => changesSomething(method, path))
    expect(writes.length).toBeGreaterThan(5)
    await Promise.all(
      Array.from({ length: 4 }, async (_, lane) => {
        for (let n = 1 + lane; n <= writes.length; n += 4) {
          const { world, checks } = await start()
          await using __ = world
          world.github.faults.killAt(n, 'after', changesSomething)
          await report(world, { checks }).catch(() => undefined)
          world.github.faults.clear()
          await report(world, { checks })
          expect(await observe(world), `killed after write ${n} of ${writes.length}`).toEqual(expected)
        }
      }),
    )
  }, 240_000)
})
