import { type DriftCheck, type MonitorPolicy, RegistryEvent, TidemarkError } from '@tidemark/schemas'
import { append, readFact } from '../facts.ts'
import type { Alert, Alerts, Issue, Registry } from '../ports.ts'
import { createEvent } from '../registration.ts'
import { causeOf, type DriftStep, nextDriftStep, type WindowCheck, type WindowRecord } from './plan.ts'
import { type DriftRecord, readDriftRecord } from './record.ts'
import type { DriftSubject } from './subject.ts'

/** How an issue tells of drift; the words are the caller's. */
export interface DriftTelling<Check = DriftCheck> {
  /** The first line of the body, by which a model's issue is found again. */
  marker: string
  describe(windows: readonly Check[]): { title: string; body: string }
  /** The comment that closes the issue. */
  describeEnd(check: Check): string
  /** The same for chats and pagers, where they hear of it; `end` is the window that passes, where the drift is over. */
  describeAlert?(windows: readonly Check[], about: { issueUrl: string | null; end: Check | null }): Alert
}

export interface DriftResponse<Check = DriftCheck> {
  /** What was done, a sentence each. */
  done: string[]
  /** What could not be done, and why; everything else was. */
  problems: TidemarkError[]
  /** The issue that was opened, updated or closed last. */
  issue: number | null
  windows: readonly Check[]
}

/** A run that told of drift is given so long to start the training before another one takes it for dead. */
const leaseMs = 15 * 60_000
const label = 'tidemark-drift'
/** More than any year of windows asks for. */
const mostSteps = 200

/**
 * Does what the windows on record ask for: opens, updates and closes the model's issue and starts a training. It depends on what is
 * on record alone, so a run that was killed anywhere is finished by the next, and two at once end as one.
 */
export async function respondToDrift(
  registry: Registry,
  options: DriftSubject & {
    at: string
    baseline: string
    policy: MonitorPolicy
    telling: DriftTelling
    /** Whom to alert beside the issue. */
    alerts?: readonly Alerts[]
  },
): Promise<DriftResponse> {
  const record = await readDriftRecord(registry.ledger, options)
  return followRecord(registry, { ...options, record, reasonsOf })
}

/** The same for any windows on record. */
export async function followRecord<Check extends WindowCheck>(
  registry: Registry,
  { record: known, ...options }: Following<Check> & { record: WindowRecord<Check> },
): Promise<DriftResponse<Check>> {
  let record = known
  const response: DriftResponse<Check> = { done: [], problems: [], issue: null, windows: record.windows }
  let { retrain } = options.policy
  const now = await registry.clock.now()
  for (let steps = 0; steps < mostSteps; steps++) {
    const step = nextDriftStep(record, { retrain, now })
    if (step === null) return response
    let events: RegistryEvent[] = []
    if (step.kind === 'tell') events = await tell(registry, { ...options, step, record, response })
    else if (step.kind === 'resolve') events = await resolve(registry, { ...options, step, response })
    else events = await startTraining(registry, { ...options, step, response, workflow: retrain?.workflow ?? '' })
    // What cannot be started now is not tried again by this run.
    if (step.kind === 'retrain') retrain = undefined
    record = { ...record, events: [...record.events, ...events] }
  }
  throw new Error(`more than ${mostSteps} steps for the drift of ${options.model}`)
}

type Following<Check extends WindowCheck> = DriftSubject & {
  policy: MonitorPolicy
  alerts?: readonly Alerts[]
  telling: DriftTelling<Check>
  /** What an event says of a window, a line each. */
  reasonsOf(check: Check): string[]
}
type Step<Check extends WindowCheck, Kind extends DriftStep['kind']> = Extract<DriftStep<Check>, { kind: Kind }>
type Context<Check extends WindowCheck, Kind extends DriftStep['kind']> = Following<Check> & {
  step: Step<Check, Kind>
  response: DriftResponse<Check>
}

async function tell<Check extends WindowCheck>(
  registry: Registry,
  { step, policy, telling, reasonsOf, alerts, record, response, ...subject }: Context<Check, 'tell'> & { record: Told },
): Promise<RegistryEvent[]> {
  const issue = policy.issue ? await tellInIssue(registry, { step, telling, record, response }) : null
  response.issue = issue ?? response.issue
  await alertAll(registry, { alerts, telling, windows: step.shown, issue, end: null, response })
  const events: RegistryEvent[] = []
  for (const check of step.checks) {
    events.push(
      await recordEvent(registry, subject, {
        type: 'drift.detected',
        cause: causeOf(check),
        reasons: reasonsOf(check),
        issue,
        message: `Tell of drift of ${subject.model} in the week of ${check.window.start}`,
      }),
    )
  }
  return events
}

type Told = Pick<DriftRecord, 'events'>

