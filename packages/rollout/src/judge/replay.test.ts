import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { replayRollout } from './replay.ts'
import { readSignals } from './signals.ts'
import { binomial, intent, minute, Rollout, seededRandom, server, traffic, worse } from './simulated-rollout.fixture.ts'
import { stepRollout } from './step.ts'

const plan = {
  steps: [
    { weight: 0.1, minMinutes: 10, minRequests: 40 },
    { weight: 0.5, minMinutes: 10, minRequests: 40 },
  ],
  guardrails: [
    { id: 'errors', delta: 0.05 },
    { id: 'non_finite', delta: 0.05 },
  ],
  leaseMinutes: 60,
  timeoutHours: 24,
}

/** A rollout under two servers and whatever may happen: late ticks, clocks going back, outages, unreadable counts. */
function eventful(seed: number): Rollout {
  const random = seededRandom(seed)
  const rollout = intent(plan)
  const run = new Rollout(rollout)
  const servers = [server(rollout, 'server-1'), server(rollout, 'server-2')]
  const rates = [worse('errors', 0.002), worse('errors', 0.05), worse('non_finite', 0.03)][seed % 3]!
  let now = 1
  for (let look = 0; look < 40; look++) {
    now += Math.floor(random() * 40) - 5
    const isOut = random() < 0.1
    const documents = servers.map((each) => {
      const windows = 1 + binomial(random, 3, 0.5)
      const requests = Math.floor(random() * 600)
      const served = random() < 0.05 ? 0 : run.state.weight
      let document = each.publish(minute(now), [traffic(random, requests, served, rates)])
      for (let more = 1; more < windows; more++) {
        document = each.publish(minute(now), [traffic(random, requests, served, rates)])
      }
      return document
    })
    const faults = random() < 0.1 ? [{ kind: 'unreadable' as const, reason: 'NaN' }] : []
    run.tick(minute(now), isOut ? [] : documents, faults)
  }
  return run
}

