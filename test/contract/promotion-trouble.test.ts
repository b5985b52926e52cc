import {
  checkProposedChannels,
  postStatus,
  proposePromotion,
  type Registry,
  registerModel,
  settlePromotions,
} from '@tidemark/registry'
import { type Evaluation, storedJson, type VersionReference } from '@tidemark/schemas'
import { describe, expect, it } from 'vitest'
import { measurePromoteRequests } from '../../scripts/bench/registry/promote-requests.ts'
import { contractText, createCandidate, policyText } from './candidate.ts'
import { changesSomething, createRegistryWorld, type RegistryWorld, repository } from './sandbox.ts'

const fileOf = (channel: string) => `models/churn/channels/${channel}.json`
const channelFile = fileOf('production')

const withChannels = (channels: string) => ({
  'models/churn/model.yaml': `${policyText}channels:\n${channels}`,
  'models/churn/contract.yaml': contractText,
})

async function register(registry: Registry, seed: string, champion: Evaluation['champion'] = null) {
  const registration = await registerModel(registry, createCandidate(seed, { champion }))
  if (!registration.registered) throw new Error('not registered')
  return registration
}

async function propose(
  registry: Registry,
  { manifest, evidence }: Awaited<ReturnType<typeof register>>,
  channel = 'production',
) {
  const describe = async () => ({ title: `Promote ${manifest.version} to ${channel}`, body: 'a report' })
  const proposal = await proposePromotion(registry, { manifest, evidence, channel, describe })
  if (proposal.outcome !== 'open') throw new Error(proposal.outcome)
  return proposal
}

async function proposeNew(world: RegistryWorld, seed: string, champion: Evaluation['champion'] = null) {
  const registry = await world.connect()
  const registered = await register(registry, seed, champion)
  const { version, modelDigest } = registered.manifest
  return { ...(await propose(registry, registered)), reference: { version, modelDigest } }
}

const approve = (world: RegistryWorld, { number, headSha }: { number: number; headSha: string }, by = 'reviewer') =>
  world.call(by, 'POST', `/pulls/${number}/reviews`, { event: 'APPROVE', commit_id: headSha })

const merge = (world: RegistryWorld, number: number, method = 'squash', by = 'acme') =>
  world.call(by, 'PUT', `/pulls/${number}/merge`, { merge_method: method })

async function write(world: RegistryWorld, path: string, text: string, branch = 'main') {
  const url = `/contents/${path}`
  const present = await world.call<{ sha: string }>('acme', 'GET', `${url}?ref=${branch}`).catch(() => null)
  const content = Buffer.from(text).toString('base64')
  await world.call('acme', 'PUT', url, {
    message: 'by hand',
    branch,
    content,
    ...(present ? { sha: present.sha } : {}),
  })
}

async function promote(world: RegistryWorld, seed: string, champion: Evaluation['champion'] = null, method = 'squash') {
  const { pullRequest, reference } = await proposeNew(world, seed, champion)
  await approve(world, pullRequest)
  await merge(world, pullRequest.number, method)
  expect(await settlePromotions(await world.connect())).toMatchObject([{ outcome: 'settled', ...reference }])
  return reference
}

const settle = async (world: RegistryWorld, token = world.bot) =>
  settlePromotions(await world.connect(token), {
    describeReturn: ({ checks }, { version }) => ({ title: `Return to ${version}`, body: JSON.stringify(checks) }),
  })

const failing = (name: string, detail = '') =>
  expect.objectContaining({ name, verdict: 'fail', detail: expect.stringContaining(detail) })

const openBranches = async (world: RegistryWorld) =>
  (await (await world.connect()).reviews.openPullRequests('tidemark/')).map(({ headBranch }) => headBranch)

