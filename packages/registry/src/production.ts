import { type ChannelIntent, layout, type RegistryEvent, TidemarkError, VersionManifest } from '@tidemark/schemas'
import { isSettled, settlementOf } from './channel-state.ts'
import { append, readReferenced } from './facts.ts'
import type { Registry } from './ports.ts'
import { createEvent } from './registration.ts'
import { compareAssets } from './release.ts'

/**
 * Settles a promotion whose rollout reached 100 %, or whose policy plans no rollout any more: event, release, tag. Harmless to
 * repeat. `merged` is the event that accepted it.
 */
export async function settleMerged(registry: Registry, intent: ChannelIntent, merged: RegistryEvent): Promise<string> {
  const { model, version, channel, seq, previous } = intent
  const { type, subject, cause } = settlementOf(intent, intent)
  const approvedBy = merged.approvedBy ?? []
  await assertReleased(registry, intent)
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
  return completeSettlement(registry, intent, { commit, message: tagMessage(intent, approvedBy) })
}

/** What follows the event. The tag comes last: it says that nothing is left to do. */
export async function completeSettlement(
  registry: Registry,
  intent: ChannelIntent,
  { commit, message }: { commit: string; message: string },
): Promise<string> {
  const { model, channel, seq } = intent
  await markReleased(registry, intent, commit)
  const name = layout.channelTag(model, channel, seq)
  await registry.ledger.createTag({ name, commit, message })
  await isSettled(registry.ledger, intent, intent)
  return name
}

/** What the channel's tag says to people. */
export function tagMessage({ model, version, channel }: ChannelIntent, approvedBy: readonly string[]): string {
  return `${model} ${version} is in ${channel}\n\napproved by ${approvedBy.join(', ') || 'nobody'}`
}

/**
 * A release can go while a rollout lasts, and a tag would then promise bytes that nobody can have. Throws `RELEASE_ASSET_MISMATCH`,
 * and `REGISTRY_CORRUPT` where the channel file names another manifest than its version's.
 */
async function assertReleased({ ledger, releases }: Registry, intent: ChannelIntent): Promise<void> {
  const { model, version, modelDigest, channel } = intent
  const manifest = await readReferenced(ledger, VersionManifest, intent.manifest, (await ledger.head()) ?? '')
  if (manifest.model !== model || manifest.version !== version || manifest.modelDigest !== modelDigest) {
    throw new TidemarkError('REGISTRY_CORRUPT', `${intent.manifest.path} is not about ${model} ${version}`, {
      hint: 'The channel file was edited after its pull request. Restore it in a pull request, or propose the version again.',
    })
  }
  const release = await releases.get(manifest.release.id)
  const problems = release === null ? ['it is gone'] : await compareAssets(releases, release, manifest)
  if (problems.length === 0) return
  throw new TidemarkError(
    'RELEASE_ASSET_MISMATCH',
    `the release of ${model} ${version} does not hold what was registered: ${problems.join('; ')}`,
    {
      hint: `${channel} keeps what it has. Restore the release's assets, and the next tick goes on; or propose another version.`,
    },
  )
}

/** A release stays a prerelease until its version has been in a channel. */
async function markReleased({ ledger, releases }: Registry, intent: ChannelIntent, commit: string): Promise<void> {
  const manifest = await readReferenced(ledger, VersionManifest, intent.manifest, commit)
  const release = await releases.get(manifest.release.id)
  if (release?.isPrerelease) await releases.update(release.id, { isPrerelease: false })
}
