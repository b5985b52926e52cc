import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type SandboxGitHub, startGitHub } from '@tidemark/sandbox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assumptions, untried } from '../../scripts/probe/assumptions/index.ts'
import { createRequest, type Request } from '../../scripts/probe/client.ts'
import { probe } from '../../scripts/probe/probe.ts'

const root = join(import.meta.dirname, '../..')
const repository = 'acme/flights'
let folder: string
let github: SandboxGitHub
let token: string
let request: Request

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tidemark-probe-'))
  github = await startGitHub({ root: folder })
  const workflow = 'on: push\njobs: { a: { runs-on: ubuntu-latest, steps: [{ run: "true" }] } }\n'
  await github.createRepository({
    owner: 'acme',
    name: 'flights',
    files: { 'README.md': 'Flights\n', '.github/workflows/ci.yml': workflow },
    collaborators: { engineer: 'write', reader: 'read' },
  })
  await github.createRepository({ owner: 'acme', name: 'empty', collaborators: { engineer: 'write' } })
  token = github.createToken('engineer', { contents: 'write', statuses: 'write', 'pull-requests': 'write' })
  request = createRequest({ apiUrl: github.apiUrl, token })
})
afterAll(async () => {
  await github.close()
  await rm(folder, { recursive: true, force: true })
})

/** All that a probe could leave behind. */
async function state(): Promise<unknown> {
  const { stdout } = await promisify(execFile)('git', [
    '-C',
    github.gitDir(repository),
    'for-each-ref',
    '--format=%(refname)',
  ])
  const releases = (await request('GET', `/repos/${repository}/releases`)).json
  const open = (await request('GET', `/repos/${repository}/pulls`)).json
  // GitHub keeps refs of pull requests, also of closed ones.
  return { refs: stdout.split('\n').filter((ref) => !ref.startsWith('refs/pull/')), releases, open }
}
const tried = (options: Partial<Parameters<typeof probe>[0]> = {}) =>
  probe({ request, repository, defaultBranch: 'main', ...options })

describe('the probe', () => {
  it('finds that the sandbox does all that it takes GitHub to do, and leaves nothing behind', async () => {
    const before = await state()
    const pushed: string[] = []
    github.onTrigger(({ event, sha }) => void (event === 'push' && pushed.push(sha)))
    const { findings, leftBehind } = await tried({ empty: 'acme/empty', withPullRequest: true })
    expect(findings.filter(({ verdict }) => verdict === 'differs')).toEqual([])
    expect(findings.filter(({ verdict }) => verdict === 'agrees')).toHaveLength(assumptions.length)
    expect(findings.filter(({ verdict }) => verdict === 'not tried')).toHaveLength(untried.length)
    expect(leftBehind).toEqual([])
    expect(await state()).toEqual(before)
    expect(github.unexpected).toEqual([])
    // Only the branches of pull requests have workflow files, and so start what runs on a push.
    const answers = await Promise.all(
      [...new Set(pushed)].map((sha) => request('GET', `/repos/${repository}/contents/.github/workflows?ref=${sha}`)),
    )
    expect(answers.filter(({ status }) => status === 404).length).toBeGreaterThan(0)
    expect(answers.filter(({ status }) => status !== 404)).toHaveLength(3)
  })

  it.each([
    ['ref.update-stale', 'PATCH', /refs\/heads\/.*\/stale$/, { status: 409, json: { message: 'Moved' } }, '409 Moved'],
    ['ref.create-existing', 'POST', /git\/refs$/, { status: 409 }, /^409/],
    ['answer.not-found', 'GET', /not-there$/, { status: 403, json: { message: 'No' } }, '403 No'],
    ['refs.matching-whole', 'GET', /matching-refs\/.*-w$/, { json: [] }, /^0 at once/],
    ['asset.digest', 'POST', /releases\/\d+\/assets/, { json: { state: 'uploaded' } }, 'uploaded, no digest'],
  ])('reports %s where a GitHub answers otherwise', async (id, method, path, change, observed) => {
    const changed: Request = async (...parameters) => {
      const answer = await request(...parameters)
      const isMeant = parameters[0] === method && path.test(parameters[1])
      return isMeant && (answer.status >= 400 || !('status' in change) || id === 'answer.not-found')
        ? { ...answer, ...change }
        : answer
    }
    const { findings, leftBehind } = await tried({ request: changed, only: [id] })
    const found = findings.find((each) => each.id === id)
    expect(found).toMatchObject({ verdict: 'differs', observed: expect.stringMatching(observed) })
    expect(leftBehind).toEqual([])
  })

  it('removes what it made when it is stopped at any request', async () => {
    const before = await state()
    for (const last of [3, 8, 12, 19]) {
      const stopped = new AbortController()
      let count = 0
      const counted: Request = (...parameters) => {
        if (++count === last) stopped.abort()
        return request(...parameters)
      }
      const { findings } = await tried({
        request: counted,
        signal: stopped.signal,
        only: ['refs.namespace', 'asset.download', 'release.publish'],
      })
      expect(findings.some(({ observed }) => observed === 'stopped')).toBe(true)
      expect(await state()).toEqual(before)
    }
  })

  it('names files that are there, and each assumption once', () => {
    const all = [...assumptions, ...untried]
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    for (const { id, reliedOnBy } of all) {
      expect(reliedOnBy.length, id).toBeGreaterThan(0)
      for (const file of reliedOnBy) expect(existsSync(join(root, file)), `${id}: ${file}`).toBe(true)
    }
  })
})

