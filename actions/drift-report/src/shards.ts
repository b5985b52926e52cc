import {
  addDays,
  assertOnPlan,
  assertPlausible,
  checkDrift,
  fillBaseline,
  joinDays,
  mergeDatasets,
} from '@tidemark/data'
import {
  type Baseline,
  type Dataset,
  type DriftCheck,
  type DriftShard,
  type MonitorPolicy,
  readNumbers,
  TidemarkError,
  type VersionManifest,
} from '@tidemark/schemas'
import type { Today } from './ahead.ts'
import type { Measured } from './measure.ts'
import { isLaid } from './plan-file.ts'
import { findReference } from './reference.ts'
import { dueWindows, endOfWindows } from './windows.ts'

/** The files of all shards as one dataset. */
export const datasetOf = (shards: readonly DriftShard[]): Dataset => mergeDatasets(shards.map(({ dataset }) => dataset))

/**
 * The baseline of a laid plan and what shards counted of the reference. Throws `FILE_NOT_FOUND` where files of it are in no shard, `DOCUMENT_INVALID`
 * where two have the same or one was not counted by the plan.
 */
export function fillFromShards(
  plan: Baseline,
  shards: readonly DriftShard[],
  { manifest, referenceFiles }: { manifest: VersionManifest; referenceFiles: Dataset['files'] },
): { baseline: Baseline; reference: Dataset } {
  const parts = shards.flatMap(({ reference }) => (reference === null ? [] : [reference]))
  const found = { root: '', files: parts.flatMap(({ dataset }) => dataset.files) }
  const { files } = findReference(found, referenceFiles, manifest)
  const reference = mergeDatasets(parts.map(({ dataset }) => dataset))
  if (files.length < reference.files.length) {
    throw new TidemarkError('DOCUMENT_INVALID', 'files of the reference are in more than one shard', {
      hint: 'Copies of a file count once. Keep one of them, or let one job count both.',
      problems: reference.files
        .filter(({ path }) => !files.some((file) => file.path === path))
        .map(({ path }) => ({ file: path, message: 'has the content of a file of another shard' })),
    })
  }
  const days = parts.flatMap((part) => part.days)
  const known = days.map((each) => each.days[0]!).sort()
  if (known.length === 0) {
    throw new TidemarkError('DATA_EMPTY', `no shard has rows of ${manifest.model}’s reference data`, {
      hint: 'Check the WHERE of the version’s query, and whether the contract rejects every row.',
    })
  }
  assertOnPlan(days, plan, 'the days of the reference')
  assertPlausible(known[0]!, known.at(-1)!, { day: 'reference.days', file: 'the shards' })
  const period = { start: known[0]!, end: addDays(known.at(-1)!, 1) }
  const baseline = fillBaseline({ ...plan, period, dataset: reference.digest }, joinDays(days, period, plan))
  return { baseline, reference }
}

/** Judges the windows that are due from what shards counted: the same bytes as from all rows at once. `ahead` is the newest day that is left out. */
export function measureShards(
  shards: readonly DriftShard[],
  {
    baseline,
    reference,
    plan,
    monitor,
    windows,
    today,
  }: {
    baseline: Baseline
    reference: Dataset
    /** What they were counted by. */
    plan: Baseline
    monitor: MonitorPolicy
    windows: readonly DriftCheck[]
    today: Today
  },
): Measured & { ahead: string | null } {
  const dataset = datasetOf(shards)
  const days = shards.flatMap((shard) => shard.days)
  assertOnPlan(days, plan, 'the days of the shards')
  const seen = [...shards.flatMap((shard) => shard.newest ?? []), ...days.map((each) => each.days[0]!)].sort()
  assertPlausible(baseline.period.start, seen.at(-1) ?? baseline.period.start, { day: 'newest', file: 'the shards' })
  // A shard says of days ahead that they are there only where it was counted by another clock.
  const ahead = seen.findLast((day) => day > today.latest) ?? null
  const newest = seen.findLast((day) => day <= today.latest)
  const end = newest === undefined ? baseline.period.end : endOfWindows(addDays(newest, 1), today)
  const rows = new Map<string, number>()
  for (const { days: own, rows: counted } of days)
    rows.set(own[0]!, (rows.get(own[0]!) ?? 0) + (readNumbers(counted)[0] ?? 0))
  const due = dueWindows(monitor.windows, baseline, { end, rows }, windows)
  const checks = due.map((period) =>
    checkDrift({ baseline, window: joinDays(days, period, baseline), dataset: dataset.digest, policy: monitor }),
  )
  return { baseline, reference, dataset, checks, ahead }
}

/** Refuses shards that were counted by another plan than this. */
export function assertPlan(shards: readonly DriftShard[], plan: Baseline): void {
  const counted = shards[0]?.plan ?? ''
  if (counted === plan.id) return
  throw new TidemarkError(
    'DIGEST_MISMATCH',
    `the shards were counted by the plan ${counted.slice(0, 12)}, not by ${isLaid(plan) ? 'the one that was laid' : 'the baseline on record'}, ${plan.id.slice(0, 12)}`,
    { hint: 'The baseline was recorded since, or the policy changed. Run the workflow again from the planning job.' },
  )
}
