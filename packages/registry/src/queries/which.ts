import {
  type ChannelTenure,
  layout,
  type RecordedEvent,
  type RolloutState,
  type VersionLineage,
  VersionManifest,
} from '@tidemark/schemas'
import { proveTenure } from '../overview/channels.ts'
import { readLineage } from '../overview/versions.ts'
import { isUnderWay } from './models.ts'
import type { RegistryView } from './registry-view.ts'

/** What a channel held at a time, and why. */
export interface ChannelAnswer {
  readonly model: string
  readonly channel: string
  /** Null where the channel held nothing then. */
  readonly held: HeldThen | null
  /** The tenures before and after it, or around the time where it held nothing. */
  readonly before: ChannelTenure | null
  readonly after: ChannelTenure | null
  /** The rollout that was under way then, with the share that it had. */
  readonly canary: { readonly version: string; readonly seq: number; readonly weight: number } | null
}

export interface HeldThen extends ChannelTenure {
  /** Who ran the settling, its run and the merge: as the event of the tenure's first `seq` tells. */
  readonly settledBy: string
  readonly mergeSha: string | null
  readonly runUrl: string | null
  readonly manifest: VersionManifest | null
  readonly lineage: VersionLineage | null
}

/**
 * What a model's channel held at a time; null as time is now. Null as answer where there is no such channel. The tag of what it
 * held is proven; one that does not fit is among the view's problems.
 */
export async function askChannel(
  view: RegistryView,
  { model, channel, at }: { readonly model: string; readonly channel: string; readonly at: string | null },
): Promise<ChannelAnswer | null> {
  await view.list([model], ['events'])
  // What is under way now is told by its state; what was under way then, by the events of all rollouts.
  const events = await view.events(
    model,
    (type) => type === 'promotion.settled' || (at !== null && tellsRollout.has(type)),
  )
  const tenures = (await view.channels(model, events)).find((each) => each.channel === channel)?.tenures
  if (tenures === undefined) return null
  const index = at === null ? tenures.length - 1 : tenures.findLastIndex(({ since }) => isUntil(since, at))
  const tenure = tenures[index]
  const own = events.filter(({ subject }) => subject.channel === channel)
  return {
    model,
    channel,
    held: tenure
      ? await describeHeld(view, { model, channel, tenure, events: own, isNewest: index === tenures.length - 1 })
      : null,
    before: tenures[index - 1] ?? null,
    after: tenures[index + 1] ?? null,
    canary: await findCanary(view, { model, channel, at, events: own }),
  }
}

/** Names of the channels that a model has, or had. */
export async function channelsOf(view: RegistryView, model: string): Promise<string[]> {
  await view.list([model], ['events'])
  const events = await view.events(model, (type) => type === 'promotion.settled')
  return (await view.channels(model, events)).map(({ channel }) => channel)
}

const tellsRollout = new Set(['rollout.opened', 'rollout.rolled-back'])

async function describeHeld(
  view: RegistryView,
  {
    model,
    channel,
    tenure,
    events,
    isNewest,
  }: {
    readonly model: string
    readonly channel: string
    readonly tenure: ChannelTenure
    readonly events: readonly RecordedEvent[]
    readonly isNewest: boolean
  },
): Promise<HeldThen> {
  if (!isNewest) await proveTenure(view, { model, channel, tenure })
  const event = events.find(
    ({ type, at, subject }) =>
      type === 'promotion.settled' && at === tenure.since && subject.modelDigest === tenure.modelDigest,
  )
  const manifest = await view.facts.read(VersionManifest, { path: layout.version(model, tenure.version), model })
  return {
    ...tenure,
    settledBy: event?.actor ?? '',
    mergeSha: event?.mergeSha ?? null,
    runUrl: event?.runUrl ?? null,
    manifest,
    lineage: manifest && (await readLineage(view.facts, manifest)),
  }
}

/** The rollout that was under way then. The history of the branch is read only where there was one that is over. */
async function findCanary(
  view: RegistryView,
  {
    model,
    channel,
    at,
    events,
  }: {
    readonly model: string
    readonly channel: string
    readonly at: string | null
    readonly events: readonly RecordedEvent[]
  },
): Promise<ChannelAnswer['canary']> {
  const newest = (await view.rollouts(model)).find((state) => state.channel === channel)
  if (at === null) return newest && isUnderWay(newest) ? shareOf(newest, newest.weight) : null
  const happened = events.filter((event) => isUntil(event.at, at))
  const seq = happened.find(({ type }) => type === 'rollout.opened')?.subject.seq
  if (seq === undefined) return null
  const isOver = happened.some(({ type, subject }) => type !== 'rollout.opened' && (subject.seq ?? 0) >= seq)
  if (isOver) return null
  const isIt = (state: RolloutState) => state.channel === channel && state.seq === seq
  const state = newest && isIt(newest) ? newest : (await view.pastRollouts(model)).find(isIt)
  const step = state?.history.findLast((each) => isUntil(each.at, at))
  return state ? shareOf(state, step?.weight ?? 0) : null
}

const shareOf = ({ canary, seq }: RolloutState, weight: number) => ({ version: canary.version, seq, weight })

/** Whether a moment is not after another: times may be written with or without milliseconds. */
const isUntil = (moment: string, at: string): boolean => Date.parse(moment) <= Date.parse(at)
