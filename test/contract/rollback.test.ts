import { proposePromotion, readChannelState, registerModel, settlePromotions, verifyRegistry } from '@tidemark/registry'
import { findRolloutReplayProblem, rollBack } from '@tidemark/rollout'
import { ChannelIntent, layout, parseJsonDocument, RegistryEvent, type VersionReference } from '@tidemark/schemas'
import { describe, expect, it } from 'vitest'
import { contractText, createCandidate, policyText } from './candidate.ts'
import { approveAndMerge, merge, rolloutPolicyText, tick } from './rollout-world.ts'
import { changesSomething, createRegistryWorld, type RegistryWorld } from './sandbox.ts'

const channelFile = 'models/churn/channels/production.json'
const channels = `channels:
  production: { approvals: 1, breakGlass: { allowedBy: [author, "role:admin"] } }
`

/** 1.0.0 was in production, 1.1.0 is. */
async function createWorld(policy = policyText + channels) {
  const world = await createRegistryWorld({
    files: { 'models/churn/model.yaml': policy, 'models/churn/contract.yaml': contractText },
  })
  const first = await merge(world, 'a')
  await settlePromotions(await world.connect())
  const second = await merge(world, 'b', first)
  await settlePromotions(await world.connect())
  return { world, first, second }
}

interface Asked {
  version?: string
  run?: string
  isBreakGlass?: boolean
  by?: string
  reason?: string
  token?: string
}

async function ask(world: RegistryWorld, asked: Asked = {}) {
  const { version = '1.0.0', run = '100', isBreakGlass = false, by = 'author' } = asked
  const registry = await world.connect(asked.token)
  const request = { model: 'churn', channel: 'production', version, requestedBy: by, run, isBreakGlass }
  return rollBack(
    { ...registry, actor: by },
    { ...request, reason: asked.reason ?? 'it refuses good customers' },
    {
      describe: async (intent, { actor }) => ({ title: `Back to ${intent.version}`, body: `${actor} asks` }),
      describeReturn: (intent, reasons) => ({ title: `Return to ${intent.version}`, body: reasons.join('\n') }),
    },
  )
}

async function readIntent(world: RegistryWorld): Promise<ChannelIntent> {
  const { reviews } = await world.connect()
  return parseJsonDocument(ChannelIntent, (await reviews.readFile(channelFile, 'main')) ?? '', channelFile)
}

async function readEvents(world: RegistryWorld): Promise<RegistryEvent[]> {
  const { ledger } = await world.connect()
  const head = (await ledger.head())!
  const paths = (await ledger.files(head)).filter((path) => path.startsWith('models/churn/events/'))
  return Promise.all(
    paths.map(async (path) => parseJsonDocument(RegistryEvent, (await ledger.read(path, head))!, path)),
  )
}

/** Writes a file of the default branch as an administrator can. */
async function edit(world: RegistryWorld, path: string, change: () => string) {
  const { sha } = await world.call<{ sha: string }>('acme', 'GET', `/contents/${path}`)
  const content = Buffer.from(change()).toString('base64')
  await world.call('acme', 'PUT', `/contents/${path}`, { message: 'by hand', sha, content })
}

async function tags(world: RegistryWorld) {
  return (await (await world.connect()).ledger.tags('churn#')).sort()
}

/** Everything that anybody can see of a rollback, without what differs between two worlds. */
async function observe(world: RegistryWorld) {
  const { ledger, reviews } = await world.connect()
  const pulls = await world.call<{ number: number; head: { ref: string } }[]>('acme', 'GET', '/pulls?state=all')
  const events = (await readEvents(world)).map(({ type, subject, leaves, actor, reasons }) => ({
    type,
    subject,
    leaves,
    actor,
    reasons,
  }))
  return {
    tags: await tags(world),
    files: (await ledger.files((await ledger.head())!)).sort(),
    events: events.map((event) => JSON.stringify(event)).sort(),
    pulls: pulls.map(({ head }) => head.ref).sort(),
    open: (await reviews.openPullRequests('tidemark/')).map(({ headBranch }) => headBranch),
    file: await readIntent(world),
  }
}

