import { type Baseline, readNumbers } from '@tidemark/schemas'
import type { BaselinePlan } from './baseline.ts'
import type { ColumnPlan } from './day-table.ts'
import { readJoint } from './joint-document.ts'

/** The plan that a baseline was counted by. Outcomes are counted into one that was laid alone: windows have none. */
export function planOf({ columns, calibration, expectations, rows }: Baseline): BaselinePlan {
  return {
    columns: columns.map((column): ColumnPlan => {
      const { name, family, segment } = column
      if (column.kind === 'numeric') {
        return {
          kind: 'numeric',
          name,
          family,
          isPublic: column.minimum !== null,
          edges: readNumbers(column.edges),
          centre: column.centre,
          unit: column.unit,
          segment,
          joint: column.joint && readJoint(column.joint),
          text: column.text,
        }
      }
      if (column.kind === 'categorical') {
        const levels = column.levels.map(({ value }) => value)
        return {
          kind: 'categorical',
          name,
          family: family === 'labels' ? 'labels' : 'features',
          levels,
          isHashed: column.isHashed,
          segment,
          text: column.text,
          distinct: column.distinct,
        }
      }
      return { kind: 'rate', name, family: 'labels', segment }
    }),
    calibration: calibration && readNumbers(calibration.edges),
    expects: expectations !== undefined && rows === 0,
  }
}
