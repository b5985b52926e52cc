import { completeWeeks } from '@tidemark/data'
import type { Baseline, DriftCheck, DriftVerdict, Period } from '@tidemark/schemas'

/** What one run judges at most: half a year. */
const mostWindows = 26

/**
 * Complete weeks after the reference for which data have arrived, without those that are decided; the newest ones.
 * `arrived` is the day after the last one with rows.
 */
export function dueWindows(
  { period }: Pick<Baseline, 'period'>,
  arrived: string,
  known: readonly DriftCheck[],
): Period[] {
  const decided = new Set(known.filter(({ verdict }) => verdict !== 'inconclusive').map(({ window }) => window.start))
  return completeWeeks({ start: period.end, end: arrived })
    .slice(-mostWindows)
    .filter(({ start }) => !decided.has(start))
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
