// Which of the checkout's files a version was made from, where folders are columns and where they are not.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fingerprintFiles, openModelFolder, openSplit, partitionFiles } from '@tidemark/data'
import { type Dataset, datasetDigest, sha256, type VersionManifest } from '@tidemark/schemas'
import { expect, it } from 'vitest'
import { findReference, referenceAmong } from './reference.ts'
import { partitionsOf, recordedReference } from './watched.ts'

const manifest = { model: 'churn', version: '1.0.0' } as VersionManifest
const file = (path: string, text = path) => ({ path, sizeBytes: 9, sha256: sha256(text) })
const recorded = (files: readonly ReturnType<typeof file>[], names: readonly string[]): Dataset['files'] =>
  partitionFiles(files, names).map((each) => ({ ...each, rows: 1 }))
const findIn = (files: readonly ReturnType<typeof file>[], wanted: Dataset['files'], names: readonly string[]) =>
  findReference({ root: '', files: partitionFiles(files, names) }, wanted, manifest).files.map(({ path }) => path)

it('is found by its bytes, of copies the first, wherever it lies', () => {
  const wanted = recorded([file('a.csv', 'a'), file('b.csv', 'b')], [])
  expect(findIn([file('new/a.csv', 'a'), file('new/b.csv', 'b'), file('old/a.csv', 'a')], wanted, [])).toEqual([
    'new/a.csv',
    'new/b.csv',
  ])
})

it('is told apart by what its folders give: the same bytes in two months are no copies', () => {
  const wanted = recorded([file('month=01/a.csv', 'a'), file('month=02/a.csv', 'a')], ['month'])
  const found = [
    file('moved/month=01/a.csv', 'a'),
    file('moved/month=02/a.csv', 'a'),
    file('moved/month=03/a.csv', 'a'),
  ]
  expect(findIn(found, wanted, ['month'])).toEqual(['moved/month=01/a.csv', 'moved/month=02/a.csv'])
})

it('that lies in other folders now is not found, and it is said why', () => {
  const wanted = recorded([file('month=01/a.csv', 'a'), file('month=02/b.csv', 'b')], ['month'])
  expect(() => findIn([file('month=07/a.csv', 'a')], wanted, ['month'])).toThrow(
    expect.objectContaining({
      code: 'FILE_NOT_FOUND',
      problems: [
        { file: 'month=01/a.csv', message: 'lies in folders that do not give the month that they gave' },
        { file: 'month=02/b.csv', message: expect.stringContaining('is not there') },
      ],
    }),
  )
})

it('has the digest that is on record before anything is opened, also where a contract made a folder a column since', () => {
  const files = [file('year=2001/month=01/a.csv'), file('year=2001/month=02/a.csv')]
  const wanted = recorded(files, ['year'])
  const digestBy = (partitions: readonly string[]) =>
    recordedReference({ referenceFiles: wanted, partitions } as unknown as Parameters<typeof recordedReference>[0])
  expect(digestBy(['year'])).toBe(datasetDigest({ files: wanted }))
  const now = partitionFiles(files, ['year', 'month'])
  expect(referenceAmong(now, wanted)).toEqual(now)
  expect(digestBy(['year', 'month'])).toBe(datasetDigest({ files: now }))
})

it.each([
  ['a folder gives', 'n', '1'],
  ['the files hold, whatever their folders are called', 'n,month', '1,07'],
])('data with a month that %s have the digest before they are opened that opening them gives', async (_, head, row) => {
  const root = mkdtempSync(join(tmpdir(), 'tidemark-partitions-'))
  try {
    const write = (path: string, text: string) => {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    for (const month of ['01', '02']) write(`data/month=${month}/a.csv`, `${head}\n${row}\n`)
    write('models/m/model.yaml', policy)
    write('models/m/contract.yaml', contract)
    const folder = await openModelFolder(root, { policyRoot: 'models', model: 'm' })
    await using split = await openSplit(folder, ['data/**/*.csv'])
    const found = await fingerprintFiles(root, ['data/**/*.csv'])
    const files = partitionFiles(found.files, partitionsOf(folder, [split.document]))
    expect(datasetDigest({ files })).toBe(split.document.digest)
    expect(split.document.columns.map(({ name }) => name)).toEqual(['n', 'month'])
  } finally {
    rmSync(root, { recursive: true })
  }
})

const policy = `schema: tidemark/model/v1
model: m
owners: [owner]
task: binary
data: { files: data/**/*.csv, columns: { id: id, label: y, cluster: day } }
train: {}
gate: { cluster: day, metrics: [{ id: roc_auc, mode: absolute, min: 0.5 }] }
`
const contract = `apiVersion: v3.1.0
kind: DataContract
id: c
version: 1.0.0
status: active
schema: [{ name: t, properties: [{ name: n }, { name: month }] }]
`
