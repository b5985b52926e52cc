import { type RegistryEvent, windowNames } from '@tidemark/schemas'
import { isToldIn } from '../drift/plan.ts'
import type { Issue, Registry } from '../ports.ts'
import type { MonitorStep } from './plan.ts'
import type { MonitorRecord } from './record.ts'

interface IssueText {
  title: string
  body: string
}

const label = 'tidemark-drift'

/** Brings the windows of a step into the model's open issue, or opens it. Returns its number. */
export async function tellInIssue(
  { issues }: Registry,
  {
    step: { issue: known, checks },
    text,
    telling: { marker },
    response: { record, done },
  }: {
    step: Extract<MonitorStep, { kind: 'tell' }>
    text: IssueText
    telling: { marker: string }
    response: { record: MonitorRecord; done: string[] }
  },
): Promise<number> {
  const over = resolvedIssues(record)
  /** Ours by their first line and by who wrote them, the oldest first: what a killed run or one at the same time opened. */
  const findOurs = async (): Promise<Issue[]> =>
    (await issues.newestOpen())
      .filter(({ number, body, isTrusted }) => isTrusted && body.startsWith(marker) && !over.has(number))
      .sort((a, b) => a.number - b.number)
  const told = known === null ? null : await issues.get(known)
  // One that people closed stays closed: these windows are new, and get a new one.
  const open = told?.state === 'open' ? told : (await findOurs())[0]
  const windows = windowNames(checks)
  if (open) {
    if (open.title !== text.title || open.body !== text.body) await issues.update(open.number, text)
    done.push(`Updated issue #${open.number} for the ${windows}.`)
    return open.number
  }
  const opened = await issues.open({ ...text, labels: [label] })
  const first = (await findOurs())[0]
  if (first === undefined || first.number >= opened.number) {
    done.push(`Opened issue #${opened.number} for the ${windows}.`)
    return opened.number
  }
  // Somebody else opened one in the same moment: the older one stays.
  await issues.update(opened.number, { state: 'not_planned' })
  done.push(`Issue #${first.number} tells of the ${windows}.`)
  return first.number
}

export async function closeIssue({ issues }: Registry, number: number, text: IssueText): Promise<void> {
  await issues.update(number, { ...text, state: 'completed' })
}

/** Comments unless the very comment is there. */
export async function commentOnce({ issues }: Registry, number: number, comment: string): Promise<void> {
  if (!(await issues.comments(number)).includes(comment)) await issues.comment(number, comment)
}

/** Issues of which nothing is open any more. */
function resolvedIssues({ drift, performance }: MonitorRecord): ReadonlySet<number> {
  const issueOf = ({ type, issue }: RegistryEvent) => (type === 'drift.resolved' ? (issue ?? []) : [])
  const resolved = [...drift.events, ...performance.events].flatMap(issueOf)
  return new Set(resolved.filter((issue) => !isToldIn(drift, issue) && !isToldIn(performance, issue)))
}
