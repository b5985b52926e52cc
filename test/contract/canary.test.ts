import { connectTelemetry } from '@tidemark/github'
import { settlePromotions, verifyRegistry } from '@tidemark/registry'
import { findRolloutReplayProblem, replayRollout } from '@tidemark/rollout'
import { type ChannelIntent, parseJsonDocument, RolloutState, storedJson } from '@tidemark/schemas'
import { describe, expect, it } from 'vitest'
import { approveAndMerge, createRolloutWorld, createServer, merge, proposeCandidate, tick } from './rollout-world.ts'
import { changesSomething, type RegistryWorld, repository } from './sandbox.ts'

const stateFile = 'rollouts/production/churn.json'

async function readStates(world: RegistryWorld): Promise<RolloutState[]> {
  const { ledger } = await world.connect()
  const head = (await ledger.head()) ?? ''
  const commits = await ledger.history(stateFile, head)
  const texts = await Promise.all(commits.map((commit) => ledger.read(stateFile, commit)))
  return texts.map((text) => parseJsonDocument(RolloutState, text ?? '', stateFile))
}

async function tags(world: RegistryWorld): Promise<string[]> {
  return (await (await world.connect()).ledger.tags('churn#')).sort()
}

describe('a rollout through the repository', () => {
  it('leaves the production tag until 100 %, and its states replay from the branch’s history', async () => {
    const { world, settlements, ...versions } = await createRolloutWorld()
    await using _ = world
    expect(settlements).toMatchObject([{ outcome: 'merged', version: '1.1.0', tag: null, approvedBy: ['reviewer'] }])
    expect(await settlePromotions(await world.connect())).toEqual([])
    expect(await tags(world)).toEqual(['churn#production#1'])

    const server = createServer(world, versions)
    await server.publish()
    expect((await tick(world)).turns).toMatchObject([{ action: 'start', state: { weight: 0.1 } }])
    await server.serve(0.1)
    expect((await tick(world)).turns).toMatchObject([{ action: 'advance', state: { weight: 0.5 } }])
    expect(await tags(world)).toEqual(['churn#production#1'])
    await server.serve(0.5)
    expect((await tick(world)).turns).toMatchObject([{ action: 'promote', tag: 'churn#production#2' }])
    expect(await tags(world)).toEqual(['churn#production#1', 'churn#production#2'])
    expect(await tick(world)).toEqual({ turns: [], problems: [] })

    const states = await readStates(world)
    expect(states.map(({ decision }) => decision.action)).toEqual(['open', 'start', 'advance', 'promote'])
    expect(() => replayRollout(states)).not.toThrow()
    const { ledger, releases, reviews } = await world.connect()
    const replay = { rollout: findRolloutReplayProblem }
    const verification = await verifyRegistry(ledger, { releases, intent: { reviews, policyRoot: 'models' }, replay })
    expect(verification).toMatchObject({
      verified: true,
      problems: [],
      checked: { rollouts: 1, 'rollout decisions replayed': 4 },
    })

    // One count of the last state, changed by somebody who can write to the branch.
    const forged = structuredClone(states.at(-1)!)
    forged.evidence.counts[0]!.canary.events.errors = 1
    const files = [{ path: stateFile, text: storedJson(forged) }]
    await ledger.commit({ parent: await ledger.head(), files, message: 'by hand' })
    const found = await verifyRegistry((await world.connect()).ledger, { replay })
    expect(found).toMatchObject({ verified: false, problems: [{ severity: 'error', path: stateFile }] })
    expect(world.github.unexpected).toEqual([])
  })

  it('commits nothing while it holds', async () => {
    const { world, ...versions } = await createRolloutWorld()
    await using _ = world
    const server = createServer(world, versions)
    await server.publish()
    await tick(world)
    const { ledger } = await world.connect()
    const head = await ledger.head()
    const held = await tick(world)
    expect(held.turns).toMatchObject([
      { action: 'hold', isCommitted: false, reasons: [expect.any(String), expect.any(String), expect.any(String)] },
    ])
    expect(await ledger.head()).toBe(head)
  })

  it('is opened anew for the next promotion that is merged meanwhile', async () => {
    const { world, champion, canary } = await createRolloutWorld()
    await using _ = world
    const server = createServer(world, { champion, canary })
    await server.publish()
    await tick(world)
    const next = await merge(world, 'c', champion)
    await settlePromotions(await world.connect())
    const { turns } = await tick(world)
    expect(turns).toMatchObject([
      { action: 'start', state: { seq: 3, canary: { version: next.version }, evidence: { polls: 0 } } },
    ])
  })

  it('is settled at once where the policy plans none any more', async () => {
    const { world } = await createRolloutWorld()
    await using _ = world
    const path = '/contents/models/churn/model.yaml'
    const { sha, content } = await world.call<{ sha: string; content: string }>('acme', 'GET', path)
    const text = Buffer.from(content, 'base64')
      .toString('utf8')
      .replace(/rollout:[\s\S]*/, '')
    const body = { message: 'no rollouts', sha, content: Buffer.from(text).toString('base64') }
    await world.call('acme', 'PUT', path, body)
    expect((await tick(world)).turns).toMatchObject([{ action: 'promote', tag: 'churn#production#2', state: null }])
  })
})

