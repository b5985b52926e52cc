import type { OutputTensor } from '../protocol/inference-response.ts'
import { areAlike, joinRequests, type ModelInput, splitOutputs } from './joined-requests.ts'

/** What can be run on the tensors of one request. */
export interface Runnable {
  runAlone(request: ModelInput): Promise<OutputTensor[]>
}

interface Waiting {
  readonly model: Runnable
  readonly request: ModelInput
  readonly rows: number
  readonly resolve: (outputs: OutputTensor[] | Promise<OutputTensor[]>) => void
}

/** A run cannot be interrupted, so that its rows bound how long it holds up everybody else. */
export const batchRowsLimit = 64

/**
 * Runs requests that arrive in the same turn of the event loop, or while a batch runs, as one for each model. Nobody waits for
 * company: who is alone runs alone. When a batch fails, each of its requests is run by itself, so that only those fail that would
 * have failed anyway. Batches of one turn are answered together: were one answered before the other is run, the arm with less
 * traffic would look slower than it is.
 */
export class Batcher {
  #waiting: Waiting[] = []
  #isBusy = false

  /** The request's own outputs. Rejects with what running it alone throws. */
  add(model: Runnable, request: ModelInput, rows: number): Promise<OutputTensor[]> {
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
    const answers = await Promise.all(batches.map(runBatch))
    for (const [b, batch] of batches.entries()) {
      for (const [i, { model, request, resolve }] of batch.entries())
        resolve(answers[b]?.[i] ?? model.runAlone(request))
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
async function runBatch(
  batch: readonly Waiting[],
): Promise<readonly (OutputTensor[] | Promise<OutputTensor[]>)[] | undefined> {
  const { model, request } = batch[0]!
  if (batch.length === 1) {
    const answer = model.runAlone(request)
    await Promise.allSettled([answer])
    return [answer]
  }
  try {
    const joined = joinRequests(batch.map((each) => each.request))
    const rows = batch.map((each) => each.rows)
    return splitOutputs(await model.runAlone(joined), rows)
  } catch {
    return undefined
  }
}