describe('every rollout', () => {
  it('advances and promotes on evidence only, one step at a time, whatever happens', () => {
    fc.assert(
      fc.property(fc.nat(1e6), (seed) => {
        const { committed } = eventful(seed)
        committed.slice(1).forEach((state, i) => {
          const before = committed[i]!
          const { action, signals, at } = state.decision
          expect(Date.parse(state.updatedAt)).toBeGreaterThanOrEqual(Date.parse(before.updatedAt))
          if (action === 'hold') expect(state.weight).toBe(before.weight)
          if (action === 'start') expect(state.weight).toBe(0.1)
          if (action === 'roll-back') expect(state).toMatchObject({ weight: 0, cause: { reason: expect.any(String) } })
          if (action !== 'advance' && action !== 'promote') return
          const step = before.plan.steps[before.step!]!
          const counted = state.evidence.counts.find(({ weight }) => weight === step.weight)!
          expect(counted.canary.requests).toBeGreaterThanOrEqual(step.minRequests)
          expect(Date.parse(at) - Date.parse(before.stepStartedAt!)).toBeGreaterThanOrEqual(step.minMinutes * 60_000)
          expect(signals).toMatchObject({ isLive: true, faults: [] })
          expect(state.judgement.logHarm).toBeLessThan(Math.log(20))
          expect(state.fault).toBeNull()
          if (action === 'advance') expect(state.step).toBe(before.step! + 1)
          else {
            expect(before.step).toBe(before.plan.steps.length - 1)
            for (const { logPromote } of state.judgement.guardrails)
              expect(logPromote).toBeGreaterThanOrEqual(Math.log(20))
          }
        })
      }),
      { numRuns: 60 },
    )
  })

  it('replays from its documents, to the last bit', () => {
    fc.assert(
      fc.property(fc.nat(1e6), (seed) => {
        const { committed } = eventful(seed)
        expect(committed.length).toBeGreaterThan(1)
        // Documents come from disk.
        replayRollout(committed.map((state) => JSON.parse(JSON.stringify(state))))
      }),
      { numRuns: 30 },
    )
  })

  it('comes to all three ends in these tests, or they would prove little', () => {
    const phases = Array.from({ length: 60 }, (_, seed) => eventful(seed).state.phase)
    expect(new Set(phases)).toEqual(new Set(['promoted', 'rolled-back', ...phases]))
    expect(phases.filter((phase) => phase === 'promoted').length).toBeGreaterThan(5)
    expect(phases.filter((phase) => phase === 'rolled-back').length).toBeGreaterThan(5)
  })

  it('takes the same telemetry twice as once', () => {
    fc.assert(
      fc.property(fc.nat(1e6), (seed) => {
        const { committed } = eventful(seed)
        for (const state of committed.filter(({ decision, phase }) => decision.signals && phase === 'running')) {
          const again = stepRollout(state, state.decision.signals!, state.decision.at)
          expect(again.judgement).toEqual(state.judgement)
          expect(['hold', 'roll-back']).toContain(again.action)
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe('evidence', () => {
  it('is the same however many windows a tick finds at once', () => {
    const patient = { ...plan, steps: [{ weight: 0.1, minMinutes: 600 }] }
    fc.assert(
      fc.property(fc.nat(1e6), fc.integer({ min: 1, max: 12 }), (seed, every) => {
        const evidenceAt = (interval: number) => {
          const random = seededRandom(seed)
          const rollout = intent(patient)
          const run = new Rollout(rollout)
          const one = server(rollout)
          run.tick(minute(1), [one.publish(minute(1), null)])
          for (let window = 1; window <= 24; window++) {
            const document = one.publish(minute(10 * window), [traffic(random, 200, 0.1)])
            if (window % interval === 0 || window === 24) run.tick(minute(10 * window), [document])
          }
          return run.results.at(-1)!.judgement
        }
        expect(evidenceAt(every)).toEqual(evidenceAt(1))
      }),
      { numRuns: 20 },
    )
  })

  it('is the same in whatever order documents are found, and how often', () => {
    const rollout = intent(plan)
    const run = new Rollout(rollout)
    run.tick(minute(1), [])
    const random = seededRandom(5)
    const documents = [0, 1, 2].flatMap((i) => {
      const each = server(rollout, `server-${i}`)
      return [5, 6 + i, 9].map((at) => each.publish(minute(at), [traffic(random, 300, 0.1)]))
    })
    const expected = readSignals(run.state, { documents }, minute(10))
    expect(expected.polls).toHaveLength(9)
    fc.assert(
      fc.property(fc.shuffledSubarray([...documents, ...documents], { minLength: 18 }), (found) => {
        expect(readSignals(run.state, { documents: found }, minute(10))).toEqual(expected)
      }),
    )
  })

  it('of more windows than are taken at once is committed in parts, and nothing advances in between', () => {
    const rollout = intent({ ...plan, steps: [{ weight: 0.1, minMinutes: 0, minRequests: 0 }, { weight: 0.5 }] })
    const run = new Rollout(rollout)
    run.tick(minute(1), [])
    const random = seededRandom(6)
    const documents = Array.from({ length: 7 }, (_, i) => {
      const each = server(rollout, `server-${i}`)
      for (let window = 1; window < 160; window++) each.publish(minute(2), [traffic(random, 20, 0.1)])
      return each.publish(minute(2), [traffic(random, 20, 0.1)])
    })
    expect(run.tick(minute(3), documents)).toMatchObject({ action: 'hold', transition: true })
    expect(run.tick(minute(3), documents).action).toBe('advance')
    expect(run.state.evidence.polls).toBeLessThanOrEqual(1120)
    expect(run.state.consumed.every(({ sequence }) => sequence === 160)).toBe(true)
    replayRollout(run.committed)
  })
})

describe('a history that does not follow', () => {
  const { committed } = eventful(1)
  const problemsOf = (states: typeof committed) => {
    try {
      replayRollout(states)
      return []
    } catch (error) {
      return (error as { problems: { message: string }[] }).problems.map(({ message }) => message)
    }
  }

  it('is named: changed counts, a changed plan, a state left out, another decision', () => {
    expect(problemsOf(committed)).toEqual([])
    const last = committed.at(-1)!
    const rest = committed.slice(0, -1)
    const { evidence, decision, plan: asPlanned } = last
    expect(problemsOf([...rest, { ...last, evidence: { ...evidence, polls: evidence.polls + 1 } }])[0]).toContain(
      'the same signals give another state',
    )
    expect(problemsOf([...rest, { ...last, plan: { ...asPlanned, timeoutHours: 99 } }])[0]).toContain('by digest')
    expect(problemsOf([...rest.slice(0, -1), last])[0]).toContain('not decided from the state before')
    expect(problemsOf([...rest, { ...last, decision: { ...decision, action: 'start' as const } }])[0]).toContain(
      `the same signals give ${decision.action}`,
    )
  })
})
