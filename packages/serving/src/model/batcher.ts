import type { OutputTensor } from '../protocol/inference-response.ts'
import { areAlike, joinRequests, type ModelInput, splitOutputs } from './joined-requests.ts'

/** What can be run on the tensors of one request. */
export interface Runnable {
  runAlone(request: ModelInput): Promise<OutputTensor[]>
}

/** What a request's run gave. */
export interface RunResult {
  readonly outputs: OutputTensor[]
  /** How long its answer was held up by another model's batch of the same turn. */
  readonly othersMs: number
}

interface Waiting {
  readonly model: Runnable
  readonly request: ModelInput
  readonly rows: number
  readonly resolve: (result: RunResult | Promise<RunResult>) => void
}

/** A run cannot be interrupted, so that its rows bound how long it holds up everybody else. */
export const batchRowsLimit = 64

/**
 * Runs requests that arrive in the same turn of the event loop, or while a batch runs, as one for each model. Nobody waits for
 * company: who is alone runs alone. When a batch fails, each of its requests is run by itself, so that only those fail that would
 * have failed anyway.
 *
 * Batches of one turn are answered together, and each answer says what part of its time another model took: the arm with less traffic
 * nearly always shares its turns, and would else look slower than it is.
 */
export class Batcher {
  /** Only when all versions that answer beside each other can be run in batches: else their times could not be compared. */
  isOpen = true
  #waiting: Waiting[] = []
  #isBusy = false

  /** The request's own outputs. Rejects with what running it alone throws. */
  add(model: Runnable, request: ModelInput, rows: number): Promise<RunResult> {
    return new Promise((resolve) => {
      this.#waiting.push({ model, request, rows, resolve })
      if (!this.#isBusy) this.#schedule()
    })
  }

  #schedule(): void {
    this.#isBusy = true
    setImmediate(() => void this.#runTurn())
  }

  async #runTurn(): Promise<void> {
    const batches = this.#take()
    // ONNX Runtime runs each in an immediate of its own, in this order: what lies between two ends is one model's run.
    let beganMs = performance.now()
    let lastMs = beganMs
    setImmediate(() => {
      lastMs = performance.now()
      beganMs = lastMs
    })
    const answers = await Promise.all(
      batches.map(async (batch) => {
        const outputs = await runBatch(batch)
        const startedMs = lastMs
        lastMs = performance.now()
        return { outputs, runMs: lastMs - startedMs }
      }),
    )
    for (const [b, batch] of batches.entries()) {
      const { outputs, runMs } = answers[b]!
      const othersMs = Math.max(0, lastMs - beganMs - runMs)
      for (const [i, { model, request, resolve }] of batch.entries())
        resolve(outputs ? { outputs: outputs[i]!, othersMs } : runByItself(model, request))
    }
    this.#isBusy = false
    if (this.#waiting.length > 0) this.#schedule()
  }

  /** For each model the one who waits longest, and who is like it, in order, as far as there is room. */
  #take(): Waiting[][] {
    const batches = new Map<Runnable, { readonly requests: Waiting[]; rows: number }>()
    const left: Waiting[] = []
    for (const each of this.#waiting) {
      const batch = batches.get(each.model)
      if (!batch) batches.set(each.model, { requests: [each], rows: each.rows })
      else if (batch.rows + each.rows <= batchRowsLimit && areAlike(batch.requests[0]!.request, each.request)) {
        batch.requests.push(each)
        batch.rows += each.rows
      } else left.push(each)
    }
    this.#waiting = left
    return [...batches.values()].map(({ requests }) => requests)
  }
}

/** Each request's answer, or nothing when the batch failed. Never throws. */
async function runBatch(batch: readonly Waiting[]): Promise<OutputTensor[][] | undefined> {
  const { model, request } = batch[0]!
  try {
    if (batch.length === 1) return [await model.runAlone(request)]
    const joined = joinRequests(batch.map((each) => each.request))
    const rows = batch.map((each) => each.rows)
    return splitOutputs(await model.runAlone(joined), rows)
  } catch {
    return undefined
  }
}

/** Also for a request that failed alone: what it fails with is what the caller is told. */
export async function runByItself(model: Runnable, request: ModelInput): Promise<RunResult> {
  return { outputs: await model.runAlone(request), othersMs: 0 }
}
