// What a contract's drift rules change in a monitor's verdict.
import { type Baseline, type DriftProfile, MonitorPolicy } from '@tidemark/schemas'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildBaseline } from '../baseline/baseline.ts'
import { profileWindow } from '../baseline/window.ts'
import { parseContract } from '../contract/contract.ts'
import type { ScratchData } from '../scratch-data.ts'
import { checkDrift, replayDrift } from './check.ts'
import { withDriftRules } from './contract-rules.ts'
import { fingerprint, ninthWeek, openOrders, orders, policy, reference, shopData } from './shop.fixture.ts'

let shop: ScratchData
let baseline: Baseline
let dear: DriftProfile

beforeAll(async () => {
  shop = await openOrders(orders())
  const options = { model: 'shop', dataset: fingerprint, period: reference, publicColumns: [] }
  baseline = await buildBaseline(shop.engine, shopData, options)
  await using other = await openOrders(orders({ price: '100 * (20 + hash(i) % 50)' }))
  dear = await profileWindow(other.engine, shopData, baseline, ninthWeek)
})
afterAll(() => shop[Symbol.asyncDispose]())

const rule = (settings: string, severity = 'error') =>
  `{ type: custom, engine: tidemark, severity: ${severity}, implementation: { check: drift${settings} } }`

function contractOf({ price = '', days = '', object = '' }: { price?: string; days?: string; object?: string }) {
  const quality = (text: string) => (text === '' ? '' : `, quality: [${text}]`)
  return parseContract(
    `apiVersion: v3.1.0
kind: DataContract
id: urn:shop
version: 1.0.0
status: active
schema:
  - name: t
    properties:
      - { name: cost, physicalName: price${quality(price)} }
      - { name: days_late${quality(days)} }
${object === '' ? '' : `    quality: [${object}]\n`}`,
    'contract.yaml',
  )
}

function judge(rules: Parameters<typeof contractOf>[0], given: Partial<MonitorPolicy> = {}, hasThresholds = false) {
  const own = MonitorPolicy.parse({ ...policy, ...given })
  const { monitor, notes } = withDriftRules(own, contractOf(rules), { hasThresholds })
  const check = checkDrift({ baseline, window: dear, dataset: fingerprint, policy: MonitorPolicy.parse(monitor) })
  const price = check.results.find(({ column, family }) => column === 'price' && family === 'features')
  return { check, price, notes: notes.map(({ message, place }) => `${place.line}: ${message}`) }
}

it('without rules the policy and its check are what they were', () => {
  const { check, price } = judge({})
  expect(check.policy).toEqual(MonitorPolicy.parse(policy))
  expect(price?.verdict).toBe('fail')
})

it('a rule of severity warning warns at most, by the name that the column has in the data', () => {
  const { check, price } = judge({ price: rule('', 'warning') })
  expect([price?.verdict, check.verdict]).toEqual(['warn', 'warn'])
})

it('a column’s limits are its own, and its part of the policy that decisions are made again by', () => {
  const { check, price } = judge({ price: rule(', warn: 0.97, fail: 0.99') })
  expect(price).toMatchObject({ limits: { warn: 0.97, fail: 0.99 } })
  expect(check.id).not.toBe(judge({}).check.id)
  expect(replayDrift(check, baseline)).toEqual(check)
  const columns = { price: { warn: 0.5, fail: 0.9 } }
  expect(() => replayDrift({ ...check, policy: { ...check.policy, columns } }, baseline)).toThrow(/the decision/)
})

it('the object’s rule is one of all features, and leaves labels as they were', () => {
  const { check } = judge({ object: rule(', warn: 0.02, fail: 0.03', 'warning') })
  const limits = Object.fromEntries(check.results.map(({ family, limits: { fail } }) => [family, fail]))
  expect(limits.labels).toBeGreaterThanOrEqual(0.2)
  expect(check.results.filter(({ family }) => family === 'features' || family === 'nulls')).not.toContainEqual(
    expect.objectContaining({ verdict: 'fail' }),
  )
  expect(limits.nulls).toBeLessThan(0.1)
})

it('what has to be ruled out is asked of the column that the rule is of', () => {
  const { check } = judge({ days: rule(', warn: 0.3, fail: 0.4, delta: 0.001') })
  expect(check.results.find(({ column }) => column === 'days_late')).toMatchObject({
    verdict: 'inconclusive',
    limits: { warn: 0.3 },
  })
})

it('where model.yaml speaks of the same column it counts, setting by setting, and that is said at the rule’s line', () => {
  const { check, notes } = judge(
    { price: rule(', fail: 0.3, critical: true', 'warning') },
    { columns: { price: { severity: 'error', fail: 0.3 } } },
  )
  expect(check.policy.columns?.price).toEqual({ severity: 'error', fail: 0.3, critical: true })
  expect(check.verdict).toBe('fail')
  expect(notes).toEqual(['9: cost.drift: severity is error in model.yaml, which counts, and warning in the contract'])
})

it('where model.yaml has limits, the object’s rule is left aside, and that is said', () => {
  const { check, notes } = judge({ object: rule('', 'warning') }, {}, true)
  expect(check.verdict).toBe('fail')
  expect(notes).toEqual(['11: t.drift is left aside: monitor in model.yaml has limits of its own'])
})

it('limits that cross when two places are put together give way to the warning', () => {
  const { check } = judge({ price: rule(', warn: 0.4') }, { columns: { price: { fail: 0.3 } } })
  expect(check.policy.columns?.price).toMatchObject({ warn: 0.4, fail: 0.4 })
})
