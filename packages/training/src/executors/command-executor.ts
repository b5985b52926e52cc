import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { TidemarkError } from '@tidemark/schemas'
import { attachedExecutor } from './attached-executor.ts'
import { runChild } from './child.ts'
import { childFailure, notStarted } from './child-failure.ts'
import { readMetrics, readModelFile } from './command-outputs.ts'
import { type CommandDirectories, commandEnvironment } from './environment.ts'
import type { Executor, JobState, TrainingJob } from './executor.ts'
import { type OpaqueModel, readOpaqueModel } from './opaque-model.ts'
import { writeTrainingRows } from './training-rows.ts'

export interface CommandOptions {
  /** Program and arguments; no shell reads them. */
  readonly command: readonly string[]
  readonly workingDirectory: string
  /** Holds `model/`, `output/` and `train/`, which are emptied before each attempt; the rows in `train/` are gone after it. */
  readonly outputDirectory: string
  readonly timeoutMs: number
  /** Default 10 s. */
  readonly graceMs?: number
  /** Names of further variables of `hostEnvironment` to pass; never credentials. */
  readonly passEnvironment?: readonly string[]
  /** Default `process.env`. */
  readonly hostEnvironment?: Readonly<Record<string, string | undefined>>
  /** The command's output as it comes, raw: whoever prints it in a job has to stop workflow commands first. */
  readonly onOutput?: (text: string) => void
  readonly signal?: AbortSignal
}

const role = {
  name: 'training command',
  code: 'TRAINING_FAILED',
  commandKey: 'train.command',
  timeoutKey: 'train.timeoutMinutes',
  lessWork: 'train on less data',
} as const

/**
 * Trains by a command of the team's, in a child process without the job's credentials. It finds its inputs by `SM_CHANNEL_<NAME>`
 * and `SM_HPS` (the feature table as `train.csv` in the channel `train`), and must write `model.onnx` to `SM_MODEL_DIR`; `metrics.json` in `TIDEMARK_OUTPUT_DIR`, names to numbers, is optional.
 */
export function commandExecutor(options: CommandOptions): Executor {
  return executorOf(options, ({ model }) => readModelFile(model))
}

/** As `commandExecutor`, for a command that writes any files to `SM_MODEL_DIR`, or names an image in `TIDEMARK_OUTPUT_DIR`. */
export function opaqueCommandExecutor(options: CommandOptions): Executor<OpaqueModel> {
  return executorOf(options, readOpaqueModel)
}

type ReadModel<M> = (directories: CommandDirectories) => Promise<M>

function executorOf<M>(options: CommandOptions, readModel: ReadModel<M>): Executor<M> {
  return attachedExecutor('command', async (job) => {
    try {
      return await runCommand(job, options, readModel)
    } catch (error) {
      if (error instanceof TidemarkError) return { state: 'failed', error, isRetryable: false }
      throw error
    }
  })
}

async function runCommand<M>(job: TrainingJob, options: CommandOptions, readModel: ReadModel<M>): Promise<JobState<M>> {
  const { command, workingDirectory, outputDirectory, timeoutMs, graceMs = 10_000, onOutput, signal } = options
  const directories = { model: join(outputDirectory, 'model'), output: join(outputDirectory, 'output') }
  const train = join(outputDirectory, 'train')
  const environment = commandEnvironment(
    { ...job, channels: { ...job.channels, train } },
    directories,
    options.hostEnvironment ?? process.env,
    options.passEnvironment ?? [],
  )
  for (const directory of [...Object.values(directories), train]) {
    await rm(directory, { recursive: true, force: true })
    await mkdir(directory, { recursive: true })
  }
  await writeTrainingRows(join(train, 'train.csv'), await job.loadTable())
  const end = await runChild({ command, workingDirectory, environment, timeoutMs, graceMs, onOutput, signal })
    .catch((cause: unknown) => {
      throw notStarted(role, command, cause)
    })
    .finally(() => rm(train, { recursive: true, force: true }))
  const failure = childFailure(role, end, timeoutMs)
  if (failure) return { state: 'failed', ...failure }
  const model = await readModel(directories)
  const metrics = await readMetrics(directories.output)
  return {
    state: 'succeeded',
    result: {
      trainer: { name: command.join(' ').slice(0, 200), version: 'at the commit' },
      model,
      parameters: job.parameters,
      metrics,
      warnings: [],
    },
  }
}
