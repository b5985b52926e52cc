import { TidemarkError } from '@tidemark/schemas'
import { embeddedTrainer } from '../embedded/onnx-export.ts'
import { type TrainOptions, trainEmbedded } from '../embedded/trainer.ts'
import { attachedExecutor } from './attached-executor.ts'
import type { Executor } from './executor.ts'

/** Trains gradient-boosted trees in this process. The job's seed is used unless its parameters name one. */
export function embeddedExecutor(options: TrainOptions = {}): Executor {
  return attachedExecutor('embedded', async (job) => {
    try {
      const trained = trainEmbedded(await job.loadTable(), { seed: job.seed, ...job.parameters }, options)
      const { model, importance, rows, warnings } = trained
      const result = {
        trainer: embeddedTrainer,
        model,
        parameters: { ...trained.parameters },
        metrics: trained.trainingMetrics,
        importance,
        rows,
        warnings,
      }
      return { state: 'succeeded', result }
    } catch (error) {
      if (error instanceof TidemarkError) return { state: 'failed', error, isRetryable: false }
      throw error
    }
  })
}
