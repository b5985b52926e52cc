import type { Engine, SqlValue } from '../engine/engine.ts'
import { quoteIdentifier } from '../engine/quoting.ts'
import type { Dataset } from '../fingerprint/dataset.ts'

/** What a column holds, in few numbers. What would show a value is null where the column is not public. */
export interface ColumnSummary {
  readonly name: string
  readonly type: string
  readonly nulls: number
  /** About how many different values there are. */
  readonly distinct: number
  /** Of finite numbers; null for other types. */
  readonly numbers: { readonly mean: number; readonly sd: number; readonly quantiles: readonly number[] | null } | null
  /** Of columns with at most 1,000 different texts: those of at least 20 rows, the most frequent first. */
  readonly levels: readonly { readonly value: string; readonly rows: number }[] | null
}

/** The shares at which `quantiles` are taken. */
export const summaryShares = [0.05, 0.25, 0.5, 0.75, 0.95] as const

const mostLevels = 1000
/** Fewer rows than these are not told apart. */
const fewestRows = 20
const columnsPerScan = 100
const isNumber = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|DECIMAL.*)$/
const isText = /^(VARCHAR|BOOLEAN|ENUM.*)$/

/**
 * Each column of a dataset in few numbers, by one scan for a hundred columns and one more for each column of few texts. Quantiles and
 * levels are left out of columns that are not public. Throws `DATA_UNREADABLE`.
 */
export async function summariseColumns(
  engine: Engine,
  dataset: Dataset,
  publicColumns: Iterable<string>,
): Promise<ColumnSummary[]> {
  const open = new Set(publicColumns)
  const summaries: ColumnSummary[] = []
  for (let from = 0; from < dataset.columns.length; from += columnsPerScan) {
    const columns = dataset.columns.slice(from, from + columnsPerScan)
    const aggregates = columns.flatMap((column, i) => aggregatesOf(column, i, open.has(column.name)))
    const [row = {}] = await engine.query(`SELECT ${aggregates.join(', ')} FROM ${dataset.rawView}`)
    for (const [i, { name, type }] of columns.entries()) {
      const distinct = Number(row[`d${i}`] ?? 0)
      summaries.push({
        name,
        type,
        nulls: dataset.rows - Number(row[`n${i}`] ?? 0),
        distinct,
        numbers: isNumber.test(type) ? numbersOf(row, i, open.has(name)) : null,
        levels:
          isText.test(type) && open.has(name) && distinct <= mostLevels ? await levelsOf(engine, dataset, name) : null,
      })
    }
  }
  return summaries
}

function aggregatesOf({ name, type }: { name: string; type: string }, i: number, isPublic: boolean): string[] {
  const column = quoteIdentifier(name)
  const counts = [`count(${column}) AS n${i}`, `approx_count_distinct(${column}) AS d${i}`]
  if (!isNumber.test(type)) return counts
  const value = `CAST(${column} AS DOUBLE)`
  // `stddev` throws on an infinity and `avg` turns to NaN.
  const finite = `FILTER (WHERE isfinite(${value}))`
  return [
    ...counts,
    `avg(${value}) ${finite} AS m${i}`,
    `stddev_pop(${value}) ${finite} AS s${i}`,
    ...(isPublic ? [`approx_quantile(${value}, [${summaryShares.join(', ')}]) ${finite} AS q${i}`] : []),
  ]
}

function numbersOf(row: Readonly<Record<string, SqlValue>>, i: number, isPublic: boolean): ColumnSummary['numbers'] {
  const [mean, sd, quantiles] = [row[`m${i}`], row[`s${i}`], row[`q${i}`]]
  if (typeof mean !== 'number' || typeof sd !== 'number') return null
  return { mean, sd, quantiles: isPublic && Array.isArray(quantiles) ? quantiles.map(Number) : null }
}

async function levelsOf(engine: Engine, dataset: Dataset, name: string): Promise<NonNullable<ColumnSummary['levels']>> {
  const column = quoteIdentifier(name)
  const rows = await engine.query(
    `SELECT CAST(${column} AS VARCHAR) AS value, count(*) AS rows FROM ${dataset.rawView} WHERE ${column} IS NOT NULL
     GROUP BY 1 HAVING count(*) >= ${fewestRows} ORDER BY 2 DESC, 1 LIMIT ${mostLevels}`,
  )
  return rows.map((row) => ({ value: String(row.value), rows: Number(row.rows) }))
}
