import type { PerformanceCheck, PerformancePolicy, PerformanceStatistics } from '@tidemark/schemas'
import { type PageHinkleyState, pageHinkleyStart, pageHinkleyStep, pageHinkleyTells } from '@tidemark/statistics'
import type { Outcomes } from './outcomes.ts'

const mostAlarms = 1000

/**
 * Page's test of a rise of the squared error of each row, in order of time, from where the version's last check stopped. The variant is
 * river's: the sum is kept at 0 or above, and after an alarm count, mean and sum all begin anew.
 */
export function followErrors(
  { scores, labels, days: { codes, dictionary } }: Pick<Outcomes, 'scores' | 'labels' | 'days'>,
  options: PerformancePolicy['pageHinkley'],
  previous: Pick<PerformanceCheck, 'id' | 'statistics'> | null,
): NonNullable<PerformanceStatistics['pageHinkley']> {
  const before = previous?.statistics.pageHinkley?.after ?? pageHinkleyStart
  const variant = { ...options, isClamped: true }
  const alarms: string[] = []
  let state: PageHinkleyState = before
  for (let row = 0; row < scores.length; row++) {
    const error = labels[row]! - scores[row]!
    state = pageHinkleyStep(state, error * error, variant)
    if (!pageHinkleyTells(state, variant)) continue
    if (alarms.length < mostAlarms) alarms.push(dictionary[codes[row]!]!)
    state = pageHinkleyStart
  }
  return { from: previous?.statistics.pageHinkley ? previous.id : null, before, after: state, alarms }
}
