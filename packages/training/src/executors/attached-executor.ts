import { TidemarkError } from '@tidemark/schemas'
import type { Executor, JobState, TrainingJob } from './executor.ts'

/** An executor whose jobs end before `submit` returns, in this process or a child of it: nothing is left to detach from. */
export function attachedExecutor<M>(kind: string, run: (job: TrainingJob) => Promise<JobState<M>>): Executor<M> {
  const states = new Map<string, JobState<M>>()
  return {
    kind,
    submit: async (job) => {
      states.set(job.runId, await run(job))
      return { executor: kind, id: job.runId }
    },
    poll: async ({ executor, id }) => {
      const state = executor === kind ? states.get(id) : undefined
      if (state) return state
      const error = new TidemarkError(
        'TRAINING_FAILED',
        `Run ${id} of executor ${executor} is not known to this process.`,
        {
          hint: `The ${kind} executor cannot be resumed after its job has ended: train again.`,
        },
      )
      return { state: 'failed', error, isRetryable: true }
    },
  }
}
