import {
  layout,
  type RecordedEvent,
  type RolloutState,
  VersionManifest,
  type VersionReference,
} from '@tidemark/schemas'
import { isReturnEvent } from '../overview/events.ts'
import type { RegistryView } from './registry-view.ts'

/** Something that happened to a model: an event, or a step of a rollout, which its state alone tells. */
export interface StoryEntry {
  readonly at: string
  /** The event's type; `rollout.started`, `rollout.advanced` and `rollout.held` for steps. */
  readonly type: string
  readonly version: string | null
  readonly modelDigest: string
  readonly channel: string | null
  readonly seq: number | null
  /** What was in the channel before. */
  readonly previous: VersionReference | null
  /** Whether the channel gets what it holds already: so it is returned after a roll-back. */
  readonly isReturn: boolean
  /** The canary's share after a step. */
  readonly weight: number | null
  /** Who ran what wrote it; null where only the state tells. */
  readonly actor: string | null
  readonly approvedBy: readonly string[]
  readonly pullRequest: number | null
  readonly issue: number | null
  readonly reasons: readonly string[]
  /** The digest, tag or commit that made it happen. */
  readonly cause: string | null
  readonly runUrl: string | null
}

/** Registrations whose manifests are read. */
const mostExplained = 200

export interface StoryFilter {
  readonly channel?: string | undefined
  readonly version?: string | undefined
  readonly modelDigest?: string | undefined
  /** Types, or the parts before a point: `rollout` is all of `rollout.*`. */
  readonly types?: readonly string[] | undefined
  /** From this time on, until before the other. */
  readonly since?: string | undefined
  readonly until?: string | undefined
}

export interface Story {
  /** Newest first. */
  readonly entries: readonly StoryEntry[]
  /** The rollouts that it tells of, in their last state. */
  readonly rollouts: readonly RolloutState[]
}

/** What happened to a model, newest first. `besides` is what is known from elsewhere, and filtered and told with it. */
export async function readStory(
  view: RegistryView,
  {
    model,
    filter = {},
    besides = [],
  }: { readonly model: string; readonly filter?: StoryFilter; readonly besides?: readonly StoryEntry[] },
): Promise<Story> {
  await view.list([model], ['events'])
  const isOfType = (type: string) =>
    filter.types === undefined || filter.types.some((each) => type === each || type.startsWith(`${each}.`))
  const wantsSteps = ['rollout.started', 'rollout.advanced', 'rollout.held'].some(isOfType)
  const [events, rollouts] = await Promise.all([
    view.events(model, isOfType),
    wantsSteps || isOfType('rollout.rolled-back') ? view.pastRollouts(model) : [],
  ])
  // At one second a step is later than the opening that it follows.
  const unfiltered = [...besides, ...rollouts.flatMap(stepsOf)].filter(({ type }) => isOfType(type))
  const entries = [...unfiltered, ...events.map(ofEvent)]
  const asked = sortStory(entries.filter((entry) => isAsked(entry, filter)))
  return { entries: await explainNumbers(view, model, asked), rollouts }
}

/** The newest registrations with why the version has its number, which its manifest tells. */
async function explainNumbers(
  view: RegistryView,
  model: string,
  entries: readonly StoryEntry[],
): Promise<readonly StoryEntry[]> {
  const registered = entries.filter(({ type }) => type === 'version.registered').slice(0, mostExplained)
  const paths = registered.flatMap(({ version }) => (version === null ? [] : [layout.version(model, version)]))
  const manifests = await view.facts.readAll(VersionManifest, model, paths)
  const bumps = new Map(manifests.map(({ modelDigest, bump }) => [modelDigest, bump]))
  return entries.map((entry) => {
    const bump = entry.type === 'version.registered' ? bumps.get(entry.modelDigest) : undefined
    return bump ? { ...entry, reasons: [describeBump(bump)] } : entry
  })
}

function isAsked(entry: StoryEntry, { channel, version, modelDigest, since, until }: StoryFilter): boolean {
  const at = Date.parse(entry.at)
  return (
    (channel === undefined || entry.channel === channel) &&
    (version === undefined || entry.version === version) &&
    (modelDigest === undefined || entry.modelDigest === modelDigest) &&
    (since === undefined || at >= Date.parse(since)) &&
    (until === undefined || at < Date.parse(until))
  )
}

/** Why a version has its number: `minor: features query; seed: 7 → 8`. */
export const describeBump = ({ kind, reasons }: VersionManifest['bump']): string =>
  (kind === 'first' ? '' : `${kind}: `) + reasons.join('; ')

/** Newest first. A step is decided a moment before its commit, and so before the event of the opening that it follows. */
function sortStory(entries: readonly StoryEntry[]): StoryEntry[] {
  const rolloutOf = ({ channel, seq }: StoryEntry) => `${channel} ${seq}`
  const opened = new Map(
    entries.filter(({ type }) => type === 'rollout.opened').map((entry) => [rolloutOf(entry), Date.parse(entry.at)]),
  )
  const timed = entries.map((entry) => {
    const at = Date.parse(entry.at)
    return { entry, at: entry.actor === null ? Math.max(at, opened.get(rolloutOf(entry)) ?? at) : at }
  })
  return timed.sort((a, b) => b.at - a.at).map(({ entry }) => entry)
}

function ofEvent(event: RecordedEvent): StoryEntry {
  const { at, type, subject, previous = null, actor, approvedBy = [], reasons = [], cause } = event
  return {
    at,
    type,
    version: subject.version ?? null,
    modelDigest: subject.modelDigest,
    channel: subject.channel ?? null,
    seq: subject.seq ?? null,
    previous,
    isReturn: isReturnEvent(event),
    weight: null,
    actor,
    approvedBy,
    pullRequest: event.pullRequest ?? null,
    issue: event.issue ?? null,
    reasons,
    cause,
    runUrl: event.runUrl ?? null,
  }
}

/** Opening, promotion and roll-back have events of their own. */
const steps: Readonly<Record<string, string>> = {
  start: 'rollout.started',
  advance: 'rollout.advanced',
  hold: 'rollout.held',
}

function stepsOf(rollout: RolloutState): StoryEntry[] {
  const { canary, champion, channel, seq, history } = rollout
  return history
    .filter(({ action }) => Object.hasOwn(steps, action))
    .map(({ at, action, weight, reason }) => ({
      at,
      type: steps[action]!,
      version: canary.version,
      modelDigest: canary.modelDigest,
      channel,
      seq,
      previous: champion,
      isReturn: false,
      weight,
      actor: null,
      approvedBy: [],
      pullRequest: null,
      issue: null,
      reasons: [reason],
      cause: null,
      runUrl: null,
    }))
    .reverse()
}
