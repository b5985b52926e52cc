import { canonicalJson, digestOf, sha256 } from './canonical-json.ts'
import type { FactReference, RegistryEvent } from './facts.ts'

/**
 * SHA-256 over the raw SHA-256 digests of the files in code-point order of their paths: the subject digest of
 * OpenSSF Model Signing v1.0 (method `files`).
 */
export function modelDigest(files: readonly { path: string; sha256: string }[]): string {
  const sorted = [...files].sort((a, b) => compareCodePoints(a.path, b.path))
  return sha256(Buffer.concat(sorted.map((file) => Buffer.from(file.sha256, 'hex'))))
}

/** The id of an event: no clock, no counter. */
export function eventId(event: Pick<RegistryEvent, 'type' | 'subject' | 'cause'>): string {
  return digestOf({ type: event.type, subject: event.subject, cause: event.cause })
}

/** How another fact refers to a document stored at `path`. */
export function referTo(path: string, document: unknown): FactReference {
  return { path, sha256: sha256(canonicalJson(document)) }
}

function compareCodePoints(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}
