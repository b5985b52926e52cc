import { type Baseline, type DriftProfile, type Period, readNumbers } from '@tidemark/schemas'
import type { Engine } from '../engine/engine.ts'
import { type BaselinePlan, countDays } from './baseline.ts'
import { type ColumnPlan, toProfile } from './day-table.ts'
import type { DriftData } from './source.ts'

/** Counts a window's rows by day on the baseline's edges. A column that is gone is left out; a window without rows has no days. */
export async function profileWindow(
  engine: Engine,
  data: DriftData,
  baseline: Baseline,
  window: Period,
): Promise<DriftProfile> {
  const [profile] = await profileWindows(engine, data, baseline, [window])
  return profile!
}

/** As `profileWindow`, for several windows of the same data in one scan. */
export async function profileWindows(
  engine: Engine,
  data: DriftData,
  baseline: Baseline,
  windows: readonly Period[],
): Promise<DriftProfile[]> {
  const starts = windows.map(({ start }) => start).sort()
  const ends = windows.map(({ end }) => end).sort()
  if (starts[0] === undefined) return []
  const period = { start: starts[0], end: ends.at(-1)! }
  const table = await countDays(engine, data, planOf(baseline), { model: baseline.model, period })
  return windows.map((window) => toProfile(table, window))
}

/** The plan that a baseline was counted by. */
function planOf({ columns, calibration }: Baseline): BaselinePlan {
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
        }
      }
      return { kind: 'rate', name, family: 'labels', segment }
    }),
    calibration: calibration && readNumbers(calibration.edges),
  }
}
