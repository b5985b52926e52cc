import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { compareContracts, readContractDocument } from '@tidemark/data'
import { type ReportedContractChange, renderContractChange } from '@tidemark/reports'
import { TidemarkError } from '@tidemark/schemas'
import type { Context } from './checks.ts'

const run = promisify(execFile)
const largestContract = 2 * 1024 * 1024

/** Compares the contract with the base's, and tells of the change; undefined where no base is asked for, or it has no such contract. */
export async function judgeChange(
  context: Context,
  { file, text }: { file: string; text: string },
): Promise<ReportedContractChange | undefined> {
  const { base } = context.inputs
  if (base === undefined) return undefined
  const before = await readAt(context.github.workspace, base, file)
  if (before === null) {
    context.log(`${file} is new: ${base} has no such contract`)
    return undefined
  }
  const now = readContractDocument(text, file)
  const old = readContractDocument(before, `${file} at ${base}`)
  const comparison = compareContracts(old.document, now.document)
  const change = { ...comparison, file, before: old.document.version, after: now.document.version }
  context.output('contract-change', change.step)
  context.summary(renderContractChange(change))
  const level = change.isVersionEnough ? 'notice' : 'error'
  for (const { effect, subject, reason, path } of comparison.changes) {
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
  return change
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