async function proven(world: RegistryWorld) {
  const { ledger, releases, reviews } = await world.connect()
  const replay = { rollout: findRolloutReplayProblem }
  return verifyRegistry(ledger, { releases, intent: { reviews, policyRoot: 'models' }, replay })
}

/** What a champion's successor has to beat, and its proposal. */
async function propose(world: RegistryWorld, seed: string, champion: VersionReference) {
  const registry = await world.connect()
  const registration = await registerModel(registry, createCandidate(seed, { champion }))
  if (!registration.registered) throw new Error('not registered')
  const { manifest, evidence } = registration
  const describe = async () => ({ title: 'Promote', body: 'a report' })
  return proposePromotion(registry, { manifest, evidence, channel: 'production', describe })
}

describe('a rollback by pull request', () => {
  it('returns the channel after approval, records who and why, and marks what it leaves', async () => {
    const { world, first, second } = await createWorld()
    await using _ = world
    const asked = await ask(world)
    if (asked.outcome !== 'proposed') throw new Error(asked.outcome)
    expect(await tags(world)).toEqual(['churn#production#1', 'churn#production#2'])
    await approveAndMerge(world, asked.pullRequest.number)
    expect(await settlePromotions(await world.connect())).toMatchObject([
      { outcome: 'settled', version: '1.0.0', seq: 3, approvedBy: ['reviewer'], tag: 'churn#production#3' },
    ])
    expect(await readIntent(world)).toMatchObject({ seq: 3, previous: { ...second, seq: 2 }, rollback: { seq: 1 } })
    const events = await readEvents(world)
    expect(events).toContainEqual(
      expect.objectContaining({
        type: 'rollback.requested',
        actor: 'author',
        reasons: ['it refuses good customers'],
        subject: { ...first, channel: 'production' },
        leaves: { ...second, seq: 2 },
      }),
    )
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'version.rolled-back', subject: { ...second, channel: 'production' } }),
    )
    // The same run again, long after the channel went on: nothing.
    expect(await ask(world)).toMatchObject({ outcome: 'none' })
    // What was left comes again with a waiver only.
    const again = await propose(world, 'b', first)
    if (again.outcome !== 'open') throw new Error(again.outcome)
    expect(again.checks.filter(({ verdict }) => verdict === 'fail').map(({ name }) => name)).toEqual(['rolled back'])
    expect(await proven(world)).toMatchObject({ verified: true, problems: [] })
    expect(world.github.unexpected).toEqual([])
  })

  it('asked by two at once opens one pull request, and both are on record', async () => {
    const { world } = await createWorld()
    await using _ = world
    const both = await Promise.all([
      ask(world, { run: '1' }),
      ask(world, { run: '2', by: 'owner', reason: 'me too, it fails' }),
    ])
    expect(new Set(both.map((each) => each.outcome === 'proposed' && each.pullRequest.number)).size).toBe(1)
    const asked = (await readEvents(world)).filter(({ type }) => type === 'rollback.requested')
    expect(asked.map(({ actor }) => actor).sort()).toEqual(['author', 'owner'])
    expect((await observe(world)).open).toEqual(['tidemark/churn/production/rollback-3'])
  })

  it('leaves a pull request alone whose channel file a merge left its marks in', async () => {
    const { world } = await createWorld()
    await using _ = world
    const { reviews } = await world.connect()
    const place = { branch: layout.promotionBranch('churn', 'production', '1.1.0'), base: 'main' }
    const text = '<<<<<<< HEAD\n{}\n=======\n'
    await reviews.proposeFile({ ...place, path: channelFile, text, message: 'merge by hand' })
    const { number } = await reviews.openPullRequest({ ...place, title: 'Mine', body: 'by hand' })
    expect(await ask(world)).toMatchObject({ outcome: 'proposed' })
    expect(await reviews.pullRequest(number)).toMatchObject({ state: 'open', body: 'by hand' })
  })

  it('does not count the approval of who asked for it', async () => {
    const { world } = await createWorld()
    await using _ = world
    const asked = await ask(world, { by: 'reviewer' })
    if (asked.outcome !== 'proposed') throw new Error(asked.outcome)
    await approveAndMerge(world, asked.pullRequest.number)
    expect(await settlePromotions(await world.connect())).toMatchObject([{ outcome: 'refused', approvedBy: [] }])
  })

  it('stays closed when people close it, until somebody asks anew', async () => {
    const { world } = await createWorld()
    await using _ = world
    const asked = await ask(world)
    if (asked.outcome !== 'proposed') throw new Error(asked.outcome)
    await world.call('reviewer', 'PATCH', `/pulls/${asked.pullRequest.number}`, { state: 'closed' })
    expect(await ask(world)).toMatchObject({ outcome: 'declined' })
    expect(await ask(world, { run: '101' })).toMatchObject({ outcome: 'proposed' })
  })

  it('refuses what the channel never held and what is damaged, and says what may be asked for', async () => {
    const { world, first } = await createWorld()
    await using _ = world
    await propose(world, 'c', first)
    await expect(ask(world, { version: '1.2.0' })).rejects.toMatchObject({
      code: 'PROMOTION_REFUSED',
      message: expect.stringContaining('was never in production'),
      hint: 'Name one that it held: 1.1.0, 1.0.0.',
    })
    await expect(ask(world, { version: '7.0.0' })).rejects.toMatchObject({ code: 'PROMOTION_REFUSED' })
    await expect(ask(world, { by: 'reader' })).rejects.toMatchObject({ message: 'reader has no write access' })
    expect(await ask(world, { version: '1.1.0' })).toMatchObject({ outcome: 'none' })
    const release = await world.call<{ id: number; assets: { id: number }[] }>(
      'acme',
      'GET',
      '/releases/tags/churn@v1.0.0',
    )
    await world.call('acme', 'DELETE', `/releases/assets/${release.assets[0]!.id}`)
    await expect(ask(world, { isBreakGlass: true })).rejects.toMatchObject({
      code: 'PROMOTION_REFUSED',
      message: expect.stringContaining('release: asset'),
    })
    expect(await tags(world)).toEqual(['churn#production#1', 'churn#production#2'])
  })
})

