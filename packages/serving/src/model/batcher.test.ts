import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readInferenceRequest } from '../protocol/inference-request.ts'
import type { OutputTensor } from '../protocol/inference-response.ts'
import {
  ask,
  canarySource,
  echoModel,
  inferUrl,
  meanModel,
  post,
  ScratchSource,
  sigmoidModel,
  startScratchServer,
  tableModel,
  versionSource,
  widerModel,
} from '../small-models.fixture.ts'
import { Batcher, type Runnable } from './batcher.ts'
import { type LoadedModel, loadModel } from './loaded-model.ts'

const load = (bytes: Uint8Array) => loadModel(versionSource('1.0.0', bytes), bytes)

type Values = Readonly<Record<string, readonly unknown[]>>

const datatypes: Readonly<Record<string, string>> = {
  x: 'FP32',
  y: 'FP32',
  whole: 'INT64',
  text: 'BYTES',
  flag: 'BOOL',
  double: 'FP64',
}

function requestOf({ contract }: LoadedModel, values: Values, outputs?: readonly string[]) {
  const inputs = Object.entries(values).map(([name, data]) => ({
    name,
    datatype: contract.inputs.get(name)?.datatype.name ?? datatypes[name],
    shape: [data.length, 1],
    data,
  }))
  const body = { inputs, ...(outputs ? { outputs: outputs.map((name) => ({ name })) } : {}) }
  return readInferenceRequest(Buffer.from(JSON.stringify(body)), contract)
}

const plain = (outputs: readonly OutputTensor[]) =>
  outputs.map(({ contract, dims, data }) => ({ name: contract.name, dims: [...dims], data: Array.from<unknown>(data) }))

const float = fc.oneof(fc.float({ noDefaultInfinity: true, noNaN: true }), fc.constantFrom(null, 0, -0, 1e-40, -88))
const rows = <T>(value: fc.Arbitrary<T>) => fc.array(value, { minLength: 1, maxLength: 20 })
const column = <T>(name: string, value: fc.Arbitrary<T>) => rows(value).map((data): Values => ({ [name]: data }))
const echoed = rows(fc.tuple(fc.integer(), fc.string({ unit: 'grapheme' }), fc.boolean(), fc.double({ noNaN: true })))
  .map((drawn) => drawn.map(([whole, text, ...rest]) => [whole, text.replaceAll('\0', ''), ...rest]))
  .map((drawn) =>
    Object.fromEntries(['whole', 'text', 'flag', 'double'].map((name, i) => [name, drawn.map((row) => row[i])])),
  )
  .filter(({ double }) => double!.every((value) => Number.isFinite(value)))

describe('requests of one turn', () => {
  test.each([
    ['a function', sigmoidModel(0.3), column('x', float)],
    ['every kind of value', echoModel(), echoed],
    [
      'an input that some leave out',
      widerModel(),
      fc.oneof(
        column('x', float),
        rows(fc.tuple(float, float)).map((drawn) => ({ x: drawn.map(([x]) => x), y: drawn.map(([, y]) => y) })),
      ),
    ],
    ['a table that not all are in', tableModel(), column('x', fc.integer({ min: -5, max: 4 }))],
  ] as [string, Uint8Array, fc.Arbitrary<Values>][])(
    'have the answers and failures that each has alone: %s',
    async (_, bytes, values) => {
      const model = await load(bytes)
      let together = 0
      let alone = 0
      await fc.assert(
        fc.asyncProperty(fc.array(values, { minLength: 2, maxLength: 24 }), async (drawn) => {
          const requests = drawn.map((each) => requestOf(model, each))
          const before = model.runs
          const answers = await Promise.allSettled(requests.map((request) => model.run(request)))
          together += model.runs - before
          alone += requests.length
          for (const [i, request] of requests.entries()) {
            const answer = answers[i]!
            const [expected] = await Promise.allSettled([model.runAlone(request)])
            expect(answer.status).toBe(expected.status)
            if (answer.status === 'rejected' || expected.status === 'rejected') continue
            // toEqual tells 0 from -0 and takes NaN for NaN.
            expect(plain(answer.value.outputs)).toEqual(plain(expected.value))
          }
        }),
        { numRuns: 60, seed: 1 },
      )
      if (bytes.length !== tableModel().length) expect(together).toBeLessThan(alone)
      model.retire()
    },
  )

  test('are one run, up to so many rows', async () => {
    const model = await load(sigmoidModel(0))
    const runsOf = async (sizes: readonly number[]) => {
      const before = model.runs
      await Promise.all(sizes.map((size) => model.run(requestOf(model, { x: new Array(size).fill(1) }))))
      return model.runs - before
    }
    expect(await runsOf([1])).toBe(1)
    expect(await runsOf(new Array(16).fill(1))).toBe(1)
    expect(await runsOf([40, 20, 4])).toBe(1)
    expect(await runsOf([40, 20, 5])).toBe(2)
    expect(await runsOf([65, 1, 1])).toBe(2)
    model.retire()
  })

  test('that ask for different outputs are not mixed', async () => {
    const model = await load(echoModel())
    const values = { whole: [1, 2], text: ['a', 'b'], flag: [true, false], double: [0.5, -1] }
    const asked = [['text_out'], ['whole_out', 'flag_out'], undefined, ['text_out']]
    const answers = await Promise.all(asked.map((outputs) => model.run(requestOf(model, values, outputs))))
    expect(answers.map(({ outputs }) => outputs.map(({ contract }) => contract.name))).toEqual([
      ['text_out'],
      ['whole_out', 'flag_out'],
      ['whole_out', 'text_out', 'flag_out', 'double_out'],
      ['text_out'],
    ])
    model.retire()
  })

  test('are answered though their model was retired while they waited', async () => {
    const model = await load(sigmoidModel(0))
    const answers = Array.from({ length: 5 }, async (_, i) => {
      model.acquire()
      try {
        return (await model.run(requestOf(model, { x: [i] }))).outputs[0]!.data[0]
      } finally {
        model.release()
      }
    })
    model.retire()
    expect((await Promise.all(answers)).map((value) => Number(value) >= 0.5)).toEqual(new Array(5).fill(true))
  })

  test('are run one by one where a row’s answer depends on the others', async () => {
    const model = await load(meanModel())
    const before = model.runs
    const answers = await Promise.all([1, 2, 3].map((x) => model.run(requestOf(model, { x: [x] }))))
    expect(answers.map(({ outputs }) => outputs[0]!.data[0])).toEqual([0, 0, 0])
    expect(model.runs - before).toBe(3)
    model.retire()
  })
})

