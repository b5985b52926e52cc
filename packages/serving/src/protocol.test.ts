import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fixedSource } from './index.ts'
import {
  ask,
  echoModel,
  fragileModel,
  inferUrl,
  post,
  rootModel,
  ScratchSource,
  sigmoidModel,
  startScratchServer,
} from './small-models.fixture.ts'

let server: Awaited<ReturnType<typeof startScratchServer>>
let echo: Awaited<ReturnType<typeof startScratchServer>>

beforeAll(async () => {
  server = await startScratchServer(fixedSource({ version: '1.2.3', bytes: sigmoidModel(0) }), {
    limits: { bodyBytes: 2000 },
  })
  echo = await startScratchServer(fixedSource({ version: '1.0.0', bytes: echoModel() }))
})

afterAll(async () => {
  await Promise.all([server.close(), echo.close()])
})

const get = async (path: string, method = 'GET') => {
  const response = await fetch(server.url + path, { method })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) }
}

describe('metadata and health', () => {
  test.each([
    ['/v2', { name: 'tidemark', version: '2', extensions: [] }],
    ['/v2/health/live', { live: true }],
    ['/v2/health/ready', { ready: true }],
    ['/v2/models/flights/ready', { name: 'flights', ready: true }],
    ['/v2/models/flights/versions/1.2.3/ready', { name: 'flights', ready: true }],
  ])('GET %s', async (path, body) => {
    expect(await get(path)).toMatchObject({ status: 200, body })
  })

  test('a model is described by the protocol’s datatypes, with -1 for any size', async () => {
    const described = {
      name: 'flights',
      versions: ['1.2.3'],
      platform: 'onnx_onnxv1',
      inputs: [{ name: 'x', datatype: 'FP32', shape: [-1, 1] }],
      outputs: [{ name: 'probability', datatype: 'FP32', shape: [-1, 1] }],
    }
    expect(await get('/v2/models/flights')).toMatchObject({ status: 200, body: described })
    expect(await get('/v2/models/flights/versions/1.2.3')).toMatchObject({ status: 200, body: described })
  })

  test('HEAD is answered like GET, without a body', async () => {
    expect(await get('/v2/health/live', 'HEAD')).toMatchObject({ status: 200, body: undefined })
  })

  test('a server whose source never answered is alive, not ready, and refuses inference with 503', async () => {
    await using starting = await startScratchServer(new ScratchSource(new Error('unreachable')))
    const statusOf = async (path: string) => (await fetch(starting.url + path)).status
    expect(await statusOf('/v2/health/live')).toBe(200)
    expect(await statusOf('/v2/health/ready')).toBe(503)
    expect(await statusOf('/v2/models/flights')).toBe(503)
    expect(await post(inferUrl(starting), ask(0))).toMatchObject({
      status: 503,
      body: { error: 'model flights is not ready' },
    })
  })
})

describe('what is not there', () => {
  test.each([
    ['/', 404],
    ['/v2/nothing', 404],
    ['/v2/models', 404],
    ['/v2/models/other', 404],
    ['/v2/models/flights/versions/9.9.9', 404],
    ['/v2/models/flights/versions/1.2.3/infer/more', 404],
    ['/v2/models/%E0%A4%A/infer', 400],
    ['/v2/models/flights/infer', 405],
  ])('GET %s is %i', async (path, status) => {
    const answer = await get(path)
    expect(answer.status).toBe(status)
    expect(answer.body.error).toEqual(expect.any(String))
  })

  test('a wrong method names the right one', async () => {
    expect((await get('/v2/models/flights/infer')).headers.get('allow')).toBe('POST')
    expect((await get('/v2', 'DELETE')).headers.get('allow')).toBe('GET, HEAD')
  })
})

