import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ArmSplit, logExcessEvidence } from './excess.ts'
import { addHarmPoll, type EventSplit, type HarmMixture, logHarmEvidence, logRatioEvidence, noHarm } from './harm.ts'
import { logAdd, logMean } from './log-sum.ts'
import { logSplitEvidence } from './sample-ratio.ts'
import { seededRandom, simulatedPoll } from './simulated-traffic.fixture.ts'

const decisive = Math.log(20)
const eventsOf = ({ weight, canary, stable }: ArmSplit): EventSplit => ({
  weight,
  canaryEvents: canary.events,
  stableEvents: stable.events,
})
const events = (weight: number, canaryEvents: number, stableEvents: number): EventSplit[] => [
  { weight, canaryEvents, stableEvents },
]

describe('harm, mixed over start times', () => {
  it('is the sum over start times that it says it is', () => {
    const polls = [events(0.1, 3, 9), events(0.1, 0, 12), [], events(0.25, 9, 14), events(0.5, 30, 11)]
    const mixture = polls.reduce(addHarmPoll, noHarm)
    const withEvents = polls.filter((poll) => poll.length > 0)
    const beyond = (starts: number) => 1 / (1 + Math.log(1 + starts))
    const components = withEvents.map(
      (_, start) => Math.log(beyond(start) - beyond(start + 1)) + logRatioEvidence(withEvents.slice(start).flat()),
    )
    const expected = [Math.log(beyond(withEvents.length)), ...components].reduce(logAdd)
    expect(logHarmEvidence(mixture)).toBeCloseTo(expected, 10)
  })

  it('has conditional mean 1 when the canary is as good as the champion', () => {
    const before = [events(0.2, 4, 11), events(0.3, 2, 9)].reduce(addHarmPoll, noHarm)
    const chance = (k: number) => [1, 3, 3, 1][k]! * 0.25 ** k * 0.75 ** (3 - k)
    const after = [0, 1, 2, 3].map(
      (k) => Math.log(chance(k)) + logHarmEvidence(addHarmPoll(before, events(0.25, k, 3 - k))),
    )
    expect(after.reduce(logAdd)).toBeCloseTo(logHarmEvidence(before), 10)
  })

  it('polls without an event, without a canary or without a champion change nothing', () => {
    const mixture = addHarmPoll(noHarm, events(0.1, 2, 3))
    for (const poll of [[], events(0.1, 0, 0), events(0, 0, 7), events(1, 7, 0)]) {
      expect(addHarmPoll(mixture, poll)).toEqual(mixture)
    }
    expect(logHarmEvidence(noHarm)).toBe(0)
  })

  it('alarms in at most 5 % of 400-poll runs of identical models, looked at after every poll', () => {
    const random = seededRandom(11)
    const runs = 200
    let alarms = 0
    for (let run = 0; run < runs; run++) {
      let mixture: HarmMixture = noHarm
      for (let poll = 0; poll < 400; poll++) {
        const weight = [0.05, 0.1, 0.25, 0.5][Math.min(3, Math.floor(poll / 20))]!
        mixture = addHarmPoll(mixture, [
          eventsOf(simulatedPoll(random, { requests: 300, weight, canary: 0.01, stable: 0.01 })),
        ])
        if (logHarmEvidence(mixture) >= decisive) {
          alarms++
          break
        }
      }
    }
    expect(alarms / runs).toBeLessThanOrEqual(0.05)
  })

  it('five times the errors after 500 healthy polls show within 5 polls, half the time within 3', () => {
    const random = seededRandom(12)
    const delays = Array.from({ length: 20 }, () => {
      const next = (canary: number) => [
        eventsOf(simulatedPoll(random, { requests: 1000, weight: 0.5, canary, stable: 0.01 })),
      ]
      let mixture: HarmMixture = noHarm
      for (let poll = 0; poll < 500; poll++) mixture = addHarmPoll(mixture, next(0.01))
      let delay = 0
      for (; delay < 50 && logHarmEvidence(mixture) < decisive; delay++) mixture = addHarmPoll(mixture, next(0.05))
      return delay
    }).sort((a, b) => a - b)
    expect(delays[10]).toBeLessThanOrEqual(3)
    expect(delays.at(-1)).toBeLessThanOrEqual(5)
  })

  it('a canary that always fails shows after a handful of events at 5 %', () => {
    expect(logHarmEvidence(addHarmPoll(noHarm, events(0.05, 4, 0)))).toBeGreaterThan(decisive)
  })

  it('stays finite, and in memory bounded, over very much evidence', () => {
    const mixture = Array.from({ length: 50 }, () => events(0.05, 1e6, 1e8)).reduce(addHarmPoll, noHarm)
    expect(mixture.logSums).toHaveLength(48)
    expect(mixture.logSums.every(Number.isFinite)).toBe(true)
  })
})