describe('pnpm probe', () => {
  const start = (args: readonly string[], env: Record<string, string> = {}) =>
    spawn(process.execPath, [join(root, 'scripts/probe/main.ts'), ...args], {
      env: { PATH: process.env.PATH ?? '', GITHUB_API_URL: github.apiUrl, GITHUB_TOKEN: token, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  const run = async (args: readonly string[], env?: Record<string, string>) => {
    const child = start(args, env)
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (part: string) => (stdout += part))
    child.stderr.setEncoding('utf8').on('data', (part: string) => (stderr += part))
    const [exitCode] = (await once(child, 'close')) as [number | null]
    return { exitCode, stdout, stderr }
  }

  it('prints a table, or JSON', async () => {
    const table = await run([repository, '--yes', '--only', 'ref.', '--only', 'merge-group'])
    expect(table).toMatchObject({ exitCode: 0, stderr: '' })
    expect(table.stdout).toMatch(/^✓ ref\.update-stale /m)
    expect(table.stdout).toMatch(/ agree, 0 differ, \d+ not tried\nEverything that was made is removed\.\n$/)
    const { stdout } = await run([repository, '--yes', '--json', '--only', 'ref.create'])
    expect(JSON.parse(stdout)).toMatchObject({ repository, leftBehind: [], findings: [{ id: 'ref.create' }, {}, {}] })
  })

  it('cleans up when it is interrupted', async () => {
    const before = await state()
    const child = start([repository, '--yes'])
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      if (part.includes('ref.create ')) child.kill('SIGINT')
    })
    expect(await once(child, 'close')).toEqual([130, null])
    expect(await state()).toEqual(before)
  })

  it('removes what a killed probe left, and nothing else', async () => {
    const before = await state()
    const main = await github.ref(repository, 'refs/heads/main')
    const names = [
      'heads/tidemark-probe-dead/a',
      'tags/tidemark-probe-dead@v1.0.0',
      'tidemark/probe/tidemark-probe-dead/one',
    ]
    for (const name of names)
      await request('POST', `/repos/${repository}/git/refs`, { body: { ref: `refs/${name}`, sha: main } })
    const draft = { tag_name: 'tidemark-probe-dead@v2.0.0', draft: true }
    await request('POST', `/repos/${repository}/releases`, { body: draft })
    await request('POST', `/repos/${repository}/git/refs`, { body: { ref: 'refs/tags/tidemark-probed', sha: main } })
    expect(await run([repository, '--clean', '--yes'])).toMatchObject({ exitCode: 0, stderr: '' })
    expect(await github.ref(repository, 'refs/tags/tidemark-probed')).toBe(main)
    await request('DELETE', `/repos/${repository}/git/refs/tags/tidemark-probed`)
    expect(await state()).toEqual(before)
  })

  it.each([
    [[], {}, 2, /^Usage/],
    [[repository], {}, 2, /nobody to ask\n {2}hint: Give --yes/],
    [['flights', '--yes'], {}, 2, /not owner\/name/],
    [[repository, '--dance'], {}, 2, /--dance/],
    [[repository, '--yes'], { GITHUB_TOKEN: '' }, 2, /no token/],
    [[repository, '--yes'], { GITHUB_TOKEN: 'ghp_wrong' }, 1, /GITHUB_DENIED: GitHub does not know this token/],
    [['acme/none', '--yes'], {}, 1, /GITHUB_NOT_FOUND/],
    [[repository, '--yes', '--api-url', 'http://127.0.0.1:9'], {}, 1, /GITHUB_UNAVAILABLE[\s\S]*api\/v3/],
  ])('%j with %j ends with %d and a reason', async (args, env, exitCode, reason) => {
    const ended = await run(args, env)
    expect(ended.stderr).toMatch(reason)
    expect(ended).toMatchObject({ exitCode, stdout: '' })
    expect(ended.stderr).not.toMatch(/^\s+at /m)
  })

  it('refuses a token that may only read before it writes', async () => {
    const ended = await run([repository, '--yes'], { GITHUB_TOKEN: github.createToken('reader', 'all') })
    expect(ended).toMatchObject({ exitCode: 1, stderr: expect.stringMatching(/may only read[\s\S]*contents: write/) })
  })
})
