import { setTimeout } from 'node:timers/promises'
import type { Json, TidemarkError } from '@tidemark/schemas'
import type { TrainingTable } from '../embedded/training-table.ts'

/** What is to be trained; the same job gives the same model as far as the training code is deterministic. */
export interface TrainingJob {
  readonly runId: string
  readonly seed: number
  readonly parameters: Readonly<Record<string, Json>>
  /** Directories of input files by channel name, such as `train`. */
  readonly channels: Readonly<Record<string, string>>
  /** The feature table, made only for executors that train from one. */
  readonly loadTable: () => Promise<TrainingTable>
}

/** Names a job at its executor; plain data, so that another process can go on polling. */
export interface Submission {
  readonly executor: string
  readonly id: string
}

/** `M` is the form of the model: bytes of ONNX, or what an opaque model is. */
export interface TrainingResult<M = Uint8Array> {
  /** What trained, and in which version of its method: a number that grows when the same input would give another model. */
  readonly trainer: { readonly name: string; readonly version: string }
  /** A verified ONNX file, or an `OpaqueModel`. */
  readonly model: M
  readonly parameters: Readonly<Record<string, Json>>
  readonly metrics: Readonly<Record<string, number>>
  /** Each feature's share of what was learned, where the trainer says. */
  readonly importance?: Readonly<Record<string, number>>
  readonly rows?: number
  readonly warnings: readonly string[]
}

export type JobState<M = Uint8Array> =
  | { readonly state: 'running' }
  | { readonly state: 'succeeded'; readonly result: TrainingResult<M> }
  | { readonly state: 'failed'; readonly error: TidemarkError; readonly isRetryable: boolean }

/** Where a training runs. A submission may take longer than the process that made it. */
export interface Executor<M = Uint8Array> {
  readonly kind: string
  /** Submitting the same job again gives the same submission. */
  submit(job: TrainingJob): Promise<Submission>
  poll(submission: Submission): Promise<JobState<M>>
}

/** Runs a job to its end and returns its result; throws its error after the last attempt, or at once if a retry cannot help. */
export async function runJob<M>(
  executor: Executor<M>,
  job: TrainingJob,
  { attempts = 1, pollMs = 1000 }: { readonly attempts?: number; readonly pollMs?: number } = {},
): Promise<TrainingResult<M>> {
  for (let attempt = 1; ; attempt++) {
    const submission = await executor.submit(job)
    let state = await executor.poll(submission)
    while (state.state === 'running') {
      await setTimeout(pollMs)
      state = await executor.poll(submission)
    }
    if (state.state === 'succeeded') return state.result
    if (attempt >= attempts || !state.isRetryable) throw state.error
  }
}
