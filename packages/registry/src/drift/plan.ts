import type { DriftCheck, DriftVerdict, MonitorPolicy, RegistryEvent } from '@tidemark/schemas'
import type { DriftRecord } from './record.ts'

/** A check of one window, of drift or of performance: what is done about either follows the same rules. */
export interface WindowCheck {
  readonly id: string
  readonly window: { readonly start: string }
  readonly verdict: DriftVerdict
}

/** What has to be done next about a model's drift. */
export type DriftStep<Check extends WindowCheck = DriftCheck> =
  | TellStep<Check>
  | RetrainStep<Check>
  | ResolveStep<Check>

/** Windows that drifted and were not told of; `shown` are all windows up to the last of them, or the last that is told of and not over. */
export interface TellStep<Check> {
  kind: 'tell'
  checks: readonly Check[]
  shown: readonly Check[]
  issue: number | null
}

/** A new training is wanted, for the window that was told of last. */
export interface RetrainStep<Check> {
  kind: 'retrain'
  check: Check
  toldBy: RegistryEvent
}

/** What was told up to `check` is over by it; `issue` is the one that is still open as far as the registry knows. */
export interface ResolveStep<Check> {
  kind: 'resolve'
  check: Check
  shown: readonly Check[]
  issue: number | null
  /** What was told and is not over by this, in this issue or another. */
  remaining: readonly RegistryEvent[]
}

/** The windows on record, and what was told of them and done about them. */
export type WindowRecord<Check extends WindowCheck> = Pick<DriftRecord, 'events' | 'startOf'> & {
  readonly windows: readonly Check[]
}

/**
 * The next step towards what the windows on record ask for, or null. It follows the windows in order of time, so that drift which
 * came and went between two runs is told and resolved; `inconclusive` windows change nothing. A window is told of once, whatever
 * people did with the issue since, and one episode of drift asks for one training, which waits until the one before has cooled
 * down. `now` is GitHub's time.
 */
export function nextDriftStep<Check extends WindowCheck>(
  record: WindowRecord<Check>,
  { retrain, now }: Pick<MonitorPolicy, 'retrain'> & { readonly now: string },
): DriftStep<Check> | null {
  const { windows } = record
  const told = new Map(eventsOf(record, 'drift.detected').map((event) => [startOf(record, event), event]))
  const runs = findRuns(windows)
  const lastDrift = runs.findLast(({ isDrift }) => isDrift)
  for (const run of runs) {
    const last = run.checks.at(-1)!
    if (!run.isDrift) {
      const [open] = unresolved(record, last.window.start)
      if (open === undefined) continue
      // Another baseline may find normal what an earlier one told of: then the window itself is the first that passes.
      const check = run.checks.find(({ window }) => window.start >= startOf(record, open)) ?? last
      const remaining = unresolved(record).filter(
        (event) => event.issue !== open.issue || startOf(record, event) > check.window.start,
      )
      return { kind: 'resolve', check, shown: upTo(windows, check.window.start), issue: open.issue ?? null, remaining }
    }
    const untold = run.checks.filter(({ window }) => !told.has(window.start))
    if (untold.length > 0) {
      const issue = findOpenIssue(record)
      return { kind: 'tell', checks: untold, shown: shownIn(record, issue, last), issue }
    }
    if (run !== lastDrift || retrain === undefined) continue
    const starts = new Set(run.checks.map(({ window }) => window.start))
    const isDispatched = eventsOf(record, 'retraining.dispatched').some((event) => starts.has(startOf(record, event)))
    const isOpen = unresolved(record, last.window.start).some((event) => starts.has(startOf(record, event)))
    const toldBy = told.get(last.window.start)
    if (!isDispatched && isOpen && toldBy && !isCooling(record, retrain.cooldownDays, now))
      return { kind: 'retrain', check: last, toldBy }
  }
  return null
}

/** Whether a training was started so shortly ago that it may not have become a version yet. */
function isCooling(record: Told, cooldownDays: number | undefined, now: string): boolean {
  if (cooldownDays === undefined) return false
  const since = Date.parse(now) - cooldownDays * 86_400_000
  return eventsOf(record, 'retraining.dispatched').some(({ at }) => Date.parse(at) > since)
}

/** An event's cause: the check, and the issue where one check can be the cause of several events. */
export const causeOf = (check: Pick<WindowCheck, 'id'>, issue: number | null = null): string =>
  issue === null ? check.id : `${check.id}#${issue}`

interface Run<Check> {
  isDrift: boolean
  checks: Check[]
}

/** Neighbouring windows that say the same, without those that say nothing. */
function findRuns<Check extends WindowCheck>(windows: readonly Check[]): Run<Check>[] {
  const runs: Run<Check>[] = []
  for (const check of windows) {
    if (check.verdict === 'inconclusive') continue
    const isDrift = check.verdict !== 'pass'
    const last = runs.at(-1)
    if (last?.isDrift === isDrift) last.checks.push(check)
    else runs.push({ isDrift, checks: [check] })
  }
  return runs
}

/** What was told of windows up to a day and is not resolved, in order of time: by no such window nor a later one, in the same issue. */
function unresolved(record: Told, until = '9999'): RegistryEvent[] {
  const resolved = eventsOf(record, 'drift.resolved')
  return eventsOf(record, 'drift.detected')
    .filter((event) => startOf(record, event) <= until)
    .filter(
      (event) =>
        !resolved.some((other) => other.issue === event.issue && startOf(record, other) >= startOf(record, event)),
    )
    .sort((a, b) => (startOf(record, a) < startOf(record, b) ? -1 : 1))
}

/** Whether an issue tells of something that is not resolved. */
export const isToldIn = (record: Told, issue: number): boolean =>
  unresolved(record).some((event) => event.issue === issue)

/** The issue that tells of what was last found and is not resolved. */
export const findOpenIssue = (record: Told): number | null =>
  unresolved(record).findLast((event) => event.issue !== undefined)?.issue ?? null

/** What an issue shows that tells of a window. Late data can make drift of one before others that it tells of, or that ended it. */
export function shownIn<Check extends WindowCheck>(
  record: WindowRecord<Check>,
  issue: number | null,
  { window }: Check,
): Check[] {
  const told = record.events.filter((event) => issue !== null && event.issue === issue)
  const starts = [...told, ...unresolved(record)].map((event) => startOf(record, event))
  return upTo(record.windows, [window.start, ...starts].sort().at(-1)!)
}

const upTo = <Check extends WindowCheck>(windows: readonly Check[], start: string): Check[] =>
  windows.filter(({ window }) => window.start <= start)

export type Told = Pick<DriftRecord, 'events' | 'startOf'>

const eventsOf = ({ events }: Told, type: RegistryEvent['type']): RegistryEvent[] =>
  events.filter((event) => event.type === type)

/** The start of the window that an event speaks of; '' where its check is gone. */
const startOf = (record: Told, { cause }: RegistryEvent): string => record.startOf.get(cause.slice(0, 64)) ?? ''
