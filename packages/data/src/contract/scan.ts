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
 * Counts every condition in one scan. Each row becomes a small mask of the conditions it meets, and masks that are not empty are
 * counted: that gives the counts, the rows that any rule rejects, and the first offending rows, for about the price of the
 * counts alone. Rows that meet none, nearly all as a rule, are what is left of the dataset's.
 */
export async function scanConditions(
  engine: Engine,
  dataset: Dataset,
  conditions: readonly Condition[],
): Promise<ScanResult> {
  const groups = await engine.query(scanSql(dataset.rawView, conditions))
  const tallies = conditions.map((condition) => ({ ...condition, rows: 0, acceptedRows: 0, places: [] as SqlValue[] }))
  let rejectedRows = 0
  for (const group of groups) {
    const set = Number(group.mask_set)
    const mask = Number(group.mask)
    const count = Number(group.rows)
    const own = tallies.slice(set * conditionsPerMask, (set + 1) * conditionsPerMask)
    const met = own.filter((_, bit) => (mask & (2 << bit)) !== 0)
    const isRejected = (mask & 1) === 1 || met.some(({ rejects }) => rejects)
    if (set === 0 && isRejected) rejectedRows += count
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
  return { rows: dataset.rows, rejectedRows, counts: new Map(counts) }
}

function scanSql(view: string, conditions: readonly Condition[]): string {
  const order = rowColumns.order
  const bit = (sql: string, value: number) => `CASE WHEN ${sql} THEN ${value} ELSE 0 END`
  if (conditions.length <= conditionsPerMask) {
    const mask = conditions.map(({ sql }, i) => bit(sql, 2 << i)).join(' + ') || '0'
    // A single condition would become a filter that a Parquet file's own statistics answer, without a look at the rows.
    const dirty = conditions.length > 1 ? ' WHERE mask <> 0' : ''
    return `SELECT 0 AS mask_set, mask, count(*) AS rows, min(${order}, ${samplesKept}) FILTER (WHERE mask <> 0) AS samples
      FROM (SELECT ${order}, ${mask} AS mask FROM ${view})${dirty} GROUP BY mask`
  }
  const masks: string[] = []
  const rejecting: string[] = []
  for (let start = 0; start < conditions.length; start += conditionsPerMask) {
    const own = conditions.slice(start, start + conditionsPerMask)
    const name = `m${masks.length}`
    masks.push(`${own.map(({ sql }, i) => bit(sql, 2 << i)).join(' + ')} AS ${name}`)
    const bits = own.reduce((sum, { rejects }, i) => sum + (rejects ? 2 << i : 0), 0)
    rejecting.push(`(${name} & ${bits}) <> 0`)
  }
  const names = masks.map((_, i) => `m${i}`)
  // Bit 0 of every mask says whether any rule rejects the row, whichever mask the rule is in.
  const marked = names.map((name) => `${name} + ${bit(rejecting.join(' OR '), 1)} AS ${name}`)
  return `SELECT CASE ${names.map((name, i) => `WHEN GROUPING(${name}) = 0 THEN ${i}`).join(' ')} END AS mask_set,
      coalesce(${names.join(', ')}) AS mask, count(*) AS rows, min(${order}, ${samplesKept}) AS samples
    FROM (SELECT ${order}, ${marked.join(', ')}
      FROM (SELECT ${order}, ${masks.join(', ')} FROM ${view}) WHERE ${names.map((name) => `${name} <> 0`).join(' OR ')})
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
