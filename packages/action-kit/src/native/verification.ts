import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Problem } from '@tidemark/schemas'
import type { NativeFile } from './manifest.ts'

/**
 * Compares every pinned file in the folder with its size and SHA-512. Nothing wrong is an empty list; `absent` is a folder without any of
 * the files. Hashing takes about 0.2 s for 70 MB and is done on every use: a cache is writable by every step of a job.
 */
export async function verifyFolder(dir: string, files: readonly NativeFile[]): Promise<readonly Problem[] | 'absent'> {
  const results = await Promise.all(files.map((file) => verifyFile(join(dir, file.name), file)))
  if (results.every((result) => result === 'absent')) return 'absent'
  return results.flatMap((result, index) => {
    if (result === undefined) return []
    return { file: join(dir, files[index]!.name), message: result === 'absent' ? 'is missing' : result }
  })
}

async function verifyFile(file: string, expected: NativeFile): Promise<string | undefined> {
  const stat = await lstat(file).catch(() => undefined)
  if (stat === undefined) return 'absent'
  if (!stat.isFile()) return 'is not a regular file'
  if (stat.size !== expected.sizeBytes) return `has ${stat.size} bytes, expected ${expected.sizeBytes}`
  const hash = createHash('sha512')
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer)
  const actual = hash.digest('hex')
  return actual === expected.sha512 ? undefined : `has sha512 ${actual}, expected ${expected.sha512}`
}
