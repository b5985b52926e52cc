import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changedPaths } from './changed-paths.ts'
import { GitStore } from './git-store.ts'
import { editTree } from './tree-edit.ts'
import { mergeTrees } from './tree-merge.ts'

let folder: string
let git: GitStore
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tidemark-merge-'))
  git = await GitStore.create(join(folder, 'r.git'), 'main')
})
afterAll(async () => {
  git.close()
  await rm(folder, { recursive: true, force: true })
})

type Files = Record<string, string>
// `a` is a file in some trees and a folder in others.
const files = fc.dictionary(fc.constantFrom('a', 'b', 'd/x', 'd/e/y'), fc.constantFrom('1\n', '2\n', '3\n'), {
  maxKeys: 4,
})

async function treeOf(content: Files): Promise<string> {
  const changes = await Promise.all(
    Object.entries(content).map(async ([path, text]) => ({
      path,
      mode: '100644',
      sha: await git.write('blob', Buffer.from(text)),
    })),
  )
  return editTree(git, null, changes)
}

test('merging is the same from either side, and with nothing new changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(files, files, files, async (base, ours, theirs) => {
      const [b, o, t] = await Promise.all([base, ours, theirs].map(treeOf))
      expect(await mergeTrees(git, b!, o!, t!)).toBe(await mergeTrees(git, b!, t!, o!))
      expect(await mergeTrees(git, b!, o!, b!)).toBe(o)
      expect(await mergeTrees(git, b!, o!, o!)).toBe(o)
    }),
    { numRuns: 25 },
  )
})

test('what changed is what was edited', async () => {
  const before = await treeOf({ a: '1', 'd/x': '1', 'd/e/y': '1' })
  const after = await treeOf({ a: '2', 'd/x': '1', 'n/z': '1' })
  expect(await changedPaths(git, before, after)).toEqual({ added: ['n/z'], removed: ['d/e/y'], modified: ['a'] })
  expect((await changedPaths(git, null, after)).added).toEqual(['a', 'd/x', 'n/z'])
})
