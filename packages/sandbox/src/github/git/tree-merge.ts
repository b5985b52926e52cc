import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TreeEntry } from './git-objects.ts'
import type { GitStore } from './git-store.ts'
import { runGit } from './run-git.ts'

/**
 * Merges two trees over their common base, files by `git merge-file`. Returns the tree's id, or null on a conflict.
 * `git merge-tree --write-tree` would also follow renames, but needs git 2.38; a rename against an edit is a conflict here.
 */
export async function mergeTrees(
  git: GitStore,
  base: string | null,
  ours: string,
  theirs: string,
): Promise<string | null> {
  const [before, left, right] = await Promise.all([base, ours, theirs].map((tree) => entriesOf(git, tree)))
  const names = new Set([...left!.keys(), ...right!.keys()])
  const merged: TreeEntry[] = []
  for (const name of names) {
    const entry = await mergeEntry(git, before!.get(name), left!.get(name), right!.get(name))
    if (entry === 'conflict') return null
    if (entry) merged.push(entry)
  }
  return git.writeTree(merged)
}

async function mergeEntry(
  git: GitStore,
  base: TreeEntry | undefined,
  ours: TreeEntry | undefined,
  theirs: TreeEntry | undefined,
): Promise<TreeEntry | 'conflict' | undefined> {
  if (same(ours, theirs) || same(base, theirs)) return ours
  if (same(base, ours)) return theirs
  if (!ours || !theirs) return 'conflict'
  if (isFolder(ours) && isFolder(theirs)) {
    const sha = await mergeTrees(git, base && isFolder(base) ? base.sha : null, ours.sha, theirs.sha)
    return sha === null ? 'conflict' : { ...ours, sha }
  }
  if (isFolder(ours) || isFolder(theirs) || !base || isFolder(base)) return 'conflict'
  if (base.mode !== ours.mode && base.mode !== theirs.mode && ours.mode !== theirs.mode) return 'conflict'
  const mode = ours.mode === base.mode ? theirs.mode : ours.mode
  if (ours.sha === theirs.sha || base.sha === theirs.sha) return { ...ours, mode }
  if (base.sha === ours.sha) return { ...theirs, mode }
  const sha = await mergeFiles(git, base.sha, ours.sha, theirs.sha)
  return sha === null ? 'conflict' : { ...ours, mode, sha }
}

async function mergeFiles(git: GitStore, base: string, ours: string, theirs: string): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), 'tidemark-merge-'))
  try {
    const contents = await Promise.all([ours, base, theirs].map((sha) => git.read(sha)))
    const files = ['ours', 'base', 'theirs']
    await Promise.all(files.map((name, i) => writeFile(join(folder, name), contents[i]?.bytes ?? Buffer.alloc(0))))
    const { code } = await runGit(folder, ['merge-file', '--quiet', ...files])
    return code === 0 ? git.write('blob', await readFile(join(folder, 'ours'))) : null
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function entriesOf(git: GitStore, tree: string | null | undefined): Promise<Map<string, TreeEntry>> {
  const entries = tree ? ((await git.tree(tree)) ?? []) : []
  return new Map(entries.map((entry) => [entry.name, entry]))
}

function same(a: TreeEntry | undefined, b: TreeEntry | undefined): boolean {
  return a?.sha === b?.sha && a?.mode === b?.mode
}

function isFolder(entry: TreeEntry): boolean {
  return entry.mode === '040000'
}
