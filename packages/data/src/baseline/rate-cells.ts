import type { DayRuns } from './day-runs.ts'
import type { ColumnDays, RatePlan } from './day-table.ts'

/** Counts a 0/1 column by day. */
export class RateCells {
  readonly #plan: RatePlan
  readonly #cells = new Map<number, { rows: number; events: number }>()

  constructor(plan: RatePlan) {
    this.#plan = plan
  }

  /** Values by row; what is neither known nor a number is not counted. */
  add(values: Float64Array, { runs, order }: DayRuns): void {
    for (const { day, from, to } of runs) {
      let cell = this.#cells.get(day)
      if (cell === undefined) this.#cells.set(day, (cell = { rows: 0, events: 0 }))
      let [rows, events] = [0, 0]
      for (let place = from; place < to; place++) {
        const value = values[order === undefined ? place : order[place]!]!
        if (Number.isNaN(value)) continue
        rows++
        if (value === 1) events++
      }
      cell.rows += rows
      cell.events += events
    }
  }

  finish(dayOf: (day: number) => string): ColumnDays {
    return { plan: this.#plan, cells: new Map([...this.#cells].map(([day, cell]) => [dayOf(day), cell])) }
  }
}
