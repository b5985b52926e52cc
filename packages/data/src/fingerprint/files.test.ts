import { rename, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { datasetDigest } from '@tidemark/schemas'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { errorOf, writeScratch } from '../scratch-data.ts'
import { fingerprintFiles, resolveFiles } from './files.ts'

let root: string
beforeAll(async () => {
  root = await writeScratch({
    'b/2.csv': 'x\n2\n',
    'b/1.csv': 'x\n1\n',
    'a.csv': 'x\n0\n',
    'odd[1].csv': 'x\n3\n',
    'sub/inner/c.csv': '',
  })
  await symlink('/etc/hostname', join(root, 'leak.csv'))
  await symlink(join(root, 'a.csv'), join(root, 'alias.csv'))
})
afterAll(() => rm(root, { recursive: true }))

test('globs and names give each file once, sorted by path with slashes', async () => {
  expect(await resolveFiles(root, ['b/*.csv', 'a.csv', 'b/1.csv'])).toEqual(['a.csv', 'b/1.csv', 'b/2.csv'])
  expect(await resolveFiles(root, ['sub/**/*.csv'])).toEqual(['sub/inner/c.csv'])
})

test('a file whose name holds glob characters is found by its name', async () => {
  expect(await resolveFiles(root, ['odd[1].csv'])).toEqual(['odd[1].csv'])
})

test('a link within the folder is followed, one that leads out is refused', async () => {
  expect(await resolveFiles(root, ['alias.csv'])).toEqual(['alias.csv'])
  expect((await errorOf(resolveFiles(root, ['leak.csv']))).code).toBe('PATH_REFUSED')
  expect((await errorOf(resolveFiles(root, ['*.csv']))).message).toContain('leak.csv')
})

test.each(['../a.csv', '/etc/passwd', 'b/../../x', '..\\x', 'a\0b', ''])('the path %j is refused', async (path) => {
  expect((await errorOf(resolveFiles(root, [path]))).code).toBe('PATH_REFUSED')
})

test('every pattern that matches nothing is named', async () => {
  const error = await errorOf(resolveFiles(root, ['a.csv', 'nothing.csv', 'no/*.parquet']))
  expect(error.code).toBe('FILE_NOT_FOUND')
  expect(error.problems?.map(({ path }) => path)).toEqual(['nothing.csv', 'no/*.parquet'])
  expect((await errorOf(resolveFiles(root, []))).code).toBe('FILE_NOT_FOUND')
  expect((await errorOf(resolveFiles(join(root, 'absent'), ['a.csv']))).code).toBe('FILE_NOT_FOUND')
})

test('the digest covers content and order, not names: a moved dataset stays itself, a changed byte does not', async () => {
  const files = await fingerprintFiles(root, ['b/*.csv'])
  expect(files.files[0]).toEqual({
    path: 'b/1.csv',
    sizeBytes: 4,
    sha256: 'daff832f802000e645771a60983c76c963f6ee602a6230e45237bd360e91cc1a',
  })
  await rename(join(root, 'b'), join(root, 'moved'))
  const moved = await fingerprintFiles(root, ['moved/*.csv'])
  await rename(join(root, 'moved'), join(root, 'b'))
  expect(datasetDigest(moved)).toBe(datasetDigest(files))
  expect(datasetDigest({ ...files, files: files.files.toReversed() })).not.toBe(datasetDigest(files))
  expect(datasetDigest(await fingerprintFiles(root, ['b/1.csv']))).not.toBe(datasetDigest(files))
})
