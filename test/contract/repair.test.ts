import { CloneLedger, type GitHubVerification, verifyGitHubRegistry } from '@tidemark/github'
import {
  planRepair,
  proposePromotion,
  type Registry,
  type Repaired,
  registerModel,
  repairRegistry,
  verifyRegistry,
} from '@tidemark/registry'
import {
  type ChannelIntent,
  eventId,
  layout,
  type RegistryEvent,
  referTo,
  storedJson,
  type VersionManifest,
} from '@tidemark/schemas'
import { describe, expect, it } from 'vitest'
import { contractText, createCandidate, policyText } from './candidate.ts'
import { RegistryCopy } from './registry-copy.ts'
import { changesSomething, createRegistryWorld, type RegistryWorld, repository } from './sandbox.ts'

const hour = 3_600_000
const marker = (digest: string) =>
  `<!-- tidemark:release model=churn digest=${digest.repeat(64)} -->\nRegistered by Tidemark.`

const verify = (world: RegistryWorld, repair = false): Promise<GitHubVerification> =>
  verifyGitHubRegistry(world.connection, { repair })

/** The same from the repository itself, without fetching it: the requests are those of a repair. */
async function repair(world: RegistryWorld): Promise<Repaired[]> {
  const registry = await world.connect()
  using ledger = new CloneLedger(world.github.gitDir(repository), 'model-registry')
  const intent = { reviews: registry.reviews, policyRoot: 'models' }
  const { problems } = await verifyRegistry(ledger, { ...registry, intent, now: await registry.clock.now() })
  return repairRegistry(registry, planRepair(problems).steps)
}

async function register(registry: Registry, seed: string) {
  const registration = await registerModel(registry, createCandidate(seed))
  if (!registration.registered) throw new Error('not registered')
  return registration
}

async function propose(registry: Registry, seed: string) {
  const registration = await register(registry, seed)
  const proposal = await proposePromotion(registry, {
    ...registration,
    channel: 'production',
    describe: async () => ({ title: 'Promote', body: 'a report' }),
  })
  if (proposal.outcome !== 'open') throw new Error(proposal.outcome)
  return { ...registration, ...proposal }
}

/** Leaves the newest registration as a kill right after its commit would: no tag, no published release, no event. */
async function unpublish(world: RegistryWorld, { version, release }: VersionManifest): Promise<void> {
  using bare = new RegistryCopy(world.github.gitDir(repository), { inPlace: true })
  bare.git(['update-ref', 'refs/heads/model-registry', `${bare.head()}~1`])
  bare.git(['update-ref', '-d', `refs/tags/churn@v${version}`])
  await world.call('acme', 'PATCH', `/releases/${release.id}`, { draft: true })
}

async function loseDigestEntry(world: RegistryWorld, { model, modelDigest }: VersionManifest): Promise<void> {
  using bare = new RegistryCopy(world.github.gitDir(repository), { inPlace: true })
  bare.commit({ [layout.byDigest(model, modelDigest)]: null })
}

const intentOf = (manifest: VersionManifest, seq: number, version = manifest.version): ChannelIntent => ({
  schema: 'tidemark/channel/v1',
  model: 'churn',
  channel: 'production',
  seq,
  version,
  modelDigest: manifest.modelDigest,
  manifest: referTo(layout.version('churn', version), manifest),
  run: manifest.run,
  evaluation: manifest.evaluation,
  previous: null,
})

/** A promotion pull request as an interrupted run leaves it: nothing about it in the registry. */
async function openByHand({ reviews }: Registry, intent: ChannelIntent): Promise<number> {
  const branch = layout.promotionBranch('churn', 'production', intent.version)
  const path = layout.channel('models', 'churn', 'production')
  await reviews.proposeFile({ branch, base: 'main', path, text: storedJson(intent), message: 'by hand' })
  return (await reviews.openPullRequest({ branch, base: 'main', title: 'x', body: 'a report' })).number
}

/** What a repair may change, without the times and commit ids that differ from run to run. */
async function endState(world: RegistryWorld): Promise<unknown> {
  const { ledger, releases, reviews } = await world.connect()
  const listed = await releases.list()
  return {
    files: (await ledger.files((await ledger.head()) ?? '')).sort(),
    tags: (await ledger.tags('')).sort(),
    branches: (await reviews.branches('')).map(({ name }) => name).sort(),
    open: (await reviews.openPullRequests('')).map(({ number }) => number),
    releases: listed
      .map(({ tag, isDraft, isPrerelease, body, assets }) => ({
        tag,
        isDraft,
        isPrerelease,
        body,
        assets: assets.length,
      }))
      .sort((a, b) => (a.tag < b.tag ? -1 : 1)),
  }
}

