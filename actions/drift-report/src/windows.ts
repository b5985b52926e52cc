import { addDays, completeWeeks, datesOf } from '@tidemark/data'
import type { Baseline, DriftCheck, DriftVerdict, DriftWindows, Period } from '@tidemark/schemas'
import type { Today } from './ahead.ts'

/** What one run judges at most: half a year of weeks, three months of days. */
const mostWindows = { week: 26, day: 92, rows: 26 }

/** Days before the newest one that one run's windows reach back to at most; a window of rows may begin anywhere. */
export function longestSpan(rule: DriftWindows): number {
  if (typeof rule !== 'string') return 366 * 200
  return rule === 'day' ? mostWindows.day : 7 * mostWindows.week + 6
}

export interface Arrived {
  /** The day after the last one with rows, of those that have come. */
  readonly end: string
  /** Rows by day, of days that have some. */
  readonly rows: ReadonlyMap<string, number>
}

/** Where windows end at the latest: with the last day that has rows, and with GitHub's date. */
export const endOfWindows = (arrived: string, { latest }: Pick<Today, 'latest'>): string =>
  arrived < latest ? arrived : latest

/** Windows after the reference for which data have arrived, without those that are decided; the newest ones. */
export function dueWindows(
  rule: DriftWindows,
  { period }: Pick<Baseline, 'period'>,
  arrived: Arrived,
  known: readonly Pick<DriftCheck, 'window' | 'verdict'>[],
): Period[] {
  const decided = new Set(known.filter(({ verdict }) => verdict !== 'inconclusive').map(({ window }) => window.start))
  const all = { start: period.end, end: arrived.end }
  const windows =
    rule === 'week'
      ? completeWeeks(all)
      : rule === 'day'
        ? datesOf(all).map((date) => ({ start: date, end: addDays(date, 1) }))
        : [
            ...known.map(({ window: { start, end } }) => ({ start, end })),
            ...gatherRows(rule.rows, all, arrived, known),
          ]
  return windows
    .slice(-mostWindows[typeof rule === 'string' ? rule : 'rows'])
    .filter(({ start }) => !decided.has(start))
}

/**
 * Whole days until they hold enough rows, one window after the other. They go on after the last window on record, so that rows that come
 * late move no border; the newest day, which may not be complete, ends none.
 */
function gatherRows(
  enough: number,
  { start, end }: Period,
  { rows }: Arrived,
  known: readonly Pick<DriftCheck, 'window'>[],
): Period[] {
  const windows: Period[] = []
  let from = [start, ...known.map(({ window }) => window.end)].sort().at(-1)!
  let seen = 0
  for (const date of datesOf({ start: from, end: addDays(end, -1) })) {
    seen += rows.get(date) ?? 0
    if (seen < enough) continue
    const next = addDays(date, 1)
    windows.push({ start: from, end: next })
    from = next
    seen = 0
  }
  return windows
}

/** Each window in short: what the output `windows` holds. */
export function summariseWindows(checks: readonly DriftCheck[]) {
  return checks.map(({ window, verdict, results }) => ({
    window: window.start,
    verdict,
    columns: [...new Set(results.filter((result) => isDrift(result.verdict)).map(({ column }) => column))],
  }))
}

export const isDrift = (verdict: DriftVerdict): boolean => verdict === 'warn' || verdict === 'fail'
