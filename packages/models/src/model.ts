import { sha256, TidemarkError } from '@tidemark/schemas'
import type { InferenceSession } from 'onnxruntime-node'
import type { ColumnTable } from './column-table.ts'
import { type Binding, createFeeds, matchColumns } from './feeds.ts'
import { inspectModel, type ModelDescription } from './inspection.ts'
import { unreadableModel } from './onnx/unreadable.ts'
import { checkScores, chooseOutput, readProbabilities } from './probabilities.ts'
import { findRepeatedRows, pickRows } from './repeated-rows.ts'
import { loadRuntime } from './runtime.ts'

export interface ScoreOptions {
  /** Rows scored at once; bounds memory. Default 32768. */
  readonly batchRows?: number
  /** Names rows in errors; their number from 0 by default. */
  readonly rowIds?: ArrayLike<string | number | bigint>
  /** What becomes of a score that is no probability: an error, or NaN where its absence is itself what is watched. Default `refuse`. */
  readonly invalid?: 'refuse' | 'nan'
  readonly onProgress?: (progress: { readonly done: number; readonly rows: number }) => void
}

/** A loaded model. Hold it while scoring, then `close` it: its memory is outside JavaScript's heap. */
export interface Model {
  readonly digest: string
  readonly description: ModelDescription
  /**
   * The positive class's probability of every row. Throws `SIGNATURE_MISMATCH` when the table's columns are not the model's inputs,
   * and `SCORE_INVALID` when a score is not a number within [0, 1] and `invalid` does not say otherwise.
   */
  score(table: ColumnTable, options?: ScoreOptions): Promise<Float64Array>
  close(): Promise<void>
}

const defaultBatchRows = 32_768

/**
 * Loads a model from bytes whose SHA-256 is as expected; nothing is read from disk, so what was verified is what runs.
 * Throws `DIGEST_MISMATCH`, what `inspectModel` throws, and `MODEL_UNREADABLE` when ONNX Runtime does not take it.
 */
export async function openModel(
  bytes: Uint8Array,
  { expectedSha256 }: { readonly expectedSha256: string },
): Promise<Model> {
  const digest = sha256(bytes)
  if (digest !== expectedSha256) {
    throw new TidemarkError('DIGEST_MISMATCH', `The model's SHA-256 is ${digest}, expected ${expectedSha256}.`, {
      hint: 'The file is not the one on record: fetch it again, and do not use this one.',
    })
  }
  const description = inspectModel(bytes)
  const { InferenceSession, Tensor } = await loadRuntime()
  let session: InferenceSession
  try {
    // One thread: sums over trees are then always taken in the same order, and scores are the same on every machine.
    session = await InferenceSession.create(bytes, { intraOpNumThreads: 1, interOpNumThreads: 1, logSeverityLevel: 3 })
  } catch (error) {
    throw unreadableModel(
      bytes,
      `ONNX Runtime refuses it (${error instanceof Error ? error.message : String(error)})`,
      error,
    )
  }
  const { signature } = description
  const run = async (
    bindings: readonly Binding[],
    rows: number,
    { batchRows = defaultBatchRows, rowIds, onProgress }: ScoreOptions,
  ): Promise<Float64Array> => {
    const output = chooseOutput(signature)
    const scores = new Float64Array(rows)
    for (let start = 0; start < rows; start += batchRows) {
      const end = Math.min(start + batchRows, rows)
      const feeds = createFeeds(Tensor, bindings, start, end, rowIds)
      const results = await session.run(feeds, [output.name])
      readProbabilities(results[output.name], scores.subarray(start, end))
      for (const tensor of [...Object.values(feeds), ...Object.values(results)]) tensor.dispose()
      onProgress?.({ done: end, rows })
    }
    return scores
  }
  /** Rows with the same features have the same score: each combination is scored once. */
  const runDistinct = async (bindings: readonly Binding[], rows: number, options: ScoreOptions) => {
    const repeated = findRepeatedRows(
      bindings.map(({ column }) => column),
      rows,
    )
    if (repeated === undefined) return run(bindings, rows, options)
    const { firstRows, combinations } = repeated
    const { rowIds, onProgress } = options
    const found = await run(
      bindings.map(({ input, column }) => ({ input, column: pickRows(column, firstRows) })),
      firstRows.length,
      {
        ...options,
        rowIds: Array.from(firstRows, (row) => rowIds?.[row] ?? row),
        onProgress: ({ done }) => onProgress?.({ done: Math.floor((done / firstRows.length) * rows), rows }),
      },
    )
    const scores = new Float64Array(rows)
    for (let row = 0; row < rows; row++) scores[row] = found[combinations[row]!]!
    return scores
  }
  const score = async (table: ColumnTable, options: ScoreOptions = {}): Promise<Float64Array> => {
    chooseOutput(signature)
    const scores = await runDistinct(matchColumns(signature, table), table.rows, options)
    if (options.invalid !== 'nan') checkScores(scores, options.rowIds)
    else
      scores.forEach((score, row) => {
        if (!(score >= 0 && score <= 1)) scores[row] = Number.NaN
      })
    return scores
  }
  return { digest, description, score, close: () => session.release() }
}
