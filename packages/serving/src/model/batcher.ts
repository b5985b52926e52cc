import type { OutputTensor } from '../protocol/inference-response.ts'
import { areAlike, joinRequests, type ModelInput, splitOutputs } from './joined-requests.ts'

interface Waiting {
  readonly request: ModelInput
  readonly rows: number
  readonly resolve: (outputs: OutputTensor[] | Promise<OutputTensor[]>) => void
}

/** A run cannot be interrupted, so that its rows bound how long it holds up everybody else. */
export const batchRowsLimit = 64

/**
 * Runs requests that arrive in the same turn of the event loop, or while the model runs, as one. Nobody waits for company: who is
 * alone runs alone. When a batch fails, each of its requests is run by itself, so that only those fail that would have failed anyway.
 */
export class Batcher {
  readonly #run: (request: ModelInput) => Promise<OutputTensor[]>
  #waiting: Waiting[] = []
  #isBusy = false

  constructor(run: (request: ModelInput) => Promise<OutputTensor[]>) {
    this.#run = run
  }

  /** The request's own outputs. Rejects with what running it alone throws. */
  add(request: ModelInput, rows: number): Promise<OutputTensor[]> {
    return new Promise((resolve) => {
      this.#waiting.push({ request, rows, resolve })
      if (!this.#isBusy) this.#schedule()
    })
  }

  #schedule(): void {
    this.#isBusy = true
    setImmediate(() => void this.#runNext())
  }

  async #runNext(): Promise<void> {
    const batch = this.#take()
    try {
      await this.#answer(batch)
    } finally {
      this.#isBusy = false
      if (this.#waiting.length > 0) this.#schedule()
    }
  }

  async #answer(batch: readonly Waiting[]): Promise<void> {
    const requests = batch.map(({ request }) => request)
    const parts = batch.length > 1 ? await this.#runTogether(batch, requests) : undefined
    for (const [i, { request, resolve }] of batch.entries()) resolve(parts?.[i] ?? this.#run(request))
  }

  async #runTogether(
    batch: readonly Waiting[],
    requests: readonly ModelInput[],
  ): Promise<OutputTensor[][] | undefined> {
    try {
      const rows = batch.map((each) => each.rows)
      return splitOutputs(await this.#run(joinRequests(requests)), rows)
    } catch {
      return undefined
    }
  }

  /** The one who waits longest, and who is like it, in order, as far as there is room. */
  #take(): Waiting[] {
    const batch: Waiting[] = []
    const left: Waiting[] = []
    let rows = 0
    for (const each of this.#waiting) {
      const fits =
        batch.length === 0 || (rows + each.rows <= batchRowsLimit && areAlike(batch[0]!.request, each.request))
      if (fits) {
        batch.push(each)
        rows += each.rows
      } else left.push(each)
    }
    this.#waiting = left
    return batch
  }
}
