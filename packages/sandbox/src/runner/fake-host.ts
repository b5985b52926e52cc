import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Permissions, RunRecord, SandboxHost, WorkflowTrigger } from '../host.ts'
import { type Runner, type RunnerEvent, type RunnerOptions, startRunner } from './index.ts'

const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.invalid']
const zero = '0'.repeat(40)

/** A world of one repository for the runner's tests: a bare repository, a host that only keeps notes, and a runner. */
export interface TestWorld extends AsyncDisposable {
  runner: Runner
  folder: string
  events: RunnerEvent[]
  saved: RunRecord[]
  tokens: { token: string; permissions: Permissions; revoked: boolean }[]
  /** Where `acme/actions` is: `actions/<name>/` with action.yml and files. */
  action(name: string, files: Readonly<Record<string, string>>): void
  commit(files: Readonly<Record<string, string>>, branch?: string, message?: string): string
  push(files: Readonly<Record<string, string>>, branch?: string): Promise<void>
  trigger(trigger: Partial<WorkflowTrigger>): Promise<void>
}

export const repository = 'acme/flights'

export function createTestWorld(
  options: Partial<RunnerOptions> & { secrets?: Record<string, string> } = {},
): TestWorld {
  const folder = mkdtempSync(path.join(tmpdir(), 'runner-'))
  const bare = path.join(folder, 'remote.git')
  const clone = path.join(folder, 'clone')
  const actions = path.join(folder, 'published')
  // Commits go straight into the bare repository.
  const env = { ...process.env, GIT_DIR: bare, GIT_WORK_TREE: clone }
  const git = (...args: string[]) =>
    execFileSync('git', [...identity, ...args], { cwd: clone, encoding: 'utf8', stdio: 'pipe', env }).trim()
  execFileSync('git', ['init', '-q', '--bare', '-b', 'main', bare])
  mkdirSync(clone)
  const events: RunnerEvent[] = []
  const saved: RunRecord[] = []
  const tokens: TestWorld['tokens'] = []
  let listener: (trigger: WorkflowTrigger) => void = () => {}
  let runId = 0
  let current = 'main'
  const host: SandboxHost = {
    apiUrl: 'http://gh.localhost:1/api',
    serverUrl: 'http://gh.localhost:1',
    gitUrl: () => `file://${bare}`,
    gitDir: () => bare,
    defaultBranch: () => 'main',
    onTrigger: (given) => {
      listener = given
    },
    issueJobToken: ({ permissions, jobId }) => {
      const token = `ghs_token${jobId}`
      tokens.push({ token, permissions, revoked: false })
      return token
    },
    revokeToken: (token) => {
      for (const each of tokens) if (each.token === token) each.revoked = true
    },
    resultsEnv: () => ({ ACTIONS_RESULTS_URL: 'http://gh.localhost:1/', ACTIONS_RUNTIME_TOKEN: 'runtime' }),
    variables: () => ({ REGION: 'north' }),
    secrets: () => options.secrets ?? {},
    saveRun: (run) => void saved.push(structuredClone(run)),
    nextRunId: () => ++runId,
    now: () => new Date('2026-01-02T03:04:05Z'),
  }
  const runner = startRunner({
    host,
    actions: { 'acme/actions': actions },
    workDir: path.join(folder, 'work'),
    onEvent: (event) => void events.push(event),
    ...options,
  })
  const world: TestWorld = {
    runner,
    folder,
    events,
    saved,
    tokens,
    action(name, files) {
      write(path.join(actions, 'actions', name), files)
    },
    commit(files, branch = 'main', message = 'change') {
      if (branch !== current) git('checkout', '-q', '-B', branch)
      current = branch
      write(clone, files)
      git('add', '-A')
      git('commit', '-q', '--allow-empty', '-m', message)
      return git('rev-parse', 'HEAD')
    },
    async push(files, branch = 'main') {
      const before = execFileSync(
        'git',
        ['-C', bare, 'for-each-ref', '--format=%(objectname)', `refs/heads/${branch}`],
        { encoding: 'utf8' },
      ).trim()
      const sha = world.commit(files, branch)
      await world.trigger({ ref: `refs/heads/${branch}`, sha, payload: { before: before || zero, after: sha } })
    },
    async trigger(trigger) {
      const sha = trigger.sha ?? git('rev-parse', 'main')
      listener({ event: 'push', repository, actor: 'ada', ref: 'refs/heads/main', payload: {}, ...trigger, sha })
      await runner.idle()
    },
    async [Symbol.asyncDispose]() {
      await runner.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return world
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
}
