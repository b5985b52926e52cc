import { MonitorPolicy, type Period } from '@tidemark/schemas'
import type { DriftData } from '../baseline/source.ts'
import { createDatasetView } from '../contract/accepted-rows.ts'
import { openScratch, type ScratchData } from '../scratch-data.ts'

/** Ten weeks of made orders from Monday 2001-01-01; the first eight are the reference. Saturdays sell more, and dearer. */
export const reference: Period = { start: '2001-01-01', end: '2001-02-26' }
export const ninthWeek: Period = { start: '2001-02-26', end: '2001-03-05' }
export const policy = MonitorPolicy.parse({ label: { column: 'days_late', time: 'ordered' } })
export const fingerprint = 'a'.repeat(64)

const sql = `SELECT order_id, CAST(days_late > 2 AS INTEGER) AS late, CAST(ordered AS DATE) AS day, price, shop, pieces FROM t`

export const shopData: DriftData = {
  features: { sql, file: 'features.sql', view: 't', columns: { id: 'order_id', label: 'late' }, day: 'day' },
  label: policy.label,
}

/** SQL of orders. `hash` makes them look random and always the same. */
export function orders(
  change: Partial<Record<'price' | 'shop' | 'pieces' | 'days_late', string>> = {},
  rows = 21_000,
): string {
  const random = (salt: string) => `(hash(i, '${salt}') % 1000000 / 1000000.0)`
  const columns = {
    price: `round(20 + 30 * ${random('a')} + 20 * ${random('b')} + CASE WHEN isodow(ordered) = 6 THEN 15 ELSE 0 END, 2)`,
    shop: `CASE WHEN ${random('c')} < 0.6 THEN 'north' WHEN ${random('c')} < 0.999 THEN 'south' ELSE 'closed' || i END`,
    pieces: `CASE WHEN ${random('d')} < 0.02 THEN NULL ELSE 1 + floor(5 * ${random('e')})::INTEGER END`,
    days_late: `floor(6 * ${random('f')} * ${random('g')})::INTEGER`,
    ...change,
  }
  const selected = Object.entries(columns).map(([name, value]) => `${value} AS ${name}`)
  return `SELECT 'o' || i AS order_id, ordered, ${selected.join(', ')}
    FROM (SELECT i, TIMESTAMP '2001-01-01' + to_minutes((i * 100800 // ${rows})::BIGINT) AS ordered FROM range(${rows}) AS r(i))`
}

/** Orders in an engine, ready to be profiled. */
export async function openOrders(...queries: string[]): Promise<ScratchData> {
  const files = Object.fromEntries(queries.map((query, i) => [`orders-${i}.parquet`, { sql: query }]))
  const scratch = await openScratch(files)
  await createDatasetView(scratch.engine, scratch.dataset)
  return scratch
}
