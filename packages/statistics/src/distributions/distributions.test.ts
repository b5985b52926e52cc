import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import reference from '../fixtures/distributions.json' with { type: 'json' }
import { logBeta, regularisedBeta } from './beta.ts'
import { normalCdf, normalQuantile } from './normal.ts'
import { studentTCdf, studentTQuantile } from './student-t.ts'

/** Relative error, which also holds far out in a tail. */
function expectClose(actual: number, expected: number, tolerance: number, what: string): void {
  const error = Math.abs(actual - expected) / Math.max(Math.abs(expected), Number.MIN_VALUE)
  expect(actual === expected ? 0 : error, `${what}: ${actual} for ${expected}`).toBeLessThan(tolerance)
}

describe('distributions agree with 60-digit references', () => {
  it('normal distribution function, to 1e-13 also in the far tail', () => {
    for (const [x, expected] of reference.normalCdf as [number, number][])
      expectClose(normalCdf(x), expected, x < -30 ? 1e-12 : 1e-13, `Φ(${x})`)
  })

  it('normal quantile, to 1e-14', () => {
    for (const [p, expected] of reference.normalQuantile as [number, number][])
      expectClose(normalQuantile(p), expected, 1e-14, `Φ⁻¹(${p})`)
  })

  it('Student t distribution function, to 1e-12 for 1 to 480,000 degrees of freedom', () => {
    for (const [t, df, expected] of reference.studentTCdf as [number, number, number][])
      expectClose(studentTCdf(t, df), expected, 1e-12, `t(${t}; ${df})`)
  })

  it('Student t quantile, to 1e-12 for 1 to 480,000 degrees of freedom', () => {
    for (const [p, df, expected] of reference.studentTQuantile as [number, number, number][])
      expectClose(studentTQuantile(p, df), expected, 1e-12, `t⁻¹(${p}; ${df})`)
  })

  it('regularised incomplete beta and logarithm of beta, to 1e-12', () => {
    for (const [x, a, b, expected] of reference.regularisedBeta as [number, number, number, number][])
      expectClose(regularisedBeta(x, a, b), expected, 1e-12, `I_${x}(${a}, ${b})`)
    for (const [a, b, expected] of reference.logBeta as [number, number, number][])
      expect(Math.abs(logBeta(a, b) - expected), `ln B(${a}, ${b})`).toBeLessThan(
        1e-14 * Math.max(1, Math.abs(expected)),
      )
  })
})

describe('properties of distributions', () => {
  const degrees = fc.double({ min: 0.5, max: 1e6, noNaN: true })
  const probability = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true })

  it('a quantile undoes the distribution function', () => {
    fc.assert(
      fc.property(probability, degrees, (p, df) => {
        expect(Math.abs(studentTCdf(studentTQuantile(p, df), df) / p - 1)).toBeLessThan(1e-11)
        expect(Math.abs(normalCdf(normalQuantile(p)) / p - 1)).toBeLessThan(1e-11)
      }),
      { seed: 7 },
    )
  })

  it('t quantiles are symmetric about zero and never inside the normal ones', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 0.999, noNaN: true }), degrees, (p, df) => {
        expect(studentTQuantile(p, df)).toBeGreaterThanOrEqual(normalQuantile(p) * (1 - 1e-12))
        expect(studentTQuantile(0.25, df)).toBe(-studentTQuantile(0.75, df))
      }),
      { seed: 7 },
    )
  })

  it('arguments outside the domain are NaN, the ends of it infinite', () => {
    expect([
      studentTQuantile(1.1, 5),
      studentTQuantile(0.5, 0),
      studentTCdf(Number.NaN, 3),
      normalQuantile(-1),
    ]).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN])
    expect([normalQuantile(0), studentTQuantile(1, 3)]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY])
    expect([studentTCdf(Number.POSITIVE_INFINITY, 3), studentTCdf(Number.NEGATIVE_INFINITY, 3)]).toEqual([1, 0])
  })
})
