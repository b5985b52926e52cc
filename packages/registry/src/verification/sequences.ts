import { type ChannelIntent, layout, type RegistryEvent } from '@tidemark/schemas'
import type { FactGraph } from './fact-graph.ts'
import { type Findings, restore } from './findings.ts'

type Settled = RegistryEvent & { subject: { channel: string; seq: number } }

/**
 * Each settlement follows the one before it, each `seq` of a channel has an event that tells of it, and the channel file
 * is not behind what the events know. `intents` are the default branch's channel files, where they are at hand.
 */
export function verifySequences(
  graph: FactGraph,
  intents: readonly Pick<ChannelIntent, 'model' | 'channel' | 'seq'>[] | null,
  findings: Findings,
): void {
  const events = graph.all('events').filter(({ document }) => document.subject.seq !== undefined)
  const channels = Map.groupBy(events, ({ document }) => `${document.model}#${document.subject.channel}`)
  for (const [channel, told] of channels) {
    const intent = intents?.find((each) => `${each.model}#${each.channel}` === channel)
    verifyOrder(told as { path: string; document: Settled }[], findings)
    const ended = told.filter(({ document }) => document.type !== 'promotion.requested').map(seqOf)
    const known = new Set(told.map(seqOf))
    const newest = Math.max(intent?.seq ?? 0, ...ended)
    const silent = Array.from({ length: newest }, (_, i) => i + 1).filter((seq) => !known.has(seq))
    // The newest may just have been merged.
    for (const seq of silent.filter((each) => each !== intent?.seq))
      findings.warn(
        `channel ${channel}`,
        `has no event for seq ${seq}, though seq ${newest} is known`,
        'The channel file was moved past it by hand, or an event was removed. `git log -p` of the channel file on the default branch shows which.',
      )
    if (intents !== null) verifyFile(channel, { intent, ended: Math.max(0, ...ended) }, findings)
  }
}

const seqOf = ({ document }: { document: RegistryEvent }): number => document.subject.seq ?? 0

function verifyOrder(told: readonly { path: string; document: Settled }[], findings: Findings): void {
  const settled = told
    .filter(({ document }) => document.type === 'promotion.settled')
    .sort((a, b) => a.document.subject.seq - b.document.subject.seq)
  for (const [i, { path, document }] of settled.entries()) {
    const before = settled.slice(0, i).findLast((each) => each.document.subject.seq < document.subject.seq)
    const { previous } = document
    if (previous === undefined) continue
    if ((previous?.modelDigest ?? null) === (before?.document.subject.modelDigest ?? null))
      findings.count('successions')
    else
      findings.error(
        path,
        `says that it follows ${previous?.version ?? 'nothing'}, but ${before?.document.subject.version ?? 'nothing'} was in ${layout.channelTag(document.model, document.subject.channel, document.subject.seq)} before`,
        restore,
      )
  }
}

function verifyFile(
  channel: string,
  { intent, ended }: { intent: { seq: number } | undefined; ended: number },
  findings: Findings,
): void {
  if (ended <= (intent?.seq ?? 0)) return
  findings.warn(
    `channel ${channel}`,
    intent === undefined
      ? `has no channel file that can be read, though seq ${ended} was decided`
      : `its file says seq ${intent.seq}, though seq ${ended} was decided`,
    'The channel file was edited by hand or removed. Put the newest one back by pull request: `git log` of the file on the default branch has it.',
  )
}
