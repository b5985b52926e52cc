import { isUtf8 } from 'node:buffer'
import { type TensorData, UnsafeInteger, ValueError } from './datatype.ts'
import { quoted, RequestError } from './request-error.ts'
import type { TensorContract } from './tensor-contract.ts'

/** What a caller may ask of a model. */
export interface RequestContract {
  readonly inputs: ReadonlyMap<string, TensorContract>
  readonly outputs: ReadonlyMap<string, TensorContract>
  /** Inputs that are passed over: versions that were served here before knew them. */
  readonly ignored?: ReadonlySet<string>
}

export interface InferenceRequest {
  readonly id: string | undefined
  readonly tensors: readonly InputTensor[]
  /** Names of the outputs asked for, all when the caller does not say. */
  readonly outputs: readonly string[]
}

export interface InputTensor {
  readonly contract: TensorContract
  readonly dims: readonly number[]
  readonly data: TensorData
}

const limits = { rank: 8, elements: 10_000_000, idLength: 256, shownProblems: 10 }

/**
 * Reads an inference request and checks it against what the model takes. Throws `RequestError` 400 that names every problem.
 * Whole numbers keep all 64 bits; a null is a missing value.
 */
export function readInferenceRequest(body: Buffer, contract: RequestContract): InferenceRequest {
  const text = body.toString('utf8')
  // A byte that is not UTF-8 becomes U+FFFD, so only a text that holds one needs the slower check.
  if (text.includes('\ufffd') && !isUtf8(body)) throw new RequestError(400, 'the body is not UTF-8')
  try {
    return checkRequest(parseJson(text), contract, false)
  } catch (error) {
    if (error instanceof UnsafeInteger) return checkRequest(parseExactJson(text), contract, true)
    throw error
  }
}

function checkRequest(document: unknown, contract: RequestContract, isExact: boolean): InferenceRequest {
  if (!isObject(document)) throw new RequestError(400, `the body must be a JSON object, found ${quoted(document)}`)
  const problems: string[] = []
  const id = checkId(document.id, problems)
  if (document.parameters !== undefined && !isObject(document.parameters)) problems.push('parameters must be an object')
  const tensors = checkInputs(document.inputs, contract, isExact, problems)
  const outputs = checkOutputs(document.outputs, contract, problems)
  checkSharedSizes(tensors, problems)
  if (problems.length > 0) throw new RequestError(400, joinProblems(problems))
  return { id, tensors, outputs }
}

function checkId(id: unknown, problems: string[]): string | undefined {
  if (id === undefined || id === null) return undefined
  if (typeof id === 'string' && id.length <= limits.idLength) return id
  problems.push(`id must be a string of at most ${limits.idLength} characters`)
  return undefined
}

function checkInputs(inputs: unknown, contract: RequestContract, isExact: boolean, problems: string[]): InputTensor[] {
  if (!Array.isArray(inputs)) {
    problems.push('inputs must be an array')
    return []
  }
  const tensors = new Map<string, InputTensor | undefined>()
  for (let i = 0; i < inputs.length && problems.length <= limits.shownProblems; i++) {
    const input: unknown = inputs[i]
    if (!isObject(input) || typeof input.name !== 'string') {
      problems.push(`inputs[${i}] must be an object with a name`)
      continue
    }
    const wanted = contract.inputs.get(input.name)
    if (!wanted && contract.ignored?.has(input.name)) continue
    if (!wanted) problems.push(`the model has no input ${quoted(input.name)}`)
    else if (tensors.has(input.name)) problems.push(`input ${input.name} is given twice`)
    else tensors.set(input.name, checkTensor(input, wanted, isExact, problems))
  }
  if (tensors.size < contract.inputs.size) {
    for (const [name, { isOptional }] of contract.inputs) {
      if (!isOptional && !tensors.has(name)) problems.push(`input ${name} is missing`)
    }
  }
  return [...tensors.values()].filter((tensor) => tensor !== undefined)
}

function checkTensor(
  input: Record<string, unknown>,
  contract: TensorContract,
  isExact: boolean,
  problems: string[],
): InputTensor | undefined {
  const { name, datatype } = contract
  const say = (message: string): undefined => {
    problems.push(`input ${name}: ${message}`)
  }
  if (input.parameters !== undefined && !isObject(input.parameters)) return say('parameters must be an object')
  if (input.datatype !== datatype.name) return say(`datatype must be ${datatype.name}, found ${quoted(input.datatype)}`)
  const dims = input.shape
  const shapeProblem = describeShapeProblem(dims, contract)
  if (shapeProblem) return say(shapeProblem)
  const size = (dims as number[]).reduce((product, dim) => product * dim, 1)
  if (!Array.isArray(input.data)) return say(input.data === undefined ? 'data is missing' : 'data must be an array')
  const values = flatten(input.data, dims as number[], size)
  if (typeof values === 'string') return say(values)
  try {
    return { contract, dims: dims as number[], data: datatype.decode(values, isExact) }
  } catch (error) {
    if (error instanceof ValueError) return say(error.message)
    throw error
  }
}

