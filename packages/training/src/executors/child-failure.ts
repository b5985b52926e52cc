import { TidemarkError } from '@tidemark/schemas'
import type { ChildEnd } from './child.ts'

/** What a command is for, as messages name it. */
export interface CommandRole {
  /** Such as `training command`. */
  readonly name: string
  readonly code: 'TRAINING_FAILED' | 'SCORING_FAILED'
  /** Keys of model.yaml. */
  readonly commandKey: string
  readonly timeoutKey: string
  /** What helps where time or memory is short, in the imperative. */
  readonly lessWork: string
}

/** By this exit code a command says that trying again will not help. */
const doNotRetry = 42

/** Why a command that ran did not do its work, with the end of its output; undefined where it did. */
export function childFailure(
  role: CommandRole,
  end: ChildEnd,
  timeoutMs: number,
): { readonly error: TidemarkError; readonly isRetryable: boolean } | undefined {
  const failure = describeFailure(role, end, timeoutMs)
  if (failure === undefined) return undefined
  const lines = end.tail.trimEnd().split('\n').slice(-20).join('\n')
  const error = new TidemarkError(role.code, failure.message, {
    hint: failure.hint,
    problems: lines === '' ? [] : [{ path: 'last output', message: lines }],
  })
  return { error, isRetryable: failure.isRetryable }
}

/** The error of a command whose program could not be run at all. */
export function notStarted({ name, code, commandKey }: CommandRole, command: readonly string[], cause: unknown): Error {
  return new TidemarkError(code, `The ${name} ${JSON.stringify(command[0] ?? '')} could not be started.`, {
    hint: `Check ${commandKey} in model.yaml, and that an earlier step installs the program.`,
    cause,
  })
}

function describeFailure(
  { name, timeoutKey, lessWork }: CommandRole,
  { exitCode, signal, stopped }: ChildEnd,
  timeoutMs: number,
): { readonly message: string; readonly hint: string; readonly isRetryable: boolean } | undefined {
  if (stopped === 'timeout') {
    const hint = `Raise ${timeoutKey} in model.yaml, or ${lessWork}.`
    return { message: `The ${name} was stopped after ${timeoutMs / 1000} s.`, hint, isRetryable: false }
  }
  if (stopped === 'cancelled')
    return { message: `The ${name} was cancelled.`, hint: 'Run the job again.', isRetryable: false }
  if (exitCode === 0) return undefined
  if (exitCode === doNotRetry) {
    const hint = 'The command said that trying again does not help (exit code 42): correct what its output names.'
    return { message: `The ${name} failed for good.`, hint, isRetryable: false }
  }
  const how = exitCode === null ? `was ended by ${signal}` : `failed with exit code ${exitCode}`
  const hint =
    signal === 'SIGKILL' ? `It was probably out of memory: ${lessWork}, or on a larger runner.` : 'See its output.'
  return { message: `The ${name} ${how}.`, hint, isRetryable: true }
}
