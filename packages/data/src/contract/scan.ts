import type { Engine, SqlValue } from '../engine/engine.ts'
import { type Dataset, rowColumns, rowsPerFile } from '../fingerprint/dataset.ts'

/** A row of a file: its number counts from 0 and excludes a header. */
export interface RowPlace {
  readonly file: string
  readonly row: number
}

export interface RowCount {
  readonly id: string
  /** Offending rows among all rows. */
  readonly rows: number
  /** Offending rows among those that no row rule rejects. */
  readonly acceptedRows: number
  /** The first ten in file order. */
  readonly samples: readonly RowPlace[]
}

export interface ScanResult {
  readonly rows: number
  readonly rejectedRows: number
  readonly counts: ReadonlyMap<string, RowCount>
}

export interface Condition {
  readonly id: string
  /** SQL; null counts as false. */
  readonly sql: string
}

const samplesKept = 10
// A mask of k conditions has up to 2^(k+1) groups; more conditions than these go to a grouping set of their own.
const conditionsPerMask = 14

/**
 * Counts every condition in one scan. Each row becomes a few small masks of the conditions it meets, and masks are counted:
 * that gives the counts, the rows that any rule rejects, and the first offending rows, for about the price of the counts alone.
 */
export async function scanConditions(
  engine: Engine,
  dataset: Dataset,
  conditions: readonly Condition[],
  rejects: string,
): Promise<ScanResult> {
  const groups = await engine.query(scanSql(dataset.rawView, conditions, rejects))
  const tallies = conditions.map(() => ({ rows: 0, acceptedRows: 0, places: [] as bigint[] }))
  let rows = 0
  let rejectedRows = 0
  for (const group of groups) {
    const set = Number(group.mask_set)
    const mask = Number(group.mask)
    const count = Number(group.rows)
    const isRejected = (mask & 1) === 1
    if (set === 0) {
      rows += count
      if (isRejected) rejectedRows += count
    }
    conditions.slice(set * conditionsPerMask, (set + 1) * conditionsPerMask).forEach((_, bit) => {
      if ((mask & (1 << (bit + 1))) === 0) return
      const tally = tallies[set * conditionsPerMask + bit]
      if (tally === undefined) return
      tally.rows += count
      if (!isRejected) tally.acceptedRows += count
      tally.places.push(...((group.samples ?? []) as bigint[]))
    })
  }
  const counts = conditions.map(({ id }, i): [string, RowCount] => {
    const { rows, acceptedRows, places } = tallies[i] ?? { rows: 0, acceptedRows: 0, places: [] }
    return [id, { id, rows, acceptedRows, samples: firstPlaces(dataset, places) }]
  })
  return { rows, rejectedRows, counts: new Map(counts) }
}

function scanSql(view: string, conditions: readonly Condition[], rejects: string): string {
  const masks: string[] = []
  for (let i = 0; i === 0 || i < conditions.length; i += conditionsPerMask) {
    const bits = conditions
      .slice(i, i + conditionsPerMask)
      .map(({ sql }, bit) => `CASE WHEN ${sql} THEN ${1 << (bit + 1)} ELSE 0 END`)
    masks.push([`CASE WHEN ${rejects} THEN 1 ELSE 0 END`, ...bits].join(' + '))
  }
  const sets = masks.map((_, i) => `m${i}`)
  const source = `SELECT ${rowColumns.order}, ${masks.map((mask, i) => `${mask} AS m${i}`).join(', ')} FROM ${view}`
  if (sets.length === 1) {
    return `SELECT 0 AS mask_set, m0 AS mask, count(*) AS rows,
      min(${rowColumns.order}, ${samplesKept}) FILTER (WHERE m0 <> 0) AS samples FROM (${source}) GROUP BY m0`
  }
  const set = `CASE ${sets.map((mask, i) => `WHEN GROUPING(${mask}) = 0 THEN ${i}`).join(' ')} END`
  const anything = sets.map((mask) => `${mask} <> 0`).join(' OR ')
  return `SELECT ${set} AS mask_set, coalesce(${sets.join(', ')}) AS mask, count(*) AS rows, min(${rowColumns.order}, ${samplesKept}) FILTER (WHERE dirty) AS samples
    FROM (SELECT *, ${anything} AS dirty FROM (${source})) GROUP BY GROUPING SETS (${sets.map((mask) => `(${mask})`).join(', ')})`
}

/** The first rows, in file order, of row numbers as the view gives them. */
export function firstPlaces(dataset: Dataset, numbers: readonly SqlValue[]): RowPlace[] {
  return numbers
    .map(Number)
    .toSorted((a, b) => a - b)
    .slice(0, samplesKept)
    .map((number) => ({
      file: dataset.files[Math.floor(number / rowsPerFile)]?.path ?? '',
      row: number % rowsPerFile,
    }))
}
