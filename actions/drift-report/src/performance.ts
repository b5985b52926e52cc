import { join } from 'node:path'
import type { ActionContext } from '@tidemark/action-kit'
import { provideNative } from '@tidemark/action-kit'
import { fingerprintFiles, type JoinedOutcomes, joinOutcomes, openEngine } from '@tidemark/data'
import { checkPerformance, collectPerformance, isMature, type Promised } from '@tidemark/evaluation'
import {
  judgedOutcomesEvent,
  newestChecks,
  type PerformanceRecord,
  type Registry,
  readBaselines,
  readPerformanceRecord,
  readReferenced,
  readServedVersion,
  readVersion,
} from '@tidemark/registry'
import { type OutcomesSeen, renderPerformance } from '@tidemark/reports'
import {
  type Baseline,
  datasetDigest,
  Evaluation,
  type MonitorPolicy,
  type PerformanceCheck,
  type VersionManifest,
} from '@tidemark/schemas'
import { type Today, warnOfDaysAhead } from './ahead.ts'
import type { definition } from './definition.ts'

/** What was judged of predictions and labels, and what `report` commits of it. */
export interface JudgedOutcomes {
  /** Digests of the files of predictions and of labels. */
  readonly files: { readonly predictions: string; readonly labels: string }
  readonly checks: readonly PerformanceCheck[]
}

/** Versions' weeks that one run judges at most: half a year of one. */
const mostWeeks = 26

/**
 * Joins predictions with labels and judges every matured week that is not decided, each version by itself. Null where no version
 * serves, or where these files were judged.
 */
export async function judgeOutcomes(
  context: ActionContext<typeof definition>,
  question: { registry: Registry; root: string; monitor: MonitorPolicy; at: string; today: Today; baseline: Baseline },
): Promise<JudgedOutcomes | null> {
  const judged = await judgeDue(context, question)
  if (judged === null) return null
  const { files, checks, seen } = judged
  context.summary(renderPerformance(checks, seen))
  for (const { version, window, verdict, reason } of checks)
    context.log(`${verdict}  performance of ${version}, week of ${window.start}: ${reason}`)
  context.output(
    'performance',
    checks.map(({ version, window, verdict }) => ({ version, window: window.start, verdict })),
  )
  return { files, checks }
}

async function judgeDue(
  context: ActionContext<typeof definition>,
  { registry, root, monitor, at, today, baseline }: Parameters<typeof judgeOutcomes>[1],
): Promise<(JudgedOutcomes & { seen: OutcomesSeen }) | null> {
  const policy = monitor.performance
  const { model, channel } = context.inputs
  const served = policy === undefined ? null : await readServedVersion(registry, { model, channel })
  if (policy === undefined || served === null) return null
  const [predictions, labels] = await Promise.all(
    [policy.predictions, policy.labels].map((patterns) => fingerprintFiles(root, [patterns].flat())),
  )
  const files = { predictions: datasetDigest(predictions!), labels: datasetDigest(labels!) }
  const record = await readPerformanceRecord(registry.ledger, { model, at, policy })
  const nothing = { waiting: [], unknownVersions: [], unmatchedLabels: 0, undated: 0 }
  const { path } = judgedOutcomesEvent(served, { ...files, policy: monitor })
  if ((await registry.ledger.read(path, at)) !== null) return null
  await provideNative(['duckdb'], context)
  await using engine = await openEngine({
    allowedPaths: [predictions!, labels!].flatMap((each) => each.files.map(({ path }) => join(each.root, path))),
    root: predictions!.root,
  })
  const outcomes = await context.group('Join predictions with labels', () =>
    joinOutcomes(engine, { predictions: predictions!, labels: labels!, model, policy, today: today.date }),
  )
  if (outcomes === null) return { files, checks: [], seen: nothing }
  if (outcomes.ahead !== null && outcomes.ahead > today.latest)
    warnOfDaysAhead(context, { newest: outcomes.ahead, today, place: 'The predictions' })
  return { files, ...(await judgeWeeks({ registry, model, at, policy, files, outcomes, record, baseline })) }
}

async function judgeWeeks({
  registry: { ledger },
  model,
  at,
  policy,
  files,
  outcomes,
  record,
  baseline,
}: {
  registry: Registry
  model: string
  at: string
  policy: NonNullable<MonitorPolicy['performance']>
  files: JudgedOutcomes['files']
  outcomes: JoinedOutcomes
  record: PerformanceRecord
  baseline: Baseline
}): Promise<{ checks: PerformanceCheck[]; seen: OutcomesSeen }> {
  const { asOf, weeks, unmatchedLabels, undated } = outcomes
  const subjects = await readSubjects(ledger, { model, at, baseline, versions: weeks.map(({ version }) => version) })
  const mature = weeks.filter(({ period }) => isMature({ period, asOf }, policy))
  const starts = new Set([...new Set(mature.map(({ period }) => period.start))].slice(-mostWeeks))
  const checks: PerformanceCheck[] = []
  for (const week of mature) {
    const subject = subjects.get(week.version)
    const { start } = week.period
    if (subject === undefined || !starts.has(start)) continue
    const { manifest, evaluation, promised } = subject
    const own = newestChecks([...record.checks, ...checks]).filter(
      (check) => check.modelDigest === manifest.modelDigest,
    )
    const known = own.find(({ window }) => window.start === start)
    if (known !== undefined && known.verdict !== 'inconclusive') continue
    const previous =
      own.findLast(({ window, statistics }) => window.start < start && statistics.pageHinkley !== null) ?? null
    const rows = await outcomes.read(week)
    const statistics = collectPerformance(
      { ...week, ...rows },
      { policy, asOf, reference: { evaluation, previous, promised } },
    )
    checks.push(
      checkPerformance({
        model,
        version: week.version,
        modelDigest: manifest.modelDigest,
        evaluation: evaluation.id,
        ...files,
        policy,
        statistics,
      }),
    )
  }
  const waiting = weeks.filter((week) => subjects.has(week.version) && !mature.includes(week))
  const versions = new Set(weeks.map(({ version }) => version))
  return {
    checks,
    seen: {
      waiting: waiting.map(({ version, period }) => ({ version, start: period.start })),
      unknownVersions: [...versions].filter((version) => !subjects.has(version)),
      unmatchedLabels,
      undated,
    },
  }
}

interface Subject {
  readonly manifest: VersionManifest
  readonly evaluation: Evaluation
  readonly promised: Promised | null
}

/** The registered ones among the versions that a log names, with what they are held against. */
async function readSubjects(
  ledger: Registry['ledger'],
  {
    model,
    at,
    versions,
    baseline: own,
  }: { model: string; at: string; versions: readonly string[]; baseline: Baseline },
): Promise<Map<string, Subject>> {
  const baselines = [own, ...(await readBaselines(ledger, model, at))]
  const subjects = new Map<string, Subject>()
  for (const version of new Set(versions)) {
    const isVersion = /^\d{1,9}\.\d{1,9}\.\d{1,9}$/.test(version)
    const manifest = isVersion ? await readVersion(ledger, model, version, at) : null
    if (manifest === null) continue
    const evaluation = await readReferenced(ledger, Evaluation, manifest.evaluation, at)
    const baseline = baselines.find(
      ({ modelDigest, expectations }) => modelDigest === manifest.modelDigest && expectations !== undefined,
    )
    const promised = baseline?.expectations ? { baseline: baseline.id, expectations: baseline.expectations } : null
    subjects.set(version, { manifest, evaluation, promised })
  }
  return subjects
}
