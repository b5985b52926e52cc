import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CloneLedger } from '@tidemark/github'
import type { LedgerReader } from '@tidemark/registry'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRegistryWorld, type RegistryWorld, repository } from './sandbox.ts'

const files = [
  ...Array.from({ length: 300 }, (_, i) => ({ path: `models/churn/events/${i % 7}/${i}.json`, text: `event ${i}\n` })),
  { path: 'models/churn/versions/1.0.0.json', text: 'version\n' },
  { path: 'models/churn-two/versions/1.0.0.json', text: 'other\n' },
  { path: 'rollouts/production/churn.json', text: 'état\n' },
]

let world: RegistryWorld
let folder = ''
let commit = ''
beforeAll(async () => {
  world = await createRegistryWorld()
  const { ledger } = await world.connect()
  commit = (await ledger.commit({ parent: null, files, message: 'facts' })) as string
  await ledger.createTag({ name: 'churn#production#1', commit, message: 'in production' })
  folder = mkdtempSync(join(tmpdir(), 'tidemark-reader-'))
  execFileSync('git', ['clone', '--quiet', world.github.gitDir(repository), folder])
  execFileSync('git', ['-C', folder, 'tag', 'light', commit])
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true })
})

describe.each(['clone', 'GitHub'])('the registry branch of a %s', (kind) => {
  const reading = async (read: (ledger: LedgerReader) => Promise<void>) => {
    if (kind === 'GitHub') return read((await world.connect()).ledger)
    using ledger = new CloneLedger(folder, 'model-registry')
    await read(ledger)
  }
  const below = (...folders: string[]) =>
    files.map(({ path }) => path).filter((path) => folders.some((each) => path.startsWith(each)))

  it('is listed whole, or below some folders, of which none need exist', () =>
    reading(async (ledger) => {
      expect(await ledger.head()).toBe(commit)
      expect((await ledger.files(commit)).sort()).toEqual(below('').sort())
      const some = await ledger.files(commit, ['rollouts', 'models/churn/versions', 'models/nobody/events'])
      expect(some.sort()).toEqual(below('rollouts/', 'models/churn/versions/').sort())
      const many = Array.from({ length: 600 }, (_, i) => `models/model-${i}/versions`)
      expect(await ledger.files(commit, [...many, 'models/churn/versions'])).toEqual(below('models/churn/versions/'))
      expect(await ledger.files(commit, ['models/nobody'])).toEqual([])
    }))

  it('gives every file its own text, however many are asked for at once, listed before or not', () =>
    reading(async (ledger) => {
      const read = () => Promise.all(files.map(({ path }) => ledger.read(path, commit)))
      expect(await read()).toEqual(files.map(({ text }) => text))
      await ledger.files(commit, ['models/churn/events'])
      expect(await read()).toEqual(files.map(({ text }) => text))
      expect(await ledger.read('models/churn/events/0/9999.json', commit)).toBeNull()
      expect(await ledger.read('models/churn/events', commit)).toBeNull()
    }))

  it('resolves annotated tags alone', () =>
    reading(async (ledger) => {
      expect(await ledger.resolveTag('churn#production#1')).toBe(commit)
      expect(await ledger.resolveTag('churn#production#2')).toBeNull()
      expect(await ledger.resolveTag('light')).toBeNull()
    }))
})
