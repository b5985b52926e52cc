import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { branchWith, commitFile, startTestGitHub, type TestGitHub } from './test-client.ts'

let world: TestGitHub
beforeAll(async () => {
  world = await startTestGitHub()
})
afterEach(() => expect(world.github.unexpected).toEqual([]))
afterAll(() => world.stop())

const job = (repository: string, permissions: Record<string, 'read' | 'write'>) =>
  world.as(world.github.issueJobToken({ repository, permissions, runId: 1, jobId: 2 }))

test('a private repository does not exist for those who may not see it', async () => {
  const { name, path } = await world.repository()
  const other = await world.repository()
  world.github.createUser('stranger')
  expect((await world.as(null)('GET', path)).status).toBe(404)
  expect((await world.as(world.github.createToken('stranger', 'all'))('GET', path)).status).toBe(404)
  expect((await job(other.name, { contents: 'write' })('GET', path)).status).toBe(404)
  expect((await world.as('ghs_unknown')('GET', path)).json.message).toBe('Bad credentials')
  expect((await job(name, {})('GET', path)).status).toBe(200)
})

test('a public repository is read by all and written by none without credentials', async () => {
  const { path, main } = await world.repository({ private: false })
  expect((await world.as(null)('GET', `${path}/contents/README.md`)).status).toBe(200)
  const write = await world.as(null)('POST', `${path}/git/refs`, { ref: 'refs/tags/x', sha: main })
  expect([write.status, write.json.message]).toEqual([401, 'Requires authentication'])
})

test('a missing permission is 403 and named in a header', async () => {
  const { name, path, main } = await world.repository({ actionsMayCreatePulls: true })
  const reader = job(name, { contents: 'read' })
  const denied = await reader('POST', `${path}/git/refs`, { ref: 'refs/tags/x', sha: main })
  expect([denied.status, denied.json.message]).toEqual([403, 'Resource not accessible by integration'])
  expect(denied.headers.get('x-accepted-github-permissions')).toBe('contents=write')
  const pull = await reader('POST', `${path}/pulls`, { title: 't', head: 'x', base: 'main' })
  expect(pull.headers.get('x-accepted-github-permissions')).toBe('pull_requests=write')
  expect((await reader('GET', `${path}/git/ref/heads/main`)).status).toBe(200)
})

test('a token can do no more than its user', async () => {
  const { name, path, main } = await world.repository({ collaborators: { ann: 'read' } })
  const ann = world.as(
    world.github.createToken('ann', { contents: 'write', issues: 'write', administration: 'write' }, name),
  )
  const denied = await ann('POST', `${path}/git/refs`, { ref: 'refs/tags/x', sha: main })
  expect([denied.status, denied.json.message]).toEqual([403, 'Resource not accessible by personal access token'])
  expect((await ann('POST', `${path}/issues`, { title: 'mine' })).status).toBe(201)
  expect((await ann('GET', `${path}/actions/permissions/workflow`)).json.message).toBe(
    'Must have admin rights to Repository.',
  )
})

test('a revoked token is unknown', async () => {
  const { name, path } = await world.repository()
  const token = world.github.issueJobToken({ repository: name, permissions: {}, runId: 1, jobId: 1 })
  world.github.revokeToken(token)
  expect((await world.as(token)('GET', path)).status).toBe(401)
})

test('a pull request takes comments by either permission, an issue by its own only', async () => {
  const { name, path, owner, main } = await world.repository()
  await branchWith(owner, path, 'x', main, 'x', 'x')
  await owner('POST', `${path}/pulls`, { title: 't', head: 'x', base: 'main' })
  await owner('POST', `${path}/issues`, { title: 'i' })
  const bot = job(name, { 'pull-requests': 'write' })
  expect((await bot('POST', `${path}/issues/1/comments`, { body: 'b' })).status).toBe(201)
  expect((await bot('POST', `${path}/issues/2/comments`, { body: 'b' })).status).toBe(403)
})

test('GITHUB_TOKEN creates and approves pull requests only where the repository lets it', async () => {
  const { name, path, owner, main } = await world.repository()
  await branchWith(owner, path, 'x', main, 'x', 'x')
  const bot = job(name, { contents: 'write', 'pull-requests': 'write' })
  const create = () => bot('POST', `${path}/pulls`, { title: 't', head: 'x', base: 'main' })
  const refused = await create()
  expect([refused.status, refused.json.message]).toEqual([
    403,
    'GitHub Actions is not permitted to create or approve pull requests.',
  ])
  await owner('PUT', `${path}/actions/permissions/workflow`, { can_approve_pull_request_reviews: true })
  expect((await create()).json.user.login).toBe('github-actions[bot]')
})

test('GITHUB_TOKEN brings no workflow files', async () => {
  const { name, path, owner, main } = await world.repository({ files: { '.github/workflows/ci.yml': 'on: push\n' } })
  const bot = job(name, { contents: 'write' })
  const changed = await commitFile(bot, path, main, '.github/workflows/ci.yml', 'on: [push]\n')
  expect((await bot('POST', `${path}/git/refs`, { ref: 'refs/heads/x', sha: changed })).status).toBe(403)
  const other = await commitFile(bot, path, main, 'a.txt', 'a')
  expect((await bot('POST', `${path}/git/refs`, { ref: 'refs/heads/x', sha: other })).status).toBe(201)
  expect((await owner('POST', `${path}/git/refs`, { ref: 'refs/heads/y', sha: changed })).status).toBe(201)
})

test('users, roles and who is asking', async () => {
  const { name, path, owner } = await world.repository({ collaborators: { kim: 'maintain' } })
  expect((await owner('GET', '/user')).json.login).toBe('acme')
  expect((await job(name, {})('GET', '/user')).status).toBe(403)
  expect((await owner('GET', '/users/kim')).json).toMatchObject({ login: 'kim', type: 'User' })
  expect((await owner('GET', '/users/nobody')).status).toBe(404)
  expect((await owner('GET', `${path}/collaborators/kim/permission`)).json).toMatchObject({
    permission: 'write',
    role_name: 'maintain',
  })
})

test('check runs are made by apps, statuses by anybody who may write them', async () => {
  const { name, path, owner, main } = await world.repository()
  const body = { name: 'gate', head_sha: main, conclusion: 'success', output: { title: 't', summary: 's' } }
  expect((await owner('POST', `${path}/check-runs`, body)).json.message).toBe('You must authenticate via a GitHub App.')
  const run = await job(name, { checks: 'write' })('POST', `${path}/check-runs`, body)
  expect(run.json).toMatchObject({ status: 'completed', conclusion: 'success', app: { slug: 'github-actions' } })
  expect((await owner('GET', `${path}/commits/main/check-runs`)).json).toMatchObject({ total_count: 1 })
  for (const state of ['pending', 'success']) await owner('POST', `${path}/statuses/${main}`, { state, context: 'a' })
  expect((await owner('GET', `${path}/commits/main/status`)).json).toMatchObject({ state: 'success', total_count: 1 })
  await owner('POST', `${path}/statuses/${main}`, { state: 'error', context: 'b' })
  expect((await owner('GET', `${path}/commits/main/status`)).json.state).toBe('failure')
})
