import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Arm } from '../routing/arm.ts'

export interface PredictionLogOptions {
  /** The NDJSON file being written; older ones have `.1`, `.2` … after it. Left out, nothing is logged. */
  readonly path: string
  /** A file is closed and a new one begun at this size. Default 64 MiB. */
  readonly maxBytes?: number
  /** Closed files that are kept; the oldest is deleted. Default 4. */
  readonly keep?: number
  /** Also logs the request's inputs. Only where the data may lie on this disk. Default false. */
  readonly features?: boolean
}

/** One answered request. `id` is what a label is later joined by. */
export interface Prediction {
  readonly id: string
  readonly model: string
  /** The arm that the unit belongs to, also when the champion answered for it. */
  readonly arm: Arm
  /** The version that answered. */
  readonly version: string
  readonly weight: number
  readonly status: 'ok' | 'fallback' | 'error'
  readonly latencyMs: number
  /** Of the rows, in order, all finite; the first 1,000 are logged. */
  readonly scores: ArrayLike<number>
  readonly features?: Readonly<Record<string, readonly unknown[]>>
}

const bufferLimit = 4 * 1024 * 1024
const chunkBytes = 64 * 1024
const flushAfterMs = 200
const scoresLimit = 1000

/**
 * Appends predictions to a file without holding up answers: lines gather in memory and are written by one write at a time. A disk that
 * cannot follow costs lines, which are counted in `dropped`, never memory or answers. They gather as bytes: as strings they would live
 * just long enough to make every collection of garbage a pause.
 */
export class PredictionLog {
  readonly #path: string
  readonly #maxBytes: number
  readonly #keep: number
  readonly logsFeatures: boolean
  #chunk = Buffer.allocUnsafeSlow(chunkBytes)
  #chunkUsed = 0
  /** Chunks that are full, before the current one. */
  #full: Buffer[] = []
  #pendingLines = 0
  #pendingBytes = 0
  #fileBytes: number | undefined
  #writing: Promise<void> = Promise.resolve()
  #timer: NodeJS.Timeout | undefined
  #served = { model: '', version: '', text: '' }
  #second = -1
  #secondText = ''
  dropped = 0

  constructor({ path, maxBytes = 64 * 1024 * 1024, keep = 4, features = false }: PredictionLogOptions) {
    this.#path = path
    this.#maxBytes = maxBytes
    this.#keep = keep
    this.logsFeatures = features
  }

  add(prediction: Prediction): void {
    const line = this.#write(prediction)
    // No character of a string is more than three bytes in UTF-8.
    const mostBytes = line.length * 3
    if (this.#pendingBytes + mostBytes > bufferLimit) {
      this.dropped++
      return
    }
    if (mostBytes > this.#chunk.length - this.#chunkUsed) this.#startChunk(Math.max(chunkBytes, mostBytes))
    const bytes = this.#chunk.write(line, this.#chunkUsed)
    this.#chunkUsed += bytes
    this.#pendingBytes += bytes
    this.#pendingLines++
    this.#timer ??= setTimeout(() => void this.flush(), flushAfterMs).unref()
  }

  /** Resolves once everything added before is on disk or counted as dropped. */
  flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#writing = this.#writing.then(() => this.#drain())
    return this.#writing
  }

  async #drain(): Promise<void> {
    const lines = this.#pendingLines
    if (lines === 0) return
    const bytes = Buffer.concat([...this.#full, this.#chunk.subarray(0, this.#chunkUsed)])
    this.#full = []
    this.#chunkUsed = 0
    this.#pendingLines = 0
    try {
      await this.#append(bytes)
    } catch {
      this.dropped += lines
      this.#fileBytes = undefined
    }
    this.#pendingBytes -= bytes.length
  }

  #startChunk(size: number): void {
    this.#full.push(this.#chunk.subarray(0, this.#chunkUsed))
    this.#chunk = Buffer.allocUnsafeSlow(size)
    this.#chunkUsed = 0
  }

  async #append(bytes: Buffer): Promise<void> {
    if (this.#fileBytes === undefined) {
      await mkdir(dirname(this.#path), { recursive: true })
      this.#fileBytes = (await stat(this.#path).catch(() => null))?.size ?? 0
    }
    if (this.#fileBytes > 0 && this.#fileBytes + bytes.length > this.#maxBytes) await this.#rotate()
    // Opened anew each time, so that a file moved away by somebody else is not written to for ever.
    await using file = await open(this.#path, 'a', 0o600)
    await file.writeFile(bytes)
    this.#fileBytes += bytes.length
  }

  async #rotate(): Promise<void> {
    const name = (i: number) => (i === 0 ? this.#path : `${this.#path}.${i}`)
    await rm(name(this.#keep), { force: true })
    for (let i = this.#keep - 1; i >= 0; i--) await rename(name(i), name(i + 1)).catch(ignoreMissing)
    this.#fileBytes = 0
  }

  // By hand, since every request pays for it: names and versions are the same again and again, most answers have one score.
  #write({ id, model, arm, version, weight, status, latencyMs, scores, features }: Prediction): string {
    const extra = features ? `,"features":${JSON.stringify(features, writeBigInt)}` : ''
    return `{"id":${JSON.stringify(id)},"time":"${this.#now()}",${this.#writeServed(model, version)},"arm":"${arm}","weight":${weight},"status":"${status}","latencyMs":${Math.round(latencyMs * 1000) / 1000},${writeScores(scores)}${extra}}\n`
  }

  #writeServed(model: string, version: string): string {
    const { model: lastModel, version: lastVersion } = this.#served
    if (model !== lastModel || version !== lastVersion) {
      this.#served = { model, version, text: `"model":${JSON.stringify(model)},"version":${JSON.stringify(version)}` }
    }
    return this.#served.text
  }

  /** ISO time; the part that stays the same within a second is kept. */
  #now(): string {
    const now = Date.now()
    const second = Math.floor(now / 1000)
    if (second !== this.#second) {
      this.#second = second
      this.#secondText = new Date(second * 1000).toISOString().slice(0, 20)
    }
    return `${this.#secondText}${String(now - second * 1000).padStart(3, '0')}Z`
  }
}

function writeScores(scores: ArrayLike<number>): string {
  if (scores.length === 1) return `"score":${scores[0]}`
  return `"scores":[${Array.prototype.slice.call(scores, 0, scoresLimit).join(',')}]`
}

function writeBigInt(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
