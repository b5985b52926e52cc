import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { gitEnvironment } from './git/run-git.ts'
import { startTestGitHub, type TestGitHub } from './test-client.ts'

let world: TestGitHub
const folders: string[] = []
beforeAll(async () => {
  world = await startTestGitHub()
})
afterEach(() => expect(world.github.unexpected).toEqual([]))
afterAll(async () => {
  await world.stop()
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })))
})

const identity = {
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@example.com',
}

/** Runs git; resolves with what it printed, rejects with what it complained about. */
async function git(folder: string, ...args: string[]): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)('git', args, { cwd: folder, env: gitEnvironment(identity) })
  return stdout + stderr
}

async function clone(name: string, token: string | null): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tidemark-clone-'))
  folders.push(folder)
  const url = world.github.gitUrl(name)
  await git(folder, 'clone', '-q', token === null ? url : url.replace('://', `://x-access-token:${token}@`), '.')
  return folder
}

async function commit(folder: string, file: string, content: string): Promise<string> {
  await writeFile(join(folder, file), content)
  await git(folder, 'add', '.')
  await git(folder, 'commit', '-q', '-m', `Set ${file}`)
  return (await git(folder, 'rev-parse', 'HEAD')).trim()
}

const job = (repository: string, contents: 'read' | 'write') =>
  world.github.issueJobToken({ repository, permissions: { contents }, runId: 1, jobId: 2 })

test('a clone has what the API wrote, and a push is what the API then shows', async () => {
  const { name, path, owner } = await world.repository()
  await owner('PUT', `${path}/contents/api.txt`, {
    message: 'by API',
    content: Buffer.from('hello').toString('base64'),
  })
  const folder = await clone(name, world.github.createToken('acme', { contents: 'write' }))
  expect(await readFile(join(folder, 'api.txt'), 'utf8')).toBe('hello')
  world.triggers.length = 0
  const before = (await git(folder, 'rev-parse', 'HEAD')).trim()
  const sha = await commit(folder, 'git.txt', 'pushed')
  await git(folder, 'push', '-q', 'origin', 'main')
  expect((await owner('GET', `${path}/contents/git.txt?ref=${sha}`)).status).toBe(200)
  expect(world.triggers).toMatchObject([
    {
      event: 'push',
      actor: 'acme',
      ref: 'refs/heads/main',
      sha,
      payload: { before, after: sha, commits: [{ added: ['git.txt'] }] },
    },
  ])
})

test("access is by token: none sees a private repository, read cannot push, a job's push starts nothing", async () => {
  const { name } = await world.repository()
  await expect(clone(name, null)).rejects.toThrow(/could not read Username|Authentication failed/)
  await expect(clone(name, 'ghs_wrong')).rejects.toThrow('Authentication failed')
  const reader = await clone(name, job(name, 'read'))
  await commit(reader, 'x', 'x')
  await expect(git(reader, 'push', 'origin', 'main')).rejects.toThrow('403')
  const writer = await clone(name, job(name, 'write'))
  const sha = await commit(writer, 'x', 'x')
  world.triggers.length = 0
  await git(writer, 'push', '-q', 'origin', 'main')
  expect(await world.github.ref(name, 'refs/heads/main')).toBe(sha)
  expect(world.triggers).toEqual([])
})

test('protection refuses its branch and lets the others of the same push through', async () => {
  const { name, main } = await world.repository({
    protection: { main: { requiredReviews: { count: 1, dismissStale: false, bypass: [] }, enforceAdmins: true } },
  })
  const folder = await clone(name, world.github.createToken('acme', 'all'))
  const sha = await commit(folder, 'x', 'x')
  await expect(git(folder, 'push', 'origin', 'main', 'main:refs/heads/other')).rejects.toThrow(
    /GH006: Protected branch update failed[\s\S]*Changes must be made through a pull request/,
  )
  expect(await world.github.ref(name, 'refs/heads/main')).toBe(main)
  expect(await world.github.ref(name, 'refs/heads/other')).toBe(sha)
})

test('a ruleset refuses a forced push but takes a plain one', async () => {
  const { name } = await world.repository({
    rulesets: [{ name: 'all', target: 'branch', include: ['~ALL'], rules: [{ type: 'non_fast_forward' }] }],
  })
  const folder = await clone(name, world.github.createToken('acme', 'all'))
  const sha = await commit(folder, 'x', 'x')
  await git(folder, 'push', '-q', 'origin', 'main')
  await git(folder, 'commit', '-q', '--amend', '-m', 'other')
  await expect(git(folder, 'push', '--force', 'origin', 'main')).rejects.toThrow('Cannot force-push')
  expect(await world.github.ref(name, 'refs/heads/main')).toBe(sha)
})

test('a job cannot push a changed workflow, nor anybody refs/pull', async () => {
  const { name } = await world.repository({ files: { 'ci.yml': 'x' } })
  const folder = await clone(name, job(name, 'write'))
  await mkdir(join(folder, '.github/workflows'), { recursive: true })
  await commit(folder, '.github/workflows/ci.yml', 'on: push\n')
  await expect(git(folder, 'push', 'origin', 'main')).rejects.toThrow('without `workflows` permission')
  await expect(git(folder, 'push', 'origin', 'main~:refs/pull/1/head')).rejects.toThrow('hidden ref')
})
