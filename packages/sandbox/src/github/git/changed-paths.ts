import type { TreeEntry } from './git-objects.ts'
import type { GitStore } from './git-store.ts'

interface ChangedPaths {
  added: string[]
  removed: string[]
  modified: string[]
}

/** Paths of files that differ between two trees, as a push names them: renames are a removal and an addition. */
export async function changedPaths(git: GitStore, from: string | null, to: string | null): Promise<ChangedPaths> {
  const changes: ChangedPaths = { added: [], removed: [], modified: [] }
  await compare(git, from, to, '', changes)
  return changes
}

async function compare(
  git: GitStore,
  from: string | null,
  to: string | null,
  prefix: string,
  changes: ChangedPaths,
): Promise<void> {
  if (from === to) return
  const [before, after] = await Promise.all([from, to].map((tree) => entriesOf(git, tree)))
  for (const name of [...new Set([...before!.keys(), ...after!.keys()])].sort()) {
    const [old, now] = [before!.get(name), after!.get(name)]
    if (old?.sha === now?.sha && old?.mode === now?.mode) continue
    const path = prefix + name
    const folders = [old, now].map((entry) => (entry?.mode === '040000' ? entry.sha : null))
    if (folders[0] || folders[1]) await compare(git, folders[0]!, folders[1]!, `${path}/`, changes)
    const [wasFile, isFile] = [old && !folders[0], now && !folders[1]]
    if (wasFile && isFile) changes.modified.push(path)
    else if (isFile) changes.added.push(path)
    else if (wasFile) changes.removed.push(path)
  }
}

async function entriesOf(git: GitStore, tree: string | null | undefined): Promise<Map<string, TreeEntry>> {
  const entries = tree ? ((await git.tree(tree)) ?? []) : []
  return new Map(entries.map((entry) => [entry.name, entry]))
}
