import {
  checkProposedChannels,
  proposePromotion,
  type Registry,
  registerModel,
  settlePromotions,
  verifyRegistry,
} from '@tidemark/registry'
import { type ChannelIntent, type Evaluation, storedJson } from '@tidemark/schemas'
import { describe, expect, it } from 'vitest'
import { createCandidate } from './candidate.ts'
import { changesSomething, createRegistryWorld, type RegistryWorld } from './sandbox.ts'

const channelFile = 'models/churn/channels/production.json'

async function propose(registry: Registry, seed: string, champion: Evaluation['champion'] = null) {
  const proposal = await tryToPropose(registry, seed, champion)
  if (proposal.outcome !== 'open') throw new Error(`the proposal is ${proposal.outcome}`)
  return proposal
}

async function tryToPropose(registry: Registry, seed: string, champion: Evaluation['champion'] = null) {
  const registration = await registerModel(registry, createCandidate(seed, { champion }))
  if (!registration.registered) throw new Error('not registered')
  const { manifest, evidence } = registration
  return {
    manifest,
    ...(await proposePromotion(registry, {
      manifest,
      evidence,
      channel: 'production',
      describe: async (intent) => ({ title: `Promote ${intent.version}`, body: 'a report' }),
    })),
  }
}

async function approve(world: RegistryWorld, number: number, sha: string, reviewer = 'reviewer') {
  await world.call(reviewer, 'POST', `/pulls/${number}/reviews`, { event: 'APPROVE', commit_id: sha })
}

async function merge(world: RegistryWorld, number: number) {
  await world.call('acme', 'PUT', `/pulls/${number}/merge`, { merge_method: 'squash' })
}

/** Promotes a candidate all the way and returns what the next one has to beat. */
async function promote(world: RegistryWorld, seed: string, champion: Evaluation['champion'] = null) {
  const { pullRequest, manifest } = await propose(await world.connect(), seed, champion)
  await approve(world, pullRequest.number, pullRequest.headSha)
  await merge(world, pullRequest.number)
  const [settlement] = await settlePromotions(await world.connect())
  if (settlement?.outcome !== 'settled') throw new Error(JSON.stringify(settlement?.checks))
  return { modelDigest: manifest.modelDigest, version: manifest.version }
}

/** Writes a file of a branch as a person with write access could. */
async function write(world: RegistryWorld, path: string, text: string, branch = 'main') {
  const present = await world
    .call<{ sha: string }>('acme', 'GET', `/contents/${path}?ref=${encodeURIComponent(branch)}`)
    .catch(() => null)
  await world.call('acme', 'PUT', `/contents/${path}`, {
    message: 'by hand',
    branch,
    content: Buffer.from(text).toString('base64'),
    ...(present ? { sha: present.sha } : {}),
  })
}

async function readIntent(world: RegistryWorld): Promise<ChannelIntent> {
  const { reviews } = await world.connect()
  return JSON.parse((await reviews.readFile(channelFile, 'main')) ?? 'null')
}

const failing = (name: string, detail = '') =>
  expect.objectContaining({ name, verdict: 'fail', detail: expect.stringContaining(detail) })

