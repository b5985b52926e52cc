import { TidemarkError } from '@tidemark/schemas'
import type { Alerts, Registry } from '../ports.ts'
import type { MonitorStep } from './plan.ts'
import type { MonitorTelling, ToldWindows } from './telling.ts'

/**
 * Alerts before the event is on record: what a killed run told is told again rather than never. A receiver that takes nothing is a
 * problem of the run, and is not tried again by the next: the issue and the registry say the same.
 */
export async function alertAll(
  { issues }: Registry,
  {
    alerts = [],
    telling,
    step,
    issue,
    response,
  }: {
    alerts?: readonly Alerts[]
    telling: MonitorTelling
    step: Extract<MonitorStep, { shown: unknown }>
    issue: number | null
    response: { done: string[]; problems: TidemarkError[] }
  },
): Promise<void> {
  if (alerts.length === 0 || telling.describeAlert === undefined) return
  const issueUrl = issue === null ? null : ((await issues.get(issue))?.url ?? null)
  const alert = telling.describeAlert(toldBy(step), issueUrl)
  for (const each of alerts) {
    try {
      await each.send(alert)
      response.done.push(`Alerted ${each.name}.`)
    } catch (error) {
      if (!(error instanceof TidemarkError)) throw error
      response.problems.push(error)
    }
  }
}

function toldBy(step: Extract<MonitorStep, { shown: unknown }>): ToldWindows {
  return step.topic === 'drift'
    ? { topic: 'drift', windows: step.shown, end: step.kind === 'resolve' ? step.check : null }
    : { topic: 'performance', windows: step.shown, end: step.kind === 'resolve' ? step.check : null }
}
