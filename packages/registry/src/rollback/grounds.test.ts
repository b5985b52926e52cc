import { type DriftCheck, type PerformanceCheck, type RegistryEvent, RollbackRule, sha256 } from '@tidemark/schemas'
import { describe, expect, it } from 'vitest'
import { describeGrounds, findGrounds, findGroundsProblems, type Ground, monitorCause } from './grounds.ts'

const modelDigest = sha256('in service')
const own = { modelDigest, since: '2026-03-02T08:00:00Z' }

/** A week from so many weeks after the version came on; of checks nothing else is asked here. */
function week(topic: 'drift' | 'performance', number: number, verdict: string, digest = modelDigest) {
  const date = (weeks: number) => new Date(Date.UTC(2026, 2, 2 + 7 * weeks)).toISOString().slice(0, 10)
  return {
    schema: `tidemark/${topic}/v1`,
    id: sha256(`${topic} ${number} ${verdict}`),
    model: 'churn',
    version: '1.1.0',
    modelDigest: digest,
    window: { start: date(number), end: date(number + 1) },
    verdict,
    reason: verdict,
    policy: { rollback: { channel: 'production', on: 'drift', windows: 2 } },
  } as unknown as Ground
}
const weeks = <T extends Ground>(topic: 'drift' | 'performance', first: number, verdicts: readonly string[]) =>
  verdicts.map((verdict, i) => week(topic, first + i, verdict) as T)

const judged = (performance: readonly string[], drift: readonly string[] = [], first = 1) => ({
  performance: weeks<PerformanceCheck>('performance', first, performance),
  drift: weeks<DriftCheck>('drift', first, drift),
})
const startsOf = (checks: readonly Ground[] | null) => checks?.map(({ window }) => window.start) ?? null

describe('a rule is met', () => {
  it.each<[string, object, string[], string[], string[] | null]>([
    ['by nothing', {}, [], [], null],
    ['by fewer weeks than it asks for', {}, ['fail'], [], null],
    ['by so many that fail, the newest of them', {}, ['fail', 'fail', 'fail'], [], ['2026-03-16', '2026-03-23']],
    [
      'over weeks that say nothing',
      {},
      ['fail', 'inconclusive', 'fail', 'inconclusive'],
      [],
      ['2026-03-09', '2026-03-23'],
    ],
    ['not with a week that passed since', {}, ['fail', 'fail', 'pass'], [], null],
    ['not with a week that passed between', {}, ['fail', 'pass', 'fail'], [], null],
    ['not by drift where it asks for performance', {}, [], ['fail', 'fail'], null],
    ['by drift where it asks for that', { on: 'drift' }, [], ['fail', 'fail'], ['2026-03-09', '2026-03-16']],
    ['not by warnings', { on: 'drift', windows: 1 }, [], ['warn'], null],
    ['by whichever it is where it asks for either', { on: 'either', windows: 1 }, ['pass'], ['fail'], ['2026-03-09']],
  ])('%s', (_, rule, performance, drift, starts) => {
    const grounds = findGrounds(RollbackRule.parse(rule), judged(performance, drift), own)
    expect(startsOf(grounds)).toEqual(starts)
  })

  it('not by the weeks of another version', () => {
    const rule = RollbackRule.parse({ windows: 1 })
    const performance = [week('performance', 1, 'fail', sha256('other')) as PerformanceCheck]
    expect(findGrounds(rule, { performance, drift: [] }, own)).toBeNull()
  })

  it('by its own predictions of the week in which it came, but not by that week’s drift, nor by anything before', () => {
    const rule = RollbackRule.parse({ on: 'performance', windows: 1 })
    expect(startsOf(findGrounds(rule, judged(['fail'], [], 0), own))).toEqual(['2026-03-02'])
    expect(findGrounds(rule, judged(['fail'], [], -1), own)).toBeNull()
    expect(findGrounds({ ...rule, on: 'drift' }, judged([], ['fail'], 0), own)).toBeNull()
  })
})

describe('a request', () => {
  const rule = RollbackRule.parse({})
  const checks = weeks('performance', 1, ['fail', 'fail'])
  const leaves = { version: '1.1.0' as const, modelDigest, seq: 2 }
  const request = {
    type: 'rollback.requested',
    model: 'churn',
    subject: { version: '1.0.0', modelDigest: sha256('before'), channel: 'production' },
    cause: monitorCause('churn', 'production', 2),
    leaves,
    monitor: { rule, checks: [] },
  } as unknown as RegistryEvent

  it('says in a sentence which windows failed, and how the newest did', () => {
    expect(describeGrounds(checks)).toBe(
      'By monitor.rollback: performance of 1.1.0 failed the newest 2 windows in a row (2026-03-09, 2026-03-16): fail',
    )
  })

  it('follows from checks that meet its rule', () => {
    expect(findGroundsProblems(request, checks)).toEqual([])
    const drift = { ...request, monitor: { rule: RollbackRule.parse({ on: 'drift' }), checks: [] } }
    expect(findGroundsProblems(drift, weeks('drift', 1, ['fail', 'fail']))).toEqual([])
  })

  it.each<[string, RegistryEvent, readonly Ground[], RegExp]>([
    ['fewer windows than its rule asks for', request, checks.slice(1), /rests on 1 checks/],
    ['one window twice', request, [checks[0]!, checks[0]!], /rests on 2 checks/],
    ['a window that passes', request, [checks[0]!, week('performance', 2, 'pass')], /does not fail/],
    [
      'the weeks of another version',
      { ...request, leaves: { ...leaves, modelDigest: sha256('x') } },
      checks,
      /other version/,
    ],
    ['drift where its rule is about performance', request, weeks('drift', 1, ['fail', 'fail']), /rests on drift/],
    [
      'drift that was judged under another rule',
      { ...request, monitor: { rule: RollbackRule.parse({ on: 'either' }), checks: [] } },
      weeks('drift', 1, ['fail', 'fail']),
      /other version or policy/,
    ],
    [
      'a rule for another channel',
      { ...request, monitor: { rule: RollbackRule.parse({ channel: 'staging' }), checks: [] } },
      checks,
      /its rule is about staging/,
    ],
    ['another tenure', { ...request, leaves: { ...leaves, seq: 3 } }, checks, /does not name the tenure/],
    ['break-glass', { ...request, isBreakGlass: true }, checks, /asks for break-glass/],
  ])('does not follow from %s', (_, forged, grounds, problem) => {
    expect(findGroundsProblems(forged, grounds)).toContainEqual(expect.stringMatching(problem))
  })
})
