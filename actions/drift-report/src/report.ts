import { resolve } from 'node:path'
import type { ActionContext, Outcome } from '@tidemark/action-kit'
import { findDriftReplayProblem, monitorOfContract, parseContract } from '@tidemark/data'
import { connectRegistry } from '@tidemark/github'
import {
  type Alerts,
  assertDriftEvidence,
  type MonitorResponse,
  type MonitorRollback,
  type MonitorTelling,
  openIssue,
  type Registry,
  readBaselines,
  readBaselineVersion,
  readDriftRecord,
  readMonitorRecord,
  readPolicy,
  readReferenced,
  readReferenceFiles,
  readServedVersion,
  recordDrift,
  respondToWindows,
} from '@tidemark/registry'
import {
  describeDriftAlert,
  describePerformanceAlert,
  monitorIssueTitle,
  monitorMarker,
  renderDriftEnd,
  renderDriftWindows,
  renderMonitorIssue,
  renderMonitorResponse,
  renderPerformance,
  renderPerformanceEnd,
} from '@tidemark/reports'
import { type MonitorPolicy, Run, TidemarkError, type VersionManifest } from '@tidemark/schemas'
import { readToday } from './ahead.ts'
import type { definition } from './definition.ts'
import { type Judgement, readJudgement } from './handover.ts'
import { logOfRollback, proposeRollback, tellOfRollback } from './propose-rollback.ts'
import { recordOutcomes } from './record-outcomes.ts'

type Context = ActionContext<typeof definition>

/** Records what was judged, then does what all windows on record ask for. */
export async function report(context: Context): Promise<Outcome> {
  const { inputs, github } = context
  const { model, driftHandover } = inputs
  if (driftHandover === undefined) {
    throw new TidemarkError('INPUT_INVALID', 'drift-handover is missing', {
      hint: 'Give `report` the output `handover` of the job that judged, and run it only where that is not empty.',
    })
  }
  const alerts = await alertsOf(inputs)
  const registry = await connectRegistry({
    ...inputs,
    repository: github.repository,
    apiUrl: github.apiUrl,
    actor: github.actor,
    runUrl: github.runUrl,
  })
  // The default branch decides, whatever the checkout had that was judged.
  const { policy, texts } = await readPolicy(registry, model, await registry.reviews.defaultBranch())
  if (policy.monitor === undefined) {
    context.log(`The default branch’s policy of ${model} has no monitor: nothing is recorded.`)
    return {}
  }
  const contract = parseContract(texts.contract.text, texts.contract.file, policy.data.object)
  const monitor = monitorOfContract({ policy, ...texts.policy }, contract)?.policy ?? policy.monitor
  const manifest = await readBaselineVersion(registry, { model, channel: inputs.channel, monitor })
  const head = await registry.ledger.head()
  if (manifest === null || head === null) {
    throw new TidemarkError(
      'DIGEST_MISMATCH',
      `there is no version of ${model} that these windows could be compared with`,
      {
        hint: 'It was in the registry when the windows were judged. Run verify-registry.',
      },
    )
  }
  const judgement = await readJudgement(resolve(github.workspace, inputs.handover), driftHandover)
  const { baseline, outcomes } = judgement
  const recorded = await context.group('Record', () => record(registry, { judgement, manifest, monitor, head }))
  // Drift against a named baseline needs no channel.
  const served = monitor.performance ? await readServedVersion(registry, { model, channel: inputs.channel }) : null
  const at =
    outcomes === null
      ? recorded
      : await context.group('Record performance', () =>
          recordOutcomes(registry, { model, served, monitor, outcomes, at: recorded }),
        )
  const asked = { subject: manifest, served, at, baseline: baseline.id, policy: monitor }
  const known = await readMonitorRecord(registry.ledger, asked)
  // Before the issue, which then tells of it.
  const { rollback, problems } = await context.group('Roll back', () =>
    proposeRollback(context, registry, { policy, record: known }),
  )
  const telling = await tellingOf(context, registry, { manifest, served, rollback, at })
  const response = await context.group('Respond', () =>
    respondToWindows(registry, {
      record: known,
      policy: monitor,
      telling,
      alerts,
      subjects: { drift: manifest, performance: served },
    }),
  )
  await tellOfRollback(registry, rollback, openIssue(response.record))
  return conclude(context, { ...response, problems: [...problems, ...response.problems] }, rollback)
}

