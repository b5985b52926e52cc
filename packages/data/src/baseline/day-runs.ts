/** Rows of one day, one after another: `from` is counted, `to` is not. */
export interface DayRun {
  /** The day's number. */
  readonly day: number
  readonly from: number
  readonly to: number
}

/** Rows by day: as they stand, or where days alternate in the order that brings each together. */
export interface DayRuns {
  readonly runs: readonly DayRun[]
  /** The rows in the order of the runs; undefined where they are in it already. */
  readonly order: Int32Array | undefined
}

/** Fewer rows of one day together than this, and setting a run up costs more than bringing rows together. */
const shortRun = 64

/** Groups rows by day. A row whose day is negative belongs to none. */
export function groupByDay(days: Int32Array): DayRuns {
  const runs: DayRun[] = []
  for (let from = 0, to = 0; from < days.length; from = to) {
    const day = days[from]!
    to = from + 1
    while (to < days.length && days[to] === day) to++
    runs.push({ day, from, to })
  }
  const isTogether = runs.length * shortRun <= days.length || new Set(runs.map(({ day }) => day)).size === runs.length
  const found = isTogether ? { runs, order: undefined } : bringTogether(runs, days.length)
  return { ...found, runs: found.runs.filter(({ day }) => day >= 0) }
}

function bringTogether(runs: readonly DayRun[], rows: number): DayRuns {
  const sizes = new Map<number, number>()
  for (const { day, from, to } of runs) sizes.set(day, (sizes.get(day) ?? 0) + to - from)
  const together: DayRun[] = []
  const next = new Map<number, number>()
  let start = 0
  for (const [day, size] of sizes) {
    next.set(day, start)
    together.push({ day, from: start, to: start + size })
    start += size
  }
  const order = new Int32Array(rows)
  for (const { day, from, to } of runs) {
    const first = next.get(day)!
    for (let row = from; row < to; row++) order[first + row - from] = row
    next.set(day, first + to - from)
  }
  return { runs: together, order }
}
