import type { GitStore } from './git-store.ts'
import { runGit } from './run-git.ts'

export interface FileChange {
  path: string
  previousPath?: string
  status: 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed'
  /** Blob id after the change; before it for a removed file. */
  sha: string
  additions: number
  deletions: number
  /** Hunks without the file header; absent for binary files. */
  patch?: string
}

const statuses = { A: 'added', D: 'removed', M: 'modified', R: 'renamed', C: 'copied', T: 'changed' } as const
const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904'

/** What changed between two commits or trees; `from` null compares with nothing. In order of path. */
export function diffTrees(git: GitStore, from: string | null, to: string): Promise<FileChange[]> {
  return git.remember(`diff ${from} ${to}`, () => diff(git, from, to))
}

async function diff(git: GitStore, from: string | null, to: string): Promise<FileChange[]> {
  if (from === null) await git.writeTree([])
  const args = ['diff-tree', '-r', '-M', '--raw', '--numstat', '-p', '--no-color', '--abbrev=40']
  const { code, stdout, stderr } = await runGit(git.dir, ['-c', 'core.quotePath=false', ...args, from ?? emptyTree, to])
  if (code !== 0) throw new Error(`git diff-tree: ${stderr}`)
  const text = stdout.toString('utf8')
  const patchStart = text.search(/^diff --git /m)
  const head = (patchStart < 0 ? text : text.slice(0, patchStart)).split('\n').filter(Boolean)
  // Content lines start with a space, + or -, so only headers can start like this.
  const patches = patchStart < 0 ? [] : text.slice(patchStart).split(/^(?=diff --git )/m)
  const counts = head.filter((line) => !line.startsWith(':')).map((line) => line.split('\t'))
  return head
    .filter((line) => line.startsWith(':'))
    .map((line, i) => {
      const [info = '', first = '', second] = line.split('\t')
      const [, , before = '', after = '', letter = 'M'] = info.split(' ')
      const status = statuses[letter[0] as keyof typeof statuses] ?? 'changed'
      const hunks = patches[i]?.search(/^@@ /m) ?? -1
      return {
        path: second ?? first,
        ...(second === undefined ? {} : { previousPath: first }),
        status,
        sha: status === 'removed' ? before : after,
        additions: Number(counts[i]?.[0]) || 0,
        deletions: Number(counts[i]?.[1]) || 0,
        ...(hunks >= 0 ? { patch: patches[i]!.slice(hunks).replace(/\n$/, '') } : {}),
      }
    })
}
