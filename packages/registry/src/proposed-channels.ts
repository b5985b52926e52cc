import { ChannelIntent, describeProblem, layout, Name, parseJsonDocument, TidemarkError } from '@tidemark/schemas'
import { readChannel } from './facts.ts'
import { readPolicy } from './policy.ts'
import type { PullRequest, Registry } from './ports.ts'
import { checkPromotion, failed, firstRead, type PromotionCheck, passed } from './promotion-check.ts'
import { checkRolledBack } from './rolled-back.ts'
import { listChannels } from './settlement.ts'

export interface CheckedChannel {
  intent: { model: string; channel: string; version: string }
  checks: PromotionCheck[]
}

/** A pull request, or the two ends of a merge group. */
export type ProposedChange = { pullRequest: number } | { head: string; base: string }

export interface CheckedChange {
  /** The commit that was judged: a pull request's head as it is now. */
  head: string
  channels: CheckedChannel[]
}

type ChangedFile = { path: string; previousPath: string | null }

/** Above this many files GitHub's list of a pull request's files is cut. */
const listedFiles = 3000

/**
 * Checks every channel that a change moves: the base's policy and the registry judge, and of the head only the channel files
 * are read, by the API. A pull request is held against the default branch as it is now, not as it was when the event was sent.
 */
export async function checkProposedChannels(registry: Registry, change: ProposedChange): Promise<CheckedChange> {
  const { reviews, policyRoot } = registry
  const defaultBranch = await reviews.defaultBranch()
  if (!('pullRequest' in change)) {
    const channels = await changedChannels(registry, change.base, change.head)
    return { head: change.head, channels: await checkAll(registry, channels, { ...change, extra: [] }) }
  }
  const pullRequest = await reviews.pullRequest(change.pullRequest)
  const base = await reviews.branchHead(defaultBranch)
  if (pullRequest === null || base === null) {
    throw new TidemarkError(
      'GITHUB_NOT_FOUND',
      `pull request ${change.pullRequest} or the branch ${defaultBranch} is not there`,
      {
        hint: 'Run mode check on pull_request_target of this repository.',
      },
    )
  }
  const head = pullRequest.headSha
  const files = await reviews.changedFiles(change.pullRequest)
  // The list tells what changes against the pull request's own base, and only so many files: else the commits are compared.
  const isListed = pullRequest.baseBranch === defaultBranch && files.length < listedFiles
  const channels = isListed
    ? channelsOf(files, policyRoot)
    : await changedChannels(registry, await reviews.mergeBase(base, head), head)
  const extra = [
    pullRequest.baseBranch === defaultBranch
      ? passed('base', `into ${defaultBranch}`)
      : failed('base', `it goes into ${pullRequest.baseBranch}; channels are decided on ${defaultBranch}`),
    checkScope(files, policyRoot),
    ...(channels.length > 1 ? [tooMany(channels)] : []),
  ]
  return { head, channels: await checkAll(registry, channels, { base, head, extra, pullRequest }) }
}

/** The branch that a change of a channel comes from: of no other is it settled. */
export function proposingBranch({ model, channel, version, seq, rollback }: ChannelIntent): string {
  return rollback ? layout.rollbackBranch(model, channel, seq) : layout.promotionBranch(model, channel, version)
}

/** Reviewers of a promotion approve a promotion: anything else in the pull request would ride along unseen. */
export function checkScope(files: readonly ChangedFile[], policyRoot: string): PromotionCheck {
  const paths = files.flatMap(({ path, previousPath }) => (previousPath === null ? [path] : [path, previousPath]))
  const others = paths.filter((path) => channelOf(path, policyRoot) === null)
  if (files.length >= listedFiles) return failed('scope', 'it changes too many files to tell')
  if (others.length === 0) return passed('scope', 'only channel files change')
  return failed('scope', `it also changes ${others.slice(0, 5).join(', ')}; put that in another pull request`)
}

/** Approvals are given to a pull request as a whole, and have to be to one move of one channel. */
function tooMany(channels: readonly { model: string; channel: string }[]): PromotionCheck {
  const names = channels.slice(0, 5).map(({ model, channel }) => `${model} on ${channel}`)
  return failed(
    'scope',
    `it moves ${channels.length} channels (${names.join(', ')}); each needs a pull request of its own, and the merge queue takes them together`,
  )
}

