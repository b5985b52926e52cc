import {
  type Baseline,
  type BaselineColumn,
  type DriftProfile,
  digestOf,
  type Period,
  readNumbers,
  TidemarkError,
  writeNumbers,
} from '@tidemark/schemas'
import type { Engine } from '../engine/engine.ts'
import { quoteLiteral } from '../engine/quoting.ts'
import { digestQuery } from '../features/lookups.ts'
import { addUp, type ColumnPlan, type DayTable, profileColumn, toProfile } from './day-table.ts'
import { describeExpectations, noExpectations } from './expectations.ts'
import { planJoint } from './joint-plan.ts'
import { countRows, planColumns } from './plan.ts'
import { planOf } from './plan-of.ts'
import { scanDays } from './scan.ts'
import {
  calibrationEdges,
  countCalibration,
  countOutcomes,
  countScores,
  findSegment,
  planScores,
  predictionName,
} from './scores.ts'
import { type DriftData, openSources, type ScoredRows, type Source } from './source.ts'
import { describeColumn } from './summary.ts'
import { completeWeeks, weekdayOf } from './weeks.ts'

export interface BaselineOptions {
  readonly model: string
  /** Digests of what the rows are: the dataset, the contract's verdict, and the model that scored them. */
  readonly dataset: string
  readonly validation?: string | undefined
  readonly modelDigest?: string | undefined
  /** The reference period; rows of other days are not counted. */
  readonly period: Period
  /** Columns that the contract classifies as public; values of others are stored as digests only. */
  readonly publicColumns: Iterable<string>
  /** Whether predictions will be held against labels: then the calibration that performance is expected by is kept. */
  readonly expectsPerformance?: boolean | undefined
}

/** A baseline's plan with its reference rows counted: what shards share and add up. */
export interface BaselinePlan {
  readonly columns: readonly ColumnPlan[]
  /** Edges of the calibration's bins; null without scores. */
  readonly calibration: readonly number[] | null
  /** Whether outcomes are counted for what the scores promise once they are calibrated. */
  readonly expects: boolean
}

/**
 * Describes a reference period: lays edges from a sample, counts every column by day in one scan a source, and keeps
 * counts, weekdays and the spread of complete weeks. Throws `DATA_EMPTY`, `COLUMN_MISSING`, `SQL_REFUSED`, `SQL_FAILED`.
 */
export async function buildBaseline(engine: Engine, data: DriftData, options: BaselineOptions): Promise<Baseline> {
  const plan = await planBaseline(engine, data, options)
  const profile = await profileReference(engine, data, plan, options)
  return finishBaseline(plan, profile, {
    ...options,
    features: digestQuery({ text: data.features.sql, lookups: data.features.lookups ?? [] }),
  })
}

/** Lays the edges and levels of a baseline, from all data or from one shard of it. */
export async function planBaseline(engine: Engine, data: DriftData, options: BaselineOptions): Promise<BaselinePlan> {
  const columns: ColumnPlan[] = []
  const publicColumns = new Set(options.publicColumns)
  let rows: number | undefined
  const sources = await openSources(engine, data)
  const own = sources.reduce((sum, { columns }) => sum + columns.filter(({ text }) => !text).length, 0)
  const wanted = own + (data.scored?.segments?.length ?? 0)
  if (wanted > mostColumns) throw tooMany(wanted, data)
  for (const [i, source] of sources.entries()) {
    const where = wherePeriod(source, options.period)
    rows ??= await countRows(engine, source, where)
    const planned = { where, rows, publicColumns, salt: options.model }
    const own = await planColumns(engine, source, planned)
    const joint = i === 0 ? await planJoint(engine, source, own, planned) : undefined
    columns.push(...own, ...(joint === undefined ? [] : [joint]))
  }
  if (data.scored === undefined) return { columns, calibration: null, expects: false }
  const scores = planScores(data.scored)
  const { segments: parts = [] } = data.scored
  const hasLabels = data.scored.labels !== undefined
  return {
    columns: [...columns, scores, ...parts.map(({ segment }) => planScores(data.scored!, segment))],
    calibration: hasLabels ? calibrationEdges(scores) : null,
    expects: hasLabels && options.expectsPerformance === true,
  }
}

/** What the document holds, with the prediction and the numbers together. */
const mostColumns = 1998

const tooMany = (found: number, { features }: DriftData): TidemarkError =>
  new TidemarkError('POLICY_INVALID', `${features.file} and monitor.segments give ${found} columns to watch`, {
    hint: `A baseline holds ${mostColumns}. Select fewer columns, or name fewer segments.`,
  })

/**
 * A plan as a document: a baseline into which nothing was counted yet. Shards are counted by it, and so are databases. Of public columns it says the
 * first and last edge as least and greatest number.
 */
export function layBaseline(plan: BaselinePlan, options: Parameters<typeof finishBaseline>[2]): Baseline {
  const columns = plan.columns.map((column) => ({ plan: column, cells: new Map() }) as DayTable['columns'][number])
  const calibration = plan.calibration && { rows: '', observed: '', expectedMicros: '' }
  const empty: DriftProfile = {
    period: options.period,
    days: [],
    rows: '',
    columns: columns.map((column) => profileColumn(column, [])),
    calibration: calibration && { ...calibration, bins: calibration },
  }
  const { id: _, ...laid } = finishBaseline(plan, empty, options)
  const marked = {
    ...laid,
    ...(plan.expects ? { expectations: noExpectations } : {}),
    columns: laid.columns.map((column, i) => {
      const own = plan.columns[i]!
      if (column.kind !== 'numeric' || own.kind !== 'numeric' || !own.isPublic) return column
      return { ...column, minimum: own.edges[0] ?? 0, maximum: own.edges.at(-1) ?? 0 }
    }),
  }
  return { ...marked, id: digestOf(marked) }
}

