import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fixedSource } from './index.ts'
import { echoModel, inferUrl, post, startScratchServer } from './small-models.fixture.ts'

const requests = 5000
const seed = 20010501

const good = {
  id: 'r1',
  inputs: [
    { name: 'whole', shape: [2, 1], datatype: 'INT64', data: [1, 2] },
    { name: 'text', shape: [2, 1], datatype: 'BYTES', data: ['a', 'b'] },
    { name: 'flag', shape: [2, 1], datatype: 'BOOL', data: [true, false] },
    { name: 'double', shape: [2, 1], datatype: 'FP64', data: [0.5, 1] },
  ],
}
const whole = JSON.stringify(good)

/** Values that are right nowhere in a request: each is of a wrong type, size or form wherever it is put. */
const wrong = fc.oneof(
  fc.constantFrom<unknown>(null, true, -1, 0, 2 ** 53, 1e308, '', '__proto__', 'x'.repeat(300), [], {}, [[]], [[[1]]], {
    name: 'whole',
  }),
  fc.jsonValue({ maxDepth: 3 }).filter((value) => !['whole', 'text', 'flag', 'double'].includes(String(value))),
)
const at = fc.nat({ max: 3 })
const withInputs = (change: (inputs: Record<string, unknown>[]) => unknown): string => {
  const inputs = structuredClone(good.inputs) as Record<string, unknown>[]
  const changed = change(inputs)
  return JSON.stringify({ ...good, inputs: changed === undefined ? inputs : changed })
}

const body: fc.Arbitrary<string | Uint8Array<ArrayBuffer>> = fc.oneof(
  fc
    .tuple(at, fc.constantFrom('name', 'shape', 'datatype', 'data'), wrong)
    .map(([i, key, value]) => withInputs((inputs) => void (inputs[i]![key] = value))),
  fc
    .tuple(at, fc.constantFrom<unknown>({}, [], 'a\0b', [[1]], { a: 1 }))
    .map(([i, value]) => withInputs((inputs) => void (inputs[i]!.data = [value, value]))),
  at.map((i) => withInputs((inputs) => inputs.toSpliced(i, 1))),
  at.map((i) => withInputs((inputs) => [...inputs, inputs[i]])),
  wrong.map((value) => withInputs(() => value)),
  wrong.map((value) => JSON.stringify(value)),
  fc
    .tuple(at, fc.array(fc.integer({ min: -3, max: 2 ** 31 - 1 }), { maxLength: 12 }))
    .map(([i, shape]) =>
      withInputs(
        (inputs) => void (inputs[i]!.shape = shape.length === 2 && shape[0] === 2 && shape[1] === 1 ? [] : shape),
      ),
    ),
  fc
    .constantFrom<unknown>('x', 7, {}, [7], [{}], [{ name: 'no' }], [{ name: 'text_out' }, { name: 'text_out' }])
    .map((outputs) => JSON.stringify({ ...good, outputs })),
  fc.constantFrom<unknown>(7, {}, [], 'i'.repeat(300), true).map((id) => JSON.stringify({ ...good, id })),
  fc.nat({ max: whole.length - 1 }).map((length) => whole.slice(0, length)),
  fc.nat({ max: 500 }).map((depth) => `{"inputs":${'['.repeat(depth)}1${']'.repeat(depth)}}`),
  fc.uint8Array({ minLength: 1, maxLength: 60 }).map((bytes) => new Uint8Array(bytes)),
)

test(`${requests} seeded malformed requests get a 4xx that says why, and the server goes on answering`, async () => {
  await using server = await startScratchServer(fixedSource({ version: '1.0.0', bytes: echoModel() }))
  const bodies = fc.sample(body, { numRuns: requests, seed })
  const surprises: unknown[] = []
  const send = async () => {
    for (let next = bodies.pop(); next !== undefined; next = bodies.pop()) {
      const { status, body: answer } = await post(inferUrl(server), next)
      const isRefused =
        status >= 400 &&
        status < 500 &&
        typeof answer.error === 'string' &&
        answer.error.length > 0 &&
        answer.error.length < 2000
      if (!isRefused) surprises.push({ sent: String(next).slice(0, 600), status, error: answer.error })
    }
  }
  await Promise.all(Array.from({ length: 8 }, send))
  expect(surprises).toEqual([])
  expect(await post(inferUrl(server), good)).toMatchObject({ status: 200, body: { id: 'r1' } })
}, 60_000)
