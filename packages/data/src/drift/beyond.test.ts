// What the reference does not know: levels that are new or gone, numbers beyond its range; and scores of a part of the rows.
import { Baseline } from '@tidemark/schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildBaseline } from '../baseline/baseline.ts'
import { readScoringRows } from '../baseline/scoring-rows.ts'
import type { DriftData } from '../baseline/source.ts'
import { profileWindow } from '../baseline/window.ts'
import type { ScratchData } from '../scratch-data.ts'
import { judgeDrift } from './judge.ts'
import { fingerprint, ninthWeek, openOrders, orders, policy, reference, shopData } from './shop.fixture.ts'

const options = { model: 'shop', dataset: fingerprint, period: reference, publicColumns: ['price'] }
let shop: ScratchData
let baseline: Baseline
beforeAll(async () => {
  shop = await openOrders(orders())
  baseline = await buildBaseline(shop.engine, shopData, options)
})
afterAll(() => shop[Symbol.asyncDispose]())

async function judge(change: Parameters<typeof orders>[0]) {
  await using other = await openOrders(orders(change))
  return judgeDrift({ baseline, window: await profileWindow(other.engine, shopData, baseline, ninthWeek), policy })
}
type Decision = Awaited<ReturnType<typeof judge>>
/** What did not pass; the numbers together go with each of them. */
const raised = ({ results }: Decision) =>
  results
    .filter(({ verdict, column }) => verdict !== 'pass' && column !== 'numbers together')
    .map(({ column, family, verdict }) => `${verdict} ${family}.${column}`)
const shownOf = ({ results }: Decision, name: string) =>
  results.find(({ column, family }) => column === name && family === 'features')!.shown
/** As the orders' own, with a level for a share of them. */
const shops = (share: number, level: string) =>
  `CASE WHEN hash(i, 'n') % 1000 < ${1000 * share} THEN '${level}' WHEN hash(i, 'c') % 1000 < 600 THEN 'north' ELSE 'south' END`

describe('a level that the reference does not have', () => {
  it('fails its column alone where a third of the rows have it, and is shown as new', async () => {
    const decision = await judge({ shop: shops(0.33, 'web') })
    expect(decision.verdict).toBe('fail')
    expect(raised(decision)).toEqual(['fail features.shop'])
    const { otherShare, otherShareBaseline, vanishedLevels } = shownOf(decision, 'shop')
    expect(otherShare).toBeCloseTo(0.33, 1)
    expect(otherShareBaseline).toBeLessThan(0.01)
    expect(vanishedLevels).toBe(0)
  })

  it('warns where a sixth have it, and passes where a few rows have', async () => {
    expect(raised(await judge({ shop: shops(0.16, 'web') }))).toEqual(['warn features.shop'])
    expect(raised(await judge({ shop: shops(0.005, 'web') }))).toEqual([])
  })
})

describe('a level that is gone', () => {
  it('fails its column alone, and is shown with the share it had', async () => {
    const decision = await judge({ shop: `'north'` })
    expect([decision.verdict, raised(decision)]).toEqual(['fail', ['fail features.shop']])
    const { vanishedLevels, vanishedShareBaseline, otherShare } = shownOf(decision, 'shop')
    expect(vanishedLevels).toBe(1)
    expect(vanishedShareBaseline).toBeCloseTo(0.4, 1)
    expect(otherShare).toBe(0)
  })

  it('that was rare raises nothing, and is shown', async () => {
    const rare = (share: number) => shops(share, 'kiosk')
    await using known = await openOrders(orders({ shop: rare(0.01) }))
    const own = await buildBaseline(known.engine, shopData, options)
    const window = await profileWindow(shop.engine, shopData, own, ninthWeek)
    const decision = judgeDrift({ baseline: own, window, policy })
    expect(raised(decision)).toEqual([])
    expect(shownOf(decision, 'shop').vanishedLevels).toBe(1)
    expect(shownOf(decision, 'shop').vanishedShareBaseline).toBeCloseTo(0.01, 2)
  })
})

describe('numbers beyond the range of the reference', () => {
  const usual = `20 + 30 * (hash(i, 'a') % 1000000 / 1000000.0) + 20 * (hash(i, 'b') % 1000000 / 1000000.0) + CASE WHEN isodow(ordered) = 6 THEN 15 ELSE 0 END`
  const beyond = (share: number, value: string) =>
    `CASE WHEN hash(i, 'n') % 1000 < ${1000 * share} THEN ${value} ELSE round(${usual}, 2) END`

  it.each([
    ['above', '1000 + hash(i) % 7'],
    ['below', '-1000 - (hash(i) % 7)::INTEGER'],
  ])('%s it fail their column, and are shown as what lies outside', async (side, value) => {
    const decision = await judge({ price: beyond(0.35, value) })
    expect([decision.verdict, raised(decision)]).toEqual(['fail', ['fail features.price']])
    const { outside, outsideBaseline, aboveMaximum } = shownOf(decision, 'price')
    expect(outside).toBeCloseTo(0.35, 1)
    expect(outsideBaseline).toBeLessThan(0.01)
    expect(aboveMaximum).toBeCloseTo(side === 'above' ? 0.35 : 0, 1)
  })

  it('warn where there are fewer of them, and raise nothing where there are next to none', async () => {
    expect(raised(await judge({ price: beyond(0.16, '1000') }))).toEqual(['warn features.price'])
    const few = await judge({ price: beyond(0.005, '1000') })
    expect(raised(few)).toEqual([])
    expect(shownOf(few, 'price').aboveMaximum).toBeGreaterThan(0.002)
  })
})

describe('scores by segment', () => {
  const segments = ['north', 'south'].map((value) => ({ column: 'shop', value }))
  /** Scores that rise in the north alone, if at all. */
  async function scored(scratch: ScratchData, period: typeof reference, rise = 0): Promise<DriftData> {
    const score = `least(1, hash(order_id, 's') % 1000 / 1999.0 + CASE WHEN shop = 'north' THEN ${rise} ELSE 0 END) AS score,`
    const query = { ...shopData.features, sql: shopData.features.sql.replace('SELECT', `SELECT ${score}`) }
    const features = [{ name: 'score', kind: 'number' as const }]
    const rows = await readScoringRows(scratch.engine, query, { features, period, segments })
    const [found] = rows.features
    const values = found?.kind === 'number' ? found.values : new Float64Array()
    return {
      ...shopData,
      segments,
      scored: { ...rows, scores: Float64Array.from(rows.codes, (code) => values[code]!) },
    }
  }

  it('are judged by themselves: those of a part that rose fail there and not in the other part', async () => {
    const own = await buildBaseline(shop.engine, await scored(shop, reference), options)
    expect(Baseline.parse(own)).toEqual(own)
    const predictions = own.columns.filter(({ family }) => family === 'predictions')
    expect(predictions.map(({ name }) => name)).toEqual([
      'prediction',
      'prediction [shop=north]',
      'prediction [shop=south]',
    ])
    const of = async (rise: number) => {
      const window = await profileWindow(shop.engine, await scored(shop, ninthWeek, rise), own, ninthWeek)
      return judgeDrift({ baseline: own, window, policy })
    }
    expect(raised(await of(0))).toEqual([])
    const found = raised(await of(0.25))
    expect(found).toContain('fail predictions.prediction [shop=north]')
    expect(found).not.toContainEqual(expect.stringContaining('south'))
    // Rows outside of a segment are not missing in it.
    const all = (await of(0.25)).results
    expect(all.filter(({ family, column }) => family === 'nulls' && column.startsWith('prediction ['))).toEqual([])
  })
})
