import { randomBytes } from 'node:crypto'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { CloneLedger } from '@tidemark/github'
import { readOverview } from '@tidemark/registry'
import { type PageOptions, renderPage } from '@tidemark/reports'
import { type Overview, TidemarkError } from '@tidemark/schemas'

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

/** Writes beside the target and renames, so that nobody ever reads half a file. */
export async function writeAtOnce(file: string, text: string): Promise<void> {
  const target = resolve(file)
  const beside = `${target}.${randomBytes(4).toString('hex')}.part`
  try {
    await mkdir(dirname(target), { recursive: true })
    await writeFile(beside, text)
    await rename(beside, target)
  } catch (cause) {
    await rm(beside, { force: true }).catch(() => {})
    throw new TidemarkError('PATH_REFUSED', `${target} cannot be written: ${(cause as Error).message}`, {
      hint: 'Give a file in a folder that may be written.',
      cause,
    })
  }
}