describe('a promotion meets', () => {
  it('squash, rebase and merge-commit merges: each is settled', async () => {
    await using world = await createRegistryWorld()
    let champion: VersionReference | null = null
    for (const method of ['squash', 'rebase', 'merge']) champion = await promote(world, method, champion, method)
    expect(await (await world.connect()).ledger.tags('churn#')).toHaveLength(3)
    expect(world.github.unexpected).toEqual([])
  })

  it('a head that was force-pushed after the approval: it does not count for the new one', async () => {
    await using world = await createRegistryWorld()
    const { pullRequest } = await proposeNew(world, 'a')
    await approve(world, pullRequest)
    const { tree, parents } = await world.call<{ tree: { sha: string }; parents: { sha: string }[] }>(
      'acme',
      'GET',
      `/git/commits/${pullRequest.headSha}`,
    )
    const { sha } = await world.call<{ sha: string }>('author', 'POST', '/git/commits', {
      message: 'the same, later',
      tree: tree.sha,
      parents: parents.map((parent) => parent.sha),
    })
    await world.call('author', 'PATCH', `/git/refs/heads/${pullRequest.headBranch}`, { sha, force: true })
    await merge(world, pullRequest.number)
    const [settlement] = await settle(world)
    expect(settlement).toMatchObject({ outcome: 'refused', approvedBy: [] })
    expect(settlement?.checks).toContainEqual(failing('approvals', '0 of 1'))
  })

  it('a protected default branch: the status opens the way, an approval is needed, and nobody writes past it', async () => {
    const protection = {
      main: {
        requiredReviews: { count: 1, dismissStale: true, bypass: [] },
        requiredStatusChecks: { strict: false, contexts: ['tidemark/promotion'] },
        enforceAdmins: true,
      },
    }
    await using world = await createRegistryWorld({ protection })
    const { pullRequest } = await proposeNew(world, 'a')
    await expect(merge(world, pullRequest.number)).rejects.toThrow('approving review')
    await approve(world, pullRequest)
    await merge(world, pullRequest.number)
    expect(await settle(world)).toMatchObject([{ outcome: 'settled', approvedBy: ['reviewer'] }])
  })

  it('a token that may not open pull requests, by the repository’s setting or its own permissions: what to change is said', async () => {
    await using world = await createRegistryWorld({ actionsMayCreatePulls: false })
    const registered = await register(await world.connect(), 'a')
    await expect(propose(await world.connect(), registered)).rejects.toMatchObject({
      code: 'GITHUB_DENIED',
      hint: expect.stringContaining('Allow GitHub Actions to create and approve pull requests'),
    })
    const permissions = { contents: 'write', 'pull-requests': 'read', statuses: 'write' } as const
    const token = world.github.issueJobToken({ repository, permissions, runId: 2, jobId: 2 })
    await expect(propose(await world.connect(token), registered)).rejects.toMatchObject({
      hint: expect.stringContaining('pull-requests: write'),
    })
  })

  it('a read-only token: nothing is written, and the permission is named', async () => {
    await using world = await createRegistryWorld()
    const { pullRequest } = await proposeNew(world, 'a')
    await approve(world, pullRequest)
    await merge(world, pullRequest.number)
    const permissions = { contents: 'read', 'pull-requests': 'read', metadata: 'read' } as const
    const token = world.github.issueJobToken({ repository, permissions, runId: 3, jobId: 3 })
    const before = await world.github.ref(repository, 'refs/heads/model-registry')
    const [refused] = await settle(world, token)
    expect(refused).toMatchObject({ outcome: 'refused', tag: null })
    expect(refused?.checks).toContainEqual(failing('channel file', 'contents: write'))
    await expect(postStatus(await world.connect(token), pullRequest.headSha, [])).rejects.toMatchObject({
      code: 'GITHUB_DENIED',
      hint: expect.stringContaining('statuses: write'),
    })
    expect(await world.github.ref(repository, 'refs/heads/model-registry')).toBe(before)
    expect(await settle(world)).toMatchObject([{ outcome: 'settled' }])
  })

  it('a fork, or another branch than its own: the check says where it has to come from', async () => {
    await using world = await createRegistryWorld()
    const { pullRequest, intent } = await proposeNew(world, 'a')
    const main = await world.github.ref(repository, 'refs/heads/main')
    await world.call('author', 'POST', '/git/refs', { ref: 'refs/heads/mine', sha: main })
    await write(world, channelFile, storedJson(intent), 'mine')
    const body = { title: 'mine', head: 'mine', base: 'main' }
    const { number } = await world.call<{ number: number }>('author', 'POST', '/pulls', body)
    const registry = await world.connect()
    const check = async (reviews: Partial<Registry['reviews']> = {}) => {
      const change = { pullRequest: number }
      Object.assign(registry.reviews, reviews)
      const found = await checkProposedChannels(registry, change)
      return found.channels.flatMap(({ checks }) => checks)
    }
    expect(await check()).toContainEqual(failing('branch', pullRequest.headBranch))
    const own = (await registry.reviews.pullRequest(number))!
    const fork = { ...own, headBranch: pullRequest.headBranch, isSameRepository: false }
    expect(await check({ pullRequest: async () => fork })).toContainEqual(failing('branch', 'fork'))
  })

  it('two channels in one pull request: refused, and told to part', async () => {
    await using world = await createRegistryWorld({ files: withChannels('  production: {}\n  staging: {}\n') })
    const { pullRequest, intent } = await proposeNew(world, 'a')
    await write(world, fileOf('staging'), storedJson({ ...intent, channel: 'staging' }), pullRequest.headBranch)
    const { channels } = await checkProposedChannels(await world.connect(), { pullRequest: pullRequest.number })
    expect(channels).toHaveLength(2)
    expect(channels[0]?.checks).toContainEqual(failing('scope', 'a pull request of its own'))
  })
})