async function tellInIssue<Check extends WindowCheck>(
  { issues }: Registry,
  {
    step: { issue: known, shown, checks },
    telling,
    record,
    response,
  }: {
    step: Step<Check, 'tell'>
    telling: DriftTelling<Check>
    record: Told
    response: DriftResponse<Check>
  },
): Promise<number> {
  const text = telling.describe(shown)
  const over = new Set(record.events.flatMap((event) => (event.type === 'drift.resolved' ? (event.issue ?? []) : [])))
  /** Ours by their first line and by who wrote them, the oldest first: what a killed run or one at the same time opened. */
  const findOurs = async (): Promise<Issue[]> =>
    (await issues.newestOpen())
      .filter(({ number, body, isTrusted }) => isTrusted && body.startsWith(telling.marker) && !over.has(number))
      .sort((a, b) => a.number - b.number)
  const told = known === null ? null : await issues.get(known)
  // One that people closed stays closed: these windows are new, and get a new one.
  const open = told?.state === 'open' ? told : (await findOurs())[0]
  const weeks = checks.map(({ window }) => window.start).join(', ')
  if (open) {
    if (open.title !== text.title || open.body !== text.body) await issues.update(open.number, text)
    response.done.push(`Updated issue #${open.number} for the week of ${weeks}.`)
    return open.number
  }
  const opened = await issues.open({ ...text, labels: [label] })
  const first = (await findOurs())[0]
  if (first === undefined || first.number >= opened.number) {
    response.done.push(`Opened issue #${opened.number} for the week of ${weeks}.`)
    return opened.number
  }
  // Somebody else opened one in the same moment: the older one stays.
  await issues.update(opened.number, { state: 'not_planned' })
  response.done.push(`Issue #${first.number} tells of the week of ${weeks}.`)
  return first.number
}

async function resolve<Check extends WindowCheck>(
  registry: Registry,
  { step, telling, alerts, response, policy: _, reasonsOf: __, ...subject }: Context<Check, 'resolve'>,
): Promise<RegistryEvent[]> {
  const { issues } = registry
  const { check, shown, issue: number } = step
  const issue = number === null ? null : await issues.get(number)
  if (issue?.state === 'open') {
    const comment = `<!-- tidemark:drift-resolved ${check.id} -->\n${telling.describeEnd(check)}`
    if (!(await issues.comments(issue.number)).includes(comment)) await issues.comment(issue.number, comment)
    await issues.update(issue.number, { ...telling.describe(shown), state: 'completed' })
    response.done.push(`Closed issue #${issue.number}: the week of ${check.window.start} passes.`)
  }
  response.issue = number ?? response.issue
  await alertAll(registry, { alerts, telling, windows: shown, issue: number, end: check, response })
  return [
    await recordEvent(registry, subject, {
      type: 'drift.resolved',
      cause: causeOf(check, number),
      reasons: [`The week of ${check.window.start} passes.`],
      issue: number,
      message: `Resolve the drift of ${subject.model} with the week of ${check.window.start}`,
    }),
  ]
}

/**
 * Alerts before the event is on record: what a killed run told is told again rather than never. A receiver that takes nothing is a
 * problem of the run, and is not tried again by the next: the issue and the registry say the same.
 */
async function alertAll<Check extends WindowCheck>(
  { issues }: Registry,
  {
    alerts = [],
    telling,
    windows,
    issue,
    end,
    response,
  }: {
    alerts: readonly Alerts[] | undefined
    telling: DriftTelling<Check>
    windows: readonly Check[]
    issue: number | null
    end: Check | null
    response: DriftResponse<Check>
  },
): Promise<void> {
  if (alerts.length === 0 || telling.describeAlert === undefined) return
  const issueUrl = issue === null ? null : ((await issues.get(issue))?.url ?? null)
  const alert = telling.describeAlert(windows, { issueUrl, end })
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

async function startTraining<Check extends WindowCheck>(
  registry: Registry,
  {
    step,
    response,
    workflow,
    policy: _,
    telling: __,
    reasonsOf: ___,
    alerts: ____,
    ...subject
  }: Context<Check, 'retrain'> & { workflow: string },
): Promise<RegistryEvent[]> {
  const { check, toldBy } = step
  const { model } = subject
  if (await isOthers(registry, toldBy)) {
    response.done.push(`Another run told of the week of ${check.window.start} just now, and starts ${workflow}.`)
    return []
  }
  try {
    const branch = await registry.reviews.defaultBranch()
    await registry.workflows.dispatch({ workflow, branch, inputs: { model } })
  } catch (error) {
    if (!(error instanceof TidemarkError)) throw error
    if (!['GITHUB_NOT_FOUND', 'GITHUB_DENIED'].includes(error.code)) throw error
    response.problems.push(error)
    return []
  }
  response.done.push(`Started ${workflow} for ${model}.`)
  return [
    await recordEvent(registry, subject, {
      type: 'retraining.dispatched',
      cause: causeOf(check),
      reasons: [workflow],
      issue: toldBy.issue ?? null,
      message: `Retrain ${model} for the week of ${check.window.start}`,
    }),
  ]
}

/** Whether another run wrote the event so shortly ago that it may still be at work. */
async function isOthers({ runUrl, clock }: Registry, { runUrl: other, at }: RegistryEvent): Promise<boolean> {
  const runOf = (url: string | undefined) => url?.replace(/\/attempts\/\d+$/, '')
  if (other === undefined || runOf(other) === runOf(runUrl)) return false
  return Date.parse(await clock.now()) - Date.parse(at) < leaseMs
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

function reasonsOf({ results }: DriftCheck): string[] {
  return results
    .filter(({ verdict }) => verdict === 'warn' || verdict === 'fail')
    .sort((a, b) => (b.effect ?? 0) - (a.effect ?? 0))
    .slice(0, 50)
    .map(({ column, family, reason }) => `${family} ${column.slice(0, 200)}: ${reason}`)
}
