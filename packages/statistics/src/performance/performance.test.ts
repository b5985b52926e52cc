import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectedPerformance } from './expected-performance.ts'
import { isotonicFit } from './isotonic.ts'
import { pageHinkleyStart, pageHinkleyStep } from './page-hinkley.ts'

describe('isotonic regression', () => {
  const sample = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 1 })), {
    minLength: 1,
    maxLength: 30,
  })

  it('never falls with the score, is one value for one score, and keeps the mean', () => {
    fc.assert(
      fc.property(sample, (rows) => {
        const fitted = isotonicFit(
          rows.map(([score]) => score),
          rows.map(([, outcome]) => outcome),
        )
        rows.forEach(([score], i) => {
          rows.forEach(([other], j) => {
            if (score < other) expect(fitted[i]).toBeLessThanOrEqual(fitted[j]! + 1e-12)
            if (score === other) expect(fitted[i]).toBe(fitted[j])
          })
        })
        const mean = rows.reduce((sum, [, outcome]) => sum + outcome, 0)
        expect(fitted.reduce((sum, value) => sum + value, 0)).toBeCloseTo(mean, 9)
      }),
      { seed: 7 },
    )
  })

  it('a weight counts as that many rows', () => {
    const weighed = isotonicFit([1, 2, 3], [1, 0, 1], [3, 1, 1])
    const repeated = isotonicFit([1, 1, 1, 2, 3], [1, 1, 1, 0, 1])
    expect(weighed[1]).toBeCloseTo(repeated[3]!, 12)
  })
})

describe('expected performance', () => {
  it('of certain probabilities that are right is perfect', () => {
    expect(expectedPerformance([1, 1, 0], [1, 1, 0])).toEqual({
      accuracy: 1,
      precision: 1,
      recall: 1,
      f1: 1,
      specificity: 1,
      auroc: 1,
    })
  })

  it('without a predicted positive has no precision', () => {
    expect(expectedPerformance([0.2, 0.4], [0, 0]).precision).toBeNaN()
    expect(expectedPerformance([0.2, 0.4], [0, 1], [0.3, Number.NaN]).auroc).toBeNaN()
  })
})

describe('Page-Hinkley', () => {
  const run = (values: readonly number[], isClamped: boolean) => {
    let state = pageHinkleyStart
    return values.findIndex((value) => {
      state = pageHinkleyStep(state, value, { delta: 0.005, alpha: 1, isClamped })
      return state.sum >= 5
    })
  }
  const good = Array<number>(500)
    .fill(0)
    .map((_, i) => (i % 10 === 0 ? 1 : 0))
  const bad = Array<number>(100).fill(1)

  it('tells a rise soon, and an unclamped sum later, for what it saved up', () => {
    const [clamped, unclamped] = [run([...good, ...bad], true), run([...good, ...bad], false)]
    expect(clamped).toBeGreaterThanOrEqual(500)
    expect(clamped).toBeLessThan(510)
    expect(unclamped).toBeGreaterThanOrEqual(clamped)
  })

  it('goes on from a state that was stored', () => {
    const options = { delta: 0.005, alpha: 0.9999, isClamped: true }
    const whole = [1, 0, 1, 1].reduce((state, value) => pageHinkleyStep(state, value, options), pageHinkleyStart)
    const half = [1, 0].reduce((state, value) => pageHinkleyStep(state, value, options), pageHinkleyStart)
    expect(
      [1, 1].reduce((state, value) => pageHinkleyStep(state, value, options), JSON.parse(JSON.stringify(half))),
    ).toEqual(whole)
  })
})
