import { RegistryEvent, type VersionManifest } from '@tidemark/schemas'
import { readFact } from '../facts.ts'
import type { LedgerReader } from '../ports.ts'
import { retiredEvent } from '../version-event.ts'

/** When a version was retired, or null. */
export async function readRetirement(
  ledger: Pick<LedgerReader, 'read'>,
  manifest: VersionManifest,
  head: string | null,
): Promise<RegistryEvent | null> {
  return readFact(ledger, RegistryEvent, retiredEvent(manifest).path, head)
}