describe('inference', () => {
  test('answers with the request’s id, the version and row-major data', async () => {
    const inputs = [{ name: 'x', shape: [2, 1], datatype: 'FP32', data: [0, 1000] }]
    expect(await post(inferUrl(server), { id: 'a"b', inputs })).toMatchObject({
      status: 200,
      body: {
        model_name: 'flights',
        model_version: '1.2.3',
        id: 'a"b',
        outputs: [{ name: 'probability', datatype: 'FP32', shape: [2, 1], data: [0.5, 1] }],
      },
    })
  })

  test('nested data means the same as flat data', async () => {
    const [nested, flat] = await Promise.all(
      [
        [[0], [1]],
        [0, 1],
      ].map((data) => post(inferUrl(server), { inputs: [{ name: 'x', shape: [2, 1], datatype: 'FP32', data }] })),
    )
    expect(nested!.body.outputs).toEqual(flat!.body.outputs)
  })

  test('a version can be asked for by name, and an id is given where the caller has none', async () => {
    const answer = await post(`${server.url}/v2/models/flights/versions/1.2.3/infer`, {
      ...ask(0),
      outputs: [{ name: 'probability' }],
    })
    expect(answer).toMatchObject({ status: 200, body: { id: expect.stringMatching(/.{36}/) } })
    expect(await post(`${server.url}/v2/models/flights/versions/1.0.0/infer`, ask(0))).toMatchObject({ status: 404 })
  })

  test('64-bit integers keep their digits in both directions, and strings, booleans and doubles their values', async () => {
    const body = `{"inputs":[
      {"name":"whole","shape":[3,1],"datatype":"INT64","data":[9007199254740993,-9223372036854775808,7]},
      {"name":"text","shape":[3,1],"datatype":"BYTES","data":["ü","",null]},
      {"name":"flag","shape":[3,1],"datatype":"BOOL","data":[[true],[false],[true]]},
      {"name":"double","shape":[3,1],"datatype":"FP64","data":[0.1,1e300,-0]}]}`
    const response = await fetch(inferUrl(echo), {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    })
    const text = await response.text()
    expect(response.status).toBe(200)
    expect(text).toContain('"data":[9007199254740993,-9223372036854775808,7]')
    expect(text).toContain('"data":["ü","",""]')
    expect(text).toContain('"data":[true,false,true]')
    expect(text).toContain('"data":[0.1,1e+300,0]')
  })

  test.each([
    ['9223372036854775808', 'outside INT64'],
    ['1.5', 'expected a whole number'],
    ['"1"', 'expected a whole number'],
    ['1e300', 'write it with all its digits'],
  ])('INT64 refuses %s', async (value, reason) => {
    const body = `{"inputs":[{"name":"whole","shape":[1,1],"datatype":"INT64","data":[${value}]}]}`
    const answer = await post(inferUrl(echo), body)
    expect(answer.status).toBe(400)
    expect(answer.body.error).toContain(reason)
  })
})

