import { readFile, realpath, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { TidemarkError } from '@tidemark/schemas'

const largestTextBytes = 4 * 1024 * 1024

/** A small text file of a checkout. Throws `FILE_NOT_FOUND` (with `hint`), `PATH_REFUSED` for one outside, `FILE_TOO_LARGE`. */
export async function readBelow(root: string, file: string, hint: string): Promise<string> {
  const base = await realpath(root).catch((cause: unknown) => {
    throw new TidemarkError('FILE_NOT_FOUND', `${root} does not exist`, {
      hint: 'Check the folder’s name, and that it is checked out before this step.',
      cause,
    })
  })
  const path = await realpath(join(base, file)).catch((cause: unknown) => {
    throw new TidemarkError('FILE_NOT_FOUND', `${file} does not exist`, { hint, cause })
  })
  if (relative(base, path).split(sep)[0] === '..') {
    throw new TidemarkError('PATH_REFUSED', `${file} leads outside the checkout`, {
      hint: 'Replace the symbolic link by the file itself.',
    })
  }
  const found = await stat(path)
  if (!found.isFile() || found.size > largestTextBytes) {
    throw new TidemarkError('FILE_TOO_LARGE', `${file} is no file of at most ${largestTextBytes} bytes`, {
      hint: 'Policies, contracts, queries and baselines are small texts; keep data out of them.',
    })
  }
  return readFile(path, 'utf8')
}
