import { Baseline, type DriftProfile, readAtEdge, readNumbers, sha256, storedJson } from '@tidemark/schemas'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fingerprint, ninthWeek, openOrders, orders, reference, shopData } from '../drift/shop.fixture.ts'
import { weekdayRows } from '../drift/weekday.ts'
import { errorOf, type ScratchData } from '../scratch-data.ts'
import { type BaselinePlan, buildBaseline, finishBaseline, planBaseline, profileReference } from './baseline.ts'
import { mergeProfiles } from './merge.ts'
import { planEdges } from './plan.ts'
import { completeWeeks } from './weeks.ts'
import { profileWindow } from './window.ts'

const options = { model: 'shop', dataset: fingerprint, period: reference, publicColumns: ['price'] }
let shop: ScratchData
let baseline: Baseline
beforeAll(async () => {
  shop = await openOrders(orders())
  baseline = await buildBaseline(shop.engine, shopData, options)
})
afterAll(() => shop[Symbol.asyncDispose]())

const numeric = (name: string, from = baseline) => {
  const column = from.columns.find((found) => found.name === name)
  if (column?.kind !== 'numeric') throw new Error(`${name} is not numeric`)
  return column
}
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

describe('a baseline', () => {
  it('counts every row of the period once, whatever the edges', async () => {
    const [count] = await shop.engine.query(
      `SELECT count(*) AS rows, count(price) AS prices, count(pieces) AS pieces, avg(price) AS mean, var_pop(price) AS variance
       FROM t WHERE ordered < DATE '2001-02-26'`,
    )
    expect(baseline.rows).toBe(Number(count?.rows))
    const price = numeric('price')
    expect(total(readNumbers(price.counts))).toBe(Number(count?.prices))
    expect(total(weekdayRows(price))).toBe(Number(count?.prices))
    expect(numeric('pieces').nulls).toBe(baseline.rows - Number(count?.pieces))
    expect(price.mean).toBeCloseTo(Number(count?.mean), 4)
    expect(price.m2! / baseline.rows).toBeCloseTo(Number(count?.variance), 2)
    expect(Baseline.parse(baseline)).toEqual(baseline)
  })

  it('takes about two and a half kilobytes for a number', () => {
    expect(JSON.stringify(numeric('price')).length).toBeLessThan(2700)
  })

  it.each([
    ['price', 60],
    ['pieces', 2],
  ])('bins of %s are closed on the right, and tell what lies on their edges where that matters', async (name, bin) => {
    const column = numeric(name)
    const edge = readNumbers(column.edges)[bin]
    const [count] = await shop.engine.query(
      `SELECT count(*) FILTER (WHERE ${name} <= ${edge}) AS below, count(*) FILTER (WHERE ${name} = ${edge}) AS equal
       FROM t WHERE ordered < DATE '2001-02-26'`,
    )
    expect(total(readNumbers(column.counts).slice(0, bin + 1))).toBe(Number(count?.below))
    const isRare = Number(count?.equal) < total(readNumbers(column.counts)) / 1000
    expect(isRare).toBe(name === 'price')
    expect(readAtEdge(column)[bin]).toBe(isRare ? 0 : Number(count?.equal))
  })

  it('holds no value of a column that is not public, and no level of fewer than 20 rows', () => {
    const text = storedJson(baseline)
    expect(text).not.toMatch(/north|south|closed/)
    const column = baseline.columns.find(({ name }) => name === 'shop')
    expect(column).toMatchObject({ kind: 'categorical', isHashed: true })
    if (column?.kind === 'categorical') {
      expect(column.levels).toHaveLength(2)
      expect(column.other).toBeGreaterThan(0)
    }
    expect([numeric('price').minimum, numeric('days_late').minimum]).toEqual([expect.any(Number), null])
  })

  it('shows the levels of a public column', async () => {
    const shown = await buildBaseline(shop.engine, shopData, { ...options, publicColumns: ['shop'] })
    expect(shown.columns.find(({ name }) => name === 'shop')).toMatchObject({
      levels: [{ value: 'north' }, { value: 'south' }],
    })
  })

  it('the same data give the same bytes', async () => {
    expect(storedJson(await buildBaseline(shop.engine, shopData, options))).toBe(storedJson(baseline))
  })

  it('NaN, infinities and values far out lose no count, and do not fall in the first bin', async () => {
    const price = `CASE i % 50 WHEN 0 THEN 'NaN'::DOUBLE WHEN 1 THEN 'Infinity'::DOUBLE WHEN 2 THEN 1e300 WHEN 3 THEN NULL ELSE 7.5 END`
    await using odd = await openOrders(orders({ price }))
    const column = numeric('price', await buildBaseline(odd.engine, shopData, options))
    expect(column.nonFinite / column.nulls).toBeCloseTo(2, 1)
    expect(readNumbers(column.edges)).toEqual([7.5, 1e300])
    expect(readNumbers(column.counts)[0]! / readNumbers(column.counts)[1]!).toBeCloseTo(46, 0)
  })

  it('a period without rows is refused', async () => {
    const period = { start: '2010-01-01', end: '2010-02-01' }
    expect(await errorOf(buildBaseline(shop.engine, shopData, { ...options, period }))).toMatchObject({
      code: 'DATA_EMPTY',
    })
  })

  it('more columns than a baseline holds are refused', async () => {
    const wide = Array.from({ length: 2000 }, (_, i) => `${i} AS c${i}`).join(', ')
    const data = {
      ...shopData,
      label: undefined,
      features: {
        ...shopData.features,
        sql: `SELECT order_id, 1 AS late, CAST(ordered AS DATE) AS day, ${wide} FROM t WHERE order_id < 'o2'`,
      },
    }
    expect(await errorOf(buildBaseline(shop.engine, data, options))).toMatchObject({
      code: 'POLICY_INVALID',
      message: /2001 columns/,
    })
  })

  it('columns whose names are SQL are columns', async () => {
    const sql = `SELECT order_id, CAST(days_late > 2 AS INTEGER) AS late, CAST(ordered AS DATE) AS day, price AS "a""; DROP TABLE t; --", shop AS "'; x" FROM t`
    const data = {
      ...shopData,
      features: { ...shopData.features, sql },
      segments: [{ column: `'; x`, value: `no'rth` }],
    }
    const hostile = await buildBaseline(shop.engine, data, options)
    expect(hostile.columns.map(({ name }) => name)).toContain(`a"; DROP TABLE t; -- ['; x=no'rth]`)
    expect(Baseline.parse(hostile)).toEqual(hostile)
    expect(await shop.engine.query('SELECT count(*) AS rows FROM t')).toHaveLength(1)
  })

  it('an outcome that the data do not have is named', async () => {
    const data = { ...shopData, label: { column: 'weight', time: 'ordered' } }
    expect(await errorOf(buildBaseline(shop.engine, data, options))).toMatchObject({
      code: 'COLUMN_MISSING',
      message: /weight/,
    })
  })
})