describe('a rollout under way', () => {
  it('ends as rolled back by who asks for the version that the channel holds', async () => {
    const { world } = await createWorld(rolloutPolicyText + channels)
    await using _ = world
    const asked = await ask(world)
    expect(asked).toMatchObject({ outcome: 'stopped', returned: { intent: { seq: 3, version: '1.0.0' } } })
    const reasons = ['author stopped it: it refuses good customers']
    expect(await readEvents(world)).toContainEqual(expect.objectContaining({ type: 'rollout.rolled-back', reasons }))
    expect(await tick(world)).toMatchObject({
      turns: [{ state: { phase: 'rolled-back', cause: { kind: 'request' } } }],
    })
    expect(await ask(world)).toMatchObject({ outcome: 'stopped' })
    expect(await proven(world)).toMatchObject({ verified: true })
  })

  it('ends as rolled back when the channel goes back at once, and its own return is closed', async () => {
    const { world, second } = await createWorld()
    await using _ = world
    await edit(world, 'models/churn/model.yaml', () => rolloutPolicyText + channels)
    await merge(world, 'c', second)
    expect(await settlePromotions(await world.connect())).toMatchObject([{ outcome: 'merged', version: '1.2.0' }])
    expect(await tick(world)).toMatchObject({ turns: [{ action: 'start' }], problems: [] })
    const asked = await ask(world, { isBreakGlass: true })
    expect(asked).toMatchObject({ outcome: 'returned', tag: 'churn#production#4', problem: null })
    const marked = (await readEvents(world)).filter(({ type }) => type === 'version.rolled-back')
    expect(marked.map(({ subject }) => subject.version).sort()).toEqual(['1.1.0', '1.2.0'])
    expect(await tick(world)).toEqual({ turns: [], problems: [] })
    expect((await observe(world)).open).toEqual(['tidemark/churn/production/rollback-4'])
    const { ledger } = await world.connect()
    expect(await readChannelState(ledger, await readIntent(world))).toMatchObject({ version: '1.0.0', seq: 4 })
    if (asked.outcome !== 'returned') throw new Error(asked.outcome)
    await approveAndMerge(world, asked.pullRequest!.number)
    expect(await settlePromotions(await world.connect())).toEqual([])
    expect(await tick(world)).toEqual({ turns: [], problems: [] })
    expect(await proven(world)).toMatchObject({ verified: true, problems: [] })
  })
})

