import { type Baseline, type DriftProfile, type DriftShard, MonitorPolicy } from '@tidemark/schemas'
import { expect, it } from 'vitest'
import { measureShards } from './shards.ts'

const baseline: Baseline = {
  schema: 'tidemark/baseline/v1',
  id: 'a'.repeat(64),
  model: 'shop',
  modelDigest: null,
  validation: null,
  dataset: 'b'.repeat(64),
  features: 'c'.repeat(64),
  period: { start: '2001-01-01', end: '2001-04-01' },
  rows: 9000,
  weekdays: Array.from({ length: 7 }, () => ({ days: 0, rows: 0, least: 0 })),
  columns: [],
  calibration: null,
} as unknown as Baseline
const reference = { files: [] } as unknown as DriftShard['dataset']
const monitor = MonitorPolicy.parse({})
const today = { date: '2001-05-02', latest: '2001-05-03' }

const dayOf = (date: string): DriftProfile => ({
  period: { start: date, end: date },
  days: [date],
  rows: '100',
  columns: [],
  calibration: null,
})

const shard = (newest: string | null, ...days: string[]): DriftShard => ({
  schema: 'tidemark/drift-shard/v1',
  model: 'shop',
  plan: baseline.id,
  acceptance: 'd'.repeat(64),
  part: { index: 1, of: 1 },
  dataset: {
    schema: 'tidemark/dataset/v1',
    model: 'shop',
    name: 'orders',
    digest: 'e'.repeat(64),
    files: [{ path: `${newest}.csv`, sizeBytes: 1, sha256: 'f'.repeat(64), rows: 1 }],
    rows: 1,
    columns: [],
  },
  newest,
  days: days.map(dayOf),
  reference: null,
})

const measure = (...shards: DriftShard[]) =>
  measureShards(shards, { baseline, reference, plan: baseline, monitor, windows: [], today })
const april = ['2001-04-03', '2001-04-10', '2001-04-17']

it('a shard with a day ahead hides no week of the others, and is told', () => {
  const { checks, ahead } = measure(shard('2001-04-17', ...april), shard('2099-12-31', '2099-12-31'))
  expect(checks.map(({ window }) => `${window.start} ${window.rows}`)).toEqual(['2001-04-02 100', '2001-04-09 100'])
  expect(ahead).toBe('2099-12-31')
  expect(measure(shard('2001-04-17', ...april)).ahead).toBeNull()
})

it('a week that ends after today is not due, however far the data’s own calendar is ahead', () => {
  const end = (newest: string) => measure(shard(newest, ...april)).checks.at(-1)?.window.end
  expect(end('2001-05-03')).toBe('2001-04-30')
})

it('days of shards that lie further apart than any data’s are refused, as in one pass', () => {
  expect(() => measure(shard('2001-04-17', ...april), shard('9999-12-31'))).toThrow(
    expect.objectContaining({ code: 'COLUMN_TYPE', hint: expect.stringContaining('contract') }),
  )
})
