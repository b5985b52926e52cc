import type { Engine } from '../engine/engine.ts'
import { quoteIdentifier } from '../engine/quoting.ts'
import { CountingLoop } from './counting-loop.ts'
import { groupByDay } from './day-runs.ts'
import type { ColumnDays, ColumnPlan, NumericPlan, RatePlan } from './day-table.ts'
import { JointCells } from './joint-cells.ts'
import { NumberCells } from './number-cells.ts'
import { RateCells } from './rate-cells.ts'
import type { Source } from './source.ts'
import { completeDays, scanTexts } from './text-scan.ts'
import { addDays } from './weeks.ts'

export interface SourceDays {
  readonly rows: ReadonlyMap<string, number>
  readonly columns: readonly ColumnDays[]
}

export interface ScanOptions {
  /** `day >= … AND day < …` */
  readonly where: string
  readonly salt: string
}

/** Counts every planned column of a source by day: numbers in one scan, texts in another beside it, nothing kept but the counts. */
export async function scanDays(
  engine: Engine,
  source: Source,
  plans: readonly ColumnPlan[],
  options: ScanOptions,
): Promise<SourceDays> {
  const [numbers, texts] = await Promise.all([
    scanNumbers(
      engine,
      source,
      plans.filter((plan) => plan.kind !== 'categorical'),
      options,
    ),
    scanTexts(
      engine,
      source,
      plans.filter((plan) => plan.kind === 'categorical'),
      options,
    ),
  ])
  const counted = [...numbers.columns, ...completeDays(texts, numbers.rows)]
  const rows = new Map([...numbers.rows].map(([day, count]) => [dayOf(day), count]))
  return { rows, columns: plans.map((plan) => counted.find((column) => column.plan === plan)!) }
}

/** Days are numbers from 1970 on their way out. */
export const dayNumber = (day: string): string => `date_diff('day', DATE '1970-01-01', ${day})::INTEGER`
export const dayOf = (number: number): string => addDays('1970-01-01', number)

// DuckDB reads and decodes on its threads, a number costs some nanoseconds here: its own `histogram` takes three times as long, loses counts
// where two edges are equal and puts NaN into the first bin (duckdb/duckdb#24440, #24797).
async function scanNumbers(
  engine: Engine,
  source: Source,
  plans: readonly (NumericPlan | RatePlan)[],
  { where }: ScanOptions,
): Promise<{ rows: ReadonlyMap<number, number>; columns: ColumnDays[] }> {
  const joint = plans.find((plan) => plan.kind === 'numeric' && plan.joint !== undefined) as NumericPlan | undefined
  const own = plans.filter((plan) => plan !== joint)
  const loop = new CountingLoop()
  const cells = own.map((plan) => (plan.kind === 'numeric' ? new NumberCells(plan, loop) : new RateCells(plan)))
  const together = joint && new JointCells(joint)
  const positions = (joint?.joint?.columns ?? []).map((name) => own.findIndex((plan) => plan.name === name))
  const selected = [
    dayNumber(source.day),
    ...own.map(({ name }) => numberSql(name)),
    ...(joint?.joint ? [`(${source.hash} % ${joint.joint.step})::INTEGER`] : []),
  ]
  const rows = new Map<number, number>()
  await engine.scan(
    `SELECT ${selected.join(', ')} FROM ${source.relation} WHERE ${where}`,
    ([days, ...columns], [, ...validity]) => {
      const byDay = groupByDay(days as Int32Array)
      for (const { day, from, to } of byDay.runs) rows.set(day, (rows.get(day) ?? 0) + to - from)
      for (const [i, cell] of cells.entries()) cell.add(columns[i] as Float64Array, byDay, validity[i]!)
      together?.add(
        positions.map((position) => columns[position]!),
        days as Int32Array,
        columns[own.length]!,
      )
    },
  )
  return {
    rows,
    columns: [...cells.map((cell) => cell.finish(dayOf)), ...(together ? [together.finish(dayOf)] : [])],
  }
}

export const numberSql = (name: string): string => `CAST(${quoteIdentifier(name)} AS DOUBLE)`
