import {
  type Baseline,
  Dataset,
  digestOf,
  eventId,
  layout,
  type MonitorPolicy,
  type RegistryEvent,
  type VersionManifest,
} from '@tidemark/schemas'
import { readChannelState } from '../channel-state.ts'
import { readChannel, readReferenced, readVersion } from '../facts.ts'
import type { LedgerReader, Registry } from '../ports.ts'

/** The version whose data and scores are what is normal, or null where there is none yet. */
export async function readBaselineVersion(
  { ledger, reviews, policyRoot }: Pick<Registry, 'ledger' | 'reviews' | 'policyRoot'>,
  { model, channel, monitor }: { model: string; channel: string; monitor: MonitorPolicy },
): Promise<VersionManifest | null> {
  const head = await ledger.head()
  if (monitor.baseline?.version !== undefined) return readVersion(ledger, model, monitor.baseline.version, head)
  const intent = await readChannel(reviews, policyRoot, { model, channel, ref: await reviews.defaultBranch() })
  const state = await readChannelState(ledger, intent)
  return state === null ? null : readVersion(ledger, model, state.version, head)
}

/** The data that a version was trained on and judged by: its reference. */
export function readReferenceData(ledger: LedgerReader, manifest: VersionManifest, at: string): Promise<Dataset[]> {
  return Promise.all(manifest.datasets.map((each) => readReferenced(ledger, Dataset, each, at)))
}

/** The files of a version's reference data. */
export async function readReferenceFiles(...asked: Parameters<typeof readReferenceData>): Promise<Dataset['files']> {
  return (await readReferenceData(...asked)).flatMap(({ files }) => files)
}

export type DriftSubject = Pick<VersionManifest, 'model' | 'version' | 'modelDigest'>

/** Where the event lies that says that these data were judged by this policy: where it is, nothing is due. */
export function checkedEvent(
  { model, version, modelDigest }: DriftSubject,
  { dataset, policy }: { dataset: string; policy: MonitorPolicy },
): Pick<RegistryEvent, 'type' | 'model' | 'subject' | 'cause'> & { path: string } {
  const event = {
    type: 'drift.checked' as const,
    model,
    subject: { version, modelDigest },
    cause: digestOf({ dataset, modelDigest, policy }),
  }
  return { ...event, path: layout.event(model, eventId(event), event.type) }
}

/** Whether a baseline describes this reference with the outcomes that the policy watches. */
export function isBaselineOf(
  baseline: Baseline,
  {
    modelDigest,
    dataset,
    features,
    monitor,
  }: { modelDigest: string; dataset: string; features: string; monitor: MonitorPolicy },
): boolean {
  const segments = new Set(
    baseline.columns.flatMap(({ segment }) => (segment ? [`${segment.column}=${segment.value}`] : [])),
  )
  const wanted = (monitor.segments ?? []).flatMap(({ column, values }) => values.map((value) => `${column}=${value}`))
  const outcomes = baseline.columns.flatMap(({ family, kind, name, segment }) =>
    family === 'labels' && kind === 'numeric' && segment === undefined ? [name] : [],
  )
  return (
    baseline.modelDigest === modelDigest &&
    baseline.dataset === dataset &&
    baseline.features === features &&
    [...segments].sort().join('\n') === [...new Set(wanted)].sort().join('\n') &&
    outcomes.join('\n') === (monitor.label?.column ?? '') &&
    // One that was described before performance was asked for does not tell what its scores promise.
    (monitor.performance === undefined ||
      baseline.calibration === null ||
      baseline.weeks < 2 ||
      baseline.expectations !== undefined) &&
    // One that an earlier version described does not tell how its days differ.
    (monitor.windows !== 'day' || baseline.columns.some(({ daily }) => daily !== undefined) || baseline.blocks < 28)
  )
}
