import {
  type DriftCheck,
  eventId,
  layout,
  type MonitorPolicy,
  type PerformanceCheck,
  RegistryEvent,
  type TidemarkError,
  windowName,
} from '@tidemark/schemas'
import { causeOf } from '../drift/plan.ts'
import type { DriftSubject } from '../drift/subject.ts'
import { append, readFact } from '../facts.ts'
import type { Alerts, Registry } from '../ports.ts'
import { createEvent } from '../registration.ts'
import { alertAll } from './alert.ts'
import { closeIssue, commentOnce, tellInIssue } from './issue.ts'
import { type MonitorStep, type MonitorTopic, nextMonitorStep, withEvents } from './plan.ts'
import type { MonitorRecord } from './record.ts'
import type { MonitorTelling } from './telling.ts'
import { startTraining } from './training.ts'

export interface MonitorResponse {
  /** What was done, a sentence each. */
  done: string[]
  /** What waits, and for what. */
  waiting: string[]
  /** What could not be done, and why; everything else was. */
  problems: TidemarkError[]
  /** The issue that was opened, updated or closed last. */
  issue: number | null
  /** The windows on record, with the events that this response added. */
  record: MonitorRecord
}

export interface Response {
  record: MonitorRecord
  policy: MonitorPolicy
  telling: MonitorTelling
  /** Whom to alert beside the issue. */
  alerts?: readonly Alerts[]
  /** The version that events speak of: whose data are what is normal, and the one in service, null where nothing is. */
  subjects: { readonly drift: DriftSubject; readonly performance: DriftSubject | null }
}

/** `alerts`: those that took what they were sent by this run. */
type Answering = Omit<Response, 'alerts'> & { readonly alerts: Set<Alerts> }

/** More than any year of windows asks for. */
const mostSteps = 400

/**
 * Does what the windows on record ask for: opens, updates and closes the model's issue, alerts, and starts a training. It depends on what is
 * on record alone, so a run that was killed anywhere is finished by the next, and two at once end as one.
 */
export async function respondToWindows(registry: Registry, asked: Response): Promise<MonitorResponse> {
  const options = { ...asked, alerts: new Set(asked.alerts) }
  const response: MonitorResponse = { done: [], waiting: [], problems: [], issue: null, record: options.record }
  let { retrain } = options.policy
  const now = await registry.clock.now()
  for (let steps = 0; steps < mostSteps; steps++) {
    const step = nextMonitorStep(response.record, { retrain, now })
    if (step === null) return response
    const events = await take(registry, step, options, response)
    // What cannot be started now is not tried again by this run.
    if (step.kind === 'retrain') retrain = undefined
    response.record = withEvents(response.record, step.topic, events)
  }
  throw new Error(`more than ${mostSteps} steps for the windows of ${options.subjects.drift.model}`)
}

async function take(
  registry: Registry,
  step: MonitorStep,
  options: Answering,
  response: MonitorResponse,
): Promise<RegistryEvent[]> {
  if (step.kind === 'tell') return tell(registry, step, options, response)
  if (step.kind === 'resolve') return resolve(registry, step, options, response)
  const { workflow = '' } = options.policy.retrain ?? {}
  const subject = subjectOf(options, step.topic)
  if (!(await startTraining(registry, { step, workflow, model: subject.model, response }))) return []
  return [
    await recordEvent(registry, subject, {
      type: 'retraining.dispatched',
      cause: causeOf(step.check),
      reasons: [workflow],
      issue: step.toldBy.issue ?? null,
      message: `Retrain ${subject.model} for the ${windowName(step.check)}`,
    }),
  ]
}

async function tell(
  registry: Registry,
  step: Extract<MonitorStep, { kind: 'tell' }>,
  options: Answering,
  response: MonitorResponse,
): Promise<RegistryEvent[]> {
  const { policy, telling } = options
  const subject = subjectOf(options, step.topic)
  const windows = shownBy(step, response.record)
  const issue = policy.issue
    ? await tellInIssue(registry, { step, text: telling.describe(windows), telling, response })
    : null
  response.issue = issue ?? response.issue
  const causes = step.checks.map((check) => causeOf(check))
  if (!(await areOnRecord(registry, subject, 'drift.detected', causes)))
    await alertAll(registry, { ...options, step, issue, response })
  const events: RegistryEvent[] = []
  for (const check of step.checks) {
    events.push(
      await recordEvent(registry, subject, {
        type: 'drift.detected',
        cause: causeOf(check),
        reasons: reasonsOf(check),
        issue,
        message: `Tell of ${step.topic} of ${subject.model} in the ${windowName(check)}`,
      }),
    )
  }
  return events
}

