import type { DriftCheck } from '@tidemark/schemas'
import { type AlertPlace, alertPlace, type MonitorAlert } from './alert.ts'
import { byVerdict, familyTitle } from './drift.ts'
import { driftIssueTitle } from './drift-issue.ts'
import { formatQuantity } from './format.ts'

const mostColumns = 5

/** An alert of a model's drift from its windows in order of time; `end` is the window by which it is over. */
export function describeDriftAlert(
  windows: readonly DriftCheck[],
  { end, ...place }: AlertPlace & { end: DriftCheck | null },
): MonitorAlert {
  const last = windows.findLast(({ verdict }) => verdict === 'warn' || verdict === 'fail')
  const model = (end ?? last)?.model ?? ''
  // One drift of one model at a time: its end closes what its beginning opened.
  const about = { ...alertPlace(place), key: `${place.repository} drift ${model}` }
  if (end !== null || last === undefined) {
    const facts =
      end === null ? [] : [{ name: `Window ${end.window.start} until ${end.window.end}`, value: end.reason }]
    return { ...about, state: 'resolved', severity: 'warning', title: `${model} is back to normal`, facts }
  }
  const changed = last.results.filter(({ verdict }) => verdict === 'warn' || verdict === 'fail').sort(byVerdict)
  const more = changed.length - mostColumns
  return {
    ...about,
    state: 'open',
    severity: last.verdict === 'fail' ? 'error' : 'warning',
    title: driftIssueTitle(windows),
    facts: [
      ...changed
        .slice(0, mostColumns)
        .map(({ column, family, reason }) => ({ name: `${column} (${familyTitle[family]})`, value: reason })),
      ...(more > 0 ? [{ name: 'Also', value: formatQuantity(more, 'more effect') }] : []),
    ],
  }
}
