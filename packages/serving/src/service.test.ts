import { once } from 'node:events'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer } from './server.ts'
import {
  ask,
  canarySource,
  inferUrl,
  post,
  ScratchSource,
  sigmoidModel,
  startScratchServer,
  versionSource,
} from './small-models.fixture.ts'

const first = versionSource('1.0.0', sigmoidModel(0))
const second = versionSource('1.1.0', sigmoidModel(1))
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tidemark-serving-'))
})

afterAll(() => rm(folder, { recursive: true }))

test('versions change under load without one failed request', async () => {
  const source = new ScratchSource({ champion: first })
  await using server = await startScratchServer(source)
  let isLoading = true
  const statuses = new Map<string, number>()
  const load = async () => {
    while (isLoading) {
      const { status, body } = await post(inferUrl(server), ask(0))
      const key = `${status} ${body.model_version}`
      statuses.set(key, (statuses.get(key) ?? 0) + 1)
    }
  }
  const loading = Promise.all(Array.from({ length: 16 }, load))
  for (let swap = 0; swap < 60; swap++) {
    const [champion, other] = swap % 2 === 0 ? [second, first] : [first, second]
    const canary =
      swap % 3 === 0
        ? { ...canarySource(other.version, new Uint8Array()), ...other, weight: 0.5, seq: swap + 2 }
        : undefined
    source.assignment = { champion, ...(canary ? { canary } : {}) }
    await server.refresh()
    await post(inferUrl(server), ask(0))
  }
  isLoading = false
  await loading
  expect([...statuses.keys()].sort()).toEqual(['200 1.0.0', '200 1.1.0'])
})

test('a champion that cannot be verified is not served: the last one goes on, and the next attempt is taken', async () => {
  const source = new ScratchSource({ champion: first })
  await using server = await startScratchServer(source, { pollMs: 10 })
  const damaged = { ...second, open: async () => (await second.open()).map((byte) => byte ^ 1) }
  source.assignment = { champion: damaged, canary: canarySource('1.2.0', sigmoidModel(2)) }
  await server.refresh()
  expect((await post(inferUrl(server), ask(0))).body.model_version).toBe('1.0.0')
  expect(server.events[0]).toMatchObject({ type: 'problem', message: expect.stringContaining('has SHA-256') })
  source.assignment = { champion: second }
  await expect.poll(async () => (await post(inferUrl(server), ask(0))).body.model_version).toBe('1.1.0')
})

test('a source that fails later changes nothing', async () => {
  const source = new ScratchSource({ champion: first })
  await using server = await startScratchServer(source)
  source.assignment = new Error('502 Bad Gateway')
  await server.refresh()
  expect((await post(inferUrl(server), ask(0))).status).toBe(200)
  expect(server.events).toMatchObject([{ type: 'problem', message: expect.stringContaining('goes on as it is') }])
})

test('with a cache the last champion is served while the source is unreachable at start', async () => {
  const cacheFolder = join(folder, 'cache')
  const source = new ScratchSource({ champion: first })
  const before = await startScratchServer(source, { cacheFolder })
  source.assignment = { champion: second }
  await before.refresh()
  await before.close()
  expect((await readdir(cacheFolder)).sort()).toEqual([`${second.sha256}.onnx`, 'production-flights.json'])
  source.assignment = new Error('unreachable')
  await using after = await startScratchServer(source, { cacheFolder })
  expect((await post(inferUrl(after), ask(0))).body.model_version).toBe('1.1.0')
})

test('a damaged cached file is never served: not ready until the source brings the version again', async () => {
  const cacheFolder = join(folder, 'damaged')
  const source = new ScratchSource({ champion: first })
  await (await startScratchServer(source, { cacheFolder })).close()
  await writeFile(join(cacheFolder, `${first.sha256}.onnx`), sigmoidModel(3))
  source.assignment = new Error('unreachable')
  await using server = await startScratchServer(source, { cacheFolder })
  expect((await fetch(`${server.url}/v2/health/ready`)).status).toBe(503)
  source.assignment = { champion: first }
  await server.refresh()
  expect((await post(inferUrl(server), ask(0))).body.model_version).toBe('1.0.0')
})

