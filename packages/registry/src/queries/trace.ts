import {
  type ChannelTenure,
  compareVersions,
  type DriftSummary,
  layout,
  type RecordedEvent,
  type RolloutState,
  type VersionLineage,
  VersionManifest,
  type VersionReference,
} from '@tidemark/schemas'
import { readDrift } from '../overview/drift.ts'
import { readLineage } from '../overview/versions.ts'
import type { Compared } from './difference.ts'
import { versionsOf } from './models.ts'
import type { RegistryView } from './registry-view.ts'
import { summarizeVersions, type VersionSummary } from './versions.ts'

/** Newer versions that are looked at for children, and windows for those that were judged by it. */
const mostNewer = 1000
const mostWindows = 106

/** A version with all that it came from, and all that came of it. */
export interface VersionTrace extends VersionSummary {
  readonly lineage: VersionLineage
  /** Versions that followed it directly. */
  readonly children: readonly VersionReference[]
  /** Its times in channels, oldest first. */
  readonly tenures: readonly (ChannelTenure & { readonly channel: string })[]
  /** The rollouts that tried it, newest first. */
  readonly rollouts: readonly RolloutState[]
  /** Windows that were compared with its data and scores, oldest first. */
  readonly drift: readonly DriftSummary[]
  /** Its own events but those about drift, newest first. */
  readonly events: readonly RecordedEvent[]
}

/** Null where the model has no such version. */
export async function traceVersion(
  view: RegistryView,
  { model, version }: { readonly model: string; readonly version: string },
): Promise<VersionTrace | null> {
  await view.list([model], ['versions', 'events', 'drift'])
  const versions = versionsOf(view, model)
  if (!versions.includes(version)) return null
  const manifest = await view.facts.read(VersionManifest, { path: layout.version(model, version), model })
  if (manifest === null) return null
  const { modelDigest } = manifest
  const [summaries, lineage, children, channels, rollouts, checks, events] = await Promise.all([
    summarizeVersions(view, [manifest]),
    readLineage(view.facts, manifest),
    readChildren(view, manifest, versions),
    view.events(model, (type) => type === 'promotion.settled').then((settled) => view.channels(model, settled)),
    view.pastRollouts(model),
    view
      .events(model, (type) => type.startsWith('drift.'))
      .then((told) =>
        readDrift(view.facts, model, { paths: view.paths(model, 'drift'), events: told, most: mostWindows }),
      ),
    view.events(model, (type) => !type.startsWith('drift.') && !type.startsWith('retraining.')),
  ])
  return {
    ...summaries[0]!,
    lineage,
    children,
    tenures: channels.flatMap(({ channel, tenures }) =>
      tenures.filter((tenure) => tenure.modelDigest === modelDigest).map((tenure) => ({ channel, ...tenure })),
    ),
    rollouts: rollouts.filter(({ canary }) => canary.modelDigest === modelDigest),
    drift: checks.filter((check) => check.modelDigest === modelDigest),
    events: events.filter(({ subject }) => subject.modelDigest === modelDigest),
  }
}

async function readChildren(
  view: RegistryView,
  { model, version, modelDigest }: VersionManifest,
  versions: readonly string[],
): Promise<VersionReference[]> {
  const newer = versions.filter((each) => compareVersions(each, version) > 0)
  if (newer.length > mostNewer)
    view.facts.report(
      layout.versions(model),
      `holds ${newer.length} newer versions; ${mostNewer} were looked at for what follows ${version}`,
    )
  const paths = newer.slice(0, mostNewer).map((each) => layout.version(model, each))
  const manifests = await view.facts.readAll(VersionManifest, model, paths)
  return manifests
    .filter(({ parent }) => parent?.modelDigest === modelDigest)
    .map((child) => ({ version: child.version, modelDigest: child.modelDigest }))
}

/** A version and where it came from, to be compared; null where the model has no such version. */
export async function readCompared(
  view: RegistryView,
  { model, version }: { readonly model: string; readonly version: string },
): Promise<Compared | null> {
  await view.list([model], ['versions'])
  const manifest = versionsOf(view, model).includes(version)
    ? await view.facts.read(VersionManifest, { path: layout.version(model, version), model })
    : null
  return manifest && { manifest, lineage: await readLineage(view.facts, manifest) }
}
