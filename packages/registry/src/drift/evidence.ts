import {
  type Baseline,
  canonicalJson,
  type Dataset,
  type DriftCheck,
  datasetDigest,
  digestOf,
  type MonitorPolicy,
  type Period,
  type Problem,
  partitionColumns,
  readNumbers,
  rowsOfFile,
  TidemarkError,
  type VersionManifest,
} from '@tidemark/schemas'

/** Why a recorded check does not follow from its counts, or null. */
export type DriftReplay = (check: DriftCheck, baseline: Baseline) => string | null

/** What a judgement of a model's windows rests on and says. */
export interface DriftEvidence {
  readonly baseline: Baseline
  /** The files that the baseline was counted from. */
  readonly reference: Dataset
  /** All data files: what the windows were counted from. */
  readonly dataset: Dataset
  readonly checks: readonly DriftCheck[]
}

/**
 * Checks that each fact names the next one, that the version's own data are the reference, that the default branch's policy was
 * applied, and that every check replays. Throws one `DIGEST_MISMATCH` with all that does not fit.
 */
export function assertDriftEvidence(
  { baseline, reference, dataset, checks }: DriftEvidence,
  {
    manifest,
    referenceFiles,
    policy,
    replay,
    latest,
    onRecord = [],
  }: {
    manifest: VersionManifest
    referenceFiles: Dataset['files']
    policy: MonitorPolicy
    replay: DriftReplay
    /** Where windows end at the latest: on record, one of days ahead would stand for the newest ones. */
    latest: string
    /** Windows that were recorded before: rows that came late move no border of theirs. */
    onRecord?: readonly Period[]
  },
): void {
  const problems: Problem[] = []
  const expect = (path: string, actual: unknown, expected: unknown) => {
    if (actual !== expected) problems.push({ path, message: `is ${String(actual)}, expected ${String(expected)}` })
  }
  const { model, modelDigest } = manifest
  for (const document of [baseline, reference, dataset, ...checks])
    expect(`${document.schema} model`, document.model, model)
  const { id, ...rest } = baseline
  expect('baseline.id', id, digestOf(rest))
  expect(`baseline.modelDigest (${manifest.version} is what drift is compared with)`, baseline.modelDigest, modelDigest)
  expect('baseline.dataset', baseline.dataset, reference.digest)
  for (const [name, document] of Object.entries({ reference, dataset })) {
    expect(`${name}.digest`, document.digest, datasetDigest(document))
  }
  // What a contract made a column of since is none of what the version was made from.
  const names = partitionColumns(referenceFiles)
  expect(`reference.files (${manifest.version}’s own)`, listed(reference.files, names), listed(referenceFiles, names))
  for (const check of checks) {
    const place = `check of ${check.window.start}`
    expect(`${place}: baseline`, check.baseline, id)
    expect(`${place}: dataset`, check.dataset, dataset.digest)
    expect(`${place}: modelDigest`, check.modelDigest, modelDigest)
    expect(`${place}: policy (the default branch decides it)`, canonicalJson(check.policy), canonicalJson(policy))
    if (check.window.end > latest)
      problems.push({ path: place, message: `ends on ${check.window.end}, after ${latest}` })
    if (!isWindowAfter(check, baseline, onRecord))
      problems.push({ path: place, message: 'is no window of the policy after the reference period' })
    const problem = replay(check, baseline)
    if (problem !== null) problems.push({ path: place, message: problem })
  }
  if (problems.length === 0) return
  throw new TidemarkError('DIGEST_MISMATCH', 'what was judged about drift does not fit together', {
    hint: 'Run the workflow again from the judging job, without editing what travels between its jobs.',
    problems,
  })
}

const listed = (files: Dataset['files'], names: readonly string[]): string =>
  [...new Set(files.map((file) => rowsOfFile(file, names)))].sort().join(' ')

function isWindowAfter(
  { window: { start, end }, policy: { windows }, statistics }: DriftCheck,
  { period }: Baseline,
  onRecord: readonly Period[],
) {
  if (start < period.end) return false
  const days = (Date.parse(end) - Date.parse(start)) / 86_400_000
  if (windows === 'week') return days === 7 && new Date(start).getUTCDay() === 1
  if (windows === 'day') return days === 1
  if (onRecord.some((known) => known.start === start && known.end === end)) return true
  // As few days as hold the rows asked for.
  const rows = readNumbers(statistics.rows)
  const total = rows.reduce((sum, count) => sum + count, 0)
  return total >= windows.rows && total - (rows.at(-1) ?? 0) < windows.rows
}
