import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { type Source, TidemarkError } from '@tidemark/schemas'

const run = promisify(execFile)

/** The commit that is checked out, with its own date: what a run came from, whenever it is made. Needs git and a checkout. */
export async function readSource(
  workspace: string,
  { repository, ref }: { repository: string; ref: string },
): Promise<Source> {
  try {
    const { stdout } = await run('git', ['-C', workspace, 'show', '--no-patch', '--format=%H %ct', 'HEAD'])
    const [sha = '', seconds] = stdout.trim().split(' ')
    const committedAt = new Date(Number(seconds) * 1000).toISOString().replace('.000Z', 'Z')
    return { repository, sha, ref, committedAt }
  } catch (cause) {
    throw new TidemarkError('FILE_NOT_FOUND', `${workspace} is not a checkout that git can read`, {
      hint: 'Run actions/checkout before train: a run records the commit it came from.',
      cause,
    })
  }
}