describe('channels of a model’s own', () => {
  it('have numbers and tags of their own, and promotions that one merge group takes together', async () => {
    await using world = await createRegistryWorld({ files: withChannels('  production: {}\n  staging: {}\n') })
    const registered = await register(await world.connect(), 'a')
    const [production, staging] = [
      await propose(await world.connect(), registered),
      await propose(await world.connect(), registered, 'staging'),
    ]
    const base = (await world.github.ref(repository, 'refs/heads/main'))!
    await world.call('acme', 'POST', '/git/refs', { ref: 'refs/heads/group', sha: production.pullRequest.headSha })
    await write(world, fileOf('staging'), storedJson(staging.intent), 'group')
    const head = (await world.github.ref(repository, 'refs/heads/group'))!
    const { channels } = await checkProposedChannels(await world.connect(), { base, head })
    expect(channels.map(({ intent }) => intent.channel)).toEqual(['production', 'staging'])
    expect(channels.flatMap(({ checks }) => checks).filter(({ verdict }) => verdict === 'fail')).toEqual([])
    for (const { pullRequest } of [production, staging]) {
      await approve(world, pullRequest)
      await merge(world, pullRequest.number)
    }
    expect((await settle(world)).map(({ tag }) => tag)).toEqual(['churn#production#1', 'churn#staging#1'])
  })

  it('with owners need one of them among the approvals', async () => {
    await using world = await createRegistryWorld({ files: withChannels('  production: { owners: [owner] }\n') })
    const first = await proposeNew(world, 'a')
    await approve(world, first.pullRequest)
    await merge(world, first.pullRequest.number)
    const [refused] = await settle(world)
    expect(refused).toMatchObject({ outcome: 'refused', approvedBy: ['reviewer'] })
    expect(refused?.checks).toContainEqual(failing('approvals', 'an owner has to be among them (owner)'))
    await approve(world, first.pullRequest, 'owner')
    expect(await settle(world)).toMatchObject([{ outcome: 'settled', approvedBy: ['owner', 'reviewer'] }])
  })
})

