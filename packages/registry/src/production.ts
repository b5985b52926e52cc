import { type ChannelIntent, layout, type RegistryEvent, VersionManifest } from '@tidemark/schemas'
import { isSettled, settlementOf } from './channel-state.ts'
import { append, readReferenced } from './facts.ts'
import type { Registry } from './ports.ts'
import { createEvent } from './registration.ts'

/**
 * Settles a promotion whose rollout reached 100 %, or whose policy plans no rollout any more: event, release, tag. Harmless to
 * repeat. `merged` is the event that accepted it.
 */
export async function settleMerged(registry: Registry, intent: ChannelIntent, merged: RegistryEvent): Promise<string> {
  const { model, version, channel, seq, previous } = intent
  const { type, subject, cause } = settlementOf(intent, intent)
  const approvedBy = merged.approvedBy ?? []
  const commit = await append(registry, async () => {
    const event = await createEvent(registry, {
      type,
      model,
      subject,
      cause,
      previous: previous && { version: previous.version, modelDigest: previous.modelDigest },
      approvedBy,
      ...(merged.pullRequest === undefined ? {} : { pullRequest: merged.pullRequest }),
      ...(merged.mergeSha === undefined ? {} : { mergeSha: merged.mergeSha }),
    })
    return { facts: [event], message: `Settle ${model} ${version} on ${channel} (seq ${seq})` }
  })
  return completeSettlement(registry, intent, { commit, approvedBy })
}

/** What follows the event. The tag comes last: it says that nothing is left to do. */
export async function completeSettlement(
  registry: Registry,
  intent: ChannelIntent,
  { commit, approvedBy }: { commit: string; approvedBy: readonly string[] },
): Promise<string> {
  const { model, version, channel, seq } = intent
  await markReleased(registry, intent, commit)
  const name = layout.channelTag(model, channel, seq)
  const message = `${model} ${version} is in ${channel}\n\napproved by ${approvedBy.join(', ') || 'nobody'}`
  await registry.ledger.createTag({ name, commit, message })
  await isSettled(registry.ledger, intent, intent)
  return name
}

/** A release stays a prerelease until its version has been in a channel. */
async function markReleased({ ledger, releases }: Registry, intent: ChannelIntent, commit: string): Promise<void> {
  const manifest = await readReferenced(ledger, VersionManifest, intent.manifest, commit)
  const release = await releases.get(manifest.release.id)
  if (release?.isPrerelease) await releases.update(release.id, { isPrerelease: false })
}
