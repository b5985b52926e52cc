import type { ActionContext } from '@tidemark/action-kit'
import { readVersionModel, unpackLookups } from '@tidemark/data'
import { downloadModel } from '@tidemark/registry'
import type { definition } from './definition.ts'
import type { RowsQuestion } from './rows.ts'
import type { Watched } from './watched.ts'

/** The watched version’s model, downloaded and verified, with the lookups of its query in a temporary folder. */
export async function openScorer(
  context: ActionContext<typeof definition>,
  { registry, manifest }: Watched,
): Promise<RowsQuestion['scorer'] & AsyncDisposable> {
  const bytes = await context.group(`Fetch ${manifest.model} ${manifest.version}`, () =>
    downloadModel(registry.releases, manifest),
  )
  const unpacked = await unpackLookups(bytes)
  return {
    ...readVersionModel(manifest, bytes, unpacked.lookups),
    modelDigest: manifest.modelDigest,
    [Symbol.asyncDispose]: () => unpacked[Symbol.asyncDispose](),
  }
}
