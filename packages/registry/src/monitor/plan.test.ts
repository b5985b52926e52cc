import {
  type DriftCheck,
  type DriftVerdict,
  eventId,
  type PerformanceCheck,
  type RegistryEvent,
  sha256,
  type Verdict,
} from '@tidemark/schemas'
import { describe, expect, it } from 'vitest'
import { causeOf } from '../drift/plan.ts'
import { type MonitorTopic, nextMonitorStep, withEvents } from './plan.ts'
import type { MonitorRecord } from './record.ts'

const now = '2026-03-02T08:00:00Z'
const modelDigest = sha256('model')

/** The Monday so many weeks after the first. */
const monday = (week: number) => new Date(Date.UTC(2026, 0, 5 + 7 * week)).toISOString().slice(0, 10)
const named = (topic: MonitorTopic, week: number, verdict: string) => ({
  id: sha256(`${topic} ${week} ${verdict}`),
  window: { start: monday(week), end: monday(week + 1) },
  verdict,
})

/** Of checks nothing else is asked here. */
function recordOf(drift: DriftVerdict[], performance: Verdict[]): MonitorRecord {
  const of = <T>(topic: MonitorTopic, verdicts: readonly string[]) =>
    verdicts.map((verdict, week) => named(topic, week, verdict) as unknown as T)
  const windows = {
    drift: of<DriftCheck>('drift', drift),
    performance: of<PerformanceCheck>('performance', performance),
  }
  const all = [...windows.drift, ...windows.performance]
  const told = { events: [], startOf: new Map(all.map(({ id, window }) => [id, window.start])) }
  return {
    drift: { windows: windows.drift, ...told },
    performance: { windows: windows.performance, ...told },
    weeks: [],
  }
}

function event(type: RegistryEvent['type'], cause: string, issue: number): RegistryEvent {
  const body = { type, subject: { version: '1.0.0', modelDigest }, cause }
  return { schema: 'tidemark/event/v1', id: eventId(body), model: 'churn', ...body, at: now, actor: 'author', issue }
}

/** Does every step on paper, each in a new issue where none is named. */
function playOut(record: MonitorRecord): string[] {
  const done: string[] = []
  let next = 7
  let current = record
  const policy = { retrain: { workflow: 'train.yml' }, now }
  for (let step = nextMonitorStep(current, policy); step !== null; step = nextMonitorStep(current, policy)) {
    if (done.length > 50) throw new Error('it does not come to an end')
    if (step.kind === 'retrain') {
      done.push(`retrain for ${step.topic}`)
      current = withEvents(current, step.topic, [event('retraining.dispatched', causeOf(step.check), 7)])
      continue
    }
    const issue = step.issue ?? next++
    if (step.kind === 'tell') {
      done.push(`tell ${step.topic} #${issue}`)
      current = withEvents(
        current,
        step.topic,
        step.checks.map((each) => event('drift.detected', causeOf(each), issue)),
      )
    } else {
      done.push(`${step.isLast ? 'close' : 'keep'} #${issue} after ${step.topic}`)
      current = withEvents(current, step.topic, [event('drift.resolved', causeOf(step.check, issue), issue)])
    }
  }
  return done
}

it('what is bad joins the issue that tells of the other, and one training is for both', () => {
  expect(playOut(recordOf(['fail'], ['fail']))).toEqual(['tell drift #7', 'tell performance #7', 'retrain for drift'])
})

it('the issue is closed with the last of both, whichever that is', () => {
  const told = ['tell drift #7', 'tell performance #7', 'retrain for drift', 'keep #7 after drift']
  expect(playOut(recordOf(['fail', 'pass'], ['fail', 'inconclusive']))).toEqual(told)
  expect(playOut(recordOf(['fail', 'pass'], ['fail', 'pass']))).toEqual([...told, 'close #7 after performance'])
})

it('drift that comes again while performance is bad is told in the same issue', () => {
  expect(playOut(recordOf(['fail', 'pass', 'fail'], ['fail', 'fail', 'fail']))).toEqual([
    'tell drift #7',
    'tell performance #7',
    'keep #7 after drift',
    'tell drift #7',
    'retrain for drift',
  ])
  expect(playOut(recordOf(['fail', 'pass', 'fail', 'pass'], ['fail', 'fail', 'fail', 'pass'])).slice(-4)).toEqual([
    'tell drift #7',
    'retrain for drift',
    'keep #7 after drift',
    'close #7 after performance',
  ])
})

describe.each(['drift', 'performance'] as const)('%s of a week whose late data came', (topic) => {
  const recordWith = (...verdicts: ('pass' | 'fail')[]) =>
    topic === 'drift' ? recordOf(verdicts, []) : recordOf([], verdicts)

  it('does not close the issue that tells of a later week', () => {
    const later = [event('drift.detected', named(topic, 2, 'fail').id, 7)]
    const told = [`tell ${topic} #7`, `keep #7 after ${topic}`]
    expect(playOut(withEvents(recordWith('fail', 'pass', 'fail'), topic, later))).toEqual([
      ...told,
      `retrain for ${topic}`,
    ])
    const over = withEvents(recordWith('fail', 'pass', 'fail', 'pass'), topic, later)
    expect(playOut(over)).toEqual([...told, `retrain for ${topic}`, `close #7 after ${topic}`])
  })

  it('does not take from the other’s issue what it tells of later weeks', () => {
    const other = topic === 'drift' ? 'performance' : 'drift'
    const record = recordOf(['fail', 'fail', 'pass'], ['fail', 'fail', 'pass'])
    const bad = { ...record[other], windows: record[other].windows.slice(0, 2) }
    const events = [
      event('drift.detected', named(topic, 1, 'fail').id, 7),
      event('drift.resolved', causeOf(named(topic, 2, 'pass'), 7), 7),
    ]
    const told = [0, 1].map((week) => event('drift.detected', named(other, week, 'fail').id, 7))
    const current = withEvents(withEvents({ ...record, [other]: bad }, topic, events), other, told)
    const step = nextMonitorStep(current, { now })
    expect(step).toMatchObject({ kind: 'tell', topic, issue: 7, shown: { length: 3 } })
  })
})

it.each([
  ['drift', ['fail', 'pass'], []],
  ['performance', ['pass'], ['fail', 'pass']],
] as const)('%s alone goes on as if the other were not judged', (topic, drift, performance) => {
  expect(playOut(recordOf([...drift], [...performance]))).toEqual([
    `tell ${topic} #7`,
    `retrain for ${topic}`,
    `close #7 after ${topic}`,
  ])
})

it('two issues from when each had its own are closed each by its own end', () => {
  const told = (topic: MonitorTopic, issue: number) => event('drift.detected', named(topic, 0, 'fail').id, issue)
  const record = recordOf(['fail', 'pass'], ['fail', 'pass'])
  const both = withEvents(withEvents(record, 'drift', [told('drift', 3)]), 'performance', [told('performance', 4)])
  expect(playOut(both)).toEqual(['retrain for drift', 'close #3 after drift', 'close #4 after performance'])
})
