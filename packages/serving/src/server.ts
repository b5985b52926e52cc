import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { TidemarkError } from '@tidemark/schemas'
import { createFront, type Front } from './http/front.ts'
import { createRouter } from './http/router.ts'
import type { LoadedModel } from './model/loaded-model.ts'
import { ModelCache } from './model/model-cache.ts'
import { ModelHost } from './model/model-host.ts'
import { createRolloutJudge } from './observe/harm.ts'
import { type Gauge, Metrics, processGauges } from './observe/metrics.ts'
import { PredictionLog } from './observe/prediction-log.ts'
import { checkOptions, createInstanceId, defaultLimits, type ServerOptions } from './options.ts'
import { systemClock } from './routing/lease.ts'
import { Follower } from './source/follower.ts'

/** A running server. */
export interface TidemarkServer {
  /** `http://host:port`, without a slash at the end. */
  readonly url: string
  /** Names its telemetry. */
  readonly instance: string
  /** Looks at every source now, and resolves when what they say is served. */
  refresh(): Promise<void>
  /** Ends the telemetry window now and publishes it. */
  publish(): Promise<void>
  /** Stops gracefully: not ready, requests under way are answered, log and telemetry are written. */
  close(): Promise<void>
}

const judgeEveryMs = 1000

/**
 * Starts a server for the models of one channel. Resolves once it listens and every source was asked once; models that could not be had
 * are not ready, and are tried again. Throws `INPUT_INVALID` for options and for an address that cannot be listened on.
 */
export async function startServer(options: ServerOptions): Promise<TidemarkServer> {
  checkOptions(options)
  const limits = { ...defaultLimits, ...options.limits }
  const { channel, clock = systemClock, onEvent = () => {}, cacheFolder, pollMs = 15_000 } = options
  const instance = options.instance ?? createInstanceId()
  const metrics = new Metrics()
  const log = options.log && new PredictionLog(options.log)
  const hosts = options.models.map(
    ({ name }) =>
      new ModelHost({
        model: name,
        channel,
        instance,
        clock,
        metrics,
        log,
        createHarmJudge: options.createHarmJudge ?? createRolloutJudge,
        onDrop: (drop) => onEvent({ type: 'canary-dropped', ...drop }),
      }),
  )
  const followers = options.models.map(
    ({ source, name }, i) =>
      new Follower({
        host: hosts[i]!,
        source,
        cache: cacheFolder === undefined ? undefined : new ModelCache(cacheFolder, `${channel}-${name}`),
        intervalMs: pollMs,
        timeoutMs: limits.sourceTimeoutMs,
        onProblem: (problem) => onEvent({ type: 'problem', ...problem }),
      }),
  )

  let isDraining = false
  const writeMetrics = () =>
    metrics.write([...describeHosts(hosts, followers), ...describeFront(front, log), ...processGauges()])
  const router = createRouter({
    hosts: new Map(hosts.map((host) => [host.name, host])),
    isDraining: () => isDraining,
    writeMetrics,
  })
  const front = createFront(router, { limits, metrics })
  const url = await listen(front, options)
  await Promise.all(followers.map((follower) => follower.start()))

  const publish = async (): Promise<void> => {
    for (const host of hosts) host.closeWindow()
    const { sink } = options.telemetry ?? {}
    if (!sink) return
    await Promise.all(
      hosts.map(async (host) => {
        const telemetry = host.telemetry()
        if (!telemetry) return
        try {
          await sink.publish(telemetry)
        } catch (error) {
          onEvent({ type: 'problem', model: host.name, message: 'telemetry could not be published', error })
        }
      }),
    )
  }
  const judging = setInterval(() => {
    for (const host of hosts) host.judge()
  }, judgeEveryMs).unref()
  const publishing = repeat(publish, options.telemetry?.windowMs ?? 60_000)

  const close = async (): Promise<void> => {
    isDraining = true
    clearInterval(judging)
    await Promise.all([publishing.stop(), ...followers.map((follower) => follower.stop()), front.close()])
    await Promise.all([publish(), log?.flush()])
    for (const host of hosts) host.close()
  }
  let closed: Promise<void> | undefined
  return {
    url,
    instance,
    refresh: async () => void (await Promise.all(followers.map((follower) => follower.refresh()))),
    publish,
    close: () => (closed ??= close()),
  }
}

async function listen({ server }: Front, { host = '127.0.0.1', port = 8080 }: ServerOptions): Promise<string> {
  try {
    server.listen(port, host)
    await once(server, 'listening')
  } catch (error) {
    throw new TidemarkError('INPUT_INVALID', `cannot listen on ${host}:${port}: ${(error as Error).message}`, {
      hint: 'Choose another port, or 0 for any free one.',
      cause: error,
    })
  }
  const { address, port: actual, family } = server.address() as AddressInfo
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${actual}`
}

/** Runs something again and again, never twice at once. */
function repeat(work: () => Promise<void>, everyMs: number): { stop(): Promise<void> } {
  let running: Promise<void> | undefined
  const timer = setInterval(() => {
    running ??= work().finally(() => {
      running = undefined
    })
  }, everyMs).unref()
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}

function describeHosts(hosts: readonly ModelHost[], followers: readonly Follower[]): Gauge[] {
  const gauge = (name: string, help: string, value: (host: ModelHost, follower: Follower) => number): Gauge[] =>
    hosts.map((host, i) => ({ name, help, labels: { model_name: host.name }, value: value(host, followers[i]!) }))
  return [
    ...gauge('tidemark_model_ready', '1 while a champion is served', (host) => Number(host.champion !== undefined)),
    ...gauge('tidemark_canary_weight', 'Share of units that the canary answers', (host) => host.weight),
    ...gauge('tidemark_canary_dropped', '1 while this server keeps the canary out', (host) =>
      Number((host.rollout?.dropped ?? null) !== null),
    ),
    ...gauge('tidemark_source_age_seconds', 'Since the source last answered', (_, { answeredAtMs }) =>
      answeredAtMs === undefined ? Number.NaN : (performance.now() - answeredAtMs) / 1000,
    ).map((each) => ({ ...each, value: Number.isNaN(each.value) ? -1 : each.value })),
    ...hosts.flatMap(({ name, champion, canary }) => [champion, canary].flatMap((model) => describeRuns(name, model))),
  ]
}

function describeRuns(name: string, model: LoadedModel | undefined): Gauge[] {
  if (!model) return []
  return [
    {
      name: 'tidemark_model_runs_total',
      help: 'Runs of a version since it was loaded; requests that were run together are one',
      type: 'counter',
      labels: { model_name: name, model_version: model.version },
      value: model.runs,
    },
  ]
}

function describeFront({ admission }: Front, log: PredictionLog | undefined): Gauge[] {
  return [
    { name: 'tidemark_requests_active', help: 'Inference requests being answered', value: admission.active },
    { name: 'tidemark_requests_waiting', help: 'Inference requests in the queue', value: admission.waiting },
    {
      name: 'tidemark_prediction_log_dropped_total',
      help: 'Log lines lost to a slow or full disk',
      type: 'counter',
      value: log?.dropped ?? 0,
    },
  ]
}
