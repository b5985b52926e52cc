import fc from 'fast-check'
import { expect, it } from 'vitest'
import { tangoBounds } from './tango.ts'

const discordant = fc
  .tuple(fc.nat(50), fc.nat(50), fc.nat(400))
  .filter(([first, second, rest]) => first + second + rest > 0)
  .map(([firstOnly, secondOnly, rest]) => ({ pairs: firstOnly + secondOnly + rest, firstOnly, secondOnly }))

it('bounds hold the estimate, stay within −1 and 1, and mirror when the models change places', () => {
  fc.assert(
    fc.property(discordant, (counts) => {
      const { lower, upper } = tangoBounds(counts, 0.95)
      const estimate = (counts.firstOnly - counts.secondOnly) / counts.pairs
      expect(lower).toBeLessThanOrEqual(estimate)
      expect(upper).toBeGreaterThanOrEqual(estimate)
      expect(lower).toBeGreaterThanOrEqual(-1)
      expect(upper).toBeLessThanOrEqual(1)
      const mirrored = tangoBounds({ ...counts, firstOnly: counts.secondOnly, secondOnly: counts.firstOnly }, 0.95)
      expect(mirrored.lower).toBeCloseTo(-upper, 9)
    }),
    { seed: 7 },
  )
})

it('pairs that never disagree still leave doubt: z²/(n + z²)', () => {
  const z = 1.6448536269514722
  expect(tangoBounds({ pairs: 300, firstOnly: 0, secondOnly: 0 }, 0.95).upper).toBeCloseTo(z ** 2 / (300 + z ** 2), 11)
})

it('no pairs leave the bounds undefined', () => {
  expect(tangoBounds({ pairs: 0, firstOnly: 0, secondOnly: 0 }, 0.95).lower).toBeNaN()
})
