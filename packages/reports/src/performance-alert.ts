import type { PerformanceCheck } from '@tidemark/schemas'
import { type AlertPlace, alertPlace, type MonitorAlert } from './alert.ts'
import { failed, titles } from './performance.ts'
import { performanceTitle } from './performance-issue.ts'

/** An alert of performance from a version's weeks in order of time; `end` is the week by which it is over. */
export function describePerformanceAlert(
  weeks: readonly PerformanceCheck[],
  { end, ...about }: AlertPlace & { end: PerformanceCheck | null },
): MonitorAlert {
  const worst = weeks.findLast(({ verdict }) => verdict === 'fail')
  const model = (end ?? worst)?.model ?? ''
  const shared = { ...alertPlace(about), key: `${about.repository} performance ${model}` }
  if (end !== null || worst === undefined) {
    const facts = end === null ? [] : [{ name: `Week of ${end.window.start}, ${end.version}`, value: end.reason }]
    return { ...shared, state: 'resolved', severity: 'warning', title: `${model} keeps its limits again`, facts }
  }
  return {
    ...shared,
    state: 'open',
    severity: 'error',
    title: performanceTitle(weeks),
    facts: failed(worst).map(({ metric, reason }) => ({ name: titles[metric], value: reason })),
  }
}
