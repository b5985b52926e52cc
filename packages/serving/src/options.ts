import { randomBytes } from 'node:crypto'
import { Name, type Problem, TidemarkError } from '@tidemark/schemas'
import type { ModelSource } from './assignment.ts'
import type { CreateHarmJudge, HarmVerdict } from './observe/harm.ts'
import type { PredictionLogOptions } from './observe/prediction-log.ts'
import type { TelemetrySink } from './observe/telemetry.ts'
import type { LocalClock } from './routing/lease.ts'

export interface ServerLimits {
  /** Of one request's body. Default 1 MiB. */
  readonly bodyBytes: number
  /** Of all bodies that are arriving. Default 64 MiB. */
  readonly bufferedBytes: number
  /** Requests that are answered at once. Default 64. */
  readonly concurrency: number
  /** Requests that may wait for that; more get 429. Default 512. */
  readonly queueLength: number
  readonly connections: number
  /** For all headers, and for the whole request; then 408. Default 10 s and 30 s. */
  readonly headersTimeoutMs: number
  readonly requestTimeoutMs: number
  readonly keepAliveTimeoutMs: number
  /** For requests under way when the server stops. Default 10 s. */
  readonly drainTimeoutMs: number
  /** For an answer of the source, and for a model to arrive. Default 120 s. */
  readonly sourceTimeoutMs: number
}

export interface ServerOptions {
  readonly channel: string
  readonly models: readonly { readonly name: string; readonly source: ModelSource }[]
  /** Default 127.0.0.1: who wants to be reached from elsewhere says so. */
  readonly host?: string
  /** Default 8080; 0 takes a free one. */
  readonly port?: number
  /** Between two looks at a source. Default 15,000. */
  readonly pollMs?: number
  /** Names its telemetry; two processes must not share it. Default: a random one, for each process. */
  readonly instance?: string
  /** A folder for verified model files, so that the server can start while its source is unreachable. */
  readonly cacheFolder?: string
  readonly log?: PredictionLogOptions
  /** Where counts go, and how often a window of them ends. Default 60,000. */
  readonly telemetry?: { readonly sink?: TelemetrySink; readonly windowMs?: number }
  /** Default: the rollout's judge. */
  readonly createHarmJudge?: CreateHarmJudge
  readonly limits?: Partial<ServerLimits>
  readonly clock?: LocalClock
  readonly onEvent?: (event: ServerEvent) => void
}

/** What an operator should hear of. */
export type ServerEvent =
  | { readonly type: 'problem'; readonly model: string; readonly message: string; readonly error: unknown }
  | { readonly type: 'canary-dropped'; readonly model: string; readonly version: string; readonly verdict: HarmVerdict }

export const defaultLimits: ServerLimits = {
  bodyBytes: 1024 * 1024,
  bufferedBytes: 64 * 1024 * 1024,
  concurrency: 64,
  queueLength: 512,
  connections: 4096,
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 30_000,
  keepAliveTimeoutMs: 65_000,
  drainTimeoutMs: 10_000,
  sourceTimeoutMs: 120_000,
}

/** Throws `INPUT_INVALID` with every option that cannot be. */
export function checkOptions(options: ServerOptions): void {
  const { channel, models, port = 8080, pollMs = 15_000, instance, limits = {} } = options
  const problems: Problem[] = []
  const expect = (isFine: boolean, path: string, message: string) => {
    if (!isFine) problems.push({ path, message })
  }
  expect(Name.safeParse(channel).success, 'channel', `${JSON.stringify(channel)} is no channel's name`)
  expect(models.length > 0, 'models', 'expected at least one')
  for (const { name } of models)
    expect(Name.safeParse(name).success, 'models', `${JSON.stringify(name)} is no model's name`)
  expect(new Set(models.map(({ name }) => name)).size === models.length, 'models', 'a model is named twice')
  expect(Number.isInteger(port) && port >= 0 && port < 65_536, 'port', `expected 0 to 65535, found ${port}`)
  if (instance !== undefined)
    expect(Name.safeParse(instance).success, 'instance', `${JSON.stringify(instance)} is no name`)
  expect(pollMs >= 10, 'pollMs', `expected at least 10 ms, found ${pollMs}`)
  for (const [name, value] of Object.entries(limits)) {
    expect(
      (Number.isSafeInteger(value) && value > 0) || (name === 'queueLength' && value === 0),
      `limits.${name}`,
      `expected a whole number above 0, found ${value}`,
    )
  }
  if (problems.length === 0) return
  throw new TidemarkError('INPUT_INVALID', 'the server cannot start with these options', {
    hint: 'Correct them and start again.',
    problems,
  })
}

/** A name for this process: random, since a host's name is nobody's business and a restart is another instance. */
export function createInstanceId(): string {
  return randomBytes(8).toString('hex')
}
