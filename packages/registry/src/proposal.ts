import {
  type ChannelIntent,
  layout,
  ModelPolicy,
  parseYamlDocument,
  referTo,
  storedJson,
  TidemarkError,
  type VersionManifest,
} from '@tidemark/schemas'
import { append, readChannel } from './facts.ts'
import type { PullRequest, Registry } from './ports.ts'
import { checkPromotion, type PromotionCheck } from './promotion-check.ts'
import { createEvent } from './registration.ts'

/** The commit status that branch protection requires on promotion pull requests. */
export const statusContext = 'tidemark/promotion'

export type Proposal =
  | { outcome: 'open'; pullRequest: PullRequest; intent: ChannelIntent; checks: PromotionCheck[]; superseded: number[] }
  | { outcome: 'in-place'; intent: ChannelIntent }
  | { outcome: 'declined'; pullRequest: PullRequest }

/** The policy as the default branch has it, whatever the branch at hand says. */
export async function readPolicy(
  { reviews, policyRoot }: Pick<Registry, 'reviews' | 'policyRoot'>,
  model: string,
  ref: string,
): Promise<ModelPolicy> {
  const path = layout.policy(policyRoot, model)
  const text = await reviews.readFile(path, ref)
  if (text === null) {
    throw new TidemarkError('FILE_NOT_FOUND', `${path} is not on ${ref}`, {
      hint: 'The default branch decides the policy. Merge model.yaml there first, or correct the inputs model and policy-root.',
    })
  }
  const policy = parseYamlDocument(ModelPolicy, text, path)
  if (policy.model === model) return policy
  throw new TidemarkError('POLICY_INVALID', `${path} says model ${policy.model}, its folder says ${model}`, {
    hint: 'Folder and name must agree. Rename one of them.',
  })
}

/**
 * Opens (or refreshes) the pull request that moves a channel to a version, posts its check's status, and closes those for
 * older versions. A pull request that people closed without merging stays closed.
 */
export async function proposePromotion(
  registry: Registry,
  {
    manifest,
    channel,
    policy,
    describe,
  }: {
    manifest: VersionManifest
    channel: string
    policy: ModelPolicy
    describe: (intent: ChannelIntent) => Promise<{ title: string; body: string }>
  },
): Promise<Proposal> {
  const { reviews, policyRoot } = registry
  const { model, version } = manifest
  const base = await reviews.defaultBranch()
  const current = await readChannel(reviews, policyRoot, { model, channel, ref: base })
  if (current?.modelDigest === manifest.modelDigest) return { outcome: 'in-place', intent: current }

  const branch = layout.promotionBranch(model, channel, version)
  const known = await reviews.pullRequestsFrom(branch)
  const open = known.find((each) => each.state === 'open')
  const declined = known.find((each) => each.state === 'closed' && !each.isMerged && each.isSameRepository)
  if (!open && declined) return { outcome: 'declined', pullRequest: declined }

  const intent: ChannelIntent = {
    schema: 'tidemark/channel/v1',
    model,
    channel,
    seq: (current?.seq ?? 0) + 1,
    version,
    modelDigest: manifest.modelDigest,
    manifest: referTo(layout.version(model, version), manifest),
    previous: current && { version: current.version, modelDigest: current.modelDigest, seq: current.seq },
  }
  const text = storedJson(intent)
  const path = layout.channel(policyRoot, model, channel)
  const { title, body } = await describe(intent)
  if (!open || (await reviews.readFile(path, open.headSha)) !== text) {
    await reviews.proposeFile({ branch, base, path, text, message: title })
  }
  if (open) await reviews.updatePullRequest(open.number, { title, body })
  const opened = open ?? (await reviews.openPullRequest({ branch, base, title, body }))
  const pullRequest = (await reviews.pullRequest(opened.number)) ?? opened

  const checks = await checkPromotion(registry, { proposed: intent, base: current, policy })
  await postStatus(registry, pullRequest.headSha, checks)
  await append(registry, async () => {
    const event = await createEvent(registry, {
      type: 'promotion.requested',
      model,
      subject: { version, modelDigest: manifest.modelDigest, channel, seq: intent.seq },
      cause: intent.manifest.sha256,
      pullRequest: pullRequest.number,
      previous: intent.previous && { version: intent.previous.version, modelDigest: intent.previous.modelDigest },
    })
    return { facts: [event], message: `Request ${model} ${version} for ${channel}` }
  })
  return {
    outcome: 'open',
    pullRequest,
    intent,
    checks,
    superseded: await supersede(registry, { model, channel, branch, by: pullRequest.number }),
  }
}

/** Posts the promotion check's outcome on a commit. */
export async function postStatus(
  { reviews, runUrl }: Pick<Registry, 'reviews' | 'runUrl'>,
  sha: string,
  checks: readonly PromotionCheck[],
): Promise<void> {
  const failed = checks.filter((check) => check.verdict === 'fail')
  const description =
    failed.length === 0
      ? `${checks.length} checks passed`
      : `${failed.length} failed: ${failed.map((check) => check.name).join(', ')}`
  await reviews.setStatus(sha, {
    context: statusContext,
    state: failed.length === 0 ? 'success' : 'failure',
    description: description.slice(0, 140),
    ...(runUrl === undefined ? {} : { url: runUrl }),
  })
}

async function supersede(
  { reviews }: Registry,
  { model, channel, branch, by }: { model: string; channel: string; branch: string; by: number },
): Promise<number[]> {
  const superseded: number[] = []
  for (const older of await reviews.openPullRequests(layout.promotionBranch(model, channel, ''))) {
    if (older.headBranch === branch || !older.isSameRepository) continue
    await reviews.comment(older.number, `Superseded by #${by}, which proposes a newer version for the same channel.`)
    await reviews.updatePullRequest(older.number, { state: 'closed' })
    await reviews.deleteBranch(older.headBranch)
    superseded.push(older.number)
  }
  return superseded
}
