import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startTestGitHub, type TestGitHub } from './test-client.ts'

let world: TestGitHub
beforeAll(async () => {
  world = await startTestGitHub()
})
afterEach(() => expect(world.github.unexpected).toEqual([]))
afterAll(() => world.stop())

test('a repository says which actions may run, and an administrator changes it', async () => {
  const { path, owner } = await world.repository()
  const url = `${path}/actions/permissions`
  expect((await owner('GET', url)).json).toMatchObject({ enabled: true, allowed_actions: 'all' })
  expect((await owner('GET', `${url}/selected-actions`)).status).toBe(409)
  expect((await owner('PUT', url, { enabled: true, allowed_actions: 'selected' })).status).toBe(204)
  const selected = { github_owned_allowed: true, verified_allowed: false, patterns_allowed: ['acme/*'] }
  expect((await owner('PUT', `${url}/selected-actions`, selected)).status).toBe(204)
  expect((await owner('GET', `${url}/selected-actions`)).json).toEqual(selected)
  const reader = world.as(world.github.createToken('acme', { actions: 'read' }))
  expect((await reader('GET', url)).status).toBe(403)
})

test('a repository whose Actions are off starts no workflow', async () => {
  const { name, path, owner, main } = await world.repository()
  await owner('PUT', `${path}/actions/permissions`, { enabled: false })
  const seen = world.triggers.length
  await owner('POST', `${path}/git/refs`, { ref: 'refs/heads/next', sha: main })
  await owner('PUT', `${path}/actions/permissions`, { enabled: true })
  await owner('POST', `${path}/git/refs`, { ref: 'refs/heads/after', sha: main })
  const events = world.triggers.slice(seen).filter(({ repository }) => repository === name)
  expect(events.map(({ ref }) => ref)).toEqual(['refs/heads/after'])
})

test('its workflows and environments are listed', async () => {
  const { path, owner } = await world.repository({
    files: { '.github/workflows/ci.yml': 'name: Checks\non: push\n', '.github/workflows/notes.md': '' },
    environments: ['production'],
    disabledWorkflows: { '.github/workflows/ci.yml': 'disabled_inactivity' },
  })
  expect((await owner('GET', `${path}/actions/workflows`)).json).toMatchObject({
    total_count: 1,
    workflows: [{ name: 'Checks', path: '.github/workflows/ci.yml', state: 'disabled_inactivity' }],
  })
  expect((await owner('GET', `${path}/environments`)).json).toMatchObject({ environments: [{ name: 'production' }] })
})

test('matching refs come at once, however many: that list has no pages', async () => {
  const { path, owner, main } = await world.repository()
  for (let n = 1; n <= 40; n++) await owner('POST', `${path}/git/refs`, { ref: `refs/tags/t${n}`, sha: main })
  const listed = await owner('GET', `${path}/git/matching-refs/tags/t`)
  expect([listed.json.length, listed.headers.get('link')]).toEqual([40, null])
})
