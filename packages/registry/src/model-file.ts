import { createHash } from 'node:crypto'
import { sha256 } from '@tidemark/schemas'
import type { ModelFile } from './ports.ts'

/** A model's file of bytes that are in memory. */
export function fileOfBytes(bytes: Uint8Array): ModelFile {
  return {
    sizeBytes: bytes.length,
    sha256: sha256(bytes),
    async *open(start, end) {
      yield bytes.subarray(start, end)
    },
  }
}

/** The SHA-256 of bytes as they come. */
export async function digestBytes(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of bytes) hash.update(chunk)
  return hash.digest('hex')
}
