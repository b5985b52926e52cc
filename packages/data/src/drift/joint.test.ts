// What only several numbers together show.
import { Baseline, MonitorPolicy } from '@tidemark/schemas'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildBaseline } from '../baseline/baseline.ts'
import { jointName } from '../baseline/joint-plan.ts'
import type { DriftData } from '../baseline/source.ts'
import { profileWindow } from '../baseline/window.ts'
import type { ScratchData } from '../scratch-data.ts'
import { judgeDrift } from './judge.ts'
import { fingerprint, ninthWeek, openOrders, orders, policy, reference, shopData } from './shop.fixture.ts'

// Weight follows the price: two numbers that say the same.
const random = (salt: string) => `(hash(i, '${salt}') % 1000000 / 1000000.0)`
const price = `round(20 + 30 * ${random('a')}, 2)`
const usual = `round(20 + 30 * ${random('a')} + 2 * ${random('b')})`
const broken = `round(20 + 30 * ${random('z')} + 2 * ${random('b')})`
const data: DriftData = {
  ...shopData,
  features: { ...shopData.features, sql: shopData.features.sql.replace('price,', 'price, weight,') },
}
const made = (weight: string) =>
  `SELECT *, ${weight} AS weight FROM (${orders({ price })}) JOIN range(21000) AS r(i) ON order_id = 'o' || i`

let baseline: Baseline
let shop: ScratchData
beforeAll(async () => {
  shop = await openOrders(made(usual))
  baseline = await buildBaseline(shop.engine, data, {
    model: 'shop',
    dataset: fingerprint,
    period: reference,
    publicColumns: [],
  })
})
afterAll(() => shop[Symbol.asyncDispose]())

async function judge(weight: string, more: Partial<MonitorPolicy> = {}) {
  await using other = await openOrders(made(weight))
  const window = await profileWindow(other.engine, data, baseline, ninthWeek)
  return judgeDrift({ baseline, window, policy: MonitorPolicy.parse({ ...policy, ...more }) })
}

it('a bond that breaks between two numbers is a warning, although each by itself is as ever', async () => {
  expect(Baseline.parse(baseline)).toEqual(baseline)
  const { verdict, results } = await judge(broken)
  const drifted = results.filter((result) => result.verdict === 'warn' || result.verdict === 'fail')
  expect(drifted.map(({ column, verdict }) => [column, verdict])).toEqual([[jointName, 'warn']])
  expect(drifted[0]!.bounds.lower).toBeGreaterThan(0.2)
  expect(verdict).toBe('warn')
})

it('fails the window where the policy calls it critical', async () => {
  expect((await judge(broken, { columns: { [jointName]: { critical: true } } })).verdict).toBe('fail')
})

it('the same bond is no change, and its missing rows are nobody’s', async () => {
  const { verdict, results, notJudged } = await judge(usual)
  expect([verdict, notJudged]).toEqual(['pass', []])
  expect(results.filter(({ column }) => column === jointName).map(({ family }) => family)).toEqual(['features'])
})

it('keeps the correlations', () => {
  const column = baseline.columns.find(({ name }) => name === jointName)
  if (column?.kind !== 'numeric' || column.joint === undefined) throw new Error('expected the numbers together')
  const { columns, correlations } = column.joint
  const pairs = columns.flatMap((name, i) => columns.slice(0, i).map((other) => `${other}/${name}`))
  expect(Number(correlations.split(' ')[pairs.indexOf('price/weight')])).toBeGreaterThan(0.95)
})
