import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import type { ObjectType } from './git-objects.ts'
import { gitEnvironment } from './run-git.ts'

export interface GitObject {
  type: ObjectType
  bytes: Buffer
}

/** One long-lived `git cat-file --batch`: reading an object costs a round trip over a pipe and no process start. */
export class CatFile {
  readonly #dir: string
  readonly #waiting: { resolve: (object: GitObject | null) => void; reject: (error: Error) => void }[] = []
  #process: ChildProcessWithoutNullStreams | undefined
  #chunks: Buffer[] = []
  #length = 0
  /** Bytes needed before looking again, so that a large object is not concatenated per chunk. */
  #needed = 1

  constructor(dir: string) {
    this.#dir = dir
  }

  /** The object with this full id, or null. */
  read(sha: string): Promise<GitObject | null> {
    if (!/^[0-9a-f]{40}$/.test(sha)) return Promise.resolve(null)
    const child = (this.#process ??= this.#start())
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject })
      child.stdin.write(`${sha}\n`)
    })
  }

  close(): void {
    this.#process?.stdin.end()
    this.#process = undefined
  }

  #start(): ChildProcessWithoutNullStreams {
    const child = spawn('git', ['cat-file', '--batch'], { cwd: this.#dir, env: gitEnvironment(), windowsHide: true })
    child.stdout.on('data', (chunk: Buffer) => {
      this.#chunks.push(chunk)
      this.#length += chunk.length
      if (this.#length >= this.#needed) this.#drain()
    })
    child.on('close', () => {
      if (this.#process === child) this.#process = undefined
      for (const { reject } of this.#waiting.splice(0)) reject(new Error('git cat-file ended'))
    })
    child.on('error', (error) => {
      for (const { reject } of this.#waiting.splice(0)) reject(error)
    })
    child.stdin.on('error', () => undefined)
    return child
  }

  #drain(): void {
    let bytes = this.#chunks.length === 1 ? this.#chunks[0]! : Buffer.concat(this.#chunks)
    this.#needed = 1
    while (bytes.length > 0) {
      const end = bytes.indexOf(0x0a)
      if (end < 0) break
      const [, type, size] = bytes.toString('latin1', 0, end).split(' ')
      if (size === undefined) {
        bytes = bytes.subarray(end + 1)
        this.#waiting.shift()?.resolve(null)
        continue
      }
      const length = end + 1 + Number(size) + 1
      if (bytes.length < length) {
        this.#needed = length
        break
      }
      const object = { type: type as ObjectType, bytes: Buffer.from(bytes.subarray(end + 1, length - 1)) }
      bytes = bytes.subarray(length)
      this.#waiting.shift()?.resolve(object)
    }
    this.#chunks = bytes.length > 0 ? [bytes] : []
    this.#length = bytes.length
  }
}
