import { type Problem, type Signature, TidemarkError } from '@tidemark/schemas'
import { LimitExceeded, type ModelContents, readModel } from './onnx/reader.ts'
import { recogniseOtherFormat, unreadableModel } from './onnx/unreadable.ts'
import { markOptionalInputs } from './signature.ts'

/** What a model file holds, without loading it. */
export interface ModelDescription {
  readonly sizeBytes: number
  readonly irVersion: number
  readonly producer: { readonly name: string; readonly version: string }
  readonly opsets: readonly { readonly domain: string; readonly version: number }[]
  readonly nodes: number
  /** By domain and name, as in `ai.onnx.ml` `TreeEnsembleRegressor`; ONNX's own domain is `ai.onnx`. Sorted. */
  readonly operators: readonly { readonly domain: string; readonly opType: string; readonly uses: number }[]
  readonly initializers: { readonly count: number; readonly sizeBytes: number }
  readonly metadata: Readonly<Record<string, string>>
  readonly signature: Signature
}

const limits = { nodes: 100_000, depth: 8, entries: 100_000 }
const acceptedDomains = new Set(['', 'ai.onnx', 'ai.onnx.ml'])

/**
 * Describes an ONNX model from its bytes; nothing of it is run.
 * Throws `MODEL_UNREADABLE` when the bytes are not ONNX, and `MODEL_REFUSED` for external data, operators outside ONNX's own
 * domains, local functions, optional inputs that cannot be, and graphs nested or sized beyond any model of tabular data. All refusals are reported together.
 */
export function inspectModel(bytes: Uint8Array): ModelDescription {
  if (recogniseOtherFormat(bytes)) throw unreadableModel(bytes, '')
  const contents = read(bytes)
  if (contents.nodes === 0 || contents.opsets.length === 0) {
    throw unreadableModel(
      bytes,
      contents.graphs === 0 ? 'it holds no graph' : 'its graph has no nodes or no operator set',
    )
  }
  const metadata = Object.fromEntries(contents.metadata)
  // Before IR version 4 initializers were listed among the inputs too; a caller does not pass them.
  const passed = contents.inputs.filter(({ name }) => !contents.initializers.has(name))
  const { inputs, problems } = markOptionalInputs(passed, metadata)
  refuse(contents, problems)
  const operators = [...contents.operators]
    .map(([key, uses]) => {
      const [domain = '', opType = ''] = splitOnce(key)
      return { domain: domain || 'ai.onnx', opType, uses }
    })
    .sort((a, b) => compareText(a.domain, b.domain) || compareText(a.opType, b.opType))
  return {
    sizeBytes: bytes.length,
    irVersion: contents.irVersion,
    producer: contents.producer,
    opsets: contents.opsets,
    nodes: contents.nodes,
    operators,
    initializers: { count: contents.initializers.size, sizeBytes: contents.initializerBytes },
    metadata,
    signature: { inputs, outputs: contents.outputs },
  }
}

function read(bytes: Uint8Array): ModelContents {
  try {
    return readModel(bytes, limits)
  } catch (error) {
    if (error instanceof LimitExceeded) {
      throw new TidemarkError('MODEL_REFUSED', `The model is refused: ${error.message}.`, {
        hint: 'Simplify the export (for example with onnxsim); models of this size are not scored here.',
      })
    }
    throw unreadableModel(bytes, error instanceof Error ? error.message : String(error), error)
  }
}

function refuse(contents: ModelContents, optionalInputs: readonly Problem[]): void {
  const problems: Problem[] = [...optionalInputs]
  const external = contents.externalTensors
  if (external.length > 0) {
    const message = `${external.length} tensors keep their values in another file, such as ${JSON.stringify(external[0])}`
    problems.push({
      path: 'external data',
      message: `${message}; save the model as one file (onnx.save with save_as_external_data=False)`,
    })
  }
  const custom = [...contents.operators.keys()].filter((key) => !acceptedDomains.has(splitOnce(key)[0] ?? ''))
  if (custom.length > 0) {
    const names = custom.slice(0, 5).map((key) => splitOnce(key).join(' '))
    problems.push({
      path: 'operators',
      message: `${names.join(', ')}: only operators of ai.onnx and ai.onnx.ml are run; export without custom operators`,
    })
  }
  if (contents.functions > 0) {
    problems.push({
      path: 'functions',
      message: `${contents.functions} local functions; inline them with onnx.inliner.inline_local_functions`,
    })
  }
  if (problems.length === 0) return
  throw new TidemarkError('MODEL_REFUSED', `The model is refused: ${problems.map(({ path }) => path).join(', ')}.`, {
    hint: 'Export a self-contained model of standard operators; see the problems for how.',
    problems,
  })
}

/** Operator types hold no colon, domains do not either; a domain that does would be refused anyway. */
function splitOnce(key: string): [string, string] {
  const at = key.lastIndexOf(':')
  return [key.slice(0, at), key.slice(at + 1)]
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
