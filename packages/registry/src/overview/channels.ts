import {
  type ChannelOverview,
  type ChannelTenure,
  layout,
  Name,
  type RecordedEvent,
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
  { tags, events }: { readonly tags: readonly string[]; readonly events: readonly RecordedEvent[] },
): Promise<ChannelOverview[]> {
  const tagged = new Map<string, number[]>()
  for (const tag of tags) {
    if (!tag.startsWith(`${model}#`)) continue
    const [, channel = '', seq] = /^[^#]*#([^#]*)#([1-9]\d{0,8})$/.exec(tag) ?? []
    const seqs = tagged.get(channel)
    if (seqs) seqs.push(Number(seq))
    else if (Name.safeParse(channel).success) tagged.set(channel, [Number(seq)])
  }
  const settled = new Map<string, RecordedEvent>()
  const known = new Set(tags)
  for (const event of events) {
    const { channel, seq } = event.subject
    if (event.type !== 'promotion.settled' || channel === undefined || seq === undefined) continue
    const tag = layout.channelTag(model, channel, seq)
    settled.set(tag, event)
    if (known.has(tag)) continue
    const { id } = event
    facts.report(
      layout.event(model, id, 'promotion.settled'),
      `the tag ${tag} is missing, so nothing is in ${channel} by it yet`,
    )
  }
  const channels: ChannelOverview[] = []
  for (const [channel, seqs] of [...tagged].sort(([a], [b]) => compareText(a, b))) {
    const tenures: ChannelTenure[] = []
    for (const seq of seqs.sort((a, b) => a - b)) {
      const event = settled.get(layout.channelTag(model, channel, seq))
      if (event?.subject.version === undefined)
        facts.report(layout.channelTag(model, channel, seq), 'is a tag without the event that says which version it is')
      else appendTenure(tenures, seq, event)
    }
    const newest = tenures.at(-1)
    if (newest) await proveTenure({ ledger, facts }, { model, channel, tenure: newest })
    channels.push({ channel, tenures })
  }
  return channels
}

function appendTenure(tenures: ChannelTenure[], seq: number, event: RecordedEvent): void {
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

/** Reports a tag that does not stand for the tenure: what production runs must not rest on a tag that somebody moved. */
export async function proveTenure(
  { ledger, facts }: { readonly ledger: LedgerReader; readonly facts: FactReader },
  { model, channel, tenure }: { readonly model: string; readonly channel: string; readonly tenure: ChannelTenure },
): Promise<void> {
  try {
    await isSettled(ledger, { model, channel }, tenure)
  } catch (error) {
    if (!(error instanceof TidemarkError)) throw error
    facts.report(layout.channelTag(model, channel, tenure.seq), error.message)
  }
}
