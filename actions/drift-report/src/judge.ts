import { resolve } from 'node:path'
import { type ActionContext, clearHandover, type Outcome } from '@tidemark/action-kit'
import { findDriftTrends } from '@tidemark/data'
import {
  checkedEvent,
  type MonitorRecord,
  nextMonitorStep,
  planMonitorRollback,
  type Registry,
  readMonitorRecord,
  readServedVersion,
} from '@tidemark/registry'
import { renderDrift, renderDriftTrends, renderDriftWindows, rollbackSentence } from '@tidemark/reports'
import { type DriftCheck, type ModelPolicy, type MonitorPolicy, windowName } from '@tidemark/schemas'
import { readToday } from './ahead.ts'
import type { definition } from './definition.ts'
import { writeJudgement } from './handover.ts'
import { judgeOutcomes } from './performance.ts'
import { logOfRollback } from './propose-rollback.ts'
import { openFiles, openShards } from './subject.ts'
import { readWatched } from './watched.ts'
import { isDrift, summariseWindows } from './windows.ts'

type Context = ActionContext<typeof definition>

/** Windows shown whole in the summary; all are in its table. */
const mostShown = 4

/** Judges what is due and hands it over. Where nothing is due it says so and ends, without opening the data. */
export async function judge(context: Context): Promise<Outcome> {
  const { inputs, github } = context
  const output = resolve(github.workspace, inputs.handover)
  await clearHandover(output, 'drift')
  const watched = await readWatched(context)
  if (typeof watched === 'string') return nothing(context, watched)
  const { folder, monitor, registry, manifest, at } = watched
  const { policy, contract } = folder
  for (const { message, place } of folder.monitor?.notes ?? [])
    context.annotate({ level: 'notice', title: 'Drift rules', message, file: contract.file, ...place })
  const { model } = manifest
  const subject = await (inputs.profiles === undefined ? openFiles(watched) : openShards(context, watched))
  const { baseline, isOnRecord } = subject
  const served = monitor.performance ? await readServedVersion(registry, { model, channel: inputs.channel }) : null
  const record = await readMonitorRecord(registry.ledger, {
    subject: manifest,
    served,
    at,
    baseline: isOnRecord ? (baseline?.id ?? null) : null,
    policy: monitor,
  })
  const today = await readToday(registry.clock)
  const asked = { registry, root: folder.root, monitor, at, today }
  const { path } = checkedEvent(manifest, { dataset: subject.dataset, policy: monitor })
  if (isOnRecord && baseline !== null && (await registry.ledger.read(path, at)) !== null) {
    const outcomes = await judgeOutcomes(context, { ...asked, baseline })
    const isDone = await isAllDone(context, registry, { policy, monitor, record })
    if (isDone && outcomes === null)
      return nothing(context, `These data were judged by this policy already: nothing is due for ${model}.`)
    context.log(`These data were judged already${isDone ? '' : '; what follows from it is not all done'}.`)
    context.output('handover', await writeJudgement(output, { baseline, judged: null, outcomes }))
    return {}
  }

  const { windows } = record.drift
  const { checks, ...rest } = await subject.measure(context, windows, today)
  const outcomes = await judgeOutcomes(context, { ...asked, baseline: rest.baseline })
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
