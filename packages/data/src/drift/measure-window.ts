import {
  type Baseline,
  type BaselineColumn,
  type DriftProfile,
  type MonitorPolicy,
  readNumbers,
} from '@tidemark/schemas'
import { measureCalibration } from './calibration-effect.ts'
import { measureCategorical } from './categorical-effect.ts'
import { measureDay, measureDayLabelRate, measureDayNulls } from './day-window.ts'
import { type Context, contextOf, type Measurement, pairOf, total } from './measure.ts'
import { measureNumeric } from './numeric-effect.ts'
import { measureGone, measureLabelRate, measureNulls } from './rate-effect.ts'

export interface WindowMeasurements {
  readonly measured: readonly Measurement[]
  /** What could not be asked. */
  readonly notJudged: readonly { readonly id: string; readonly reason: string }[]
}

/** Every effect of a window that its counts allow. */
export function measureWindow(baseline: Baseline, window: DriftProfile, policy: MonitorPolicy): WindowMeasurements {
  const context = contextOf(baseline, window, policy.confidence)
  const found = baseline.columns.flatMap((column) => measureColumn(column, { baseline, window, policy, context }))
  const all = [
    ...found,
    ...findStrangers(baseline, policy),
    ...measureCalibrationOf({ baseline, window, policy, context }),
  ]
  return {
    measured: all.filter((each): each is Measurement => !isSkipped(each)),
    notJudged: all.filter(isSkipped),
  }
}

/** A rule for a column that is not there would rule nothing, without a word. */
function findStrangers(baseline: Baseline, { columns = {} }: MonitorPolicy): Skipped[] {
  return Object.entries(columns).flatMap(([name, { critical, importance, ...limits }]) => {
    const families = baseline.columns.flatMap((column) => (column.name === name ? [column.family] : []))
    if (families.includes('features')) return []
    if (Object.keys(limits).length === 0)
      return [skip(`columns.${name}`, 'the policy weighs it, and the features query has no such column')]
    if (families.includes('labels') && importance === undefined) return []
    return [skip(`columns.${name}`, 'a rule asks for its drift, and no such column is counted')]
  })
}

interface Question {
  readonly baseline: Baseline
  readonly window: DriftProfile
  readonly policy: MonitorPolicy
  readonly context: Context
}

type Skipped = WindowMeasurements['notJudged'][number]
const skip = (id: string, reason: string): Skipped => ({ id, reason })
const isSkipped = (each: Measurement | Skipped): each is Skipped => !('statistic' in each)

function measureColumn(column: BaselineColumn, question: Question): (Measurement | Skipped)[] {
  const { window, policy, context } = question
  const isDaily = policy.windows === 'day'
  const id = `${column.family}.${column.name}`
  const orSkip = (measurement: Measurement | undefined, name = id): Measurement | Skipped =>
    measurement ?? skip(name, 'the baseline does not know how its days differ: fewer than 4 weeks')
  if (column.kind === 'rate') {
    const pair = pairOf(column, window)
    const problem = labelProblem(column, pair ? sum(pair.rows) : 0, question)
    if (pair === undefined || problem !== null) return [skip(id, problem ?? noOutcome)]
    if (column.rows === 0) return [skip(id, 'the baseline has none')]
    return [orSkip(isDaily ? measureDayLabelRate(column, pair, context) : measureLabelRate(column, pair, context))]
  }
  const pair = column.kind === 'numeric' ? pairOf(column, window) : pairOf(column, window)
  const isOfText = column.text !== undefined
  const isJoint = column.kind === 'numeric' && column.joint !== undefined
  if (pair === undefined) {
    // Which of its columns is gone is told by that column, and SQL for a database does not count it.
    if (isJoint || isOfText) return []
    // Of a column that is gone its segments say no more.
    if (column.segment !== undefined) return []
    if (column.family === 'features') return [measureGone(column, context, sum(window.rows))]
    return [skip(id, column.family === 'labels' ? noOutcome : 'the window does not have it')]
  }
  // Outside of a segment its columns have no values.
  const hasNulls = column.family !== 'labels' && column.segment === undefined && !isJoint && !isOfText
  const measureMissing = isDaily ? measureDayNulls : measureNulls
  const missing = hasNulls ? [orSkip(measureMissing(column, pair, context), `nulls.${column.name}`)] : []
  const values = total(pair.counts.map(sum))
  const problem =
    (column.family === 'labels' ? labelProblem(column, values, question) : null) ??
    (values === 0 ? 'every value is missing' : hasValues(column) ? null : 'every value is missing in the baseline')
  // That there are no values is told by the columns themselves.
  if (problem !== null && (isJoint || isOfText)) return []
  if (problem !== null) return [...missing, skip(id, problem)]
  const isAdvisory = isJoint && policy.columns?.[column.name]?.critical !== true
  const mark = (measurement: Measurement): Measurement => (isAdvisory ? { ...measurement, isAdvisory } : measurement)
  if (isDaily) {
    const daily = measureDay(column, pair, context)
    return [...missing, orSkip(daily && mark(daily))]
  }
  if (column.kind === 'numeric' && pair.kind === 'numeric')
    return [...missing, mark(measureNumeric(column, pair, context))]
  return column.kind === 'categorical' && pair.kind === 'categorical'
    ? [...missing, measureCategorical(column, pair, context)]
    : missing
}

const noOutcome = 'no outcome is known yet'
const sum = (counts: string): number => total(readNumbers(counts))

/** Why a label cannot be judged. Of a segment, whose rows are not counted, that of all rows decides how much is known. */
function labelProblem(column: BaselineColumn, known: number, { baseline, window, policy }: Question): string | null {
  if (column.segment === undefined) {
    const rows = sum(window.rows)
    if (column.kind === 'rate' && known === 0) return noOutcome
    return known < policy.labelCoverage * rows ? coverage(known, rows, policy) : null
  }
  if (known === 0) return 'the window has no rows of it, or no outcome'
  const whole = baseline.columns.find(
    ({ segment, kind, name }) => segment === undefined && kind === column.kind && column.name.startsWith(`${name} [`),
  )
  const pair = window.columns.find(({ kind, name }) => kind === whole?.kind && name === whole.name)
  const all = pair === undefined ? 0 : pair.kind === 'rate' ? sum(pair.rows) : total(pair.counts.map(sum))
  return all < policy.labelCoverage * sum(window.rows) ? coverage(all, sum(window.rows), policy) : null
}

const coverage = (known: number, rows: number, { labelCoverage }: MonitorPolicy): string =>
  `the outcome of ${known} of ${rows} rows is known, less than ${labelCoverage * 100} %; early outcomes are not typical`

function hasValues(column: BaselineColumn & { kind: 'numeric' | 'categorical' }): boolean {
  if (column.kind === 'numeric') return column.edges !== '' && readNumbers(column.counts).some((count) => count > 0)
  return column.other > 0 || column.levels.length > 0
}

function measureCalibrationOf({ baseline, window, policy, context }: Question): (Measurement | Skipped)[] {
  // A day's few outcomes say nothing about calibration that its week would not say better.
  if (baseline.calibration === null || policy.windows === 'day') return []
  const [rows, known] = [sum(window.rows), window.calibration ? sum(window.calibration.rows) : 0]
  if (window.calibration === null || known === 0)
    return [skip('calibration', 'no outcome of a prediction is known yet')]
  if (known < policy.labelCoverage * rows) return [skip('calibration', coverage(known, rows, policy))]
  const measured = measureCalibration(baseline, window.calibration, context, policy.thresholds.warn)
  return [measured ?? skip('calibration', 'the baseline has fewer than 4 complete weeks')]
}
