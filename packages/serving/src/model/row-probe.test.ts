import { expect, test } from 'vitest'
import { datatypes } from '../protocol/datatype.ts'
import type { OutputTensor } from '../protocol/inference-response.ts'
import type { TensorContract } from '../protocol/tensor-contract.ts'
import type { ModelInput } from './joined-requests.ts'
import { answersRowsAlike } from './row-probe.ts'

const tensor = (name: string, shape: TensorContract['shape']): TensorContract => ({
  name,
  datatype: datatypes.get('float')!,
  shape,
  isOptional: false,
})

/** Doubles each x, as changed by what is tested. */
function modelOf(
  answer: (x: number, place: number, rows: number) => number,
  shape: TensorContract['shape'] = ['N', 1],
) {
  const output = tensor('out', ['N', 1])
  return {
    contract: { inputs: new Map([['x', tensor('x', shape)]]), outputs: new Map([['out', output]]) },
    runAlone: async ({ tensors }: ModelInput): Promise<OutputTensor[]> => {
      const { data, dims } = tensors[0]!
      const rows = dims[0]!
      const values = Float32Array.from({ length: rows }, (_, i) => answer(Number(data[i]), i, rows))
      return [{ contract: output, dims: [rows, 1], data: values }]
    },
  }
}

const fail = (): never => {
  throw new Error('no answer')
}
/** The next float32 above. */
const nudge = (x: number) =>
  new Float32Array(new Uint32Array(Float32Array.of(x).buffer).map((bits) => bits + 1).buffer)[0]!

test('rows with the same bits together as alone are found alike, missing ones too', async () => {
  expect(await answersRowsAlike(modelOf((x) => x * 2))).toBe(true)
})

test.each<[string, ReturnType<typeof modelOf>]>([
  [
    'the last of an odd number of rows has another last bit',
    modelOf((x, i, n) => (n > 2 && i === n - 1 && n % 2 === 1 ? nudge(x) : x)),
  ],
  ['a zero has another sign', modelOf((x, _, n) => (n > 1 ? -0 : 0) * x)],
  ['one missing row takes the others with it', modelOf((x, _, n) => (n > 1 ? Number.NaN : x))],
  ['rows together fail', modelOf((x, _, n) => (n > 1 ? fail() : x))],
  ['nearly no row has an answer', modelOf((x) => (x > 0 && x < 0.01 ? x : fail()))],
  ['rows are large', modelOf((x) => x, ['N', 5000])],
])('they are not where %s', async (_, model) => {
  expect(await answersRowsAlike(model)).toBe(false)
})
