import { readFileSync } from 'node:fs'
import type { Baseline, DriftProfile } from '@tidemark/schemas'
import { Baseline as BaselineDocument, DriftCheck, MonitorPolicy, readNumbers, writeNumbers } from '@tidemark/schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildBaseline } from '../baseline/baseline.ts'
import { profileWindow } from '../baseline/window.ts'
import type { ScratchData } from '../scratch-data.ts'
import { checkDrift, replayDrift } from './check.ts'
import { judgeDrift } from './judge.ts'
import { fingerprint, ninthWeek, openOrders, orders, policy, reference, shopData } from './shop.fixture.ts'

let shop: ScratchData
let baseline: Baseline
let usual: DriftProfile
beforeAll(async () => {
  shop = await openOrders(orders())
  const options = { model: 'shop', dataset: fingerprint, period: reference, publicColumns: [] }
  baseline = await buildBaseline(shop.engine, shopData, options)
  usual = await profileWindow(shop.engine, shopData, baseline, ninthWeek)
})
afterAll(() => shop[Symbol.asyncDispose]())

const judge = (window: DriftProfile, given: Partial<MonitorPolicy> = {}) =>
  judgeDrift({ baseline, window, policy: { ...policy, ...given } })

/** The ninth week of orders of which a column is another. */
async function changed(change: Parameters<typeof orders>[0]) {
  await using other = await openOrders(orders(change))
  return judge(await profileWindow(other.engine, shopData, baseline, ninthWeek))
}
const named = (decision: ReturnType<typeof judge>, verdict: string) =>
  decision.results.filter((result) => result.verdict === verdict).map(({ family, column }) => `${family}.${column}`)

describe('a complete week', () => {
  it('that is like the others passes, although Saturdays are not like Mondays', () => {
    expect(judge(usual)).toMatchObject({ verdict: 'pass', notJudged: [] })
  })

  it('fails by the column whose unit changed, and by no other', async () => {
    const decision = await changed({ price: '100 * (20 + hash(i) % 50)' })
    expect(decision.verdict).toBe('fail')
    expect(named(decision, 'fail')).toEqual(['features.price'])
  })

  it('fails by missing values where a column went null, and does not judge what is not there', async () => {
    const decision = await changed({ pieces: 'NULL::INTEGER' })
    expect(named(decision, 'fail')).toEqual(['nulls.pieces'])
    expect(decision.notJudged).toEqual([{ id: 'features.pieces', reason: 'every value is missing' }])
  })

  it('NaN counts as missing', async () => {
    expect(named(await changed({ price: `'NaN'::DOUBLE` }), 'fail')).toEqual(['nulls.price'])
  })

  it('fails by levels that the reference does not have', async () => {
    const decision = await changed({ shop: `CASE WHEN i % 2 = 0 THEN 'west' ELSE 'north' END` })
    expect(named(decision, 'fail')).toEqual(['features.shop'])
    expect(
      decision.results.find(({ column, family }) => column === 'shop' && family === 'features')!.shown.otherShare,
    ).toBeCloseTo(0.5, 1)
  })

  it('fails by its outcomes, both forms of them', async () => {
    expect(named(await changed({ days_late: '3' }), 'fail').sort()).toEqual(['labels.days_late', 'labels.late'])
  })
})

