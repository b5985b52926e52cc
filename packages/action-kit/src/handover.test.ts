import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { handoverPart, readHandover, writeHandover } from './handover.ts'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tidemark-handover-'))
  mkdirSync(join(dir, 'model'))
  writeFileSync(join(dir, 'model/model.onnx'), 'model')
  writeFileSync(join(dir, 'run.json'), '{}')
})
afterEach(() => rmSync(dir, { recursive: true }))

const kind = 'training-run'
const write = () => writeHandover(dir, { kind, facts: { rows: 3 } })

test('what was written is read back, whoever wrote it and whenever', async () => {
  const digest = await write()
  expect(await write()).toBe(digest)
  const handover = await readHandover(dir, { kind, expectedDigest: digest })
  expect(handover.digest).toBe(digest)
  expect(handover.facts).toEqual({ rows: 3 })
  expect(handover.files.map(({ path, sizeBytes }) => [path, sizeBytes])).toEqual([
    ['model/model.onnx', 5],
    ['run.json', 2],
  ])
})

test('a changed file is a digest mismatch that names it', async () => {
  const expectedDigest = await write()
  writeFileSync(join(dir, 'model/model.onnx'), 'Model')
  await expect(readHandover(dir, { kind, expectedDigest })).rejects.toMatchObject({
    code: 'DIGEST_MISMATCH',
    problems: [{ file: join(dir, 'model/model.onnx') }],
  })
})

test('a manifest made to fit the changed file is refused by the digest of the job’s output', async () => {
  const expectedDigest = await write()
  writeFileSync(join(dir, 'run.json'), '{"forged":true}')
  await write()
  await expect(readHandover(dir, { kind, expectedDigest })).rejects.toMatchObject({ code: 'DIGEST_MISMATCH' })
})

test('files that are missing or were added are named together', async () => {
  await write()
  rmSync(join(dir, 'run.json'))
  writeFileSync(join(dir, 'extra.bin'), '')
  await expect(readHandover(dir, { kind })).rejects.toMatchObject({
    code: 'HANDOVER_INVALID',
    problems: [
      { file: join(dir, 'run.json'), message: 'is missing' },
      { file: join(dir, 'extra.bin'), message: 'is not in the manifest' },
    ],
  })
})

test('links are refused on both sides', async () => {
  await write()
  symlinkSync('/etc/hostname', join(dir, 'link'))
  await expect(write()).rejects.toMatchObject({ code: 'HANDOVER_INVALID' })
  await expect(readHandover(dir, { kind })).rejects.toMatchObject({ code: 'HANDOVER_INVALID' })
})

test('a path that leaves the folder is refused before anything is read', async () => {
  await write()
  const file = join(dir, 'handover.json')
  for (const path of ['../x', '/etc/passwd', 'a/../../x', 'a\\b']) {
    const manifest = {
      ...JSON.parse(readFileSync(file, 'utf8')),
      files: [{ path, sizeBytes: 0, sha256: '0'.repeat(64) }],
    }
    writeFileSync(file, JSON.stringify(manifest))
    await expect(readHandover(dir, { kind })).rejects.toMatchObject({
      code: 'HANDOVER_INVALID',
      problems: [{ path: 'files.0.path' }],
    })
  }
})

test('another kind, no manifest and no folder are said so', async () => {
  await expect(readHandover(dir, { kind })).rejects.toThrow('handover.json cannot be read')
  await expect(writeHandover(join(dir, 'none'), { kind, facts: null })).rejects.toThrow('cannot be read')
  await write()
  await expect(readHandover(dir, { kind: 'evaluation' })).rejects.toThrow('holds a "training-run", not a "evaluation"')
})

test('a manifest that is no JSON, or nested without end, is refused', async () => {
  for (const text of ['{', `{"facts":${'['.repeat(200_000)}${']'.repeat(200_000)}}`]) {
    writeFileSync(join(dir, 'handover.json'), text)
    await expect(readHandover(dir, { kind })).rejects.toMatchObject({ code: 'HANDOVER_INVALID' })
  }
})

test('a document among the facts is validated, and one that is absent is named', () => {
  const handover = { kind, facts: { run: { rows: 3 }, 'training-dataset': { rows: 'three' } } }
  const Rows = z.strictObject({ rows: z.int() })
  expect(handoverPart(Rows, handover, 'run')).toEqual({ rows: 3 })
  for (const [facts, name] of [
    [handover.facts, 'training-dataset'],
    [handover.facts, 'holdout-dataset'],
    [handover.facts, 'toString'],
    [null, 'run'],
    ['text', 'run'],
  ] as const)
    expect(() => handoverPart(Rows, { kind, facts }, name)).toThrow(
      expect.objectContaining({ code: 'DOCUMENT_INVALID', message: expect.stringContaining(`training-run (${name})`) }),
    )
})
