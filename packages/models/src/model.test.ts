import { sha256, type TidemarkError } from '@tidemark/schemas'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ColumnTable, nullCode } from './column-table.ts'
import { measureLatency } from './latency.ts'
import { type Model, openModel } from './model.ts'
import { smallModel } from './onnx/small-model.fixture.ts'
import { encodeModel, type OnnxModel } from './onnx/writer.ts'

const table: ColumnTable = {
  rows: 4,
  columns: [
    { name: 'text', kind: 'string', codes: Uint32Array.of(0, 1, 2, nullCode), dictionary: ['é', 'a', 'unseen'] },
    { name: 'number', kind: 'number', values: Float64Array.of(1, 2, 3, 4) },
  ],
}
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x))
const expected = [1 - 2, 2 + 1, 3 + 0.5, 4 + 0.5].map(sigmoid)

let model: Model
beforeAll(async () => {
  model = await open(smallModel)
})
afterAll(() => model.close())

test('scores columns by name, whatever their order, unseen and null strings included', async () => {
  const scores = await model.score(table)
  for (const [i, score] of scores.entries()) expect(score).toBeCloseTo(expected[i]!, 6)
})

test('scores the same in batches as at once, and says how far it is', async () => {
  const progress: number[] = []
  const scores = await model.score(table, { batchRows: 3, onProgress: ({ done }) => progress.push(done) })
  expect(scores).toEqual(await model.score(table))
  expect(progress).toEqual([3, 4])
})

test('an empty table has no scores', async () => {
  const empty = {
    rows: 0,
    columns: table.columns.map((column) =>
      column.kind === 'number' ? { ...column, values: new Float32Array() } : { ...column, codes: new Uint32Array() },
    ),
  }
  expect(await model.score(empty)).toEqual(new Float64Array())
})

test.each([
  ['number', [Number.NaN, Number.NaN, Number.NaN, Number.NaN]],
  ['text', [1.5, 2.5, 3.5, 4.5].map(sigmoid)],
])('an optional input without a column is missing in every row: %s', async (name, scores) => {
  const optional = await open({ ...smallModel, metadata: { 'tidemark.optional_inputs': name } })
  const columns = table.columns.filter((column) => column.name !== name)
  try {
    const scored = optional.score({ rows: 4, columns })
    if (name === 'number') expect((await rejection(scored)).code).toBe('SCORE_INVALID')
    else for (const [i, score] of (await scored).entries()) expect(score).toBeCloseTo(scores[i]!, 6)
    expect(await optional.score(table)).toEqual(await model.score(table))
  } finally {
    await optional.close()
  }
})

test('missing, extra and mistyped columns are all named', async () => {
  const columns = [
    { name: 'text', kind: 'number', values: new Float32Array(4) } as const,
    { name: 'other', kind: 'number', values: new Float32Array(4) } as const,
  ]
  const error = await rejection(model.score({ rows: 4, columns }))
  expect(error.code).toBe('SIGNATURE_MISMATCH')
  expect(error.problems.map(({ path, message }) => `${path} ${message.split(':')[0]}`)).toEqual([
    'number missing',
    'text mistyped',
    'other extra',
  ])
})

test('scores that are no probabilities are counted and their rows named', async () => {
  const columns = [
    table.columns[0]!,
    { name: 'number', kind: 'number', values: Float64Array.of(0, Number.NaN, 0, Number.NaN) } as const,
  ]
  const error = await rejection(model.score({ rows: 4, columns }, { rowIds: ['r0', 'r1', 'r2', 'r3'] }))
  expect(error).toMatchObject({ code: 'SCORE_INVALID', message: expect.stringContaining('2 of 4') })
  expect(error.problems.map(({ path }) => path)).toEqual(['row r1', 'row r3'])
})

test('a margin instead of a probability is refused', async () => {
  const nodes = smallModel.graph.nodes
    .slice(0, 2)
    .map((node) => (node.opType === 'Add' ? { ...node, outputs: ['probability'] } : node))
  const margin = await open({ ...smallModel, graph: { ...smallModel.graph, nodes } })
  expect(await rejection(margin.score(table))).toMatchObject({ code: 'SCORE_INVALID' })
  await margin.close()
})

test('of two columns of probabilities the second is the positive class', async () => {
  const nodes = [
    ...smallModel.graph.nodes,
    {
      domain: '',
      opType: 'Concat',
      name: 'pair',
      inputs: ['log-odds', 'probability'],
      outputs: ['probabilities'],
      attributes: { axis: { type: 'int', value: 1 } },
    } as const,
  ]
  const pair = await open({
    ...smallModel,
    graph: { ...smallModel.graph, nodes, outputs: [{ name: 'probabilities', type: 'float', shape: ['N', 2] }] },
  })
  expect(await pair.score(table)).toEqual(await model.score(table))
  await pair.close()
})

test('whole numbers are fed to integer inputs, fractions and nulls refused', async () => {
  const inputs = [{ name: 'number', type: 'int64', shape: ['N', 1] } as const, smallModel.graph.inputs[1]!]
  const cast = {
    domain: '',
    opType: 'Cast',
    name: 'cast',
    inputs: ['number'],
    outputs: ['float'],
    attributes: { to: { type: 'int', value: 1 } },
  } as const
  const nodes = [
    cast,
    ...smallModel.graph.nodes.map((node) => (node.opType === 'Add' ? { ...node, inputs: ['float', 'rate'] } : node)),
  ]
  const whole = await open({ ...smallModel, graph: { ...smallModel.graph, inputs, nodes } })
  expect(await whole.score(table)).toEqual(await model.score(table))
  const columns = [
    table.columns[0]!,
    { name: 'number', kind: 'number', values: Float64Array.of(0, 1.5, 0, 0) } as const,
  ]
  expect(await rejection(whole.score({ rows: 4, columns }))).toMatchObject({
    code: 'SIGNATURE_MISMATCH',
    message: expect.stringContaining('1.5 at row 1'),
  })
  await whole.close()
})

test('bytes other than those on record are not opened', async () => {
  expect(await rejection(openModel(encodeModel(smallModel), { expectedSha256: '0'.repeat(64) }))).toMatchObject({
    code: 'DIGEST_MISMATCH',
  })
})

test('a well-formed file that ONNX Runtime refuses is unreadable', async () => {
  const nodes = [{ ...smallModel.graph.nodes[2]!, opType: 'NoSuchOperator', inputs: ['number'] }]
  expect(await rejection(open({ ...smallModel, graph: { ...smallModel.graph, nodes } }))).toMatchObject({
    code: 'MODEL_UNREADABLE',
    message: expect.stringContaining('NoSuchOperator'),
  })
})

test('latency is measured on rows the seed chooses', async () => {
  const latency = await measureLatency(model, table, { samples: 20, seed: 5 })
  expect(latency).toMatchObject({ samples: 20, seed: 5 })
  expect(latency.p50Ms).toBeGreaterThan(0)
  expect(latency.p95Ms).toBeGreaterThanOrEqual(latency.p50Ms)
})

function open(onnx: OnnxModel): Promise<Model> {
  const bytes = encodeModel(onnx)
  return openModel(bytes, { expectedSha256: sha256(bytes) })
}

async function rejection(promise: Promise<unknown>): Promise<TidemarkError> {
  return promise.then(
    () => {
      throw new Error('it was accepted')
    },
    (error: TidemarkError) => error,
  )
}