/** Settling looks for a change on its own branch of this repository; from anywhere else it would be merged and refused. */
function checkBranch(proposed: ChannelIntent, { headBranch, isSameRepository }: PullRequest): PromotionCheck {
  const expected = proposingBranch(proposed)
  if (!isSameRepository)
    return failed(
      'branch',
      `it comes from a fork; ${expected} of this repository is where ${proposed.version} is proposed`,
    )
  if (headBranch === expected) return passed('branch', `from ${headBranch}`)
  return failed(
    'branch',
    `it comes from ${headBranch}, and would be settled from ${expected} only. Let register-model open it, or promote-model with mode rollback`,
  )
}

async function checkAll(
  registry: Registry,
  channels: readonly { model: string; channel: string }[],
  {
    base,
    head,
    extra,
    pullRequest,
  }: { base: string; head: string; extra: readonly PromotionCheck[]; pullRequest?: PullRequest },
): Promise<CheckedChannel[]> {
  const results: CheckedChannel[] = []
  for (const { model, channel } of channels) {
    const { proposed, checks } = await checkChannelFile(registry, { model, channel, base, head })
    const origin = proposed && pullRequest ? [checkBranch(proposed, pullRequest)] : []
    results.push({
      intent: { model, channel, version: proposed?.version ?? '' },
      checks: [...checks, ...origin, ...extra],
    })
  }
  return results
}

async function checkChannelFile(
  registry: Registry,
  { model, channel, base, head }: { model: string; channel: string; base: string; head: string },
): Promise<{ proposed: ChannelIntent | null; checks: PromotionCheck[] }> {
  const { reviews, policyRoot } = registry
  const path = layout.channel(policyRoot, model, channel)
  try {
    // Asked for at once, they travel together; the contract lies there unless the policy says otherwise.
    const ofBase = [layout.policy(policyRoot, model), `${policyRoot}/${model}/contract.yaml`, path]
    await Promise.all(ofBase.map((each) => reviews.readFile(each, base)))
    const text = await reviews.readFile(path, head)
    if (text === null)
      return { proposed: null, checks: [failed('channel file', `${path} is gone: a channel moves, it does not end`)] }
    const proposed = parseJsonDocument(ChannelIntent, text, path)
    if (proposed.model !== model || proposed.channel !== channel) {
      return {
        proposed: null,
        checks: [failed('channel file', `${path} is about ${proposed.model}, channel ${proposed.channel}`)],
      }
    }
    const judge = await readPolicy(registry, model, base)
    const current = await readChannel(reviews, policyRoot, { model, channel, ref: base })
    const known = await registry.ledger.head({ files: firstRead(proposed) })
    const checks = [
      ...(await checkPromotion(registry, { proposed, base: current, ...judge, head: known })),
      ...(await checkRolledBack(registry, { proposed, policy: judge.policy, ref: base, head: known })),
    ]
    return { proposed, checks }
  } catch (error) {
    if (!(error instanceof TidemarkError)) throw error
    const detail = [error.message, ...error.problems.map(describeProblem)].join('; ')
    return { proposed: null, checks: [failed('channel file', detail)] }
  }
}

async function changedChannels(
  registry: Registry,
  base: string,
  head: string,
): Promise<{ model: string; channel: string }[]> {
  const { reviews, policyRoot } = registry
  const listed = [...(await listChannels(registry, base)), ...(await listChannels(registry, head))]
  const changed: { model: string; channel: string }[] = []
  for (const each of unique(listed)) {
    const path = layout.channel(policyRoot, each.model, each.channel)
    const [before, after] = await Promise.all([reviews.readFile(path, base), reviews.readFile(path, head)])
    if (before !== after) changed.push(each)
  }
  return changed
}

function channelsOf(files: readonly ChangedFile[], policyRoot: string): { model: string; channel: string }[] {
  const paths = files.flatMap(({ path, previousPath }) => [path, previousPath ?? path])
  return unique(paths.flatMap((path) => channelOf(path, policyRoot) ?? []))
}

function unique(channels: readonly { model: string; channel: string }[]): { model: string; channel: string }[] {
  return [...new Map(channels.map((each) => [`${each.model}/${each.channel}`, each])).values()]
}

function channelOf(file: string, policyRoot: string): { model: string; channel: string } | null {
  if (!file.startsWith(`${policyRoot}/`)) return null
  const [, model, channel] = /^([^/]+)\/channels\/([^/]+)\.json$/.exec(file.slice(policyRoot.length + 1)) ?? []
  const isNamed =
    model !== undefined && channel !== undefined && Name.safeParse(model).success && Name.safeParse(channel).success
  return isNamed ? { model, channel } : null
}
