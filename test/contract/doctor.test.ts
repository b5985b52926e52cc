import { globSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSettings } from '@tidemark/github'
import { type RepositoryOptions, type SandboxGitHub, startGitHub } from '@tidemark/sandbox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { examine } from '../../packages/cli/src/doctor/examine.ts'
import type { ApiCall, Finding } from '../../packages/cli/src/doctor/finding.ts'
import { tidemark } from '../../packages/cli/src/tidemark.ts'

const example = join(import.meta.dirname, '../../examples/flight-delay')
const names = { registryBranch: 'model-registry', policyRoot: 'models' }
const files: Record<string, string> = Object.fromEntries(
  globSync(['.github/workflows/*.yml', 'models/**/*.{yaml,sql}'], { cwd: example }).map((path) => [
    path,
    readFileSync(join(example, path), 'utf8').replace('[your-login]', '[engineer]'),
  ]),
)
let folder: string
let github: SandboxGitHub
let admin: string
let count = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tidemark-doctor-'))
  github = await startGitHub({ root: folder })
  github.createUser('acme')
  admin = github.createToken('acme', 'all')
})
afterAll(async () => {
  await github.close()
  await rm(folder, { recursive: true, force: true })
})

async function create(options: Partial<RepositoryOptions> = {}): Promise<string> {
  const name = `r${++count}`
  await github.createRepository({ owner: 'acme', name, files, collaborators: { engineer: 'write' }, ...options })
  return `acme/${name}`
}
async function look(repository: string, token = admin): Promise<Finding[]> {
  const settings = await readSettings({ token, repository, apiUrl: github.apiUrl, ...names })
  return examine({ settings, ...names })
}
const idsOf = (findings: readonly Finding[], state: Finding['state']) =>
  findings.filter((each) => each.state === state).map(({ id }) => id)
