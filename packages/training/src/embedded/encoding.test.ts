import { nullCode } from '@tidemark/models'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEncoding, encodeCategories } from './encoding.ts'

const column = (codes: number[], dictionary: string[]) =>
  ({ name: 'c', kind: 'string', codes: Uint32Array.from(codes), dictionary }) as const
const inSample = { smoothing: 2, encoding_folds: 1, seed: 0 }

test('a category has its smoothed rate, in the order of names', () => {
  const { encoding } = encodeCategories(column([1, 1, 1, 0], ['b', 'a']), [1, 1, 0, 0], 0.5, inSample)
  expect(encoding.categories).toEqual(['a', 'b'])
  expect([...encoding.values]).toEqual([Math.fround((2 + 2 * 0.5) / 5), Math.fround((0 + 2 * 0.5) / 3)])
})

test('nulls, empty strings and categories without rows have the overall rate', () => {
  const given = column([0, 1, nullCode, 1], ['a', '', 'rowless'])
  const { encoding, rowLevels, levels } = encodeCategories(given, [1, 1, 1, 0], 0.75, inSample)
  expect(encoding.categories).toEqual(['a'])
  expect(Array.from(rowLevels, (level) => levels[level]).slice(1)).toEqual([0.75, 0.75, 0.75])
  expect([...applyEncoding(encoding, column([0, 1, 2, nullCode], ['new', '', 'a']))]).toEqual([
    0.75,
    0.75,
    encoding.values[0],
    0.75,
  ])
})

test("with folds, a rare category's row is trained on a rate that its own label does not change", () => {
  const folds = { smoothing: 2, encoding_folds: 4, seed: 3 }
  fc.assert(
    fc.property(fc.array(fc.nat(1), { minLength: 1, maxLength: 40 }), fc.nat(39), (labels, at) => {
      const row = at % labels.length
      const given = column(
        labels.map(() => 0),
        ['a'],
      )
      const flipped = labels.with(row, 1 - labels[row]!)
      const trainedOn = (used: number[]) => {
        const { levels, rowLevels } = encodeCategories(given, used, 0.5, folds)
        return levels[rowLevels[row]!]
      }
      expect(trainedOn(labels)).toBe(trainedOn(flipped))
    }),
  )
})

test("with folds, a common category's rows are all trained on the rate that the model holds", () => {
  const rows = 5000
  const labels = Array.from({ length: rows }, (_, i) => (i % 3 === 0 ? 1 : 0))
  const given = column(new Array<number>(rows).fill(0), ['a'])
  const { encoding, levels, rowLevels } = encodeCategories(given, labels, 0.5, {
    smoothing: 2,
    encoding_folds: 5,
    seed: 0,
  })
  expect(new Set(Array.from(rowLevels, (level) => levels[level]))).toEqual(new Set(encoding.values))
})
