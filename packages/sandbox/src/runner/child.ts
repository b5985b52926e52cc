import { spawn } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { StringDecoder } from 'node:string_decoder'
import { setTimeout as wait } from 'node:timers/promises'

export interface Launch {
  command: string
  args: readonly string[]
  cwd: string
  /** The whole environment; nothing of this process leaks. */
  env: Readonly<Record<string, string>>
}

export interface ChildControl {
  onLine(line: string): void
  /** Asks to stop: SIGINT, then SIGTERM and SIGKILL after `graceMs` each. */
  stop: AbortSignal
  /** Stops at once. */
  kill: AbortSignal
  timeoutMs: number | undefined
}

export interface ChildResult {
  code: number | null
  timedOut: boolean
  stopped: boolean
}

const graceMs = 2000
// A background process may hold the pipes open after its parent has ended; its later output is not waited for.
const drainMs = 200
const pollMs = 5

// Groups outlive a parent that just exits: the last thing this process does is to end them.
const active = new Set<number>()
process.on('exit', () => {
  for (const pid of active) signalGroup(pid, 'SIGKILL')
})

/** Runs a process in a group of its own. Rejects only when it cannot be started. */
export function runChild(launch: Launch, { onLine, stop, kill, timeoutMs }: ChildControl): Promise<ChildResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(launch.command, launch.args, {
      cwd: launch.cwd,
      env: launch.env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    if (child.pid !== undefined) active.add(child.pid)
    const flushes = [child.stdout, child.stderr].map((stream) => splitLines(stream, onLine))
    const timers: NodeJS.Timeout[] = []
    let timedOut = false
    let stopped = false
    const signal = (name: NodeJS.Signals) => child.pid !== undefined && signalGroup(child.pid, name)
    const ask = () => {
      if (stopped) return
      stopped = true
      signal('SIGINT')
      timers.push(
        setTimeout(() => signal('SIGTERM'), graceMs),
        setTimeout(() => signal('SIGKILL'), 2 * graceMs),
      )
    }
    const end = () => {
      stopped = true
      signal('SIGKILL')
    }
    if (timeoutMs !== undefined) {
      const timer = () => {
        timedOut = true
        ask()
      }
      timers.push(setTimeout(timer, Math.min(timeoutMs, 2 ** 31 - 1)))
    }
    stop.addEventListener('abort', ask)
    kill.addEventListener('abort', end)
    const settle = (code: number | null) => {
      for (const timer of timers) clearTimeout(timer)
      if (child.pid !== undefined) active.delete(child.pid)
      stop.removeEventListener('abort', ask)
      kill.removeEventListener('abort', end)
      for (const flush of flushes) flush()
      child.stdout.destroy()
      child.stderr.destroy()
      resolve({ code, timedOut, stopped })
    }
    child.once('error', reject)
    child.once('close', settle)
    child.once('exit', (code) => {
      for (const timer of timers.splice(0)) clearTimeout(timer)
      timers.push(setTimeout(() => settle(code), drainMs))
    })
    if (kill.aborted) end()
    else if (stop.aborted) ask()
  })
}

/**
 * Ends every process that was started with this RUNNER_TRACKING_ID, also those that left their group, as GitHub's runner
 * does after a job, and waits until they have ended: a signal is only asked for when `kill` returns. What such a process
 * started meanwhile is found by looking again. Only where /proc tells environments; elsewhere groups have to do.
 */
export async function endOrphans(trackingId: string): Promise<void> {
  const wanted = `RUNNER_TRACKING_ID=${trackingId}`
  const until = performance.now() + graceMs
  // A process in the kernel's uninterruptible sleep hears no signal: it is not waited for longer than this.
  while (performance.now() < until) {
    const pids = await processesWith(wanted)
    if (pids.length === 0) return
    for (const pid of pids) signalProcess(pid, 'SIGKILL')
    for (const pid of pids) while (performance.now() < until && (await isRunning(pid))) await wait(pollMs)
  }
}

async function processesWith(setting: string): Promise<number[]> {
  const numbers = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name)).map(Number)
  const found = await Promise.all(
    numbers.map(async (pid) => {
      const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '')
      return environment.split('\0').includes(setting) && (await isRunning(pid))
    }),
  )
  return numbers.filter((_, index) => found[index])
}

/** Not so for a process that has ended and whose parent has not taken notice yet. */
async function isRunning(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  // The name stands in brackets and may hold spaces and brackets of its own.
  const state = stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3)
  return stat !== '' && state !== 'Z' && state !== 'X'
}

const signalGroup = (pid: number, name: NodeJS.Signals): void => signalProcess(-pid, name)

function signalProcess(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // Already gone.
  }
}

function splitLines(stream: NodeJS.ReadableStream, onLine: (line: string) => void): () => void {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  stream.on('data', (chunk: Buffer) => {
    const lines = (rest + decoder.write(chunk)).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) onLine(line.replace(/\r$/, ''))
  })
  return () => {
    const last = rest + decoder.end()
    rest = ''
    if (last !== '') onLine(last)
  }
}
