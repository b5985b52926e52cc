import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { TidemarkError } from '@tidemark/schemas'
import { attachedExecutor } from './attached-executor.ts'
import { type ChildEnd, runChild } from './child.ts'
import { readMetrics, readModelFile } from './command-outputs.ts'
import { commandEnvironment } from './environment.ts'
import type { Executor, JobState, TrainingJob } from './executor.ts'
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

/** By this exit code a command says that trying again will not help. */
const doNotRetry = 42

/**
 * Trains by a command of the team's, in a child process without the job's credentials. It finds its inputs by `SM_CHANNEL_<NAME>`
 * and `SM_HPS` (the feature table as `train.csv` in the channel `train`), and must write `model.onnx` to `SM_MODEL_DIR`; `metrics.json` in `TIDEMARK_OUTPUT_DIR`, names to numbers, is optional.
 */
export function commandExecutor(options: CommandOptions): Executor {
  return attachedExecutor('command', async (job) => {
    try {
      return await runCommand(job, options)
    } catch (error) {
      if (error instanceof TidemarkError) return { state: 'failed', error, isRetryable: false }
      throw error
    }
  })
}

async function runCommand(job: TrainingJob, options: CommandOptions): Promise<JobState> {
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
      throw new TidemarkError(
        'TRAINING_FAILED',
        `The training command ${JSON.stringify(command[0] ?? '')} could not be started.`,
        {
          hint: 'Check train.command in model.yaml, and that an earlier step installs the program.',
          cause,
        },
      )
    })
    .finally(() => rm(train, { recursive: true, force: true }))
  const failure = describeFailure(end, timeoutMs)
  if (failure) {
    const lines = end.tail.trimEnd().split('\n').slice(-20).join('\n')
    const error = new TidemarkError('TRAINING_FAILED', failure.message, {
      hint: failure.hint,
      problems: lines === '' ? [] : [{ path: 'last output', message: lines }],
    })
    return { state: 'failed', error, isRetryable: failure.isRetryable }
  }
  const model = await readModelFile(directories.model)
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

function describeFailure(
  { exitCode, signal, stopped }: ChildEnd,
  timeoutMs: number,
): { readonly message: string; readonly hint: string; readonly isRetryable: boolean } | undefined {
  if (stopped === 'timeout') {
    const hint = 'Raise train.timeoutMinutes in model.yaml, or train on less data.'
    return { message: `The training command was stopped after ${timeoutMs / 1000} s.`, hint, isRetryable: false }
  }
  if (stopped === 'cancelled')
    return { message: 'The training command was cancelled.', hint: 'Run the job again.', isRetryable: false }
  if (exitCode === 0) return undefined
  if (exitCode === doNotRetry) {
    const hint = 'The command said that trying again does not help (exit code 42): correct what its output names.'
    return { message: 'The training command failed for good.', hint, isRetryable: false }
  }
  const how = exitCode === null ? `was ended by ${signal}` : `failed with exit code ${exitCode}`
  const hint =
    signal === 'SIGKILL'
      ? 'It was probably out of memory: train on less data, or on a larger runner.'
      : 'See its output.'
  return { message: `The training command ${how}.`, hint, isRetryable: true }
}
