import { eventId, layout, type RegistryEvent, referTo, type VersionManifest } from '@tidemark/schemas'

type VersionEvent = Pick<RegistryEvent, 'type' | 'subject' | 'cause'> & { path: string }

/** The event that ends a registration; its path follows from the manifest alone. */
export const publishedEvent = (manifest: VersionManifest): VersionEvent => eventOf(manifest, 'version.published')

/** The event after which a version's assets may be gone; its path follows from the manifest alone. */
export const retiredEvent = (manifest: VersionManifest): VersionEvent => eventOf(manifest, 'version.retired')

function eventOf(manifest: VersionManifest, type: RegistryEvent['type']): VersionEvent {
  const event = {
    type,
    subject: { version: manifest.version, modelDigest: manifest.modelDigest },
    cause: referTo('', manifest).sha256,
  }
  return { ...event, path: layout.event(manifest.model, eventId(event), type) }
}