describe('a canary that harms', () => {
  async function rollBack() {
    const { world, ...versions } = await createRolloutWorld()
    const server = createServer(world, versions)
    await server.publish()
    await tick(world)
    await server.serve(0.1, 0.2)
    return { world, ...versions, result: await tick(world) }
  }

  it('is taken back, the channel is returned by pull request, and production stays what it was', async () => {
    const { world, result } = await rollBack()
    await using _ = world
    expect(result.turns).toMatchObject([
      {
        action: 'roll-back',
        state: { phase: 'rolled-back', cause: { kind: 'harm' } },
        returned: { intent: { seq: 3 } },
      },
    ])
    const number = result.turns[0]?.returned?.pullRequest.number ?? 0
    const again = await tick(world)
    expect(again.turns).toMatchObject([{ isCommitted: false, returned: { pullRequest: { number } } }])
    await approveAndMerge(world, number)
    expect(await settlePromotions(await world.connect())).toMatchObject([
      { outcome: 'settled', version: '1.0.0', tag: 'churn#production#3' },
    ])
    expect(await tick(world)).toEqual({ turns: [], problems: [] })
    expect(await tags(world)).toEqual(['churn#production#1', 'churn#production#3'])
    const { ledger, releases, reviews } = await world.connect()
    const verification = await verifyRegistry(ledger, { releases, intent: { reviews, policyRoot: 'models' } })
    expect(verification).toMatchObject({ verified: true, problems: [] })
  })

  it('cannot come again without a waiver that an owner answers for', async () => {
    const { world, champion, canary, result } = await rollBack()
    await using _ = world
    await approveAndMerge(world, result.turns[0]?.returned?.pullRequest.number ?? 0)
    await settlePromotions(await world.connect())
    const propose = async () => {
      const { proposal } = await proposeCandidate(await world.connect(), 'b', champion)
      if (proposal.outcome !== 'open') throw new Error(`the proposal is ${proposal.outcome}`)
      return { proposal, failed: proposal.checks.filter(({ verdict }) => verdict === 'fail') }
    }
    const refused = await propose()
    expect(refused.failed).toMatchObject([{ name: 'rolled back', detail: expect.stringContaining('waiver') }])

    const waive = async (id: string, owner: string, expires: string) => {
      const waiver = {
        schema: 'tidemark/waiver/v1',
        model: 'churn',
        allows: 'rolled-back',
        channel: 'production',
        ...canary,
        reason: 'The upstream that failed is repaired.',
        owner,
        expires,
      }
      await world.call('owner', 'PUT', `/contents/models/churn/waivers/${id}.yaml`, {
        message: 'Waive',
        content: Buffer.from(JSON.stringify(waiver)).toString('base64'),
      })
    }
    await waive('by-a-stranger', 'reviewer', '2027-01-01T00:00:00Z')
    await waive('too-late', 'owner', '2026-01-01T00:00:00Z')
    expect((await propose()).failed).toMatchObject([
      { name: 'rolled back', detail: expect.stringMatching(/by-a-stranger.*not by an owner.*too-late.*expired/) },
    ])
    await waive('valid', 'owner', '2027-01-01T00:00:00Z')
    const allowed = await propose()
    expect(allowed.failed).toEqual([])
    await approveAndMerge(world, allowed.proposal.pullRequest.number)
    expect(await settlePromotions(await world.connect())).toMatchObject([
      { outcome: 'merged', version: '1.1.0', seq: 4 },
    ])
  })

  it('is not returned again where people closed the pull request', async () => {
    const { world, result } = await rollBack()
    await using _ = world
    const number = result.turns[0]?.returned?.pullRequest.number
    await world.call('acme', 'PATCH', `/pulls/${number}`, { state: 'closed' })
    expect((await tick(world)).turns).toMatchObject([{ returned: null }])
    expect(await world.call<object[]>('acme', 'GET', '/pulls?state=open')).toEqual([])
  })
})

