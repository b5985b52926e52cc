import {
  type ChannelOverview,
  type ChannelTenure,
  layout,
  Name,
  type RegistryEvent,
  TidemarkError,
} from '@tidemark/schemas'
import { isSettled } from '../channel-state.ts'
import type { LedgerReader } from '../ports.ts'
import { compareText } from './events.ts'
import type { FactReader } from './fact-reader.ts'

/**
 * What each channel held, and holds: a tag for each `seq`, and the event that says which version settled it. What has only one
 * of the two is a problem, and no tenure.
 */
export async function readChannels(
  { ledger, facts }: { readonly ledger: LedgerReader; readonly facts: FactReader },
  model: string,
  { tags, events }: { readonly tags: readonly string[]; readonly events: readonly RegistryEvent[] },
): Promise<ChannelOverview[]> {
  const tagged = new Map<string, number[]>()
  for (const tag of tags) {
    const [, channel = '', seq] = /^[^#]*#([^#]*)#([1-9]\d{0,8})$/.exec(tag) ?? []
    if (!tag.startsWith(`${model}#`) || !Name.safeParse(channel).success) continue
    tagged.set(channel, [...(tagged.get(channel) ?? []), Number(seq)])
  }
  const settled = events.filter(({ type }) => type === 'promotion.settled')
  for (const { subject, id, type } of settled) {
    const { channel, seq } = subject
    if (channel === undefined || seq === undefined || tagged.get(channel)?.includes(seq)) continue
    const tag = layout.channelTag(model, channel, seq)
    facts.report(layout.event(model, id, type), `the tag ${tag} is missing, so nothing is in ${channel} by it yet`)
  }
  const channels: ChannelOverview[] = []
  for (const [channel, seqs] of [...tagged].sort(([a], [b]) => compareText(a, b))) {
    const tenures: ChannelTenure[] = []
    for (const seq of seqs.sort((a, b) => a - b)) {
      const event = settled.find(({ subject }) => subject.channel === channel && subject.seq === seq)
      if (event?.subject.version === undefined)
        facts.report(layout.channelTag(model, channel, seq), 'is a tag without the event that says which version it is')
      else appendTenure(tenures, seq, event)
    }
    const newest = tenures.at(-1)
    if (newest) await proveNewest(ledger, facts, { model, channel, newest })
    channels.push({ channel, tenures })
  }
  return channels
}

function appendTenure(tenures: ChannelTenure[], seq: number, event: RegistryEvent): void {
  const { version = '', modelDigest } = event.subject
  const last = tenures.at(-1)
  if (last?.modelDigest === modelDigest) {
    tenures[tenures.length - 1] = { ...last, seq }
    return
  }
  if (last) tenures[tenures.length - 1] = { ...last, until: event.at }
  tenures.push({
    version,
    modelDigest,
    seq,
    since: event.at,
    until: null,
    approvedBy: event.approvedBy ?? [],
    pullRequest: event.pullRequest ?? null,
  })
}

/** What production runs must not rest on a tag that somebody moved. */
async function proveNewest(
  ledger: LedgerReader,
  facts: FactReader,
  { model, channel, newest }: { readonly model: string; readonly channel: string; readonly newest: ChannelTenure },
): Promise<void> {
  try {
    await isSettled(ledger, { model, channel }, newest)
  } catch (error) {
    if (!(error instanceof TidemarkError)) throw error
    facts.report(layout.channelTag(model, channel, newest.seq), error.message)
  }
}
