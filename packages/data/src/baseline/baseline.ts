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
import { addUp, type ColumnPlan, type DayTable, toProfile } from './day-table.ts'
import { countRows, planColumns } from './plan.ts'
import { scanDays } from './scan.ts'
import { calibrationEdges, countCalibration, countScores, planScores, predictionName } from './scores.ts'
import { type DriftData, openSources, type Source } from './source.ts'
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
}

/** A baseline's plan with its reference rows counted: what shards share and add up. */
export interface BaselinePlan {
  readonly columns: readonly ColumnPlan[]
  /** Edges of the calibration's bins; null without scores. */
  readonly calibration: readonly number[] | null
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
  const wanted = sources.reduce((sum, source) => sum + source.columns.length, 0)
  if (wanted > mostColumns) throw tooMany(wanted, data)
  for (const source of sources) {
    const where = wherePeriod(source, options.period)
    rows ??= await countRows(engine, source, where)
    columns.push(...(await planColumns(engine, source, { where, rows, publicColumns, salt: options.model })))
  }
  if (data.scored === undefined) return { columns, calibration: null }
  const scores = planScores(data.scored)
  return { columns: [...columns, scores], calibration: data.scored.labels ? calibrationEdges(scores) : null }
}

/** What the document holds, the prediction included. */
const mostColumns = 1999

const tooMany = (found: number, { features }: DriftData): TidemarkError =>
  new TidemarkError('POLICY_INVALID', `${features.file} and monitor.segments give ${found} columns to watch`, {
    hint: `A baseline holds ${mostColumns}. Select fewer columns, or name fewer segments.`,
  })

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
    const plans = plan.columns.filter(
      ({ name, kind }) =>
        name !== predictionName && source.columns.some((column) => column.name === name && column.kind === kind),
    )
    const scanned = await scanDays(engine, source, plans, { where: wherePeriod(source, period), salt: model })
    if (i === 0) rows = scanned.rows
    columns.push(...scanned.columns)
  }
  const scores = plan.columns.find(({ name }) => name === predictionName)
  if (data.scored !== undefined && scores?.kind === 'numeric') columns.push(countScores(data.scored, scores))
  const calibration = data.scored && plan.calibration ? countCalibration(data.scored, plan.calibration) : null
  return { rows, columns, calibration }
}

/** The baseline of a plan and its counts. The same counts give the same bytes, however they were added up. */
export function finishBaseline(
  plan: BaselinePlan,
  profile: DriftProfile,
  options: Omit<BaselineOptions, 'publicColumns'> & { readonly features: string },
): Baseline {
  const weeks = completeWeeks(options.period).filter(({ start, end }) =>
    profile.days.some((day) => day >= start && day < end),
  )
  const rows = readNumbers(profile.rows)
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
