import { TidemarkError } from '@tidemark/schemas'
import type { Alerts, Registry } from '../ports.ts'
import type { MonitorStep } from './plan.ts'
import type { MonitorTelling, ToldWindows } from './telling.ts'

/**
 * Alerts before the event is on record: what a killed run told is told again rather than never. A receiver that takes nothing is a
 * problem of the run, and leaves `alerts`: neither this run nor the next tries it again, since the issue and the registry say the same.
 */
export async function alertAll(
  { issues }: Registry,
  {
    alerts,
    telling,
    step,
    issue,
    response,
  }: {
    alerts: Set<Alerts>
    telling: MonitorTelling
    step: Extract<MonitorStep, { shown: unknown }>
    issue: number | null
    response: { done: string[]; waiting: string[]; problems: TidemarkError[] }
  },
): Promise<void> {
  if (alerts.size === 0 || telling.describeAlert === undefined) return
  const issueUrl = issue === null ? null : ((await issues.get(issue))?.url ?? null)
  const alert = telling.describeAlert(toldBy(step), issueUrl)
  for (const each of alerts) {
    try {
      await each.send(alert)
      response.done.push(`Alerted ${each.name}.`)
    } catch (error) {
      if (!(error instanceof TidemarkError)) throw error
      response.problems.push(error)
      alerts.delete(each)
      response.waiting.push(`Nothing more is sent to ${each.name} by this run.`)
    }
  }
}

function toldBy(step: Extract<MonitorStep, { shown: unknown }>): ToldWindows {
  return step.topic === 'drift'
    ? { topic: 'drift', windows: step.shown, end: step.kind === 'resolve' ? step.check : null }
    : { topic: 'performance', windows: step.shown, end: step.kind === 'resolve' ? step.check : null }
}
