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
  /** Whether a row that meets it is rejected. */
  readonly rejects: boolean
}

const samplesKept = 10
// A mask of k conditions has up to 2^k groups; more conditions than these go to a grouping set of their own.
const conditionsPerMask = 15

/**
 * Counts every condition in one scan. Each row becomes a small mask of the conditions it meets, and masks are counted: that
 * gives the counts, the rows that any rule rejects, and the first offending rows, for about the price of the counts alone.
 */
export async function scanConditions(
  engine: Engine,
  dataset: Dataset,
  conditions: readonly Condition[],
): Promise<ScanResult> {
  const groups = await engine.query(scanSql(dataset.rawView, conditions))
  const tallies = conditions.map((condition) => ({ ...condition, rows: 0, acceptedRows: 0, places: [] as SqlValue[] }))
  let rows = 0
  let rejectedRows = 0
  for (const group of groups) {
    const set = Number(group.mask_set)
    const mask = Number(group.mask)
    const count = Number(group.rows)
    const own = tallies.slice(set * conditionsPerMask, (set + 1) * conditionsPerMask)
    const met = own.filter((_, bit) => (mask & (2 << bit)) !== 0)
    const isRejected = (mask & 1) === 1 || met.some(({ rejects }) => rejects)
    if (set === 0) {
      rows += count
      if (isRejected) rejectedRows += count
    }
    for (const tally of met) {
      tally.rows += count
      if (!isRejected) tally.acceptedRows += count
      tally.places.push(...((group.samples ?? []) as SqlValue[]))
    }
  }
  const counts = tallies.map(({ id, rows, acceptedRows, places }): [string, RowCount] => [
    id,
    { id, rows, acceptedRows, samples: firstPlaces(dataset, places) },
  ])
  return { rows, rejectedRows, counts: new Map(counts) }
}

function scanSql(view: string, conditions: readonly Condition[]): string {
  const order = rowColumns.order
  const bit = (sql: string, value: number) => `CASE WHEN ${sql} THEN ${value} ELSE 0 END`
  if (conditions.length <= conditionsPerMask) {
    const mask = conditions.map(({ sql }, i) => bit(sql, 2 << i)).join(' + ') || '0'
    return `SELECT 0 AS mask_set, mask, count(*) AS rows, min(${order}, ${samplesKept}) FILTER (WHERE mask <> 0) AS samples
      FROM (SELECT ${order}, ${mask} AS mask FROM ${view}) GROUP BY mask`
  }
  // Bit 0 of every mask says whether any rule rejects the row, whichever mask the rule is in. Each condition is evaluated once.
  const flags = conditions.map(({ sql }, i) => `coalesce(${sql}, false) AS v${i}`)
  const rejects = conditions.flatMap(({ rejects }, i) => (rejects ? [`v${i}`] : [])).join(' OR ') || 'false'
  const masks: string[] = []
  for (let start = 0; start < conditions.length; start += conditionsPerMask) {
    const bits = conditions.slice(start, start + conditionsPerMask).map((_, i) => bit(`v${start + i}`, 2 << i))
    masks.push([bit(rejects, 1), ...bits].join(' + '))
  }
  const names = masks.map((_, i) => `m${i}`)
  return `SELECT CASE ${names.map((name, i) => `WHEN GROUPING(${name}) = 0 THEN ${i}`).join(' ')} END AS mask_set,
      coalesce(${names.join(', ')}) AS mask, count(*) AS rows, min(${order}, ${samplesKept}) FILTER (WHERE is_dirty) AS samples
    FROM (SELECT *, ${names.map((name) => `${name} <> 0`).join(' OR ')} AS is_dirty
      FROM (SELECT ${order}, ${masks.map((mask, i) => `${mask} AS m${i}`).join(', ')}
        FROM (SELECT ${order}, ${flags.join(', ')} FROM ${view})))
    GROUP BY GROUPING SETS (${names.map((name) => `(${name})`).join(', ')})`
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
