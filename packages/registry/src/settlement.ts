import {
  type ChannelIntent,
  layout,
  type ModelPolicy,
  Name,
  RegistryEvent,
  storedJson,
  TidemarkError,
  VersionManifest,
} from '@tidemark/schemas'
import { proposeReturn } from './channel-return.ts'
import { isReturn, isSettled, newestSettledSeq, readChannelState, readOutcome, settlementOf } from './channel-state.ts'
import { append, readChannel, readReferenced } from './facts.ts'
import { readPolicy } from './policy.ts'
import type { PullRequest, Registry, Review } from './ports.ts'
import { completeSettlement, tagMessage } from './production.ts'
import { checkPromotion, failed, guarded, type PromotionCheck, passed } from './promotion-check.ts'
import { postStatus } from './proposal.ts'
import { checkProposedChannels, checkScope, proposingBranch } from './proposed-channels.ts'
import { createEvent } from './registration.ts'
import { checkRolledBack, leavingMark } from './rolled-back.ts'

export interface Settlement {
  model: string
  channel: string
  seq: number
  version: string
  modelDigest: string
  previous: ChannelIntent['previous']
  /** `merged`: approved and on its way; the rollout decides when it is in production. */
  outcome: 'settled' | 'merged' | 'refused'
  /** When, by GitHub's clock. */
  at: string
  checks: PromotionCheck[]
  approvedBy: string[]
  pullRequest: number | null
  tag: string | null
  /** The pull request that takes a refused change out of the channel file again. */
  returnedBy?: number | null
}

export interface SettleOptions {
  /** Title and body of the pull request that returns the channel file after a refusal. Left out, none is opened. */
  describeReturn?: (refused: Settlement, intent: ChannelIntent) => { title: string; body: string }
}

/**
 * Brings every channel whose desired version is not in production yet there, or says why not: repeats the promotion check,
 * counts approvals on the merged head, writes the event, then the tag. Where the policy plans a rollout and something is in the
 * channel to fall back on, it writes that the promotion was merged and leaves the rest to the rollout. What is settled or
 * merged already is left alone, so it does not matter which event woke it or how often; one channel's refusal does not
 * stop the others. A refused change is followed by the pull request that makes the channel file say again what the channel holds.
 */
