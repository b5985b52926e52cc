import type { RolloutFault, RolloutSignals, RolloutState, Telemetry } from '@tidemark/schemas'
import { parseJsonDocument, TidemarkError, Telemetry as telemetrySchema } from '@tidemark/schemas'

const maximumPolls = 1000
const maximumInstances = 500

/** A telemetry document as a source found it. */
export interface TelemetryText {
  /** Where it was found, for messages: a ref or an address. */
  readonly source: string
  readonly text: string
  /** Why there is no text to be read, where the source knows. */
  readonly problem?: string
}

/** The documents that can be read; each other is a fault, since what it would have said is unknown. */
export function parseTelemetry(texts: readonly TelemetryText[]): { documents: Telemetry[]; faults: RolloutFault[] } {
  const documents: Telemetry[] = []
  const faults: RolloutFault[] = []
  for (const { source, text, problem } of texts) {
    if (problem !== undefined) {
      faults.push(unreadable(`${source} ${problem}`))
      continue
    }
    try {
      documents.push(parseJsonDocument(telemetrySchema, text, source))
    } catch (error) {
      if (!(error instanceof TidemarkError)) throw error
      faults.push(unreadable(error.message))
    }
  }
  return { documents, faults }
}

/**
 * What telemetry says that the state does not know yet: its windows as polls, in each server's order. Documents may come in any
 * order and more than once; those of another rollout, or made with other digests, count for nothing. `now` is GitHub's time.
 */
export function readSignals(
  state: RolloutState,
  { documents, faults = [] }: { readonly documents: readonly Telemetry[]; readonly faults?: readonly RolloutFault[] },
  now: string,
): RolloutSignals {
  const mine = newestByInstance(
    documents.filter(({ model, channel }) => model === state.model && channel === state.channel),
  )
  const ofChampion = mine.filter(
    (document) => isLive(document, state, now) && document.champion.modelDigest === state.champion.modelDigest,
  )
  const ofRollout = mine.filter(
    ({ champion, rollout }) =>
      rollout?.seq === state.seq &&
      rollout.canary.modelDigest === state.canary.modelDigest &&
      champion.modelDigest === state.champion.modelDigest,
  )
  const consumed = new Map(state.consumed.map(({ instance, sequence }) => [instance, sequence]))
  const found: RolloutFault[] = [...faults]
  const queues: Window[][] = []
  for (const document of ofRollout) {
    const { instance, dropped } = document
    const problem =
      !consumed.has(instance) && consumed.size >= maximumInstances
        ? `more than ${maximumInstances} servers took part`
        : sequenceProblem(document, consumed.get(instance), state)
    if (problem) {
      found.push(unreadable(`${instance}: ${problem}`))
      continue
    }
    if (!consumed.has(instance)) consumed.set(instance, 0)
    if (dropped && dropped.cause !== 'lease' && isLive(document, state, now)) {
      found.push({ kind: 'dropped', reason: `${instance} keeps its canary out: ${dropped.reason}`.slice(0, 2000) })
    }
    queues.push(
      document.windows.filter(({ last }) => last > consumed.get(instance)!).map((window) => ({ ...window, instance })),
    )
  }
  const polls = interleave(queues)
  return {
    polls: polls.slice(0, maximumPolls).map(({ instance, first, last, groups }) => ({ instance, first, last, groups })),
    isTruncated: polls.length > maximumPolls,
    isLive: ofRollout.some((document) => isLive(document, state, now)),
    faults: found.slice(0, 100),
    championLatency: ofChampion.length === 0 ? null : sum(ofChampion.map(({ latency }) => latency.champion)),
  }
}

type Window = Telemetry['windows'][number] & { readonly instance: string }

/** Published within two polls of now: neither long ago nor, by a wrong clock, in the future. */
function isLive({ publishedAt }: Telemetry, { plan }: RolloutState, now: string): boolean {
  return Math.abs(Date.parse(now) - Date.parse(publishedAt)) <= 2 * plan.pollMinutes * 60_000
}

/** One document per instance: the newest, or of equally new ones the same whatever the order. */
function newestByInstance(documents: readonly Telemetry[]): Telemetry[] {
  const newest = new Map<string, Telemetry>()
  for (const document of documents) {
    const other = newest.get(document.instance)
    if (!other || rank(document, other) > 0) newest.set(document.instance, document)
  }
  return [...newest.values()].sort((a, b) => compareText(a.instance, b.instance))
}

function rank(a: Telemetry, b: Telemetry): number {
  return (
    a.sequence - b.sequence ||
    compareText(a.publishedAt, b.publishedAt) ||
    compareText(JSON.stringify(a), JSON.stringify(b))
  )
}

function sequenceProblem(
  { sequence, windows, startedAt }: Telemetry,
  seen: number | undefined,
  { updatedAt }: RolloutState,
): string | undefined {
  if (seen === undefined) return undefined
  // Its numbers can have caught up with what is on record, but windows that were not taken in are lost.
  if (Date.parse(startedAt) > Date.parse(updatedAt)) return 'it started anew under the same name'
  if (sequence < seen) return `its sequence went back from ${seen} to ${sequence}`
  const next = windows.find(({ last }) => last > seen)
  if (!next) return sequence > seen ? `windows ${seen + 1} to ${sequence} are missing` : undefined
  if (next.first > seen + 1) return `windows ${seen + 1} to ${next.first - 1} are missing`
  if (next.first <= seen) return `window ${next.first} to ${next.last} was counted in part already`
  return undefined
}

/** Merges the servers' windows by the time they say, never changing the order of one server's. */
function interleave(queues: Window[][]): Window[] {
  const merged: Window[] = []
  for (;;) {
    const heads = queues.filter((queue) => queue.length > 0)
    if (heads.length === 0) return merged
    const next = heads.reduce((a, b) => (compareText(b[0]!.to, a[0]!.to) < 0 ? b : a))
    merged.push(next.shift()!)
  }
}

function sum(histograms: readonly (readonly number[])[]): number[] {
  return histograms[0]!.map((_, i) => histograms.reduce((total, histogram) => total + histogram[i]!, 0))
}

function unreadable(reason: string): RolloutFault {
  return { kind: 'unreadable', reason: reason.slice(0, 2000) }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
