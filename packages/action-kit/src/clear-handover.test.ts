import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { clearHandover } from './clear-handover.ts'
import { writeHandover } from './handover.ts'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tidemark-clear-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

test('an earlier handover of the same kind is removed whole', async () => {
  writeFileSync(join(dir, 'model.onnx'), 'bytes')
  await writeHandover(dir, { kind: 'training', facts: {} })
  await clearHandover(dir, 'training')
  expect(existsSync(dir)).toBe(false)
})

test('an absent and an empty folder are as they should be', async () => {
  await clearHandover(join(dir, 'absent'), 'training')
  await clearHandover(dir, 'training')
  expect(existsSync(dir)).toBe(true)
})

test.each([
  ['other files', (to: string) => writeFileSync(join(to, 'notes.txt'), 'mine')],
  ['other folders', (to: string) => mkdirSync(join(to, 'src'))],
  ['a handover of another kind', (to: string) => writeHandover(to, { kind: 'validation', facts: {} })],
  ['a file of that name that is no handover', (to: string) => writeFileSync(join(to, 'handover.json'), '{')],
])('a folder with %s is refused and left as it is', async (_name, fill) => {
  await fill(dir)
  await expect(clearHandover(dir, 'training')).rejects.toMatchObject({ code: 'PATH_REFUSED' })
  expect(existsSync(dir)).toBe(true)
  await expect(clearHandover(dir, 'training')).rejects.toThrow('holds other files')
})

test('a file in place of the folder is refused', async () => {
  writeFileSync(join(dir, 'file'), '')
  await expect(clearHandover(join(dir, 'file'), 'training')).rejects.toMatchObject({ code: 'PATH_REFUSED' })
})
