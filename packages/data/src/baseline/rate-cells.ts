import type { ColumnDays, RatePlan } from './day-table.ts'

/** Counts a 0/1 column by day. */
export class RateCells {
  readonly #plan: RatePlan
  readonly #cells = new Map<number, { rows: number; events: number }>()

  constructor(plan: RatePlan) {
    this.#plan = plan
  }

  /** NaN stands for NULL. */
  add(values: ArrayLike<number>, days: ArrayLike<number>, rows: number): void {
    for (let row = 0; row < rows; row++) {
      const day = days[row]!
      let cell = this.#cells.get(day)
      if (cell === undefined) this.#cells.set(day, (cell = { rows: 0, events: 0 }))
      if (Number.isNaN(values[row]!)) continue
      cell.rows++
      if (values[row] === 1) cell.events++
    }
  }

  finish(dayOf: (day: number) => string): ColumnDays {
    return { plan: this.#plan, cells: new Map([...this.#cells].map(([day, cell]) => [dayOf(day), cell])) }
  }
}
