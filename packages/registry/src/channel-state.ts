import { type ChannelIntent, eventId, layout, RegistryEvent, TidemarkError } from '@tidemark/schemas'
import { readFact, readRollout } from './facts.ts'
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

type Marked = Pick<ChannelIntent, 'model' | 'channel' | 'version' | 'modelDigest'>

/** The mark on bytes that went back from a channel: one a digest and channel, found without a search. */
export function markOf({ model, channel, version, modelDigest }: Marked) {
  const event = {
    type: 'version.rolled-back' as const,
    subject: { version, modelDigest, channel },
    cause: channel,
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
  return (await settledSeqs(ledger, { model, channel })).find((seq) => seq < below) ?? 0
}

/** The numbers of a channel's tags, newest first. */
export async function settledSeqs(ledger: LedgerReader, { model, channel }: Named): Promise<number[]> {
  const prefix = layout.channelTag(model, channel, 0).slice(0, -1)
  return (await ledger.tags(prefix))
    .map((tag) => tag.slice(prefix.length))
    .filter((seq) => /^[1-9]\d{0,8}$/.test(seq))
    .map(Number)
    .sort((a, b) => b - a)
}

/** How many of a channel's numbers are looked through for a version that it held. */
const mostSeqs = 1000
const readAtOnce = 50

/** The newest `seq` under which a channel held these bytes as this version; null where it never did. */
export async function findSettledSeq(
  ledger: LedgerReader,
  named: Named,
  { version, modelDigest }: Omit<ChannelState, 'seq'>,
): Promise<number | null> {
  const head = await ledger.head()
  if (head === null) return null
  const states = (await settledSeqs(ledger, named)).slice(0, mostSeqs).map((seq) => ({ version, modelDigest, seq }))
  for (let i = 0; i < states.length; i += readAtOnce) {
    const some = states.slice(i, i + readAtOnce)
    const events = await Promise.all(some.map((state) => ledger.read(settlementOf(named, state).path, head)))
    for (const [j, state] of some.entries())
      if (events[j] !== null && (await isSettled(ledger, named, state))) return state.seq
  }
  return null
}

/**
 * What is in the channel: the wanted version once it is settled, until then the one it follows, or what was returned past the
 * channel file by break-glass. Throws `TAG_CONFLICT` where neither is what the newest tag stands for.
 */
export async function readChannelState(
  ledger: LedgerReader,
  intent: ChannelIntent | null,
): Promise<ChannelState | null> {
  if (intent === null) return null
  const newest = await newestSettledSeq(ledger, intent, Number.POSITIVE_INFINITY)
  if (newest === 0) return null
  const { version, modelDigest, seq, previous } = intent
  const named = [{ version, modelDigest, seq }, previous].find((state) => state?.seq === newest)
  const state = named ?? (await readReturned(ledger, intent))
  if (state?.seq === newest && (await isSettled(ledger, intent, state))) return state
  throw conflict(
    layout.channelTag(intent.model, intent.channel, newest),
    'is not of a version that the channel file names',
  )
}

/** What the rollout's state says is in the channel: break-glass leaves it there, before the channel file follows. */
async function readReturned(ledger: LedgerReader, named: Named): Promise<ChannelState | null> {
  const state = await readRollout(ledger, named, await ledger.head())
  if (state === null || state.phase !== 'promoted') return null
  const { version, modelDigest } = state.canary
  return { version, modelDigest, seq: state.seq }
}

function conflict(tag: string, what: string): TidemarkError {
  return new TidemarkError('TAG_CONFLICT', `the tag ${tag} ${what}`, {
    hint: 'A channel moves by promotion pull requests, which count seq up by one. Undo the edit, or delete a tag that was made by hand, and protect tags by a ruleset.',
  })
}
