// What the monitor's policy changes in a verdict: weights, proof of no drift, daily windows.
import { Baseline, DriftCheck, type DriftProfile, MonitorPolicy } from '@tidemark/schemas'
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
let dear: DriftProfile
const saturday = { start: '2001-03-03', end: '2001-03-04' }

beforeAll(async () => {
  shop = await openOrders(orders())
  const options = { model: 'shop', dataset: fingerprint, period: reference, publicColumns: [] }
  baseline = await buildBaseline(shop.engine, shopData, options)
  usual = await profileWindow(shop.engine, shopData, baseline, ninthWeek)
  dear = await ofWeek({ price: '100 * (20 + hash(i) % 50)' })
})
afterAll(() => shop[Symbol.asyncDispose]())

async function ofWeek(change: Parameters<typeof orders>[0], window = ninthWeek): Promise<DriftProfile> {
  await using other = await openOrders(orders(change))
  return await profileWindow(other.engine, shopData, baseline, window)
}
const judge = (window: DriftProfile, given: Partial<MonitorPolicy> = {}) =>
  judgeDrift({ baseline, window, policy: MonitorPolicy.parse({ ...policy, ...given }) })
const verdictOf = (decision: ReturnType<typeof judge>, id: string) =>
  decision.results.find(({ family, column }) => `${family}.${column}` === id)?.verdict

describe('weights of features', () => {
  it('every failing feature fails the window where nothing else is said', () => {
    expect(judge(dear).verdict).toBe('fail')
  })

  it('with a failing share, one of three unimportant features is a warning, and keeps its own verdict', () => {
    const decision = judge(dear, { failingShare: 0.5 })
    expect(decision.verdict).toBe('warn')
    expect(verdictOf(decision, 'features.price')).toBe('fail')
  })

  it('the share is of importance, not of columns', () => {
    expect(judge(dear, { failingShare: 0.5, columns: { price: { importance: 5 } } }).verdict).toBe('fail')
    expect(judge(dear, { failingShare: 0.5, columns: { shop: { importance: 9 } } }).verdict).toBe('warn')
  })

  it('a weight on a column that is not there keeps the window from passing', () => {
    const { verdict, notJudged } = judge(usual, { columns: { prise: { critical: true } } })
    expect([verdict, notJudged.map(({ id }) => id)]).toEqual(['inconclusive', ['columns.prise']])
  })

  it('a critical feature fails alone, and labels always do', async () => {
    expect(judge(dear, { failingShare: 1, columns: { price: { critical: true } } }).verdict).toBe('fail')
    expect(judge(await ofWeek({ days_late: '3' }), { failingShare: 1 }).verdict).toBe('fail')
  })
})

describe('segments', () => {
  // Dearer in the north alone: six of ten orders.
  const northDear = {
    price: `CASE WHEN hash(i, 'c') % 1000000 / 1000000.0 < 0.6 THEN 60 + hash(i) % 20 ELSE 20 + hash(i, 'a') % 50 END`,
  }
  const segments = ['north', 'south'].map((value) => ({ column: 'shop', value }))
  const data = { ...shopData, segments }

  async function judgeSegments(change: Parameters<typeof orders>[0]) {
    const options = { model: 'shop', dataset: fingerprint, period: reference, publicColumns: ['price'] }
    const own = await buildBaseline(shop.engine, data, options)
    await using other = await openOrders(orders(change))
    const window = await profileWindow(other.engine, data, own, ninthWeek)
    expect(Baseline.parse(own)).toEqual(own)
    return { own, decision: judgeDrift({ baseline: own, window, policy }) }
  }

  it('are judged by themselves, in features and labels, and do not count as missing elsewhere', async () => {
    const { own, decision } = await judgeSegments(northDear)
    const failing = decision.results.filter(({ verdict }) => verdict === 'fail').map(({ column }) => column)
    expect(failing).toContain('price [shop=north]')
    expect(failing).not.toContain('price [shop=south]')
    expect(decision.results.some(({ column }) => column === 'late [shop=south]')).toBe(true)
    expect(decision.results.some(({ column, family }) => family === 'nulls' && column.includes('['))).toBe(false)
    expect(own.columns.find(({ name }) => name === 'price [shop=north]')?.segment).toEqual(segments[0])
  })

  it('that have no rows in the window are not judged, which is no pass', async () => {
    const { decision } = await judgeSegments({ shop: `'south'` })
    expect(decision.notJudged.map(({ id }) => id)).toContain('features.price [shop=north]')
  })

  it('of a column that is not there are refused', async () => {
    const wrong = { ...shopData, segments: [{ column: 'country', value: 'x' }] }
    const options = { model: 'shop', dataset: fingerprint, period: reference, publicColumns: [] }
    await expect(buildBaseline(shop.engine, wrong, options)).rejects.toMatchObject({
      code: 'COLUMN_MISSING',
      message: /monitor.segments.*country/,
    })
  })
})

