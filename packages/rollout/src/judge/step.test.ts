import { RolloutState, storedJson } from '@tidemark/schemas'
import { describe, expect, it } from 'vitest'
import { replayRollout } from './replay.ts'
import {
  counts,
  healthy,
  intent,
  minute,
  Rollout,
  seededRandom,
  server,
  traffic,
  worse,
} from './simulated-rollout.fixture.ts'

/** A rollout at its first weight, with one server. */
function started(plan: Parameters<typeof intent>[0] = {}) {
  const rollout = intent(plan)
  const run = new Rollout(rollout)
  const one = server(rollout)
  run.tick(minute(1), [one.publish(minute(1), [counts(0, 0, 500)])])
  expect(run.state.phase).toBe('running')
  return { run, one, rollout }
}

describe('start', () => {
  it('waits for the champion’s live latency, then freezes its p95 as what slow means', () => {
    const rollout = intent()
    const run = new Rollout(rollout)
    expect(run.tick(minute(1), [])).toMatchObject({
      action: 'hold',
      transition: false,
      reasons: ['0 of 200 requests to know how slow the champion is'],
    })
    expect(run.tick(minute(2), [server(rollout).publish(minute(2), null)]).action).toBe('start')
    expect(run.state).toMatchObject({ phase: 'running', step: 0, weight: 0.05, slowMs: 2.263 })
    expect(run.state.leaseUntil).toBe(minute(182))
  })

  it('needs no latency where nothing is said about slowness', () => {
    const run = new Rollout(intent({ guardrails: [{ id: 'errors' }] }))
    expect(run.tick(minute(1), []).action).toBe('start')
    expect(run.state.slowMs).toBeNull()
  })

  it('counts nothing that was served before', () => {
    const { run } = started()
    expect(run.state.evidence.polls).toBe(0)
    expect(run.state.consumed).toEqual([{ instance: 'server-1', sequence: 1 }])
  })

  it('does not begin on unreadable telemetry, and gives up in time', () => {
    const rollout = intent({ timeoutHours: 1 })
    const run = new Rollout(rollout)
    const documents = [server(rollout).publish(minute(1), null)]
    const faults = [{ kind: 'unreadable' as const, reason: 'NaN' }]
    expect(run.tick(minute(1), documents, faults)).toMatchObject({ action: 'hold', transition: false })
    expect(run.tick(minute(61), documents, faults).action).toBe('roll-back')
    expect(run.state.cause?.kind).toBe('timeout')
  })
})

describe('advance', () => {
  it('needs minutes and requests at the weight, and no harm', () => {
    const { run, one } = started()
    expect(run.tick(minute(5), [one.publish(minute(5), [counts(0.05, 50, 950)])])).toMatchObject({
      action: 'hold',
      transition: false,
      reasons: ['4 of 15 minutes at this weight', '50 of 500 requests at this weight'],
    })
    expect(run.tick(minute(30), [one.publish(minute(30), [counts(0.05, 449, 8550)])]).reasons).toEqual([
      '499 of 500 requests at this weight',
    ])
    const result = run.tick(minute(31), [one.publish(minute(31), [counts(0.05, 1, 19)])])
    expect(result).toMatchObject({ action: 'advance', transition: true })
    expect(run.state).toMatchObject({ step: 1, weight: 0.25, stepStartedAt: minute(31), leaseUntil: minute(211) })
    expect(run.state.evidence.counts).toEqual([counts(0.05, 500, 9519)])
  })

  it('keeps nothing of a hold: the next tick counts the same windows from the committed state', () => {
    const { run, one } = started()
    const before = storedJson(run.state)
    const first = one.publish(minute(10), [counts(0.05, 50, 950)])
    run.tick(minute(10), [first])
    run.tick(minute(11), [first])
    expect(storedJson(run.state)).toBe(before)
    expect(run.results.at(-1)!.judgement.guardrails[0]!.canary.requests).toBe(50)
  })

  it('does not happen on old counts while no server reports', () => {
    const { run, one } = started({ steps: [{ weight: 0.05, minMinutes: 60, minRequests: 10 }, { weight: 0.5 }] })
    const last = one.publish(minute(10), [counts(0.05, 50, 950)])
    expect(run.tick(minute(120), [last])).toMatchObject({ action: 'hold', reasons: ['no server reports'] })
  })

  it('does not happen on counts that claim to be from the future', () => {
    const { run, one } = started({ steps: [{ weight: 0.05, minMinutes: 0, minRequests: 1 }, { weight: 0.5 }] })
    const ahead = one.publish(minute(90), [counts(0.05, 50, 950)])
    expect(run.tick(minute(20), [ahead])).toMatchObject({ action: 'hold', reasons: ['no server reports'] })
  })

  it('does not happen when the clock goes back, however much was counted', () => {
    const { run, one } = started({ steps: [{ weight: 0.05, minMinutes: 0, minRequests: 1 }, { weight: 0.5 }] })
    const document = one.publish(minute(0), [counts(0.05, 500, 9500)])
    expect(run.tick(minute(0), [document])).toMatchObject({ action: 'hold', reasons: ['the clock went back'] })
    expect(run.tick(minute(1), [document]).action).toBe('advance')
  })

  it('ignores counts made with other digests or for another seq', () => {
    const { run, one, rollout } = started({ steps: [{ weight: 0.05, minMinutes: 0, minRequests: 1 }, { weight: 0.5 }] })
    const other = { version: '1.1.0', modelDigest: 'c'.repeat(64) }
    const groups = [counts(0.05, 500, 9500)]
    for (const change of [
      { rollout: { seq: rollout.seq, canary: other } },
      { rollout: { seq: rollout.seq - 1, canary: rollout.canary } },
      { champion: other },
      { model: 'another-model' },
    ]) {
      const stranger = server(rollout, 'server-2').publish(minute(20), groups, change)
      expect(run.tick(minute(20), [one.publish(minute(20), null), stranger]).action).toBe('hold')
    }
  })
})