test('a damaged or foreign note in the cache is as good as none', async () => {
  const cacheFolder = join(folder, 'foreign')
  await (await startScratchServer(new ScratchSource({ champion: first }), { cacheFolder })).close()
  await writeFile(
    join(cacheFolder, 'production-flights.json'),
    '{"version":"1.0.0","modelDigest":"../../etc","sha256":"../../etc/passwd"}',
  )
  await using server = await startScratchServer(new ScratchSource(new Error('unreachable')), { cacheFolder })
  expect((await fetch(`${server.url}/v2/health/ready`)).status).toBe(503)
})

test('over the limits requests are turned away with 429 and a time to come back, and the rest is answered', async () => {
  await using server = await startScratchServer(new ScratchSource({ champion: first }), {
    limits: { concurrency: 1, queueLength: 1 },
  })
  const answers = await Promise.all(Array.from({ length: 40 }, () => post(inferUrl(server), ask(0))))
  const refused = answers.filter(({ status }) => status === 429)
  expect(answers.every(({ status }) => status === 200 || status === 429)).toBe(true)
  expect(answers.some(({ status }) => status === 200)).toBe(true)
  for (const { headers } of refused) expect(headers.get('retry-after')).toBe('1')
  expect((await post(inferUrl(server), ask(0))).status).toBe(200)
})

test('stopping answers what is under way and closes the port', async () => {
  const server = await startScratchServer(new ScratchSource({ champion: first }))
  const answers = Array.from({ length: 20 }, () => post(inferUrl(server), ask(0)))
  await Promise.race(answers)
  await server.close()
  const settled = await Promise.allSettled(answers)
  const statuses = settled.map((each) => (each.status === 'fulfilled' ? each.value.status : 'refused'))
  expect(statuses.filter((status) => status !== 200 && status !== 'refused')).toEqual([])
  await expect(fetch(`${server.url}/v2/health/live`)).rejects.toThrow()
})

test('metrics escape what stands in labels', async () => {
  await using server = await startScratchServer(new ScratchSource({ champion: { ...first, version: 'a"b\\c\nd' } }))
  await post(inferUrl(server), ask(0))
  const text = await (await fetch(`${server.url}/metrics`)).text()
  expect(text).toContain(
    'model_infer_request_success_total{model_name="flights",model_version="a\\"b\\\\c\\nd",arm="champion"} 1\n',
  )
  expect(text).toMatch(/model_infer_request_duration_bucket\{model_name="flights",.*,le="\+Inf"\} 1\n/)
  expect(text).toMatch(/^process_resident_memory_bytes \d+$/m)
})

test('options that cannot be are refused together', async () => {
  const source = new ScratchSource({ champion: first })
  const options = { channel: 'No', models: [{ name: '../x', source }], port: 70_000, limits: { bodyBytes: 0 } }
  await expect(startServer(options)).rejects.toMatchObject({
    code: 'INPUT_INVALID',
    problems: [{ path: 'channel' }, { path: 'models' }, { path: 'port' }, { path: 'limits.bodyBytes' }],
  })
  await using server = await startScratchServer(source)
  const port = Number(new URL(server.url).port)
  await expect(
    startServer({ channel: 'production', models: [{ name: 'flights', source }], port }),
  ).rejects.toMatchObject({ code: 'INPUT_INVALID' })
})

test('a client that goes away in the middle of its body leaves nothing behind', async () => {
  await using server = await startScratchServer(new ScratchSource({ champion: first }), {
    limits: { bufferedBytes: 1000 },
  })
  const { hostname, port } = new URL(server.url)
  for (let i = 0; i < 5; i++) {
    const socket = connect(Number(port), hostname)
    socket.write(`POST /v2/models/flights/infer HTTP/1.1\r\nhost: x\r\ncontent-length: 900\r\n\r\n${' '.repeat(600)}`)
    await once(socket, 'connect')
    socket.destroy()
    await once(socket, 'close')
  }
  await expect.poll(async () => (await post(inferUrl(server), ask(0))).status).toBe(200)
})
