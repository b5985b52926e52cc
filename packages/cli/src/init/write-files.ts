import { lstat, mkdir, realpath, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Problem, RelativePath, TidemarkError } from '@tidemark/schemas'

export interface Written {
  readonly written: readonly string[]
  /** There before, and left as they are. */
  readonly left: readonly string[]
}

/**
 * Writes files below a folder, those that are not there. Every path is looked at before the first is written, and none through a
 * symbolic link; a failure in between takes back what was written. Throws `PATH_REFUSED` with every path that cannot be.
 */
export async function writeFiles(
  folder: string,
  files: Readonly<Record<string, string>>,
  { isTrial = false }: { readonly isTrial?: boolean } = {},
): Promise<Written> {
  const root = await realpath(folder).catch((cause) => {
    throw new TidemarkError('PATH_REFUSED', `${folder} is not there`, { hint: 'Name the folder of a clone.', cause })
  })
  const problems: Problem[] = []
  const left: string[] = []
  for (const path of Object.keys(files)) {
    const state = await look(root, path)
    if (state === 'there') left.push(path)
    else if (state !== 'free') problems.push({ file: path, message: state })
  }
  if (problems.length > 0) {
    throw new TidemarkError('PATH_REFUSED', `nothing was written: ${problems.length} of the files cannot be`, {
      hint: 'Move out of the way what is named.',
      problems,
    })
  }
  const wanted = Object.entries(files).filter(([path]) => !left.includes(path))
  const written: string[] = []
  if (!isTrial) {
    for (const [path, text] of wanted) {
      try {
        await mkdir(dirname(join(root, path)), { recursive: true })
        // Not over a file that came in between, nor through a link: wx makes a new one or fails.
        await writeFile(join(root, path), text, { flag: 'wx' })
        written.push(path)
      } catch (cause) {
        for (const done of written) await rm(join(root, done), { force: true })
        throw new TidemarkError('PATH_REFUSED', `${path} cannot be written: ${(cause as Error).message}`, {
          hint: 'Nothing was written. Check who may write to the folder.',
          cause,
        })
      }
    }
  }
  return { written: isTrial ? wanted.map(([path]) => path) : written, left }
}

/** `there` for a file, `free` for nothing, else why it cannot be written. */
async function look(root: string, path: string): Promise<'there' | 'free' | string> {
  if (!RelativePath.safeParse(path).success) return 'leads outside of the folder'
  const parts = path.split('/')
  for (const [i] of parts.entries()) {
    const part = parts.slice(0, i + 1).join('/')
    const found = await lstat(join(root, part)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      return error.code ?? error.message
    })
    if (found === null) return 'free'
    if (typeof found === 'string') return `${part} cannot be looked at: ${found}`
    if (found.isSymbolicLink()) return `${part} is a symbolic link, which could lead elsewhere`
    const isLast = i === parts.length - 1
    if (isLast) return found.isFile() ? 'there' : `${part} is not a file`
    if (!found.isDirectory()) return `${part} is not a folder`
  }
  return 'free'
}
