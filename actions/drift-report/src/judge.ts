import { resolve } from 'node:path'
import { type ActionContext, clearHandover, type Outcome, provideNative } from '@tidemark/action-kit'
import { findDriftTrends, fingerprintFiles, openModelFolder, readVersionModel, unpackLookups } from '@tidemark/data'
import { connectRegistry } from '@tidemark/github'
import {
  checkedEvent,
  downloadModel,
  isBaselineOf,
  type MonitorRecord,
  nextMonitorStep,
  planMonitorRollback,
  type Registry,
  readBaselines,
  readBaselineVersion,
  readMonitorRecord,
  readReferenced,
  readReferenceFiles,
  readServedVersion,
} from '@tidemark/registry'
import { renderDrift, renderDriftTrends, renderDriftWindows, rollbackSentence } from '@tidemark/reports'
import {
  type DriftCheck,
  datasetDigest,
  type ModelPolicy,
  type MonitorPolicy,
  Run,
  windowName,
} from '@tidemark/schemas'
import type { definition } from './definition.ts'
import { writeJudgement } from './handover.ts'
import { measureDrift } from './measure.ts'
import { judgeOutcomes } from './performance.ts'
import { logOfRollback } from './propose-rollback.ts'
import { findReference } from './reference.ts'
import { isDrift, summariseWindows } from './windows.ts'

type Context = ActionContext<typeof definition>

/** Windows shown whole in the summary; all are in its table. */
const mostShown = 4

/** Judges what is due and hands it over. Where nothing is due it says so and ends, without opening the data. */
export async function judge(context: Context): Promise<Outcome> {
  const { inputs, github } = context
  const output = resolve(github.workspace, inputs.handover)
  await clearHandover(output, 'drift')
  const folder = await openModelFolder(github.workspace, inputs)
  const { policy, contract } = folder
  if (folder.monitor === null) return nothing(context, `The policy of ${policy.model} has no monitor.`)
  const { policy: monitor, notes } = folder.monitor
  for (const { message, place } of notes)
    context.annotate({ level: 'notice', title: 'Drift rules', message, file: contract.file, ...place })
  const registry = await connectRegistry({
    ...inputs,
    repository: github.repository,
    apiUrl: github.apiUrl,
    actor: github.actor,
  })
  const manifest = await readBaselineVersion(registry, { model: policy.model, channel: inputs.channel, monitor })
  const at = await registry.ledger.head()
  if (manifest === null || at === null) {
    const wanted = monitor.baseline?.version
    return nothing(
      context,
      wanted === undefined
        ? `No version of ${policy.model} is in ${inputs.channel} yet.`
        : `${policy.model} ${wanted}, the baseline’s version, is not registered yet.`,
    )
  }

  const { files: patterns } = policy.data
  const all = await fingerprintFiles(folder.root, typeof patterns === 'string' ? [patterns] : patterns)
  const reference = findReference(all, await readReferenceFiles(registry.ledger, manifest, at), manifest)
  const run = await readReferenced(registry.ledger, Run, manifest.run, at)
  const wanted = {
    modelDigest: manifest.modelDigest,
    dataset: datasetDigest(reference),
    features: run.data.features,
    monitor,
  }
  const baseline =
    (await readBaselines(registry.ledger, policy.model, at)).find((each) => isBaselineOf(each, wanted)) ?? null
  const served = monitor.performance
    ? await readServedVersion(registry, { model: policy.model, channel: inputs.channel })
    : null
  const record = await readMonitorRecord(registry.ledger, {
    subject: manifest,
    served,
    at,
    baseline: baseline?.id ?? null,
    policy: monitor,
  })
  const { path } = checkedEvent(manifest, { dataset: datasetDigest(all), policy: monitor })
  if (baseline !== null && (await registry.ledger.read(path, at)) !== null) {
    const outcomes = await judgeOutcomes(context, { registry, root: folder.root, monitor, at, baseline })
    const isDone = await isAllDone(context, registry, { policy, monitor, record })
    if (isDone && outcomes === null)
      return nothing(context, `These data were judged by this policy already: nothing is due for ${policy.model}.`)
    context.log(`These data were judged already${isDone ? '' : '; what follows from it is not all done'}.`)
    context.output('handover', await writeJudgement(output, { baseline, judged: null, outcomes }))
    return {}
  }

  await provideNative(['duckdb', 'onnxruntime'], context)
  const bytes = await context.group(`Fetch ${policy.model} ${manifest.version}`, () =>
    downloadModel(registry.releases, manifest),
  )
  await using unpacked = await unpackLookups(bytes)
  const scorer = { ...readVersionModel(manifest, bytes, unpacked.lookups), modelDigest: manifest.modelDigest }
  const { windows } = record.drift
  const measured = await measureDrift(context, {
    folder,
    monitor,
    files: { reference, all },
    scorer,
    baseline,
    windows,
  })
  const { checks, ...rest } = measured
  const outcomes = await judgeOutcomes(context, { registry, root: folder.root, monitor, at, baseline: rest.baseline })
  context.output(
    'handover',
    await writeJudgement(output, { baseline: rest.baseline, judged: { ...rest, checks }, outcomes }),
  )
  if (checks.length > 0) {
    const { writeReports } = await import('./report-files.ts')
    await writeReports(context, { folder, baseline: rest.baseline, checks, windows: withJudged(windows, checks) })
  }
  return conclude(context, checks, windows)
}

