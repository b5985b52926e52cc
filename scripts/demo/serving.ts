import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { parseJsonDocument, Telemetry } from '@tidemark/schemas'
import { say } from './timeline.ts'
import { repository, type World } from './world.ts'

const root = join(import.meta.dirname, '../..')
const model = 'flight-delay'

/** `tidemark serve`, as a process of its own that follows the repository. */
export interface Server {
  readonly url: string
  readonly instance: string
  /** Waits until the canary has this share of the requests here; a server that dropped its canary gives none. */
  untilWeight(weight: number): Promise<void>
  /** Waits until what was counted so far is in the repository. */
  untilPublished(world: World): Promise<void>
  stop(): Promise<void>
}

export async function serve(world: World, instance: string): Promise<Server> {
  const command = [join(root, 'dist/cli.js'), 'serve', '--repo', repository, '--api-url', world.github.apiUrl]
  const options = ['--model', model, '--channel', 'production', '--port', '0', '--instance', instance]
  const often = ['--poll-seconds', '0.3', '--telemetry-seconds', '0.4', '--cache', join(world.folder, 'serving/cache')]
  const log = ['--log', join(world.folder, 'serving/predictions.ndjson')]
  const child = spawn(process.execPath, [...command, ...options, ...often, ...log], {
    env: {
      PATH: process.env.PATH,
      GITHUB_TOKEN: world.tokens.engineer,
      RUNNER_TOOL_CACHE: join(root, '.cache/tool-cache'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const url = await untilListening(child)
  const metric = async (name: string) => {
    const text = await (await fetch(`${url}/metrics`)).text()
    return Number(new RegExp(`^${name}\\{[^}]*\\} (\\S+)$`, 'm').exec(text)?.[1])
  }
  const telemetry = async () => {
    const text = await (await fetch(`${url}/v2/models/${model}/telemetry`)).text()
    return parseJsonDocument(Telemetry, text, 'telemetry')
  }
  return {
    url,
    instance,
    untilWeight: (weight) =>
      until(
        async () =>
          (await metric('tidemark_canary_weight')) === weight || (await metric('tidemark_canary_dropped')) === 1,
      ),
    async untilPublished({ call }) {
      const counted = requestsOf(await telemetry())
      await until(async () => {
        const ref = encodeURIComponent(`refs/tidemark/telemetry/production/${instance}`)
        const found = await call<{ content: string }>('reviewer', 'GET', `/contents/${model}.json?ref=${ref}`).catch(
          () => null,
        )
        if (found === null) return false
        const text = Buffer.from(found.content, 'base64').toString('utf8')
        return requestsOf(parseJsonDocument(Telemetry, text, 'telemetry')) >= counted
      })
    },
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** Of this server's life, also those that the repository has taken in already. */
function requestsOf({ latency }: Telemetry): number {
  return [...latency.champion, ...latency.canary].reduce((sum, count) => sum + count, 0)
}

async function untilListening(child: ChildProcessByStdio<null, Readable, Readable>): Promise<string> {
  let said = ''
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`tidemark serve ended with ${code}:\n${said}`)))
    const hear = (chunk: Buffer) => {
      const text = chunk.toString('utf8')
      said += text
      for (const line of text.split('\n').filter(Boolean)) say(`    serve · ${line}`)
      const url = /https?:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0]
      if (url !== undefined) resolve(url)
    }
    child.stderr.on('data', hear)
    child.stdout.on('data', hear)
  })
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 30_000
  while (!(await isTrue())) {
    if (performance.now() > deadline) throw new Error('the server did not get there within 30 s')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