describe('bad requests', () => {
  const x = { name: 'x', shape: [1, 1], datatype: 'FP32', data: [0] }
  test.each<[string, string | object, string]>([
    ['an empty body', '', 'the body is empty'],
    ['no JSON', '{"inputs":', 'the body is not JSON'],
    [
      'NaN, which is not JSON',
      '{"inputs":[{"name":"x","shape":[1,1],"datatype":"FP32","data":[NaN]}]}',
      'the body is not JSON',
    ],
    ['an array', '[]', 'must be a JSON object'],
    ['a deep nest', '['.repeat(900) + ']'.repeat(900), 'must be a JSON object'],
    ['no inputs', {}, 'inputs must be an array'],
    ['a missing input', { inputs: [] }, 'input x is missing'],
    ['an unknown input', { inputs: [x, { ...x, name: 'y' }] }, 'the model has no input "y"'],
    ['an input given twice', { inputs: [x, x] }, 'input x is given twice'],
    ['another datatype', { inputs: [{ ...x, datatype: 'FP64' }] }, 'datatype must be FP32'],
    ['a negative size', { inputs: [{ ...x, shape: [-1, 1] }] }, 'whole numbers from 1'],
    ['no row', { inputs: [{ ...x, shape: [0, 1], data: [] }] }, 'whole numbers from 1'],
    ['a size that overflows', { inputs: [{ ...x, shape: [2 ** 53, 2 ** 53] }] }, 'whole numbers from 1'],
    ['a product that overflows', { inputs: [{ ...x, shape: [2 ** 40, 2 ** 40] }] }, 'more than'],
    ['too many dimensions', { inputs: [{ ...x, shape: Array(9).fill(1) }] }, '9 dimensions'],
    [
      'a shape that the model does not take',
      { inputs: [{ ...x, shape: [1, 2], data: [0, 0] }] },
      'does not fit [-1,1]',
    ],
    ['fewer values than the shape', { inputs: [{ ...x, shape: [2, 1] }] }, 'data has 1 values, its shape 2'],
    ['a nest of another form', { inputs: [{ ...x, shape: [2, 1], data: [[0, 0]] }] }, 'the form of its shape'],
    ['text for a number', { inputs: [{ ...x, data: ['0'] }] }, 'expected a number or null'],
    ['a number beyond FP32', { inputs: [{ ...x, data: [1e39] }] }, 'outside FP32'],
    [
      'a number beyond JSON',
      '{"inputs":[{"name":"x","shape":[1,1],"datatype":"FP32","data":[1e999]}]}',
      'outside FP32',
    ],
    ['no data', { inputs: [{ ...x, data: undefined }] }, 'data is missing'],
    ['an unknown output', { inputs: [x], outputs: [{ name: 'other' }] }, 'the model has no output "other"'],
    ['a long id', { id: 'i'.repeat(257), inputs: [x] }, 'id must be a string'],
  ])('%s is 400 and says why', async (_, body, reason) => {
    const answer = await post(inferUrl(server), body)
    expect(answer.status).toBe(400)
    expect(answer.body.error).toContain(reason)
  })

  test('all problems are named at once', async () => {
    const answer = await post(inferUrl(server), {
      id: 7,
      inputs: [{ ...x, datatype: 'BOOL' }],
      outputs: [{ name: 'z' }],
    })
    for (const part of ['id must be', 'datatype must be FP32', 'no output "z"'])
      expect(answer.body.error).toContain(part)
  })

  test('inputs that share the batch must have the same rows', async () => {
    const row = (name: string, datatype: string, data: unknown[]) => ({ name, shape: [data.length, 1], datatype, data })
    const inputs = [
      row('whole', 'INT64', [1, 2]),
      row('text', 'BYTES', ['a']),
      row('flag', 'BOOL', [true, true]),
      row('double', 'FP64', [0, 0]),
    ]
    expect(await post(inferUrl(echo), { inputs })).toMatchObject({
      status: 400,
      body: { error: 'input text has 1 rows, input whole has 2' },
    })
  })

  test('bytes that are not UTF-8 are refused; U+FFFD itself is a character like others', async () => {
    const bytes = Buffer.concat([Buffer.from('{"id":"'), Buffer.from([0xff]), Buffer.from('","inputs":[]}')])
    expect(await post(inferUrl(server), new Uint8Array(bytes))).toMatchObject({
      status: 400,
      body: { error: 'the body is not UTF-8' },
    })
    expect(await post(inferUrl(server), ask(0, '\ufffd'))).toMatchObject({ status: 200, body: { id: '\ufffd' } })
  })

  test('a body of another kind is 415', async () => {
    expect((await post(inferUrl(server), '{}', { 'content-type': 'text/plain' })).status).toBe(415)
    expect((await post(inferUrl(server), '{}', { 'content-encoding': 'gzip' })).status).toBe(415)
    expect((await post(inferUrl(server), '{}', { 'inference-header-content-length': '2' })).status).toBe(415)
  })

  test('a body over the limit is 413, whether it says its length or not', async () => {
    expect((await post(inferUrl(server), ' '.repeat(2001))).status).toBe(413)
    const chunked = await exchange(
      `POST /v2/models/flights/infer HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nbb8\r\n${' '.repeat(3000)}\r\n`,
    )
    expect(chunked).toContain('HTTP/1.1 413')
    expect(chunked).toContain('{"error":"the body is larger than 2000 bytes"}')
  })

  test('what is not HTTP is answered with 400 as JSON', async () => {
    expect(await exchange('nonsense\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 [\s\S]*\{"error":"this is not HTTP"\}$/)
  })

  test('a request that does not end in time is 408', async () => {
    await using impatient = await startScratchServer(fixedSource({ version: '1.0.0', bytes: sigmoidModel(0) }), {
      limits: { headersTimeoutMs: 50, requestTimeoutMs: 50 },
    })
    const answer = await exchange(
      'POST /v2/models/flights/infer HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\n{',
      impatient.url,
    )
    expect(answer).toMatch(/^HTTP\/1\.1 408 [\s\S]*\{"error":"the request did not arrive in time"\}$/)
  })
})

describe('a champion without an answer', () => {
  test.each([
    ['NaN is an error, never JSON', rootModel(), -1, 'not a finite number'],
    ['a model that throws is an error', fragileModel(), 5, 'it failed on this input'],
  ])('%s', async (_, bytes, input, reason) => {
    await using broken = await startScratchServer(fixedSource({ version: '1.0.0', bytes }))
    const answer = await post(inferUrl(broken), ask(input))
    expect(answer.status).toBe(500)
    expect(answer.body.error).toContain(reason)
    expect((await post(inferUrl(broken), ask(0))).status).toBe(200)
  })

  test('a null is a missing value: NaN to the model', async () => {
    await using broken = await startScratchServer(fixedSource({ version: '1.0.0', bytes: sigmoidModel(0) }))
    expect((await post(inferUrl(broken), ask(null))).status).toBe(500)
  })
})

/** Sends bytes as they are and returns all that comes back until the server closes. */
function exchange(text: string, url = server.url): Promise<string> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname)
    let answer = ''
    socket.on('data', (chunk) => (answer += chunk))
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
    socket.write(text)
  })
}
