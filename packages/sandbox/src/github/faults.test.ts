import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startTestGitHub, type TestGitHub } from './test-client.ts'

let world: TestGitHub
beforeAll(async () => {
  world = await startTestGitHub()
})
afterEach(() => {
  world.github.faults.clear()
  expect(world.github.unexpected).toEqual([])
})
afterAll(() => world.stop())

test('a status strikes the requests it names, as often as told', async () => {
  const { path, owner } = await world.repository()
  world.github.faults.add({ match: { method: 'GET', path: /\/branches/, nth: 2 }, do: 'status', status: 503, times: 2 })
  const statuses = []
  for (let i = 0; i < 4; i++) statuses.push((await owner('GET', `${path}/branches`)).status)
  expect(statuses).toEqual([200, 503, 503, 200])
})

test('a connection dropped before the effect leaves nothing, one dropped after it leaves all', async () => {
  const { name, path, owner, main } = await world.repository()
  const create = (tag: string) => owner('POST', `${path}/git/refs`, { ref: `refs/tags/${tag}`, sha: main })
  world.github.faults.add({ match: { method: 'POST' }, do: 'drop-before' })
  await expect(create('a')).rejects.toThrow()
  world.github.faults.add({ match: { method: 'POST' }, do: 'drop-after' })
  await expect(create('b')).rejects.toThrow()
  expect(await world.github.ref(name, 'refs/tags/a')).toBeNull()
  expect(await world.github.ref(name, 'refs/tags/b')).toBe(main)
  expect(world.github.requests.at(-1)).toMatchObject({ operationId: 'git/create-ref', status: 0 })
})

test.each([
  ['before', 1],
  ['after', 2],
] as const)(
  'a client killed %s the second request has %i effects, and none later until cleared',
  async (when, effects) => {
    const { name, path, owner, main } = await world.repository()
    world.github.faults.killAt(2, when)
    const create = (tag: string) =>
      owner('POST', `${path}/git/refs`, { ref: `refs/tags/${tag}`, sha: main }).catch(() => null)
    for (const tag of ['a', 'b', 'c']) await create(tag)
    const made = await Promise.all(['a', 'b', 'c'].map((tag) => world.github.ref(name, `refs/tags/${tag}`)))
    expect(made.filter(Boolean)).toHaveLength(effects)
    world.github.faults.clear()
    expect((await create('c'))?.status).toBe(201)
  },
)

test('rate limits look like those of GitHub', async () => {
  const { path, owner } = await world.repository()
  world.github.faults.add({ match: {}, do: 'rate-limit-primary' })
  const primary = await owner('GET', path)
  expect([primary.status, primary.headers.get('x-ratelimit-remaining')]).toEqual([403, '0'])
  expect(primary.json.message).toContain('API rate limit exceeded')
  world.github.faults.add({ match: {}, do: 'rate-limit-secondary' })
  const secondary = await owner('GET', path)
  expect([secondary.status, secondary.headers.get('retry-after')]).toEqual([403, '1'])
  expect(secondary.json.message).toContain('secondary rate limit')
  expect((await owner('GET', path)).status).toBe(200)
})

test('the limit of an hour holds, and the next hour has as much again', async () => {
  const nobody = world.as(null)
  const statuses = await Promise.all(
    Array.from({ length: 61 }, async () => (await nobody('GET', '/users/acme')).status),
  )
  expect(statuses.filter((status) => status === 403)).toHaveLength(1)
  world.github.advance(3_600_000)
  expect((await nobody('GET', '/users/acme')).status).toBe(200)
})

test('a client that goes away in the middle of a request is not on record as unexpected', async () => {
  const { port } = new URL(world.github.apiUrl)
  const socket = connect(Number(port), '127.0.0.1')
  await new Promise<void>((resolve) => socket.once('connect', resolve))
  socket.write('POST /user HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n123')
  socket.resetAndDestroy()
  await new Promise<void>((resolve) => socket.once('close', () => resolve()))
  expect((await world.as(null)('GET', '/users/acme')).status).toBe(200)
})
