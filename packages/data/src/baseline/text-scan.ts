import { TidemarkError } from '@tidemark/schemas'
import type { Engine } from '../engine/engine.ts'
import { quoteIdentifier, quoteLiteral } from '../engine/quoting.ts'
import type { CategoricalCell, CategoricalPlan, ColumnDays } from './day-table.ts'
import { levelSql } from './plan.ts'
import { dayNumber, dayOf, type ScanOptions } from './scan.ts'
import type { Source } from './source.ts'

/** As many columns of text are grouped in one scan: each has a hash table of its own. */
const columnsPerScan = 16

interface TextDays {
  readonly plan: CategoricalPlan
  /** By number of the day. */
  readonly cells: Map<number, CategoricalCell & { nulls: number; counts: number[] }>
}

/** Counts levels by day, on those that occur. Texts are grouped before they are hashed and looked up: that is done once a text, not once a row. */
export async function scanTexts(
  engine: Engine,
  source: Source,
  plans: readonly CategoricalPlan[],
  options: ScanOptions,
): Promise<TextDays[]> {
  const columns: TextDays[] = []
  for (let first = 0; first < plans.length; first += columnsPerScan) {
    columns.push(...(await scanSome(engine, source, plans.slice(first, first + columnsPerScan), options)))
  }
  return columns
}

/** Every day of a scan, by its number of rows. Throws `SQL_FAILED` where a day's levels are not as many. */
export function completeDays(columns: readonly TextDays[], rows: ReadonlyMap<number, number>): ColumnDays[] {
  return columns.map(({ plan, cells }) => ({
    plan,
    cells: new Map(
      [...rows].map(([day, count]) => {
        const cell = cells.get(day) ?? noTexts(plan)
        assertWhole(plan, cell, count)
        return [dayOf(day), cell]
      }),
    ),
  }))
}

const noTexts = ({ levels }: CategoricalPlan) => ({ nulls: 0, counts: new Array<number>(levels.length + 1).fill(0) })

async function scanSome(
  engine: Engine,
  source: Source,
  plans: readonly CategoricalPlan[],
  { where, salt }: ScanOptions,
): Promise<TextDays[]> {
  const columns = plans.map((plan): TextDays => ({ plan, cells: new Map() }))
  await engine.scanBeside(countSql(source, plans, { where, salt }), ([of, days, codes, counts]) => {
    of?.forEach((column, row) => {
      const { plan, cells } = columns[column]!
      const day = days![row]!
      let cell = cells.get(day)
      if (cell === undefined) cells.set(day, (cell = noTexts(plan)))
      const code = codes![row]!
      if (code < 0) cell.nulls += counts![row]!
      else cell.counts[code]! += counts![row]!
    })
  })
  return columns
}

function countSql(source: Source, plans: readonly CategoricalPlan[], { where, salt }: ScanOptions): string {
  const names = plans.map(({ name }) => quoteIdentifier(name))
  // A bit of GROUPING_ID is set for each column that a row is not grouped by; the first column has the highest.
  const isOf = (i: number) => `${2 ** plans.length - 1 - 2 ** (plans.length - 1 - i)}`
  const texts = plans.map((plan, i) => `WHEN ${isOf(i)} THEN ${levelSql(plan.name, plan.isHashed ? salt : undefined)}`)
  const levels = plans.map(
    ({ levels }, i) =>
      `SELECT ${i} AS of, unnest([${levels.map(quoteLiteral).join(', ')}]::VARCHAR[]) AS level, unnest(range(${levels.length})) AS code`,
  )
  const rest = plans.map(({ levels }, i) => `WHEN ${i} THEN ${levels.length}`)
  return `WITH groups AS (
      SELECT ${source.day} AS tidemark_day, GROUPING_ID(${names.join(', ')}) AS tidemark_set, count(*) AS tidemark_rows, ${names.join(', ')}
      FROM ${source.relation} WHERE ${where}
      GROUP BY GROUPING SETS (${names.map((name) => `(tidemark_day, ${name})`).join(', ')})),
    texts AS (
      SELECT CASE tidemark_set ${plans.map((_, i) => `WHEN ${isOf(i)} THEN ${i}`).join(' ')} END AS of,
        tidemark_day AS day, CASE tidemark_set ${texts.join(' ')} END AS text, tidemark_rows AS n FROM groups),
    levels AS (${levels.join(' UNION ALL ')})
    SELECT texts.of::INTEGER, ${dayNumber('day')},
      (CASE WHEN text IS NULL THEN -1 ELSE coalesce(code, CASE texts.of ${rest.join(' ')} END) END)::INTEGER AS code, sum(n)::DOUBLE
    FROM texts LEFT JOIN levels ON levels.of = texts.of AND level = text GROUP BY ALL`
}

// A count that the engine loses would be a verdict that nobody could explain.
function assertWhole({ name }: CategoricalPlan, { nulls, counts }: CategoricalCell, rows: number): void {
  const counted = counts.reduce((sum, count) => sum + count, nulls)
  if (counted === rows) return
  throw new TidemarkError('SQL_FAILED', `${name}: ${counted} of ${rows} values were counted`, {
    hint: 'This is a fault of the data engine. Report it with the column’s type.',
  })
}
