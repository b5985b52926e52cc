import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { artifactFiles } from './artifact-files.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'artifact-files-'))
  for (const file of ['out/a.json', 'out/deep/b.json', 'out/.hidden', 'other/c.txt']) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), file)
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const select = (lines: string, hidden = false) => {
  const { files, root } = artifactFiles(lines, hidden, folder)
  return { files: files.map((file) => path.relative(root, file)), root: path.relative(folder, root) }
}

test('one folder is taken whole and its name is left out', () => {
  expect(select('out')).toEqual({ files: ['a.json', 'deep/b.json'], root: 'out' })
})

test('a hidden file comes along only on request', () => {
  expect(select('out/', true).files).toContain('.hidden')
})

test('several paths keep what they do not have in common, and a line with ! takes away', () => {
  expect(select('out\nother/c.txt\n!out/deep/**')).toEqual({ files: ['other/c.txt', 'out/a.json'], root: '' })
})

test('a pattern starts at the folder before its first wildcard', () => {
  expect(select('out/**/*.json')).toEqual({ files: ['a.json', 'deep/b.json'], root: 'out' })
})

test('nothing found is no file', () => {
  expect(select('missing').files).toEqual([])
})