describe('a column of another type', () => {
  it('fails by that, and says so', async () => {
    const decision = judge(await ofWeek({ price: `'dear'` }))
    expect(decision.verdict).toBe('fail')
    const gone = decision.results.find(({ verdict }) => verdict === 'fail')!
    expect(gone).toMatchObject({ column: 'price', family: 'nulls', reason: expect.stringMatching(/its type changed/) })
  })
})

describe('no drift above a size', () => {
  it('a window that passes names the largest drift that it does not rule out', () => {
    const { results, ruledOutAbove } = judge(usual)
    expect(ruledOutAbove).toBe(
      Math.max(
        ...results.filter(({ statistic }) => statistic !== 'observed_expected').map(({ bounds }) => bounds.upper!),
      ),
    )
    expect(judge(dear).ruledOutAbove).toBeUndefined()
  })

  it('a smaller size than can be ruled out is inconclusive, and neither a warning nor a pass', () => {
    const most = judge(usual).ruledOutAbove!
    expect(judge(usual, { thresholds: { warn: 0.1, fail: 0.2, equivalence: most * 1.01 } }).verdict).toBe('pass')
    const open = judge(usual, { thresholds: { warn: 0.1, fail: 0.2, equivalence: most / 2 } })
    expect(open.verdict).toBe('inconclusive')
    expect(open.results.every(({ verdict }) => verdict === 'pass' || verdict === 'inconclusive')).toBe(true)
  })
})

describe('daily windows', () => {
  const daily = { windows: 'day', baseline: { match: 'weekday' } } as const

  it('ask for a comparison by weekday', () => {
    expect(() => MonitorPolicy.parse({ windows: 'day' })).toThrow(/baseline.match: weekday/)
    expect(MonitorPolicy.parse(daily).windows).toBe('day')
  })

  it('a Saturday, which is dearer than other days, is like Saturdays', async () => {
    const decision = judge(await profileWindow(shop.engine, shopData, baseline, saturday), daily)
    expect(decision.results.filter(({ verdict }) => verdict === 'fail' || verdict === 'warn')).toEqual([])
    const price = decision.results.find(({ column, family }) => column === 'price' && family === 'features')!
    // Against all days it would be far off.
    expect(price.effect).toBeLessThan(0.1)
    expect(price.shown.ksUpper).toBeGreaterThan(0.15)
  })

  it('a day with another unit fails, by that column', async () => {
    const decision = judge(await ofWeek({ price: '100 * (20 + hash(i) % 50)' }, saturday), daily)
    expect(decision.results.filter(({ verdict }) => verdict === 'fail').map(({ column }) => column)).toEqual(['price'])
  })

  it('a day that lacks a column fails by that, few rows or not', async () => {
    const decision = judge(await ofWeek({ price: `'dear'` }, saturday), { ...daily, minRows: 100_000 })
    expect(decision.verdict).toBe('fail')
    expect(verdictOf(decision, 'nulls.price')).toBe('fail')
  })

  it('a day without a column’s values fails by that', async () => {
    const decision = judge(await ofWeek({ pieces: 'NULL::INTEGER' }, saturday), daily)
    expect(verdictOf(decision, 'nulls.pieces')).toBe('fail')
  })

  it('a baseline that does not know its days judges none', () => {
    const columns = baseline.columns.map(({ daily: _, ...column }) =>
      column.kind === 'rate' ? column : { ...column, dailyNulls: undefined },
    ) as Baseline['columns']
    const { verdict, notJudged } = judgeDrift({
      baseline: { ...baseline, columns },
      window: dear,
      policy: MonitorPolicy.parse({ ...policy, ...daily }),
    })
    expect(verdict).toBe('inconclusive')
    expect(notJudged.length).toBeGreaterThan(3)
  })
})

describe('a check on record', () => {
  it('of an earlier version, which showed fewer measures, still replays', () => {
    const check = checkDrift({ baseline, window: usual, dataset: fingerprint, policy })
    const { ruledOutAbove: _, ...rest } = check
    const earlier: DriftCheck = {
      ...rest,
      results: check.results.map((result) => {
        const { hellinger: _h, chiSquaredP: _c, ...shown } = result.shown
        return { ...result, shown }
      }),
    }
    expect(replayDrift(DriftCheck.parse(earlier), baseline).verdict).toBe('pass')
  })

  it('whose shown measure or proven size was changed does not', () => {
    const check = checkDrift({ baseline, window: usual, dataset: fingerprint, policy })
    const [first, ...others] = check.results
    const forged = [{ ...first!, shown: { ...first!.shown, psi: 9 } }, ...others]
    expect(() => replayDrift({ ...check, results: forged }, baseline)).toThrow(/the decision/)
    expect(() => replayDrift({ ...check, ruledOutAbove: 0.01 }, baseline)).toThrow(/the decision/)
  })
})
