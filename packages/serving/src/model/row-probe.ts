import type { InputTensor, RequestContract } from '../protocol/inference-request.ts'
import type { OutputTensor } from '../protocol/inference-response.ts'
import type { TensorContract } from '../protocol/tensor-contract.ts'
import type { Runnable } from './batcher.ts'
import { joinRequests, type ModelInput, splitOutputs } from './joined-requests.ts'

interface Probed extends Runnable {
  readonly contract: RequestContract
}

const probes = 40
const probesAtOnce = 8
const fewestAnswers = 16
/** On both sides of the sizes of vector registers. */
const batchSizes = [2, 3, 5, 8, 13, probes]
const elementsLimit = 4096

/**
 * Whether this machine gives invented rows the same bits together as alone. What the graph promises holds for the operators as they
 * are defined; which kernels compute them is ONNX Runtime's choice by processor. False also when too few of the rows have an answer
 * to tell, and where rows are so large that running them together gains nothing.
 */
export async function answersRowsAlike(model: Probed): Promise<boolean> {
  const inputs = [...model.contract.inputs.values()]
  if (inputs.reduce((sum, input) => sum + countElements(input), 0) > elementsLimit) return false
  const outputs = [...model.contract.outputs.keys()]
  const requests = Array.from({ length: probes }, (_, i) => ({
    tensors: inputs.map((input, at) => inventRow(input, i * inputs.length + at)),
    outputs,
  }))
  const known = await answerAlone(model, requests)
  if (known.length < fewestAnswers) return false
  const alike = batchSizes.map(async (size) => {
    const batch = known.slice(-size)
    const joined = await model.runAlone(joinRequests(batch.map(({ request }) => request)))
    const answers = splitOutputs(joined, new Array<number>(batch.length).fill(1))
    return batch.every(({ answer }, i) => haveSameBits(answer, answers[i]!))
  })
  const results = await Promise.allSettled(alike)
  return results.every((result) => result.status === 'fulfilled' && result.value)
}

interface Answered {
  readonly request: ModelInput
  readonly answer: readonly OutputTensor[]
}

/** A few in a turn of the event loop, since others are being served meanwhile. A row that the model fails on alone is left out. */
async function answerAlone(model: Probed, requests: readonly ModelInput[]): Promise<Answered[]> {
  const known: Answered[] = []
  for (let i = 0; i < requests.length; i += probesAtOnce) {
    const some = requests.slice(i, i + probesAtOnce)
    const answers = await Promise.allSettled(some.map((request) => model.runAlone(request)))
    for (const [at, result] of answers.entries()) {
      if (result.status === 'fulfilled') known.push({ request: some[at]!, answer: result.value })
    }
  }
  return known
}

function haveSameBits(a: readonly OutputTensor[], b: readonly OutputTensor[]): boolean {
  return a.every(({ data, dims }, i) => {
    const other = b[i]!
    // Object.is tells 0 from -0, and takes NaN for NaN.
    return String(dims) === String(other.dims) && data.every((value, at) => Object.is(value, other.data[at]))
  })
}

function inventRow(contract: TensorContract, seed: number): InputTensor {
  const count = countElements(contract)
  const values = Array.from({ length: count }, (_, i) => inventValue(contract.datatype.name, seed * count + i))
  return { contract, dims: [1, ...rest(contract)], data: contract.datatype.decode(values, true) }
}

/** Of all sizes and signs, now and then missing; whole numbers small enough for an index. */
function inventValue(datatype: string, seed: number): unknown {
  // Knuth's multiplicative hash: spread out, and the same everywhere.
  const share = (Math.imul(seed + 1, 2654435761) >>> 0) / 2 ** 32
  if (datatype === 'BOOL') return share < 0.5
  if (datatype === 'BYTES') return share < 0.2 ? null : `probe ${Math.floor(share * 100)}`
  if (!datatype.startsWith('FP')) return Math.floor(share * 8)
  return share < 0.1 ? null : (share - 0.5) * 10 ** ((seed % 9) - 2)
}

function countElements(contract: TensorContract): number {
  return rest(contract).reduce((product, size) => product * size, 1)
}

/** The sizes within a row, which are fixed wherever rows may be run together. */
function rest({ shape }: TensorContract): number[] {
  return (shape ?? []).slice(1).map((size) => (typeof size === 'number' ? size : 1))
}
