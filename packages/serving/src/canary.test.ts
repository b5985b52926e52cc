import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Telemetry } from '@tidemark/schemas'
import { expect, test } from 'vitest'
import {
  ask,
  canarySource,
  fragileModel,
  inferUrl,
  plan,
  post,
  rootModel,
  ScratchSource,
  sigmoidModel,
  startScratchServer,
  strangerModel,
  versionSource,
} from './small-models.fixture.ts'

const champion = versionSource('1.0.0', sigmoidModel(0))

test.each([
  ['answers NaN', rootModel(), -1],
  ['throws', fragileModel(), 5],
])('a canary that %s is answered by the champion, and its failure is on record', async (_, bytes, input) => {
  const source = new ScratchSource({ champion, canary: canarySource('1.1.0', bytes, { weight: 0.5 }) })
  // Nobody judges here, so that the canary goes on failing.
  await using server = await startScratchServer(source, {
    createHarmJudge: () => ({ add: () => {}, judge: () => ({ isHarmful: false, reason: '' }) }),
  })
  for (let i = 0; i < 200; i++) {
    expect(await post(inferUrl(server), ask(input, `request-${i}`))).toMatchObject({
      status: 200,
      body: { model_version: '1.0.0' },
    })
  }
  await server.publish()
  const [telemetry] = server.published
  expect(Telemetry.parse(telemetry)).toEqual(telemetry)
  const [group] = telemetry!.windows[0]!.groups
  expect(group).toMatchObject({ weight: 0.5, stable: { events: { errors: 0, non_finite: 0 } } })
  expect(group!.canary.requests + group!.stable.requests).toBe(200)
  expect(group!.canary.requests).toBeGreaterThan(60)
  expect(group!.canary.events.errors).toBe(group!.canary.requests)
  const metrics = await (await fetch(`${server.url}/metrics`)).text()
  expect(metrics).toContain(
    `model_infer_request_failure_total{model_name="flights",model_version="1.1.0",arm="canary"} ${group!.canary.requests}`,
  )
  expect(metrics).toContain(
    'model_infer_request_success_total{model_name="flights",model_version="1.0.0",arm="champion"} 200',
  )
})

test('telemetry is dated by the source’s clock, and a new canary does not make the champion’s speed unknown', async () => {
  const source = new ScratchSource({ champion, now: '2001-05-02T08:00:00Z' })
  await using server = await startScratchServer(source)
  for (let i = 0; i < 20; i++) await post(inferUrl(server), ask(0, `request-${i}`))
  source.assignment = {
    champion,
    canary: canarySource('1.1.0', sigmoidModel(1), { weight: 0 }),
    now: '2001-05-02T08:15:00Z',
  }
  await server.refresh()
  await server.publish()
  const { publishedAt, startedAt, latency, windows } = server.published.at(-1)!
  expect(startedAt).toMatch(/^2001-05-02T08:00:/)
  expect(publishedAt).toMatch(/^2001-05-02T08:15:/)
  expect(latency.champion.reduce((sum, count) => sum + count, 0)).toBe(20)
  expect(windows.flatMap(({ groups }) => groups)).toEqual([])
})

test('a harmful canary is dropped by this server alone, while callers get answers, and stays out of its rollout', async () => {
  const canary = canarySource('1.1.0', rootModel(), { weight: 0.5 })
  const source = new ScratchSource({ champion, canary })
  await using server = await startScratchServer(source)
  for (let i = 0; i < 200; i++) expect((await post(inferUrl(server), ask(-1, `request-${i}`))).status).toBe(200)
  await server.publish()
  expect(server.events).toMatchObject([{ type: 'canary-dropped', model: 'flights', version: '1.1.0' }])
  expect(server.published[0]).toMatchObject({
    dropped: { cause: 'harm', reason: expect.stringMatching(/^(errors|non_finite): /) },
  })
  const failures = server.published[0]!.windows[0]!.groups.find(({ weight }) => weight === 0.5)!.canary.requests
  expect(failures).toBeLessThan(60)
  // What the canary can answer goes to the champion now, also after the source has taken the rollout away and named it again.
  source.assignment = { champion }
  await server.refresh()
  source.assignment = { champion, canary }
  await server.refresh()
  for (let i = 0; i < 50; i++)
    expect((await post(inferUrl(server), ask(0.25, `later-${i}`))).body.model_version).toBe('1.0.0')
  // Another rollout is another chance.
  source.assignment = { champion, canary: { ...canary, seq: 3, weight: 1 } }
  await server.refresh()
  expect((await post(inferUrl(server), ask(0.25))).body.model_version).toBe('1.1.0')
})

