import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countNulls, isNull } from './vectors.ts'

test('NULLs are counted as one by one, wherever the range begins and ends', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 20 }), fc.nat(160), fc.nat(160), (validity, a, b) => {
      const [from, to] = [a, b].map((item) => Math.min(item, validity.length * 8)).sort((x, y) => x - y) as [
        number,
        number,
      ]
      const items = Array.from({ length: to - from }, (_, i) => from + i)
      expect(countNulls(validity, from, to)).toBe(items.filter((item) => isNull(validity, item)).length)
    }),
  )
  expect(countNulls(null, 0, 100)).toBe(0)
})
