import {
  type ChannelIntent,
  eventId,
  layout,
  RegistryEvent,
  referTo,
  storedJson,
  type VersionManifest,
} from '@tidemark/schemas'
import { type ChannelState, markOf, newestSettledSeq, settlementOf } from './channel-state.ts'
import { append, type Fact, readFact, readVersion } from './facts.ts'
import type { PullRequest, Registry } from './ports.ts'
import { postStatus } from './proposal.ts'
import { checkProposedChannels } from './proposed-channels.ts'
import { createEvent } from './registration.ts'

type Describe = (intent: ChannelIntent) => { title: string; body: string }

export interface ChannelReturn {
  pullRequest: PullRequest
  intent: ChannelIntent
}

/**
 * What follows a rollout that went back: the events, the mark on the bytes, and the pull request that makes the channel file
 * say again what is in the channel. Harmless to repeat; a pull request that people closed stays closed. Null when what the
 * channel held is not in the registry, or the pull request was closed.
 */
export async function returnChannel(
  registry: Registry,
  {
    intent,
    reasons,
    describe,
  }: {
    /** What was rolled back, as the channel file wants it still. */
    intent: ChannelIntent
    reasons: readonly string[]
    describe: Describe
  },
): Promise<ChannelReturn | null> {
  const { model, channel, version, seq, previous } = intent
  await append(registry, async () => ({
    facts: await rollBackEvents(registry, intent, reasons),
    message: `Roll ${model} ${version} back from ${channel} (seq ${seq})`,
  }))
  if (previous === null) return null
  return proposeReturn(registry, { intent, held: previous, describe })
}

/**
 * Opens the pull request that makes the channel file say again what the channel holds. Null where somebody asked for another
 * version already, where people closed it, and where what is held is not in the registry.
 */
export async function proposeReturn(
  registry: Registry,
  { intent, held, describe }: { intent: ChannelIntent; held: ChannelState; describe: Describe },
): Promise<ChannelReturn | null> {
  const { model, channel, seq } = intent
  const manifest = await readVersion(registry.ledger, model, held.version, await registry.ledger.head())
  return manifest && openReturn(registry, channelIntent(manifest, { channel, seq: seq + 1, previous: held }), describe)
}

/** A channel's move to a version on the evidence that it was registered with. */
export function channelIntent(
  manifest: VersionManifest,
  { channel, seq, previous }: Pick<ChannelIntent, 'channel' | 'seq' | 'previous'>,
): ChannelIntent {
  const { model, version, modelDigest, run, evaluation } = manifest
  return {
    schema: 'tidemark/channel/v1',
    model,
    channel,
    seq,
    version,
    modelDigest,
    manifest: referTo(layout.version(model, version), manifest),
    run,
    evaluation,
    previous,
  }
}

/** What happened, and the mark on the bytes: to be committed with the state that says so, so that no kill comes between them. */
export async function rollBackEvents(
  registry: Registry,
  intent: ChannelIntent,
  reasons: readonly string[],
): Promise<Fact[]> {
  const { model, previous } = intent
  const { type, subject, cause } = settlementOf(intent, intent, 'rollout.rolled-back')
  const mark = markOf(intent)
  return [
    await createEvent(registry, {
      type,
      model,
      subject,
      cause,
      reasons: [...reasons],
      previous: previous && { version: previous.version, modelDigest: previous.modelDigest },
    }),
    await createEvent(registry, {
      type: mark.type,
      model,
      subject: mark.subject,
      cause: mark.cause,
      reasons: [...reasons],
    }),
  ]
}

async function openReturn(
  registry: Registry,
  wanted: ChannelIntent,
  describe: Describe,
): Promise<ChannelReturn | null> {
  const { reviews, policyRoot } = registry
  const { model, channel, version, modelDigest } = wanted
  const path = layout.channel(policyRoot, model, channel)
  const text = storedJson(wanted)
  const branch = layout.promotionBranch(model, channel, version)
  const base = await reviews.defaultBranch()
  const known = (await reviews.pullRequestsFrom(branch)).filter((each) => each.isSameRepository)
  const request = requestOf(wanted)
  let proposed: PullRequest | null = null
  for (const each of known) {
    if ((await reviews.readFile(path, each.headSha)) !== text) continue
    // Merged, its settling is promote-model's; closed by people, it is theirs.
    if (each.state !== 'open') return null
    proposed = each
  }
  if (proposed !== null && (await isRecorded(registry, wanted))) return { pullRequest: proposed, intent: wanted }
  if (proposed === null && (await isAskedOtherwise(registry, wanted))) return null
  const pullRequest =
    proposed ?? (await openPullRequest(registry, { wanted, text, path, branch, base, known, describe }))
  const { head, channels } = await checkProposedChannels(registry, { pullRequest: pullRequest.number })
  await postStatus(
    registry,
    head,
    channels.flatMap((each) => each.checks),
  )
  await append(registry, async () => ({
    facts: [
      await createEvent(registry, {
        ...request,
        model,
        pullRequest: pullRequest.number,
        previous: { version, modelDigest },
      }),
    ],
    message: `Request the return of ${channel} to ${model} ${version}`,
  }))
  return { pullRequest, intent: wanted }
}

/** Whether a person asked for another version under this number, at once or by a pull request: then a return is of no use. */
async function isAskedOtherwise({ reviews, ledger }: Registry, wanted: ChannelIntent): Promise<boolean> {
  const { model, channel, seq } = wanted
  if ((await newestSettledSeq(ledger, wanted, Number.POSITIVE_INFINITY)) >= seq) return true
  const rollbacks = await reviews.pullRequestsFrom(layout.rollbackBranch(model, channel, seq))
  return rollbacks.some(({ state, isMerged, isSameRepository }) => isSameRepository && (state === 'open' || isMerged))
}

async function openPullRequest(
  { reviews }: Registry,
  {
    wanted,
    text,
    path,
    branch,
    base,
    known,
    describe,
  }: {
    wanted: ChannelIntent
    text: string
    path: string
    branch: string
    base: string
    known: readonly PullRequest[]
    describe: Describe
  },
): Promise<PullRequest> {
  const { title, body } = describe(wanted)
  await reviews.proposeFile({ branch, base, path, text, message: title })
  const open = known.find((each) => each.state === 'open')
  if (open) await reviews.updatePullRequest(open.number, { title, body })
  return open ?? reviews.openPullRequest({ branch, base, title, body })
}

function requestOf({ model, channel, version, modelDigest, seq }: ChannelIntent) {
  return {
    type: 'promotion.requested' as const,
    subject: { version, modelDigest, channel, seq },
    cause: layout.channelTag(model, channel, seq - 1),
  }
}

/** Whether the request is on record, which comes last: then nothing about the pull request is left to do. */
async function isRecorded({ ledger }: Registry, wanted: ChannelIntent): Promise<boolean> {
  const request = requestOf(wanted)
  const path = layout.event(wanted.model, eventId(request), request.type)
  return (await readFact(ledger, RegistryEvent, path, await ledger.head())) !== null
}
