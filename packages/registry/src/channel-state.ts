import { type ChannelIntent, eventId, layout, RegistryEvent, TidemarkError } from '@tidemark/schemas'
import { readFact } from './facts.ts'
import type { LedgerReader } from './ports.ts'

/** What a channel holds, or held: a version under one `seq`. */
export type ChannelState = NonNullable<ChannelIntent['previous']>

type Named = Pick<ChannelIntent, 'model' | 'channel'>

type Outcome = 'promotion.settled' | 'promotion.refused' | 'promotion.merged' | 'rollout.opened' | 'rollout.rolled-back'

/** The event that tells what became of a state; its path follows from the state alone, so anybody can look it up. */
export function settlementOf(
  { model, channel }: Named,
  { version, modelDigest, seq }: ChannelState,
  type: Outcome = 'promotion.settled',
) {
  const event = {
    type,
    subject: { version, modelDigest, channel, seq },
    cause: layout.channelTag(model, channel, seq),
  }
  return { ...event, path: layout.event(model, eventId(event), event.type) }
}

/**
 * Whether a state was settled: its tag exists, and the tagged commit holds the event for exactly this version and digest.
 * Throws `TAG_CONFLICT` where the tag exists without that event: somebody made it by hand, or the channel file was edited
 * under a `seq` that is taken.
 */
export async function isSettled(ledger: LedgerReader, named: Named, state: ChannelState): Promise<boolean> {
  const tag = layout.channelTag(named.model, named.channel, state.seq)
  const commit = await ledger.resolveTag(tag)
  if (commit === null) {
    if (!(await ledger.tags(tag)).includes(tag)) return false
    throw conflict(tag, 'is not an annotated tag')
  }
  if ((await readFact(ledger, RegistryEvent, settlementOf(named, state).path, commit)) !== null) return true
  throw conflict(tag, `does not stand for ${state.version} (digest ${state.modelDigest.slice(0, 12)})`)
}

/** Whether settling refused what a channel file wants; then the same version may be proposed again, under the next `seq`. */
export async function isRefused(ledger: LedgerReader, intent: ChannelIntent): Promise<boolean> {
  return (await readOutcome(ledger, intent, 'promotion.refused')) !== null
}

/** The event of one kind about what a channel file wants; null where that has not happened. */
export async function readOutcome(
  ledger: LedgerReader,
  intent: ChannelIntent,
  type: Outcome,
): Promise<RegistryEvent | null> {
  return readFact(ledger, RegistryEvent, settlementOf(intent, intent, type).path, await ledger.head())
}

/** Whether a change puts into the channel what is in it already: that is how a channel is returned after a roll-back. */
export function isReturn({ version, modelDigest, previous }: ChannelIntent): boolean {
  return previous?.modelDigest === modelDigest && previous.version === version
}

/** The newest settled `seq` of a channel below a bound; 0 where there is none. */
export async function newestSettledSeq(
  ledger: LedgerReader,
  { model, channel }: Named,
  below: number,
): Promise<number> {
  const prefix = layout.channelTag(model, channel, 0).slice(0, -1)
  const seqs = (await ledger.tags(prefix))
    .map((tag) => Number(tag.slice(prefix.length)))
    .filter((seq) => Number.isInteger(seq) && seq < below)
  return Math.max(0, ...seqs)
}

/** What is in the channel: the wanted version once it is settled, until then the one it follows. */
export async function readChannelState(
  ledger: LedgerReader,
  intent: ChannelIntent | null,
): Promise<ChannelState | null> {
  if (intent === null) return null
  const { version, modelDigest, seq, previous } = intent
  if (await isSettled(ledger, intent, { version, modelDigest, seq })) return { version, modelDigest, seq }
  return previous !== null && (await isSettled(ledger, intent, previous)) ? previous : null
}

function conflict(tag: string, what: string): TidemarkError {
  return new TidemarkError('TAG_CONFLICT', `the tag ${tag} ${what}`, {
    hint: 'A channel moves by promotion pull requests, which count seq up by one. Undo the edit, or delete a tag that was made by hand, and protect tags by a ruleset.',
  })
}
