import {
  type ChannelIntent,
  compareVersions,
  type ModelPolicy,
  type RegistryEvent,
  type RolloutState,
  type VersionManifest,
} from '@tidemark/schemas'

/** All that is known of one model. */
export interface RetentionFacts {
  policy: ModelPolicy
  manifests: readonly VersionManifest[]
  events: readonly RegistryEvent[]
  /** Channel files of the default branch. */
  intents: readonly ChannelIntent[]
  /** As they are now. */
  rollouts: readonly RolloutState[]
  /** Digests that open pull requests propose. */
  proposed: ReadonlySet<string>
  /** GitHub's time. */
  now: string
}

/**
 * Which versions lose their assets under the policy's `retention`, and why; none where it has none. The newest by number stay, and
 * what is in a channel, was the last there before, or was in one within the days that the policy names; what an open rollout, a
 * pull request or the monitor needs; what is not published yet.
 */
export function planRetirement(facts: RetentionFacts): { manifest: VersionManifest; because: string }[] {
  const { retention } = facts.policy
  if (retention === undefined) return []
  const { events, manifests } = facts
  const sorted = manifests.toSorted((a, b) => compareVersions(b.version, a.version))
  const needed = neededDigests(facts, retention.keepDays)
  const versionsWith = (type: RegistryEvent['type']) =>
    new Set(events.filter((event) => event.type === type).map(({ subject }) => subject.version))
  const published = versionsWith('version.published')
  const retired = versionsWith('version.retired')
  return sorted
    .slice(retention.keepNewest)
    .filter(({ version, modelDigest }) => published.has(version) && !retired.has(version) && !needed.has(modelDigest))
    .map((manifest) => ({
      manifest,
      because: `retention keeps the newest ${retention.keepNewest} and what was in a channel within ${retention.keepDays} days`,
    }))
}

function neededDigests(
  { policy, manifests, events, intents, rollouts, proposed, now }: RetentionFacts,
  keepDays: number,
): Set<string> {
  const needed = new Set(proposed)
  for (const { modelDigest, previous } of intents) {
    needed.add(modelDigest)
    if (previous !== null) needed.add(previous.modelDigest)
  }
  for (const { phase, champion, canary } of rollouts) {
    if (phase === 'promoted' || phase === 'rolled-back') continue
    needed.add(champion.modelDigest).add(canary.modelDigest)
  }
  for (const { version, modelDigest } of manifests)
    if (version === policy.monitor?.baseline?.version) needed.add(modelDigest)
  const settled = events.filter(({ type }) => type === 'promotion.settled')
  for (const states of Map.groupBy(settled, ({ subject }) => subject.channel).values())
    for (const digest of recentDigests(states, { now, keepDays })) needed.add(digest)
  return needed
}

/** What is in a channel, what was there before, and what left it within so many days. */
function recentDigests(
  settled: readonly RegistryEvent[],
  { now, keepDays }: { now: string; keepDays: number },
): string[] {
  const states = settled.toSorted((a, b) => (b.subject.seq ?? 0) - (a.subject.seq ?? 0))
  const current = states[0]?.subject.modelDigest
  const previous = states.find(({ subject }) => subject.modelDigest !== current)
  const since = Date.parse(now) - keepDays * 86_400_000
  // The one before in this order came after it: then it left.
  const recent = states.filter((_, i) => i === 0 || Date.parse(states[i - 1]?.at ?? now) >= since)
  return [...recent, ...(previous ? [previous] : [])].map(({ subject }) => subject.modelDigest)
}
