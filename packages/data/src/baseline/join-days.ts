import type { Baseline, DriftProfile, Period } from '@tidemark/schemas'
import { mergeProfiles } from './merge.ts'
import { planOf } from './plan-of.ts'

/**
 * A period's profile from profiles of single days, of any number of shards, in any order: the bytes that `profileWindow` gives of all rows at once.
 * Throws `DOCUMENT_INVALID` as `mergeProfiles` does.
 */
export function joinDays(days: readonly DriftProfile[], period: Period, baseline: Baseline): DriftProfile {
  const { expects } = planOf(baseline)
  const own = days
    .filter(({ days: [day = ''] }) => day >= period.start && day < period.end)
    // Days that were counted by a laid plan have outcomes, those of a window none.
    .map(({ outcomes, ...each }) => ({ ...each, period, ...(expects && outcomes ? { outcomes } : {}) }))
    .sort((a, b) => (a.days[0]! < b.days[0]! ? -1 : 1))
  if (own.length === 0) return { period, days: [], rows: '', columns: [], calibration: null }
  return mergeProfiles(own, baseline)
}
