// Texts that are nearly all different: what is watched of them.
import { Baseline } from '@tidemark/schemas'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildBaseline } from '../baseline/baseline.ts'
import type { DriftData } from '../baseline/source.ts'
import { profileWindow } from '../baseline/window.ts'
import type { ScratchData } from '../scratch-data.ts'
import { judgeDrift } from './judge.ts'
import { fingerprint, ninthWeek, openOrders, orders, policy, reference, shopData } from './shop.fixture.ts'

const data: DriftData = {
  ...shopData,
  features: { ...shopData.features, sql: shopData.features.sql.replace('price,', 'price, parcel,') },
}
const made = (parcel: string) => `SELECT *, ${parcel} AS parcel FROM (${orders()})`
const usual = `'P' || order_id || '-' || (hash(order_id) % 900 + 100)`
let shop: ScratchData
let baseline: Baseline
beforeAll(async () => {
  shop = await openOrders(made(usual))
  const options = { model: 'shop', dataset: fingerprint, period: reference, publicColumns: ['parcel'] }
  baseline = await buildBaseline(shop.engine, data, options)
})
afterAll(() => shop[Symbol.asyncDispose]())

async function judge(parcel: string) {
  await using other = await openOrders(made(parcel))
  return judgeDrift({ baseline, window: await profileWindow(other.engine, data, baseline, ninthWeek), policy })
}
const drifted = ({ results }: Awaited<ReturnType<typeof judge>>) =>
  results.filter(({ verdict }) => verdict === 'fail').map(({ column }) => column)

it('their length and pattern are, beside how many differ; of a few levels they are not', () => {
  expect(Baseline.parse(baseline)).toEqual(baseline)
  const find = (name: string) => baseline.columns.find((column) => column.name === name)
  expect(find('parcel')).toMatchObject({ distinct: baseline.rows, levels: [] })
  expect(find('parcel [pattern]')).toMatchObject({ levels: [{ value: 'a9-9', count: baseline.rows }] })
  expect(find('parcel [length]')).toMatchObject({ kind: 'numeric', text: { column: 'parcel', measure: 'length' } })
  expect(find('shop [length]')).toBeUndefined()
})

it('that look as ever pass, others fail by what changed', async () => {
  expect((await judge(usual)).verdict).toBe('pass')
  expect(drifted(await judge(`${usual} || '00000000'`))).toEqual(['parcel [length]'])
  expect(drifted(await judge(`replace(${usual}, '-', '/')`))).toEqual(['parcel [pattern]'])
})

it('that are gone fail once', async () => {
  expect(drifted(await judge('NULL::VARCHAR'))).toEqual(['parcel'])
})