it('finishes or removes what was interrupted, says so, and leaves the rest to people', async () => {
  await using world = await createRegistryWorld()
  const registry = await world.connect()
  const merged = await propose(registry, 'a')
  const { number, headSha } = merged.pullRequest
  await world.call('reviewer', 'POST', `/pulls/${number}/reviews`, { event: 'APPROVE', commit_id: headSha })
  await world.call('acme', 'PUT', `/pulls/${number}/merge`, { merge_method: 'squash' })
  const newest = await propose(registry, 'c')
  const passed = await openByHand(registry, intentOf(merged.manifest, 2, '1.0.1'))
  const left = await openByHand(registry, intentOf(merged.manifest, 2, '9.0.0'))
  const interrupted = await register(registry, 'b')
  await unpublish(world, interrupted.manifest)
  await loseDigestEntry(world, newest.manifest)
  await registry.releases.createDraft({ tag: 'churn@v7.0.0', name: 'old', body: marker('e') })
  await registry.releases.createDraft({ tag: 'v2', name: 'notes', body: 'Notes of the team.' })
  world.github.advance(25 * hour)
  await registry.releases.createDraft({ tag: 'churn@v8.0.0', name: 'in flight', body: marker('f') })

  const before = await endState(world)
  const dry = await verify(world)
  expect(await endState(world)).toEqual(before)
  expect(dry.verification.verified).toBe(false)
  expect(dry.plan.steps.map(({ kind }) => kind)).toEqual([
    'restore-digest-entry',
    'publish-version',
    'settle-channel',
    'close-proposal',
    'remove-draft',
  ])

  const { verification, repaired, plan } = await verify(world, true)
  expect(repaired.map(({ outcome, detail }) => [outcome, detail])).toEqual(
    dry.plan.steps.map(() => ['done', expect.any(String)]),
  )
  expect(verification.verified).toBe(true)
  expect(plan.steps).toEqual([])
  expect(verification.problems.map(({ path }) => path)).toEqual(
    expect.arrayContaining([`pull request #${left}`, expect.stringMatching(/^draft release \d+ \(churn@v8.0.0\)$/)]),
  )
  const after = await endState(world)
  expect(after).toMatchObject({
    tags: ['churn#production#1', 'churn@v1.0.0', 'churn@v1.1.0', 'churn@v1.2.0'],
    open: [left, newest.pullRequest.number],
  })
  expect(JSON.stringify(after)).not.toContain('churn@v7.0.0')
  expect(JSON.stringify(after)).toContain('Notes of the team.')
  const closed = await registry.reviews.pullRequest(passed)
  expect(closed).toMatchObject({
    state: 'closed',
    body: expect.stringContaining(`#${newest.pullRequest.number} proposes 1.1.0`),
  })
  expect((await verify(world, true)).repaired).toEqual([])
  expect(world.github.unexpected).toEqual([])
})

describe('a repair', () => {
  /** Every kind of step but settling, which has a test of its own, with as few requests as can be. */
  async function prepare(): Promise<RegistryWorld> {
    const world = await createRegistryWorld()
    const registry = await world.connect()
    const { manifest } = await register(registry, 'a')
    await unpublish(world, manifest)
    await loseDigestEntry(world, manifest)
    await registry.releases.createDraft({ tag: 'churn@v7.0.0', name: 'old', body: marker('e') })
    await openByHand(registry, intentOf(manifest, 1))
    const newer = await openByHand(registry, intentOf(manifest, 1, '1.1.0'))
    const requested = {
      type: 'promotion.requested' as const,
      subject: { version: '1.0.0', modelDigest: manifest.modelDigest, channel: 'production', seq: 1 },
      cause: manifest.evaluation.sha256,
    }
    const event: RegistryEvent = {
      schema: 'tidemark/event/v1',
      id: eventId(requested),
      model: 'churn',
      ...requested,
      at: '2026-03-02T08:00:00Z',
      actor: 'author',
      pullRequest: newer,
    }
    using bare = new RegistryCopy(world.github.gitDir(repository), { inPlace: true })
    bare.commit({ [layout.event('churn', event.id, event.type)]: storedJson(event) })
    world.github.advance(25 * hour)
    return world
  }

  it('ends where an undisturbed one does when it is killed at any request and run again, and two at once do', async () => {
    await using undisturbed = await prepare()
    const before = undisturbed.github.requests.length
    const repaired = await repair(undisturbed)
    expect(repaired.map(({ step, outcome }) => [step.kind, outcome])).toEqual(
      ['restore-digest-entry', 'publish-version', 'close-proposal', 'remove-draft'].map((kind) => [kind, 'done']),
    )
    const expected = await endState(undisturbed)
    const writes = undisturbed.github.requests
      .slice(before)
      .filter(({ method, path }) => changesSomething(method, path))
    expect(writes.length).toBeGreaterThan(6)
    // What reads between two writes changes nothing: dying after a write is dying before the next.
    const kills = [...writes.map((_, i) => [i + 1, 'before'] as const), [writes.length, 'after'] as const]
    for (const [n, moment] of kills) {
      await using world = await prepare()
      world.github.faults.killAt(n, moment, changesSomething)
      await repair(world).catch(() => undefined)
      world.github.faults.clear()
      await repair(world)
      expect(await endState(world), `killed ${moment} write ${n} of ${writes.length}`).toEqual(expected)
    }
    await using world = await prepare()
    await Promise.all([repair(world), repair(world)])
    expect(await endState(world), 'two at once').toEqual(expected)
  }, 240_000)
})