async function call({ method, path, body }: ApiCall): Promise<void> {
  const headers = { authorization: `Bearer ${admin}` }
  const response = await fetch(`${github.apiUrl}/${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  expect([path, response.status < 300 || (await response.text())]).toEqual([path, true])
}

describe('tidemark doctor', () => {
  it('finds what a new repository lacks, and its commands bring all of it about', async () => {
    const repository = await create({ defaultWorkflowPermissions: 'write', actions: { allowed: 'local_only' } })
    const before = await look(repository)
    expect(idsOf(before, 'change').sort()).toEqual([
      'actions.allowed',
      'default-branch.check',
      'default-branch.review',
      'registry-branch.kept',
      'tags.kept',
      'workflow-token.default',
      'workflow-token.pull-requests',
    ])
    expect(idsOf(before, 'unknown')).toEqual([])
    for (const each of before.flatMap(({ calls = [] }) => calls)) await call(each)
    expect(idsOf(await look(repository), 'change')).toEqual([])
    expect(github.unexpected).toEqual([])
  })

  it('finds the workflows of examples/flight-delay complete', async () => {
    const uses = (await look(await create())).filter(({ id }) => id.startsWith('workflows.'))
    expect(uses.length).toBeGreaterThan(9)
    expect(uses.filter(({ state }) => state !== 'fine')).toEqual([])
  })

  it('changes a ruleset of its name in place of making a second one', async () => {
    const repository = await create({
      rulesets: [{ name: 'Tidemark: registry', target: 'branch', include: [], rules: [{ type: 'deletion' }] }],
    })
    const found = (await look(repository)).find(({ id }) => id === 'registry-branch.kept')
    expect(found?.calls?.[0]).toMatchObject({ method: 'PUT', path: expect.stringMatching(/rulesets\/\d+$/) })
    for (const each of found?.calls ?? []) await call(each)
    expect((await look(repository)).find(({ id }) => id === 'registry-branch.kept')?.state).toBe('fine')
  })

  it('takes protection of the older kind for what it is', async () => {
    const repository = await create({
      protection: {
        main: {
          requiredReviews: { count: 1, dismissStale: true, bypass: [] },
          requiredStatusChecks: { strict: false, contexts: ['tidemark/promotion'] },
        },
      },
    })
    expect(idsOf(await look(repository), 'fine')).toEqual(
      expect.arrayContaining(['default-branch.review', 'default-branch.check']),
    )
  })

  it('says what it could not look at, and calls none of that fine', async () => {
    const repository = await create({ private: true })
    const findings = await look(repository, github.createToken('engineer', { contents: 'read', actions: 'read' }))
    const hidden = ['actions.enabled', 'workflow-token.pull-requests', 'default-branch.check', 'releases.immutable']
    expect(idsOf(findings, 'unknown')).toEqual(expect.arrayContaining(hidden))
    expect(idsOf(findings, 'fine').filter((id) => hidden.includes(id))).toEqual([])
    expect(findings.find(({ id }) => id === 'actions.enabled')?.detail).toMatch(/administration: read/)
  })

  it('writes nothing', async () => {
    const seen = github.requests.length
    await look(await create())
    expect(github.requests.slice(seen).filter(({ method }) => method !== 'GET')).toEqual([])
  })

  it('looks at a repository without commits', async () => {
    const repository = `acme/r${++count}`
    await github.createRepository({ owner: 'acme', name: `r${count}` })
    expect(idsOf(await look(repository), 'unknown')).toEqual(expect.arrayContaining(['policies']))
  })
})

describe('the command', () => {
  const run = async (args: readonly string[], env: Record<string, string> = {}) => {
    const printed: string[] = []
    const reported: string[] = []
    const exitCode = await tidemark(['doctor', ...args], {
      env: { GITHUB_API_URL: github.apiUrl, GH_TOKEN: admin, ...env },
      cwd: folder,
      isTerminal: false,
      print: (text) => printed.push(text),
      report: (text) => reported.push(text),
    })
    return { exitCode, stdout: printed.join('\n'), stderr: reported.join('\n') }
  }

  it('prints commands that a shell takes as they are, and JSON', async () => {
    const repository = await create()
    const text = await run([repository])
    expect(text).toMatchObject({ exitCode: 1, stderr: '' })
    expect(text.stdout).toMatch(/^To change\n✕ GitHub Actions may not create pull requests\n/)
    expect(text.stdout).toMatch(
      /gh api --hostname gh\.localhost --method PUT repos\/acme\/r\d+\/actions\/permissions\/workflow/,
    )
    expect(text.stdout).toMatch(/^JSON$/m)
    const { findings } = JSON.parse((await run([repository, '--json'])).stdout)
    expect(findings.find(({ id }: Finding) => id === 'tags.kept').commands[0]).toContain('refs/tags/*@v*')
  })

  it.each([
    [['flights'], {}, 2, /not owner\/name/],
    [[], {}, 2, /no clone of a repository on GitHub/],
    [['acme/none'], {}, 1, /GITHUB_NOT_FOUND: acme\/none is not there/],
    [['acme/none'], { GH_TOKEN: 'ghp_wrong' }, 1, /GITHUB_DENIED: .*does not know this token/],
    [['acme/none'], { GH_TOKEN: '' }, 2, /no token/],
    [['acme/none', '--api-url', 'http://127.0.0.1:9'], {}, 1, /GITHUB_UNAVAILABLE: .*does not answer[\s\S]*api\/v3/],
  ])('%j with %j ends with %d and a remedy', async (args, env, exitCode, reason) => {
    const ended = await run(args, env)
    expect(ended.stderr).toMatch(reason)
    expect(ended).toMatchObject({ exitCode, stdout: '' })
    expect(ended.stderr).toMatch(/hint: /)
    expect(ended.stderr).not.toMatch(/^\s+at /m)
  })

  it.each([200, 404])(
    'says that a web page (%d) is no API: of GitHub Enterprise the address without /api/v3',
    async (status) => {
      const server = createServer((_, response) =>
        response.writeHead(status, { 'content-type': 'text/html' }).end('<p>Sign in'),
      )
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      const ended = await run(['acme/none', '--api-url', apiUrl])
      server.close()
      expect(ended).toMatchObject({ exitCode: 1, stderr: expect.stringMatching(/not as GitHub’s API[\s\S]*api\/v3/) })
    },
  )
})