/** The baseline of a laid one and its counts. */
export function fillBaseline(laid: Baseline, profile: DriftProfile): Baseline {
  return finishBaseline(planOf(laid), profile, {
    ...laid,
    modelDigest: laid.modelDigest ?? undefined,
    validation: laid.validation ?? undefined,
  })
}

/** Counts a shard of the reference period by a plan. */
export async function profileReference(
  engine: Engine,
  data: DriftData,
  plan: BaselinePlan,
  { model, period }: Pick<BaselineOptions, 'model' | 'period'>,
): Promise<DriftProfile> {
  return toProfile(await countDays(engine, data, plan, { model, period }), period)
}

/** Counts all of a plan's columns by day, those of the period alone. */
export async function countDays(
  engine: Engine,
  data: DriftData,
  plan: BaselinePlan,
  { model, period }: { model: string; period: Period },
): Promise<DayTable> {
  const columns: DayTable['columns'][number][] = []
  let rows: ReadonlyMap<string, number> = new Map()
  for (const [i, source] of (await openSources(engine, data)).entries()) {
    const isHere = (name: string, kind: string) =>
      source.columns.some((column) => column.name === name && column.kind === kind)
    const plans = plan.columns.filter((column) =>
      column.kind === 'numeric' && column.joint !== undefined
        ? column.joint.columns.every((name) => isHere(name, 'numeric'))
        : column.family !== 'predictions' && isHere(column.name, column.kind),
    )
    const scanned = await scanDays(engine, source, plans, { where: wherePeriod(source, period), salt: model })
    if (i === 0) rows = scanned.rows
    columns.push(...scanned.columns)
  }
  const scores = plan.columns.find(({ name }) => name === predictionName)
  if (data.scored === undefined || scores?.kind !== 'numeric') return { rows, columns, calibration: null }
  return {
    rows,
    columns: [...columns, ...countAllScores(data.scored, plan)],
    calibration: plan.calibration ? countCalibration(data.scored, plan.calibration) : null,
    outcomes: plan.expects ? countOutcomes(data.scored, scores) : null,
  }
}

function countAllScores(scored: ScoredRows, { columns }: BaselinePlan): DayTable['columns'] {
  return columns.flatMap((column) => {
    if (column.kind !== 'numeric' || column.family !== 'predictions') return []
    const { segment } = column
    return segment === undefined || findSegment(scored, segment) ? [countScores(scored, column)] : []
  })
}

/** The baseline of a plan and its counts. The same counts give the same bytes, however they were added up. */
export function finishBaseline(
  plan: BaselinePlan,
  profile: DriftProfile,
  options: Omit<BaselineOptions, 'publicColumns' | 'expectsPerformance'> & { readonly features: string },
): Baseline {
  const weeks = completeWeeks(options.period).filter(({ start, end }) =>
    profile.days.some((day) => day >= start && day < end),
  )
  const rows = readNumbers(profile.rows)
  const expectations =
    plan.expects && profile.outcomes ? describeExpectations(profile.outcomes, profile.days, weeks) : null
  const baseline: Omit<Baseline, 'id'> = {
    schema: 'tidemark/baseline/v1',
    model: options.model,
    dataset: options.dataset,
    validation: options.validation ?? null,
    features: options.features,
    modelDigest: options.modelDigest ?? null,
    period: options.period,
    rows: rows.reduce((sum, count) => sum + count, 0),
    blocks: profile.days.length,
    weekdays: Array.from({ length: 7 }, (_, weekday) => {
      const own = rows.filter((_, i) => weekdayOf(profile.days[i]!) === weekday)
      return {
        days: own.length,
        rows: own.reduce((sum, count) => sum + count, 0),
        leastRows: Math.min(...own, own.length && Infinity),
      }
    }),
    weeks: weeks.length,
    columns: plan.columns.flatMap((column): BaselineColumn[] => {
      const counted = profile.columns.find(({ name, kind }) => name === column.name && kind === column.kind)
      return counted === undefined ? [] : [describeColumn(column, counted, { days: profile.days, weeks })]
    }),
    calibration: profile.calibration && plan.calibration ? describeCalibration(plan.calibration, profile, weeks) : null,
    ...(expectations ? { expectations } : {}),
  }
  return { ...baseline, id: digestOf(baseline) }
}

function describeCalibration(
  edges: readonly number[],
  { days, calibration }: DriftProfile,
  weeks: readonly Period[],
): Baseline['calibration'] {
  if (calibration === null) return null
  const [rows, observed, expected] = [calibration.rows, calibration.observed, calibration.expectedMicros].map(
    readNumbers,
  )
  const within = (values: readonly number[] | undefined, { start, end }: Period) =>
    addUp(
      [(values ?? []).filter((_, i) => days[i]! >= start && days[i]! < end)].map((own) => [
        own.reduce((a, b) => a + b, 0),
      ]),
      1,
    )[0]!
  return {
    edges: writeNumbers(edges),
    ...calibration.bins,
    weeks: weeks.map((week) => ({
      start: week.start,
      rows: within(rows, week),
      observed: within(observed, week),
      expectedMicros: within(expected, week),
    })),
  }
}

function wherePeriod({ day }: Source, { start, end }: Period): string {
  return `${day} >= DATE ${quoteLiteral(start)} AND ${day} < DATE ${quoteLiteral(end)}`
}
