import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupRows } from './grouping.ts'

const tables = fc
  .array(fc.tuple(fc.nat(3), fc.nat(255), fc.nat(1)), { minLength: 1, maxLength: 60 })
  .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })))

test('groups count the rows and positives of every combination of bins, whatever the order of rows', () => {
  fc.assert(
    fc.property(tables, ([rows, shuffled]) => {
      const groups = group(rows)
      expect(group(shuffled)).toEqual(groups)
      const expected = new Map<string, [number, number]>()
      for (const [a, b, label] of rows) {
        const counts = expected.get(`${a},${b}`) ?? [0, 0]
        expected.set(`${a},${b}`, [counts[0] + 1, counts[1] + label])
      }
      const found = Array.from({ length: groups.count }, (_, i) => [
        `${groups.bins[0]![i]},${groups.bins[1]![i]}`,
        [groups.rows[i], groups.positives[i]],
      ])
      expect(new Map(found as [string, [number, number]][])).toEqual(expected)
      expect(found).toHaveLength(expected.size)
    }),
  )
})

function group(rows: [number, number, number][]) {
  const feature = (at: 0 | 1) => ({
    name: `f${at}`,
    thresholds: new Float32Array(),
    bins: Uint8Array.from(rows, (row) => row[at]),
    isConstant: false,
  })
  return groupRows(
    [feature(0), feature(1)],
    rows.map((row) => row[2]),
  )
}