function describeShapeProblem(dims: unknown, { shape }: TensorContract): string | undefined {
  if (!Array.isArray(dims)) return 'shape must be an array of sizes'
  if (dims.length > limits.rank) return `shape has ${dims.length} dimensions, at most ${limits.rank} are taken`
  let product = 1
  for (const dim of dims) {
    if (!Number.isSafeInteger(dim) || dim < 1) return `shape must hold whole numbers from 1, found ${quoted(dim)}`
    product *= dim
    if (product > limits.elements) return `shape has more than ${limits.elements} elements`
  }
  if (shape === null) return undefined
  const fits =
    dims.length === shape.length && shape.every((size, axis) => typeof size !== 'number' || size === dims[axis])
  if (fits) return undefined
  return `shape [${dims.join(',')}] does not fit [${shape.map((size) => (typeof size === 'number' ? size : -1)).join(',')}]`
}

/** The values in row-major order, from a flat array or one nested like the shape; or what is wrong. */
function flatten(data: readonly unknown[], dims: readonly number[], size: number): readonly unknown[] | string {
  if (!Array.isArray(data[0])) {
    return data.length === size ? data : `data has ${data.length} values, its shape ${size}`
  }
  const values: unknown[] = []
  const isComplete = collect(data, dims, 0, values)
  return isComplete ? values : 'nested data does not have the form of its shape'
}

function collect(data: readonly unknown[], dims: readonly number[], axis: number, values: unknown[]): boolean {
  if (data.length !== dims[axis]) return false
  if (axis === dims.length - 1) {
    for (const value of data) values.push(value)
    return true
  }
  return data.every((part) => Array.isArray(part) && collect(part, dims, axis + 1, values))
}

function checkOutputs(outputs: unknown, contract: RequestContract, problems: string[]): string[] {
  if (outputs === undefined || outputs === null) return [...contract.outputs.keys()]
  if (!Array.isArray(outputs)) {
    problems.push('outputs must be an array')
    return []
  }
  const names = new Set<string>()
  for (let i = 0; i < outputs.length && problems.length <= limits.shownProblems; i++) {
    const output: unknown = outputs[i]
    if (!isObject(output) || typeof output.name !== 'string')
      problems.push(`outputs[${i}] must be an object with a name`)
    else if (!contract.outputs.has(output.name)) problems.push(`the model has no output ${quoted(output.name)}`)
    else if (names.has(output.name)) problems.push(`output ${output.name} is asked for twice`)
    else names.add(output.name)
  }
  return names.size > 0 ? [...names] : [...contract.outputs.keys()]
}

/** Inputs that share a symbol such as `N` must have the same size there. */
function checkSharedSizes(tensors: readonly InputTensor[], problems: string[]): void {
  const sizes = new Map<string, { readonly name: string; readonly size: number }>()
  for (const { contract, dims } of tensors) {
    for (const [axis, symbol] of contract.shape?.entries() ?? []) {
      if (typeof symbol !== 'string') continue
      const size = dims[axis]!
      const first = sizes.get(symbol)
      if (!first) sizes.set(symbol, { name: contract.name, size })
      else if (first.size !== size)
        problems.push(`input ${contract.name} has ${size} rows, input ${first.name} has ${first.size}`)
    }
  }
}

function joinProblems(problems: readonly string[]): string {
  const shown = problems.slice(0, limits.shownProblems)
  return shown.join('; ') + (problems.length > shown.length ? '; and more' : '')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new RequestError(400, text.length === 0 ? 'the body is empty' : 'the body is not JSON')
  }
}

/** With whole numbers beyond 2^53 as bigints, from their digits in the text. */
function parseExactJson(text: string): unknown {
  const revive = (_key: string, value: unknown, context?: { readonly source?: string }): unknown => {
    const isRounded = typeof value === 'number' && !Number.isSafeInteger(value)
    return isRounded && /^-?\d+$/.test(context?.source ?? '') ? BigInt(context!.source!) : value
  }
  try {
    return JSON.parse(text, revive)
  } catch {
    // The same text was JSON before: it is nested too deeply for a reviver.
    throw new RequestError(400, 'the body is nested too deeply')
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
