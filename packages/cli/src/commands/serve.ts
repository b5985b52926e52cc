import { formatWeight } from '@tidemark/reports'
import { Name, RelativePath, RepositoryName, TidemarkError } from '@tidemark/schemas'
import type { ModelSource, ServerEvent, TelemetrySink } from '@tidemark/serving'
import { z } from 'zod'
import type { Invocation } from '../invocation.ts'
import { checkOptions } from '../options.ts'
import { access, follow, sourceOptions } from '../source.ts'
import { plain } from '../table.ts'
import { publishWhilePermitted } from '../telemetry-sink.ts'
import type { Terminal } from '../tidemark.ts'

const number = (least: number, most: number) =>
  z.coerce.number('expected a number').min(least, `expected at least ${least}`).max(most, `expected at most ${most}`)

const { 'api-url': apiUrl, 'registry-branch': registryBranch } = sourceOptions

const Options = z.object({
  repo: z.string('is required: the repository to follow, as owner/name').pipe(RepositoryName),
  model: z.array(Name, 'is required: a model to serve').min(1).max(100),
  channel: Name.default('production'),
  host: z.string().min(1).default('127.0.0.1'),
  port: number(0, 65_535).int('expected a whole number').default(8080),
  'poll-seconds': number(0.1, 86_400).default(15),
  'telemetry-seconds': number(0.1, 86_400).default(60),
  cache: z.string().min(1).optional(),
  log: z.string().min(1).optional(),
  instance: Name.optional(),
  'no-telemetry': z.boolean().default(false),
  'native-path': z.string().min(1).optional(),
  'api-url': apiUrl,
  'registry-branch': registryBranch,
  'policy-root': RelativePath.default('models'),
})

/** `tidemark serve`: until SIGINT or SIGTERM, then requests under way are answered first. */
export async function execute({ options }: Invocation, terminal: Terminal): Promise<number> {
  const choice = checkOptions(Options, options)
  const log = (text: string) => terminal.report(`${new Date().toISOString()} ${plain(text)}`)
  const [{ provideNative }, registry] = await Promise.all([import('@tidemark/action-kit'), follow(choice, terminal)])
  await provideNative(['onnxruntime'], { inputs: { nativePath: choice['native-path'] }, log })
  const { repositorySource, startServer } = await import('@tidemark/serving')
  log(`following ${choice.channel} of ${choice.repo}, every ${choice['poll-seconds']} s: ${choice.model.join(', ')}`)
  const sink = choice['no-telemetry'] ? undefined : await openSink(choice, terminal, log)
  if (!sink) log('publishing no telemetry: a rollout hears nothing of this server')
  const stopped = waitForSignal()
  const server = await startServer({
    channel: choice.channel,
    models: choice.model.map((name) => ({
      name,
      source: announced(name, repositorySource(registry, { model: name, channel: choice.channel }), log),
    })),
    host: choice.host,
    port: choice.port,
    pollMs: choice['poll-seconds'] * 1000,
    onEvent: (event) => log(describeEvent(event)),
    ...(choice.cache === undefined ? {} : { cacheFolder: choice.cache }),
    ...(choice.log === undefined ? {} : { log: { path: choice.log } }),
    ...(choice.instance === undefined ? {} : { instance: choice.instance }),
    telemetry: { windowMs: choice['telemetry-seconds'] * 1000, ...(sink ? { sink } : {}) },
  })
  log(`listening on ${server.url} as ${server.instance}`)
  log(`stopping: ${await stopped}`)
  await server.close()
  log('stopped')
  return 0
}

async function openSink(
  choice: Parameters<typeof access>[0],
  terminal: Terminal,
  log: (text: string) => void,
): Promise<TelemetrySink> {
  const { connectTelemetry } = await import('@tidemark/github')
  return publishWhilePermitted(await connectTelemetry(access(choice, terminal)), log)
}

/** Says each time the source names something else than before. */
function announced(model: string, source: ModelSource, log: (text: string) => void): ModelSource {
  let before = ''
  return {
    async current() {
      const assignment = await source.current()
      const { champion, canary } = assignment
      const share = canary && `, canary ${canary.version} at ${formatWeight(canary.weight)} (seq ${canary.seq})`
      const now = `${model}: ${champion.version}${share ?? ''}`
      if (now !== before) log(now)
      before = now
      return assignment
    },
  }
}

function describeEvent(event: ServerEvent): string {
  if (event.type === 'canary-dropped') return `${event.model}: canary ${event.version} dropped: ${event.verdict.reason}`
  const { model, message, error } = event
  const cause = error instanceof TidemarkError ? `${error.code}: ${error.message} hint: ${error.hint}` : String(error)
  return `${model}: ${message}: ${cause}`
}

/** The name of the first signal that asks to stop; a second one ends the process at once, as it would have without us. */
function waitForSignal(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(signal))
  })
}