describe('a promotion', () => {
  it('opens a pull request whose check passes, and settles after approval and merge', async () => {
    await using world = await createRegistryWorld()
    const { pullRequest, checks } = await propose(await world.connect(), 'a')
    expect(checks.filter((check) => check.verdict === 'fail')).toEqual([])
    const status = await world.call<{ statuses: object[] }>('reviewer', 'GET', `/commits/${pullRequest.headSha}/status`)
    expect(status.statuses).toMatchObject([{ context: 'tidemark/promotion', state: 'success' }])

    await approve(world, pullRequest.number, pullRequest.headSha)
    await merge(world, pullRequest.number)
    const [settlement] = await settlePromotions(await world.connect())
    expect(settlement).toMatchObject({
      outcome: 'settled',
      version: '1.0.0',
      approvedBy: ['reviewer'],
      tag: 'churn#production#1',
    })
    expect(await settlePromotions(await world.connect())).toEqual([])
    const { ledger, releases, reviews } = await world.connect()
    const verification = await verifyRegistry(ledger, { releases, intent: { reviews, policyRoot: 'models' } })
    expect(verification).toMatchObject({ verified: true, problems: [], checked: { channels: 1, tags: 2 } })
    expect(world.github.unexpected).toEqual([])
  })

  it('goes on from what was in the channel after a refused one, instead of blocking it for good', async () => {
    await using world = await createRegistryWorld()
    const champion = await promote(world, 'a')
    const unapproved = await propose(await world.connect(), 'b', champion)
    await merge(world, unapproved.pullRequest.number)
    expect(await settlePromotions(await world.connect())).toMatchObject([{ outcome: 'refused' }])
    const next = await propose(await world.connect(), 'c', champion)
    expect(next.intent).toMatchObject({ seq: 3, previous: { version: '1.0.0', seq: 1 } })
    await approve(world, next.pullRequest.number, next.pullRequest.headSha)
    await merge(world, next.pullRequest.number)
    expect(await settlePromotions(await world.connect())).toMatchObject([{ outcome: 'settled', version: '1.2.0' }])
  })

  it('can rest on new evidence for bytes that were registered before', async () => {
    await using world = await createRegistryWorld()
    const first = await propose(await world.connect(), 'a')
    const champion = await promote(world, 'b')
    expect(champion.version).toBe('1.1.0')
    // The pull request of 1.0.0 was superseded; judged again against 1.1.0, the same bytes are proposed with that evidence.
    const again = await propose(await world.connect(), 'a', champion)
    expect(again.manifest.version).toBe(first.manifest.version)
    expect(again.checks.filter((check) => check.verdict === 'fail')).toEqual([])
  })

  it('settles once and completely when it is killed before and after any request and run again', async () => {
    const state = async (world: RegistryWorld) => {
      const { ledger, releases } = await world.connect()
      const head = (await ledger.head()) ?? ''
      const manifest = JSON.parse((await ledger.read('models/churn/versions/1.0.0.json', head)) ?? '{}')
      return {
        files: (await ledger.files(head)).sort(),
        tags: (await ledger.tags('')).sort(),
        isPrerelease: (await releases.get(manifest.release.id))?.isPrerelease,
      }
    }
    const prepare = async () => {
      const world = await createRegistryWorld()
      const { pullRequest } = await propose(await world.connect(), 'a')
      await approve(world, pullRequest.number, pullRequest.headSha)
      await merge(world, pullRequest.number)
      return world
    }
    await using undisturbed = await prepare()
    const before = undisturbed.github.requests.length
    await settlePromotions(await undisturbed.connect())
    const expected = await state(undisturbed)
    expect(expected.isPrerelease).toBe(false)
    // Before a request is after the one before it, and what changes nothing needs no kill of its own.
    const writes = undisturbed.github.requests
      .slice(before)
      .filter(({ method, path }) => changesSomething(method, path))
    expect(writes.length).toBeGreaterThan(3)
    await Promise.all(
      writes.map(async (_, i) => {
        await using world = await prepare()
        world.github.faults.killAt(i + 1, 'after', changesSomething)
        const killed = async () => settlePromotions(await world.connect())
        await killed().catch(() => undefined)
        world.github.faults.clear()
        await settlePromotions(await world.connect())
        expect(await state(world), `killed after write ${i + 1} of ${writes.length}`).toEqual(expected)
      }),
    )
  }, 240_000)
})

