import { DriftCheck, type DriftVerdict, eventId, type RegistryEvent, sha256 } from '@tidemark/schemas'
import { describe, expect, it } from 'vitest'
import { causeOf, type DriftStep, nextDriftStep } from './plan.ts'
import type { DriftRecord } from './record.ts'

const retrain: { workflow: string; cooldownDays?: number } = { workflow: 'train.yml' }
const now = '2026-03-02T08:00:00Z'

/** The Monday so many weeks after the first. */
const monday = (week: number) => new Date(Date.UTC(2026, 0, 5 + 7 * week)).toISOString().slice(0, 10)

function check(week: number, verdict: DriftVerdict, baseline = 'b'): DriftCheck {
  const period = { start: monday(week), end: monday(week + 1) }
  return DriftCheck.parse({
    schema: 'tidemark/drift/v1',
    model: 'churn',
    id: sha256(`${week} ${verdict} ${baseline}`),
    baseline: sha256(baseline),
    dataset: sha256('data'),
    modelDigest: sha256('model'),
    window: { ...period, digest: sha256(`counts ${week}`), rows: 100, blocks: 7 },
    policy: {},
    verdict,
    reason: verdict,
    results: [],
    notJudged: [],
    statistics: { period, days: [], rows: '', columns: [], calibration: null },
  })
}

const windowsOf = (...verdicts: DriftVerdict[]) => verdicts.map((verdict, week) => check(week, verdict))

const recordOf = (windows: DriftCheck[], events: RegistryEvent[] = [], earlier: DriftCheck[] = []): DriftRecord => ({
  windows,
  events,
  startOf: new Map([...earlier, ...windows].map(({ id, window }) => [id, window.start])),
})

function event(type: RegistryEvent['type'], cause: string, issue?: number): RegistryEvent {
  const named = { type, subject: { version: '1.0.0', modelDigest: sha256('model') }, cause }
  return {
    schema: 'tidemark/event/v1',
    id: eventId(named),
    model: 'churn',
    ...named,
    at: '2026-03-02T08:00:00Z',
    actor: 'author',
    ...(issue === undefined ? {} : { issue }),
  }
}

/** Does every step on paper, each told drift in a new issue unless one is open, and returns what was done. */
function playOut(record: DriftRecord, policy: { retrain?: typeof retrain; now: string } = { retrain, now }): string[] {
  const done: string[] = []
  let next = Math.max(6, ...record.events.map((each) => each.issue ?? 0)) + 1
  let current = record
  for (let step = nextDriftStep(current, policy); step !== null; step = nextDriftStep(current, policy)) {
    if (done.length > 50) throw new Error('it does not come to an end')
    const known = step.kind === 'retrain' ? step.toldBy.issue : step.issue
    const issue = known ?? next++
    done.push(`${step.kind} ${weeksOf(step)} #${issue}`)
    current = { ...current, events: [...current.events, ...eventsOf(step, issue)] }
  }
  return done

  function weeksOf(step: DriftStep): string {
    const checks = step.kind === 'tell' ? step.checks : [step.check]
    return checks.map(({ window }) => window.start.slice(5)).join(' ')
  }
  function eventsOf(step: DriftStep, issue: number): RegistryEvent[] {
    if (step.kind === 'tell') return step.checks.map((each) => event('drift.detected', causeOf(each), issue))
    if (step.kind === 'resolve')
      return [event('drift.resolved', causeOf(step.check, step.issue), step.issue ?? undefined)]
    return [event('retraining.dispatched', causeOf(step.check), issue)]
  }
}

it('windows that pass, and those that say nothing, ask for nothing', () => {
  expect(nextDriftStep(recordOf([]), { retrain, now })).toBeNull()
  expect(nextDriftStep(recordOf(windowsOf('pass', 'inconclusive', 'pass')), { retrain, now })).toBeNull()
  expect(nextDriftStep(recordOf(windowsOf('inconclusive')), { retrain, now })).toBeNull()
})

it('drift is told with all windows up to it, a training is started once, and nothing more while it goes on', () => {
  const record = recordOf(windowsOf('pass', 'warn', 'fail'))
  const step = nextDriftStep(record, { retrain, now })
  expect(step).toMatchObject({ kind: 'tell', issue: null })
  expect(step?.kind === 'tell' && step.shown.map(({ verdict }) => verdict)).toEqual(['pass', 'warn', 'fail'])
  expect(playOut(record)).toEqual(['tell 01-12 01-19 #7', 'retrain 01-19 #7'])
})

it('a further week of the same drift is told in the same issue and starts no second training', () => {
  const windows = windowsOf('warn', 'inconclusive', 'warn')
  const events = [
    event('drift.detected', causeOf(windows[0]!), 7),
    event('retraining.dispatched', causeOf(windows[0]!), 7),
  ]
  expect(playOut(recordOf(windows, events))).toEqual(['tell 01-19 #7'])
})

