import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'

export interface CommandRun {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Starts the built `tidemark` in a process of its own, in an empty environment with every network but loopback denied. */
export function startCommand(
  args: readonly string[],
  { cwd = tmpdir(), env = {} }: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): ChildProcess {
  return spawn(
    process.execPath,
    ['--import', inject('loopbackOnly'), join(inject('builtActions'), 'cli.js'), ...args],
    {
      cwd,
      env: {
        PATH: process.env.PATH ?? '',
        HOME: cwd,
        TMPDIR: tmpdir(),
        LANG: 'C.UTF-8',
        RUNNER_TOOL_CACHE: inject('toolCache'),
        // A port nobody listens at: what needs no GitHub must not call it.
        GITHUB_API_URL: 'http://127.0.0.1:9',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
}

/** Runs it to its end. */
export async function runCommand(
  args: readonly string[],
  options?: Parameters<typeof startCommand>[1],
): Promise<CommandRun> {
  const child = startCommand(args, options)
  let stdout = ''
  let stderr = ''
  child.stdout!.setEncoding('utf8').on('data', (part: string) => (stdout += part))
  child.stderr!.setEncoding('utf8').on('data', (part: string) => (stderr += part))
  const [exitCode] = (await once(child, 'close')) as [number | null]
  return { exitCode, stdout, stderr }
}