describe('what settling refuses', () => {
  /** 1.0.0 in production, 1.1.0 merged without an approval. */
  async function createRefused() {
    const world = await createRegistryWorld()
    const champion = await promote(world, 'a')
    const { pullRequest } = await proposeNew(world, 'b', champion)
    await merge(world, pullRequest.number)
    return { world, champion }
  }
  const observe = async (world: RegistryWorld) => {
    const { ledger } = await world.connect()
    const pulls = await world.call<{ head: { ref: string } }[]>('acme', 'GET', '/pulls?state=all')
    const files = await ledger.files((await ledger.head())!)
    return { files: files.sort(), tags: await ledger.tags(''), pulls: pulls.map(({ head }) => head.ref).sort() }
  }

  it('goes out of the channel file again, by one pull request, whose merge is settled', async () => {
    const { world, champion } = await createRefused()
    await using _ = world
    const [refused] = await settle(world)
    expect(refused).toMatchObject({ outcome: 'refused', returnedBy: expect.any(Number) })
    expect(await settle(world)).toMatchObject([{ outcome: 'refused', returnedBy: refused!.returnedBy }])
    expect(await openBranches(world)).toEqual(['tidemark/churn/production/1.0.0'])
    const returning = await (await world.connect()).reviews.pullRequest(refused!.returnedBy!)
    await approve(world, returning!)
    await merge(world, returning!.number)
    expect(await settle(world)).toMatchObject([{ outcome: 'settled', seq: 3, ...champion }])
    expect(await settle(world)).toEqual([])
  })

  it('by hand is returned too, whatever it claims to follow', async () => {
    const { world, champion } = await createRefused()
    await using _ = world
    const { reviews } = await world.connect()
    const wanted = JSON.parse((await reviews.readFile(channelFile, 'main'))!)
    await write(world, channelFile, storedJson({ ...wanted, seq: 7 }))
    expect(await settle(world)).toMatchObject([{ outcome: 'refused', seq: 7, returnedBy: expect.any(Number) }])
    const [open] = await reviews.openPullRequests('tidemark/churn/production/1.0.0')
    const text = await reviews.readFile(channelFile, open!.headSha)
    expect(JSON.parse(text!)).toMatchObject({ ...champion, seq: 8, previous: { ...champion, seq: 1 } })
  })

  it('ends the same when the client is killed before and after every request that changes anything', async () => {
    const { world: undisturbed } = await createRefused()
    await using _ = undisturbed
    const before = undisturbed.github.requests.length
    await settle(undisturbed)
    const expected = await observe(undisturbed)
    const writes = undisturbed.github.requests
      .slice(before)
      .filter(({ method, path }) => changesSomething(method, path)).length
    await inLanes(writes, async (n) => {
      const { world } = await createRefused()
      await using __ = world
      world.github.faults.killAt(n, 'after', changesSomething)
      await settle(world).catch(() => undefined)
      world.github.faults.clear()
      await settle(world)
      expect(await observe(world), `killed after write ${n} of ${writes}`).toEqual(expected)
    })
  }, 240_000)
})

describe('a proposal that supersedes an older one', () => {
  it('ends the same when the client is killed before and after every request that changes anything', async () => {
    const prepare = async () => {
      const world = await createRegistryWorld()
      await proposeNew(world, 'a')
      return { world, registered: await register(await world.connect(), 'b') }
    }
    const observe = async (world: RegistryWorld) => {
      const { ledger } = await world.connect()
      const pulls = await world.call<{ number: number; state: string; head: { ref: string }; body: string }[]>(
        'acme',
        'GET',
        '/pulls?state=all',
      )
      return {
        files: (await ledger.files((await ledger.head())!)).sort(),
        pulls: pulls.map(({ state, head, body }) => [state, head.ref, body]),
      }
    }
    const undisturbed = await prepare()
    await using _ = undisturbed.world
    const before = undisturbed.world.github.requests.length
    await propose(await undisturbed.world.connect(), undisturbed.registered)
    const expected = await observe(undisturbed.world)
    const writes = undisturbed.world.github.requests
      .slice(before)
      .filter(({ method, path }) => changesSomething(method, path)).length
    await inLanes(writes, async (n) => {
      const { world, registered } = await prepare()
      await using __ = world
      world.github.faults.killAt(n, 'after', changesSomething)
      await world
        .connect()
        .then((registry) => propose(registry, registered))
        .catch(() => undefined)
      world.github.faults.clear()
      await propose(await world.connect(), registered)
      expect(await observe(world), `killed after write ${n} of ${writes}`).toEqual(expected)
    })
  }, 240_000)
})

it('the check costs at most 12 requests', async () => {
  const [measured] = await measurePromoteRequests([10])
  expect(measured!.value).toBeLessThanOrEqual(12)
})

/** Four at once: a killed client waits long for answers that do not come. */
async function inLanes(count: number, work: (n: number) => Promise<void>): Promise<void> {
  await Promise.all(
    Array.from({ length: 4 }, async (_, lane) => {
      for (let n = 1 + lane; n <= count; n += 4) await work(n)
    }),
  )
}
