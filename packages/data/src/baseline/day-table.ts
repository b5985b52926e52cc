import {
  type DriftProfile,
  type Period,
  type ProfileColumn,
  type Segment,
  type TextMeasure,
  writeNumbers,
} from '@tidemark/schemas'

export interface NumericPlan {
  readonly kind: 'numeric'
  readonly name: string
  readonly family: 'features' | 'predictions' | 'labels'
  readonly edges: readonly number[]
  readonly centre: number
  /** Whether its least and greatest value may be stored. */
  readonly isPublic: boolean
  readonly unit: number
  readonly segment?: Segment | undefined
  /** Of no column: of how well several go together. */
  readonly joint?: JointPlan | undefined
  readonly text?: TextMeasure | undefined
}

/** What several numeric columns are standardised and projected by. */
export interface JointPlan {
  readonly columns: readonly string[]
  /** Values outside count as their ends. */
  readonly ranges: readonly (readonly [low: number, high: number])[]
  readonly means: readonly number[]
  readonly deviations: readonly number[]
  /** Below the diagonal, row by row. */
  readonly correlations: readonly number[]
  readonly components: readonly (readonly number[])[]
  /** Rows whose hash is a multiple of this are looked at. */
  readonly step: number
}

export interface CategoricalPlan {
  readonly kind: 'categorical'
  readonly name: string
  readonly family: 'features' | 'labels'
  readonly levels: readonly string[]
  readonly isHashed: boolean
  readonly segment?: Segment | undefined
  readonly text?: TextMeasure | undefined
  /** Different values in the reference. */
  readonly distinct?: number | undefined
  /** While it is laid: whether its levels hold less than half of its values. */
  readonly isScattered?: boolean
}

export interface RatePlan {
  readonly kind: 'rate'
  readonly name: string
  readonly family: 'labels'
  readonly segment?: Segment | undefined
}

/** What is counted of a column: fixed once, by the baseline. */
export type ColumnPlan = NumericPlan | CategoricalPlan | RatePlan

export interface NumericCell {
  readonly nulls: number
  readonly nonFinite: number
  readonly counts: readonly number[]
  readonly atEdge: readonly number[]
  readonly minimum: number | null
  readonly maximum: number | null
  readonly sum: bigint
  readonly squares: bigint
}
export interface CategoricalCell {
  readonly nulls: number
  readonly counts: readonly number[]
}
export interface RateCell {
  readonly rows: number
  readonly events: number
}

/** One column's counts by day, in its plan's bins. */
export type ColumnDays =
  | { readonly plan: NumericPlan; readonly cells: ReadonlyMap<string, NumericCell> }
  | { readonly plan: CategoricalPlan; readonly cells: ReadonlyMap<string, CategoricalCell> }
  | { readonly plan: RatePlan; readonly cells: ReadonlyMap<string, RateCell> }

/** Scores against outcomes of one day, by bin of the score. */
export interface CalibrationCell {
  readonly rows: number[]
  readonly observed: number[]
  readonly expectedMicros: number[]
}

/** The same in the bins of the prediction, for what calibrated probabilities promise. */
export interface OutcomeCell {
  readonly rows: number[]
  readonly observed: number[]
  readonly scoreMicros: number[]
  readonly squareMicros: number[]
  lossMicros: number
}

/** Everything counted, by day. */
export interface DayTable {
  readonly rows: ReadonlyMap<string, number>
  readonly columns: readonly ColumnDays[]
  readonly calibration: ReadonlyMap<string, CalibrationCell> | null
  /** Counted of a reference whose expectations are wanted. */
  readonly outcomes?: ReadonlyMap<string, OutcomeCell> | null
}

/** The days of a period as a profile. */
export function toProfile({ rows, columns, calibration, outcomes }: DayTable, period: Period): DriftProfile {
  const days = [...rows.keys()].filter((day) => day >= period.start && day < period.end).sort()
  return {
    period,
    days,
    rows: writeNumbers(days.map((day) => rows.get(day) ?? 0)),
    columns: columns
      .filter(({ cells }) => days.some((day) => cells.has(day)))
      .map((column) => profileColumn(column, days)),
    calibration: calibration && days.some((day) => calibration.has(day)) ? profileCalibration(calibration, days) : null,
    ...(outcomes && days.some((day) => outcomes.has(day)) ? { outcomes: profileOutcomes(outcomes, days) } : {}),
  }
}