/** Whether nothing follows from what is on record any more. A rollback that the rule asks for and that cannot be proposed is told. */
async function isAllDone(
  { log, summary }: Context,
  registry: Registry,
  { policy, monitor, record }: { policy: ModelPolicy; monitor: MonitorPolicy; record: MonitorRecord },
): Promise<boolean> {
  const judged = { drift: record.drift.windows, performance: record.weeks }
  const rollback = await planMonitorRollback(registry, { policy, judged })
  if (rollback.kind === 'withheld') {
    log(logOfRollback(rollback))
    summary(rollbackSentence(rollback))
  }
  return rollback.kind !== 'due' && nextMonitorStep(record, { ...monitor, now: await registry.clock.now() }) === null
}

/** The windows on record with those that were judged now, which follow or replace them. */
function withJudged(known: readonly DriftCheck[], checks: readonly DriftCheck[]): DriftCheck[] {
  const starts = new Set(checks.map(({ window }) => window.start))
  return [...known.filter(({ window }) => !starts.has(window.start)), ...checks]
}

function nothing(context: Context, reason: string): Outcome {
  context.log(reason)
  return {}
}

/** `known` are the windows on record, which the judged ones follow or replace. */
function conclude(context: Context, checks: readonly DriftCheck[], known: readonly DriftCheck[]): Outcome {
  const newest = checks.at(-1)
  context.output('windows', summariseWindows(checks))
  context.output('verdict', newest?.verdict ?? '')
  if (newest === undefined) return nothing(context, 'No further window is complete.')
  // The table has a line of every window; those that pass in all that was asked need no more, but for the newest.
  const shown = checks
    .filter((check) => check === newest || check.verdict !== 'pass' || check.notJudged.length > 0)
    .reverse()
  context.summary(renderDriftWindows(checks))
  for (const check of shown.slice(0, mostShown)) context.summary(renderDrift(check))
  const trends = renderDriftTrends(findDriftTrends(withJudged(known, checks), newest.policy))
  if (trends !== '') context.summary(trends)
  for (const check of checks) context.log(`${check.verdict}  ${windowName(check)}: ${check.reason}`)
  const { failOn } = context.inputs
  const fails = failOn === 'warn' ? isDrift(newest.verdict) : failOn === 'fail' && newest.verdict === 'fail'
  return fails ? { failed: `Drift in ${windowName(newest)}: ${newest.reason}` } : {}
}
