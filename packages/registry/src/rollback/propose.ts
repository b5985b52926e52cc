import {
  ChannelIntent,
  eventId,
  layout,
  parseJsonDocument,
  RegistryEvent,
  storedJson,
  TidemarkError,
} from '@tidemark/schemas'
import { isReturn } from '../channel-state.ts'
import { append, readFact } from '../facts.ts'
import type { PullRequest, Registry } from '../ports.ts'
import type { PromotionCheck } from '../promotion-check.ts'
import { postStatus, supersede, supersededMarker } from '../proposal.ts'
import { checkProposedChannels } from '../proposed-channels.ts'
import { createEvent } from '../registration.ts'
import { refused } from './plan.ts'

export type ProposedRollback =
  | { outcome: 'open'; pullRequest: PullRequest; intent: ChannelIntent; checks: PromotionCheck[] }
  /** People closed the pull request of this very request; it stays closed. */
  | { outcome: 'declined'; pullRequest: PullRequest }

/**
 * Opens the pull request that takes the channel back, or takes up the one that somebody else's request opened for the same version.
 * Throws `PROMOTION_REFUSED` where one for another version is open.
 */
export async function proposeRollback(
  registry: Registry,
  {
    wanted,
    request,
    describe,
  }: {
    wanted: ChannelIntent
    request: RegistryEvent
    describe: (intent: ChannelIntent) => Promise<{ title: string; body: string }>
  },
): Promise<ProposedRollback> {
  const { reviews, policyRoot } = registry
  const { model, channel, version, modelDigest, seq } = wanted
  const branch = layout.rollbackBranch(model, channel, seq)
  const base = await reviews.defaultBranch()
  const path = layout.channel(policyRoot, model, channel)
  const text = storedJson(wanted)
  const known = (await reviews.pullRequestsFrom(branch)).filter((each) => each.isSameRepository)
  const opened = await readOpened(registry, wanted, request)
  const own = known.find(({ number }) => number === opened?.pullRequest)
  // What people declined to do in this tenure, the monitor does not ask for again, whoever asked first.
  const others = request.monitor === undefined ? [] : known.filter((each) => !each.body.includes(supersededMarker))
  const declined = [own, ...others].find((each) => each?.state === 'closed')
  if (declined !== undefined) {
    // Else the next look finds the request without an answer, and asks again.
    if (opened === null) await recordOpening(registry, { wanted, request, pullRequest: declined })
    return { outcome: 'declined', pullRequest: declined }
  }

  let pullRequest = known.find((each) => each.state === 'open')
  const { title, body } = await describe(wanted)
  if (pullRequest === undefined) {
    await reviews.proposeFile({ branch, base, path, text, message: title })
    pullRequest = await reviews.openPullRequest({ branch, base, title, body })
  }
  const intent = parseJsonDocument(ChannelIntent, (await reviews.readFile(path, pullRequest.headSha)) ?? 'null', path)
  if (intent.modelDigest !== modelDigest || intent.seq !== seq || intent.version !== version) {
    throw refused(
      `pull request #${pullRequest.number} asks already for ${intent.version} on ${channel}`,
      'Merge it, or close it and ask again: a channel goes back to one version at a time.',
    )
  }
  if (storedJson(intent) === text) await reviews.updatePullRequest(pullRequest.number, { title, body })
  const { head, channels } = await checkProposedChannels(registry, { pullRequest: pullRequest.number })
  const checks = channels.flatMap((each) => each.checks)
  await postStatus(registry, head, checks)
  await recordOpening(registry, { wanted, request, pullRequest })
  await closeReturns(registry, wanted, pullRequest)
  return { outcome: 'open', pullRequest, intent, checks }
}

/** The event that says which pull request a request led to; it is written last. */
export function openingOf(
  {
    model,
    version,
    modelDigest,
    channel,
    seq,
  }: Pick<ChannelIntent, 'model' | 'version' | 'modelDigest' | 'channel' | 'seq'>,
  request: Pick<RegistryEvent, 'id'>,
) {
  const event = {
    type: 'promotion.requested' as const,
    subject: { version, modelDigest, channel, seq },
    cause: request.id,
  }
  return { ...event, path: layout.event(model, eventId(event), event.type) }
}

/** Writes which pull request a request led to. */
async function recordOpening(
  registry: Registry,
  { wanted, request, pullRequest }: { wanted: ChannelIntent; request: RegistryEvent; pullRequest: PullRequest },
): Promise<void> {
  const { model, channel, version, previous } = wanted
  const { path: _, ...opening } = openingOf(wanted, request)
  await append(registry, async () => ({
    facts: [
      await createEvent(registry, {
        ...opening,
        model,
        pullRequest: pullRequest.number,
        previous: previous && { version: previous.version, modelDigest: previous.modelDigest },
        reasons: request.reasons ?? [],
      }),
    ],
    message: `Request the rollback of ${channel} to ${model} ${version}`,
  }))
}

async function readOpened({ ledger }: Registry, wanted: ChannelIntent, request: RegistryEvent) {
  const { path } = openingOf(wanted, request)
  return readFact(ledger, RegistryEvent, path, await ledger.head())
}

/** A pull request that would return the channel to what it is to leave says the opposite of this one. */
async function closeReturns(registry: Registry, wanted: ChannelIntent, by: PullRequest): Promise<void> {
  const { reviews, policyRoot } = registry
  const { model, channel, previous } = wanted
  if (previous === null) return
  const path = layout.channel(policyRoot, model, channel)
  const branch = layout.promotionBranch(model, channel, previous.version)
  for (const each of await reviews.pullRequestsFrom(branch)) {
    if (each.state !== 'open' || !each.isSameRepository) continue
    const intent = readIntent((await reviews.readFile(path, each.headSha)) ?? 'null', path)
    if (intent !== null && isReturn(intent)) {
      await supersede(registry, each, by.number, `which takes ${channel} back to ${wanted.version}`)
    }
  }
}

/** What an open pull request's channel file asks for, or null: people edit it, and a merge leaves its marks in it. */
function readIntent(text: string, path: string): ChannelIntent | null {
  try {
    return parseJsonDocument(ChannelIntent, text, path)
  } catch (error) {
    if (error instanceof TidemarkError) return null
    throw error
  }
}