describe('promote', () => {
  const plan = { steps: [{ weight: 0.5, minMinutes: 15, minRequests: 500 }] }

  it('needs every guardrail’s evidence at the last step', () => {
    const { run, one } = started(plan)
    const short = run.tick(minute(20), [one.publish(minute(20), [counts(0.5, 600, 600, { slow: [30, 30] })])])
    expect(short).toMatchObject({ action: 'hold', transition: false })
    expect(short.reasons[0]).toMatch(/^not proven yet: .*slow/)
    const enough = run.tick(minute(30), [one.publish(minute(30), [counts(0.5, 9000, 9000, { slow: [450, 450] })])])
    expect(enough).toMatchObject({ action: 'promote', transition: true })
    expect(run.state).toMatchObject({ phase: 'promoted', weight: 1, leaseUntil: null, cause: null })
  })

  it('is refused to an excess of delta in a single guardrail', () => {
    const { run, one } = started(plan)
    const result = run.tick(minute(30), [one.publish(minute(30), [counts(0.5, 9000, 9000, { slow: [720, 450] })])])
    expect(result.action).toBe('roll-back')
    const { run: small, one: two } = started(plan)
    const almost = [counts(0.5, 9000, 9000, { errors: [140, 90] })]
    expect(small.tick(minute(30), [two.publish(minute(30), almost)]).action).toBe('hold')
  })

  it('does not wait for what is advisory', () => {
    const guardrails = [{ id: 'errors' }, { id: 'disagree', isAdvisory: true }]
    const { run, one } = started({ ...plan, guardrails })
    const group = counts(0.5, 9000, 9000)
    group.canary.events.disagree = 9000
    group.stable.events.disagree = 0
    expect(run.tick(minute(30), [one.publish(minute(30), [group])]).action).toBe('promote')
    expect(run.state.judgement.guardrails.map(({ id }) => id)).toEqual(['errors', 'disagree'])
  })
})

