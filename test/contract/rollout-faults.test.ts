import { execFileSync } from 'node:child_process'
import { connectTelemetry } from '@tidemark/github'
import { settlePromotions } from '@tidemark/registry'
import { openRollout } from '@tidemark/rollout'
import {
  ChannelIntent,
  digestOf,
  parseJsonDocument,
  RolloutPolicy,
  RolloutState,
  storedJson,
  type VersionManifest,
} from '@tidemark/schemas'
import { describe, expect, it } from 'vitest'
import { createRolloutWorld, createServer, proposeCandidate, tick } from './rollout-world.ts'
import { type RegistryWorld, repository } from './sandbox.ts'

const stateFile = 'rollouts/production/churn.json'
const channelFile = 'models/churn/channels/production.json'
const hour = 3_600_000

/** A rollout at its first weight, with one server. */
async function startRollout() {
  const { world, ...versions } = await createRolloutWorld()
  const server = createServer(world, versions)
  await server.publish()
  await tick(world)
  return { world, server, ...versions }
}

async function readState(world: RegistryWorld): Promise<RolloutState> {
  const { ledger } = await world.connect()
  return parseJsonDocument(RolloutState, (await ledger.read(stateFile, (await ledger.head())!))!, stateFile)
}

/** Writes a state past the tick, as somebody with a token and a text editor can. */
async function forge(world: RegistryWorld, state: RolloutState): Promise<void> {
  const { ledger } = await world.connect()
  const files = [{ path: stateFile, text: storedJson(state) }]
  await ledger.commit({ parent: await ledger.head(), files, message: 'by hand' })
}

/** Changes a file past every pull request; null removes it. */
async function edit(world: RegistryWorld, path: string, change: (text: string) => string | null, branch = 'main') {
  const url = `/contents/${path}`
  const { sha, content } = await world.call<{ sha: string; content: string }>('acme', 'GET', `${url}?ref=${branch}`)
  const text = change(Buffer.from(content, 'base64').toString('utf8'))
  const body = { message: 'by hand', sha, branch }
  if (text === null) await world.call('acme', 'DELETE', url, body)
  else await world.call('acme', 'PUT', url, { ...body, content: Buffer.from(text).toString('base64') })
}

async function readMain(world: RegistryWorld, path: string): Promise<string> {
  const { reviews } = await world.connect()
  return (await reviews.readFile(path, 'main')) ?? ''
}

async function tags(world: RegistryWorld): Promise<string[]> {
  return (await (await world.connect()).ledger.tags('churn#')).sort()
}

async function connectSource(world: RegistryWorld) {
  return connectTelemetry({ token: world.bot, repository, apiUrl: world.github.apiUrl })
}

const withoutPlan = (text: string) => text.replace(/rollout:[\s\S]*/, '')

