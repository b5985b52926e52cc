import { CloneLedger } from '@tidemark/github'
import { readOverview } from '@tidemark/registry'
import { type PageOptions, renderPage } from '@tidemark/reports'
import type { Overview } from '@tidemark/schemas'
import { writeAtOnce } from './write-at-once.ts'

/**
 * Writes the page of a clone's registry, without network. Returns the overview that is on it. Throws `FILE_NOT_FOUND` where the
 * folder is no clone and `PATH_REFUSED` where the file cannot be written.
 */
export async function writePage({
  clone,
  out,
  registryBranch = 'model-registry',
  title = 'Model registry',
  repositoryUrl,
}: {
  clone: string
  out: string
  registryBranch?: string
} & Partial<PageOptions>): Promise<Overview> {
  using ledger = new CloneLedger(clone, registryBranch)
  const overview = await readOverview(ledger)
  await writeAtOnce(out, renderPage(overview, { title, repositoryUrl }))
  return overview
}
