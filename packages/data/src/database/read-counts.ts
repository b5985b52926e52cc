import { type Baseline, type DriftProfile, TidemarkError } from '@tidemark/schemas'
import { z } from 'zod'
import {
  addUp,
  type CalibrationCell,
  type ColumnDays,
  type ColumnPlan,
  type NumericCell,
  type OutcomeCell,
  toProfile,
} from '../baseline/day-table.ts'
import { planOf } from '../baseline/plan-of.ts'
import { predictionName } from '../baseline/scores.ts'
import { codes, parts } from './count-sql.ts'

const Count = z.coerce.number().int().min(0)
const Whole = z.coerce.string().regex(/^-?\d{1,60}$/)
const Counts = z.strictObject({
  plan: z.string().max(64),
  rows: z
    .array(
      z.strictObject({
        c: z.int(),
        d: z.string().regex(/^\d{4}-\d\d-\d\d$/),
        b: z.int(),
        n: Count,
        e: Count,
        lo: z.number().nullable(),
        hi: z.number().nullable(),
        s: Whole.nullable(),
        q: Whole.nullable(),
      }),
    )
    .max(5_000_000),
})
type Row = z.infer<typeof Counts>['rows'][number]

/** The profile that a database's answer to `writeCountSql` holds. Throws `DOCUMENT_INVALID` where it is not one of this baseline's. */
export function readCounts(json: string, baseline: Baseline): DriftProfile {
  const { plan, rows } = parse(json)
  if (plan !== baseline.id) {
    throw invalid(`they were counted by plan ${plan.slice(0, 12)}, not by ${baseline.id.slice(0, 12)}`)
  }
  const byColumn = Map.groupBy(rows, ({ c }) => c)
  const days = new Map((byColumn.get(parts.rows) ?? []).map(({ d, n }) => [d, n]))
  const { columns: plans, calibration, expects } = planOf(baseline)
  const columns = plans.flatMap((column, i): ColumnDays[] => {
    const own = byColumn.get(i)
    if (own === undefined) return []
    const cells = new Map([...Map.groupBy(own, ({ d }) => d)].map(([day, found]) => [day, readCell(column, found)]))
    for (const day of days.keys()) {
      const counted = own.filter(({ d }) => d === day).reduce((sum, { n }) => sum + n, 0)
      if (counted !== days.get(day)) throw invalid(`${column.name}: ${counted} of ${days.get(day)} rows of ${day}`)
    }
    return [{ plan: column, cells } as ColumnDays]
  })
  const scores = columns.find((column) => column.plan.name === predictionName)?.plan
  if (scores?.kind !== 'numeric' || calibration === null)
    return toProfile({ rows: days, columns, calibration: null }, baseline.period)
  const found = (part: number) => byColumn.get(part) ?? []
  return toProfile(
    {
      rows: days,
      columns,
      calibration: readCalibration(found(parts.calibration), days, calibration.length + 1),
      outcomes: expects
        ? readOutcomes(found(parts.outcomes), found(parts.losses), { days, bins: scores.edges.length + 1 })
        : null,
    },
    baseline.period,
  )
}

type Days = ReadonlyMap<string, number>
const zeros = (bins: number) => new Array<number>(bins).fill(0)

function readCalibration(rows: readonly Row[], days: Days, bins: number): Map<string, CalibrationCell> {
  const cells = new Map(
    [...days.keys()].map((day) => [day, { rows: zeros(bins), observed: zeros(bins), expectedMicros: zeros(bins) }]),
  )
  for (const { cell, row } of placed(cells, rows, bins)) {
    cell.rows[row.b] = row.n
    cell.observed[row.b] = row.e
    cell.expectedMicros[row.b] = Number(row.s)
  }
  return cells
}

function readOutcomes(
  rows: readonly Row[],
  losses: readonly Row[],
  { days, bins }: { days: Days; bins: number },
): Map<string, OutcomeCell> {
  const empty = (): OutcomeCell => ({
    rows: zeros(bins),
    observed: zeros(bins),
    scoreMicros: zeros(bins),
    squareMicros: zeros(bins),
    lossMicros: 0,
  })
  const cells = new Map([...days.keys()].map((day) => [day, empty()]))
  for (const { cell, row } of placed(cells, rows, bins)) {
    cell.rows[row.b] = row.n
    cell.observed[row.b] = row.e
    cell.scoreMicros[row.b] = Number(row.s)
    cell.squareMicros[row.b] = Number(row.q)
  }
  for (const { cell, row } of placed(cells, losses, 1)) cell.lossMicros = Number(row.s)
  return cells
}

function placed<T>(cells: ReadonlyMap<string, T>, rows: readonly Row[], bins: number): { cell: T; row: Row }[] {
  return rows.map((row) => {
    const cell = cells.get(row.d)
    if (cell === undefined || row.b < 0 || row.b >= bins || row.e > row.n || Number(row.s) < 0)
      throw invalid(`outcomes of ${row.d} have a bin ${row.b} of ${row.n} rows and ${row.e} events`)
    return { cell, row }
  })
}

function parse(json: string): z.infer<typeof Counts> {
  let found: unknown
  try {
    found = JSON.parse(json)
  } catch {
    throw invalid('they are not JSON')
  }
  const result = Counts.safeParse(found)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw invalid(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`)
}

function readCell(plan: ColumnPlan, rows: readonly Row[]) {
  const of = (code: number) => rows.find(({ b }) => b === code)?.n ?? 0
  const bins = plan.kind === 'rate' ? 2 : plan.kind === 'numeric' ? plan.edges.length + 1 : plan.levels.length + 1
  const stray = rows.find(({ b }) => b >= bins || b < codes.nonFinite)
  if (stray !== undefined) throw invalid(`${plan.name} has a bin ${stray.b}`)
  const counts = Array.from({ length: bins }, (_, bin) => of(bin))
  if (plan.kind === 'rate') return { rows: counts[0]! + counts[1]!, events: counts[1]! }
  if (plan.kind === 'categorical') return { nulls: of(codes.null), counts }
  const inBins = rows.filter(({ b }) => b >= 0)
  const extreme = (values: readonly (number | null)[], choose: typeof Math.min) => {
    const known = values.filter((value) => value !== null)
    return plan.isPublic && known.length > 0 ? known.reduce((a, b) => choose(a, b)) + 0 : null
  }
  const cell: NumericCell = {
    nulls: of(codes.null),
    nonFinite: of(codes.nonFinite),
    counts,
    atEdge: addUp([plan.edges.map((_, bin) => inBins.find(({ b }) => b === bin)?.e ?? 0)], plan.edges.length),
    minimum: extreme(
      inBins.map(({ lo }) => lo),
      Math.min,
    ),
    maximum: extreme(
      inBins.map(({ hi }) => hi),
      Math.max,
    ),
    sum: inBins.reduce((sum, { s }) => sum + BigInt(s ?? 0), 0n),
    squares: inBins.reduce((sum, { q }) => sum + BigInt(q ?? 0), 0n),
  }
  return cell
}

function invalid(reason: string): TidemarkError {
  return new TidemarkError('DOCUMENT_INVALID', `These counts cannot be used: ${reason}`, {
    hint: 'Run the SQL that `tidemark profile --dialect` prints for this very plan, and save what it returns as it is.',
  })
}
