import type { ModelOverview, RegistryEvent } from '@tidemark/schemas'
import { isRunning, type Tone } from './words.ts'

/** Something that somebody should look at, as far as the registry knows. */
export interface Attention {
  readonly tone: Tone
  readonly text: string
  readonly issue?: number | undefined
  readonly pullRequest?: number | undefined
}

const order: readonly Tone[] = ['bad', 'warn', 'busy', 'calm', 'good']

/** What is open, worst first: what was followed by something else is history, and not here. */
export function attentionOf({ channels, rollouts, drift, events }: ModelOverview): Attention[] {
  const found: Attention[] = []
  for (const rollout of rollouts.filter(isRunning)) {
    if (rollout.fault) found.push({ tone: 'warn', text: `canary ${rollout.canary.version}: ${rollout.fault.reason}` })
  }
  const newest = drift.at(-1)
  const open = events.find(({ type }) => type === 'drift.detected' || type === 'drift.resolved')
  const issue = open?.type === 'drift.detected' ? open.issue : undefined
  if (newest && (newest.verdict === 'fail' || newest.verdict === 'warn'))
    found.push({ tone: newest.verdict === 'fail' ? 'bad' : 'warn', text: newest.reason, issue })
  else if (open?.type === 'drift.detected')
    found.push({ tone: 'warn', text: 'drift was detected and is not resolved', issue })
  const held = new Map(channels.map(({ channel, tenures }) => [channel, tenures.at(-1)?.seq ?? 0]))
  for (const event of newestByChannel(events)) {
    const { version = '', channel = '', seq = 0 } = event.subject
    if (seq <= (held.get(channel) ?? 0)) continue
    const { pullRequest } = event
    if (event.type === 'promotion.refused')
      found.push({ tone: 'bad', text: `${version} was refused for ${channel}`, pullRequest })
    else if (event.type === 'rollout.rolled-back')
      found.push({ tone: 'bad', text: `${version} was rolled back; the channel file still names it`, pullRequest })
    else if (event.type === 'promotion.requested')
      found.push({ tone: 'calm', text: `${version} waits for review for ${channel}`, pullRequest })
  }
  return found.sort((a, b) => order.indexOf(a.tone) - order.indexOf(b.tone))
}

/** Of each channel the newest event about a promotion. */
function newestByChannel(events: readonly RegistryEvent[]): RegistryEvent[] {
  const newest = new Map<string, RegistryEvent>()
  for (const event of events) {
    const { channel, seq } = event.subject
    if (channel === undefined || seq === undefined) continue
    const known = newest.get(channel)
    if (!known || seq > (known.subject.seq ?? 0)) newest.set(channel, event)
  }
  return [...newest.values()]
}
