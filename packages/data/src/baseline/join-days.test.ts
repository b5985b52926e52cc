// Days that matrix jobs counted, joined to windows.
import { type Baseline, type Dataset, type DriftProfile, datasetDigest, storedJson } from '@tidemark/schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fingerprint, ninthWeek, openOrders, orders, reference, shopData } from '../drift/shop.fixture.ts'
import { mergeDatasets } from '../fingerprint/merge-datasets.ts'
import type { ScratchData } from '../scratch-data.ts'
import { buildBaseline, fillBaseline, layBaseline, planBaseline } from './baseline.ts'
import { joinDays } from './join-days.ts'
import { assertOnPlan } from './on-plan.ts'
import { readScoringRows } from './scoring-rows.ts'
import type { DriftData } from './source.ts'
import { addDays, datesOf } from './weeks.ts'
import { profileWindow, profileWindows } from './window.ts'

const options = { model: 'shop', dataset: fingerprint, period: reference, publicColumns: ['price'] }
const data = { ...shopData, segments: [{ column: 'shop', value: 'north' }] }
const daysOf = ({ start, end }: typeof reference) =>
  datesOf({ start, end }).map((day) => ({ start: day, end: addDays(day, 1) }))

let shop: ScratchData
let baseline: Baseline
let laid: Baseline
/** Of every day, from three shards. */
let days: DriftProfile[]
beforeAll(async () => {
  shop = await openOrders(orders())
  baseline = await buildBaseline(shop.engine, data, options)
  laid = layBaseline(await planBaseline(shop.engine, data, options), { ...options, features: baseline.features })
  days = []
  for (const shard of [0, 1, 2]) {
    await using part = await openOrders(`SELECT * FROM (${orders()}) WHERE hash(order_id) % 3 = ${shard}`)
    const windows = daysOf({ start: reference.start, end: ninthWeek.end })
    days.push(...(await profileWindows(part.engine, data, laid, windows)))
  }
})
afterAll(() => shop[Symbol.asyncDispose]())

describe('days of shards', () => {
  it('join to the bytes of a window in one pass, in any order', async () => {
    const once = storedJson(await profileWindow(shop.engine, data, baseline, ninthWeek))
    expect(storedJson(joinDays(days, ninthWeek, laid))).toBe(once)
    expect(storedJson(joinDays(days.toReversed(), ninthWeek, laid))).toBe(once)
  })

  it('of the reference fill a laid plan to the bytes of the baseline', () => {
    expect(storedJson(fillBaseline(laid, joinDays(days, reference, laid)))).toBe(storedJson(baseline))
  })

  it('of a period without rows are those of a window without rows', async () => {
    const later = { start: '2002-01-07', end: '2002-01-14' }
    expect(joinDays(days, later, laid)).toEqual(await profileWindow(shop.engine, data, baseline, later))
  })
})

describe('predictions held against outcomes', () => {
  /** Scores of orders as a model would have given them. */
  async function withScores(scratch: ScratchData, period: typeof reference): Promise<DriftData> {
    const { features } = shopData
    const query = {
      ...features,
      sql: features.sql.replace('SELECT', "SELECT hash(order_id, 's') % 1000 / 999.0 AS score,"),
    }
    const rows = await readScoringRows(scratch.engine, query, { features: [{ name: 'score', kind: 'number' }], period })
    const [found] = rows.features
    const values = found?.kind === 'number' ? found.values : new Float64Array()
    return { ...data, scored: { ...rows, scores: Float64Array.from(rows.codes, (code) => values[code]!) } }
  }

  it('add up too: calibration and what it promises are the bytes of one pass, and windows have no outcomes', async () => {
    const whole = await withScores(shop, reference)
    const expecting = { ...options, expectsPerformance: true }
    const once = await buildBaseline(shop.engine, whole, expecting)
    expect(once.expectations?.weeks).toHaveLength(8)
    const plan = layBaseline(await planBaseline(shop.engine, whole, expecting), { ...options, features: once.features })
    const period = { start: reference.start, end: ninthWeek.end }
    const counted: DriftProfile[] = []
    for (const shard of [0, 1, 2]) {
      await using part = await openOrders(`SELECT * FROM (${orders()}) WHERE hash(order_id) % 3 = ${shard}`)
      counted.push(...(await profileWindows(part.engine, await withScores(part, period), plan, daysOf(period))))
    }
    assertOnPlan(counted, plan, 'they')
    const filled = fillBaseline(plan, joinDays(counted, reference, plan))
    expect(storedJson(filled)).toBe(storedJson(once))
    const window = await profileWindow(shop.engine, await withScores(shop, ninthWeek), once, ninthWeek)
    expect(storedJson(joinDays(counted, ninthWeek, filled))).toBe(storedJson(window))
    const [{ outcomes, ...rest }] = counted as [DriftProfile]
    const wrong = { ...rest, outcomes: { ...outcomes!, observed: ['1 2'] } }
    expect(() => assertOnPlan([wrong], plan, 'they')).toThrow(
      expect.objectContaining({
        problems: [expect.objectContaining({ message: expect.stringMatching(/the outcomes/) })],
      }),
    )
  })
})

