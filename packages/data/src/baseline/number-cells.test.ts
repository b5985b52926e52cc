import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupByDay } from './day-runs.ts'
import type { NumericCell, NumericPlan } from './day-table.ts'
import { NumberCells } from './number-cells.ts'

const number = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: -50, max: 50, noNaN: true }) },
  { weight: 3, arbitrary: fc.integer({ min: -20, max: 20 }) },
  { weight: 1, arbitrary: fc.double({ noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 0, -0, Number.MAX_VALUE, 5e-324) },
)
const row = fc.record({ value: number, day: fc.integer({ min: 0, max: 3 }), isThere: fc.boolean() })
const edges = fc
  .uniqueArray(fc.oneof(fc.integer({ min: -20, max: 20 }), fc.double({ min: -1e9, max: 1e9, noNaN: true })), {
    minLength: 0,
    maxLength: 60,
    selector: (edge) => edge + 0,
  })
  .map((found) => found.map((edge) => edge + 0).sort((a, b) => a - b))
const plan = fc.record({
  kind: fc.constant('numeric' as const),
  name: fc.constant('x'),
  family: fc.constant('features' as const),
  isPublic: fc.constant(true),
  edges,
  centre: fc.integer({ min: -30, max: 30 }),
  unit: fc.constantFrom(2 ** -16, 2 ** -4, 2 ** -30, 2 ** 10),
}) as fc.Arbitrary<NumericPlan>

test('Numbers are counted by day as one by one with whole numbers of any size, in whatever order they come', () => {
  fc.assert(
    fc.property(plan, fc.array(row, { maxLength: 300 }), (planned, rows) => {
      const validity = new Uint8Array(Math.ceil(rows.length / 8))
      for (const [i, { isThere }] of rows.entries()) if (isThere) validity[i >> 3]! |= 1 << (i & 7)
      const values = Float64Array.from(rows, ({ value, isThere }) => (isThere ? value : Number.NaN))
      const cells = new NumberCells(planned)
      cells.add(values, groupByDay(Int32Array.from(rows, ({ day }) => day)), validity)
      const days = [...new Set(rows.map(({ day }) => day))]
      const { cells: found } = cells.finish(String)
      expect([...found.keys()].sort()).toEqual(days.map(String).sort())
      for (const day of days) {
        const own = rows.filter((one) => one.day === day).map(({ value, isThere }) => (isThere ? value : null))
        expect(found.get(String(day))).toEqual(countSlowly(planned, own))
      }
    }),
    { numRuns: 300 },
  )
})

test('A day of more rows than are added up at once is counted as a short one', () => {
  const planned: NumericPlan = {
    kind: 'numeric',
    name: 'x',
    family: 'features',
    isPublic: true,
    edges: [1, 2, 3],
    centre: 0,
    unit: 2 ** -19,
  }
  const values = Float64Array.from({ length: 20_001 }, (_, i) => 0.5 + (i % 3))
  const cells = new NumberCells(planned)
  cells.add(values, groupByDay(new Int32Array(values.length)))
  expect(cells.finish(String).cells.get('0')).toEqual(countSlowly(planned, [...values]))
})

/** The definition: closed on the right, sums of whole units. */
function countSlowly({ edges, centre, unit }: NumericPlan, values: readonly (number | null)[]): NumericCell {
  const finite = values.filter((value): value is number => value !== null && Number.isFinite(value))
  const units = finite.map((value) => {
    const whole = Math.floor((value - centre) / unit + 0.5)
    return BigInt(Math.abs(whole) < 2 ** 26 ? whole : Math.max(-(2 ** 31), Math.min(2 ** 31, whole)))
  })
  const extreme = (found: number) => (finite.length === 0 ? null : found + 0)
  return {
    nulls: values.filter((value) => value === null).length,
    nonFinite: values.length - finite.length - values.filter((value) => value === null).length,
    counts: [...edges, Number.POSITIVE_INFINITY].map(
      (edge, i) =>
        finite.filter((value) => value <= edge && !(value <= (edges[i - 1] ?? Number.NEGATIVE_INFINITY))).length,
    ),
    atEdge: edges.map((edge) => finite.filter((value) => value === edge).length),
    minimum: extreme(Math.min(...finite)),
    maximum: extreme(Math.max(...finite)),
    sum: units.reduce((sum, whole) => sum + whole, 0n),
    squares: units.reduce((sum, whole) => sum + whole * whole, 0n),
  }
}
