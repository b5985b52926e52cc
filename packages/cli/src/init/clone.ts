import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** The default branch as a clone knows it: that of origin, else the one that is checked out, else `main`. */
export async function branchOf(folder: string): Promise<string> {
  const git = async (...args: string[]): Promise<string> =>
    promisify(execFile)('git', ['-C', folder, ...args]).then(
      ({ stdout }) => stdout.trim(),
      () => '',
    )
  const origin = await git('symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD')
  if (origin.startsWith('origin/')) return origin.slice('origin/'.length)
  return (await git('symbolic-ref', '--quiet', '--short', 'HEAD')) || 'main'
}