test('what a slow model takes of a shared turn is not held against the other', async () => {
  const busyMs = 20
  const taking = (ms: number): Runnable => ({
    runAlone: () =>
      new Promise((resolve) => {
        setImmediate(() => {
          for (const endMs = performance.now() + ms; performance.now() < endMs; );
          resolve([])
        })
      }),
  })
  const request = { tensors: [], outputs: [] }
  for (const order of [
    [busyMs, 0],
    [0, busyMs],
  ]) {
    const batcher = new Batcher()
    const results = await Promise.all(order.map((ms) => batcher.add(taking(ms), request, 1)))
    const quick = results[order.indexOf(0)]
    expect(quick!.othersMs).toBeGreaterThanOrEqual(busyMs)
  }
})

test('beside a canary that cannot be run in batches the champion is not either, so that their times compare', async () => {
  const champion = versionSource('1.0.0', sigmoidModel(0))
  const source = new ScratchSource({ champion, canary: canarySource('1.1.0', meanModel(), { weight: 0 }) })
  await using server = await startScratchServer(source)
  const runsOf = async () => {
    const metrics = await (await fetch(`${server.url}/metrics`)).text()
    return Number(/^tidemark_model_runs_total\{.*"1\.0\.0"\} (\d+)$/m.exec(metrics)?.[1])
  }
  const before = await runsOf()
  await Promise.all(Array.from({ length: 32 }, (_, i) => post(inferUrl(server), ask(i))))
  expect((await runsOf()) - before).toBe(32)
})

test('a server answers, counts and fails each of many requests by itself, champion and canary apart', async () => {
  const shares = { '1.0.0': [0.1, 0.2, 0.3, 0.4], '1.1.0': [0.5, 0.6, 0.7, 0.8] }
  const champion = versionSource('1.0.0', tableModel(shares['1.0.0']))
  const canary = canarySource('1.1.0', tableModel(shares['1.1.0']), { weight: 0.5 })
  await using server = await startScratchServer(new ScratchSource({ champion, canary }), {
    createHarmJudge: () => ({ add: () => {}, judge: () => ({ isHarmful: false, reason: '' }) }),
  })
  const places = Array.from({ length: 96 }, (_, i) => i % 6)
  const replies = await Promise.all(
    places.map((x, i) => {
      const [input] = ask(x).inputs
      return post(inferUrl(server), { id: `request-${i}`, inputs: [{ ...input, datatype: 'INT64' }] })
    }),
  )
  const answered = new Map<string, number>()
  for (const [i, { status, body }] of replies.entries()) {
    if (places[i]! > 3) {
      expect(status).toBe(500)
      continue
    }
    const version = body.model_version as keyof typeof shares
    answered.set(version, (answered.get(version) ?? 0) + 1)
    expect(body).toMatchObject({
      id: `request-${i}`,
      outputs: [{ shape: [1, 1], data: [Math.fround(shares[version][places[i]!]!)] }],
    })
  }
  await server.publish()
  const [group] = server.published[0]!.windows[0]!.groups
  expect(group!.stable.requests - group!.stable.events.errors!).toBe(answered.get('1.0.0'))
  expect(group!.canary.requests - group!.canary.events.errors!).toBe(answered.get('1.1.0'))
  expect(group!.canary.events.errors! + group!.stable.events.errors!).toBe(32)
  const metrics = await (await fetch(`${server.url}/metrics`)).text()
  for (const [version, arm] of [
    ['1.0.0', 'champion'],
    ['1.1.0', 'canary'],
  ] as const) {
    expect(metrics).toContain(
      `model_infer_request_success_total{model_name="flights",model_version="${version}",arm="${arm}"} ${answered.get(version)}\n`,
    )
    expect(metrics).toMatch(
      new RegExp(`^tidemark_model_runs_total\\{model_name="flights",model_version="${version}"\\} [1-9]`, 'm'),
    )
  }
})
