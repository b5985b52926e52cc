import {
  type ChannelIntent,
  compareVersions,
  layout,
  referTo,
  storedJson,
  Version,
  type VersionManifest,
} from '@tidemark/schemas'
import { isRefused, readChannelState } from './channel-state.ts'
import type { Evidence } from './evidence.ts'
import { append, readChannel } from './facts.ts'
import type { PullRequest, Registry } from './ports.ts'
import type { PromotionCheck } from './promotion-check.ts'
import { checkProposedChannels } from './proposed-channels.ts'
import { createEvent } from './registration.ts'

/** The commit status that branch protection requires on promotion pull requests. */
const statusContext = 'tidemark/promotion'

/** Stands in the body of a pull request that was closed for a newer version, not by people. */
export const supersededMarker = '<!-- tidemark:superseded -->'

export type Proposal =
  | { outcome: 'open'; pullRequest: PullRequest; intent: ChannelIntent; checks: PromotionCheck[]; superseded: number[] }
  | { outcome: 'in-place'; intent: ChannelIntent }
  /** People closed it without merging; it stays closed. */
  | { outcome: 'declined'; pullRequest: PullRequest }
  /** A newer version is proposed already. */
  | { outcome: 'outdated'; pullRequest: PullRequest }

/**
 * Opens (or refreshes) the pull request that moves a channel to a version, posts its check's status, and closes those for
 * older versions. A pull request that people closed without merging stays closed.
 */
export async function proposePromotion(
  registry: Registry,
  {
    manifest,
    evidence,
    channel,
    describe,
  }: {
    manifest: VersionManifest
    evidence: Evidence
    channel: string
    describe: (intent: ChannelIntent) => Promise<{ title: string; body: string }>
  },
): Promise<Proposal> {
  const { reviews, ledger, policyRoot } = registry
  const { model, version } = manifest
  const base = await reviews.defaultBranch()
  const current = await readChannel(reviews, policyRoot, { model, channel, ref: base })
  const state = await readChannelState(ledger, current)
  const isWanted = current?.modelDigest === manifest.modelDigest
  if (isWanted && !(await isRefused(ledger, current))) return { outcome: 'in-place', intent: current }
  if (current && state?.modelDigest === manifest.modelDigest) return { outcome: 'in-place', intent: current }

  const branch = layout.promotionBranch(model, channel, version)
  const known = (await reviews.pullRequestsFrom(branch)).filter((each) => each.isSameRepository)
  const open = known.find((each) => each.state === 'open')
  const declined = known.find(
    (each) => each.state === 'closed' && !each.isMerged && !each.body.includes(supersededMarker),
  )
  if (!open && declined) return { outcome: 'declined', pullRequest: declined }
  const others = await otherProposals(registry, { model, channel, branch })
  const newer = others.find((each) => compareVersions(each.version, version) > 0)
  if (newer) return { outcome: 'outdated', pullRequest: newer.pullRequest }

  const intent: ChannelIntent = {
    schema: 'tidemark/channel/v1',
    model,
    channel,
    seq: Math.max(current?.seq ?? 0, state?.seq ?? 0) + 1,
    version,
    modelDigest: manifest.modelDigest,
    manifest: referTo(layout.version(model, version), manifest),
    run: referTo(layout.run(model, evidence.run.id, evidence.run.source.committedAt), evidence.run),
    evaluation: referTo(layout.evaluation(model, evidence.evaluation.id), evidence.evaluation),
    previous: state,
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

  // The same judgement as on any pull request, of the head as it is: whatever else lies on the branch is seen.
  const { head, channels } = await checkProposedChannels(registry, { pullRequest: pullRequest.number })
  const checks = channels.flatMap((each) => each.checks)
  await postStatus(registry, head, checks)
  await append(registry, async () => {
    const event = await createEvent(registry, {
      type: 'promotion.requested',
      model,
      subject: { version, modelDigest: manifest.modelDigest, channel, seq: intent.seq },
      cause: intent.evaluation.sha256,
      pullRequest: pullRequest.number,
      previous: state && { version: state.version, modelDigest: state.modelDigest },
    })
    return { facts: [event], message: `Request ${model} ${version} for ${channel}` }
  })
  const superseded = others.map((each) => each.pullRequest)
  for (const older of superseded) await supersede(registry, older, pullRequest.number)
  return { outcome: 'open', pullRequest, intent, checks, superseded: superseded.map((each) => each.number) }
}

/** Posts the promotion check's outcome on a commit. */
export async function postStatus(
  { reviews, runUrl }: Pick<Registry, 'reviews' | 'runUrl'>,
  sha: string,
  checks: readonly PromotionCheck[],
): Promise<void> {
  const refusals = checks.filter((check) => check.verdict === 'fail')
  const description =
    refusals.length === 0
      ? `${checks.length} checks passed`
      : `${refusals.length} failed: ${refusals.map((check) => check.name).join(', ')}`
  await reviews.setStatus(sha, {
    context: statusContext,
    state: refusals.length === 0 ? 'success' : 'failure',
    description: description.slice(0, 140),
    ...(runUrl === undefined ? {} : { url: runUrl }),
  })
}

async function otherProposals(
  { reviews }: Registry,
  { model, channel, branch }: { model: string; channel: string; branch: string },
): Promise<{ version: Version; pullRequest: PullRequest }[]> {
  const prefix = layout.promotionBranch(model, channel, '')
  const open = await reviews.openPullRequests(prefix)
  return open.flatMap((pullRequest) => {
    const version = Version.safeParse(pullRequest.headBranch.slice(prefix.length))
    const isOther = pullRequest.isSameRepository && pullRequest.headBranch !== branch
    return isOther && version.success ? [{ version: version.data, pullRequest }] : []
  })
}

/** Closes a pull request for another one, and says so in it. */
export async function supersede(
  { reviews }: Pick<Registry, 'reviews'>,
  older: PullRequest,
  by: number,
  why = 'which proposes a newer version for the same channel',
): Promise<void> {
  // The link is in the body and comes first, so that nobody takes the closing for a decision of people.
  if (!older.body.includes(supersededMarker)) {
    const body = `${supersededMarker}\n> Superseded by #${by}, ${why}.\n\n${older.body}`
    await reviews.updatePullRequest(older.number, { body })
  }
  // GitHub closes a pull request whose branch is gone; what is open still could be found and finished.
  await reviews.deleteBranch(older.headBranch)
  await reviews.updatePullRequest(older.number, { state: 'closed' })
}
