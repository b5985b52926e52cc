import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WorkflowTrigger } from '../host.ts'
import type { RepositoryOptions, SandboxGitHub } from './sandbox-github.ts'
import { type GitHubOptions, startGitHub } from './start-github.ts'

interface TestAnswer {
  status: number
  headers: Headers
  /** Parsed JSON of any shape: tests look at single fields. */
  // biome-ignore lint/suspicious/noExplicitAny: an answer's shape is what the tests are about
  json: any
  text: string
}

export type Request = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<TestAnswer>

export interface TestGitHub {
  github: SandboxGitHub
  triggers: WorkflowTrigger[]
  /** Plain fetch with a token; paths without a host go to the API. */
  as(token: string | null): Request
  /** A fresh repository `acme/<n>` with two files, its API path and its owner's request function. */
  repository(
    options?: Partial<RepositoryOptions>,
  ): Promise<{ name: string; path: string; owner: Request; main: string }>
  stop(): Promise<void>
}

/** A GitHub in a temporary folder, with what tests need around it. */
export async function startTestGitHub(options: Partial<GitHubOptions> = {}): Promise<TestGitHub> {
  const root = await mkdtemp(join(tmpdir(), 'tidemark-github-'))
  const github = await startGitHub({ root, ...options })
  github.createUser('acme')
  const ownerToken = github.createToken('acme', 'all')
  const triggers: WorkflowTrigger[] = []
  github.onTrigger((trigger) => triggers.push(trigger))
  let count = 0
  const as =
    (token: string | null): Request =>
    async (method, path, body, headers = {}) => {
      const response = await fetch(path.startsWith('http') ? path : github.apiUrl + path, {
        method,
        headers: { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...headers },
        body: body === undefined ? null : body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body),
      })
      const text = await response.text()
      const isJson = response.headers.get('content-type')?.startsWith('application/json')
      return {
        status: response.status,
        headers: response.headers,
        text,
        json: isJson && text !== '' ? JSON.parse(text) : null,
      }
    }
  return {
    github,
    triggers,
    as,
    async repository(given = {}) {
      const name = `acme/r${++count}`
      const files = { 'README.md': 'one\ntwo\nthree\n', 'src/a.txt': 'a\n' }
      await github.createRepository({ owner: 'acme', name: `r${count}`, private: true, files, ...given })
      const main = (await github.ref(name, 'refs/heads/main')) ?? ''
      return { name, path: `/repos/${name}`, owner: as(ownerToken), main }
    },
    async stop() {
      await github.close()
      await rm(root, { recursive: true, force: true })
    },
  }
}

/** Commits one file's content on top of `parent` by the Git data API; returns the commit's id. */
export async function commitFile(
  request: Request,
  path: string,
  parent: string,
  file: string,
  content: string,
): Promise<string> {
  const tree = await request('POST', `${path}/git/trees`, {
    base_tree: parent,
    tree: [{ path: file, mode: '100644', type: 'blob', content }],
  })
  const commit = await request('POST', `${path}/git/commits`, {
    message: `Set ${file}`,
    tree: tree.json.sha,
    parents: [parent],
  })
  return commit.json.sha
}

/** A branch with one commit on top of `parent`; returns its tip. */
export async function branchWith(
  request: Request,
  path: string,
  branch: string,
  parent: string,
  file: string,
  content: string,
): Promise<string> {
  const sha = await commitFile(request, path, parent, file, content)
  await request('POST', `${path}/git/refs`, { ref: `refs/heads/${branch}`, sha })
  return sha
}
