import { type ChannelIntent, layout, type ModelPolicy, Name, VersionManifest } from '@tidemark/schemas'
import { append, readChannel, readReferenced } from './facts.ts'
import type { PullRequest, Registry, Review } from './ports.ts'
import { checkPromotion, type PromotionCheck } from './promotion-check.ts'
import { postStatus, readPolicy } from './proposal.ts'
import { createEvent } from './registration.ts'

export interface Settlement {
  model: string
  channel: string
  seq: number
  version: string
  modelDigest: string
  previous: ChannelIntent['previous']
  outcome: 'settled' | 'refused'
  /** When, by GitHub's clock. */
  at: string
  checks: PromotionCheck[]
  approvedBy: string[]
  pullRequest: number | null
  tag: string | null
}

/**
 * Brings every channel whose desired version is not in production yet there, or says why not: repeats the promotion check,
 * counts approvals on the merged head, writes the event, then the tag. What is settled already is left alone, so it does
 * not matter which event woke it or how often.
 */
export async function settlePromotions(registry: Registry): Promise<Settlement[]> {
  const settlements: Settlement[] = []
  const branch = await registry.reviews.defaultBranch()
  const ref = await registry.reviews.branchHead(branch)
  if (ref === null) return settlements
  for (const { model, channel } of await listChannels(registry, ref)) {
    const intent = await readChannel(registry.reviews, registry.policyRoot, { model, channel, ref })
    if (intent === null) continue
    const tag = layout.channelTag(model, channel, intent.seq)
    if ((await registry.ledger.resolveTag(tag)) !== null) continue
    settlements.push(await settleChannel(registry, { intent, tag, ref }))
  }
  return settlements
}

/** Models and channels that have a channel file at a commit of the default branch. */
export async function listChannels(
  { reviews, policyRoot }: Pick<Registry, 'reviews' | 'policyRoot'>,
  ref: string,
): Promise<{ model: string; channel: string }[]> {
  const channels: { model: string; channel: string }[] = []
  for (const folder of await reviews.listFolder(policyRoot, ref)) {
    const model = folder.replace(/\/$/, '')
    if (!folder.endsWith('/') || !Name.safeParse(model).success) continue
    for (const file of await reviews.listFolder(`${policyRoot}/${model}/channels`, ref)) {
      const channel = file.replace(/\.json$/, '')
      if (file.endsWith('.json') && Name.safeParse(channel).success) channels.push({ model, channel })
    }
  }
  return channels
}

async function settleChannel(
  registry: Registry,
  { intent, tag, ref }: { intent: ChannelIntent; tag: string; ref: string },
): Promise<Settlement> {
  const { model, channel, seq, version, modelDigest } = intent
  const policy = await readPolicy(registry, model, ref)
  const pullRequest = await findPromotion(registry, intent)
  const approvedBy = pullRequest ? await countApprovals(registry, pullRequest) : []
  // The default branch holds the proposed state by now: what it followed is what it says itself, and that must have been
  // settled and be the champion that the gate saw.
  const checks = [
    ...(await checkPromotion(registry, { proposed: intent, base: intent.previous, policy })),
    await checkPrevious(registry, intent),
    checkPullRequest(pullRequest),
    checkApprovals(approvedBy, policy, channel),
  ]
  const reasons = checks.filter((check) => check.verdict === 'fail').map((check) => `${check.name}: ${check.detail}`)
  const isSettled = reasons.length === 0
  const at = await registry.clock.now()
  const commit = await append(registry, async () => {
    const event = await createEvent(registry, {
      type: isSettled ? 'promotion.settled' : 'promotion.refused',
      model,
      subject: { version, modelDigest, channel, seq },
      cause: pullRequest?.mergeSha ?? ref,
      previous: intent.previous && { version: intent.previous.version, modelDigest: intent.previous.modelDigest },
      approvedBy,
      ...(pullRequest ? { pullRequest: pullRequest.number } : {}),
      ...(pullRequest?.mergeSha ? { mergeSha: pullRequest.mergeSha } : {}),
      ...(isSettled ? {} : { reasons }),
    })
    return {
      facts: [event],
      message: `${isSettled ? 'Settle' : 'Refuse'} ${model} ${version} on ${channel} (seq ${seq})`,
    }
  })
  if (isSettled) {
    await registry.ledger.createTag({
      name: tag,
      commit,
      message: `${model} ${version} is in ${channel}\n\napproved by ${approvedBy.join(', ') || 'nobody'}`,
    })
    await markReleased(registry, intent, commit)
  }
  await postStatus(registry, pullRequest?.mergeSha ?? ref, checks)
  return {
    model,
    channel,
    seq,
    version,
    modelDigest,
    previous: intent.previous,
    outcome: isSettled ? 'settled' : 'refused',
    at,
    checks,
    approvedBy,
    pullRequest: pullRequest?.number ?? null,
    tag: isSettled ? tag : null,
  }
}

