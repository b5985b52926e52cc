import { countNulls, isNull, type Validity } from '../engine/vectors.ts'
import { CountingLoop, type LoopColumn, mostRowsAtOnce, type Place } from './counting-loop.ts'
import type { DayRuns } from './day-runs.ts'
import type { ColumnDays, NumericCell, NumericPlan } from './day-table.ts'
import { layGuide } from './edge-guide.ts'

/** Counts one numeric column by day: bins, values on edges, moments. Whole-number sums, so that the order of rows and shards is no matter. */
export class NumberCells {
  readonly #plan: NumericPlan
  readonly #loop: CountingLoop
  readonly #column: LoopColumn
  /** With infinity at their end: no search goes beyond it. */
  readonly #edges: Float64Array
  /** By number of the day. */
  readonly #cells = new Map<number, Cell>()
  #inOrder = new Float64Array(0)

  constructor(plan: NumericPlan, loop = new CountingLoop()) {
    const { centre } = plan
    // The unit is a power of two: multiplying by its inverse is dividing by it.
    const inverse = 1 / plan.unit
    const { places, low, shift } = layGuide(plan.edges.map((edge) => wholeUnits(edge, { centre, inverse })))
    this.#plan = plan
    this.#loop = loop
    this.#edges = Float64Array.from([...plan.edges, Number.POSITIVE_INFINITY])
    this.#column = loop.addColumn(this.#edges, places, { centre, inverse, low, shift })
  }

  /** Values by row, NaN where one is NULL; with `validity` a NaN that is there counts as not finite. */
  add(values: Float64Array, { runs, order }: DayRuns, validity?: Validity): void {
    const own = order === undefined ? values : this.#arrange(values, order)
    const isMissing = (place: number): boolean => validity === undefined || isNull(validity, order?.[place] ?? place)
    const nullsOf = (from: number, to: number): number =>
      order === undefined && validity !== undefined ? countNulls(validity, from, to) : 0
    for (const { day, from, to } of runs) {
      let cell = this.#cells.get(day)
      if (cell === undefined) this.#cells.set(day, (cell = newCell(this.#loop.addCounts(this.#edges.length))))
      for (let start = from; start < to; start += mostRowsAtOnce) {
        const end = Math.min(to, start + mostRowsAtOnce)
        // A carry between, so that no sum grows beyond what is exact.
        if (cell.rows + end - start > mostRows) carry(cell)
        cell.rows += end - start
        this.#addBlock(cell, own, { from: start, to: end, isMissing, nullsOf })
      }
    }
  }

  #addBlock(
    cell: Cell,
    values: Float64Array,
    {
      from,
      to,
      isMissing,
      nullsOf,
    }: {
      from: number
      to: number
      isMissing: (place: number) => boolean
      /** How many are NULL, where that is known at once. */
      nullsOf: (from: number, to: number) => number
    },
  ): void {
    const { minimum, maximum, sum, squares, left } = this.#loop.count(
      values.subarray(from, to),
      this.#column,
      cell.counts,
    )
    cell.minimum = Math.min(cell.minimum, minimum)
    cell.maximum = Math.max(cell.maximum, maximum)
    cell.nearSum += sum
    addSquares(cell, squares)
    if (left === 0) return
    if (left === nullsOf(from, to)) {
      cell.nulls += left
      return
    }
    for (let place = from; place < to; place++) {
      const value = values[place]!
      const whole = wholeUnits(value, this.#column)
      if (whole >= -nearest && whole < nearest) continue
      if (Number.isFinite(value)) this.#addFar(cell, value, whole)
      else if (Number.isNaN(value) && isMissing(place)) cell.nulls++
      else cell.nonFinite++
    }
  }

  #addFar(cell: Cell, value: number, whole: number): void {
    const bin = findBin(value, this.#edges)
    const counts = this.#loop.read(cell.counts, this.#edges.length)
    counts[2 * bin]!++
    if (value === this.#edges[bin]) counts[2 * bin + 1]!++
    if (value < cell.minimum) cell.minimum = value
    if (value > cell.maximum) cell.maximum = value
    if (whole > -near && whole < near) {
      cell.nearSum += whole
      addSquares(cell, whole * whole)
      return
    }
    const bounded = BigInt(Math.max(-farthest, Math.min(farthest, whole)))
    cell.sum += bounded
    cell.squares += bounded * bounded
  }

  #arrange(values: Float64Array, order: Int32Array): Float64Array {
    if (this.#inOrder.length < order.length) this.#inOrder = new Float64Array(order.length)
    const arranged = this.#inOrder
    for (let place = 0; place < order.length; place++) arranged[place] = values[order[place]!]!
    return arranged
  }

  /** `dayOf` names the days. */
  finish(dayOf: (day: number) => string): ColumnDays {
    return {
      plan: this.#plan,
      cells: new Map([...this.#cells].map(([day, cell]) => [dayOf(day), this.#finishCell(cell)])),
    }
  }

  #finishCell(cell: Cell): NumericCell {
    carry(cell)
    const counts = this.#loop.read(cell.counts, this.#edges.length)
    const extreme = (value: number) => (this.#plan.isPublic && Number.isFinite(value) ? value + 0 : null)
    return {
      nulls: cell.nulls,
      nonFinite: cell.nonFinite,
      counts: Array.from(this.#edges, (_, bin) => counts[2 * bin]!),
      atEdge: this.#plan.edges.map((_, bin) => counts[2 * bin + 1]!),
      minimum: extreme(cell.minimum),
      maximum: extreme(cell.maximum),
      sum: cell.sum,
      squares: cell.squares,
    }
  }
}

const wholeUnits = (value: number, { centre, inverse }: { centre: number; inverse: number }): number =>
  Math.floor((value - centre) * inverse + 0.5)

/** What the loop counts, in whole units. */
const nearest = 2 ** 20
// Sums of whole numbers below 2^26 are exact for 2^27 rows; sums of their squares are kept as high · 2^26 + low.
const near = 2 ** 26
const nearInverse = 2 ** -26
const mostRows = 2 ** 26
/** Values farther out count as that far. */
const farthest = 2 ** 31

interface Cell {
  readonly counts: Place
  nulls: number
  nonFinite: number
  minimum: number
  maximum: number
  /** Rows in the sums of near values. */
  rows: number
  nearSum: number
  nearHigh: number
  nearLow: number
  sum: bigint
  squares: bigint
}

function newCell(counts: Place): Cell {
  return {
    counts,
    nulls: 0,
    nonFinite: 0,
    minimum: Number.POSITIVE_INFINITY,
    maximum: Number.NEGATIVE_INFINITY,
    rows: 0,
    nearSum: 0,
    nearHigh: 0,
    nearLow: 0,
    sum: 0n,
    squares: 0n,
  }
}

function addSquares(cell: Cell, squares: number): void {
  const part = Math.floor(squares * nearInverse)
  cell.nearHigh += part
  cell.nearLow += squares - part * near
}

function carry(cell: Cell): void {
  cell.sum += BigInt(cell.nearSum)
  cell.squares += BigInt(cell.nearHigh) * BigInt(near) + BigInt(cell.nearLow)
  cell.rows = 0
  cell.nearSum = 0
  cell.nearHigh = 0
  cell.nearLow = 0
}

/** The bin, closed on the right, that a number falls in. */
export function findBin(value: number, edges: ArrayLike<number>): number {
  let [low, high] = [0, edges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (edges[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
