import { createReadStream } from 'node:fs'
import type { ModelFile } from '@tidemark/registry'

/** A file whose size and digest were verified, read in chunks of 1 MiB: it may be larger than memory. */
export function fileOnDisk(file: string, verified: { sizeBytes: number; sha256: string }): ModelFile {
  return {
    ...verified,
    async *open(start, end) {
      // `createReadStream` names the last byte, so that it cannot be asked for none.
      if (end > start) yield* createReadStream(file, { start, end: end - 1, highWaterMark: 1 << 20 })
    },
  }
}
