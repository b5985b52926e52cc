import fc from 'fast-check'
import { expect, it } from 'vitest'
import { principalComponents } from './principal-components.ts'

it('of two columns that go together is their sum', () => {
  const [first, ...rest] = principalComponents(
    [
      [1, 0.9],
      [0.9, 1],
    ],
    0.65,
  ) // eigenvalues 1.9 and .1
  expect(rest).toEqual([])
  expect(first![0]).toBeCloseTo(Math.SQRT1_2, 12)
  expect(first![1]).toBeCloseTo(Math.SQRT1_2, 12)
})

it('of independent columns are never all of them', () => {
  expect(
    principalComponents(
      [
        [1, 0],
        [0, 1],
      ],
      0.65,
    ),
  ).toHaveLength(1)
})

it('are orthonormal, and explain the share that was asked for', () => {
  const rows = fc.array(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 }), {
    minLength: 8,
    maxLength: 8,
  })
  fc.assert(
    fc.property(rows, (found) => {
      const matrix = Array.from({ length: 5 }, (_, i) =>
        Array.from({ length: 5 }, (_, j) => found.reduce((sum, row) => sum + row[i]! * row[j]!, Number(i === j))),
      )
      const components = principalComponents(matrix, 0.65)
      const variance = components.map((w) =>
        w.reduce((sum, x, i) => sum + x * w.reduce((own, y, j) => own + y * matrix[i]![j]!, 0), 0),
      )
      const trace = matrix.reduce((sum, row, i) => sum + row[i]!, 0)
      for (const [i, a] of components.entries())
        for (const [j, b] of components.entries())
          expect(a.reduce((sum, x, k) => sum + x * b[k]!, 0)).toBeCloseTo(Number(i === j), 9)
      const explained = variance.reduce((sum, value) => sum + value, 0)
      expect(explained >= 0.65 * trace - 1e-9 || components.length === 4).toBe(true)
    }),
    { seed: 7 },
  )
})