test('a version asked for by name answers itself, fails itself, and is no evidence', async () => {
  const source = new ScratchSource({ champion, canary: canarySource('1.1.0', rootModel(), { weight: 0 }) })
  await using server = await startScratchServer(source)
  const url = `${server.url}/v2/models/flights/versions/1.1.0`
  expect(await post(`${url}/infer`, ask(0.25))).toMatchObject({
    status: 200,
    body: { model_version: '1.1.0', outputs: [{ data: [0.5] }] },
  })
  expect((await post(`${url}/infer`, ask(-1))).status).toBe(500)
  expect((await fetch(`${url}/ready`)).status).toBe(200)
  await server.publish()
  expect(server.published[0]!.windows[0]!.groups).toEqual([])
})

test('weight 0 drops a canary at once, and a promoted canary becomes the champion without being loaded again', async () => {
  const canary = canarySource('1.1.0', sigmoidModel(1))
  const source = new ScratchSource({ champion, canary })
  await using server = await startScratchServer(source)
  const version = async () => (await post(inferUrl(server), ask(0))).body.model_version
  expect(await version()).toBe('1.1.0')
  source.assignment = { champion, canary: { ...canary, weight: 0 } }
  await server.refresh()
  expect(await version()).toBe('1.0.0')
  const open = () => Promise.reject(new Error('it is loaded already'))
  source.assignment = { champion: { ...canary, open } }
  await server.refresh()
  expect(await version()).toBe('1.1.0')
  expect(server.events).toEqual([])
})

test('a canary answers only under its lease', async () => {
  let nowMs = 0
  const source = new ScratchSource({ champion, canary: canarySource('1.1.0', sigmoidModel(1)) })
  await using server = await startScratchServer(source, {
    clock: { monotonicMs: () => nowMs, wallMs: () => 990_000_000_000 },
  })
  const version = async () => (await post(inferUrl(server), ask(0))).body.model_version
  expect(await version()).toBe('1.1.0')
  nowMs = 3 * 3_600_000
  expect(await version()).toBe('1.0.0')
  await server.publish()
  expect(server.published[0]!.dropped).toMatchObject({ cause: 'lease' })
})

test.each([
  ['that never arrives', { open: () => new Promise<never>(() => {}) }, /did not arrive/],
  ['whose file is damaged', { open: async () => new Uint8Array(100) }, /has SHA-256/],
  ['whose release is gone', { open: () => Promise.reject(new Error('the release is gone')) }, /release is gone/],
  ['that callers cannot call', versionSource('1.1.0', strangerModel()), /needs the input y/],
])('a canary %s leaves everything to the champion, and says so', async (_, change, reason) => {
  const source = new ScratchSource({ champion, canary: { ...canarySource('1.1.0', sigmoidModel(1)), ...change } })
  await using server = await startScratchServer(source, { limits: { sourceTimeoutMs: 50 } })
  expect((await post(inferUrl(server), ask(0))).body.model_version).toBe('1.0.0')
  await server.publish()
  expect(server.published[0]).toMatchObject({
    rollout: { seq: 2 },
    dropped: { cause: 'load', reason: expect.stringMatching(reason) },
  })
})

