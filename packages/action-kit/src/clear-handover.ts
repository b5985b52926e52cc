import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { TidemarkError } from '@tidemark/schemas'

/**
 * Removes what an earlier run handed over in `dir`, so that a run that fails leaves nothing behind that looks like its own.
 * A folder with other content is somebody's work: `PATH_REFUSED`, and nothing in it is touched.
 */
export async function clearHandover(dir: string, kind: string): Promise<void> {
  const names = await readdir(dir).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return []
    throw refused(dir, 'is not a folder that can be written', cause)
  })
  if (names.length === 0) return
  if (!(await isHandover(dir, kind))) throw refused(dir, `holds other files than a ${kind} handover`)
  await rm(dir, { recursive: true })
}

async function isHandover(dir: string, kind: string): Promise<boolean> {
  try {
    const manifest: unknown = JSON.parse(await readFile(join(dir, 'handover.json'), 'utf8'))
    const { schema, kind: written } = manifest as { schema?: unknown; kind?: unknown }
    return schema === 'tidemark/handover/v1' && written === kind
  } catch {
    return false
  }
}

function refused(dir: string, what: string, cause?: unknown): TidemarkError {
  return new TidemarkError('PATH_REFUSED', `The output folder ${dir} ${what}.`, {
    hint: 'Give the input `output` a folder of its own: it is emptied at each run.',
    cause,
  })
}
