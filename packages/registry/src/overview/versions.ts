import {
  type ChannelOverview,
  compareVersions,
  Dataset,
  Evaluation,
  type FactReference,
  layout,
  type RecordedEvent,
  type RegistryEvent,
  type RolloutState,
  Run,
  Validation,
  Version,
  type VersionLineage,
  VersionManifest,
  type VersionOverview,
  type VersionStatus,
} from '@tidemark/schemas'
import { type FactReader, mapBounded } from './fact-reader.ts'

/** Manifests, oldest first, of the newest `most` versions; and how many older ones there are. */
export async function readManifests(
  facts: FactReader,
  model: string,
  { paths, most }: { readonly paths: readonly string[]; readonly most: number },
): Promise<{ manifests: VersionManifest[]; older: number }> {
  const versions: string[] = []
  for (const path of paths) {
    const name = path.slice(layout.versions(model).length + 1).replace(/\.json$/, '')
    if (Version.safeParse(name).success) versions.push(name)
    else facts.report(path, 'is not named like a version')
  }
  versions.sort(compareVersions)
  const wanted = versions.slice(-most).map((version) => layout.version(model, version))
  return { manifests: await facts.readAll(VersionManifest, model, wanted), older: Math.max(0, versions.length - most) }
}

/** What became of each version; with what it came from for those in a channel, in a rollout, and the newest `lineages`. */
export function describeVersions(
  facts: FactReader,
  manifests: readonly VersionManifest[],
  context: {
    readonly channels: readonly ChannelOverview[]
    readonly rollouts: readonly RolloutState[]
    readonly events: readonly RegistryEvent[]
    readonly lineages: number
  },
): Promise<VersionOverview[]> {
  const { channels, rollouts, events, lineages } = context
  const running = rollouts.filter(({ phase }) => phase === 'pending' || phase === 'running' || phase === 'holding')
  return mapBounded([...manifests.entries()], async ([index, manifest]) => {
    const { modelDigest, version } = manifest
    const holding = channels.filter(({ tenures }) => tenures.at(-1)?.modelDigest === modelDigest)
    const own = events.filter(({ subject }) => subject.modelDigest === modelDigest)
    const isCanary = running.some(({ canary }) => canary.modelDigest === modelDigest)
    const status = holding.length > 0 ? 'live' : isCanary ? 'canary' : statusOf(own)
    const isNear = status === 'live' || status === 'canary' || index >= manifests.length - lineages
    return {
      manifest,
      status,
      channels: holding.map(({ channel }) => channel),
      publishedAt:
        own.find(({ type, subject }) => type === 'version.published' && subject.version === version)?.at ?? null,
      lineage: isNear ? await readLineage(facts, manifest) : null,
    }
  })
}

const statusAfter: Readonly<Record<string, VersionStatus>> = {
  'version.published': 'published',
  'promotion.requested': 'proposed',
  'promotion.merged': 'merged',
  'rollout.opened': 'merged',
  'promotion.refused': 'refused',
  'rollout.rolled-back': 'rolled-back',
  'version.rolled-back': 'rolled-back',
  'promotion.settled': 'former',
  'version.retired': 'retired',
}

/** What a version that is in no channel and no rollout is, as the newest of its events says; they come newest first. */
export function statusOf(events: readonly Pick<RecordedEvent, 'type'>[]): VersionStatus {
  for (const { type } of events) {
    if (Object.hasOwn(statusAfter, type)) return statusAfter[type]!
  }
  return 'pending'
}

/** The facts that a manifest names. */
export async function readLineage(facts: FactReader, manifest: VersionManifest): Promise<VersionLineage> {
  const { model } = manifest
  const paths = (references: readonly FactReference[]) => references.map(({ path }) => path)
  const [run, evaluation, datasets, validations] = await Promise.all([
    facts.read(Run, { path: manifest.run.path, model }),
    facts.read(Evaluation, { path: manifest.evaluation.path, model }),
    facts.readAll(Dataset, model, paths(manifest.datasets)),
    facts.readAll(Validation, model, paths(manifest.validations)),
  ])
  if (evaluation === null) return { run, evaluation, datasets, validations }
  const { statistics: _, ...decision } = evaluation
  return { run, evaluation: decision, datasets, validations }
}
