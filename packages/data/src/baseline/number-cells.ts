import { isNull, type Validity } from '../engine/vectors.ts'
import type { DayRuns } from './day-runs.ts'
import type { ColumnDays, NumericCell, NumericPlan } from './day-table.ts'
import { type Guide, layGuide } from './edge-guide.ts'

/** Counts one numeric column by day: bins, values on edges, moments. Whole-number sums, so that the order of rows and shards is no matter. */
export class NumberCells {
  readonly #plan: NumericPlan
  /** With infinity at their end: no search goes beyond it. */
  readonly #edges: Float64Array
  readonly #inverse: number
  readonly #guide: Guide
  /** By number of the day. */
  readonly #cells = new Map<number, Cell>()
  #inOrder = new Float64Array(0)

  constructor(plan: NumericPlan) {
    this.#plan = plan
    this.#edges = Float64Array.from([...plan.edges, Number.POSITIVE_INFINITY])
    // The unit is a power of two: multiplying by its inverse is dividing by it.
    this.#inverse = 1 / plan.unit
    this.#guide = layGuide(plan.edges.map((edge) => wholeUnits(edge, plan.centre, this.#inverse)))
  }

  /** Values by row, NaN where one is NULL; with `validity` a NaN that is there counts as not finite. */
  add(values: Float64Array, { runs, order }: DayRuns, validity?: Validity): void {
    const own = order === undefined ? values : this.#arrange(values, order)
    const isMissing = (place: number): boolean => validity === undefined || isNull(validity, order?.[place] ?? place)
    for (const { day, from, to } of runs) {
      let cell = this.#cells.get(day)
      if (cell === undefined) this.#cells.set(day, (cell = newCell(this.#edges.length)))
      for (let start = from; start < to; start += block) {
        const end = Math.min(to, start + block)
        // A carry between, so that no sum grows beyond what is exact.
        if (cell.rows + end - start > mostRows) carry(cell)
        addBlock(cell, own, {
          from: start,
          to: end,
          isMissing,
          edges: this.#edges,
          guide: this.#guide,
          centre: this.#plan.centre,
          inverse: this.#inverse,
        })
      }
    }
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
      cells: new Map([...this.#cells].map(([day, cell]) => [dayOf(day), finishCell(cell, this.#plan)])),
    }
  }
}

interface Block {
  readonly from: number
  readonly to: number
  readonly isMissing: (place: number) => boolean
  readonly edges: Float64Array
  readonly guide: Guide
  readonly centre: number
  readonly inverse: number
}

// Some hundred million numbers pass here: all that the loop needs is a local or written out, and nothing is called but for what is rare.
function addBlock(
  cell: Cell,
  values: Float64Array,
  { from, to, isMissing, edges, guide, centre, inverse }: Block,
): void {
  const { low, shift, places } = guide
  const { counts, atEdge } = cell
  let minimum = Number.POSITIVE_INFINITY
  let maximum = Number.NEGATIVE_INFINITY
  let sum = 0
  let squares = 0
  for (let place = from; place < to; place++) {
    const value = values[place]!
    const units = (value - centre) * inverse + 0.5
    if (!(units > -1048576 && units < 1048576)) {
      if (Number.isFinite(value)) addFar(cell, value, { edges, whole: Math.floor(units) })
      else if (Number.isNaN(value) && isMissing(place)) cell.nulls++
      else cell.nonFinite++
      continue
    }
    // The floor by way of a whole number above zero, at half the cost of `Math.floor`; the sum may round up to the next.
    let whole = ((units + 1048576) | 0) - 1048576
    if (whole > units) whole--
    const step = (whole - low) >> shift
    let bin = places[step < 0 ? 0 : step < 8192 ? step : 8191]!
    while (edges[bin]! < value) bin++
    counts[bin]!++
    if (edges[bin] === value) atEdge[bin]!++
    if (value < minimum) minimum = value
    if (value > maximum) maximum = value
    sum += whole
    squares += whole * whole
  }
  cell.minimum = Math.min(cell.minimum, minimum)
  cell.maximum = Math.max(cell.maximum, maximum)
  cell.rows += to - from
  cell.nearSum += sum
  addSquares(cell, squares)
}

const wholeUnits = (value: number, centre: number, inverse: number): number =>
  Math.floor((value - centre) * inverse + 0.5)

// Whole numbers below 2^20 have squares below 2^40: those of 2^13 rows add up exactly. Sums of numbers below 2^26 are exact for 2^27 rows;
// sums of their squares are kept as high · 2^26 + low.
const block = 2 ** 13
const near = 2 ** 26
const nearInverse = 2 ** -26
const mostRows = 2 ** 26
/** Values farther out count as that far. */
const farthest = 2 ** 31

interface Cell {
  readonly counts: Float64Array
  readonly atEdge: Float64Array
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

function newCell(bins: number): Cell {
  return {
    counts: new Float64Array(bins),
    atEdge: new Float64Array(bins),
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

function addFar(cell: Cell, value: number, { edges, whole }: { edges: Float64Array; whole: number }): void {
  const bin = findBin(value, edges)
  cell.counts[bin]!++
  if (value === edges[bin]) cell.atEdge[bin]!++
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

function finishCell(cell: Cell, { isPublic }: NumericPlan): NumericCell {
  carry(cell)
  const extreme = (value: number) => (isPublic && Number.isFinite(value) ? value + 0 : null)
  return {
    nulls: cell.nulls,
    nonFinite: cell.nonFinite,
    counts: [...cell.counts],
    atEdge: [...cell.atEdge.subarray(0, -1)],
    minimum: extreme(cell.minimum),
    maximum: extreme(cell.maximum),
    sum: cell.sum,
    squares: cell.squares,
  }
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
