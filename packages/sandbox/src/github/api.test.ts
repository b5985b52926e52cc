import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Description } from './description.ts'
import { routes } from './rest/routes.ts'
import { startTestGitHub, type TestGitHub } from './test-client.ts'

let world: TestGitHub
const start = new Date('2026-03-01T12:00:00Z')
beforeAll(async () => {
  world = await startTestGitHub({ clock: () => start })
})
afterAll(() => world.stop())

test('every described operation has a handler, and every handler a description', () => {
  const described = new Description().operations.map((one) => one.operationId).filter((id) => id !== 'rate-limit/get')
  expect(Object.keys(routes).sort()).toEqual(described.sort())
})

describe('what GitHub would not understand', () => {
  test('an unknown route answers 501 and is on record', async () => {
    const { path, owner } = await world.repository()
    const answer = await owner('GET', `${path}/topics`)
    expect(answer.status).toBe(501)
    expect(world.github.unexpected.at(-1)).toMatchObject({ kind: 'route', path: `${path}/topics` })
  })

  test('an invalid body answers 422 in the shape of GitHub and is on record', async () => {
    const { path, owner } = await world.repository()
    const answer = await owner('POST', `${path}/git/refs`, { ref: 7 })
    expect(answer.status).toBe(422)
    expect(answer.json.message).toContain('"sha" wasn\'t supplied.')
    expect(answer.json).toMatchObject({
      status: '422',
      documentation_url: expect.stringContaining('create-a-reference'),
    })
    expect(world.github.unexpected.at(-1)).toMatchObject({ kind: 'request', method: 'POST' })
  })

  test('a name GitHub ignores is served but on record', async () => {
    const { path, owner } = await world.repository()
    const answer = await owner('GET', `${path}/branches?per_pgae=2`)
    expect(answer.status).toBe(200)
    expect(world.github.unexpected.at(-1)).toMatchObject({ kind: 'unknown-name', details: 'query per_pgae' })
  })

  test('a body that is not JSON answers 400', async () => {
    const { path, owner } = await world.repository()
    expect((await owner('POST', `${path}/git/blobs`, Buffer.from('{'))).json.message).toBe('Problems parsing JSON')
  })
})

describe('headers', () => {
  test('every answer has the controlled date, a request id and the rate limit', async () => {
    const { path, owner } = await world.repository()
    const first = await owner('GET', path)
    expect(first.headers.get('date')).toBe(start.toUTCString())
    expect(first.headers.get('x-github-request-id')).toMatch(/^[0-9A-F]+$/)
    const remaining = Number(first.headers.get('x-ratelimit-remaining'))
    expect(Number((await owner('GET', `${path}/nothing`)).headers.get('x-ratelimit-remaining'))).toBe(remaining - 1)
    const asked = await owner('GET', '/rate_limit')
    expect(asked.json.rate.remaining).toBe(remaining - 1)
  })

  test('a GET is 304 for the ETag it gave, until what it shows changes', async () => {
    const { path, owner } = await world.repository()
    const url = `${path}/contents/README.md`
    const first = await owner('GET', url)
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' }
    const again = await owner('GET', url, undefined, headers)
    expect([again.status, again.text]).toEqual([304, ''])
    await owner('PUT', url, { message: 'x', content: 'eA==', sha: first.json.sha })
    expect((await owner('GET', url, undefined, headers)).status).toBe(200)
  })
})

test('a list is cut into pages that link to each other', async () => {
  const { path, owner } = await world.repository()
  for (let i = 0; i < 5; i++) await owner('POST', `${path}/issues`, { title: `issue ${i}` })
  const first = await owner('GET', `${path}/issues?per_page=2&state=all`)
  expect(first.json.map((one: { title: string }) => one.title)).toEqual(['issue 4', 'issue 3'])
  const links = Object.fromEntries(
    [...(first.headers.get('link') ?? '').matchAll(/<([^>]+)>; rel="(\w+)"/g)].map((found) => [found[2], found[1]]),
  )
  expect(Object.keys(links).sort()).toEqual(['last', 'next'])
  const last = await owner('GET', links.last ?? '')
  expect(last.json).toHaveLength(1)
  expect(last.headers.get('link')).toContain('rel="prev"')
  expect((await owner('GET', `${path}/issues?per_page=2&page=9`)).json).toEqual([])
})

test('counts requests by operation, with token and status', async () => {
  const { path, owner } = await world.repository()
  const before = world.github.requestCounts()['repos/list-tags'] ?? 0
  await owner('GET', `${path}/tags`)
  expect(world.github.requestCounts()['repos/list-tags']).toBe(before + 1)
  expect(world.github.requests.at(-1)).toMatchObject({ operationId: 'repos/list-tags', login: 'acme', status: 200 })
})

test('time moves only when told, and timestamps and Date agree', async () => {
  const { path, owner } = await world.repository()
  const before = await owner('POST', `${path}/issues`, { title: 'early' })
  world.github.advance(90_000)
  const after = await owner('POST', `${path}/issues`, { title: 'late' })
  expect(Date.parse(after.json.created_at) - Date.parse(before.json.created_at)).toBe(90_000)
  expect(after.headers.get('date')).toBe(new Date(after.json.created_at).toUTCString())
})

test('saves what git does not hold, without tokens and secrets', async () => {
  const { name, path, owner } = await world.repository()
  const token = world.github.createToken('acme', { contents: 'read' })
  world.github.setSecret(name, 'KEY', 'hush')
  await owner('POST', `${path}/issues`, { title: 'kept' })
  await world.github.save()
  const text = await readFile(join(world.github.gitDir(name), '../../state.json'), 'utf8')
  const { repositories } = JSON.parse(text)
  const saved = repositories.find((one: { fullName: string }) => one.fullName === name)
  expect(saved).toMatchObject({ issues: { 1: { title: 'kept' } }, secrets: ['KEY'] })
  expect(text).not.toContain('hush')
  expect(text).not.toContain(token)
})
