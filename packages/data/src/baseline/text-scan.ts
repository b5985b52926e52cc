import { TidemarkError } from '@tidemark/schemas'
import type { Engine } from '../engine/engine.ts'
import { quoteIdentifier, quoteLiteral } from '../engine/quoting.ts'
import type { CategoricalCell, CategoricalPlan, ColumnDays } from './day-table.ts'
import { levelSql } from './plan.ts'
import { dayNumber, dayOf, type ScanOptions } from './scan.ts'
import type { Source } from './source.ts'

/** As many columns of text are grouped in one scan: each has a hash table of its own. */
const columnsPerScan = 16

/** Counts levels by day. Texts are grouped before they are hashed and looked up: that is done once a text, not once a row. */
export async function scanTexts(
  engine: Engine,
  source: Source,
  plans: readonly CategoricalPlan[],
  options: ScanOptions & { readonly rows: ReadonlyMap<string, number> },
): Promise<ColumnDays[]> {
  const columns: ColumnDays[] = []
  for (let first = 0; first < plans.length; first += columnsPerScan) {
    columns.push(...(await scanSome(engine, source, plans.slice(first, first + columnsPerScan), options)))
  }
  return columns
}

async function scanSome(
  engine: Engine,
  source: Source,
  plans: readonly CategoricalPlan[],
  { where, salt, rows }: Parameters<typeof scanTexts>[3],
): Promise<ColumnDays[]> {
  const cells = plans.map((plan) => {
    const none = () => ({ nulls: 0, counts: new Array<number>(plan.levels.length + 1).fill(0) })
    return new Map<string, CategoricalCell & { nulls: number; counts: number[] }>(
      [...rows.keys()].map((day) => [day, none()]),
    )
  })
  await engine.scan(countSql(source, plans, { where, salt }), ([columns, days, codes, counts]) => {
    columns?.forEach((column, row) => {
      const cell = cells[column]!.get(dayOf(days![row]!))!
      const code = codes![row]!
      if (code < 0) cell.nulls += counts![row]!
      else cell.counts[code]! += counts![row]!
    })
  })
  return plans.map((plan, i) => {
    for (const [day, cell] of cells[i]!) assertWhole(plan, cell, rows.get(day)!)
    return { plan, cells: cells[i]! }
  })
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