describe('excess, to promote', () => {
  const groups = (weight: number, canary: [number, number], stable: [number, number]): ArmSplit[] => [
    { weight, canary: { requests: canary[0], events: canary[1] }, stable: { requests: stable[0], events: stable[1] } },
  ]

  it('has conditional mean 1 at an excess of exactly delta, and less beyond', () => {
    const [weight, delta, stable] = [0.25, 0.02, 0.1]
    const mean = (canary: number) => {
      const cases: [number, ArmSplit[]][] = [
        [weight * canary, groups(weight, [1, 1], [0, 0])],
        [weight * (1 - canary), groups(weight, [1, 0], [0, 0])],
        [(1 - weight) * stable, groups(weight, [0, 0], [1, 1])],
        [(1 - weight) * (1 - stable), groups(weight, [0, 0], [1, 0])],
      ]
      return cases.reduce((sum, [chance, seen]) => sum + chance * Math.exp(logExcessEvidence(seen, delta)), 0)
    }
    expect(mean(stable + delta)).toBeCloseTo(1, 12)
    expect(mean(stable + 2 * delta)).toBeLessThan(1)
    expect(mean(stable)).toBeGreaterThan(1)
  })

  it('says nothing without traffic, and nothing where only one arm was served', () => {
    expect(logExcessEvidence([], 0.01)).toBeCloseTo(0, 12)
    expect(logExcessEvidence([...groups(0, [0, 0], [500, 3]), ...groups(1, [500, 3], [0, 0])], 0.01)).toBeCloseTo(0, 12)
  })

  it('identical models prove it at 1 % errors, and soon without any', () => {
    const random = seededRandom(13)
    let proven = 0
    for (let run = 0; run < 40; run++) {
      const seen = simulatedPoll(random, { requests: 300_000, weight: 0.5, canary: 0.01, stable: 0.01 })
      if (logExcessEvidence([seen], 0.002) >= decisive) proven++
    }
    expect(proven).toBeGreaterThanOrEqual(38)
    expect(logExcessEvidence(groups(0.5, [3000, 0], [3000, 0]), 0.002)).toBeGreaterThan(decisive)
  })

  it('0.1 % errors made five times worse are not proven harmless in more than 5 % of runs, nor after a shared incident', () => {
    const random = seededRandom(14)
    for (const incident of [0, 0.2]) {
      let proven = 0
      for (let run = 0; run < 60; run++) {
        const polls: ArmSplit[] = []
        for (let poll = 0; poll < 60; poll++) {
          const shared = poll >= 5 && poll < 10 ? incident : 0
          polls.push(
            simulatedPoll(random, { requests: 1000, weight: 0.25, canary: 0.005 + shared, stable: 0.001 + shared }),
          )
          if (logExcessEvidence(polls, 0.002) >= decisive) {
            proven++
            break
          }
        }
      }
      expect(proven / 60, `incident ${incident}`).toBeLessThanOrEqual(0.05)
    }
  })

  it('does not care how requests were grouped into polls', () => {
    const count = fc.integer({ min: 0, max: 400 })
    const arm = fc.tuple(count, count).map(([requests, events]) => ({ requests: requests + events, events }))
    const split = fc.record({ weight: fc.constantFrom(0.05, 0.25), canary: arm, stable: arm })
    fc.assert(
      fc.property(fc.array(split, { maxLength: 8 }), (polls) => {
        const merged = [0.05, 0.25].map((weight) => {
          const same = polls.filter((poll) => poll.weight === weight)
          const sum = (side: 'canary' | 'stable', what: 'requests' | 'events') =>
            same.reduce((total, poll) => total + poll[side][what], 0)
          const total = (side: 'canary' | 'stable') => ({
            requests: sum(side, 'requests'),
            events: sum(side, 'events'),
          })
          return { weight, canary: total('canary'), stable: total('stable') }
        })
        const [apart, together] = [logExcessEvidence(polls, 0.01), logExcessEvidence(merged, 0.01)]
        expect(Math.abs(apart - together)).toBeLessThan(1e-9 * (1 + Math.abs(apart)))
      }),
    )
  })
})

describe('sample ratio', () => {
  const split = (weight: number, canaryRequests: number, stableRequests: number) => ({
    weight,
    canaryRequests,
    stableRequests,
  })

  it('alarms at 0.1 % in at most a few of 300 runs with the split as planned, looked at after every poll', () => {
    const random = seededRandom(15)
    let alarms = 0
    for (let run = 0; run < 300; run++) {
      let [canary, stable] = [0, 0]
      for (let poll = 0; poll < 100; poll++) {
        const seen = simulatedPoll(random, { requests: 200, weight: 0.1, canary: 0, stable: 0 })
        canary += seen.canary.requests
        stable += seen.stable.requests
        if (logSplitEvidence([split(0.1, canary, stable)]) >= Math.log(1000)) {
          alarms++
          break
        }
      }
    }
    expect(alarms).toBeLessThanOrEqual(3)
  })

  it('sees 16 % where 10 % was asked for, and a canary that is never asked', () => {
    expect(logSplitEvidence([split(0.1, 160, 840)])).toBeGreaterThan(Math.log(1000))
    expect(logSplitEvidence([split(0.1, 0, 1000)])).toBeGreaterThan(Math.log(1000))
    expect(logSplitEvidence([split(0.1, 100, 900)])).toBeLessThan(0)
  })

  it('evidence from different weights multiplies; weight 0 and 1 say nothing', () => {
    const [a, b] = [split(0.1, 120, 880), split(0.25, 240, 760)]
    expect(logSplitEvidence([a, b, split(0, 0, 99), split(1, 99, 0)])).toBeCloseTo(
      logSplitEvidence([a]) + logSplitEvidence([b]),
      10,
    )
  })
})

describe('averages of e-values', () => {
  it('are taken without overflow, and are undefined for none', () => {
    expect(logMean([1000, 1000])).toBeCloseTo(1000)
    expect(logMean([Math.log(60), Number.NEGATIVE_INFINITY, Math.log(0.5)])).toBeCloseTo(Math.log(60.5 / 3))
    expect(logMean([])).toBeNaN()
    expect(logAdd(Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY)).toBe(Number.NEGATIVE_INFINITY)
  })
})
