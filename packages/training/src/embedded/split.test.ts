import fc from 'fast-check'
import { expect, test } from 'vitest'
import { binSlots, fillHistogram, stride, subtractHistogram } from './histogram.ts'
import { findSplit } from './split.ts'

const present = 4 // bins 0 to 3 hold values, bin 4 the missing ones
const rowsOf = fc.array(
  fc.record({ bins: fc.tuple(fc.nat(present), fc.nat(present), fc.nat(present)), label: fc.nat(1) }),
  { minLength: 2, maxLength: 50 },
)

test('the split found is the best of all thresholds and both sides for missing values', () => {
  fc.assert(
    fc.property(rowsOf, fc.integer({ min: 1, max: 4 }), (rows, minRows) => {
      const { histogram, gradients, order } = summed(rows)
      const total = sums(order, gradients)
      const found = findSplit(histogram, total, features, { l2: 1, min_rows_per_leaf: minRows })
      let best = 0
      for (let feature = 0; feature < 3; feature++) {
        for (let bin = 0; bin < present; bin++) {
          for (const missingLeft of [true, false]) {
            const left = sums(
              order.filter((i) => goesLeft(rows[i]!.bins[feature]!, bin, missingLeft)),
              gradients,
            )
            const right = sums(
              order.filter((i) => !goesLeft(rows[i]!.bins[feature]!, bin, missingLeft)),
              gradients,
            )
            if (left.rows < minRows || right.rows < minRows) continue
            best = Math.max(best, value(left) + value(right) - value(total))
          }
        }
      }
      expect(found?.gain ?? 0).toBeCloseTo(best, 8)
      if (!found) return
      const left = order.filter((i) => goesLeft(rows[i]!.bins[found.feature]!, found.bin, found.missingLeft))
      expect(found.left.rows).toBe(left.length)
      expect(found.left.gradient).toBeCloseTo(sums(left, gradients).gradient, 10)
    }),
  )
})

test("a sibling's histogram is what remains of the parent's", () => {
  fc.assert(
    fc.property(rowsOf, fc.nat(50), (rows, cut) => {
      const { histogram, gradients, order, bins } = summed(rows)
      const middle = Math.min(cut, rows.length)
      const [left, right] = [new Float64Array(histogram.length), new Float64Array(histogram.length)]
      fillHistogram(left, bins, gradients, order, 0, middle)
      fillHistogram(right, bins, gradients, order, middle, rows.length)
      subtractHistogram(histogram, left)
      expect(Math.max(...histogram.map((sum, i) => Math.abs(sum - right[i]!)))).toBeLessThan(1e-10)
    }),
  )
})

const features = [0, 1, 2].map((i) => ({
  name: `f${i}`,
  thresholds: new Float32Array(present - 1),
  bins: new Uint8Array(),
  isConstant: false,
}))
const value = ({ gradient, hessian }: ReturnType<typeof sums>) => (gradient * gradient) / (hessian + 1)
const goesLeft = (rowBin: number, bin: number, missingLeft: boolean) =>
  rowBin === present ? missingLeft : rowBin <= bin

function summed(rows: { bins: [number, number, number]; label: number }[]) {
  const bins = [0, 1, 2].map((f) => Uint8Array.from(rows, (row) => row.bins[f]!))
  const gradients = {
    gradient: Float64Array.from(rows, ({ label }, i) => 0.3 + i / 1000 - label),
    hessian: new Float64Array(rows.length).fill(0.21),
    rows: new Float64Array(rows.length).fill(1),
  }
  const order = Uint32Array.from(rows.keys())
  const histogram = new Float64Array(3 * binSlots * stride)
  fillHistogram(histogram, bins, gradients, order, 0, rows.length)
  return { bins, gradients, order, histogram }
}

function sums(order: Uint32Array, { gradient, hessian }: { gradient: Float64Array; hessian: Float64Array }) {
  const total = { gradient: 0, hessian: 0, rows: order.length }
  for (const i of order) {
    total.gradient += gradient[i]!
    total.hessian += hessian[i]!
  }
  return total
}
