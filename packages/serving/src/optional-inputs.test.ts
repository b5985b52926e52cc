import { expect, test } from 'vitest'
import {
  ask,
  canarySource,
  inferUrl,
  post,
  ScratchSource,
  sigmoidModel,
  startScratchServer,
  versionSource,
  widerModel,
} from './small-models.fixture.ts'

const champion = versionSource('1.1.0', sigmoidModel(0))
const canary = canarySource('1.2.0', widerModel())

/** A request for one row of x, with y where it is given. */
const askBoth = (x: number, y: number | null, id = 'a') => ({
  id,
  inputs: [...ask(x).inputs, { name: 'y', shape: [1, 1], datatype: 'FP32', data: [y] }],
})

const unknown = { inputs: [...ask(0).inputs, { name: 'z', shape: [1, 1], datatype: 'FP32', data: [1] }] }

async function inputsOf(url: string): Promise<unknown> {
  return ((await (await fetch(url)).json()) as { inputs: unknown }).inputs
}

const plainX = { name: 'x', datatype: 'FP32', shape: [-1, 1] }
const optionalY = { name: 'y', datatype: 'FP32', shape: [-1, 1], parameters: { optional: true } }

test('a canary that knows one more, optional input answers its share, and the metadata lists the input meanwhile', async () => {
  await using server = await startScratchServer(new ScratchSource({ champion, canary }))
  expect(await post(inferUrl(server), askBoth(1, -1))).toMatchObject({
    status: 200,
    body: { model_version: '1.2.0', outputs: [{ data: [0.5] }] },
  })
  expect(await inputsOf(`${server.url}/v2/models/flights`)).toEqual([plainX, optionalY])
  expect(await inputsOf(`${server.url}/v2/models/flights/versions/1.1.0`)).toEqual([plainX])
  await server.publish()
  expect(server.published[0]!.dropped).toBeNull()
})

test('callers who leave an optional input out are answered by the champion where the canary answers NaN', async () => {
  const half = { ...canary, weight: 0.5 }
  await using server = await startScratchServer(new ScratchSource({ champion, canary: half }))
  for (let i = 0; i < 100; i++) {
    const body = i % 2 === 0 ? ask(0, `left-out-${i}`) : askBoth(0, null, `null-${i}`)
    expect(await post(inferUrl(server), body)).toMatchObject({ status: 200, body: { model_version: '1.1.0' } })
  }
  await server.publish()
  expect(server.published[0]!.dropped).toMatchObject({ cause: 'harm' })
})

test('rows that are asked together are filled together', async () => {
  const source = new ScratchSource({ champion: versionSource('1.2.0', widerModel('x')) })
  await using server = await startScratchServer(source)
  const y = { name: 'y', shape: [3, 1], datatype: 'FP32', data: [0, 0, 0] }
  expect((await post(inferUrl(server), { inputs: [y] })).status).toBe(500)
  const x = { ...y, name: 'x', data: [0, null, 0] }
  expect((await post(inferUrl(server), { inputs: [x, y] })).status).toBe(500)
  const whole = await post(inferUrl(server), { inputs: [{ ...x, data: [0, 0, 0] }, y] })
  expect(whole.body.outputs).toMatchObject([{ shape: [3, 1], data: [0.5, 0.5, 0.5] }])
  expect(await post(inferUrl(server), { inputs: [x] })).toMatchObject({
    status: 400,
    body: { error: expect.stringContaining('input y is missing') },
  })
})

test('an optional input has as many rows as the champion’s', async () => {
  await using server = await startScratchServer(new ScratchSource({ champion, canary }))
  const body = { inputs: [...ask(0).inputs, { name: 'y', shape: [2, 1], datatype: 'FP32', data: [0, 0] }] }
  expect(await post(inferUrl(server), body)).toMatchObject({
    status: 400,
    body: { error: expect.stringMatching(/rows/) },
  })
})

test('an input of a canary that is gone is passed over, one that nobody ever knew is an error', async () => {
  const source = new ScratchSource({ champion, canary })
  await using server = await startScratchServer(source)
  expect((await post(inferUrl(server), askBoth(0, 0))).body.model_version).toBe('1.2.0')
  source.assignment = { champion }
  await server.refresh()
  expect(await post(inferUrl(server), askBoth(0, 0))).toMatchObject({ status: 200, body: { model_version: '1.1.0' } })
  const named = `${server.url}/v2/models/flights/versions/1.1.0/infer`
  expect((await post(named, askBoth(0, 0))).status).toBe(200)
  expect(await inputsOf(`${server.url}/v2/models/flights`)).toEqual([plainX])
  for (const url of [inferUrl(server), named])
    expect(await post(url, unknown)).toMatchObject({ status: 400, body: { error: expect.stringContaining('"z"') } })
})

test('before a canary comes, its input is unknown', async () => {
  await using server = await startScratchServer(new ScratchSource({ champion }))
  expect((await post(inferUrl(server), askBoth(0, 0))).status).toBe(400)
})

test('a canary that needs what callers of the champion may leave out never answers', async () => {
  const wide = versionSource('1.2.0', widerModel('y'))
  const needy = canarySource('2.0.0', widerModel(''))
  await using server = await startScratchServer(new ScratchSource({ champion: wide, canary: needy }))
  expect((await post(inferUrl(server), askBoth(0, 0))).body.model_version).toBe('1.2.0')
  await server.publish()
  expect(server.published[0]!.dropped).toMatchObject({
    cause: 'load',
    reason: expect.stringContaining('y, which callers may leave out'),
  })
})