describe('break-glass', () => {
  it('returns the channel at once past a protected branch, for those whom model.yaml names; then the file follows', async () => {
    const { world, first, second } = await createWorld()
    await using _ = world
    await expect(ask(world, { by: 'reviewer', isBreakGlass: true })).rejects.toMatchObject({
      code: 'PROMOTION_REFUSED',
      hint: expect.stringContaining('without break-glass'),
    })
    world.github.setProtection('acme/churn', 'main', { requiredReviews: { count: 1, dismissStale: true, bypass: [] } })
    const returned = await ask(world, { by: 'owner', isBreakGlass: true })
    expect(returned).toMatchObject({ outcome: 'returned', tag: 'churn#production#3', problem: null })
    expect(await tags(world)).toContain('churn#production#3')
    const events = await readEvents(world)
    expect(events).toContainEqual(
      expect.objectContaining({
        type: 'promotion.settled',
        actor: 'owner',
        isBreakGlass: true,
        approvedBy: [],
        subject: { ...first, channel: 'production', seq: 3 },
      }),
    )
    expect(events.filter(({ type }) => type === 'version.rolled-back')).toMatchObject([{ subject: second }])
    // Until the file follows, nothing else comes in by its number.
    const next = await propose(world, 'c', first)
    if (next.outcome !== 'open') throw new Error(next.outcome)
    expect(next.intent).toMatchObject({ seq: 4, previous: { ...first, seq: 3 } })
    expect(next.checks.filter(({ verdict }) => verdict === 'fail').map(({ name }) => name)).toEqual(['sequence'])
    expect(await settlePromotions(await world.connect())).toEqual([])
    expect(await tick(world)).toEqual({ turns: [], problems: [] })
    if (returned.outcome !== 'returned') throw new Error()
    await approveAndMerge(world, returned.pullRequest!.number)
    expect(await settlePromotions(await world.connect())).toEqual([])
    expect(await readIntent(world)).toMatchObject({ seq: 3, version: '1.0.0' })
    expect(await proven(world)).toMatchObject({ verified: true, problems: [] })
  })
})

describe.each([
  { title: 'by pull request', isBreakGlass: false },
  { title: 'by break-glass', isBreakGlass: true },
])('a rollback $title, killed before and after every request that changes anything', ({ isBreakGlass }) => {
  it('ends as the undisturbed one when it is run again', async () => {
    const undisturbed = (await createWorld()).world
    await using _ = undisturbed
    const before = undisturbed.github.requests.length
    await ask(undisturbed, { isBreakGlass })
    const expected = await observe(undisturbed)
    const writes = undisturbed.github.requests
      .slice(before)
      .filter(({ method, path }) => changesSomething(method, path))
    expect(writes.length).toBeGreaterThan(5)
    // Before one of them is after the one before it: what lies between changes nothing.
    await Promise.all(
      Array.from({ length: 4 }, async (_, lane) => {
        for (let n = 1 + lane; n <= writes.length; n += 4) {
          const { world } = await createWorld()
          await using __ = world
          world.github.faults.killAt(n, 'after', changesSomething)
          await ask(world, { isBreakGlass }).catch(() => undefined)
          world.github.faults.clear()
          await ask(world, { isBreakGlass })
          expect(await observe(world), `killed after write ${n} of ${writes.length}`).toEqual(expected)
        }
      }),
    )
  }, 240_000)
})
