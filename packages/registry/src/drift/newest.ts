import { DriftCheck } from '@tidemark/schemas'
import { readFact } from '../facts.ts'
import type { LedgerReader } from '../ports.ts'

/** The check of the newest window that was judged, or null. Of several checks of that window one is taken. */
export async function readNewestDrift(
  ledger: LedgerReader,
  model: string,
  at: string | null,
): Promise<DriftCheck | null> {
  if (at === null) return null
  let folder = `models/${model}/drift`
  for (let depth = 0; depth < 3; depth++) {
    const newest = (await ledger.list(folder, at)).sort().at(-1)
    if (newest === undefined) return null
    folder = `${folder}/${newest.replace(/\/$/, '')}`
  }
  return readFact(ledger, DriftCheck, folder, at)
}