describe('settling refuses', () => {
  it('a merge without approval by somebody with write access', async () => {
    await using world = await createRegistryWorld()
    const { pullRequest } = await propose(await world.connect(), 'a')
    await approve(world, pullRequest.number, pullRequest.headSha, 'reader')
    await merge(world, pullRequest.number)
    const [settlement] = await settlePromotions(await world.connect())
    expect(settlement).toMatchObject({ outcome: 'refused', tag: null, approvedBy: [] })
    expect(settlement?.checks).toContainEqual(failing('approvals'))
    const { ledger } = await world.connect()
    expect(await ledger.tags('churn#')).toEqual([])
  })

  it('the approval of whoever made the candidate', async () => {
    await using world = await createRegistryWorld()
    const { pullRequest } = await propose(await world.connect(), 'a')
    await approve(world, pullRequest.number, pullRequest.headSha, 'author')
    await merge(world, pullRequest.number)
    expect(await settlePromotions(await world.connect())).toMatchObject([{ outcome: 'refused', approvedBy: [] }])
  })

  it('a channel file that was written without a promotion pull request', async () => {
    await using world = await createRegistryWorld()
    const { intent } = await propose(await world.connect(), 'a')
    await write(world, channelFile, storedJson(intent))
    const [settlement] = await settlePromotions(await world.connect())
    expect(settlement?.checks).toContainEqual(failing('pull request'))
  })

  it('an older version whose merged pull request is replayed by hand under a new seq', async () => {
    await using world = await createRegistryWorld()
    const first = await promote(world, 'a')
    const old = await readIntent(world)
    const second = await promote(world, 'b', first)
    await write(world, channelFile, storedJson({ ...old, seq: 3, previous: { ...second, seq: 2 } }))
    const [settlement] = await settlePromotions(await world.connect())
    expect(settlement).toMatchObject({ outcome: 'refused', approvedBy: [] })
    expect(settlement?.checks).toContainEqual(failing('pull request'))
  })

  it('another version under a seq that is taken, and verify says so', async () => {
    await using world = await createRegistryWorld()
    const first = await promote(world, 'a')
    await promote(world, 'b', first)
    const current = await readIntent(world)
    await write(
      world,
      channelFile,
      storedJson({
        ...current,
        version: '1.0.0',
        modelDigest: first.modelDigest,
        manifest: { ...current.manifest, path: 'models/churn/versions/1.0.0.json' },
      }),
    )
    const [settlement] = await settlePromotions(await world.connect())
    expect(settlement?.outcome).toBe('refused')
    expect(settlement?.checks).toContainEqual(failing('channel file', 'churn#production#2'))
  })

  it('a tag that was made by hand', async () => {
    await using world = await createRegistryWorld()
    const registry = await world.connect()
    const { pullRequest } = await propose(registry, 'a')
    await merge(world, pullRequest.number)
    await registry.ledger.createTag({
      name: 'churn#production#1',
      commit: (await registry.ledger.head()) ?? '',
      message: 'by hand',
    })
    expect(await settlePromotions(await world.connect())).toMatchObject([{ outcome: 'refused' }])
  })

  it('one broken channel file without holding up the others', async () => {
    await using world = await createRegistryWorld()
    const { pullRequest } = await propose(await world.connect(), 'a')
    await approve(world, pullRequest.number, pullRequest.headSha)
    await merge(world, pullRequest.number)
    await write(world, 'models/aaa/channels/production.json', '{')
    const settlements = await settlePromotions(await world.connect())
    expect(settlements.map(({ model, outcome }) => [model, outcome])).toEqual([
      ['aaa', 'refused'],
      ['churn', 'settled'],
    ])
  })
})

