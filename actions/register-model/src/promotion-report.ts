import type { ActionContext } from '@tidemark/action-kit'
import {
  type Evidence,
  type Ledger,
  type Registry,
  readNewestDrift,
  readReferenced,
  readVersion,
} from '@tidemark/registry'
import { renderPromotion } from '@tidemark/reports'
import {
  type ChannelIntent,
  Dataset,
  type DocumentSchema,
  Evaluation,
  type FactReference,
  type ModelPolicy,
  Run,
  Validation,
  type VersionManifest,
} from '@tidemark/schemas'
import type { definition } from './definition.ts'

/** The pull request's title and body, with what the channel holds now beside the candidate. */
export async function describePromotion(
  { ledger }: Registry,
  {
    context,
    evidence,
    manifest,
    intent,
    policy,
  }: {
    context: ActionContext<typeof definition>
    evidence: Evidence
    manifest: VersionManifest
    intent: ChannelIntent
    policy: ModelPolicy
  },
): Promise<{ title: string; body: string }> {
  const head = await ledger.head()
  const champion = intent.previous && (await readVersion(ledger, intent.model, intent.previous.version, head))
  const known = champion && head !== null ? await readChampion(ledger, champion, head) : null
  const drift = policy.monitor ? await readNewestDrift(ledger, intent.model, head) : null
  const { approvals = 1, owners } = policy.channels[intent.channel] ?? {}
  const body = renderPromotion({
    repository: context.github.repository,
    serverUrl: context.github.serverUrl,
    registryBranch: context.inputs.registryBranch,
    channel: intent.channel,
    seq: intent.seq,
    manifest,
    ...evidence,
    ...(known ? { champion: known } : {}),
    ...(drift ? { drift } : {}),
    ...(owners ? { owners } : {}),
    gatePolicy: policy.gate,
    ...(policy.rollout ? { rollout: policy.rollout } : {}),
    approvals,
  })
  return { title: `Promote ${intent.model} ${intent.version} to ${intent.channel}`, body }
}

/** What the champion is made of, to show what changed. Its evidence is as it was when it was registered. */
async function readChampion(ledger: Ledger, manifest: VersionManifest, head: string) {
  const [training, holdout] = manifest.datasets
  const [trainingCheck, holdoutCheck] = manifest.validations
  const read = <T>(schema: DocumentSchema<T>, reference: FactReference | undefined) =>
    reference === undefined ? null : readReferenced(ledger, schema, reference, head)
  const [run, evaluation, trainedOn, judgedOn, trainingVerdict, holdoutVerdict] = await Promise.all([
    readReferenced(ledger, Run, manifest.run, head),
    readReferenced(ledger, Evaluation, manifest.evaluation, head),
    read(Dataset, training),
    read(Dataset, holdout),
    read(Validation, trainingCheck),
    read(Validation, holdoutCheck),
  ])
  const known = { manifest, run, measured: evaluation.challenger }
  if (!trainedOn || !judgedOn || !trainingVerdict || !holdoutVerdict) return known
  const datasets = { training: trainedOn, holdout: judgedOn }
  const validations = { training: trainingVerdict, holdout: holdoutVerdict }
  return { ...known, data: { datasets, validations } }
}