describe('profiles that others counted', () => {
  const change = (name: string, to: Record<string, unknown>): DriftProfile => ({
    ...days[0]!,
    columns: days[0]!.columns.map((column) => (column.name === name ? { ...column, ...to } : column)) as never,
  })

  it('on the plan’s edges are taken', () => {
    expect(() => assertOnPlan(days, laid, 'they')).not.toThrow()
  })

  it.each<[string, () => DriftProfile, RegExp]>([
    ['other bins', () => change('price', { counts: ['1 2 3'] }), /price has other bins/],
    ['more days than they say', () => change('price', { nulls: '0 0' }), /price has other bins or days/],
    ['rows that a column lost', () => change('shop', { counts: ['1 1 1'] }), /shop does not count every row/],
    ['a column that is not in the plan', () => change('shop', { name: 'shops' }), /shops is not in the plan/],
    ['a column of another kind', () => change('shop', { kind: 'rate', rows: '1', events: '1' }), /not in the plan/],
    ['more events than rows', () => change('late', { rows: '1', events: '2' }), /late has not one rate a day/],
    ['a column twice', () => ({ ...days[0]!, columns: [...days[0]!.columns, days[0]!.columns[0]!] }), /is there twice/],
    [
      'a calibration that is not by day',
      () => {
        const bins = { rows: '', observed: '', expectedMicros: '' }
        return { ...days[0]!, calibration: { rows: '1 2', observed: '1', expectedMicros: '1', bins } }
      },
      /calibration has other bins or days/,
    ],
    ['rows that are not by day', () => ({ ...days[0]!, rows: '1 2' }), /rows are not counted by day/],
  ])('with %s are refused', (_name, made, message) => {
    expect(() => assertOnPlan([made()], laid, 'they')).toThrow(
      expect.objectContaining({
        problems: expect.arrayContaining([expect.objectContaining({ message: expect.stringMatching(message) })]),
      }),
    )
  })
})

it('profiles without a column that others count are refused, whatever rows they say they have', () => {
  const none: DriftProfile = { ...days[1]!, rows: '9000', columns: [] }
  const gone = days.map((day) => ({ ...day, columns: day.columns.filter(({ name }) => name !== 'price') }))
  expect(() => assertOnPlan([days[0]!, none], laid, 'they')).toThrow(
    expect.objectContaining({
      code: 'DOCUMENT_INVALID',
      hint: expect.stringContaining('the same columns'),
      problems: [{ file: 'they', path: none.days[0], message: expect.stringMatching(/price.* not counted/) }],
    }),
  )
  expect(() => assertOnPlan(gone, laid, 'they')).not.toThrow()
})

describe('datasets of shards', () => {
  const dataset = (paths: string[], type = 'BIGINT', more: Partial<Dataset> = {}): Dataset => {
    const files = paths.map((path) => ({ path, sizeBytes: path.length, sha256: path.at(0)!.repeat(64), rows: 2 }))
    return {
      schema: 'tidemark/dataset/v1',
      model: 'shop',
      name: 'orders',
      digest: datasetDigest({ files }),
      files,
      rows: 2 * files.length,
      columns: [{ name: 'n', type }],
      ...more,
    }
  }

  it('are the one that all files are together, in any order', () => {
    const whole = dataset(['a', 'b', 'c', 'd'])
    expect(mergeDatasets([dataset(['b', 'd']), dataset(['a', 'c'])])).toEqual(whole)
    expect(mergeDatasets([dataset(['a', 'c']), dataset(['b', 'd'])])).toEqual(whole)
  })

  it('keep what folders give, which is part of their digest', () => {
    const ofYear = (path: string, year: string) => {
      const one = dataset([path])
      const files = one.files.map((file) => ({ ...file, partition: { year } }))
      return { ...one, files, digest: datasetDigest({ files }) }
    }
    const merged = mergeDatasets([ofYear('b', '2002'), ofYear('a', '2001')])
    expect(merged.files.map(({ partition }) => partition)).toEqual([{ year: '2001' }, { year: '2002' }])
    expect(merged.digest).not.toBe(dataset(['a', 'b']).digest)
  })

  it('have types that hold all of theirs', () => {
    expect(mergeDatasets([dataset(['a'], 'BIGINT'), dataset(['b'], 'DOUBLE')]).columns).toEqual([
      { name: 'n', type: 'DOUBLE' },
    ])
  })

  it.each<[string, Dataset[], string, RegExp]>([
    ['a file in two of them', [dataset(['a', 'b']), dataset(['b'])], 'DOCUMENT_INVALID', /1 file is in more than one/],
    ['other columns', [dataset(['a']), dataset(['b'], 'VARCHAR')], 'COLUMN_TYPE', /the same columns/],
    [
      'other objects',
      [dataset(['a']), dataset(['b'], 'BIGINT', { name: 'x' })],
      'DOCUMENT_INVALID',
      /different objects/,
    ],
    ['none', [], 'DOCUMENT_INVALID', /there is none/],
  ])('with %s are refused', (_name, shards, code, message) => {
    expect(() => mergeDatasets(shards)).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(message) }),
    )
  })
})