test('a unit named by a header stays in its arm and counts once', async () => {
  const canary = canarySource('1.1.0', sigmoidModel(1), { weight: 0.5, plan: plan('header:X-Traveller') })
  await using server = await startScratchServer(new ScratchSource({ champion, canary }))
  const arms = new Map<string, Set<string | undefined>>()
  for (let i = 0; i < 120; i++) {
    const unit = `traveller-${i % 20}`
    const { body } = await post(inferUrl(server), ask(0, `request-${i}`), { 'x-traveller': unit })
    arms.set(unit, (arms.get(unit) ?? new Set()).add(body.model_version))
  }
  expect([...arms.values()].every((versions) => versions.size === 1)).toBe(true)
  expect(new Set([...arms.values()].flatMap((versions) => [...versions]))).toEqual(new Set(['1.0.0', '1.1.0']))
  await server.publish()
  const [group] = server.published[0]!.windows[0]!.groups
  expect(group!.canary.requests + group!.stable.requests).toBe(20)
})

test('two servers on one channel have different names, and windows are numbered on and on', async () => {
  const source = new ScratchSource({ champion })
  await using a = await startScratchServer(source)
  await using b = await startScratchServer(source)
  expect(a.instance).not.toBe(b.instance)
  await post(inferUrl(a), ask(0))
  await a.publish()
  await a.publish()
  expect(a.published.map(({ sequence, instance }) => [sequence, instance])).toEqual([
    [1, a.instance],
    [2, a.instance],
  ])
  expect(a.published[1]!.windows.map(({ groups }) => groups.length)).toEqual([1, 0])
  expect(await (await fetch(`${a.url}/v2/models/flights/telemetry`)).json()).toMatchObject({
    sequence: 2,
    instance: a.instance,
  })
})

test('windows that the rollout has taken in are let go of', async () => {
  const canary = canarySource('1.1.0', sigmoidModel(1))
  const source = new ScratchSource({ champion, canary })
  await using server = await startScratchServer(source)
  await server.publish()
  await server.publish()
  source.assignment = { champion, canary: { ...canary, consumed: [{ instance: server.instance, sequence: 1 }] } }
  await server.refresh()
  await server.publish()
  expect(server.published.at(-1)!.windows.map(({ first }) => first)).toEqual([2, 3])
})

test('telemetry that cannot be published is said, and its counts come with the next', async () => {
  const published: Telemetry[] = []
  let isDown = true
  const publish = async (telemetry: Telemetry) => {
    if (isDown) throw new Error('down')
    published.push(telemetry)
  }
  await using server = await startScratchServer(new ScratchSource({ champion }), {
    telemetry: { sink: { publish }, windowMs: 3_600_000 },
  })
  await post(inferUrl(server), ask(0))
  await server.publish()
  expect(server.events).toMatchObject([{ type: 'problem', message: 'telemetry could not be published' }])
  isDown = false
  await server.publish()
  expect(published[0]!.windows.map(({ groups }) => groups[0]?.stable.requests)).toEqual([1, undefined])
})

test('the prediction log holds ids, arms, versions and scores, and features only when told', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tidemark-log-'))
  try {
    for (const features of [false, true]) {
      const path = join(folder, `${features}.ndjson`)
      const server = await startScratchServer(
        new ScratchSource({ champion, canary: canarySource('1.1.0', rootModel()) }),
        { log: { path, features } },
      )
      await post(inferUrl(server), ask(-1, 'first'))
      await server.close()
      const [line, ...rest] = (await readFile(path, 'utf8')).trim().split('\n')
      expect(rest).toEqual([])
      expect(JSON.parse(line!)).toEqual({
        id: 'first',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        model: 'flights',
        arm: 'canary',
        version: '1.0.0',
        weight: 1,
        status: 'fallback',
        latencyMs: expect.any(Number),
        score: expect.closeTo(0.2689, 4),
        ...(features ? { features: { x: [-1] } } : {}),
      })
    }
  } finally {
    await rm(folder, { recursive: true })
  }
})
