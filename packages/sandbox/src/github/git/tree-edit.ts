import type { TreeEntry } from './git-objects.ts'
import type { GitStore } from './git-store.ts'

/** What a path shall be: an entry of this mode and id, or nothing. */
export interface TreeChange {
  path: string
  mode: string
  /** Null removes the path. */
  sha: string | null
}

/** Writes the tree that has `changes` on top of `base` (null: nothing), and returns its id. Emptied folders vanish. */
export async function editTree(git: GitStore, base: string | null, changes: readonly TreeChange[]): Promise<string> {
  const entries = new Map<string, TreeEntry>()
  for (const entry of base === null ? [] : ((await git.tree(base)) ?? [])) entries.set(entry.name, entry)
  const below = new Map<string, TreeChange[]>()
  for (const change of changes) {
    const slash = change.path.indexOf('/')
    if (slash < 0) {
      if (change.sha === null) entries.delete(change.path)
      else entries.set(change.path, { mode: change.mode, name: change.path, sha: change.sha })
      continue
    }
    const folder = change.path.slice(0, slash)
    below.set(folder, [...(below.get(folder) ?? []), { ...change, path: change.path.slice(slash + 1) }])
  }
  for (const [name, inside] of below) {
    const known = entries.get(name)
    const sha = await editTree(git, known?.mode === '040000' ? known.sha : null, inside)
    if (((await git.tree(sha)) ?? []).length === 0) entries.delete(name)
    else entries.set(name, { mode: '040000', name, sha })
  }
  return git.writeTree([...entries.values()])
}
