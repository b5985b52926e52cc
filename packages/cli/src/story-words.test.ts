import type { StoryEntry } from '@tidemark/registry'
import { eventTypes } from '@tidemark/schemas'
import { expect, test } from 'vitest'
import { detailsOf, tellEntry } from './story-words.ts'

const entry = (type: string, more: Partial<StoryEntry> = {}): StoryEntry => ({
  at: '2001-05-02T08:00:00Z',
  type,
  version: '1.1.0',
  modelDigest: 'a'.repeat(64),
  channel: 'production',
  seq: 2,
  previous: null,
  isReturn: false,
  weight: null,
  actor: 'engineer',
  approvedBy: [],
  pullRequest: null,
  issue: null,
  reasons: [],
  cause: null,
  runUrl: null,
  ...more,
})

test('every type of event has words of its own', () => {
  for (const type of eventTypes) expect(tellEntry(entry(type))[1]).not.toContain(type)
})

test.each([
  [entry('promotion.settled'), '1.1.0 came into production', 'production #2'],
  [entry('promotion.settled', { isReturn: true }), '1.1.0 stays in production', 'production #2'],
  [
    entry('promotion.merged', { approvedBy: ['a', 'b'], pullRequest: 7 }),
    '1.1.0 approved and merged',
    'approved by a, b · pull request #7 · production #2',
  ],
  [
    entry('rollout.advanced', { weight: 0.5, reasons: ['no harm'] }),
    '1.1.0 advances to 50 %',
    'no harm · production #2',
  ],
  [
    entry('gate.failed', { version: null, channel: null, seq: null, reasons: ['worse', 'slow'] }),
    'candidate refused by the gate',
    'aaaaaaaaaaaa · worse and 1 more',
  ],
  [
    entry('drift.checked', { channel: null, reasons: ['2001-04-02: pass', '2001-04-09: warn', '2001-04-16: pass'] }),
    'drift checked',
    'against 1.1.0 · 3 windows: 2 pass, 1 warn',
  ],
  [entry('channel.audited', { reasons: ['by hand'] }), '1.1.0 channel.audited', 'by hand · production #2'],
])('%#: told in words', (told, words, details) => {
  expect(tellEntry(told)[1]).toBe(words)
  expect(detailsOf(told, [])).toBe(details)
})
