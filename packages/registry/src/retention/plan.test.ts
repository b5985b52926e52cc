import { type ChannelIntent, ModelPolicy, type RegistryEvent, sha256, type VersionManifest } from '@tidemark/schemas'
import { expect, it } from 'vitest'
import { planRetirement, type RetentionFacts } from './plan.ts'

const policy = (extra: object): ModelPolicy =>
  ModelPolicy.parse({
    schema: 'tidemark/model/v1',
    model: 'churn',
    owners: ['owner'],
    task: 'binary',
    data: { files: 'data/*.parquet', columns: { id: 'id', label: 'churned', cluster: 'day' } },
    train: {},
    gate: { cluster: 'day', metrics: [{ id: 'roc_auc', mode: 'non_inferior', margin: 0.01 }] },
    ...extra,
  })

const versions = ['1.0.0', '1.1.0', '1.2.0', '1.10.0', '2.0.0']
const named = (version: string) => ({ version, modelDigest: sha256(version) })
const manifests = versions.map((version) => ({ model: 'churn', ...named(version) }) as VersionManifest)
const event = (type: RegistryEvent['type'], version: string, at = '2026-01-01T00:00:00Z', seq?: number) =>
  ({ type, at, subject: { ...named(version), ...(seq ? { channel: 'production', seq } : {}) } }) as RegistryEvent
const published = versions.map((version) => event('version.published', version))

function retired(facts: Partial<RetentionFacts> = {}, retention: object | undefined = { keepNewest: 1, keepDays: 30 }) {
  const due = planRetirement({
    policy: policy({ retention }),
    manifests,
    events: published,
    intents: [],
    rollouts: [],
    proposed: new Set(),
    now: '2026-06-01T00:00:00Z',
    ...facts,
  })
  return due.map(({ manifest }) => manifest.version).sort()
}

it('retires nothing unless the policy asks', () => {
  expect(planRetirement({ ...({} as RetentionFacts), policy: policy({}) })).toEqual([])
})

it('keeps the newest by number, not by text, and what is not published yet', () => {
  expect(retired()).toEqual(['1.0.0', '1.1.0', '1.10.0', '1.2.0'])
  expect(retired({}, { keepNewest: 2 })).toEqual(['1.0.0', '1.1.0', '1.2.0'])
  expect(retired({ events: published.slice(1) })).not.toContain('1.0.0')
})

it('retires a version once', () => {
  expect(retired({ events: [...published, event('version.retired', '1.0.0')] })).not.toContain('1.0.0')
})

it('keeps what a channel file wants and what it follows', () => {
  const intent = { ...named('1.0.0'), previous: { ...named('1.1.0'), seq: 1 } } as ChannelIntent
  expect(retired({ intents: [intent] })).toEqual(['1.10.0', '1.2.0'])
})

it('keeps what is in a channel, the one before it however long ago, and what left it within the days', () => {
  const settled = [
    event('promotion.settled', '1.0.0', '2026-01-01T00:00:00Z', 1),
    event('promotion.settled', '1.1.0', '2026-02-01T00:00:00Z', 2),
    event('promotion.settled', '1.2.0', '2026-05-20T00:00:00Z', 3),
    event('promotion.settled', '1.10.0', '2026-05-21T00:00:00Z', 4),
  ]
  // 1.1.0 came in February, and was in production until twelve days ago.
  expect(retired({ events: [...published, ...settled] })).toEqual(['1.0.0'])
  expect(retired({ events: [...published, ...settled], now: '2027-01-01T00:00:00Z' })).toEqual(['1.0.0', '1.1.0'])
})

it('keeps the one before also where the channel was returned to what was in it', () => {
  const settled = [
    event('promotion.settled', '1.0.0', '2026-01-01T00:00:00Z', 1),
    event('promotion.settled', '1.1.0', '2026-01-02T00:00:00Z', 2),
    event('promotion.settled', '1.1.0', '2026-01-03T00:00:00Z', 4),
  ]
  expect(retired({ events: [...published, ...settled] })).toEqual(['1.10.0', '1.2.0'])
})

it('keeps both arms of an open rollout, what is proposed, and the baseline that the monitor names', () => {
  const rollout = (phase: string) =>
    [{ phase, champion: named('1.0.0'), canary: named('1.1.0') }] as unknown as RetentionFacts['rollouts']
  expect(retired({ rollouts: rollout('holding') })).toEqual(['1.10.0', '1.2.0'])
  expect(retired({ rollouts: rollout('rolled-back') })).toContain('1.0.0')
  expect(retired({ proposed: new Set([sha256('1.2.0')]) })).not.toContain('1.2.0')
  const watched = policy({ retention: { keepNewest: 1 }, monitor: { baseline: { version: '1.0.0' } } })
  expect(retired({ policy: watched })).toEqual(['1.1.0', '1.10.0', '1.2.0'])
})
