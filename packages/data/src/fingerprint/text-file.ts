import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createZstdDecompress } from 'node:zlib'
import { TidemarkError } from '@tidemark/schemas'
import type { DataFile } from './files.ts'
import { JsonDepth, maximumJsonDepth } from './json-depth.ts'

export interface TextFile {
  /** The first line, without its end and without a byte order mark; of at most 4 MiB. */
  readonly firstLine: string
}

const longestFirstLine = 4 << 20
/** What a compressed file may become: this, or this many times its size. Repetitive tables reach about a hundred times. */
const plainlyBounded = 256 << 20
const largestExpansion = 200

/**
 * Reads a text file of data once, decompressed, for what DuckDB takes in silently, renames or crashes on: NUL characters, UTF-16,
 * a pointer of Git LFS, a compressed file that is cut short or grows without bound, JSON nested too deeply.
 * Throws `DATA_UNREADABLE` and `FILE_TOO_LARGE`, with the line where there is one.
 */
export async function inspectText(path: string, file: DataFile, format: 'csv' | 'json'): Promise<TextFile> {
  const inspection = new Inspection(file, format)
  await readDecompressed(path, file, (chunk) => inspection.add(chunk))
  if (!inspection.hasNul) return { firstLine: inspection.firstLine() }
  // Counting lines costs more than all else here, so it waits until somebody wants to know.
  let line = 1
  await readDecompressed(path, file, (chunk) => {
    const nul = chunk.indexOf(0)
    line += linesIn(nul < 0 ? chunk : chunk.subarray(0, nul))
    return nul < 0
  })
  throw unreadable(file, line, 'it holds a NUL character')
}

/** Gives a file's text chunk by chunk, until `take` says false. Throws `DATA_UNREADABLE` where it cannot be decompressed. */
async function readDecompressed(path: string, file: DataFile, take: (chunk: Buffer) => boolean): Promise<void> {
  const signal = new AbortController()
  const read = async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) if (!take(chunk)) return signal.abort()
  }
  const source = createReadStream(path, { highWaterMark: 1 << 20 })
  const options = { signal: signal.signal }
  try {
    if (/\.gz$/i.test(path)) await pipeline(source, createGunzip({ chunkSize: 1 << 20 }), read, options)
    else if (/\.zst$/i.test(path)) await pipeline(source, createZstdDecompress({ chunkSize: 1 << 20 }), read, options)
    else await pipeline(source, read, options)
  } catch (cause) {
    if (signal.signal.aborted) return
    if (cause instanceof TidemarkError || !(cause instanceof Error)) throw cause
    throw unreadable(file, undefined, `it is no whole ${/\.gz$/i.test(path) ? 'gzip' : 'zstd'} file`, {
      hint: 'The file was cut short or is not what its name says. Write it again.',
      cause,
    })
  }
}

class Inspection {
  readonly #file: DataFile
  readonly #isCompressed: boolean
  readonly #depth: JsonDepth | undefined
  readonly #start: Buffer[] = []
  #startBytes = 0
  #hasFirstLine = false
  #bytes = 0
  hasNul = false

  constructor(file: DataFile, format: 'csv' | 'json') {
    this.#file = file
    this.#isCompressed = /\.(gz|zst)$/i.test(file.path)
    this.#depth = format === 'json' ? new JsonDepth() : undefined
  }

  /** False once a NUL was found. */
  add(chunk: Buffer): boolean {
    if (this.#bytes === 0) this.#refuseOtherFormats(chunk)
    // Lines are read behind a byte order mark; a list is taken for no records at all.
    if (this.#bytes === 0 && this.#depth !== undefined && /^\ufeff\s*\[/.test(chunk.toString('utf8', 0, 64)))
      throw unreadable(this.#file, 1, 'it begins with a byte order mark', {
        hint: 'Write the file in UTF-8 without a byte order mark, as JSON asks for.',
      })
    this.#bytes += chunk.length
    const most = Math.max(plainlyBounded, largestExpansion * this.#file.sizeBytes)
    if (this.#isCompressed && this.#bytes > most) {
      throw new TidemarkError(
        'FILE_TOO_LARGE',
        `${this.#file.path} grows to more than ${most} bytes when decompressed`,
        {
          hint: 'A table that repetitive is better written as Parquet. If nobody wrote it on purpose, do not open it.',
          problems: [{ file: this.#file.path, message: `is ${this.#file.sizeBytes} bytes compressed` }],
        },
      )
    }
    this.hasNul = chunk.includes(0)
    if (this.hasNul) return false
    if (this.#depth?.add(chunk) === false)
      throw unreadable(this.#file, undefined, `its values nest more than ${maximumJsonDepth} deep`)
    if (this.#hasFirstLine) return true
    this.#start.push(chunk)
    this.#startBytes += chunk.length
    this.#hasFirstLine = chunk.includes(10) || this.#startBytes > longestFirstLine
    return true
  }

  firstLine(): string {
    const text = Buffer.concat(this.#start)
      .toString('utf8')
      .replace(/^\ufeff/, '')
    return text.split(/\r?\n|\r/, 1)[0] ?? ''
  }

  #refuseOtherFormats(start: Buffer): void {
    if (start.subarray(0, 2).equals(utf16Little) || start.subarray(0, 2).equals(utf16Big))
      throw unreadable(this.#file, 1, 'it is written in UTF-16', { hint: 'Write the file in UTF-8.' })
    refuseLfsPointer(this.#file, start)
  }
}

const utf16Little = Buffer.from([0xff, 0xfe])
const utf16Big = Buffer.from([0xfe, 0xff])

/** Throws `DATA_UNREADABLE` where the bytes are those of a pointer that Git LFS would have replaced. */
export function refuseLfsPointer(file: DataFile, start: Buffer): void {
  if (!start.subarray(0, 64).toString('latin1').startsWith('version https://git-lfs.github.com/spec/')) return
  throw unreadable(file, 1, 'it is a pointer of Git LFS, not the data', {
    hint: 'Add `lfs: true` to the checkout, or run `git lfs pull`.',
  })
}

function linesIn(chunk: Buffer): number {
  let lines = 0
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines++
  return lines
}

function unreadable(
  file: DataFile,
  line: number | undefined,
  message: string,
  { hint = 'Correct the file where it is written.', cause }: { hint?: string; cause?: unknown } = {},
): TidemarkError {
  return new TidemarkError('DATA_UNREADABLE', `${file.path} cannot be read: ${message}`, {
    hint,
    problems: [{ file: file.path, line, message }],
    cause,
  })
}