async function resolve(
  registry: Registry,
  step: Extract<MonitorStep, { kind: 'resolve' }>,
  options: Answering,
  response: MonitorResponse,
): Promise<RegistryEvent[]> {
  const { telling } = options
  const subject = subjectOf(options, step.topic)
  const { check, issue: number, isLast, topic, remaining } = step
  const window = windowName(check)
  const issue = number === null ? null : await registry.issues.get(number)
  // An issue that tells of later windows says more than these do, and is not brought back to them.
  const isSuperseded = remaining.some((event) => event.issue === (number ?? undefined))
  if (issue?.state === 'open' && !isSuperseded) {
    await commentOnce(
      registry,
      issue.number,
      `<!-- tidemark:${topic}-resolved ${check.id} -->\n${telling.describeEnd(check)}`,
    )
    const text = telling.describe(shownBy(step, response.record))
    if (isLast) await closeIssue(registry, issue.number, text)
    else await registry.issues.update(issue.number, text)
    const done = isLast ? 'Closed' : 'Updated'
    response.done.push(`${done} issue #${issue.number}: the ${window} passes${isLast ? '' : ` in ${topic}`}.`)
  }
  response.issue = number ?? response.issue
  const cause = causeOf(check, number)
  // Chats and pagers know one drift of a model at a time: it ends with the last of it.
  if (remaining.length === 0 && !(await areOnRecord(registry, subject, 'drift.resolved', [cause])))
    await alertAll(registry, { ...options, step, issue: number, response })
  return [
    await recordEvent(registry, subject, {
      type: 'drift.resolved',
      cause,
      reasons: [`The ${window} passes.`],
      issue: number,
      message: `Resolve the ${topic} of ${subject.model} with the ${window}`,
    }),
  ]
}

/** A step's own windows up to the last that it is about; of the other topic what is on record. */
function shownBy(step: Extract<MonitorStep, { shown: unknown }>, { drift, performance }: MonitorRecord) {
  return step.topic === 'drift'
    ? { drift: step.shown, performance: performance.windows }
    : { drift: drift.windows, performance: step.shown }
}

function subjectOf({ subjects }: Pick<Response, 'subjects'>, topic: MonitorTopic): DriftSubject {
  const subject = subjects[topic]
  if (subject === null) throw new Error(`${topic} of no version`)
  return subject
}

/** Whether events are there already: written by a run at the same time, which alerted of them. */
async function areOnRecord(
  { ledger }: Registry,
  { model, version, modelDigest }: DriftSubject,
  type: RegistryEvent['type'],
  causes: readonly string[],
): Promise<boolean> {
  const head = await ledger.head()
  const subject = { version, modelDigest }
  const known = await Promise.all(
    causes.map((cause) =>
      readFact(ledger, RegistryEvent, layout.event(model, eventId({ type, subject, cause }), type), head),
    ),
  )
  return known.every((event) => event !== null)
}

/** Commits an event, or takes the one that is there already. */
async function recordEvent(
  registry: Registry,
  { model, version, modelDigest }: DriftSubject,
  {
    issue,
    message,
    ...event
  }: Pick<RegistryEvent, 'type' | 'cause' | 'reasons'> & { issue: number | null; message: string },
): Promise<RegistryEvent> {
  const { path, document } = await createEvent(registry, {
    ...event,
    model,
    subject: { version, modelDigest },
    ...(issue === null ? {} : { issue }),
  })
  const commit = await append(registry, async () => ({ facts: [{ path, document }], message }))
  return (await readFact(registry.ledger, RegistryEvent, path, commit)) ?? document
}

/** What an event says of a window, a line each. */
function reasonsOf(check: DriftCheck | PerformanceCheck): string[] {
  if (check.schema === 'tidemark/performance/v1')
    return check.results.filter(({ verdict }) => verdict === 'fail').map(({ reason }) => reason)
  return check.results
    .filter(({ verdict }) => verdict === 'warn' || verdict === 'fail')
    .sort((a, b) => (b.effect ?? 0) - (a.effect ?? 0))
    .slice(0, 50)
    .map(({ column, family, reason }) => `${family} ${column.slice(0, 200)}: ${reason}`)
}
