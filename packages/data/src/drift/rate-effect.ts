import type { BaselineColumn, ProfileColumn } from '@tidemark/schemas'
import { proportionDifference } from '@tidemark/statistics'
import { binomialError, type Context, counts, effectiveRows, type Measurement, reachOf, total } from './measure.ts'

interface Rates {
  readonly column: string
  readonly family: Measurement['family']
  readonly tolerance: number | null
  readonly baseline: { readonly events: number; readonly rows: number }
  readonly rows: readonly number[]
  readonly events: readonly number[]
  /** The baseline's rate by weekday. */
  readonly weekdayRates: readonly number[]
}

/** Absolute difference of two rates: of a 0/1 label, or of missing values. */
function measureRate(rates: Rates, context: Context): Measurement {
  const { baseline, rows, events } = rates
  const current = { events: total(events), rows: total(rows) }
  const { difference, p } = proportionDifference(baseline, current)
  const linear = {
    rows,
    sums: events,
    expected: context.weekdays.map((weekday) => rates.weekdayRates[weekday]!),
    rowError: binomialError(baseline.events + current.events, current.rows, baseline.rows),
  }
  const { reach, standardError, blocks } = reachOf(linear, context)
  const effect = Math.abs(difference)
  return {
    column: rates.column,
    family: rates.family,
    statistic: 'rate',
    effect,
    lower: effect - reach,
    upper: Math.min(1, effect + reach),
    standardError,
    rows: current.rows,
    blocks,
    effectiveRows: effectiveRows(current.rows, baseline.rows),
    rowsAsked: 0,
    tolerance: rates.tolerance,
    values: { baseline: baseline.events / baseline.rows, window: current.events / current.rows },
    shown: { pRows: p },
  }
}

/** The 0/1 label's rate. */
export function measureLabelRate(
  column: BaselineColumn & { kind: 'rate' },
  window: ProfileColumn & { kind: 'rate' },
  context: Context,
): Measurement {
  const [rows, events] = [counts(column.weekdays.rows), counts(column.weekdays.events)]
  const overall = column.events / column.rows
  return measureRate(
    {
      column: column.name,
      family: column.family,
      tolerance: column.tolerance,
      baseline: column,
      rows: counts(window.rows),
      events: counts(window.events),
      weekdayRates: rows.map((count, weekday) => (count > 0 ? events[weekday]! / count : overall)),
    },
    context,
  )
}

/** The rate of values that are missing: null, NaN or infinite. */
export function measureNulls(
  column: BaselineColumn & { kind: 'numeric' | 'categorical' },
  window: ProfileColumn & { kind: 'numeric' | 'categorical' },
  context: Context,
): Measurement {
  const { rate, ...before } = missingRate(column)
  const nonFinite = window.kind === 'numeric' ? counts(window.nonFinite) : []
  const events = counts(window.nulls).map((nulls, day) => nulls + (nonFinite[day] ?? 0))
  return measureRate(
    {
      column: column.name,
      family: 'nulls',
      tolerance: null,
      baseline: before,
      rows: window.counts.map((day, i) => total(counts(day)) + events[i]!),
      events,
      weekdayRates: Array<number>(7).fill(rate),
    },
    context,
  )
}

/** A feature that the window lacks, or has as another type: every value of it is missing, and no sample says so but the schema. */
export function measureGone(
  column: BaselineColumn & { kind: 'numeric' | 'categorical' },
  context: Context,
  rows: number,
): Measurement {
  const before = missingRate(column)
  const kind = column.kind === 'numeric' ? 'numbers' : 'text'
  return {
    column: column.name,
    family: 'nulls',
    statistic: 'rate',
    effect: 1 - before.rate,
    lower: 1 - before.rate,
    upper: 1 - before.rate,
    standardError: 0,
    rows,
    blocks: context.days.length,
    effectiveRows: effectiveRows(rows, before.rows),
    rowsAsked: 0,
    tolerance: null,
    values: { baseline: before.rate, window: 1 },
    shown: {},
    isCertain: true,
    reason: `the window has no column ${column.name} of ${kind}: it is gone, or its type changed`,
  }
}

function missingRate(column: BaselineColumn & { kind: 'numeric' | 'categorical' }) {
  const missing = column.nulls + (column.kind === 'numeric' ? column.nonFinite : 0)
  const present =
    column.kind === 'numeric'
      ? total(counts(column.counts))
      : column.other + column.levels.reduce((sum, { count }) => sum + count, 0)
  return { events: missing, rows: missing + present, rate: missing / (missing + present) }
}
