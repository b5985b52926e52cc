import type { Baseline, DriftProfile, Period } from '@tidemark/schemas'
import type { Engine } from '../engine/engine.ts'
import { countDays } from './baseline.ts'
import { toProfile } from './day-table.ts'
import { planOf } from './plan-of.ts'
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
