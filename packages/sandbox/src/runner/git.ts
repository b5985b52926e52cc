import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const execute = promisify(execFile)
const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904'
const zeros = /^0+$/

export async function git(dir: string, ...args: string[]): Promise<string> {
  const { stdout } = await execute('git', ['-C', dir, ...args], {
    maxBuffer: 256 * 1024 * 1024,
    env: { PATH: process.env.PATH ?? '', GIT_CONFIG_NOSYSTEM: '1', LC_ALL: 'C' },
  })
  return stdout
}

const knownWorkflows = new Map<string, Promise<Map<string, string>>>()

/** Workflow files at a commit: path → text. A commit's files never change, and every event asks for them. */
export function workflowFiles(dir: string, sha: string): Promise<Map<string, string>> {
  const key = `${dir}\0${sha}`
  const known = knownWorkflows.get(key)
  if (known) return known
  if (knownWorkflows.size >= 200) knownWorkflows.clear()
  const files = readWorkflowFiles(dir, sha)
  knownWorkflows.set(key, files)
  files.catch(() => knownWorkflows.delete(key))
  return files
}

async function readWorkflowFiles(dir: string, sha: string): Promise<Map<string, string>> {
  const listed = await git(dir, 'ls-tree', '-z', '--name-only', sha, '.github/workflows/')
  const paths = listed.split('\0').filter((path) => /\.ya?ml$/.test(path))
  return new Map(await Promise.all(paths.map(async (path) => [path, await fileAt(dir, sha, path)] as const)))
}

export const fileAt = (dir: string, commit: string, path: string): Promise<string> =>
  git(dir, 'show', `${commit}:${path}`)

export const commitOf = async (dir: string, ref: string): Promise<string> =>
  (await git(dir, 'rev-parse', '--verify', '--end-of-options', `${ref}^{commit}`)).trim()

export const commitMessage = (dir: string, sha: string): Promise<string> => git(dir, 'log', '-1', '--format=%B', sha)

/** Two-dot difference for a push to an existing branch; for a new branch, against the parent of its deepest new commit. */
export async function filesOfPush(dir: string, ref: string, before: string, after: string): Promise<string[]> {
  const known = !zeros.test(before) && (await exists(dir, before))
  return changed(dir, known ? before : await parentOfDeepestNewCommit(dir, ref, after), after)
}

/** Three-dot difference: what the pull request's branch changed since it left its base. */
export async function filesOfPullRequest(dir: string, base: string, head: string): Promise<string[]> {
  const mergeBase = (await git(dir, 'merge-base', base, head).catch(() => emptyTree)).trim()
  return changed(dir, mergeBase, head)
}

async function parentOfDeepestNewCommit(dir: string, ref: string, after: string): Promise<string> {
  const fresh = await git(dir, 'rev-list', '--topo-order', after, '--not', `--exclude=${ref}`, '--glob=refs/heads')
  const deepest = fresh.trim().split('\n').at(-1)
  if (!deepest) return after
  return (await git(dir, 'rev-parse', '--verify', '--quiet', `${deepest}^`).catch(() => emptyTree)).trim()
}

const exists = (dir: string, sha: string): Promise<boolean> =>
  git(dir, 'cat-file', '-e', `${sha}^{commit}`).then(
    () => true,
    () => false,
  )

const changed = async (dir: string, from: string, to: string): Promise<string[]> =>
  (await git(dir, 'diff', '--name-only', '-z', '--no-renames', from, to)).split('\0').filter(Boolean)