describe('nothing comes into production by hand', () => {
  it('by a state that says promoted: what it was decided from must be in the history', async () => {
    const { world, champion } = await startRollout()
    await using _ = world
    const state = await readState(world)
    const promoted = { ...state, phase: 'promoted' as const, weight: 1, leaseUntil: null }
    const { signals } = state.decision
    const decisions: RolloutState['decision'][] = [
      // As it was, without a past, and with one that does not lead there.
      state.decision,
      { ...state.decision, action: 'promote', previous: null, signals: null },
      { ...state.decision, action: 'promote', previous: digestOf(state), signals },
    ]
    for (const decision of decisions) {
      await forge(world, { ...promoted, decision })
      expect(await tick(world)).toMatchObject({
        turns: [{ tag: null, isCommitted: false }],
        problems: [{ model: 'churn', error: { code: 'REGISTRY_CORRUPT' } }],
      })
    }
    // Another version under the same number, or the champion against itself.
    for (const change of [{ canary: champion }, { champion: state.canary }]) {
      await forge(world, { ...promoted, ...change })
      expect((await tick(world)).problems).toMatchObject([{ error: { code: 'REGISTRY_CONFLICT' } }])
    }
    expect(await tags(world)).toEqual(['churn#production#1'])
  })

  it('by the first state of a channel, which nothing opened', async () => {
    const { world, champion, canary } = await createRolloutWorld()
    await using _ = world
    const plan = RolloutPolicy.parse({})
    const intent = { model: 'churn', channel: 'production', seq: 2, champion, canary, plan }
    const { state } = openRollout(intent, null, '2026-03-02T08:00:00Z')
    const decision = { ...state.decision, action: 'promote' as const }
    await forge(world, { ...state, phase: 'promoted', weight: 1, decision })
    expect((await tick(world)).problems).toMatchObject([
      { error: { code: 'REGISTRY_CORRUPT', message: expect.stringContaining('opened') } },
    ])
    expect(await tags(world)).toEqual(['churn#production#1'])
  })

  it('by a channel file that was edited after its promotion was accepted', async () => {
    const { world, champion, canary } = await createRolloutWorld()
    await using _ = world
    const before: ChannelIntent[] = []
    const change = (changed: (intent: ChannelIntent) => Partial<ChannelIntent>) =>
      edit(world, channelFile, (text) => {
        const intent = JSON.parse(text) as ChannelIntent
        before.push(intent)
        return storedJson({ ...before[0]!, ...changed(before[0]!) })
      })
    const previous = { ...champion, seq: 1 }
    // Following itself it would be no canary at all; following nothing it would have no champion.
    for (const forged of [{ ...canary, seq: 1 }, null]) {
      await change(() => ({ previous: forged }))
      expect(await tick(world)).toMatchObject({
        turns: [],
        problems: [
          { error: { code: 'REGISTRY_CONFLICT', message: expect.stringContaining('was accepted as following') } },
        ],
      })
    }
    await change(() => ({ previous: { ...previous, seq: 7 } }))
    expect((await tick(world)).problems).toMatchObject([
      { error: { message: expect.stringContaining('follows seq 7, but seq 1 is in the channel') } },
    ])
    // Where no rollout is planned any more the accepted version is settled, but by its own manifest.
    await edit(world, 'models/churn/model.yaml', withoutPlan)
    const { ledger } = await world.connect()
    const manifest = (await ledger.read('models/churn/versions/1.0.0.json', (await ledger.head())!))!
    const foreign = {
      path: 'models/churn/versions/1.0.0.json',
      sha256: digestOf(JSON.parse(manifest) as VersionManifest),
    }
    await change(() => ({ previous, manifest: foreign }))
    expect((await tick(world)).problems).toMatchObject([
      { error: { code: 'REGISTRY_CORRUPT', message: expect.stringContaining('is not about churn 1.1.0') } },
    ])
    expect(await tags(world)).toEqual(['churn#production#1'])
    await change(() => ({}))
    expect(await tick(world)).toMatchObject({ turns: [{ tag: 'churn#production#2' }], problems: [] })
  })

  it('by removing the state of what was rolled back, and the plan with it', async () => {
    const { world, server } = await startRollout()
    await using _ = world
    await server.serve(0.1, 0.2)
    await tick(world)
    await edit(world, stateFile, () => null, 'model-registry')
    const refused = { error: { code: 'REGISTRY_CONFLICT', message: expect.stringContaining('seq 2 was rolled back') } }
    expect(await tick(world)).toMatchObject({ turns: [], problems: [refused] })
    await edit(world, 'models/churn/model.yaml', withoutPlan)
    expect(await tick(world)).toMatchObject({ turns: [], problems: [refused] })
    expect(await tags(world)).toEqual(['churn#production#1'])
  })

  it('by a merge that nobody approved, or a return to what was never there', async () => {
    const { world, champion, canary } = await createRolloutWorld()
    await using _ = world
    const accepted = parseJsonDocument(ChannelIntent, await readMain(world, channelFile), channelFile)
    const { proposal } = await proposeCandidate(await world.connect(), 'c', champion)
    if (proposal.outcome !== 'open') throw new Error(proposal.outcome)
    await world.call('acme', 'PUT', `/pulls/${proposal.pullRequest.number}/merge`, { merge_method: 'squash' })
    const settle = async () => settlePromotions(await world.connect())
    expect(await settle()).toMatchObject([{ seq: 3, outcome: 'refused', approvedBy: [] }])
    expect(await tick(world)).toEqual({ turns: [], problems: [] })
    // A return needs neither fresh evidence nor a rollout: it has to be to what the channel holds.
    for (const seq of [1, 2]) {
      const wanted = { ...accepted, seq: 4, previous: { ...canary, seq } }
      await edit(world, channelFile, () => storedJson(wanted))
      const [settlement] = await settle()
      expect(settlement).toMatchObject({ outcome: 'refused', version: canary.version })
      const failed = settlement!.checks.filter(({ verdict }) => verdict === 'fail').map(({ name }) => name)
      expect(failed).toEqual(expect.arrayContaining(['previous', 'pull request', 'approvals']))
    }
    expect(await tags(world)).toEqual(['churn#production#1'])
  })

  it('by a version whose release went while it was rolled out', async () => {
    const { world, server } = await startRollout()
    await using _ = world
    const release = await world.call<{ id: number }>('acme', 'GET', '/releases/tags/churn@v1.1.0')
    await world.call('acme', 'DELETE', `/releases/${release.id}`)
    await server.serve(0.1)
    await tick(world)
    await server.serve(0.5)
    for (let i = 0; i < 2; i++) {
      expect((await tick(world)).problems).toMatchObject([
        { error: { code: 'RELEASE_ASSET_MISMATCH', message: expect.stringContaining('churn 1.1.0') } },
      ])
    }
    expect(await tags(world)).toEqual(['churn#production#1'])
  })
})

