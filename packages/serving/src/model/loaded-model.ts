import { findRowCoupling, inspectModel } from '@tidemark/models'
import { type Signature, sha256, TidemarkError } from '@tidemark/schemas'
import type { InferenceSession, Tensor, TensorConstructor } from 'onnxruntime-node'
import type { VersionSource } from '../assignment.ts'
import type { RequestContract } from '../protocol/inference-request.ts'
import type { OutputTensor } from '../protocol/inference-response.ts'
import { describeTensors, type TensorContract } from '../protocol/tensor-contract.ts'
import { Batcher, batchRowsLimit, type RunResult, runByItself } from './batcher.ts'
import { countRows, type ModelInput } from './joined-requests.ts'
import { answersRowsAlike } from './row-probe.ts'

/** A version whose session is loaded. It stays loaded while somebody uses it, also after it was retired. */
export class LoadedModel {
  readonly version: string
  readonly modelDigest: string
  readonly sha256: string
  readonly signature: Signature
  readonly contract: RequestContract
  /** The output that is a score: `probability`, `probabilities`, or the only float one. */
  readonly scoreOutput: string | undefined
  readonly #session: InferenceSession
  readonly #Tensor: TensorConstructor
  #batcher: Batcher | undefined
  #users = 0
  /** How often ONNX Runtime was called; requests that are run together are one call. */
  runs = 0
  #isRetired = false

  constructor(
    source: VersionSource,
    signature: Signature,
    contract: RequestContract,
    runtime: { readonly session: InferenceSession; readonly Tensor: TensorConstructor },
  ) {
    this.version = source.version
    this.modelDigest = source.modelDigest
    this.sha256 = source.sha256
    this.signature = signature
    this.contract = contract
    this.scoreOutput = findScoreOutput([...contract.outputs.values()])
    this.#session = runtime.session
    this.#Tensor = runtime.Tensor
  }

  /** Keeps the session loaded until `release`, whatever becomes of the version meanwhile. */
  acquire(): void {
    this.#users++
  }

  release(): void {
    this.#users--
    if (this.#isRetired && this.#users === 0) void this.#session.release()
  }

  /** From now on requests may be run together. Only for models whose rows do not depend on one another. */
  startBatching(batcher: Batcher): void {
    this.#batcher = batcher
  }

  get isBatched(): boolean {
    return this.#batcher !== undefined
  }

  /** The outputs asked for, by whatever is quickest just now. Throws what ONNX Runtime throws on this request. */
  run(request: ModelInput): Promise<RunResult> {
    const rows = this.#batcher?.isOpen ? countRows(request) : undefined
    if (rows === undefined || rows > batchRowsLimit) return runByItself(this, request)
    return this.#batcher!.add(this, request, rows)
  }

  /**
   * Runs the request's tensors through the model: inputs that it does not have are left out, optional ones that the request does
   * not have are missing values. Throws what ONNX Runtime throws.
   */
  async runAlone({ tensors, outputs }: ModelInput): Promise<OutputTensor[]> {
    this.runs++
    const feeds: Record<string, Tensor> = Object.create(null)
    let given = 0
    let rows = 0
    for (const { contract, data, dims } of tensors) {
      if (!this.contract.inputs.has(contract.name)) continue
      feeds[contract.name] = new this.#Tensor(contract.datatype.tensorType, data, dims)
      given++
      rows = dims[0] ?? 0
    }
    if (given < this.contract.inputs.size) {
      for (const [name, input] of this.contract.inputs) {
        if (input.isOptional) feeds[name] ??= this.#missing(input, rows)
      }
    }
    const results = await this.#session.run(feeds, outputs)
    return outputs.map((name) => {
      const { data, dims } = results[name] as Tensor
      return { contract: this.contract.outputs.get(name)!, data, dims }
    })
  }

  #missing({ datatype, shape }: TensorContract, rows: number): Tensor {
    const data = datatype.decode(new Array<null>(rows).fill(null), true)
    return new this.#Tensor(datatype.tensorType, data, shape?.length === 1 ? [rows] : [rows, 1])
  }

  /** Frees the session once the last request on it has been answered. */
  retire(): void {
    if (this.#isRetired) return
    this.#isRetired = true
    if (this.#users === 0) void this.#session.release()
  }
}

/**
 * Loads a version from bytes whose SHA-256 is as expected. Throws `DIGEST_MISMATCH`, what `inspectModel` throws, and `MODEL_REFUSED`
 * when an input cannot be sent as JSON. `batcher` is shared by the versions that answer beside each other.
 */
export async function loadModel(
  source: VersionSource,
  bytes: Uint8Array,
  batcher = new Batcher(),
): Promise<LoadedModel> {
  const actual = sha256(bytes)
  if (actual !== source.sha256) {
    throw new TidemarkError(
      'DIGEST_MISMATCH',
      `model ${source.version} has SHA-256 ${actual}, expected ${source.sha256}`,
      {
        hint: 'The file is not the one on record: it is not served. Run verify-registry.',
      },
    )
  }
  const description = inspectModel(bytes)
  const { signature } = description
  const contract = describeContract(source, signature)
  const runtime = await loadRuntime()
  // One thread: scores are the same on every machine, and requests run beside each other by processes, not within one.
  const session = await runtime.InferenceSession.create(bytes, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    logSeverityLevel: 4,
  })
  const model = new LoadedModel(source, signature, contract, { session, Tensor: runtime.Tensor })
  if (findRowCoupling(bytes, description) === null && (await answersRowsAlike(model))) model.startBatching(batcher)
  return model
}

function describeContract({ version }: VersionSource, signature: Signature): RequestContract {
  const inputs = describeTensors(signature.inputs)
  const outputs = describeTensors(signature.outputs)
  const problems = inputs.unsupported.map(({ name, type }) => ({
    path: name,
    message: `inputs of type ${type} are not served`,
  }))
  if (outputs.tensors.length === 0) problems.push({ path: 'outputs', message: 'none is a tensor that JSON can carry' })
  if (problems.length > 0) {
    throw new TidemarkError('MODEL_REFUSED', `model ${version} cannot be served as JSON`, {
      hint: 'Export the model with tensors of float, double, integers, booleans or strings, and zipmap off.',
      problems,
    })
  }
  const byName = (tensors: readonly TensorContract[]) => new Map(tensors.map((tensor) => [tensor.name, tensor]))
  return { inputs: byName(inputs.tensors), outputs: byName(outputs.tensors) }
}

function findScoreOutput(outputs: readonly TensorContract[]): string | undefined {
  const floats = outputs.filter(({ datatype }) => datatype.name === 'FP32' || datatype.name === 'FP64')
  const named = ['probability', 'probabilities'].find((name) => floats.some((output) => output.name === name))
  return named ?? (floats.length === 1 ? floats[0]?.name : undefined)
}

async function loadRuntime(): Promise<typeof import('onnxruntime-node')> {
  const module: typeof import('onnxruntime-node') & { default?: typeof import('onnxruntime-node') } = await import(
    'onnxruntime-node'
  )
  return module.default ?? module // a CommonJS module: bundled, its names are only on `default`
}
