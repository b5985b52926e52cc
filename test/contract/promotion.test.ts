import {
  checkProposedChannels,
  proposePromotion,
  type Registry,
  registerModel,
  settlePromotions,
  verifyRegistry,
} from '@tidemark/registry'
import { storedJson } from '@tidemark/schemas'
import { expect, it } from 'vitest'
import { createCandidate, policy } from './candidate.ts'
import { createRegistryWorld, type RegistryWorld } from './sandbox.ts'

async function propose(
  registry: Registry,
  seed: string,
  champion: { modelDigest: string; version: string } | null = null,
) {
  const registration = await registerModel(registry, createCandidate(seed, { champion }))
  if (!registration.registered) throw new Error('not registered')
  const proposal = await proposePromotion(registry, {
    manifest: registration.manifest,
    channel: 'production',
    policy,
    describe: async (intent) => ({ title: `Promote ${intent.version}`, body: 'a report' }),
  })
  if (proposal.outcome !== 'open') throw new Error(`the proposal is ${proposal.outcome}`)
  return { ...proposal, manifest: registration.manifest }
}

async function approveAndMerge(world: RegistryWorld, number: number, sha: string, reviewer = 'reviewer') {
  await world.call(reviewer, 'POST', `/pulls/${number}/reviews`, { event: 'APPROVE', commit_id: sha })
  await world.call('acme', 'PUT', `/pulls/${number}/merge`, { merge_method: 'squash' })
}

it('opens a pull request whose check passes, and settles it after approval and merge', async () => {
  await using world = await createRegistryWorld()
  const registry = await world.connect()
  const { pullRequest, checks } = await propose(registry, 'a')
  expect(checks.filter((check) => check.verdict === 'fail')).toEqual([])
  const status = await world.call<{ statuses: { context: string; state: string }[] }>(
    'reviewer',
    'GET',
    `/commits/${pullRequest.headSha}/status`,
  )
  expect(status.statuses).toMatchObject([{ context: 'tidemark/promotion', state: 'success' }])

  await approveAndMerge(world, pullRequest.number, pullRequest.headSha)
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

it('refuses to settle without an approval by somebody else with write access, and says so', async () => {
  await using world = await createRegistryWorld()
  const { pullRequest } = await propose(await world.connect(), 'a')
  await approveAndMerge(world, pullRequest.number, pullRequest.headSha, 'reader')
  const [settlement] = await settlePromotions(await world.connect())
  expect(settlement).toMatchObject({ outcome: 'refused', tag: null, approvedBy: [] })
  expect(settlement?.checks).toContainEqual(expect.objectContaining({ name: 'approvals', verdict: 'fail' }))
  const { ledger } = await world.connect()
  expect(await ledger.tags('churn#')).toEqual([])
})

it('refuses a channel file that was edited by hand without a promotion pull request', async () => {
  await using world = await createRegistryWorld()
  const { intent } = await propose(await world.connect(), 'a')
  await world.call('acme', 'PUT', '/contents/models/churn/channels/production.json', {
    message: 'by hand',
    content: Buffer.from(storedJson(intent)).toString('base64'),
  })
  const [settlement] = await settlePromotions(await world.connect())
  expect(settlement).toMatchObject({
    outcome: 'refused',
    checks: expect.arrayContaining([expect.objectContaining({ name: 'pull request', verdict: 'fail' })]),
  })
})

it('fails the check when the candidate met another champion than the channel now holds', async () => {
  await using world = await createRegistryWorld()
  const first = await propose(await world.connect(), 'a')
  await approveAndMerge(world, first.pullRequest.number, first.pullRequest.headSha)
  await settlePromotions(await world.connect())
  const stale = await propose(await world.connect(), 'b', null)
  expect(stale.checks).toContainEqual(
    expect.objectContaining({
      name: 'evidence',
      verdict: 'fail',
      detail: expect.stringContaining('the channel holds 1.0.0'),
    }),
  )
  const fresh = await propose(await world.connect(), 'c', { modelDigest: first.manifest.modelDigest, version: '1.0.0' })
  expect(fresh.checks.filter((check) => check.verdict === 'fail')).toEqual([])
})

it('closes the pull request of an older version, and leaves one that people closed alone', async () => {
  await using world = await createRegistryWorld()
  const older = await propose(await world.connect(), 'a')
  const newer = await propose(await world.connect(), 'b')
  expect(newer.superseded).toEqual([older.pullRequest.number])
  await world.call('reviewer', 'PATCH', `/pulls/${newer.pullRequest.number}`, { state: 'closed' })
  const again = await proposePromotion(await world.connect(), {
    manifest: newer.manifest,
    channel: 'production',
    policy,
    describe: async () => ({ title: 'again', body: '' }),
  })
  expect(again.outcome).toBe('declined')
})

it('judges a pull request by what its head changes: another file riding along fails the scope', async () => {
  await using world = await createRegistryWorld()
  const { pullRequest } = await propose(await world.connect(), 'a')
  await world.call('author', 'PUT', '/contents/models/churn/model.yaml', {
    message: 'ride along',
    branch: pullRequest.headBranch,
    content: Buffer.from('owners: []').toString('base64'),
    sha: (
      await world.call<{ sha: string }>(
        'author',
        'GET',
        `/contents/models/churn/model.yaml?ref=${encodeURIComponent(pullRequest.headBranch)}`,
      )
    ).sha,
  })
  const registry = await world.connect()
  const head = (await registry.reviews.pullRequest(pullRequest.number))?.headSha ?? ''
  const [checked] = await checkProposedChannels(registry, { pullRequest: pullRequest.number, head })
  expect(checked?.checks).toContainEqual(
    expect.objectContaining({
      name: 'scope',
      verdict: 'fail',
      detail: expect.stringContaining('models/churn/model.yaml'),
    }),
  )
})

it('fails a channel file that names a manifest with another digest', async () => {
  await using world = await createRegistryWorld()
  const { pullRequest, intent } = await propose(await world.connect(), 'a')
  const registry = await world.connect()
  const forged = { ...intent, modelDigest: 'f'.repeat(64) }
  const head = await registry.reviews.proposeFile({
    branch: pullRequest.headBranch,
    base: 'main',
    path: 'models/churn/channels/production.json',
    text: storedJson(forged),
    message: 'forged',
  })
  const [checked] = await checkProposedChannels(registry, { pullRequest: pullRequest.number, head })
  expect(checked?.checks).toContainEqual(expect.objectContaining({ name: 'manifest', verdict: 'fail' }))
})