it('is not taken for interrupted, and not touched, while a run may be at work on it', async () => {
  await using world = await createRegistryWorld()
  const registry = await world.connect()
  await unpublish(world, (await register(registry, 'a')).manifest)
  await registry.releases.createDraft({ tag: 'churn@v1.1.0', name: 'in flight', body: marker('e') })
  const before = await endState(world)
  const { verification, plan } = await verify(world, true)
  expect(verification.verified).toBe(true)
  expect(verification.problems.map(({ severity }) => severity)).toEqual(['warning', 'warning', 'warning', 'warning'])
  expect(plan.steps).toEqual([])
  expect(await endState(world)).toEqual(before)
})

describe('retention', () => {
  const retiring = {
    files: {
      'models/churn/model.yaml': `${policyText}retention: { keepNewest: 1, keepDays: 30 }\n`,
      'models/churn/contract.yaml': contractText,
    },
  }

  it('drops the assets of old versions that nobody needs, keeps their manifests, and refuses to promote them', async () => {
    await using world = await createRegistryWorld(retiring)
    const registry = await world.connect()
    const kept = await propose(registry, 'a')
    const old = await register(registry, 'b')
    const newest = await register(registry, 'c')
    const { plan, verification } = await verify(world)
    expect(plan.steps).toMatchObject([{ kind: 'retire-version', version: '1.1.0' }])
    expect(verification).toMatchObject({
      verified: true,
      problems: [{ severity: 'notice', message: expect.stringContaining('newest 1 ') }],
    })

    const repair = await verify(world, true)
    expect(repair.repaired).toMatchObject([{ outcome: 'done', detail: expect.stringContaining('2 assets') }])
    expect(repair.verification).toMatchObject({
      verified: true,
      problems: [],
      checked: { 'retired versions': 1, versions: 3 },
    })
    const assetsOf = async ({ manifest }: typeof old) =>
      (await registry.releases.get(manifest.release.id))?.assets.length
    expect(await Promise.all([kept, old, newest].map(assetsOf))).toEqual([2, 0, 2])

    const again = await world.connect()
    const proposal = await proposePromotion(again, {
      ...old,
      channel: 'production',
      describe: async () => ({ title: 'Promote', body: 'a report' }),
    })
    expect(proposal).toMatchObject({
      outcome: 'open',
      checks: expect.arrayContaining([
        {
          name: 'release',
          verdict: 'fail',
          detail: expect.stringMatching(/retired on .* Promote a version that is kept/),
        },
      ]),
    })
    await expect(registerModel(again, createCandidate('b'))).rejects.toMatchObject({
      code: 'RELEASE_FAILED',
      message: expect.stringContaining('1.1.0 was retired'),
      hint: expect.stringContaining('Train with new data'),
    })
  })

  it('goes on where it was killed between the event and the last asset', async () => {
    await using world = await createRegistryWorld(retiring)
    const registry = await world.connect()
    const old = await register(registry, 'a')
    await register(registry, 'b')
    world.github.faults.add({ match: { method: 'DELETE', nth: 2 }, do: 'status', status: 500, times: 50 })
    await verify(world, true).catch(() => undefined)
    world.github.faults.clear()
    expect((await registry.releases.get(old.manifest.release.id))?.assets).toHaveLength(1)
    const { repaired, verification } = await verify(world, true)
    expect(repaired).toMatchObject([{ outcome: 'done' }])
    expect(verification).toMatchObject({ verified: true, problems: [] })
    expect((await registry.releases.get(old.manifest.release.id))?.assets).toHaveLength(0)
  })
})
