import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { connectRegistry, type RegistryOptions } from '@tidemark/github'
import type { Registry } from '@tidemark/registry'
import { type RepositoryOptions, type SandboxGitHub, startGitHub } from '@tidemark/sandbox'
import { contractText, policyText } from './candidate.ts'

export const repository = 'acme/churn'

export interface RegistryWorld extends AsyncDisposable {
  github: SandboxGitHub
  /** The token of a job that may write. */
  bot: string
  /** How that job reaches the registry. */
  connection: RegistryOptions
  /** A connection of its own, as every job has one. Its retries wait a fiftieth of what they should unless told. */
  connect(token?: string, options?: Partial<RegistryOptions>): Promise<Registry>
  /** The REST API as a person. */
  call<T>(login: string, method: string, path: string, body?: unknown): Promise<T>
}

const jobPermissions = { contents: 'write', 'pull-requests': 'write', statuses: 'write' } as const

/** A sandbox with one repository that has a policy, an owner and a reviewer. */
export async function createRegistryWorld(options: Partial<RepositoryOptions> = {}): Promise<RegistryWorld> {
  const root = await mkdtemp(join(tmpdir(), 'tidemark-registry-'))
  const github = await startGitHub({ root, clock: () => new Date('2026-03-02T08:00:00Z') })
  await github.createRepository({
    owner: 'acme',
    name: 'churn',
    files: { 'models/churn/model.yaml': policyText, 'models/churn/contract.yaml': contractText },
    collaborators: { author: 'write', reviewer: 'write', reader: 'read', owner: 'admin' },
    actionsMayCreatePulls: true,
    ...options,
  })
  const bot = github.issueJobToken({ repository, permissions: jobPermissions, runId: 1, jobId: 1 })
  const connection = {
    token: bot,
    repository,
    apiUrl: github.apiUrl,
    registryBranch: 'model-registry',
    policyRoot: 'models',
    actor: 'author',
    runUrl: 'https://github.com/acme/churn/actions/runs/1',
    wait: (ms: number) => wait(ms / 50),
  }
  return {
    github,
    bot,
    connection,
    connect: (token = bot, options = {}) => connectRegistry({ ...connection, token, ...options }),
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
    async [Symbol.asyncDispose]() {
      await github.close()
      await rm(root, { recursive: true, force: true })
    },
  }
}

/** Whether a request changes what anybody can see: reads do not, nor do Git objects that no ref points at yet. */
export function changesSomething(method: string, path: string): boolean {
  return method !== 'GET' && !/\/git\/(trees|commits|tags|blobs)$|^\/graphql$/.test(path)
}