describe('faults', () => {
  it('two ticks at once take one step', async () => {
    const { world, ...versions } = await createRolloutWorld()
    await using _ = world
    const server = createServer(world, versions)
    await server.publish()
    const ticks = await Promise.all([tick(world), tick(world), tick(world)])
    expect(ticks.flatMap(({ problems }) => problems)).toEqual([])
    await server.serve(0.1)
    await Promise.all([tick(world), tick(world)])
    const states = await readStates(world)
    expect(states.map(({ decision }) => decision.action)).toEqual(['open', 'start', 'advance'])
    expect(() => replayRollout(states)).not.toThrow()
    expect(states.at(-1)?.evidence.counts.map(({ canary }) => canary.requests)).toEqual([400])
  })

  it('an outage of the monitoring holds, and no verdict is invented', async () => {
    const { world, ...versions } = await createRolloutWorld()
    await using _ = world
    const server = createServer(world, versions)
    await server.publish()
    await tick(world)
    world.github.advance(3600_000)
    for (let i = 0; i < 5; i++) {
      world.github.advance(15 * 60_000)
      expect((await tick(world)).turns).toMatchObject([{ action: 'hold', state: { phase: 'running' } }])
    }
  })

  it('a document that cannot be read is a fault, and never a pass', async () => {
    const { world, ...versions } = await createRolloutWorld()
    await using _ = world
    const server = createServer(world, versions)
    await server.publish()
    await tick(world)
    await server.serve(0.1)
    const telemetry = await connectTelemetry({ token: world.bot, repository, apiUrl: world.github.apiUrl })
    await telemetry.publish({ model: 'churn', channel: 'production', instance: 'broken' })
    expect((await tick(world)).turns).toMatchObject([{ action: 'hold', state: { fault: { kind: 'unreadable' } } }])
  })

  it('one model’s broken state does not stop the others’ rollouts', async () => {
    const { world } = await createRolloutWorld()
    await using _ = world
    const { ledger } = await world.connect()
    const files = [{ path: stateFile, text: '{"schema":"tidemark/rollout/v9"}' }]
    await ledger.commit({ parent: await ledger.head(), files, message: 'by hand' })
    expect(await tick(world)).toMatchObject({
      turns: [],
      problems: [{ model: 'churn', error: { code: 'DOCUMENT_INVALID' } }],
    })
  })

  it.each([
    ['promotes', 0, 'promoted'],
    ['rolls back', 0.2, 'rolled-back'],
  ] as const)(
    'a tick that %s, killed after each thing it changes, is finished by the next ones',
    async (_, failing, phase) => {
      const prepare = async () => {
        const { world, ...versions } = await createRolloutWorld()
        const server = createServer(world, versions)
        await server.publish()
        await tick(world)
        await server.serve(0.1)
        await tick(world)
        await server.serve(0.5, failing)
        return world
      }
      await using undisturbed = await prepare()
      await tick(undisturbed)
      const expected = await outcome(undisturbed)
      expect(expected.phase).toBe(phase)

      await using world = await prepare()
      let kills = 0
      // What is done again without effect, such as a status, must not stand in the way: then one change more is let through.
      for (let isDone = false, allowed = 1, before = ''; !isDone; kills++) {
        world.github.faults.killAt(allowed, 'after', changesSomething)
        isDone = await tick(world).then(
          ({ problems }) => problems.length === 0,
          () => false,
        )
        world.github.faults.clear()
        const after = JSON.stringify(await outcome(world))
        allowed = after === before ? allowed + 1 : 1
        before = after
        if (kills > 30) throw new Error('it does not come to an end')
      }
      expect(kills).toBeGreaterThan(4)
      expect(await outcome(world)).toEqual(expected)
      const states = await readStates(world)
      expect(() => replayRollout(states)).not.toThrow()
    },
  )
})

/** All that people and later runs can see of where a rollout came to. */
async function outcome(world: RegistryWorld) {
  const { ledger, reviews } = await world.connect()
  const head = (await ledger.head()) ?? ''
  const pulls = await reviews.openPullRequests('tidemark/churn/production/')
  const texts = await Promise.all(
    pulls.map((pull) => reviews.readFile('models/churn/channels/production.json', pull.headSha)),
  )
  const statuses = await Promise.all(
    pulls.map((pull) => world.call<{ state: string }>('reviewer', 'GET', `/commits/${pull.headSha}/status`)),
  )
  return {
    files: (await ledger.files(head)).sort(),
    tags: (await ledger.tags('')).sort(),
    phase: (await readStates(world)).at(-1)?.phase,
    releases: (await world.call<{ prerelease: boolean }[]>('reviewer', 'GET', '/releases')).map(
      (each) => each.prerelease,
    ),
    pulls: texts.map((text) => (JSON.parse(text ?? 'null') as ChannelIntent).seq),
    statuses: statuses.map(({ state }) => state),
  }
}