describe('roll back', () => {
  it('a canary that answers NaN goes at its first poll, and says why', () => {
    const { run, one } = started()
    const result = run.tick(minute(3), [one.publish(minute(3), [counts(0.05, 44, 812, { non_finite: [41, 0] })])])
    expect(result).toMatchObject({ action: 'roll-back', transition: true })
    expect(run.state).toMatchObject({ phase: 'rolled-back', weight: 0, leaseUntil: null })
    expect(run.state.cause).toMatchObject({ kind: 'harm', fault: null, guardrails: ['non_finite'] })
    expect(run.state.cause?.reason).toContain('non_finite 41 of 44 (canary), 0 of 812 (champion)')
  })

  it('is final for this seq: no signal changes it', () => {
    const { run, one } = started()
    run.tick(minute(3), [one.publish(minute(3), [counts(0.05, 44, 812, { non_finite: [41, 0] })])])
    const after = run.tick(minute(30), [one.publish(minute(30), [counts(0.05, 5000, 95_000)])])
    expect(after).toMatchObject({ action: 'hold', transition: false })
    expect(run.state.phase).toBe('rolled-back')
  })

  it('happens on proven harm even when the clock went back', () => {
    const { run, one } = started()
    const document = one.publish(minute(1), [counts(0.05, 44, 812, { non_finite: [41, 0] })])
    expect(run.tick(minute(-30), [document]).action).toBe('roll-back')
    expect(run.state.updatedAt).toBe(minute(1))
  })

  it('harm in both arms alike is an incident, not the canary’s', () => {
    const { run, one } = started()
    const result = run.tick(minute(3), [one.publish(minute(3), [counts(0.05, 50, 950, { errors: [25, 475] })])])
    expect(result.action).toBe('hold')
  })

  it('a rollout that is not proven in time goes, whether servers report or not', () => {
    const { run } = started({ timeoutHours: 2 })
    expect(run.tick(minute(119), []).action).toBe('hold')
    expect(run.tick(minute(120), []).action).toBe('roll-back')
    expect(run.state.cause?.kind).toBe('timeout')
  })
})

describe('faults hold, then roll back after as many polls as the plan says', () => {
  const good = counts(0.05, 50, 950)
  const faulty: [string, ReturnType<typeof counts>[], string][] = [
    ['a silent canary', [counts(0.05, 0, 400)], 'silence'],
    ['a canary that no server loads', [counts(0, 0, 400)], 'silence'],
    ['three times the planned share', [counts(0.05, 150, 850)], 'split'],
    ['requests for the canary at weight 0', [counts(0, 3, 997)], 'split'],
    ['a weight that is not in the plan', [counts(0.07, 70, 930)], 'split'],
    [
      'a guardrail that nobody measured',
      [{ ...good, canary: { requests: 50, events: { errors: 0 } } }],
      'missing-event',
    ],
  ]

  it.each(faulty)('%s', (_name, groups, kind) => {
    const { run, one } = started()
    const look = (at: number) => run.tick(minute(at), [one.publish(minute(at), groups)])
    expect(look(20)).toMatchObject({ action: 'hold', transition: true })
    expect(run.state).toMatchObject({ phase: 'holding', weight: 0.05, fault: { kind, since: minute(20) } })
    expect(look(35)).toMatchObject({ action: 'hold', transition: false })
    expect(look(50)).toMatchObject({ action: 'roll-back', transition: true })
    expect(run.state.cause).toMatchObject({ kind: 'fault', fault: kind })
  })

  it('unreadable telemetry, and a sequence that goes back', () => {
    const { run, one } = started()
    const document = one.publish(minute(20), [good])
    run.tick(minute(20), [document], [{ kind: 'unreadable', reason: 'errors is NaN' }])
    expect(run.state).toMatchObject({ phase: 'holding', fault: { kind: 'unreadable' } })
    const back = { ...document, sequence: 1, windows: [], publishedAt: minute(35) }
    run.tick(minute(35), [back])
    expect(run.tick(minute(50), [{ ...back, publishedAt: minute(50) }]).action).toBe('roll-back')
    expect(run.state.cause?.reason).toContain('server-1: its sequence went back from 2 to 1')
  })

  it('windows that went missing or were counted in part', () => {
    const { run, one } = started()
    one.publish(minute(5), [good])
    const document = one.publish(minute(20), [good])
    const missing = { ...document, windows: document.windows.slice(-1) }
    expect(run.tick(minute(20), [missing]).reasons[0]).toContain('windows 2 to 2 are missing')
    const window = { ...document.windows[2]!, first: 1 }
    const { run: other } = started()
    expect(other.tick(minute(20), [{ ...document, windows: [window] }]).reasons[0]).toContain(
      'window 1 to 3 was counted in part already',
    )
  })

  it('a server that dropped its canary on its own judgement', () => {
    const { run, one } = started()
    const dropped = { cause: 'crash' as const, at: minute(4), reason: 'the session died' }
    run.tick(minute(20), [one.publish(minute(20), [good], { dropped })])
    expect(run.state.fault?.reason).toBe('server-1 keeps its canary out: the session died')
  })

  it('a recovery goes on where it was, and time starts anew', () => {
    const { run, one } = started()
    run.tick(minute(20), [one.publish(minute(20), [good])], [{ kind: 'unreadable', reason: 'NaN' }])
    expect(run.tick(minute(35), [one.publish(minute(35), [good])])).toMatchObject({ action: 'hold', transition: true })
    expect(run.state).toMatchObject({ phase: 'running', fault: null, weight: 0.05 })
    run.tick(minute(50), [one.publish(minute(50), [good])], [{ kind: 'unreadable', reason: 'NaN' }])
    expect(run.state.fault?.since).toBe(minute(50))
  })

  it('an outage of monitoring holds, however long, also in a fault', () => {
    const { run, one } = started({ leaseMinutes: 10_000 })
    run.tick(minute(20), [one.publish(minute(20), [counts(0.05, 0, 400)])])
    for (const at of [35, 50, 500]) {
      expect(run.tick(minute(at), [])).toMatchObject({ action: 'hold', transition: false })
    }
    expect(run.state.phase).toBe('holding')
  })

  it('what a server counted before it went away is no news of a fault', () => {
    const { run, one } = started()
    const last = one.publish(minute(10), [counts(0.07, 70, 930)])
    for (const at of [60, 90, 120]) {
      expect(run.tick(minute(at), [last])).toMatchObject({ action: 'hold', transition: false })
    }
  })

  it('can only hold where the plan says so', () => {
    const { run, one } = started({ missing: { polls: 1, action: 'hold' } })
    for (const at of [20, 35, 50]) {
      expect(run.tick(minute(at), [one.publish(minute(at), [counts(0, 3, 997)])]).action).toBe('hold')
    }
  })

  it('servers that follow a moment late are no fault', () => {
    const { run, one } = started()
    expect(run.tick(minute(4), [one.publish(minute(4), [counts(0, 0, 1000)])])).toMatchObject({ transition: false })
  })
})

