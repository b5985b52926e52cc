import { randomUUID } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

export interface ResultsService {
  /** ACTIONS_RESULTS_URL, ACTIONS_RUNTIME_TOKEN and ACTIONS_CACHE_SERVICE_V2 for one job. */
  env(job: { repository: string; runId: number; jobId: number }): Record<string, string>
  /** What is stored, for tests and for looking. */
  readonly artifacts: readonly Artifact[]
  readonly caches: readonly CacheEntry[]
  close(): Promise<void>
}

interface Artifact {
  id: string
  run: string
  job: string
  name: string
  size: string
  digest: string
  blob: string
  createdAt: string
}

interface CacheEntry {
  id: string
  key: string
  version: string
  size: string
  blob: string
}

type Message = Record<string, string | string[] | undefined>
type Scope = { run: string; job: string; repository: string }

const rpcPrefix = '/twirp/github.actions.results.api.v1.'
// An IP host needs /<account>/<container>/<blob>, or the Azure client takes the container for the account.
const blobPrefix = '/devaccount/results/'

/**
 * The service behind artifacts (v4 and later) and the Actions cache (v2), with as much of Azure's blob API as the
 * toolkit uses. Artifacts belong to a run, caches to a repository. Blobs are files below `folder`.
 */
export async function startResultsService(options: { folder: string; now?: () => Date }): Promise<ResultsService> {
  const now = options.now ?? (() => new Date())
  const artifacts: Artifact[] = []
  const caches: (CacheEntry & { repository: string })[] = []
  const pending = new Map<string, { blob: string }>()
  const types = new Map<string, string>()
  const blocks = new Map<string, Buffer>()
  await mkdir(options.folder, { recursive: true })

  const signed = (blob: string) => `${origin}${blobPrefix}${blob}?sig=sandbox`
  const reserve = (key: string) => {
    const blob = randomUUID()
    pending.set(key, { blob })
    return signed(blob)
  }
  const named = (scope: Scope, name: string) => artifacts.find((one) => one.run === scope.run && one.name === name)

  const rpc: Record<string, (message: Message, scope: Scope) => Record<string, unknown>> = {
    'ArtifactService/CreateArtifact': (message, scope) => {
      const name = text(message.name)
      if (named(scope, name))
        return { ok: false, status: 409, msg: 'an artifact with this name already exists on the workflow run' }
      return { ok: true, signed_upload_url: reserve(`artifact ${scope.run} ${name}`) }
    },
    'ArtifactService/FinalizeArtifact': (message, scope) => {
      const name = text(message.name)
      const upload = pending.get(`artifact ${scope.run} ${name}`)
      if (!upload) return { ok: false }
      const id = String(artifacts.length + 1)
      const { run, job } = scope
      artifacts.push({
        id,
        run,
        job,
        name,
        size: text(message.size),
        digest: text(message.hash),
        blob: upload.blob,
        createdAt: now().toISOString(),
      })
      return { ok: true, artifact_id: id } // int64 travels as a string
    },
    'ArtifactService/ListArtifacts': (message, scope) => ({
      artifacts: artifacts
        .filter((one) => one.run === scope.run)
        .filter((one) => !message.name_filter || one.name === message.name_filter)
        .filter((one) => !message.id_filter || one.id === message.id_filter)
        .map((one) => ({
          workflow_run_backend_id: one.run,
          workflow_job_run_backend_id: one.job,
          database_id: one.id,
          name: one.name,
          size: one.size,
          created_at: one.createdAt,
          digest: one.digest,
        })),
    }),
    'ArtifactService/GetSignedArtifactURL': (message, scope) => {
      const artifact = named(scope, text(message.name))
      return { signed_url: artifact ? signed(artifact.blob) : '' }
    },
    'ArtifactService/DeleteArtifact': (message, scope) => {
      const artifact = named(scope, text(message.name))
      if (!artifact) return { ok: false }
      artifacts.splice(artifacts.indexOf(artifact), 1)
      return { ok: true, artifact_id: artifact.id }
    },
    'CacheService/CreateCacheEntry': (message, scope) => {
      const [key, version] = [text(message.key), text(message.version)]
      const known = caches.some(
        (one) => one.repository === scope.repository && one.key === key && one.version === version,
      )
      if (known) return { ok: false, message: 'cache entry already exists' }
      return { ok: true, signed_upload_url: reserve(`cache ${scope.repository} ${version} ${key}`) }
    },
    'CacheService/FinalizeCacheEntryUpload': (message, scope) => {
      const [key, version] = [text(message.key), text(message.version)]
      const upload = pending.get(`cache ${scope.repository} ${version} ${key}`)
      if (!upload) return { ok: false }
      const id = String(caches.length + 1)
      caches.push({
        id,
        key,
        version,
        size: text(message.size_bytes),
        blob: upload.blob,
        repository: scope.repository,
      })
      return { ok: true, entry_id: id }
    },
    'CacheService/GetCacheEntryDownloadURL': (message, scope) => {
      const own = caches.filter((one) => one.repository === scope.repository && one.version === message.version)
      const hit = [text(message.key), ...[message.restore_keys ?? []].flat()]
        .map((key, i) => own.findLast((one) => (i > 0 ? one.key.startsWith(key) : one.key === key)))
        .find((one) => one !== undefined)
      return hit ? { ok: true, matched_key: hit.key, signed_download_url: signed(hit.blob) } : { ok: false }
    },
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      if (!response.headersSent) json(response, 500, { code: 'internal', msg: String(error) })
    })
  })

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    const url = new URL(request.url ?? '/', origin)
    if (url.pathname.startsWith(rpcPrefix)) {
      const scope = readScope(request.headers.authorization)
      if (!scope) return json(response, 401, { code: 'unauthenticated', msg: 'no runtime token' })
      const handler = rpc[url.pathname.slice(rpcPrefix.length)]
      if (!handler) return json(response, 404, { code: 'bad_route', msg: url.pathname })
      const answer = handler(JSON.parse(body.toString()) as Message, scope)
      if (answer.status === 409) return json(response, 409, { code: 'already_exists', msg: answer.msg })
      return json(response, 200, answer)
    }
    const blob = url.pathname.startsWith(blobPrefix) ? url.pathname.slice(blobPrefix.length) : ''
    if (!/^[0-9a-f-]{36}$/.test(blob)) return void response.writeHead(404).end()
    if (request.method === 'PUT') return put(request, response, url, blob, body)
    return get(request, response, blob)
  }

  async function put(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
    blob: string,
    body: Buffer,
  ): Promise<void> {
    const part = url.searchParams.get('comp')
    const id = url.searchParams.get('blockid')
    if (part === 'block') {
      blocks.set(`${blob} ${id}`, body)
    } else {
      const ids = [...body.toString('utf8').matchAll(/<Latest>(.*?)<\/Latest>/g)].map((match) => `${blob} ${match[1]}`)
      // Without `comp` the body is the whole blob (x-ms-blob-type: BlockBlob).
      const bytes = part === 'blocklist' ? Buffer.concat(ids.map((one) => blocks.get(one) ?? Buffer.alloc(0))) : body
      for (const one of ids) if (part === 'blocklist') blocks.delete(one)
      types.set(blob, String(request.headers['x-ms-blob-content-type'] ?? 'application/octet-stream'))
      await writeFile(join(options.folder, blob), bytes)
    }
    response.writeHead(201, { etag: '"1"', 'last-modified': now().toUTCString() }).end()
  }

  async function get(request: IncomingMessage, response: ServerResponse, blob: string): Promise<void> {
    const bytes = await readFile(join(options.folder, blob)).catch(() => null)
    if (!bytes) return void response.writeHead(404).end()
    const range = /bytes=(\d+)-(\d*)/.exec(String(request.headers['x-ms-range'] ?? request.headers.range ?? ''))
    const from = range ? Number(range[1]) : 0
    const to = Math.min(range?.[2] ? Number(range[2]) : Number.POSITIVE_INFINITY, bytes.length - 1)
    response.writeHead(range ? 206 : 200, {
      'content-type': types.get(blob) ?? 'application/octet-stream',
      'content-length': to - from + 1,
      'accept-ranges': 'bytes',
      etag: '"1"',
      ...(range ? { 'content-range': `bytes ${from}-${to}/${bytes.length}` } : {}),
    })
    response.end(request.method === 'HEAD' ? undefined : bytes.subarray(from, to + 1))
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    artifacts,
    caches,
    env: (job) => ({
      ACTIONS_RESULTS_URL: `${origin}/`,
      ACTIONS_RUNTIME_TOKEN: runtimeToken(job),
      ACTIONS_CACHE_SERVICE_V2: 'True',
    }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** A JWT as the toolkit reads it: run and job are in its scope, as ids of the backend. */
function runtimeToken({ repository, runId, jobId }: { repository: string; runId: number; jobId: number }): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const id = (value: number) => `00000000-0000-0000-0000-${String(value).padStart(12, '0')}`
  return `${part({ alg: 'none' })}.${part({ scp: `Actions.Results:${id(runId)}:${id(jobId)}`, repository })}.sandbox`
}

function readScope(header: string | undefined): Scope | null {
  const payload = /^Bearer [^.]+\.([^.]+)\./.exec(header ?? '')?.[1]
  if (payload === undefined) return null
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { scp?: string; repository?: string }
  const [, run, job] = /^Actions\.Results:([^:]+):([^:]+)$/.exec(claims.scp ?? '') ?? []
  return run !== undefined && job !== undefined ? { run, job, repository: claims.repository ?? '' } : null
}

function text(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value : ''
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}