async function findPromotion({ reviews }: Registry, intent: ChannelIntent): Promise<PullRequest | null> {
  const candidates = await reviews.pullRequestsFrom(
    layout.promotionBranch(intent.model, intent.channel, intent.version),
  )
  return candidates.find((each) => each.isMerged && each.isSameRepository) ?? null
}

function checkPullRequest(pullRequest: PullRequest | null): PromotionCheck {
  return {
    name: 'pull request',
    verdict: pullRequest ? 'pass' : 'fail',
    detail: pullRequest
      ? `merged as #${pullRequest.number}`
      : 'no merged promotion pull request proposes this; channel files change by pull request only',
  }
}

function checkApprovals(approvedBy: readonly string[], policy: ModelPolicy, channel: string): PromotionCheck {
  const needed = policy.channels[channel]?.approvals ?? 1
  return {
    name: 'approvals',
    verdict: approvedBy.length >= needed ? 'pass' : 'fail',
    detail: `${approvedBy.length} of ${needed} by people with write access on the merged head${approvedBy.length > 0 ? `: ${approvedBy.join(', ')}` : ''}`,
  }
}

/** What the intent says it follows must itself have been in production. */
async function checkPrevious(
  { ledger }: Registry,
  { model, channel, previous }: ChannelIntent,
): Promise<PromotionCheck> {
  if (previous === null) return { name: 'previous', verdict: 'pass', detail: 'first version on this channel' }
  const tag = layout.channelTag(model, channel, previous.seq)
  const isTagged = (await ledger.resolveTag(tag)) !== null
  return {
    name: 'previous',
    verdict: isTagged ? 'pass' : 'fail',
    detail: isTagged ? `follows ${tag}` : `${tag} was never settled`,
  }
}

/** People other than the author, with write access, whose last word on the merged head is an approval. */
async function countApprovals({ reviews }: Registry, pullRequest: PullRequest): Promise<string[]> {
  const last = new Map<string, Review>()
  for (const review of await reviews.reviews(pullRequest.number)) {
    if (review.state !== 'commented' && review.state !== 'pending') last.set(review.author, review)
  }
  const approvedBy: string[] = []
  for (const [author, review] of last) {
    if (review.state !== 'approved' || review.commit !== pullRequest.headSha || author === pullRequest.author) continue
    const permission = await reviews.permission(author)
    if (permission === 'admin' || permission === 'write') approvedBy.push(author)
  }
  return approvedBy.sort()
}

/** A release stays a prerelease until its version has been in a channel. */
async function markReleased({ ledger, releases }: Registry, intent: ChannelIntent, commit: string): Promise<void> {
  const manifest = await readReferenced(ledger, VersionManifest, intent.manifest, commit)
  const release = await releases.get(manifest.release.id)
  if (release?.isPrerelease) await releases.update(release.id, { isPrerelease: false })
}
