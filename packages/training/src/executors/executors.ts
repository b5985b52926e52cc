import { TidemarkError } from '@tidemark/schemas'
import type { TrainOptions } from '../embedded/trainer.ts'
import { type CommandOptions, commandExecutor } from './command-executor.ts'
import { embeddedExecutor } from './embedded-executor.ts'
import type { Executor } from './executor.ts'

export interface ExecutorOptions extends TrainOptions {
  /** Required by the kind `command`. */
  readonly command?: CommandOptions
}

const toCome = ['container', 'kubernetes', 'kubeflow', 'ray', 'airflow', 'argo']

/** The executor a policy names. Throws `POLICY_INVALID` for kinds that are unknown or not there yet. */
export function openExecutor(kind: string, { command, ...options }: ExecutorOptions = {}): Executor {
  if (kind === 'embedded') return embeddedExecutor(options)
  if (kind === 'command' && command && command.command.length > 0) return commandExecutor(command)
  const message =
    kind === 'command'
      ? 'The executor `command` has no command to run.'
      : `The executor ${JSON.stringify(kind)} is ${toCome.includes(kind) ? 'not available yet' : 'unknown'}.`
  const hint =
    kind === 'command'
      ? 'Set train.command in model.yaml.'
      : 'Set train.executor to `embedded` or `command`; a command can submit to a cluster and wait for it.'
  throw new TidemarkError('POLICY_INVALID', message, { hint })
}
