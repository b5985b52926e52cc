import { spawn } from 'node:child_process'

interface GitResult {
  code: number
  stdout: Buffer
  stderr: string
}

/** The environment git runs in: nothing of the machine's or the user's configuration, no prompts, no hooks from outside. */
export function gitEnvironment(extra: Record<string, string> = {}): Record<string, string> {
  const kept = Object.entries(process.env).filter(([name]) => /^(PATH|SYSTEMROOT|TEMP|TMP|TMPDIR|PATHEXT)$/i.test(name))
  return {
    ...(Object.fromEntries(kept) as Record<string, string>),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: process.platform === 'win32' ? 'NUL' : '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
    ...extra,
  }
}

/** Runs git in `dir` and returns what it said, whatever its exit code. Rejects when git cannot be started. */
export function runGit(
  dir: string,
  args: readonly string[],
  options: { input?: string | Uint8Array; env?: Record<string, string> } = {},
): Promise<GitResult> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', args, { cwd: dir, env: gitEnvironment(options.env), windowsHide: true })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', reject)
    child.on('close', (code) =>
      resolve({ code: code ?? -1, stdout: Buffer.concat(out), stderr: Buffer.concat(err).toString() }),
    )
    child.stdin.on('error', () => undefined)
    child.stdin.end(options.input)
  })
}