function profileOutcomes(
  cells: ReadonlyMap<string, OutcomeCell>,
  days: readonly string[],
): NonNullable<DriftProfile['outcomes']> {
  const present = days.map((day) => cells.get(day))
  const none = new Array<number>(present.find((cell) => cell !== undefined)?.rows.length ?? 0).fill(0)
  const lists = (key: Exclude<keyof OutcomeCell, 'lossMicros'>) =>
    present.map((cell) => writeNumbers(cell?.[key] ?? none))
  return {
    rows: lists('rows'),
    observed: lists('observed'),
    scoreMicros: lists('scoreMicros'),
    squareMicros: lists('squareMicros'),
    lossMicros: writeNumbers(present.map((cell) => cell?.lossMicros ?? 0)),
  }
}

/** One column's counts of some days. */
export function profileColumn(column: ColumnDays, days: readonly string[]): ProfileColumn {
  const { plan } = column
  if (plan.kind === 'rate') {
    const cells = days.map((day) => (column.cells as ReadonlyMap<string, RateCell>).get(day))
    return {
      kind: 'rate',
      name: plan.name,
      rows: writeNumbers(cells.map((cell) => cell?.rows ?? 0)),
      events: writeNumbers(cells.map((cell) => cell?.events ?? 0)),
    }
  }
  if (plan.kind === 'categorical') {
    const cells = days.map((day) => (column.cells as ReadonlyMap<string, CategoricalCell>).get(day))
    const none = plan.levels.map(() => 0).concat(0)
    return {
      kind: 'categorical',
      name: plan.name,
      nulls: writeNumbers(cells.map((cell) => cell?.nulls ?? 0)),
      counts: cells.map((cell) => writeNumbers(cell?.counts ?? none)),
    }
  }
  const cells = days.map((day) => (column.cells as ReadonlyMap<string, NumericCell>).get(day))
  const none = plan.edges.map(() => 0).concat(0)
  const present = cells.filter((cell) => cell !== undefined)
  return {
    kind: 'numeric',
    name: plan.name,
    nulls: writeNumbers(cells.map((cell) => cell?.nulls ?? 0)),
    nonFinite: writeNumbers(cells.map((cell) => cell?.nonFinite ?? 0)),
    minimum: extreme(
      present.map(({ minimum }) => minimum),
      Math.min,
    ),
    maximum: extreme(
      present.map(({ maximum }) => maximum),
      Math.max,
    ),
    sum: String(present.reduce((sum, cell) => sum + cell.sum, 0n)),
    squares: String(present.reduce((sum, cell) => sum + cell.squares, 0n)),
    counts: cells.map((cell) => writeNumbers(cell?.counts ?? none)),
    atEdge: writeNumbers(
      addUp(
        present.map(({ atEdge }) => atEdge),
        plan.edges.length,
      ),
    ),
  }
}

function profileCalibration(
  cells: ReadonlyMap<string, CalibrationCell>,
  days: readonly string[],
): DriftProfile['calibration'] {
  const present = days.map((day) => cells.get(day))
  const bins = Math.max(0, ...present.map((cell) => cell?.rows.length ?? 0))
  const part = (key: keyof CalibrationCell) => ({
    byDay: writeNumbers(present.map((cell) => total(cell?.[key] ?? []))),
    byBin: writeNumbers(
      addUp(
        present.flatMap((cell) => (cell ? [cell[key]] : [])),
        bins,
      ),
    ),
  })
  const [rows, observed, expected] = [part('rows'), part('observed'), part('expectedMicros')]
  return {
    rows: rows.byDay,
    observed: observed.byDay,
    expectedMicros: expected.byDay,
    bins: { rows: rows.byBin, observed: observed.byBin, expectedMicros: expected.byBin },
  }
}

/** Lists of equal length added up; `length` zeros where there is none. */
export function addUp(lists: readonly ArrayLike<number>[], length: number): number[] {
  const sums = new Array<number>(length).fill(0)
  for (const list of lists) for (let i = 0; i < length; i++) sums[i]! += list[i] ?? 0
  return sums
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

function extreme(values: readonly (number | null)[], choose: (a: number, b: number) => number): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((a, b) => choose(a, b))
}
