import type { DriftVerdict, RegistryEvent, RolloutState, VersionOverview, VersionStatus } from '@tidemark/schemas'
import { html, type Markup } from './markup.ts'

/** How good or bad something is; each has a colour and a mark, so that neither alone says it. */
export type Tone = 'good' | 'warn' | 'bad' | 'busy' | 'calm'

export const marks: Readonly<Record<Tone, string>> = { good: '✓', warn: '▲', bad: '✕', busy: '◐', calm: '·' }

export function badge(tone: Tone, text: string): Markup {
  return html`<span class="badge ${tone}"><span aria-hidden="true">${marks[tone]}</span> ${text}</span>`
}

const statuses: Readonly<Record<VersionStatus, readonly [Tone, string]>> = {
  live: ['good', 'live'],
  canary: ['busy', 'canary'],
  proposed: ['calm', 'proposed'],
  merged: ['busy', 'merged'],
  refused: ['bad', 'refused'],
  'rolled-back': ['bad', 'rolled back'],
  former: ['calm', 'former'],
  retired: ['calm', 'retired'],
  published: ['calm', 'published'],
  pending: ['busy', 'pending'],
}

export const statusTone = (status: VersionStatus): Tone => statuses[status][0]

export function statusBadge({ status, channels }: VersionOverview): Markup {
  const [tone, text] = statuses[status]
  return badge(tone, status === 'live' ? `in ${channels.join(', ')}` : text)
}

export const driftTone: Readonly<Record<DriftVerdict, Tone>> = {
  pass: 'good',
  warn: 'warn',
  fail: 'bad',
  inconclusive: 'calm',
}

export const driftWord: Readonly<Record<DriftVerdict, string>> = {
  pass: 'no drift',
  warn: 'drift',
  fail: 'strong drift',
  inconclusive: 'inconclusive',
}

export const phases: Readonly<Record<RolloutState['phase'], readonly [Tone, string]>> = {
  pending: ['busy', 'pending'],
  running: ['busy', 'running'],
  holding: ['warn', 'holding'],
  promoted: ['good', 'promoted'],
  'rolled-back': ['bad', 'rolled back'],
}

export const isRunning = ({ phase }: RolloutState): boolean =>
  phase === 'pending' || phase === 'running' || phase === 'holding'

export type EventKind = 'versions' | 'promotions' | 'rollouts' | 'drift'

export const eventWords: Readonly<Record<RegistryEvent['type'], readonly [EventKind, Tone, string]>> = {
  'version.registered': ['versions', 'calm', 'registered'],
  'version.published': ['versions', 'calm', 'published'],
  'version.retired': ['versions', 'calm', 'retired'],
  'gate.failed': ['versions', 'bad', 'refused by the gate'],
  'rollback.requested': ['promotions', 'warn', 'asked for again'],
  'promotion.requested': ['promotions', 'calm', 'proposed'],
  'promotion.merged': ['promotions', 'busy', 'approved and merged'],
  'promotion.settled': ['promotions', 'good', 'came into'],
  'promotion.refused': ['promotions', 'bad', 'refused for'],
  'rollout.opened': ['rollouts', 'busy', 'rollout opened'],
  'rollout.rolled-back': ['rollouts', 'bad', 'rolled back'],
  'version.rolled-back': ['rollouts', 'bad', 'needs a waiver to come back'],
  'drift.checked': ['drift', 'calm', 'drift checked'],
  'drift.detected': ['drift', 'warn', 'drift detected'],
  'drift.resolved': ['drift', 'good', 'drift resolved'],
  'retraining.dispatched': ['drift', 'busy', 'retraining dispatched'],
}
