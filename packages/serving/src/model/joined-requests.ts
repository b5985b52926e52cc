import type { InferenceRequest, InputTensor } from '../protocol/inference-request.ts'
import type { OutputTensor } from '../protocol/inference-response.ts'

/** What a model is run on. */
export type ModelInput = Pick<InferenceRequest, 'tensors' | 'outputs'>

/** The rows that all of a request's tensors have; undefined when they differ, or there are none. */
export function countRows({ tensors }: ModelInput): number | undefined {
  const rows = tensors[0]?.dims[0]
  for (let i = 1; i < tensors.length; i++) if (tensors[i]!.dims[0] !== rows) return undefined
  return rows
}

/** True when two requests differ in nothing but the number of their rows and the values. */
export function areAlike(a: ModelInput, b: ModelInput): boolean {
  if (a.tensors.length !== b.tensors.length || a.outputs.length !== b.outputs.length) return false
  for (let i = 0; i < a.outputs.length; i++) if (a.outputs[i] !== b.outputs[i]) return false
  for (let i = 0; i < a.tensors.length; i++) {
    const [one, other] = [a.tensors[i]!, b.tensors[i]!]
    if (one.contract !== other.contract || one.dims.length !== other.dims.length) return false
    for (let axis = 1; axis < one.dims.length; axis++) if (one.dims[axis] !== other.dims[axis]) return false
  }
  return true
}

/** The rows of requests that are alike as one request, in their order. */
export function joinRequests(requests: readonly ModelInput[]): ModelInput {
  const { tensors, outputs } = requests[0]!
  return { tensors: tensors.map((_, i) => joinTensors(requests.map((request) => request.tensors[i]!))), outputs }
}

function joinTensors(tensors: readonly InputTensor[]): InputTensor {
  const { contract, dims, data: first } = tensors[0]!
  const rows = tensors.reduce((sum, tensor) => sum + tensor.dims[0]!, 0)
  const joined = [rows, ...dims.slice(1)]
  if (Array.isArray(first)) return { contract, dims: joined, data: tensors.flatMap(({ data }) => data as string[]) }
  const size = tensors.reduce((sum, { data }) => sum + data.length, 0)
  const data = new (first.constructor as Float32ArrayConstructor)(size)
  let at = 0
  for (const tensor of tensors) {
    data.set(tensor.data as Float32Array, at)
    at += tensor.data.length
  }
  return { contract, dims: joined, data }
}

/** Each request's part of the outputs. Throws when an output does not have the rows of all of them. */
export function splitOutputs(outputs: readonly OutputTensor[], rowsOfRequests: readonly number[]): OutputTensor[][] {
  const total = rowsOfRequests.reduce((sum, rows) => sum + rows, 0)
  for (const { contract, dims } of outputs) {
    if (dims[0] !== total) throw new Error(`output ${contract.name} has ${dims[0]} rows, ${total} were given`)
  }
  let start = 0
  return rowsOfRequests.map((rows) => {
    const part = outputs.map((output) => takeRows(output, start, rows, total))
    start += rows
    return part
  })
}

function takeRows({ contract, dims, data }: OutputTensor, start: number, rows: number, total: number): OutputTensor {
  const width = data.length / total
  const [from, to] = [start * width, (start + rows) * width]
  const part = Array.isArray(data) ? data.slice(from, to) : data.subarray(from, to)
  return { contract, dims: [rows, ...dims.slice(1)], data: part as OutputTensor['data'] }
}
