import { ChannelIntent, describeProblem, layout, Name, parseJsonDocument, TidemarkError } from '@tidemark/schemas'
import { readChannel } from './facts.ts'
import type { Registry } from './ports.ts'
import { checkPromotion, type PromotionCheck } from './promotion-check.ts'
import { readPolicy } from './proposal.ts'
import { listChannels } from './settlement.ts'

export interface CheckedChannel {
  intent: { model: string; channel: string; version: string }
  checks: PromotionCheck[]
}

/** A pull request, or the two ends of a merge group. */
export type ProposedChange = { head: string; pullRequest: number } | { head: string; base: string }

/**
 * Checks every channel that a change moves: the base's policy and the registry judge, and of the head only the channel files
 * are read, by the API. A pull request is held against the default branch as it is now, not as it was when the event was sent.
 */
export async function checkProposedChannels(registry: Registry, change: ProposedChange): Promise<CheckedChannel[]> {
  const { reviews, policyRoot } = registry
  const { head } = change
  const files =
    'pullRequest' in change ? (await reviews.changedFiles(change.pullRequest)).map((file) => file.path) : null
  const base = 'base' in change ? change.base : await reviews.branchHead(await reviews.defaultBranch())
  if (base === null) return []
  const channels = files
    ? files.flatMap((file) => channelOf(file, policyRoot) ?? [])
    : await channelsOf(registry, [base, head])
  const results: CheckedChannel[] = []
  for (const { model, channel } of channels) {
    const path = layout.channel(policyRoot, model, channel)
    const [old, text] = await Promise.all([reviews.readFile(path, base), reviews.readFile(path, head)])
    if (old === text) continue
    const checks: PromotionCheck[] = []
    let version = ''
    try {
      if (text === null)
        throw new TidemarkError('PROMOTION_REFUSED', `${path} is deleted; a channel moves, it does not end`, {
          hint: '',
        })
      const proposed = parseJsonDocument(ChannelIntent, text, path)
      version = proposed.version
      if (proposed.model !== model || proposed.channel !== channel) {
        throw new TidemarkError(
          'PROMOTION_REFUSED',
          `${path} is about ${proposed.model}, channel ${proposed.channel}`,
          { hint: '' },
        )
      }
      const policy = await readPolicy(registry, model, base)
      const current = await readChannel(reviews, policyRoot, { model, channel, ref: base })
      checks.push(...(await checkPromotion(registry, { proposed, base: current, policy })))
      if (files) checks.push(checkScope(files, policyRoot))
    } catch (error) {
      if (!(error instanceof TidemarkError)) throw error
      checks.push({
        name: 'channel file',
        verdict: 'fail',
        detail: [error.message, ...error.problems.map(describeProblem)].join('; '),
      })
    }
    results.push({ intent: { model, channel, version }, checks })
  }
  return results
}

/** Reviewers of a promotion approve a promotion: anything else in the pull request would ride along unseen. */
function checkScope(files: readonly string[], policyRoot: string): PromotionCheck {
  const others = files.filter((file) => channelOf(file, policyRoot) === null)
  return {
    name: 'scope',
    verdict: others.length === 0 ? 'pass' : 'fail',
    detail:
      others.length === 0
        ? 'only channel files change'
        : `it also changes ${others.slice(0, 5).join(', ')}; put that in another pull request`,
  }
}

async function channelsOf(registry: Registry, commits: string[]): Promise<{ model: string; channel: string }[]> {
  const listed = (await Promise.all(commits.map((commit) => listChannels(registry, commit)))).flat()
  return [...new Map(listed.map((each) => [`${each.model}/${each.channel}`, each])).values()]
}

function channelOf(file: string, policyRoot: string): { model: string; channel: string } | null {
  if (!file.startsWith(`${policyRoot}/`)) return null
  const [, model, channel] = /^([^/]+)\/channels\/([^/]+)\.json$/.exec(file.slice(policyRoot.length + 1)) ?? []
  return model !== undefined &&
    channel !== undefined &&
    Name.safeParse(model).success &&
    Name.safeParse(channel).success
    ? { model, channel }
    : null
}
