import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { sha256 } from '@tidemark/schemas'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openOpaqueExecutor } from './executors.ts'
import { readOpaqueModel } from './opaque-model.ts'

let directory: string
const directories = () => ({ model: join(directory, 'model'), output: join(directory, 'output') })
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tidemark-opaque-'))
  await Promise.all(Object.values(directories()).map((each) => mkdir(each)))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

/** Writes files below the directory that holds `model/` and `output/`. */
async function leave(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(directory, path)), { recursive: true })
    await writeFile(join(directory, path), text)
  }
}

const digest = sha256('image')
const read = () => readOpaqueModel(directories(), { files: 3, bytes: 1000 })

describe('what a command left is a model', () => {
  test('of any files, in path order, with their digests', async () => {
    await leave({ 'model/words/b.txt': 'b', 'model/model.joblib': 'pickled', 'model/Card.md': '' })
    expect(await read()).toEqual({
      directory: directories().model,
      files: [
        { path: 'Card.md', sizeBytes: 0, sha256: sha256('') },
        { path: 'model.joblib', sizeBytes: 7, sha256: sha256('pickled') },
        { path: 'words/b.txt', sizeBytes: 1, sha256: sha256('b') },
      ],
    })
  })

  test('that is a container image, by its digest', async () => {
    await leave({ 'output/image.txt': `ghcr.io/acme/churn@sha256:${digest}\n` })
    expect(await read()).toEqual({ image: { name: 'ghcr.io/acme/churn', digest } })
  })
})

describe('it is refused when', () => {
  test.each([
    ['nothing is there', {}, 'TRAINING_FAILED', /no model/],
    ['files and an image are', { 'model/a': '', 'output/image.txt': `x@sha256:${digest}` }, 'TRAINING_FAILED', /both/],
    ['an image has a tag alone', { 'output/image.txt': 'acme/churn:latest' }, 'TRAINING_FAILED', /no image reference/],
    ['an image has half a digest', { 'output/image.txt': 'acme/churn@sha256:ab' }, 'TRAINING_FAILED', /no image ref/],
    [
      'there are too many files',
      { 'model/a': '', 'model/b': '', 'model/c': '', 'model/d': '' },
      'FILE_TOO_LARGE',
      /3 fi/,
    ],
    ['files are too large', { 'model/a': 'x'.repeat(600), 'model/b': 'x'.repeat(401) }, 'FILE_TOO_LARGE', /1000 are/],
    ['it has a query of its own', { 'model/features.sql': 'SELECT 1' }, 'PATH_REFUSED', /files cannot be taken/],
    ['it has lookups of its own', { 'model/lookups/a.csv': '' }, 'PATH_REFUSED', /files cannot be taken/],
    ['it looks like a handover', { 'model/handover.json': '{}' }, 'PATH_REFUSED', /files cannot be taken/],
    ['a name is for one system only', { 'model/a\\b': '' }, 'PATH_REFUSED', /files cannot be taken/],
  ])('%s', async (_, files, code, message) => {
    await leave(files as Record<string, string>)
    await expect(read()).rejects.toMatchObject({ code, message: expect.stringMatching(message) })
  })

  test('a link leads out, and each is named', async () => {
    await leave({ 'model/model.bin': 'x', secret: 'x' })
    await symlink(join(directory, 'secret'), join(directory, 'model/one'))
    await symlink(directory, join(directory, 'model/two'))
    await expect(read()).rejects.toMatchObject({
      code: 'PATH_REFUSED',
      problems: expect.arrayContaining([
        { path: 'one', message: 'is a link or a special file' },
        { path: 'two', message: 'is a link or a special file' },
      ]),
    })
  })

  test('its folder became a link', async () => {
    await leave({ 'elsewhere/model.bin': 'x' })
    await rm(directories().model, { recursive: true })
    await symlink(join(directory, 'elsewhere'), directories().model)
    await expect(read()).rejects.toMatchObject({ code: 'PATH_REFUSED' })
  })

  test('it is larger than what is handed over, without being read', async () => {
    await leave({ 'model/model.bin': '' })
    await truncate(join(directory, 'model/model.bin'), 33 * 1024 ** 3) // sparse
    await expect(readOpaqueModel(directories())).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' })
  })
})

test('only a command makes one', async () => {
  expect(() => openOpaqueExecutor('embedded', {})).toThrow(
    expect.objectContaining({ code: 'POLICY_INVALID', hint: expect.stringContaining('train.command') }),
  )
  expect(() => openOpaqueExecutor('command', {})).toThrow(/no command/)
  const executor = openOpaqueExecutor('command', {
    command: {
      command: [process.execPath, '-e', `require('fs').writeFileSync(process.env.SM_MODEL_DIR + '/model.json', '{}')`],
      workingDirectory: directory,
      outputDirectory: join(directory, 'out'),
      timeoutMs: 60_000,
    },
  })
  const table = { rows: 1, labels: Uint8Array.of(1), columns: [] }
  const job = { runId: 'run', seed: 7, parameters: {}, channels: {}, loadTable: async () => table }
  expect(await executor.poll(await executor.submit(job))).toMatchObject({
    state: 'succeeded',
    result: { model: { files: [{ path: 'model.json' }] } },
  })
})
