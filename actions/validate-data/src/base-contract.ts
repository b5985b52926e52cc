import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { compareContracts, readContractDocument } from '@tidemark/data'
import { renderContractChange } from '@tidemark/reports'
import { TidemarkError } from '@tidemark/schemas'
import type { Context } from './checks.ts'

const run = promisify(execFile)
const largestContract = 2 * 1024 * 1024

/** Compares the contract with the base's, where one is asked for and there; says whether the version tells of the change. */
export async function judgeChange(context: Context, { file, text }: { file: string; text: string }): Promise<boolean> {
  const { base } = context.inputs
  if (base === undefined) return true
  const before = await readAt(context.github.workspace, base, file)
  if (before === null) {
    context.log(`${file} is new: ${base} has no such contract`)
    return true
  }
  const now = readContractDocument(text, file)
  const old = readContractDocument(before, `${file} at ${base}`)
  const comparison = compareContracts(old.document, now.document)
  const { changes, step, isVersionEnough } = comparison
  context.output('contract-change', step)
  context.summary(
    renderContractChange({ ...comparison, file, before: old.document.version, after: now.document.version }),
  )
  const level = isVersionEnough ? 'notice' : 'error'
  for (const { effect, subject, reason, path } of changes) {
    if (effect !== 'breaking') continue
    const { line } = now.locate(path)
    context.annotate({
      level,
      title: 'Breaking change',
      message: `${subject}: ${reason}`,
      file,
      ...(line === undefined ? {} : { line }),
    })
  }
  return isVersionEnough
}

/** A file as a commit has it, null where it has none. Nothing is fetched, and no configuration of the machine is read. */
export async function readAt(workspace: string, commit: string, file: string): Promise<string | null> {
  const env = {
    PATH: process.env.PATH ?? '',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_NO_LAZY_FETCH: '1',
  }
  const git = (...args: string[]) =>
    run('git', ['-c', 'safe.directory=*', '-C', workspace, ...args], { env, maxBuffer: largestContract })
  const sha = await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${commit}^{commit}`).then(
    ({ stdout }) => stdout.trim(),
    (cause: unknown) => {
      throw new TidemarkError('FILE_NOT_FOUND', `the commit ${commit} is not in the checkout`, {
        hint: 'Give actions/checkout `fetch-depth: 2` for HEAD^1, or 0 for all of the history.',
        cause,
      })
    },
  )
  const { stdout: listed } = await git('ls-tree', sha, '--', file)
  const blob = /^\d+ blob ([0-9a-f]{40,64})\t/.exec(listed)?.[1]
  return blob === undefined ? null : (await git('cat-file', 'blob', blob)).stdout
}