describe('lease', () => {
  it('is renewed at half its time while servers report, and not in an outage or a fault', () => {
    const { run, one } = started()
    const quiet = () => [counts(0.05, 5, 95)]
    expect(run.tick(minute(80), [one.publish(minute(80), quiet())]).transition).toBe(false)
    expect(run.tick(minute(95), []).transition).toBe(false)
    const renewed = run.tick(minute(96), [one.publish(minute(96), quiet())])
    expect(renewed).toMatchObject({ action: 'hold', transition: true })
    expect(run.state.leaseUntil).toBe(minute(276))
  })

  it('a lapsed lease is no silence, and comes back with the servers', () => {
    const { run, one } = started()
    const result = run.tick(minute(400), [one.publish(minute(400), [counts(0, 0, 1000)])])
    expect(result).toMatchObject({ action: 'hold', transition: true })
    expect(run.state).toMatchObject({ phase: 'running', leaseUntil: minute(580) })
  })
})

describe('whole rollouts, simulated', () => {
  it.each([
    ['identical models are promoted', healthy, 'promoted'],
    ['twice as many slow requests', worse('slow', 0.1), 'rolled-back'],
    ['ten times the errors', worse('errors', 0.02), 'rolled-back'],
    ['NaN at one request in a hundred', worse('non_finite', 0.01), 'rolled-back'],
  ])('%s; its history replays, and follows its schema', (_name, rates, phase) => {
    const outcomes = Array.from({ length: 10 }, (_, seed) => {
      const random = seededRandom(seed)
      const { run, one } = started()
      for (let poll = 1; poll <= 300 && ['running', 'holding'].includes(run.state.phase); poll++) {
        const at = minute(1 + 15 * poll)
        run.tick(at, [one.publish(at, [traffic(random, 2000, run.state.weight, rates)])])
      }
      expect(() => replayRollout(run.committed)).not.toThrow()
      expect(() => RolloutState.parse(JSON.parse(storedJson(run.state)))).not.toThrow()
      return run.state.phase
    })
    expect(outcomes.filter((outcome) => outcome === phase).length).toBeGreaterThanOrEqual(9)
  })

  it('0.1 % errors made five times worse are not promoted where delta is below the excess', () => {
    const rates = { errors: { canary: 0.005, stable: 0.001 } }
    const promoted = Array.from({ length: 20 }, (_, seed) => {
      const random = seededRandom(100 + seed)
      const { run, one } = started({ guardrails: [{ id: 'errors', delta: 0.002 }] })
      for (let poll = 1; poll <= 150 && run.state.phase === 'running'; poll++) {
        const at = minute(1 + 15 * poll)
        run.tick(at, [one.publish(at, [traffic(random, 1000, run.state.weight, rates)])])
      }
      return run.state.phase === 'promoted'
    })
    expect(promoted.filter(Boolean).length).toBeLessThanOrEqual(1)
  })
})
