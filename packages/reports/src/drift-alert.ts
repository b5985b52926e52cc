import type { DriftCheck } from '@tidemark/schemas'
import { byVerdict, familyTitle } from './drift.ts'
import { driftIssueTitle } from './drift-issue.ts'
import { formatQuantity } from './format.ts'

/** What chats and pagers tell, in plain text. */
export interface DriftAlert {
  readonly key: string
  readonly state: 'open' | 'resolved'
  readonly severity: 'warning' | 'error'
  readonly title: string
  readonly source: string
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  readonly links: readonly { readonly title: string; readonly url: string }[]
}

const mostColumns = 5

/** An alert of a model's drift from its windows in order of time; `end` is the window by which it is over. */
export function describeDriftAlert(
  windows: readonly DriftCheck[],
  {
    repository,
    issueUrl,
    runUrl,
    end,
  }: { repository: string; issueUrl: string | null; runUrl?: string | undefined; end: DriftCheck | null },
): DriftAlert {
  const last = windows.findLast(({ verdict }) => verdict === 'warn' || verdict === 'fail')
  const model = (end ?? last)?.model ?? ''
  const links = [
    ...(issueUrl === null ? [] : [{ title: 'Issue', url: issueUrl }]),
    ...(runUrl === undefined ? [] : [{ title: 'Run', url: runUrl }]),
  ]
  // One drift of one model at a time: its end closes what its beginning opened.
  const about = { key: `${repository} drift ${model}`, source: repository, links }
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
