import type { ChannelIntent, ChannelTenure } from '@tidemark/schemas'
import { readChannels } from './overview/channels.ts'
import { readRecordedEvents } from './overview/events.ts'
import { FactReader } from './overview/fact-reader.ts'
import type { LedgerReader } from './ports.ts'

/** What a channel held and holds, oldest first: every settlement with its tag, which are as few as promotions. */
export async function readTenures(
  ledger: LedgerReader,
  { model, channel }: Pick<ChannelIntent, 'model' | 'channel'>,
): Promise<readonly ChannelTenure[]> {
  const head = await ledger.head()
  if (head === null) return []
  const facts = new FactReader(ledger, head)
  const paths = (await ledger.files(head)).filter(
    (path) => path.startsWith(`models/${model}/events/`) && path.endsWith('-promotion.settled.json'),
  )
  const [events, tags] = await Promise.all([
    readRecordedEvents(facts, model, paths),
    ledger.tags(`${model}#${channel}#`),
  ])
  const channels = await readChannels({ ledger, facts }, model, { tags, events })
  return channels.find((each) => each.channel === channel)?.tenures ?? []
}