describe('profiles of shards', () => {
  let plan: BaselinePlan
  beforeAll(async () => {
    plan = await planBaseline(shop.engine, shopData, options)
  })

  it.each([[3], [5]])('of %d files add up to the bytes of all rows at once, in any order', async (shards) => {
    const parts: DriftProfile[] = []
    for (let shard = 0; shard < shards; shard++) {
      await using part = await openOrders(`SELECT * FROM (${orders()}) WHERE hash(order_id) % ${shards} = ${shard}`)
      parts.push(await profileReference(part.engine, shopData, plan, options))
    }
    const features = sha256(shopData.features.sql)
    for (const order of [parts, parts.toReversed()]) {
      const merged = mergeProfiles(order, baseline)
      expect(storedJson(finishBaseline(plan, merged, { ...options, features }))).toBe(storedJson(baseline))
    }
  })

  it('adding up is commutative and associative, also where days and columns are missing', () => {
    const days = ['2001-01-01', '2001-01-02', '2001-01-03']
    const profile = fc
      .tuple(fc.subarray(days), fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 }), fc.boolean())
      .map(
        ([own, numbers, hasShop]): DriftProfile => ({
          period: { start: days[0]!, end: '2001-01-04' },
          days: own,
          rows: own.map((_, i) => numbers[i]).join(' '),
          columns: [
            {
              kind: 'numeric',
              name: 'price',
              nulls: own.map((_, i) => numbers[i + 3]).join(' '),
              nonFinite: own.map(() => 0).join(' '),
              minimum: numbers[0]!,
              maximum: numbers[1]!,
              sum: String(numbers[2]),
              squares: String(numbers[3]),
              counts: own.map((_, i) => `${numbers[i]} ${numbers[i + 1]} ${numbers[i + 2]}`),
              atEdge: `${numbers[4]} ${numbers[5]}`,
            },
            ...(hasShop
              ? [
                  {
                    kind: 'rate' as const,
                    name: 'late',
                    rows: own.map(() => 9).join(' '),
                    events: own.map(() => 1).join(' '),
                  },
                ]
              : []),
          ],
          calibration: null,
        }),
      )
    const columns = [
      { name: 'price', kind: 'numeric' },
      { name: 'late', kind: 'rate' },
    ]
    const merge = (profiles: readonly DriftProfile[]) => mergeProfiles(profiles, { columns })
    fc.assert(
      fc.property(profile, profile, profile, (a, b, c) => {
        expect(storedJson(merge([merge([a, b]), c]))).toBe(storedJson(merge([a, merge([b, c])])))
        expect(storedJson(merge([a, b]))).toBe(storedJson(merge([b, a])))
      }),
      { seed: 7 },
    )
  })

  it('of different periods do not add up', async () => {
    const week = await profileWindow(shop.engine, shopData, baseline, ninthWeek)
    const other = await profileReference(shop.engine, shopData, plan, options)
    expect(() => mergeProfiles([week, other], baseline)).toThrow(/periods differ/)
  })
})

it('edges keep as few digits as tell them apart, and whole numbers stay whole', () => {
  expect(planEdges([0.123456789, 0.5, 0.5, 0.987654321]).edges).toEqual([0.1235, 0.5, 0.9877])
  expect(planEdges([1.00000001, 1.00000002]).edges).toEqual([1.00000001, 1.00000002])
  expect(planEdges([123456789, 123456790, -0, 0]).edges).toEqual([0, 123456789, 123456790])
})

it('weeks are those from Monday to Sunday that lie wholly within a period', () => {
  expect(completeWeeks({ start: '2001-04-20', end: '2001-05-06' })).toEqual([
    { start: '2001-04-23', end: '2001-04-30' },
  ])
  expect(completeWeeks({ start: '2001-04-23', end: '2001-04-30' })).toHaveLength(1)
  expect(completeWeeks({ start: '2001-04-24', end: '2001-04-30' })).toEqual([])
})
