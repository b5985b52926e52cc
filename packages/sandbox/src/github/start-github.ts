import { mkdir } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { startResultsService } from '../results/results-service.ts'
import { Api } from './api.ts'
import { controlsOf } from './controls.ts'
import { Description } from './description.ts'
import { Faults } from './faults.ts'
import { isGitPath, serveGit } from './git-http.ts'
import { publicBytes, signedBytes } from './rest/assets.ts'
import type { SandboxGitHub } from './sandbox-github.ts'
import { World } from './world.ts'

export interface GitHubOptions {
  /** Folder for the bare repositories (`<owner>/<name>.git`), assets and state. Made if absent. */
  root: string
  /** The time before `advance`; the machine's unless told. */
  clock?: () => Date
  /** A free port unless told. */
  port?: number
}

/** Starts a GitHub on 127.0.0.1: REST API, git over HTTP, release assets and the results service. */
export async function startGitHub(options: GitHubOptions): Promise<SandboxGitHub> {
  const world = new World(options.root, options.clock ?? (() => new Date()))
  await mkdir(join(options.root, '.assets'), { recursive: true })
  const faults = new Faults()
  const api = new Api(world, new Description(), faults)
  const results = await startResultsService({ folder: join(options.root, '.results'), now: () => world.now() })
  const server = createServer((request, response) => {
    serve(world, api, request, response).catch((error: unknown) => {
      // A client that went away in the middle of its request is no fault of the sandbox.
      if ((error as NodeJS.ErrnoException).code === 'ECONNRESET') return
      api.unexpected.push({
        kind: 'crash',
        method: request.method ?? '',
        path: request.url ?? '',
        details: String((error as Error).stack ?? error),
      })
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  world.apiUrl = `http://127.0.0.1:${port}`
  // The toolkit takes hosts other than github.com and *.localhost for GitHub Enterprise, and `localhost` too.
  world.serverUrl = `http://gh.localhost:${port}`
  return controlsOf(world, api, faults, results, () => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(() => resolve()))
  })
}

async function serve(world: World, api: Api, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // The controlled clock is the only one that answers may show.
  response.sendDate = false
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const bytes = Buffer.concat(chunks)
  const url = new URL(request.url ?? '/', world.apiUrl)
  if (isGitPath(url.pathname)) return serveGit(world, request, response, bytes)
  const stored = /^\/_assets\/(\d+)$/.exec(url.pathname)
  const download = /^\/([^/]+\/[^/]+)\/releases\/download\/(.+)\/([^/]+)$/.exec(url.pathname)
  if (!stored && !download) return api.serve(request, response, bytes)
  const found = stored
    ? await signedBytes(world, Number(stored[1]), url.searchParams.get('sig'))
    : await publicBytes(world, ...(download!.slice(1).map(decodeURIComponent) as [string, string, string]))
  const headers = { date: world.now().toUTCString(), 'content-type': found ? 'application/octet-stream' : 'text/plain' }
  response.writeHead(found ? 200 : 404, headers).end(found ?? 'Not Found')
}