function conclude(
  context: Context,
  { issue, record: { drift, performance }, done, waiting, problems }: MonitorResponse,
  rollback: MonitorRollback,
): Outcome {
  const { github, output, summary, log } = context
  if (issue !== null) output('issue', String(issue))
  if (rollback.kind === 'proposed') output('rollback', String(rollback.pullRequest))
  if (drift.windows.length > 0 || performance.windows.length === 0) summary(renderDriftWindows(drift.windows))
  if (performance.windows.length > 0) summary(renderPerformance(performance.windows))
  const repositoryUrl = `${github.serverUrl}/${github.repository}`
  const followed = renderMonitorResponse({ done, waiting, rollback, repositoryUrl })
  if (followed !== '') summary(followed)
  for (const sentence of [...done, ...waiting]) log(sentence)
  if (rollback.kind !== 'none') log(logOfRollback(rollback))
  if (done.length === 0 && waiting.length === 0 && rollback.kind === 'none') log('Nothing had to be done.')
  if (problems.length === 0) return {}
  return { failed: problems.map(({ message, hint }) => `${message}. ${hint}`).join('\n') }
}

/** Returns the commit that holds what was judged. */
async function record(
  registry: Registry,
  {
    judgement: { baseline, judged },
    manifest,
    monitor,
    head,
  }: { judgement: Judgement; manifest: VersionManifest; monitor: MonitorPolicy; head: string },
): Promise<string> {
  if (judged !== null) {
    const evidence = { baseline, ...judged }
    const referenceFiles = await readReferenceFiles(registry.ledger, manifest, head)
    const asked = { ...manifest, at: head, baseline: baseline.id, policy: monitor }
    const onRecord = (await readDriftRecord(registry.ledger, asked)).windows.map(({ window }) => window)
    const { latest } = await readToday(registry.clock)
    const replay = findDriftReplayProblem
    assertDriftEvidence(evidence, { manifest, referenceFiles, policy: monitor, replay, latest, onRecord })
    return recordDrift(registry, { manifest, policy: monitor, evidence })
  }
  const known = await readBaselines(registry.ledger, manifest.model, head)
  if (known.some(({ id, modelDigest }) => id === baseline.id && modelDigest === manifest.modelDigest)) return head
  throw new TidemarkError('DIGEST_MISMATCH', `the baseline ${baseline.id} is not on record for ${manifest.version}`, {
    hint: 'The baseline’s version changed since the windows were judged. Run the workflow again from the judging job.',
  })
}

async function tellingOf(
  { github }: Context,
  { ledger }: Registry,
  {
    manifest,
    served,
    rollback,
    at,
  }: { manifest: VersionManifest; served: VersionManifest | null; rollback: MonitorRollback; at: string },
): Promise<MonitorTelling> {
  const { repository, runUrl, serverUrl } = github
  const lineageOf = async ({ version, run }: VersionManifest) => {
    const { source } = await readReferenced(ledger, Run, run, at)
    return { version, commit: source.sha, repositoryUrl: `${serverUrl}/${repository}` }
  }
  const [lineage, own] = await Promise.all([lineageOf(manifest), served === null ? undefined : lineageOf(served)])
  return {
    marker: monitorMarker(manifest.model),
    describe: (windows) => ({
      title: monitorIssueTitle(windows),
      body: renderMonitorIssue(windows, { lineage, served: own, rollback }),
    }),
    describeEnd: (check) =>
      check.schema === 'tidemark/drift/v1' ? renderDriftEnd(check) : renderPerformanceEnd(check),
    describeAlert: (told, issueUrl) => {
      const place = { repository, runUrl, issueUrl }
      return told.topic === 'drift'
        ? describeDriftAlert(told.windows, { ...place, end: told.end })
        : describePerformanceAlert(told.windows, { ...place, end: told.end })
    },
  }
}

/** Whom to alert. An address or key that is none is refused before anything is written. */
async function alertsOf({ slackWebhook, teamsWebhook, pagerdutyRoutingKey }: Context['inputs']): Promise<Alerts[]> {
  const { pagerDutyAlerts, slackAlerts, teamsAlerts } = await import('@tidemark/notify')
  return [
    ...(slackWebhook === undefined ? [] : [slackAlerts(slackWebhook)]),
    ...(teamsWebhook === undefined ? [] : [teamsAlerts(teamsWebhook)]),
    ...(pagerdutyRoutingKey === undefined ? [] : [pagerDutyAlerts(pagerdutyRoutingKey)]),
  ]
}