export async function settlePromotions(registry: Registry, options: SettleOptions = {}): Promise<Settlement[]> {
  const settlements: Settlement[] = []
  const branch = await registry.reviews.defaultBranch()
  const ref = await registry.reviews.branchHead(branch)
  if (ref === null) return settlements
  for (const named of await listChannels(registry, ref)) {
    const settlement = await settleChannel(registry, { ...named, ref, branch })
    if (settlement === null) continue
    if (settlement.outcome === 'settled') await checkOthersAgain(registry, named)
    settlements.push(await returnRefused(registry, settlement, options))
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
  { model, channel, ref, branch }: { model: string; channel: string; ref: string; branch: string },
): Promise<Settlement | null> {
  let intent: ChannelIntent | null = null
  try {
    intent = await readChannel(registry.reviews, registry.policyRoot, { model, channel, ref })
    if (intent === null || (await isSettled(registry.ledger, intent, intent))) return null
    if (await isOthersTurn(registry, intent)) return null
    return await settleIntent(registry, intent, { ref, branch })
  } catch (error) {
    if (!(error instanceof TidemarkError)) throw error
    // An unreadable file or a tag that stands for something else: refused, and the next channel has its turn.
    return {
      model,
      channel,
      seq: intent?.seq ?? 0,
      version: intent?.version ?? '',
      modelDigest: intent?.modelDigest ?? '',
      previous: intent?.previous ?? null,
      outcome: 'refused',
      at: await registry.clock.now(),
      checks: [failed('channel file', `${error.message} ${error.hint}`)],
      approvedBy: [],
      pullRequest: null,
      tag: null,
    }
  }
}

/** Proposals from before are about a champion that is none any more: their status says so before somebody merges them. */
async function checkOthersAgain(registry: Registry, { model, channel }: { model: string; channel: string }) {
  for (const { number } of await registry.reviews.openPullRequests(layout.promotionBranch(model, channel, ''))) {
    const { head, channels } = await checkProposedChannels(registry, { pullRequest: number })
    await postStatus(
      registry,
      head,
      channels.flatMap(({ checks }) => checks),
    )
  }
}

/** Fails closed: what was refused does not stay in the channel file. What a token may not open is told among the reasons. */
async function returnRefused(
  registry: Registry,
  settlement: Settlement,
  { describeReturn }: SettleOptions,
): Promise<Settlement> {
  const { model, channel, outcome } = settlement
  // Without a number the file could not be read: it says itself what is wrong with it.
  if (outcome !== 'refused' || settlement.seq === 0 || describeReturn === undefined) return settlement
  try {
    const ref = await registry.reviews.defaultBranch()
    const intent = await readChannel(registry.reviews, registry.policyRoot, { model, channel, ref })
    const held = await readChannelState(registry.ledger, intent)
    if (intent === null || held === null || held.seq >= intent.seq) return settlement
    const describe = (wanted: ChannelIntent) => describeReturn(settlement, wanted)
    const returned = await proposeReturn(registry, { intent, held, describe })
    return { ...settlement, returnedBy: returned?.pullRequest.number ?? null }
  } catch (error) {
    if (!(error instanceof TidemarkError)) throw error
    return { ...settlement, checks: [...settlement.checks, failed('return', `${error.message}. ${error.hint}`)] }
  }
}

async function settleIntent(
  registry: Registry,
  intent: ChannelIntent,
  { ref, branch }: { ref: string; branch: string },
): Promise<Settlement> {
  const { model, channel, seq, version, modelDigest, previous } = intent
  const judge = await readPolicy(registry, model, ref)
  const pullRequest = await findPromotion(registry, intent, branch)
  const approvedBy = pullRequest ? await countApprovals(registry, pullRequest, intent, ref) : []
  const checks = [
    ...(await checkPromotion(registry, { proposed: intent, ...judge })),
    ...(await checkRolledBack(registry, { proposed: intent, policy: judge.policy, ref })),
    await checkPullRequest(registry, pullRequest),
    checkApprovals(approvedBy, judge.policy, channel),
  ]
  const reasons = checks.filter((check) => check.verdict === 'fail').map((check) => `${check.name}: ${check.detail}`)
  const isNew = previous !== null && !isReturn(intent) && intent.rollback === undefined
  const isPlanned = judge.policy.rollout !== undefined && isNew
  const outcome = reasons.length > 0 ? 'refused' : isPlanned ? 'merged' : 'settled'
  const at = await registry.clock.now()
  const { type, subject, cause } = settlementOf(intent, intent, `promotion.${outcome}`)
  const commit = await append(registry, async () => {
    const event = await createEvent(registry, {
      type,
      model,
      subject,
      cause,
      previous: previous && { version: previous.version, modelDigest: previous.modelDigest },
      approvedBy,
      ...(pullRequest ? { pullRequest: pullRequest.number } : {}),
      ...(pullRequest?.mergeSha ? { mergeSha: pullRequest.mergeSha } : {}),
      ...(reasons.length > 0 ? { reasons } : {}),
    })
    const marks = outcome === 'settled' && intent.rollback ? await leavingMark(registry, intent, []) : []
    return { facts: [event, ...marks], message: `${verbs[outcome]} ${model} ${version} on ${channel} (seq ${seq})` }
  })
  const tag =
    outcome === 'settled'
      ? await completeSettlement(registry, intent, { commit, message: tagMessage(intent, approvedBy) })
      : null
  await postStatus(registry, pullRequest?.mergeSha ?? ref, checks)
  return {
    model,
    channel,
    seq,
    version,
    modelDigest,
    previous,
    outcome,
    at,
    checks,
    approvedBy,
    pullRequest: pullRequest?.number ?? null,
    tag,
  }
}

const verbs = { settled: 'Settle', merged: 'Accept', refused: 'Refuse' }

/** Whether the promotion was accepted before and its rollout has yet to end, or the channel was returned past its file. */
async function isOthersTurn({ ledger }: Registry, intent: ChannelIntent): Promise<boolean> {
  if ((await readOutcome(ledger, intent, 'promotion.merged')) !== null) return true
  return (await newestSettledSeq(ledger, intent, Number.POSITIVE_INFINITY)) > intent.seq
}

/** The merged pull request that put exactly this intent on the default branch; an older one from the same branch did not. */
async function findPromotion(registry: Registry, intent: ChannelIntent, branch: string): Promise<PullRequest | null> {
  const { reviews, policyRoot } = registry
  const path = layout.channel(policyRoot, intent.model, intent.channel)
  const text = storedJson(intent)
  const candidates = await reviews.pullRequestsFrom(proposingBranch(intent))
  for (const each of candidates) {
    if (!each.isMerged || !each.isSameRepository || each.baseBranch !== branch || each.mergeSha === null) continue
    const [proposed, merged] = await Promise.all([
      reviews.readFile(path, each.headSha),
      reviews.readFile(path, each.mergeSha),
    ])
    if (proposed === text && merged === text) return each
  }
  return null
}

async function checkPullRequest(
  { reviews, policyRoot }: Registry,
  pullRequest: PullRequest | null,
): Promise<PromotionCheck> {
  if (pullRequest === null) {
    return failed(
      'pull request',
      'no merged promotion pull request proposes this; channel files change by pull request only',
    )
  }
  return guarded('pull request', async () => {
    const scope = checkScope(await reviews.changedFiles(pullRequest.number), policyRoot)
    return scope.verdict === 'pass'
      ? passed('pull request', `merged as #${pullRequest.number}, ${scope.detail}`)
      : failed('pull request', `#${pullRequest.number}: ${scope.detail}`)
  })
}

function checkApprovals(approvedBy: readonly string[], policy: ModelPolicy, channel: string): PromotionCheck {
  const { approvals: needed = 1, owners } = policy.channels[channel] ?? {}
  const names = new Set(owners?.map((login) => login.toLowerCase()))
  if (owners && !approvedBy.some((login) => names.has(login.toLowerCase()))) {
    const known = approvedBy.join(', ') || 'nobody'
    return failed('approvals', `an owner has to be among them (${owners.join(', ')}); approved by ${known}`)
  }
  const by = approvedBy.length > 0 ? `: ${approvedBy.join(', ')}` : ''
  const detail = `${approvedBy.length} of ${needed} by people with write access, other than who made the candidate, on the merged head${by}`
  return approvedBy.length >= needed ? passed('approvals', detail) : failed('approvals', detail)
}

/** People other than the author and whoever registered the version, or asked for the rollback, with write access, whose last word on the merged head is an approval. */
async function countApprovals(
  { reviews, ledger }: Registry,
  pullRequest: PullRequest,
  intent: ChannelIntent,
  ref: string,
): Promise<string[]> {
  const head = (await ledger.head()) ?? ref
  const manifest = await readReferenced(ledger, VersionManifest, intent.manifest, head)
  const maker = intent.rollback
    ? (await readReferenced(ledger, RegistryEvent, intent.rollback.request, head)).actor
    : manifest.registeredBy
  const makers = new Set([pullRequest.author, maker].map((login) => login.toLowerCase()))
  const last = new Map<string, Review>()
  for (const review of await reviews.reviews(pullRequest.number)) {
    if (review.state !== 'commented' && review.state !== 'pending') last.set(review.author, review)
  }
  const approvedBy: string[] = []
  for (const [author, review] of last) {
    if (review.state !== 'approved' || review.commit !== pullRequest.headSha || !review.isPerson) continue
    if (makers.has(author.toLowerCase())) continue
    const permission = await reviews.permission(author)
    if (permission === 'admin' || permission === 'write') approvedBy.push(author)
  }
  return approvedBy.sort()
}
