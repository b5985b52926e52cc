import { execFile } from 'node:child_process'
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { verifyRegistry } from '@tidemark/registry'
import { expect, it } from 'vitest'
import { createRegistryWorld } from './sandbox.ts'

const mib = 1024 ** 2

async function registerFile(file: string, partBytes: number): Promise<{ parts: number; maxMiB: number }> {
  await using world = await createRegistryWorld()
  const script = join(import.meta.dirname, 'fixtures/register-file.ts')
  const args = [script, world.github.apiUrl, world.bot, file, String(partBytes)]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  const { ledger, releases } = await world.connect()
  expect((await verifyRegistry(ledger, { releases })).problems).toEqual([])
  return JSON.parse(stdout)
}

it('registers a file far larger than the memory that it takes, in parts', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tidemark-large-'))
  try {
    const [small, large] = [join(folder, 'small'), join(folder, 'large')]
    await writeFile(small, 'a small model')
    // Holes take no room on the disk; here and there is something, so that parts differ.
    const file = await open(large, 'w')
    for (let at = 0; at < 320; at += 16) await file.write(`part ${at}`, at * mib)
    await file.truncate(320 * mib)
    await file.close()
    const base = await registerFile(small, 16 * mib)
    const streamed = await registerFile(large, 16 * mib)
    expect(base.parts).toBe(1)
    expect(streamed.parts).toBe(20)
    expect(streamed.maxMiB - base.maxMiB).toBeLessThan(160)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}, 120_000)
