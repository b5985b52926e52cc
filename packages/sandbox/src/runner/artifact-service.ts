import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { ChildControl, ChildResult, Launch } from './child.ts'

export type ArtifactScript = 'upload-artifact' | 'download-artifact'

export interface ArtifactRequest {
  script: ArtifactScript
  env: Readonly<Record<string, string>>
  cwd: string
  /** How the last line of the step's output begins. */
  end: string
}

const program = fileURLToPath(new URL('./built-in/artifact-worker.ts', import.meta.url))

/** The process that runs the equivalents of actions/upload-artifact and actions/download-artifact, one step at a time. */
export class ArtifactService {
  readonly #node: string
  #worker: ChildProcess | undefined
  #turn: Promise<unknown> = Promise.resolve()

  constructor(node: string) {
    this.#node = node
  }

  /** Starts loading, so that the first step need not wait as long. */
  warm(): ChildProcess {
    if (this.#worker) return this.#worker
    const worker = spawn(this.#node, [program], { env: {}, stdio: ['pipe', 'pipe', 'pipe'], detached: true })
    worker.once('close', () => {
      if (this.#worker === worker) this.#worker = undefined
    })
    // A request to a process that has just ended is noticed by its end.
    worker.stdin.on('error', () => {})
    this.#worker = worker
    return worker
  }

  /** Runs a step; resolves as a process of its own would end. */
  run(script: ArtifactScript, launch: Launch, control: ChildControl): Promise<ChildResult> {
    const result = this.#turn.then(() => this.#run(script, launch, control))
    this.#turn = result.catch(() => {})
    return result
  }

  close(): void {
    this.#worker?.kill('SIGKILL')
    this.#worker = undefined
  }

  #run(script: ArtifactScript, { env, cwd }: Launch, control: ChildControl): Promise<ChildResult> {
    const { stop, kill, timeoutMs, onLine } = control
    if (stop.aborted || kill.aborted) return Promise.resolve({ code: null, timedOut: false, stopped: true })
    const worker = this.warm()
    const end = `end-${randomUUID()}`
    return new Promise((resolve) => {
      const lines = [worker.stdout!, worker.stderr!].map((input) => createInterface({ input }))
      let timedOut = false
      const settle = (code: number | null) => {
        clearTimeout(timer)
        worker.off('close', onClose)
        stop.removeEventListener('abort', abandon)
        kill.removeEventListener('abort', abandon)
        for (const reader of lines) reader.close()
        resolve({ code, timedOut, stopped: timedOut || stop.aborted || kill.aborted })
      }
      const onClose = () => settle(null)
      const abandon = () => {
        this.close()
        settle(null)
      }
      const expire = () => {
        timedOut = true
        abandon()
      }
      const timer = timeoutMs === undefined ? undefined : setTimeout(expire, timeoutMs)
      for (const reader of lines) {
        reader.on('line', (line) => {
          if (line.startsWith(end)) settle(Number(line.slice(end.length)))
          else if (line !== '') onLine(line)
        })
      }
      worker.once('close', onClose)
      stop.addEventListener('abort', abandon)
      kill.addEventListener('abort', abandon)
      const request: ArtifactRequest = { script, env, cwd, end }
      worker.stdin!.write(`${JSON.stringify(request)}\n`)
    })
  }
}