describe('no verdict is invented', () => {
  it('a week of which days are missing is inconclusive', async () => {
    const window = await profileWindow(shop.engine, shopData, baseline, { start: '2001-03-05', end: '2001-03-12' })
    const days = window.days.slice(0, 4)
    const half: DriftProfile = { ...window, days, rows: writeNumbers(readNumbers(window.rows).slice(0, 4)) }
    expect(judge(half)).toMatchObject({
      verdict: 'inconclusive',
      results: [],
      reason: expect.stringMatching(/3 of 7 days/),
    })
  })

  it('a window without rows is inconclusive', async () => {
    const empty = await profileWindow(shop.engine, shopData, baseline, { start: '2001-06-04', end: '2001-06-11' })
    expect(empty.days).toEqual([])
    expect(judge(empty)).toMatchObject({ verdict: 'inconclusive', reason: 'The window has no rows.' })
  })

  it('outcomes of part of the rows are not judged, and the window does not pass', () => {
    const columns = usual.columns.map((column) =>
      column.kind === 'rate'
        ? { ...column, rows: writeNumbers(readNumbers(column.rows).map((rows) => rows >> 1)) }
        : column,
    )
    const decision = judge({ ...usual, columns })
    expect(decision.verdict).toBe('inconclusive')
    expect(decision.notJudged[0]).toMatchObject({ id: 'labels.late', reason: expect.stringMatching(/early outcomes/) })
  })

  it('too few rows are inconclusive, and it says how many more', () => {
    const decision = judge(usual, { minRows: 100_000 })
    expect(new Set(decision.results.map(({ verdict }) => verdict))).toEqual(new Set(['inconclusive']))
    const more = judge(usual, { minRows: 2500 }).results[0]!
    expect(more).toMatchObject({ verdict: 'inconclusive', needed: { unit: 'rows' } })
    // nm/(n + m) of the window with that many more rows is the minimum.
    const [n, m] = [more.rows + more.needed!.count, baseline.rows]
    expect((n * m) / (n + m)).toBeGreaterThanOrEqual(2500)
    expect(((n - 2) * m) / (n - 2 + m)).toBeLessThan(2500)
  })

  it('an effect near the limit is inconclusive, and more days would settle it', () => {
    const shown = judge(usual).results.find(({ column, family }) => column === 'price' && family === 'features')!
    const near = { warn: (shown.effect! + shown.bounds.upper!) / 2, fail: 0.9 }
    const result = judge(usual, { thresholds: near }).results.find(
      ({ column, family }) => column === 'price' && family === 'features',
    )!
    // Where reference weeks differ by more than the limit, their spread is the limit.
    if (result.limits.warn === near.warn)
      expect(result).toMatchObject({ verdict: 'inconclusive', needed: { unit: 'blocks' } })
    else expect(result.limits.warn).toBeGreaterThan(near.warn)
  })
})

describe('a stored check', () => {
  it('follows its schema and replays to the same decision', () => {
    const check = checkDrift({ baseline, window: usual, dataset: fingerprint, policy })
    expect(DriftCheck.parse(check)).toEqual(check)
    expect(replayDrift(JSON.parse(JSON.stringify(check)) as DriftCheck, baseline).verdict).toBe('pass')
  })

  it.each<[string, (check: DriftCheck) => DriftCheck]>([
    ['a verdict', (check) => ({ ...check, verdict: 'fail' })],
    ['a count', (check) => ({ ...check, statistics: { ...check.statistics, rows: '1 1 1 1 1 1 1' } })],
    ['the policy', (check) => ({ ...check, policy: MonitorPolicy.parse({ thresholds: { warn: 0.5, fail: 0.6 } }) })],
  ])('does not replay after %s was changed', (_name, change) => {
    const check = checkDrift({ baseline, window: usual, dataset: fingerprint, policy })
    expect(() => replayDrift(change(check), baseline)).toThrow(expect.objectContaining({ code: 'DIGEST_MISMATCH' }))
  })

  it('does not replay against a baseline that was changed', () => {
    const check = checkDrift({ baseline, window: usual, dataset: fingerprint, policy })
    expect(() => replayDrift(check, { ...baseline, rows: baseline.rows + 1 })).toThrow(/the baseline/)
  })

  it('of the registry’s examples replays', () => {
    const example = (kind: string) =>
      JSON.parse(
        readFileSync(new URL(`../../../../registry-schema/examples/${kind}/valid/shop.json`, import.meta.url), 'utf8'),
      )
    expect(replayDrift(DriftCheck.parse(example('drift')), BaselineDocument.parse(example('baseline'))).verdict).toBe(
      'fail',
    )
  })

  it('the id depends on baseline, counts and policy only', () => {
    const id = (window: DriftProfile, given = policy) =>
      checkDrift({ baseline, window, dataset: fingerprint, policy: given }).id
    expect(id(usual)).toBe(id({ ...usual }))
    expect(id(usual, { ...policy, minRows: 300 })).not.toBe(id(usual))
    expect(id({ ...usual, rows: usual.rows.replace(/^\d+/, '1') })).not.toBe(id(usual))
  })
})
