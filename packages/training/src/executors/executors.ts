import { TidemarkError } from '@tidemark/schemas'
import type { TrainOptions } from '../embedded/trainer.ts'
import { type CommandOptions, commandExecutor, opaqueCommandExecutor } from './command-executor.ts'
import { embeddedExecutor } from './embedded-executor.ts'
import type { Executor } from './executor.ts'
import type { OpaqueModel } from './opaque-model.ts'

export interface ExecutorOptions extends TrainOptions {
  /** Required by the kind `command`. */
  readonly command?: CommandOptions
}

const toCome = ['container', 'kubernetes', 'kubeflow', 'ray', 'airflow', 'argo']

/** The executor a policy names. Throws `POLICY_INVALID` for kinds that are unknown or not there yet. */
export function openExecutor(kind: string, { command, ...options }: ExecutorOptions = {}): Executor {
  if (kind === 'embedded') return embeddedExecutor(options)
  if (kind === 'command' && hasCommand(command)) return commandExecutor(command)
  throw unavailable(kind)
}

/** As `openExecutor`, for opaque models: only a command can make one. */
export function openOpaqueExecutor(kind: string, { command }: Pick<ExecutorOptions, 'command'>): Executor<OpaqueModel> {
  if (kind === 'command' && hasCommand(command)) return opaqueCommandExecutor(command)
  if (kind !== 'embedded') throw unavailable(kind)
  throw new TidemarkError(
    'POLICY_INVALID',
    'The embedded trainer makes ONNX models, and model.yaml says kind: opaque.',
    {
      hint: 'Set train.executor to `command` and train.command to what writes your model, or leave kind out.',
    },
  )
}

const hasCommand = (command: CommandOptions | undefined): command is CommandOptions =>
  command !== undefined && command.command.length > 0

function unavailable(kind: string): TidemarkError {
  const message =
    kind === 'command'
      ? 'The executor `command` has no command to run.'
      : `The executor ${JSON.stringify(kind)} is ${toCome.includes(kind) ? 'not available yet' : 'unknown'}.`
  const hint =
    kind === 'command'
      ? 'Set train.command in model.yaml.'
      : 'Set train.executor to `embedded` or `command`; a command can submit to a cluster and wait for it.'
  return new TidemarkError('POLICY_INVALID', message, { hint })
}
