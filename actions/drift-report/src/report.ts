import { resolve } from 'node:path'
import type { ActionContext, Outcome } from '@tidemark/action-kit'
import { findDriftReplayProblem, monitorOfContract, parseContract } from '@tidemark/data'
import { connectRegistry } from '@tidemark/github'
import {
  type Alerts,
  assertDriftEvidence,
  type DriftTelling,
  type Registry,
  readBaselines,
  readBaselineVersion,
  readPolicy,
  readReferenced,
  readReferenceFiles,
  recordDrift,
  respondToDrift,
} from '@tidemark/registry'
import {
  describeDriftAlert,
  driftIssueTitle,
  driftMarker,
  renderDriftEnd,
  renderDriftIssue,
  renderDriftWindows,
  renderPerformance,
} from '@tidemark/reports'
import { type MonitorPolicy, Run, TidemarkError, type VersionManifest } from '@tidemark/schemas'
import type { definition } from './definition.ts'
import { type Judgement, readJudgement } from './handover.ts'
import { reportOutcomes } from './report-outcomes.ts'

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
  const recorded = await context.group('Record', () => record(registry, { judgement, manifest, monitor, head }))
  const { outcomes } = judgement
  const performance =
    outcomes === null
      ? null
      : await context.group('Record performance', () =>
          reportOutcomes(registry, { model, channel: inputs.channel, monitor, outcomes, at: recorded }),
        )
  const at = performance?.at ?? recorded
  const telling = await tellingOf(context, registry, { manifest, at })
  const response = await context.group('Respond', () =>
    respondToDrift(registry, {
      ...manifest,
      at,
      baseline: judgement.baseline.id,
      policy: monitor,
      telling,
      alerts,
    }),
  )
  if (response.issue !== null) context.output('issue', String(response.issue))
  context.summary(renderDriftWindows(response.windows))
  if (performance !== null && performance.windows.length > 0) context.summary(renderPerformance(performance.windows))
  const done = [...response.done, ...(performance?.done ?? [])]
  const problems = [...response.problems, ...(performance?.problems ?? [])]
  for (const sentence of done) context.log(sentence)
  if (done.length === 0) context.log('Nothing had to be done.')
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
    assertDriftEvidence(evidence, { manifest, referenceFiles, policy: monitor, replay: findDriftReplayProblem })
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
  { manifest: { model, version, run }, at }: { manifest: VersionManifest; at: string },
): Promise<DriftTelling> {
  const { repository, runUrl, serverUrl } = github
  const { source } = await readReferenced(ledger, Run, run, at)
  const lineage = { version, commit: source.sha, repositoryUrl: `${serverUrl}/${repository}` }
  return {
    marker: driftMarker(model),
    describe: (windows) => ({ title: driftIssueTitle(windows), body: renderDriftIssue(windows, lineage) }),
    describeEnd: renderDriftEnd,
    describeAlert: (windows, about) => describeDriftAlert(windows, { ...about, repository, runUrl }),
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
