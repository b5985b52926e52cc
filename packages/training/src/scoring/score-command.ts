import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type ColumnTable, checkScores } from '@tidemark/models'
import { type ImageReference, TidemarkError } from '@tidemark/schemas'
import { runChild } from '../executors/child.ts'
import { childFailure, notStarted } from '../executors/child-failure.ts'
import type { CommandOptions } from '../executors/command-executor.ts'
import { findOutput } from '../executors/command-outputs.ts'
import { inheritedEnvironment } from '../executors/environment.ts'
import { writeRowsToScore } from '../executors/training-rows.ts'
import { readPredictions } from './predictions.ts'

/** An opaque model to be scored: an image, or files that `fill` puts into an empty directory. */
export type ScoredOpaqueModel =
  | { readonly image: ImageReference }
  | { readonly fill: (directory: string) => Promise<void> }

/** Rows by id. */
export interface RowsToScore extends ColumnTable {
  readonly idName: string
  /** Unique. */
  readonly ids: readonly string[]
}

const role = {
  name: 'score command',
  code: 'SCORING_FAILED',
  commandKey: 'score.command',
  timeoutKey: 'score.timeoutMinutes',
  lessWork: 'score in smaller batches',
} as const

const predictionsFile = 'predictions.csv'
/** A double's digits, sign, exponent and separators need less than 64 bytes a row beside the id. */
const mostBytesBesideId = 64

/**
 * The probability of every row, in their order, by a command of the team's in a child process without the job's credentials. It gets
 * `TIDEMARK_ROWS` (CSV: the id, then the features; never the label) and `SM_MODEL_DIR` or `TIDEMARK_IMAGE`, writes CSV to
 * `TIDEMARK_PREDICTIONS`, and is not told whose model it scores. `outputDirectory` is emptied before and removed after. Throws
 * `SCORING_FAILED` when it fails, ends late or leaves no predictions, `ROWS_MISMATCH` unless every row has exactly one,
 * `SCORE_INVALID` when one is no number in [0, 1], `PATH_REFUSED` and `FILE_TOO_LARGE`.
 */
export async function scoreByCommand(
  model: ScoredOpaqueModel,
  rows: RowsToScore,
  options: CommandOptions,
): Promise<Float64Array> {
  const { outputDirectory } = options
  await rm(outputDirectory, { recursive: true, force: true })
  try {
    return await score(model, rows, options)
  } finally {
    await rm(outputDirectory, { recursive: true, force: true })
  }
}

async function score(model: ScoredOpaqueModel, rows: RowsToScore, options: CommandOptions): Promise<Float64Array> {
  const { command, workingDirectory, outputDirectory, timeoutMs, graceMs = 10_000, onOutput, signal } = options
  const [input, output] = [join(outputDirectory, 'input'), join(outputDirectory, 'output')]
  for (const directory of [input, output]) await mkdir(directory, { recursive: true })
  await writeRowsToScore(join(input, 'rows.csv'), rows, rows)
  const environment: Record<string, string> = {
    ...inheritedEnvironment(options.hostEnvironment ?? process.env, options.passEnvironment),
    TIDEMARK_ROWS: join(input, 'rows.csv'),
    TIDEMARK_PREDICTIONS: join(output, predictionsFile),
  }
  if ('image' in model) environment.TIDEMARK_IMAGE = `${model.image.name}@sha256:${model.image.digest}`
  else {
    environment.SM_MODEL_DIR = join(outputDirectory, 'model')
    await mkdir(environment.SM_MODEL_DIR)
    await model.fill(environment.SM_MODEL_DIR)
  }
  const end = await runChild({ command, workingDirectory, environment, timeoutMs, graceMs, onOutput, signal }).catch(
    (cause: unknown) => {
      throw notStarted(role, command, cause)
    },
  )
  const failure = childFailure(role, end, timeoutMs)
  if (failure) throw failure.error
  const scores = await readScores(output, rows)
  checkScores(scores, rows.ids)
  return scores
}

async function readScores(output: string, { idName, ids }: RowsToScore): Promise<Float64Array> {
  // Every byte of an id may be a quote, which is written twice.
  const mostBytes = ids.reduce((sum, id) => sum + 2 * Buffer.byteLength(id) + mostBytesBesideId, 4096)
  if (await findOutput(output, predictionsFile, mostBytes))
    return readPredictions(join(output, predictionsFile), { idName, ids })
  throw new TidemarkError('SCORING_FAILED', 'The score command ended well but left no predictions.', {
    hint: 'Write them to the file that TIDEMARK_PREDICTIONS names.',
  })
}
