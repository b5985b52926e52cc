import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type SandboxGitHub, startGitHub } from '@tidemark/sandbox'
import type { BuiltRun } from './built-action.ts'
import { type Consumer, consumerFiles, repository } from './consumer.ts'

const exec = promisify(execFile)

/** What a GitHub repository holds that a run could have half-written. */
export interface RepositoryState {
  refs: string[]
  releases: { tag: string; draft: boolean; assets: string[] }[]
  pullRequests: string[]
}

export interface RegistryWorld extends AsyncDisposable {
  github: SandboxGitHub
  /** A job's token: contents, pull requests and statuses may be written unless told. */
  token(permissions?: Record<string, 'read' | 'write'>): string
  /** Runs a built action against this GitHub, with a job's token unless told. */
  run(
    consumer: Consumer,
    action: string,
    inputs?: Record<string, string>,
    options?: { token?: string; event?: { name: string; payload: unknown } },
  ): Promise<BuiltRun>
  /** The REST API as a person. */
  call<T>(login: string, method: string, path: string, body?: unknown): Promise<T>
  state(): Promise<RepositoryState>
}

/** A GitHub with the consumer's repository, an author and a reviewer. */
export async function createRegistryWorld(
  files: Record<string, string | Uint8Array> = consumerFiles,
): Promise<RegistryWorld> {
  const root = await mkdtemp(join(tmpdir(), 'tidemark-github-'))
  const github = await startGitHub({ root: join(root, 'github'), clock: () => new Date('2026-03-02T08:00:00Z') })
  await github.createRepository({
    owner: 'acme',
    name: 'churn',
    files,
    collaborators: { author: 'write', reviewer: 'write' },
    actionsMayCreatePulls: true,
  })
  const world: RegistryWorld = {
    github,
    token: (permissions = { contents: 'write', 'pull-requests': 'write', statuses: 'write' }) =>
      github.issueJobToken({ repository, permissions: { metadata: 'read', ...permissions }, runId: 1, jobId: 1 }),
    async run(consumer, action, inputs = {}, { token = world.token(), event } = {}) {
      const eventPath = join(root, 'event.json')
      if (event) await writeFile(eventPath, JSON.stringify(event.payload))
      return consumer.run(action, inputs, {
        token,
        env: {
          GITHUB_API_URL: github.apiUrl,
          GITHUB_SERVER_URL: github.serverUrl,
          ...(event ? { GITHUB_EVENT_NAME: event.name, GITHUB_EVENT_PATH: eventPath } : {}),
        },
      })
    },
    async call(login, method, path, body) {
      const response = await fetch(`${github.apiUrl}/repos/${repository}${path}`, {
        method,
        headers: { authorization: `Bearer ${github.createToken(login, 'all')}`, accept: 'application/vnd.github+json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const text = await response.text()
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
      return text === '' ? null : JSON.parse(text)
    },
    async state() {
      // The refs of a pull request are GitHub's own, made when somebody looks at it.
      const { stdout } = await exec('git', [
        '-C',
        github.gitDir(repository),
        'for-each-ref',
        '--format=%(refname) %(objectname)',
        'refs/heads',
        'refs/tags',
      ])
      type Release = { tag_name: string; draft: boolean; assets: { name: string; digest: string }[] }
      const releases = await world.call<Release[]>('acme', 'GET', '/releases')
      const pulls = await world.call<{ title: string; state: string }[]>('acme', 'GET', '/pulls?state=all')
      return {
        refs: stdout.split('\n').filter((line) => line !== ''),
        releases: releases.map(({ tag_name: tag, draft, assets }) => ({
          tag,
          draft,
          assets: assets.map(({ name, digest }) => `${name} ${digest}`).sort(),
        })),
        pullRequests: pulls.map(({ title, state }) => `${state} ${title}`),
      }
    },
    async [Symbol.asyncDispose]() {
      await github.close()
      await rm(root, { recursive: true, force: true })
    },
  }
  return world
}

/** Validated, trained and judged: the digests that travel as the jobs' outputs. */
export type Handovers = Record<'validation-handover' | 'training-handover' | 'evaluation-handover', string>

/** Makes the three handovers of a candidate in the consumer's checkout. */
export async function makeCandidate(consumer: Consumer, world: RegistryWorld): Promise<Handovers> {
  const succeed = async (action: string, inputs: Record<string, string>) => {
    const done = await world.run(consumer, action, inputs)
    if (done.exitCode !== 0) throw new Error(`${action} failed:\n${done.log}`)
    return done.outputs.handover ?? ''
  }
  const validation = { 'validation-handover': await succeed('validate-data', {}) }
  const training = { ...validation, 'training-handover': await succeed('train', validation) }
  return { ...training, 'evaluation-handover': await succeed('evaluate-gate', training) }
}

/** The text of a handover's manifest. */
export const readManifest = (consumer: Consumer, kind: string): Promise<string> =>
  readFile(join(consumer.workspace, '.tidemark', kind, 'handover.json'), 'utf8')
