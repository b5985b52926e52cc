import { type ChildProcess, spawn, spawnSync } from 'node:child_process'

export interface ChildOptions {
  readonly command: readonly string[]
  readonly workingDirectory: string
  readonly environment: Readonly<Record<string, string>>
  readonly timeoutMs: number
  /** Between asking the group to end and killing it. */
  readonly graceMs: number
  readonly onOutput?: ((text: string) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

export interface ChildEnd {
  readonly exitCode: number | null
  readonly signal: NodeJS.Signals | null
  readonly stopped: 'timeout' | 'cancelled' | undefined
  /** The end of what it wrote, both streams as they came. */
  readonly tail: string
}

const shownBytes = 4 * 1024 * 1024
const tailCharacters = 8 * 1024

/**
 * Runs a command without a shell, as its own process group, and ends the whole group with it: on success, failure, timeout and
 * cancellation alike, nothing it started lives on. Output passes through up to 4 MiB. Rejects when the command cannot be started.
 */
export function runChild(options: ChildOptions): Promise<ChildEnd> {
  const { command, workingDirectory, environment, timeoutMs, graceMs, onOutput, signal } = options
  const [file = '', ...args] = command
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd: workingDirectory,
      env: { ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32', // a group of its own
      windowsHide: true,
    })
    const output = boundedOutput(onOutput)
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', output.add)
    let stopped: ChildEnd['stopped']
    let killTimer: NodeJS.Timeout | undefined
    let releaseTimer: NodeJS.Timeout | undefined
    const stop = (reason: NonNullable<ChildEnd['stopped']>) => {
      stopped ??= reason
      signalGroup(child, 'SIGTERM')
      killTimer ??= setTimeout(() => signalGroup(child, 'SIGKILL'), graceMs)
    }
    const cancel = () => stop('cancelled')
    const killAtExit = () => signalGroup(child, 'SIGKILL')
    const timeout = setTimeout(() => stop('timeout'), timeoutMs)
    const settle = () => {
      clearTimeout(timeout)
      clearTimeout(killTimer)
      clearTimeout(releaseTimer)
      signal?.removeEventListener('abort', cancel)
      process.removeListener('exit', killAtExit)
    }
    process.once('exit', killAtExit)
    signal?.addEventListener('abort', cancel)
    if (signal?.aborted) cancel()
    child.once('error', (error) => {
      settle()
      reject(error)
    })
    child.once('exit', () => {
      clearTimeout(timeout)
      signalGroup(child, 'SIGKILL')
      // What left the group (setsid) may still hold the pipes open, and so hold `close` back.
      releaseTimer = setTimeout(() => {
        child.stdout.destroy()
        child.stderr.destroy()
      }, graceMs)
    })
    child.once('close', (exitCode, endSignal) => {
      settle()
      resolve({ exitCode, signal: endSignal, stopped, tail: output.tail() })
    })
  })
}

function signalGroup({ pid }: ChildProcess, name: NodeJS.Signals): void {
  if (pid === undefined) return
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' })
    return
  }
  try {
    process.kill(-pid, name)
  } catch (error) {
    // Nobody of the group is left (ESRCH), or on macOS only zombies are (EPERM).
    if (!(error instanceof Error && 'code' in error && (error.code === 'ESRCH' || error.code === 'EPERM'))) throw error
  }
}

function boundedOutput(onOutput: ChildOptions['onOutput']): {
  readonly add: (text: string) => void
  readonly tail: () => string
} {
  let shown = 0
  let tail = ''
  return {
    add: (text) => {
      tail = (tail + text).slice(-tailCharacters)
      if (shown > shownBytes) return
      shown += text.length
      onOutput?.(shown > shownBytes ? '\n… further output is not shown\n' : text)
    },
    tail: () => tail,
  }
}
