import {
  type ChannelOverview,
  eventId,
  layout,
  RecordedEvent,
  referTo,
  VersionManifest,
  type VersionStatus,
} from '@tidemark/schemas'
import { statusOf } from '../overview/versions.ts'
import { isUnderWay, versionsOf } from './models.ts'
import type { RegistryView } from './registry-view.ts'

export interface VersionSummary {
  readonly manifest: VersionManifest
  readonly status: VersionStatus
  /** Since when it is what `status` says. */
  readonly since: string
  /** The channels that hold it now. */
  readonly channels: readonly string[]
  /** When its release was published; null where no event says so. */
  readonly publishedAt: string | null
}

/** A model's newest `most` versions, newest first, with what became of them; and how many older ones there are. */
export async function readVersions(
  view: RegistryView,
  { model, most }: { readonly model: string; readonly most: number },
): Promise<{ versions: VersionSummary[]; older: number }> {
  await view.list([model], ['versions', 'events'])
  const known = versionsOf(view, model)
  const wanted = known.slice(-most).reverse()
  const manifests = await view.facts.readAll(
    VersionManifest,
    model,
    wanted.map((version) => layout.version(model, version)),
  )
  return { versions: await summarizeVersions(view, manifests), older: known.length - wanted.length }
}

/** What became of versions of one model, of which versions and events were listed. */
export async function summarizeVersions(
  view: RegistryView,
  manifests: readonly VersionManifest[],
): Promise<VersionSummary[]> {
  const model = manifests[0]?.model
  if (model === undefined) return []
  const [events, published, rollouts] = await Promise.all([
    view.events(model, tellsStatus),
    readPublished(view, manifests),
    view.rollouts(model),
  ])
  const channels = await view.channels(model, events)
  const byDigest = Map.groupBy(events, ({ subject }) => subject.modelDigest)
  return manifests.map((manifest) => {
    const { modelDigest } = manifest
    const publication = published.get(modelDigest)
    // Publishing comes before everything that these events tell.
    const own = [...(byDigest.get(modelDigest) ?? []), ...(publication ? [publication] : [])]
    const holding = channels.filter(({ tenures }) => tenures.at(-1)?.modelDigest === modelDigest)
    const canary = rollouts.find((each) => isUnderWay(each) && each.canary.modelDigest === modelDigest)
    const status = holding.length > 0 ? 'live' : canary ? 'canary' : statusOf(own)
    return {
      manifest,
      status,
      since:
        (status === 'former' ? endOf(channels, modelDigest) : undefined) ??
        holding[0]?.tenures.at(-1)?.since ??
        canary?.openedAt ??
        own.find((event) => statusOf([event]) === status)?.at ??
        manifest.registeredAt,
      channels: holding.map(({ channel }) => channel),
      publishedAt: publication?.at ?? null,
    }
  })
}

/** Types that change what a version is; those of each version's own registration are looked up, since there are as many as versions. */
const tellsStatus = (type: string): boolean =>
  !/^(drift|retraining|gate)\./.test(type) && type !== 'version.registered' && type !== 'version.published'

/** When the newest of its times in a channel ended. */
function endOf(channels: readonly ChannelOverview[], modelDigest: string): string | undefined {
  const tenures = channels.flatMap((channel) => channel.tenures).filter((tenure) => tenure.modelDigest === modelDigest)
  return tenures
    .map(({ until }) => until ?? '')
    .sort()
    .at(-1)
}

/** The events of publication by model digest: their ids follow from the manifests alone. */
async function readPublished(
  view: RegistryView,
  manifests: readonly VersionManifest[],
): Promise<Map<string, RecordedEvent>> {
  const listed = new Set(manifests.flatMap(({ model }) => view.paths(model, 'events')))
  const paths = manifests.map((manifest) => publicationPath(manifest)).filter((path) => listed.has(path))
  const events = await view.facts.readAll(RecordedEvent, manifests[0]?.model ?? '', paths)
  return new Map(events.map((event) => [event.subject.modelDigest, event]))
}

function publicationPath(manifest: VersionManifest): string {
  const { model, version, modelDigest } = manifest
  const type = 'version.published'
  const id = eventId({ type, subject: { version, modelDigest }, cause: referTo('', manifest).sha256 })
  return layout.event(model, id, type)
}
