import { readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeScratch } from '../scratch-data.ts'
import { DigestCache } from './digest-cache.ts'
import { fingerprintFiles } from './files.ts'

const later = () => Date.now() + 60_000
const longAgo = new Date('2001-01-01T00:00:00Z')

test('a file that did not change is not read again, and one that did is', async () => {
  const root = await writeScratch({ 'a.csv': 'a\n1\n', 'b.csv': 'a\n2\n' })
  for (const name of ['a.csv', 'b.csv']) await utimes(join(root, name), longAgo, longAgo)
  const path = join(root, 'cache/digests.json')
  const first = await DigestCache.open(path, later)
  const found = await fingerprintFiles(root, ['*.csv'], first)
  expect(found).toEqual(await fingerprintFiles(root, ['*.csv']))
  await first.save()

  const reads: string[] = []
  const ask = async (cache: DigestCache, name: string) =>
    cache.digest(join(root, name), async () => {
      reads.push(name)
      return { sizeBytes: 4, sha256: 'f'.repeat(64) }
    })
  // Same size, and its modification time put back: the change time tells.
  await writeFile(join(root, 'b.csv'), 'a\n3\n')
  await utimes(join(root, 'b.csv'), longAgo, longAgo)
  const second = await DigestCache.open(path, later)
  for (const { path: name, sha256 } of found.files) {
    expect((await ask(second, name)).sha256).toBe(name === 'a.csv' ? sha256 : 'f'.repeat(64))
  }
  expect(reads).toEqual(['b.csv'])
  await rm(root, { recursive: true })
})

test('within a process a file is read once, as long as it stays as it is', async () => {
  const root = await writeScratch({ 'a.csv': 'a\n1\n' })
  const cache = DigestCache.forProcess(later)
  let reads = 0
  const ask = () => cache.digest(join(root, 'a.csv'), async () => ({ sizeBytes: 4, sha256: String(++reads) }))
  expect([(await ask()).sha256, (await ask()).sha256]).toEqual(['1', '1'])
  await writeFile(join(root, 'a.csv'), 'a\n2\n')
  expect((await ask()).sha256).toBe('2')
  await cache.save()
  await rm(root, { recursive: true })
})

test('a file that was just written is not remembered: it may be written again within its times', async () => {
  const root = await writeScratch({ 'a.csv': 'a\n1\n' })
  const path = join(root, 'digests.json')
  const cache = await DigestCache.open(path)
  await fingerprintFiles(root, ['a.csv'], cache)
  await cache.save()
  expect(JSON.parse(await readFile(path, 'utf8')).files).toEqual({})
  await rm(root, { recursive: true })
})

test.each(['', 'no JSON', '{"schema":"tidemark/digest-cache/v1","files":{"/x":{}}}', '{"schema":"other","files":{}}'])(
  'a cache that says %j is an empty one',
  async (text) => {
    const root = await writeScratch({ 'a.csv': 'a\n1\n', 'digests.json': text })
    const cache = await DigestCache.open(join(root, 'digests.json'))
    expect(await fingerprintFiles(root, ['a.csv'], cache)).toEqual(await fingerprintFiles(root, ['a.csv']))
    await rm(root, { recursive: true })
  },
)
