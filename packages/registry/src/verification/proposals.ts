import {
  ChannelIntent,
  compareVersions,
  layout,
  parseJsonDocument,
  TidemarkError,
  type Version,
} from '@tidemark/schemas'
import type { PullRequest, Reviews } from '../ports.ts'
import { supersededMarker } from '../proposal.ts'
import type { FactGraph } from './fact-graph.ts'
import type { Findings } from './findings.ts'

/** Of all promotion branches. */
const prefix = 'tidemark/'

interface Proposed {
  branch: string
  sha: string
  model: string
  channel: string
  version: Version
  /** What the branch's channel file says; null where it cannot be read. */
  intent: ChannelIntent | null
  pullRequest: PullRequest | null
}

/**
 * Promotion branches and their pull requests still have something to do. What is over (in place already, passed by, superseded
 * by a newer proposal) is left over from an interrupted run; the rest is a person's to judge. Returns the digests that are proposed.
 */
export async function verifyProposals(
  graph: FactGraph,
  {
    reviews,
    policyRoot,
    intents,
    tags,
  }: { reviews: Reviews; policyRoot: string; intents: readonly ChannelIntent[]; tags: readonly string[] },
  findings: Findings,
): Promise<ReadonlySet<string>> {
  const proposals = await readProposals(reviews, policyRoot)
  const settled = new Set(tags)
  for (const each of proposals) {
    const { model, channel, branch, sha, version, pullRequest, intent } = each
    const current = intents.find((other) => other.model === model && other.channel === channel)
    const place = pullRequest === null ? `branch ${branch}` : `pull request #${pullRequest.number}`
    const over = whyOver(graph, each, { current, settled, rivals: proposals })
    if (over !== null && pullRequest !== null)
      findings.warn(
        place,
        `proposes ${version} for ${channel} of ${model}, ${over}`,
        'A repair closes it and removes its branch; nothing that is registered is touched.',
        { kind: 'close-proposal', pullRequest: pullRequest.number, branch, sha, because: over },
      )
    else if (over !== null) {
      if (await isLeftOver(reviews, branch))
        findings.notice(place, `is left over: it proposes ${version}, ${over}`, 'A repair removes the branch.', {
          kind: 'delete-branch',
          branch,
          sha,
        })
    } else if (graph.get(layout.version(model, version)) === undefined)
      findings.warn(
        place,
        `proposes ${model} ${version}, which is not registered`,
        'Tidemark proposes registered versions only: delete it, once you know who made it.',
      )
    else if (intent === null)
      findings.warn(
        place,
        'holds no channel file that can be read',
        'Run register-model again for its candidate, or delete it.',
      )
    else if (pullRequest !== null && intent.seq <= (current?.seq ?? 0))
      findings.warn(
        place,
        `proposes ${version} as seq ${intent.seq}, but the channel is at seq ${current?.seq} by now`,
        'Run register-model again for its candidate: that judges it against what is in the channel now.',
      )
    else if (pullRequest === null && (await reviews.pullRequestsFrom(branch)).length === 0)
      findings.warn(
        place,
        `proposes ${version}, but its pull request was never opened`,
        'Run register-model again for its candidate: that opens it.',
      )
    else findings.count('proposals')
  }
  const open = proposals.filter(({ pullRequest }) => pullRequest !== null)
  return new Set(open.flatMap(({ intent }) => intent?.modelDigest ?? []))
}

/** A merged branch, or one of a pull request that people closed, is theirs to keep. */
async function isLeftOver(reviews: Reviews, branch: string): Promise<boolean> {
  const known = await reviews.pullRequestsFrom(branch)
  return known.every(({ isMerged, body }) => !isMerged && body.includes(supersededMarker))
}

async function readProposals(reviews: Reviews, policyRoot: string): Promise<Proposed[]> {
  const [branches, open] = await Promise.all([reviews.branches(prefix), reviews.openPullRequests(prefix)])
  const proposals: Proposed[] = []
  for (const { name, sha } of branches) {
    const [, model, channel, version] = /^tidemark\/([a-z0-9-]+)\/([a-z0-9-]+)\/(\d+\.\d+\.\d+)$/.exec(name) ?? []
    if (model === undefined || channel === undefined || version === undefined) continue
    const text = await reviews.readFile(layout.channel(policyRoot, model, channel), sha)
    const pullRequest = open.find((each) => each.headBranch === name && each.isSameRepository) ?? null
    proposals.push({
      branch: name,
      sha,
      model,
      channel,
      version: version as Version,
      intent: readIntent(text),
      pullRequest,
    })
  }
  return proposals
}

function readIntent(text: string | null): ChannelIntent | null {
  try {
    return text === null ? null : parseJsonDocument(ChannelIntent, text, 'the channel file')
  } catch (error) {
    if (error instanceof TidemarkError) return null
    throw error
  }
}

/** Why a proposal has nothing left to do, or null. One that is merged and waits to be settled has. */
function whyOver(
  graph: FactGraph,
  { model, channel, version, intent, branch }: Proposed,
  {
    current,
    settled,
    rivals,
  }: { current: ChannelIntent | undefined; settled: ReadonlySet<string>; rivals: readonly Proposed[] },
): string | null {
  if (intent === null || intent.version !== version) return null
  const seq = current?.seq ?? 0
  if (current && intent.seq <= seq) {
    const isOlder = compareVersions(version, current.version) < 0
    if (intent.seq < seq && isOlder) return `and the channel has moved on to ${current.version} (seq ${seq})`
    if (intent.modelDigest === current.modelDigest && settled.has(layout.channelTag(model, channel, seq)))
      return `and that is in place (seq ${seq})`
    return null
  }
  // What was in the channel before comes back on purpose, however many newer ones are proposed.
  const wasThere = graph
    .all('events')
    .some(
      ({ document: { type, subject, model: about } }) =>
        type === 'promotion.settled' &&
        about === model &&
        subject.channel === channel &&
        subject.modelDigest === intent.modelDigest,
    )
  const newer = rivals.find(
    (each) =>
      each.model === model &&
      each.channel === channel &&
      each.branch !== branch &&
      each.pullRequest !== null &&
      each.intent?.seq === seq + 1 &&
      compareVersions(each.version, version) > 0 &&
      isRequested(graph, each.intent),
  )
  return newer?.pullRequest && !wasThere ? `and #${newer.pullRequest.number} proposes ${newer.version} instead` : null
}

/** Only a proposal that was made to its end supersedes another. */
function isRequested(graph: FactGraph, { model, channel, seq, modelDigest }: ChannelIntent): boolean {
  return graph
    .all('events')
    .some(
      ({ document: { type, model: about, subject } }) =>
        type === 'promotion.requested' &&
        about === model &&
        subject.channel === channel &&
        subject.seq === seq &&
        subject.modelDigest === modelDigest,
    )
}
