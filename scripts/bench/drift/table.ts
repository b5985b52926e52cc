// Rows in memory, counted as the monitor counts them: by day on a baseline's edges.
import { type BaselinePlan, finishBaseline } from '../../../packages/data/src/baseline/baseline.ts'
import {
  type CategoricalCell,
  type ColumnDays,
  type ColumnPlan,
  type DayTable,
  type RateCell,
  toProfile,
} from '../../../packages/data/src/baseline/day-table.ts'
import { edgeShares, planEdges, smallestLevel } from '../../../packages/data/src/baseline/plan.ts'
import {
  calibrationEdges,
  countCalibration,
  countScores,
  planScores,
} from '../../../packages/data/src/baseline/scores.ts'
import { addDays } from '../../../packages/data/src/baseline/weeks.ts'
import type { Baseline, DriftProfile, Period } from '../../../packages/schemas/src/index.ts'

export interface NumericColumn {
  readonly kind: 'numeric'
  readonly name: string
  readonly family: 'features' | 'labels' | 'predictions'
  readonly values: Float64Array
}
export interface CategoricalColumn {
  readonly kind: 'categorical'
  readonly name: string
  readonly family: 'features'
  readonly codes: Uint32Array
  readonly levels: readonly string[]
}
export interface RateColumn {
  readonly kind: 'rate'
  readonly name: string
  readonly family: 'labels'
  readonly values: Float64Array
}
export type Column = NumericColumn | CategoricalColumn | RateColumn

export interface Table {
  /** Days since the Monday that `firstDay` is. */
  readonly days: Uint32Array
  readonly columns: readonly Column[]
}

/** A Monday: from it all days are counted. */
export const firstDay = '2001-01-01'

/** From day `first` until before day `end`. */
export const periodOf = (first: number, end: number): Period => ({
  start: addDays(firstDay, first),
  end: addDays(firstDay, end),
})

/** The rows of a table at the places given. */
export function pick({ days, columns }: Table, rows: Uint32Array): Table {
  return {
    days: Uint32Array.from(rows, (row) => days[row]!),
    columns: columns.map((column) =>
      column.kind === 'categorical'
        ? { ...column, codes: Uint32Array.from(rows, (row) => column.codes[row]!) }
        : { ...column, values: Float64Array.from(rows, (row) => column.values[row]!) },
    ),
  }
}

/** Edges and levels as a baseline lays them. */
export function planTable({ columns }: Table): BaselinePlan {
  const plans = columns.map(planColumn)
  const scores = plans.find((plan) => plan.family === 'predictions')
  return { columns: plans, calibration: scores?.kind === 'numeric' ? calibrationEdges(scores) : null, expects: false }
}

function planColumn(column: Column): ColumnPlan {
  const { name } = column
  if (column.kind === 'rate') return { kind: 'rate', name, family: 'labels' }
  if (column.kind === 'numeric' && column.family === 'predictions')
    return planScores(scoredRows(column, { days: new Uint32Array(), dictionary: [] }))
  if (column.kind === 'numeric') {
    const sorted = column.values.filter(Number.isFinite).sort()
    const quantiles = edgeShares(sorted.length).map((share) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0)
    return { kind: 'numeric', name, family: column.family, isPublic: true, ...planEdges(quantiles) }
  }
  const counts = new Float64Array(column.levels.length)
  for (const code of column.codes) counts[code]! += 1
  const levels = column.levels
    .map((level, code) => ({ level, count: counts[code]! }))
    .filter(({ count }) => count >= smallestLevel)
    .sort((a, b) => b.count - a.count)
    .map(({ level }) => level)
  return { kind: 'categorical', name, family: 'features', levels: levels.slice(0, 300), isHashed: false }
}

/** Counts a table by day. */
export function countTable({ days, columns }: Table, plan: BaselinePlan): DayTable {
  const last = days.reduce((most, day) => Math.max(most, day), 0)
  const dictionary = Array.from({ length: last + 1 }, (_, day) => addDays(firstDay, day))
  const rows = new Map<string, number>()
  for (const day of days) rows.set(dictionary[day]!, (rows.get(dictionary[day]!) ?? 0) + 1)
  return {
    rows,
    columns: columns.map((column, i) => countColumn(column, plan.columns[i]!, { days, dictionary })),
    calibration: plan.calibration && countOutcomes(columns, plan.calibration, { days, dictionary }),
  }
}

function countOutcomes(columns: readonly Column[], edges: readonly number[], days: Days): DayTable['calibration'] {
  const scores = columns.find((column) => column.family === 'predictions')
  const labels = columns.find(({ kind }) => kind === 'rate')
  if (scores?.kind !== 'numeric' || labels?.kind !== 'rate') return null
  return countCalibration({ ...scoredRows(scores, days), labels: labels.values }, edges)
}

const scoredRows = ({ values }: NumericColumn, { days, dictionary }: Days) => ({
  scores: values,
  days: { name: 'day', kind: 'string' as const, codes: days, dictionary },
})

interface Days {
  readonly days: Uint32Array
  readonly dictionary: readonly string[]
}

function countColumn(column: Column, plan: ColumnPlan, { days, dictionary }: Days): ColumnDays {
  if (column.kind === 'numeric' && plan.kind === 'numeric')
    return countScores(scoredRows(column, { days, dictionary }), plan)
  if (column.kind === 'categorical' && plan.kind === 'categorical') {
    const places = new Map(plan.levels.map((level, place) => [level, place]))
    const placeOf = column.levels.map((level) => places.get(level) ?? plan.levels.length)
    const cells = new Map<string, CategoricalCell & { counts: number[] }>()
    for (let row = 0; row < days.length; row++) {
      const day = dictionary[days[row]!]!
      let cell = cells.get(day)
      if (cell === undefined) {
        cell = { nulls: 0, counts: new Array<number>(plan.levels.length + 1).fill(0) }
        cells.set(day, cell)
      }
      cell.counts[placeOf[column.codes[row]!]!]! += 1
    }
    return { plan, cells }
  }
  if (column.kind !== 'rate' || plan.kind !== 'rate') throw new Error(`${column.name} is not what was planned`)
  const cells = new Map<string, { -readonly [Key in keyof RateCell]: number }>()
  for (let row = 0; row < days.length; row++) {
    const day = dictionary[days[row]!]!
    const cell = cells.get(day) ?? { rows: 0, events: 0 }
    cell.rows++
    cell.events += column.values[row]!
    cells.set(day, cell)
  }
  return { plan, cells }
}

/** The baseline of counted days. */
export function baselineOf(plan: BaselinePlan, profile: DriftProfile): Baseline {
  const digest = '0'.repeat(64)
  return finishBaseline(plan, profile, { model: 'bench', dataset: digest, features: digest, period: profile.period })
}

/** The days of a period but those of another. */
export function profileWithout(table: DayTable, period: Period, left: Period): DriftProfile {
  const rows = new Map([...table.rows].filter(([day]) => day < left.start || day >= left.end))
  return toProfile({ ...table, rows }, period)
}
