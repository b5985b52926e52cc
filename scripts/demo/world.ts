import { execFile } from 'node:child_process'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { type RunDetails, type Runner, type SandboxGitHub, startGitHub, startRunner } from '@tidemark/sandbox'
import { layOutInstalledNative } from '../installed-native.ts'
import { flightsOf } from './flights.ts'
import { showEvent } from './timeline.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')

/** How consumers name our actions in their workflows; here it stands for this checkout's actions/ and dist/. */
const publishedName = 'tidemark-ml/tidemark'
export const repository = 'example/flight-delay'

export interface World {
  github: SandboxGitHub
  runner: Runner
  folder: string
  /** A person’s token for the API and git. */
  tokens: Record<'engineer' | 'reviewer', string>
  /** The engineer’s working copy. */
  checkout: string
  /** Calls the REST API as a person and returns the answer’s body. */
  call<T>(person: 'engineer' | 'reviewer', method: string, path: string, body?: unknown): Promise<T>
  /** Commits and pushes the working copy as the engineer. */
  push(branch: string, message: string): Promise<void>
  git(...args: string[]): Promise<string>
  close(): Promise<void>
}

/** A GitHub on loopback with one consumer repository made from examples/flight-delay, two people and a runner. */
export async function createWorld(folder: string): Promise<World> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  // The flights are of 2001, and so is the story: GitHub’s clock starts on the morning after March.
  const offset = Date.parse('2001-04-02T08:00:00Z') - Date.now()
  const github = await startGitHub({ root: join(folder, 'github'), clock: () => new Date(Date.now() + offset) })
  const toolCache = join(root, '.cache/tool-cache')
  layOutInstalledNative(join(toolCache, 'tidemark-native'))
  const runner = startRunner({
    host: github,
    actions: { [publishedName]: root },
    workDir: join(folder, 'runner'),
    toolCache,
    onEvent: showEvent,
  })
  github.onRunApproved((approved) => runner.approve(approved.id))
  await github.createRepository({
    owner: 'example',
    name: 'flight-delay',
    description: 'Will this flight leave more than 15 minutes late?',
    files: await readTree(join(root, 'examples/flight-delay')),
    collaborators: { engineer: 'write', reviewer: 'write' },
    actionsMayCreatePulls: true,
    protection: {
      main: { requiredReviews: { count: 1, dismissStale: true, bypass: ['engineer'] }, requiredStatusChecks: null },
    },
  })
  const tokens = { engineer: github.createToken('engineer', 'all'), reviewer: github.createToken('reviewer', 'all') }
  const checkout = join(folder, 'engineer')
  const env = () => {
    const date = github.now().toISOString()
    const identity = { GIT_AUTHOR_NAME: 'engineer', GIT_AUTHOR_EMAIL: 'engineer@users.noreply.github.com' }
    return {
      PATH: process.env.PATH ?? '',
      HOME: folder,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_TERMINAL_PROMPT: '0',
      ...identity,
      GIT_COMMITTER_NAME: identity.GIT_AUTHOR_NAME,
      GIT_COMMITTER_EMAIL: identity.GIT_AUTHOR_EMAIL,
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_DATE: date,
    }
  }
  const basic = Buffer.from(`x-access-token:${tokens.engineer}`).toString('base64')
  const withToken = ['-c', `http.extraheader=AUTHORIZATION: basic ${basic}`]
  const git = async (...args: string[]) =>
    (await run('git', ['-C', checkout, ...withToken, ...args], { env: env(), maxBuffer: 1 << 28 })).stdout
  await run('git', [...withToken, 'clone', '--quiet', github.gitUrl(repository), checkout], { env: env() })

  return {
    github,
    runner,
    folder,
    tokens,
    checkout,
    git,
    async call(person, method, path, body) {
      const response = await fetch(`${github.apiUrl}/repos/${repository}${path}`, {
        method,
        headers: { authorization: `Bearer ${tokens[person]}`, accept: 'application/vnd.github+json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const text = await response.text()
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
      return text === '' ? null : JSON.parse(text)
    },
    async push(branch, message) {
      await git('add', '--all')
      await git('commit', '--quiet', '--message', message)
      await git('push', '--quiet', 'origin', `HEAD:refs/heads/${branch}`)
    },
    async close() {
      await runner.close()
      await github.save()
      await github.close()
    },
  }
}

/** Puts a month’s flights into the working copy. */
export async function addMonth({ checkout }: World, month: string): Promise<void> {
  await mkdir(join(checkout, 'data'), { recursive: true })
  await cp(await flightsOf(month), join(checkout, `data/flights-${month}.parquet`))
}

/** Changes a text file of the working copy. */
export async function edit({ checkout }: World, path: string, change: (text: string) => string): Promise<void> {
  const file = join(checkout, path)
  const before = await readFile(file, 'utf8').catch(() => '')
  const after = change(before)
  if (after === before) throw new Error(`${path} did not change`)
  await writeFile(file, after)
}

/** Runs what the last change started to its end, and returns it. */
export async function finish({ runner }: World, seen: number): Promise<RunDetails[]> {
  // A push has been answered before its trigger is looked at.
  await new Promise((resolve) => setImmediate(resolve))
  await runner.idle()
  return runner.runs.slice(seen)
}

/** Starts a workflow by hand, as the engineer, and waits for its end; with `andFollowing` for all runs that it starts, too. */
export async function dispatch(
  world: World,
  workflow: string,
  options: {
    ref?: string
    inputs?: Record<string, string>
    conclusion?: 'success' | 'failure' | 'either'
    andFollowing?: boolean
  } = {},
): Promise<void> {
  const { ref = 'main', inputs, conclusion = 'success', andFollowing = false } = options
  const { runner } = world
  const seen = runner.runs.length
  await world.call('engineer', 'POST', `/actions/workflows/${workflow}/dispatches`, {
    ref,
    ...(inputs === undefined ? {} : { inputs }),
  })
  const started = () => runner.runs.slice(seen).find((each) => each.workflowPath.endsWith(workflow))
  while (started()?.status !== 'completed') await new Promise((resolve) => setTimeout(resolve, 10))
  if (andFollowing) await finish(world, seen)
  const ended = started()?.conclusion
  if (conclusion !== 'either' && ended !== conclusion)
    throw new Error(`${workflow} ended as ${ended}, expected ${conclusion}`)
}

async function readTree(folder: string): Promise<Record<string, Buffer>> {
  const files: Record<string, Buffer> = {}
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    files[relative(folder, path)] = await readFile(path)
  }
  return files
}