describe('what is gone from the default branch', () => {
  it('policy: the rollout goes on by the plan that it opened with; channel file: nothing is done', async () => {
    const { world, server } = await startRollout()
    await using _ = world
    await edit(world, 'models/churn/model.yaml', () => 'model: [')
    await server.serve(0.1)
    expect(await tick(world)).toMatchObject({ turns: [{ action: 'advance', state: { weight: 0.5 } }], problems: [] })
    await edit(world, channelFile, () => null)
    await server.serve(0.5)
    expect(await tick(world)).toEqual({ turns: [], problems: [] })
    expect(await settlePromotions(await world.connect())).toEqual([])
    expect(await tags(world)).toEqual(['churn#production#1'])
  })

  it('policy, before the rollout opened: nothing begins, and it is said', async () => {
    const { world } = await createRolloutWorld()
    await using _ = world
    await edit(world, 'models/churn/model.yaml', () => null)
    expect(await tick(world)).toMatchObject({
      turns: [],
      problems: [{ error: { code: 'FILE_NOT_FOUND', message: expect.stringContaining('models/churn/model.yaml') } }],
    })
  })
})

describe('GitHub’s trouble', () => {
  it('reads are tried again; a write that fails leaves a state that the next tick finishes', async () => {
    const { world, server } = await startRollout()
    await using _ = world
    await server.serve(0.1)
    const { faults } = world.github
    faults.add({ match: { method: 'POST', path: /\/git\/(trees|commits)$/ }, do: 'status', status: 502, times: 5 })
    faults.add({ match: { method: 'GET', path: /matching-refs\/tidemark/ }, do: 'status', status: 503 })
    const failed = await tick(world)
    expect(failed).toMatchObject({ turns: [], problems: [{ error: { code: 'GITHUB_UNAVAILABLE' } }] })
    expect((await readState(world)).weight).toBe(0.1)
    faults.clear()
    faults.add({ match: { method: 'GET', path: /contents\/rollouts/ }, do: 'drop-before', times: 1 })
    expect(await tick(world)).toMatchObject({ turns: [{ action: 'advance', outages: [] }], problems: [] })
  })

  it('a document that could not be published leaves the one before, and the next takes its place', async () => {
    const { world, server } = await startRollout()
    await using _ = world
    const source = await connectSource(world)
    const before = await source.read('churn', 'production')
    for (const path of [/\/git\/trees$/, /\/git\/commits$/, /\/git\/refs\//]) {
      const method = path.source.endsWith('$') ? 'POST' : 'PATCH'
      world.github.faults.add({ match: { method, path }, do: 'status', times: 5 })
      await expect(server.serve(0.1)).rejects.toMatchObject({ code: 'GITHUB_UNAVAILABLE' })
      world.github.faults.clear()
      expect(await (await connectSource(world)).read('churn', 'production')).toEqual(before)
    }
    await server.publish()
    const [after] = await source.read('churn', 'production')
    expect(JSON.parse(after!.text)).toMatchObject({ sequence: 3, windows: [{}, {}, {}] })
  })

  it('a token that may not open pull requests: what went back stays back, is told, and the next tick opens it', async () => {
    const { world, server } = await startRollout()
    await using _ = world
    await server.serve(0.1, 0.2)
    const permissions = { metadata: 'read', contents: 'write', statuses: 'write' } as const
    const token = world.github.issueJobToken({ repository, permissions, runId: 9, jobId: 9 })
    const denied = await tick(world, token)
    expect(denied).toMatchObject({
      turns: [{ action: 'roll-back', isCommitted: true, returned: null, state: { phase: 'rolled-back' } }],
      problems: [{ error: { code: 'GITHUB_DENIED', hint: expect.stringContaining('pull-requests: write') } }],
    })
    const { ledger } = await world.connect()
    const head = (await ledger.head())!
    const marks = (await ledger.files(head)).filter((file) => /(rollout|version)\.rolled-back\.json$/.test(file))
    // In the very commit that says so, so that nobody proposes the version in between.
    const commits = await Promise.all(
      [stateFile, ...marks].map(async (file) => (await ledger.history(file, head)).at(-1)),
    )
    expect([marks.length, new Set(commits).size]).toEqual([2, 1])
    expect(await tick(world)).toMatchObject({
      turns: [{ isCommitted: false, returned: { intent: { seq: 3 } } }],
      problems: [],
    })
  })
})

describe('telemetry that nobody can use', () => {
  it('is a fault while it is new; a day later it is left out and removed, and the rollout goes on', async () => {
    const { world, server } = await startRollout()
    await using _ = world
    const source = await connectSource(world)
    const stranger = { model: 'churn', channel: 'production' }
    await source.publish({ ...stranger, instance: 'large', ...{ padding: 'x'.repeat(1024 * 1024) } })
    await source.publish({ ...stranger, instance: 'other.model', ...{ schema: 'tidemark/telemetry/v9' } })
    const git = ['-C', world.github.gitDir(repository)]
    const blob = execFileSync('git', [...git, 'hash-object', '-w', '--stdin'], { input: 'no commit', encoding: 'utf8' })
    execFileSync('git', [...git, 'update-ref', 'refs/tidemark/telemetry/production/no/commit', blob.trim()])
    await server.serve(0.1)
    const held = await tick(world)
    expect(held).toMatchObject({ turns: [{ action: 'hold', state: { fault: { kind: 'unreadable' } } }], problems: [] })
    expect((await readState(world)).decision.signals?.faults.map(({ reason }) => reason).join('\n')).toMatch(
      /large holds \d{7} bytes[\s\S]*other\.model does not follow its schema/,
    )
    world.github.advance(24 * hour)
    await server.serve(0.1)
    const { turns } = await tick(world)
    expect(turns).toMatchObject([{ action: 'advance', state: { phase: 'running', fault: null } }])
    expect(turns[0]!.outages.filter((each) => each.includes('older than a day'))).toHaveLength(2)
    const found = (await source.read('churn', 'production')).map((each) => each.source.split('/').at(-1))
    expect(found).toEqual(['server-1'])
  })

  it('of servers that died is removed while a rollout lasts, but for its own counts', async () => {
    const { world, server, champion, canary } = await startRollout()
    await using _ = world
    const dead = createServer(world, { champion, canary, instance: 'dead-and-counted' })
    await dead.serve(0.1)
    await createServer(world, { champion, canary, seq: 1, instance: 'dead-of-another-rollout' }).publish()
    world.github.advance(25 * hour)
    expect((await tick(world)).turns).toMatchObject([{ action: 'hold' }])
    const names = async () =>
      (await (await connectSource(world)).read('churn', 'production')).map((each) => each.source.split('/').at(-1))
    expect(await names()).toEqual(['dead-and-counted', 'server-1'])
    await server.serve(0.1)
    expect((await tick(world)).turns).toMatchObject([
      { action: 'advance', state: { evidence: { counts: [{ weight: 0.1, canary: { requests: 800 } }] } } },
    ])
  })

  it('of another model, channel or promotion counts for nothing and stops nothing', async () => {
    const { world, server, champion, canary } = await startRollout()
    await using _ = world
    const strangers = [
      { champion: canary, canary: champion, instance: 'swapped' },
      { champion, canary, seq: 9, instance: 'of-another-seq' },
    ]
    for (const stranger of strangers) await createServer(world, stranger).serve(0.1, 1)
    await server.serve(0.1)
    expect((await tick(world)).turns).toMatchObject([
      { action: 'advance', state: { evidence: { counts: [{ canary: { requests: 400, events: { errors: 0 } } }] } } },
    ])
  })
})
