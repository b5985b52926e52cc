import { eventId, layout, type RegistryEvent, referTo, type VersionManifest } from '@tidemark/schemas'

type VersionEvent = Pick<RegistryEvent, 'type' | 'subject' | 'cause'> & { path: string }

/** The event that ends a registration; its path follows from the manifest alone. */
export const publishedEvent = (manifest: VersionManifest): VersionEvent => eventOf(manifest, 'version.published')

/** The event after which a version's assets may be gone; its path follows from the manifest alone. */
export const retiredEvent = (manifest: VersionManifest): VersionEvent => eventOf(manifest, 'version.retired')

/** Where events about a version lie, for who knows its manifest by digest only. */
export function versionEventPaths(
  named: Pick<VersionManifest, 'model' | 'version' | 'modelDigest'>,
  manifestSha256: string,
): string[] {
  const types = ['version.published', 'version.retired'] as const
  return types.map((type) => namedEvent(named, manifestSha256, type).path)
}

function eventOf(manifest: VersionManifest, type: RegistryEvent['type']): VersionEvent {
  return namedEvent(manifest, referTo('', manifest).sha256, type)
}

function namedEvent(
  { model, version, modelDigest }: Pick<VersionManifest, 'model' | 'version' | 'modelDigest'>,
  cause: string,
  type: RegistryEvent['type'],
): VersionEvent {
  const event = { type, subject: { version, modelDigest }, cause }
  return { ...event, path: layout.event(model, eventId(event), type) }
}