it('an inconclusive week does not resolve drift, the first week that passes does', () => {
  const windows = windowsOf('warn', 'inconclusive', 'pass', 'pass')
  const events = [
    event('drift.detected', causeOf(windows[0]!), 7),
    event('retraining.dispatched', causeOf(windows[0]!), 7),
  ]
  expect(playOut(recordOf(windows.slice(0, 2), events))).toEqual([])
  expect(playOut(recordOf(windows, events))).toEqual(['resolve 01-19 #7'])
})

it('drift that came and went between two runs is told, trained for and resolved; each time gets an issue of its own', () => {
  expect(playOut(recordOf(windowsOf('warn', 'pass', 'fail', 'warn', 'pass')))).toEqual([
    'tell 01-05 #7',
    'resolve 01-12 #7',
    'tell 01-19 01-26 #8',
    'retrain 01-26 #8',
    'resolve 02-02 #8',
  ])
})

it('drift without an issue is told and resolved all the same', () => {
  const windows = windowsOf('warn', 'warn', 'pass')
  const told = windows.slice(0, 2).map((each) => event('drift.detected', causeOf(each)))
  const step = nextDriftStep(recordOf(windows, told), { now })
  expect(step).toMatchObject({ kind: 'resolve', issue: null })
  expect(nextDriftStep(recordOf(windows, [...told, event('drift.resolved', causeOf(windows[2]!))]), { now })).toBeNull()
})

it('a training that was started days ago keeps another drift from starting one until it has cooled down', () => {
  const windows = windowsOf('warn', 'pass', 'fail')
  const events = [
    event('drift.detected', causeOf(windows[0]!), 7),
    event('retraining.dispatched', causeOf(windows[0]!), 7),
    event('drift.resolved', causeOf(windows[1]!, 7), 7),
  ]
  const policy = { retrain: { ...retrain, cooldownDays: 3 } }
  const record = recordOf(windows, events)
  expect(playOut(record, { ...policy, now: '2026-03-05T07:59:59Z' })).toEqual(['tell 01-19 #8'])
  expect(playOut(record, { ...policy, now: '2026-03-05T08:00:00Z' })).toEqual(['tell 01-19 #8', 'retrain 01-19 #8'])
})

describe('another baseline or policy', () => {
  it('does not tell again of a week that was told of', () => {
    const before = check(0, 'warn', 'before')
    const events = [event('drift.detected', causeOf(before), 7), event('retraining.dispatched', causeOf(before), 7)]
    expect(playOut(recordOf([check(0, 'fail')], events, [before]))).toEqual([])
  })

  it('under which the week passes resolves what was told of it', () => {
    const before = check(1, 'warn', 'before')
    const record = recordOf(windowsOf('pass', 'pass'), [event('drift.detected', causeOf(before), 7)], [before])
    expect(playOut(record)).toEqual(['resolve 01-12 #7'])
  })

  it('does so once where there is no issue', () => {
    const before = check(0, 'warn', 'before')
    const record = recordOf(windowsOf('pass', 'pass'), [event('drift.detected', causeOf(before))], [before])
    const step = nextDriftStep(record, { now })
    if (step?.kind !== 'resolve') throw new Error(step?.kind)
    const events = [...record.events, event('drift.resolved', causeOf(step.check))]
    expect(nextDriftStep({ ...record, events }, { now })).toBeNull()
  })
})

describe('a week whose late data turn out to have drifted before a later one that is told of', () => {
  const windows = windowsOf('fail', 'pass', 'fail')
  const told = [event('drift.detected', causeOf(windows[2]!), 7)]

  it('joins its issue, which goes on to show both', () => {
    const step = nextDriftStep(recordOf(windows, told), { now })
    expect(step).toMatchObject({ kind: 'tell', checks: [windows[0]], shown: windows, issue: 7 })
  })

  it('is over by the week between, and the later one by a week after it', () => {
    expect(playOut(recordOf(windows, told), { now })).toEqual(['tell 01-05 #7', 'resolve 01-12 #7'])
    const all = [...windows, check(3, 'pass')]
    expect(playOut(recordOf(all, told), { now })).toEqual(['tell 01-05 #7', 'resolve 01-12 #7', 'resolve 01-26 #7'])
  })
})

it('a week whose late data turn out to have drifted is told of and resolved though newer weeks pass', () => {
  const windows = windowsOf('warn', 'fail', 'pass')
  const events = [
    event('drift.detected', causeOf(windows[0]!), 7),
    event('retraining.dispatched', causeOf(windows[0]!), 7),
    event('drift.resolved', causeOf(windows[2]!, 7), 7),
  ]
  expect(playOut(recordOf(windows, events))).toEqual(['tell 01-12 #8', 'resolve 01-19 #8'])
})
