import type { ColumnDays, NumericCell, NumericPlan } from './day-table.ts'

/** Counts one numeric column by day: bins, values on edges, moments. Whole-number sums, so that the order of rows and shards is no matter. */
export class NumberCells {
  readonly #plan: NumericPlan
  /** With infinity at their end: reading beyond a typed array costs ten times what reading within does. */
  readonly #edges: Float64Array
  readonly #inverse: number
  readonly #guide: Guide
  /** By number of the day. */
  readonly #cells = new Map<number, Cell>()

  constructor(plan: NumericPlan) {
    this.#plan = plan
    this.#edges = Float64Array.from([...plan.edges, Number.POSITIVE_INFINITY])
    this.#guide = layGuide(plan.edges)
    this.#inverse = 1 / plan.unit
  }

  /** NaN stands for NULL, infinities for what is no finite number. */
  add(values: ArrayLike<number>, days: ArrayLike<number>, rows: number): void {
    for (let from = 0, to = 0; from < rows; from = to) {
      const day = days[from]!
      to = from + 1
      while (to < rows && days[to] === day) to++
      let cell = this.#cells.get(day)
      if (cell === undefined) this.#cells.set(day, (cell = newCell(this.#edges.length)))
      // A carry between, so that no sum grows beyond what is exact.
      if (cell.rows + to - from > mostRows) carry(cell)
      this.#addRun(cell, values, from, to)
    }
  }

  // Some hundred million numbers pass here: all that the loop needs is a local, and nothing is called but for what is rare.
  #addRun(cell: Cell, values: ArrayLike<number>, from: number, to: number): void {
    const edges = this.#edges
    const { centre } = this.#plan
    // The unit is a power of two: multiplying by its inverse is dividing by it.
    const inverse = this.#inverse
    const { low: guided, high: guidedTo, scale, from: first, to: last } = this.#guide
    const { counts, atEdge } = cell
    let { nulls, nonFinite, minimum, maximum } = cell
    let [sum, high, low] = [0, 0, 0]
    for (let row = from; row < to; row++) {
      const value = values[row]!
      if (!Number.isFinite(value)) {
        if (Number.isNaN(value)) nulls++
        else nonFinite++
        continue
      }
      let bin = 0
      let end = edges.length - 1
      if (value > guided && value < guidedTo) {
        const step = ((value - guided) * scale) | 0
        bin = first[step]!
        end = last[step]!
      }
      while (bin < end) {
        const middle = (bin + end) >> 1
        if (edges[middle]! < value) bin = middle + 1
        else end = middle
      }
      counts[bin]!++
      if (value === edges[bin]) atEdge[bin]!++
      if (value < minimum) minimum = value
      if (value > maximum) maximum = value
      const z = Math.floor((value - centre) * inverse + 0.5)
      if (z > -near && z < near) {
        const square = z * z
        const part = Math.floor(square * nearInverse)
        sum += z
        high += part
        low += square - part * near
      } else addFar(cell, z)
    }
    Object.assign(cell, { nulls, nonFinite, minimum, maximum })
    cell.rows += to - from
    cell.nearSum += sum
    cell.nearHigh += high
    cell.nearLow += low
  }

  /** `dayOf` names the days. */
  finish(dayOf: (day: number) => string): ColumnDays {
    return {
      plan: this.#plan,
      cells: new Map([...this.#cells].map(([day, cell]) => [dayOf(day), finishCell(cell, this.#plan)])),
    }
  }
}

// Sums of whole numbers below 2^26 are exact for 2^27 rows; sums of squares are kept as high · 2^26 + low.
const near = 2 ** 26
const nearInverse = 2 ** -26
const mostRows = 2 ** 27
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

function addFar(cell: Cell, z: number): void {
  const whole = BigInt(Math.max(-farthest, Math.min(farthest, z)))
  cell.sum += whole
  cell.squares += whole * whole
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

/** Where to look for a value's bin: the range of the edges in even steps, with the first and last edge of each. */
interface Guide {
  readonly low: number
  readonly high: number
  readonly scale: number
  readonly from: Int32Array
  readonly to: Int32Array
}

const steps = 2048

// The step of a value grows with the value, so edges of lower steps are below it and those of higher ones above: no bin is missed.
function layGuide(edges: readonly number[]): Guide {
  // Without the tails, which would leave all other edges in one step.
  const tail = edges.length > 40 ? Math.floor(edges.length / 16) : 0
  const [low, high] = [edges[tail] ?? 0, edges[edges.length - 1 - tail] ?? 0]
  const scale = (steps - 1) / (high - low)
  const from = new Int32Array(steps)
  const to = new Int32Array(steps)
  if (!Number.isFinite(scale) || scale === 0) return { low: 0, high: 0, scale: 0, from, to }
  const places = edges.map((edge) => Math.floor((edge - low) * scale))
  for (let step = 0, first = 0, last = 0; step < steps; step++) {
    while (first < edges.length && places[first]! < step) first++
    while (last < edges.length && places[last]! <= step) last++
    from[step] = first
    to[step] = last
  }
  return { low, high, scale, from, to }
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
