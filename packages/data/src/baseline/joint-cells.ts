import type { NumberVector } from '../engine/vectors.ts'
import { groupByDay } from './day-runs.ts'
import type { ColumnDays, JointPlan, NumericPlan } from './day-table.ts'
import { NumberCells } from './number-cells.ts'

/** Counts, by day, how far rows are from what their numbers together usually are: what the components leave over. */
export class JointCells {
  readonly #joint: JointPlan
  readonly #cells: NumberCells
  readonly #z: Float64Array

  constructor(plan: NumericPlan) {
    if (plan.joint === undefined) throw new TypeError(`${plan.name} is of one column`)
    this.#joint = plan.joint
    this.#cells = new NumberCells(plan)
    this.#z = new Float64Array(plan.joint.columns.length)
  }

  /** Rows whose `remainder` is zero are looked at; those with a missing number count as missing. */
  add(columns: readonly NumberVector[], days: Int32Array, remainder: NumberVector): void {
    const errors: number[] = []
    const own: number[] = []
    for (let row = 0; row < days.length; row++) {
      if (remainder[row] !== 0) continue
      for (let i = 0; i < columns.length; i++) this.#z[i] = columns[i]![row]!
      errors.push(jointError(this.#z, this.#joint))
      own.push(days[row]!)
    }
    this.#cells.add(Float64Array.from(errors), groupByDay(Int32Array.from(own)))
  }

  finish(dayOf: (day: number) => string): ColumnDays {
    return this.#cells.finish(dayOf)
  }
}

/**
 * Mean square, by column, of what is left of a row's standardised numbers when their projection on the components is taken away
 * (reconstruction error). Numbers far out count as the last of the ordinary ones, so that one column alone does not fill it. NaN where one is missing.
 * The numbers are standardised in place.
 */
export function jointError(z: Float64Array, { ranges, means, deviations, components }: JointPlan): number {
  let left = 0
  for (let i = 0; i < z.length; i++) {
    const value = z[i]!
    if (!Number.isFinite(value)) return Number.NaN
    const [low, high] = ranges[i]!
    z[i] = (Math.min(high, Math.max(low, value)) - means[i]!) / deviations[i]!
    left += z[i]! * z[i]!
  }
  for (const component of components) {
    let projection = 0
    for (let i = 0; i < z.length; i++) projection += component[i]! * z[i]!
    left -= projection * projection
  }
  return Math.max(0, left) / z.length
}
