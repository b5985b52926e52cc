import type { ColumnTable } from '@tidemark/models'
import { canonicalJson } from '@tidemark/schemas'
import { type BinnedFeature, binCategories, binNumbers } from './binning.ts'
import { boost } from './boosting.ts'
import { applyEncoding, encodeCategories } from './encoding.ts'
import { predictForest } from './forest.ts'
import { groupRows } from './grouping.ts'
import { exportOnnx, type FeatureInput } from './onnx-export.ts'
import { type EmbeddedParameters, resolveParameters } from './parameters.ts'
import { checkTrainingTable, failure, type TrainingTable } from './training-table.ts'

export interface TrainedModel {
  /** An ONNX file; the same table, parameters and seed give the same bytes. */
  readonly model: Uint8Array
  readonly parameters: EmbeddedParameters
  /** Means over the training rows: optimistic, for following a training, not for judging a model. */
  readonly trainingMetrics: { readonly log_loss: number; readonly brier: number; readonly positive_rate: number }
  /** Each feature's share of all splits' gain; sums to 1 unless nothing was split. */
  readonly importance: Readonly<Record<string, number>>
  readonly rows: number
  /** What the trainer noticed, such as a feature that is constant. */
  readonly warnings: readonly string[]
  /** The trainer's own probabilities for a table of the same columns, to check the exported model against. */
  readonly predict: (table: ColumnTable) => Float64Array
}

export interface TrainOptions {
  readonly onProgress?: (progress: { readonly done: number; readonly trees: number }) => void
}

/**
 * Trains gradient-boosted decision trees for a 0/1 label, in this thread, and exports them to ONNX.
 * Throws `POLICY_INVALID` for parameters it does not know and `TRAINING_FAILED` for a table nothing can be learned from.
 */
export function trainEmbedded(
  table: TrainingTable,
  given: Readonly<Record<string, unknown>> = {},
  { onProgress }: TrainOptions = {},
): TrainedModel {
  const parameters = resolveParameters(given)
  const { positives } = checkTrainingTable(table)
  const prepared = prepareFeatures(table, positives / table.rows, parameters)
  const features = prepared.map(({ binned }) => binned)
  const inputs = prepared.map(({ input }) => input)
  const constant = features.filter(({ isConstant }) => isConstant)
  if (constant.length === features.length) {
    throw failure(
      'No feature tells rows apart: each has one value in all rows, or a category of its own for every row.',
      'Check the joins and the WHERE clause of features.sql, and leave out ids.',
    )
  }
  const groups = groupRows(features, table.labels)
  const { forest, gains, logLoss, brier } = boost(features, groups, parameters, (done) =>
    onProgress?.({ done, trees: parameters.trees }),
  )
  const totalGain = gains.reduce((sum, gain) => sum + gain, 0)
  const importance = Object.fromEntries(inputs.map(({ name }, i) => [name, totalGain > 0 ? gains[i]! / totalGain : 0]))
  return {
    model: exportOnnx(inputs, forest, { 'tidemark.parameters': canonicalJson(parameters) }),
    parameters,
    trainingMetrics: { log_loss: logLoss, brier, positive_rate: positives / table.rows },
    importance,
    rows: table.rows,
    warnings: constant.map(({ name }) => `feature ${name} has the same value in all rows`),
    predict: (scored) => predictForest(forest, valuesOf(inputs, scored), scored.rows),
  }
}

function prepareFeatures(
  { columns, labels }: TrainingTable,
  prior: number,
  parameters: EmbeddedParameters,
): { readonly input: FeatureInput; readonly binned: BinnedFeature }[] {
  return columns.map((column) => {
    const { name, kind } = column
    if (kind === 'number') return { input: { name, kind }, binned: binNumbers(column, parameters) }
    const encoded = encodeCategories(column, labels, prior, parameters)
    return {
      input: { name, kind, encoding: encoded.encoding },
      binned: binCategories(name, encoded, parameters.max_bins),
    }
  })
}

function valuesOf(inputs: readonly FeatureInput[], { columns }: ColumnTable): Float32Array[] {
  return inputs.map((input) => {
    const column = columns.find(({ name }) => name === input.name)
    if (input.kind === 'number' && column?.kind === 'number') return Float32Array.from(column.values)
    if (input.kind === 'string' && column?.kind === 'string') return applyEncoding(input.encoding, column)
    throw new TypeError(`no ${input.kind} column ${input.name}`)
  })
}
