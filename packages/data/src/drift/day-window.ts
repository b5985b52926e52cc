import type { BaselineColumn, DaySpread, ProfileColumn } from '@tidemark/schemas'
import { addUp } from '../baseline/day-table.ts'
import { measureCategorical } from './categorical-effect.ts'
import { categoricalDayDistance, numericDayDistance } from './day-distance.ts'
import { type Context, counts, effectiveRows, type Measurement } from './measure.ts'
import { measureNumeric } from './numeric-effect.ts'
import { measureLabelRate, measureNulls } from './rate-effect.ts'
import { weekdayRows } from './weekday.ts'

/**
 * One day against the reference's days of its weekday. A single day has no days to bound it by. That the world changed is shown only by
 * what is left after what 95 % of reference days differ by from their own weekday (the triangle inequality): the lower bound. How far this
 * day itself can be from its weekday is known but for its rows and for how well the weekday is known: the upper bound.
 */
export function measureDay(
  baseline: BaselineColumn & { kind: 'numeric' | 'categorical' },
  window: ProfileColumn & { kind: 'numeric' | 'categorical' },
  context: Context,
): Measurement | undefined {
  if (baseline.daily === undefined) return undefined
  const weekday = context.weekdays[0]!
  const day = addUp(window.counts.map(counts), counts(window.counts[0] ?? '').length)
  const distance = baseline.kind === 'numeric' ? numericDayDistance(baseline) : categoricalDayDistance(baseline)
  const { raw, expected } = distance(day, weekday)
  const whole =
    baseline.kind === 'numeric' && window.kind === 'numeric'
      ? measureNumeric(baseline, window, context)
      : baseline.kind === 'categorical' && window.kind === 'categorical'
        ? measureCategorical(baseline, window, context)
        : undefined
  if (whole === undefined) return undefined
  const alike = weekdayRows(baseline)[weekday]!
  return bounded(whole, { effect: Math.max(0, raw - expected), alike }, baseline.daily)
}

/** The same for the 0/1 label. */
export function measureDayLabelRate(
  baseline: BaselineColumn & { kind: 'rate' },
  window: ProfileColumn & { kind: 'rate' },
  context: Context,
): Measurement | undefined {
  if (baseline.daily === undefined) return undefined
  const weekday = context.weekdays[0]!
  const whole = measureLabelRate(baseline, window, context)
  const [rows, events] = [counts(baseline.weekdays.rows)[weekday]!, counts(baseline.weekdays.events)[weekday]!]
  const usual = events / rows
  const effect = Math.abs(whole.values.window! - usual)
  return { ...bounded(whole, { effect, alike: rows }, baseline.daily), values: { ...whole.values, baseline: usual } }
}

/** The same for the rate of missing values, which has no weekdays of its own. */
export function measureDayNulls(
  baseline: BaselineColumn & { kind: 'numeric' | 'categorical' },
  window: ProfileColumn & { kind: 'numeric' | 'categorical' },
  context: Context,
): Measurement | undefined {
  if (baseline.dailyNulls === undefined) return undefined
  const whole = measureNulls(baseline, window, context)
  return bounded(whole, { effect: whole.effect, alike: Number.POSITIVE_INFINITY }, baseline.dailyNulls)
}

/** `alike` are the rows of the reference's days of the same weekday. */
function bounded(
  whole: Measurement,
  { effect, alike }: { effect: number; alike: number },
  { days, rms, p95 }: DaySpread,
): Measurement {
  // No day of the reference may have differed at all; rows alone still would.
  const usual = Math.max(p95, rowReach(whole))
  const weeks = days / 7
  const own = rowReach(whole) + (1.645 * rms) / Math.sqrt(weeks)
  return {
    ...whole,
    effect,
    lower: effect - usual,
    upper: Math.min(1, effect + own),
    standardError: Math.max(rms, (rowReach(whole) * 2) / 3),
    blocks: days,
    effectiveRows: alike === Number.POSITIVE_INFINITY ? whole.effectiveRows : effectiveRows(whole.rows, alike),
    tolerance: p95,
  }
}

/** What 95 % of samples of so many independent rows stay within of their distribution function (Dvoretzky, Kiefer & Wolfowitz 1956). */
const rowReach = ({ rows }: Measurement): number => 1.358 / Math.sqrt(rows)