describe('the check fails', () => {
  const check = async (world: RegistryWorld, number: number) =>
    (await checkProposedChannels(await world.connect(), { pullRequest: number })).channels.flatMap(
      (each) => each.checks,
    )

  it('a candidate that met another champion than the channel now holds', async () => {
    await using world = await createRegistryWorld()
    const champion = await promote(world, 'a')
    const stale = await propose(await world.connect(), 'b', null)
    expect(stale.checks).toContainEqual(failing('evidence', 'the channel holds 1.0.0'))
    const fresh = await propose(await world.connect(), 'c', champion)
    expect(fresh.checks.filter((each) => each.verdict === 'fail')).toEqual([])
  })

  it('another file riding along, and register-model does not overrule it', async () => {
    await using world = await createRegistryWorld()
    const { pullRequest } = await propose(await world.connect(), 'a')
    await write(world, 'models/churn/model.yaml', 'owners: []', pullRequest.headBranch)
    expect(await check(world, pullRequest.number)).toContainEqual(failing('scope', 'models/churn/model.yaml'))
    const again = await propose(await world.connect(), 'a')
    const status = await world.call<{ state: string }>(
      'reviewer',
      'GET',
      `/commits/${again.pullRequest.headSha}/status`,
    )
    const files = await world.call<{ filename: string }[]>('reviewer', 'GET', `/pulls/${pullRequest.number}/files`)
    expect(status.state === 'success').toBe(files.length === 1)
  })

  it('a channel file that is renamed away', async () => {
    await using world = await createRegistryWorld()
    await promote(world, 'a')
    const intent = await readIntent(world)
    await world.call('acme', 'POST', '/git/refs', {
      ref: 'refs/heads/away',
      sha: await world.github.ref('acme/churn', 'refs/heads/main'),
    })
    const { sha } = await world.call<{ sha: string }>('acme', 'GET', `/contents/${channelFile}?ref=away`)
    await write(world, 'models/churn/channels/production.json.bak', storedJson(intent), 'away')
    await world.call('acme', 'DELETE', `/contents/${channelFile}`, { message: 'away', branch: 'away', sha })
    const { number } = await world.call<{ number: number }>('acme', 'POST', '/pulls', {
      title: 'tidy',
      head: 'away',
      base: 'main',
    })
    expect(await check(world, number)).toContainEqual(failing('channel file', 'is gone'))
  })

  it('a pull request into another branch than the default one', async () => {
    await using world = await createRegistryWorld()
    const { pullRequest, intent } = await propose(await world.connect(), 'a')
    await world.call('acme', 'POST', '/git/refs', { ref: 'refs/heads/side', sha: pullRequest.headSha })
    await world.call('acme', 'POST', '/git/refs', { ref: 'refs/heads/forged', sha: pullRequest.headSha })
    await write(world, channelFile, storedJson({ ...intent, seq: 7 }), 'forged')
    const { number } = await world.call<{ number: number }>('acme', 'POST', '/pulls', {
      title: 'x',
      head: 'forged',
      base: 'side',
    })
    const checks = await check(world, number)
    expect(checks).toContainEqual(failing('base', 'side'))
    expect(checks).toContainEqual(failing('sequence'))
  })

  it('a channel file that names other bytes than its manifest', async () => {
    await using world = await createRegistryWorld()
    const { pullRequest, intent } = await propose(await world.connect(), 'a')
    await write(world, channelFile, storedJson({ ...intent, modelDigest: 'f'.repeat(64) }), pullRequest.headBranch)
    expect(await check(world, pullRequest.number)).toContainEqual(failing('manifest'))
  })

  it('an intent that hides what is in the channel to meet no champion', async () => {
    await using world = await createRegistryWorld()
    await promote(world, 'a')
    const { pullRequest, intent } = await propose(await world.connect(), 'b', null)
    await write(world, channelFile, storedJson({ ...intent, previous: null }), pullRequest.headBranch)
    expect(await check(world, pullRequest.number)).toContainEqual(failing('previous', 'seq 1 is in the channel'))
  })
})

describe('proposals', () => {
  it('close those for older versions, and do not open beside a newer one', async () => {
    await using world = await createRegistryWorld()
    const older = await propose(await world.connect(), 'a')
    const newer = await propose(await world.connect(), 'b')
    expect(newer.superseded).toEqual([older.pullRequest.number])
    expect(await tryToPropose(await world.connect(), 'a')).toMatchObject({
      outcome: 'outdated',
      pullRequest: { number: newer.pullRequest.number },
    })
  })

  it('leave a pull request alone that people closed', async () => {
    await using world = await createRegistryWorld()
    const { pullRequest } = await propose(await world.connect(), 'a')
    await world.call('reviewer', 'PATCH', `/pulls/${pullRequest.number}`, { state: 'closed' })
    expect(await tryToPropose(await world.connect(), 'a')).toMatchObject({ outcome: 'declined' })
  })
})
