import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { binNumbers } from './binning.ts'

const bin = (values: Float64Array | Float32Array, max_bins = 255) =>
  binNumbers({ name: 'x', kind: 'number', values }, { max_bins, seed: 1 })

test('a value is in the bin whose upper end is the first threshold not below it', () => {
  const values = fc.float32Array({ maxLength: 60, noNaN: false })
  fc.assert(
    fc.property(values, fc.integer({ min: 2, max: 255 }), (drawn, maxBins) => {
      const { thresholds, bins } = bin(drawn, maxBins)
      expect(thresholds.length).toBeLessThan(maxBins)
      for (const [row, value] of drawn.entries()) {
        const expected = Number.isNaN(value)
          ? thresholds.length + 1
          : thresholds.filter((threshold) => threshold < value).length
        expect(bins[row]).toBe(expected)
      }
    }),
  )
})

test('few distinct values have a bin each, even when they are neighbours in float32', () => {
  const next = 1 + 2 ** -23
  const { thresholds, bins } = bin(Float64Array.of(next, 1, 7, 1))
  expect([...bins]).toEqual([1, 0, 2, 0])
  expect(thresholds[0]).toBe(1)
})

test('doubles that are the same float32 share a bin, as the model will see them', () => {
  expect(new Set(bin(Float64Array.of(0.1, Math.fround(0.1), 0.1 + 1e-12, 5)).bins)).toEqual(new Set([0, 1]))
})

test('many values are spread evenly', () => {
  const { bins } = bin(
    Float32Array.from({ length: 300_000 }, (_, i) => (i * 7919) % 300_007),
    10,
  )
  const counts = new Array<number>(10).fill(0)
  for (const b of bins) counts[b]!++
  for (const count of counts) expect(Math.abs(count / 300_000 - 0.1)).toBeLessThan(0.005)
})

describe('a feature is constant', () => {
  test.each([
    ['one value', [3, 3], true],
    ['only missing values', [Number.NaN, Number.NaN], true],
    ['one value and missing ones', [3, Number.NaN], false],
  ])('%s: %s %s', (_, values, expected) => {
    expect(bin(Float64Array.from(values)).isConstant).toBe(expected)
  })
})
