import type { ActionContext } from '@tidemark/action-kit'
import { type Evidence, type Registry, readReferenced, readVersion } from '@tidemark/registry'
import { renderPromotion } from '@tidemark/reports'
import { type ChannelIntent, type ModelPolicy, Run, type VersionManifest } from '@tidemark/schemas'
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
  const championRun = champion && head !== null ? await readReferenced(ledger, Run, champion.run, head) : null
  const body = renderPromotion({
    repository: context.github.repository,
    serverUrl: context.github.serverUrl,
    registryBranch: context.inputs.registryBranch,
    channel: intent.channel,
    seq: intent.seq,
    manifest,
    ...evidence,
    ...(champion ? { champion: { manifest: champion, ...(championRun ? { run: championRun } : {}) } } : {}),
    gatePolicy: policy.gate,
    ...(policy.rollout ? { rollout: policy.rollout } : {}),
    approvals: policy.channels[intent.channel]?.approvals ?? 1,
  })
  return { title: `Promote ${intent.model} ${intent.version} to ${intent.channel}`, body }
}
