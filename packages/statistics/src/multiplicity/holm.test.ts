import fc from 'fast-check'
import { expect, it } from 'vitest'
import { holmAdjusted } from './holm.ts'

it('adjusted values lie between the p-value and Bonferroni’s, keep its order and ignore positions', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 }), (p) => {
      const adjusted = holmAdjusted(p)
      p.forEach((value, i) => {
        expect(adjusted[i]).toBeGreaterThanOrEqual(value)
        expect(adjusted[i]).toBeLessThanOrEqual(Math.min(1, value * p.length))
        p.forEach((other, j) => {
          if (value < other) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j]!)
        })
      })
      expect(holmAdjusted(p.toReversed())).toEqual(adjusted.toReversed())
    }),
    { seed: 7 },
  )
})

it('an undefined p-value is never rejected and still counts as a test', () => {
  expect(holmAdjusted([0.01, Number.NaN])).toEqual([0.02, 1])
})
