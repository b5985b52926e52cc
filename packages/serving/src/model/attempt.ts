import type { InferenceSeries } from '../observe/metrics.ts'
import type { InferenceRequest } from '../protocol/inference-request.ts'
import { areFinite, type OutputTensor } from '../protocol/inference-response.ts'
import type { LoadedModel } from './loaded-model.ts'

/** A loaded model with the counters of the arm that it serves. */
export interface Served {
  readonly model: LoadedModel
  readonly series: InferenceSeries
}

/** What one arm made of a request. */
export interface Attempt {
  /** Undefined when there is no answer that could be given. */
  readonly outputs: readonly OutputTensor[] | undefined
  readonly scores: ArrayLike<number>
  readonly isNonFinite: boolean
  readonly latencyMs: number
  /** Without what another model's batch took of it, which is no property of this one. */
  readonly ownMs: number
}

/** Asks one model. Never throws: a model that does is one without an answer. */
export async function attempt({ model, series }: Served, request: InferenceRequest, startMs: number): Promise<Attempt> {
  model.acquire()
  let outputs: OutputTensor[] | undefined
  let othersMs = 0
  try {
    const result = await model.run(request)
    outputs = result.outputs
    othersMs = result.othersMs
  } catch {
    // Whatever a model throws, the request has no answer from it: that is all there is to know here.
  } finally {
    model.release()
  }
  const isNonFinite = outputs !== undefined && !areFinite(outputs)
  const latencyMs = performance.now() - startMs
  const ownMs = latencyMs - othersMs
  series.durationMs.add(latencyMs)
  if (!outputs || isNonFinite) {
    series.failure++
    return { outputs: undefined, scores: [], isNonFinite, latencyMs, ownMs }
  }
  series.success++
  return { outputs, scores: readScores(model, outputs), isNonFinite, latencyMs, ownMs }
}

/** The positive class's probability of every row: [N], [N,1], or [N,2] with it second. Nothing for outputs of another form. */
function readScores({ scoreOutput }: LoadedModel, outputs: readonly OutputTensor[]): ArrayLike<number> {
  const output = scoreOutput === undefined ? undefined : outputs.find(({ contract }) => contract.name === scoreOutput)
  if (!output || !(output.data instanceof Float32Array || output.data instanceof Float64Array)) return []
  const { data, dims } = output
  if (dims.length === 1 || (dims.length === 2 && dims[1] === 1)) return data
  if (dims.length === 2 && dims[1] === 2) return data.filter((_, i) => i % 2 === 1)
  return []
}
