import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DriftShard } from '@tidemark/schemas'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readShards, writeShard } from './shard-files.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tidemark-shards-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const [plan, acceptance] = ['a'.repeat(64), 'b'.repeat(64)]
const expected = { model: 'shop', acceptance }

function shard(index: number, of: number, change: Partial<DriftShard> = {}): DriftShard {
  const file = { path: `data/${index}.csv`, sizeBytes: 1, sha256: 'c'.repeat(64), rows: 1 }
  return {
    schema: 'tidemark/drift-shard/v1',
    model: 'shop',
    plan,
    acceptance,
    part: { index, of },
    dataset: {
      schema: 'tidemark/dataset/v1',
      model: 'shop',
      name: 'orders',
      digest: 'd'.repeat(64),
      files: [file],
      rows: 1,
      columns: [],
    },
    newest: null,
    days: [],
    reference: null,
    ...change,
  }
}

/** As artifacts arrive: each in a folder of its own. */
const arrive = (...shards: DriftShard[]) =>
  Promise.all(shards.map((each, i) => writeShard(join(folder, `artifact-${i}`), each)))

it('all parts of a run are read, in their order, wherever below the folder they lie', async () => {
  await arrive(shard(3, 3), shard(1, 3), shard(2, 3))
  expect((await readShards(folder, expected)).map(({ part }) => part.index)).toEqual([1, 2, 3])
})

it('what an earlier run left in the folder is not handed over', async () => {
  await writeShard(folder, shard(2, 5))
  await writeShard(folder, shard(1, 1))
  expect(await readShards(folder, expected)).toHaveLength(1)
})

it.each<[string, DriftShard[], RegExp]>([
  ['a part that is missing', [shard(1, 3), shard(3, 3)], /part 2 of 3: is missing/],
  ['a part that is there twice', [shard(1, 2), shard(2, 2), shard(2, 2)], /part 2 of 2: is there 2 times/],
  ['parts of different runs', [shard(1, 2), shard(2, 2), shard(3, 3)], /is one of 3 parts, others of 2/],
  ['another plan', [shard(1, 2), shard(2, 2, { plan: 'e'.repeat(64) })], /plan: is e+, expected a+/],
  ['another contract', [shard(1, 1, { acceptance: 'e'.repeat(64) })], /acceptance: is e+/],
  ['another model', [shard(1, 1, { model: 'other' })], /model: is other, expected shop/],
])('%s is refused', async (_name, shards, message) => {
  await arrive(...shards)
  const error = await readShards(folder, expected).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ code: 'DOCUMENT_INVALID' })
  const { problems } = error as { problems: { path?: string; message: string }[] }
  expect(problems.map(({ path, message }) => `${path}: ${message}`).join('\n')).toMatch(message)
})

const day = { period: { start: '2001-01-01', end: '2001-01-03' }, rows: '1 1', columns: [], calibration: null }
const one = { ...day, days: ['2001-01-02'], rows: '1' }

it('a day that is the newest is taken', async () => {
  await arrive(shard(1, 1, { newest: '2001-01-02', days: [one] }))
  expect(await readShards(folder, expected)).toMatchObject([{ newest: '2001-01-02' }])
})

it.each<[string, unknown]>([
  ['text', 'not JSON'],
  ['a key that there is not', { ...shard(1, 1), rows: [] }],
  ['a part beyond the last', { ...shard(1, 1), part: { index: 2, of: 1 } }],
  ['a profile of two days as one', { ...shard(1, 1), days: [{ ...day, days: ['2001-01-01', '2001-01-02'] }] }],
  ['a day twice', { ...shard(1, 1), newest: '2001-01-02', days: [one, one] }],
  ['a day after the newest', { ...shard(1, 1), newest: '2001-01-01', days: [one] }],
  ['a day where there is none', { ...shard(1, 1), days: [one] }],
  ['a day of no calendar', { ...shard(1, 1), newest: '2026-99-99' }],
  ['a path that climbs', { ...shard(1, 1), dataset: { ...shard(1, 1).dataset, files: [{ path: '../x' }] } }],
  ['a nest without end', JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`)],
])('a document that is %s is refused', async (_name, document) => {
  const text = document === 'not JSON' ? document : JSON.stringify(document)
  writeFileSync(join(folder, '1-of-1.json'), text)
  await expect(readShards(folder, expected)).rejects.toMatchObject({ code: 'DOCUMENT_INVALID' })
})

it('a folder without any, or that is not there, is said to be so', async () => {
  mkdirSync(join(folder, 'empty'))
  for (const name of ['empty', 'none'])
    await expect(readShards(join(folder, name), expected)).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' })
})
