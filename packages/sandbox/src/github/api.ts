import { createHash, randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { authenticate, authorise, visibleRepository } from './access.ts'
import { describeComplaints, errorAnswer, inGitHubsWords, renderJson } from './answers.ts'
import { ApiError } from './api-error.ts'
import type { Description, Operation } from './description.ts'
import type { Repository, Token } from './entities.ts'
import type { Fault, Faults } from './faults.ts'
import { answerGraphQL } from './graphql.ts'
import { RateLimits, rateHeaders, renderRateLimits } from './rate-limit.ts'
import type { Answer, Call, RepositoryCall } from './rest/route.ts'
import { routes } from './rest/routes.ts'
import type { World } from './world.ts'

export interface RequestRecord {
  method: string
  /** Path and query as received. */
  path: string
  operationId: string | null
  /** Login of the token's user. */
  login: string | null
  /** 0: the connection was dropped. */
  status: number
  ms: number
}

/** Something a client sent, or the sandbox answered, that GitHub's description does not allow. */
export interface Unexpected {
  kind: 'route' | 'request' | 'unknown-name' | 'response' | 'crash'
  method: string
  path: string
  details: string
}

interface Reply {
  status: number
  headers: Record<string, string>
  body: Buffer
}

/** The REST API: one request in, one answer out, both held against GitHub's description. */
export class Api {
  readonly requests: RequestRecord[] = []
  readonly unexpected: Unexpected[] = []
  readonly #world: World
  readonly #description: Description
  readonly #faults: Faults
  readonly #limits: RateLimits

  constructor(world: World, description: Description, faults: Faults) {
    this.#world = world
    this.#description = description
    this.#faults = faults
    this.#limits = new RateLimits(world)
  }

  async serve(request: IncomingMessage, response: ServerResponse, bytes: Buffer): Promise<void> {
    const started = performance.now()
    const method = request.method ?? 'GET'
    const path = request.url ?? '/'
    const url = new URL(path, this.#world.apiUrl)
    const match = this.#description.match(method, pathname(url))
    const record: RequestRecord = {
      method,
      path,
      operationId: isGraphQL(method, url) ? 'graphql' : (match?.operation.operationId ?? null),
      login: null,
      status: 0,
      ms: 0,
    }
    this.requests.push(record)
    const faults = this.#faults.take(method, path)
    try {
      for (const fault of faults) if (fault.do === 'delay') await wait(fault.delayMs ?? 1000)
      if (faults.some((fault) => fault.do === 'drop-before')) return void request.socket.destroy()
      const reply = await this.#reply(request, url, bytes, match, faults, record)
      if (faults.some((fault) => fault.do === 'drop-after')) return void request.socket.destroy()
      record.status = reply.status
      response.writeHead(reply.status, reply.headers)
      response.end(method === 'HEAD' ? undefined : reply.body)
    } finally {
      record.ms = performance.now() - started
    }
  }

  async #reply(
    request: IncomingMessage,
    url: URL,
    bytes: Buffer,
    match: ReturnType<Description['match']>,
    faults: Fault[],
    record: RequestRecord,
  ): Promise<Reply> {
    let token: Token | null = null
    let answer: Answer
    const note = (kind: Unexpected['kind'], details: string) =>
      this.unexpected.push({ kind, method: record.method, path: record.path, details })
    try {
      token = authenticate(this.#world, request.headers.authorization)
      record.login = token?.login ?? null
      this.#count(token, match?.operation, faults)
      if (isGraphQL(record.method, url)) {
        answer = await answerGraphQL(this.#world, { token, bytes }, (details) => note('request', details))
        return this.#finish(request, url, answer, undefined, token, note)
      }
      if (!match) {
        note('route', 'the sandbox does not have this operation')
        throw new ApiError(
          501,
          `The sandbox does not have ${record.method} ${url.pathname}; scripts/extract-openapi.ts lists what it has`,
        )
      }
      answer = await this.#answer(request, url, bytes, match.operation, match.params, token, faults, note)
    } catch (error) {
      if (!(error instanceof ApiError))
        note('crash', error instanceof Error ? (error.stack ?? error.message) : String(error))
      answer = errorAnswer(error, match?.operation)
    }
    return this.#finish(request, url, answer, match?.operation, token, note)
  }

  #count(token: Token | null, operation: Operation | undefined, faults: Fault[]): void {
    const window = this.#limits.window(token)
    if (operation?.operationId !== 'rate-limit/get') window.used++
    const faked = faults.some((fault) => fault.do === 'rate-limit-primary')
    if (faked || window.used > window.limit) {
      const whom = token ? `user ID ${this.#world.user(token.login).id}` : '127.0.0.1'
      // A fault's window ends soon, so that a client which waits for it can be tested without moving the clock.
      const reset = faked ? Math.ceil(this.#world.now().getTime() / 1000) + 1 : window.reset
      throw new ApiError(403, `API rate limit exceeded for ${whom}.`, undefined, {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(reset),
      })
    }
    const secondary = faults.find((fault) => fault.do === 'rate-limit-secondary')
    if (secondary) {
      const message = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'
      throw new ApiError(secondary.status ?? 403, message, undefined, secondary.isSilent ? {} : { 'retry-after': '1' })
    }
    const status = faults.find((fault) => fault.do === 'status')
    if (status) throw new ApiError(status.status ?? 500, 'Server Error')
  }

  async #answer(
    request: IncomingMessage,
    url: URL,
    bytes: Buffer,
    operation: Operation,
    params: Record<string, string>,
    token: Token | null,
    faults: Fault[],
    note: (kind: Unexpected['kind'], details: string) => void,
  ): Promise<Answer> {
    if (operation.operationId === 'rate-limit/get')
      return { status: 200, json: renderRateLimits(this.#limits.window(token)) }
    const route = routes[operation.operationId]!
    const repository =
      params.owner === undefined ? undefined : visibleRepository(this.#world, `${params.owner}/${params.repo}`, token)
    if (repository) authorise(this.#world, repository, token, route, namesPull(repository, params))
    const call: Call = {
      world: this.#world,
      operation,
      params,
      query: url.searchParams,
      body: operation.body === undefined ? undefined : readBody(bytes, operation, note),
      bytes,
      accept: request.headers.accept ?? '',
      contentType: request.headers['content-type'] ?? '',
      token,
      ...(repository ? { repository } : {}),
      ...(faults.some((fault) => fault.do === 'starter-asset-502') ? { fault: 'starter-asset-502' } : {}),
    }
    this.#checkRequest(call, note)
    const handle = async () => route.handle(call as RepositoryCall)
    const changes = operation.method !== 'GET' && !route.parallel
    return changes && repository ? this.#world.inTurn(repository, handle) : handle()
  }

  #checkRequest(call: Call, note: (kind: Unexpected['kind'], details: string) => void): void {
    const complaints = this.#description.checkQuery(call.operation, call.query)
    if (call.operation.body !== undefined && (call.body !== undefined || call.operation.bodyRequired)) {
      complaints.push(...this.#description.checkBody(call.operation, call.body ?? {}))
    }
    const unknown = this.#description.unknownNames(call.operation, call.query, call.body)
    if (unknown.length > 0) note('unknown-name', unknown.join(', '))
    if (complaints.length === 0) return
    note('request', describeComplaints(complaints))
    throw new ApiError(422, `Invalid request.\n\n${complaints.map(inGitHubsWords).join('\n')}`)
  }

  async #finish(
    request: IncomingMessage,
    url: URL,
    answer: Answer,
    operation: Operation | undefined,
    token: Token | null,
    note: (kind: Unexpected['kind'], details: string) => void,
  ): Promise<Reply> {
    const headers: Record<string, string> = {
      date: this.#world.now().toUTCString(),
      'x-github-request-id': randomBytes(12).toString('hex').toUpperCase(),
      'x-github-media-type': 'github.v3; format=json',
      'x-github-api-version-selected': String(request.headers['x-github-api-version'] ?? '2022-11-28'),
      'cache-control': 'private, max-age=60, s-maxage=60',
      ...rateHeaders(this.#limits.window(token)),
    }
    if ('bytes' in answer) {
      Object.assign(headers, { 'content-type': answer.contentType }, answer.headers)
      return this.#conditional(request, answer.status, headers, answer.bytes)
    }
    let status = 'items' in answer ? 200 : answer.status
    let json: unknown
    try {
      json = await renderJson(answer, url, headers, operation)
    } catch (error) {
      if (!(error instanceof ApiError))
        note('crash', error instanceof Error ? (error.stack ?? error.message) : String(error))
      const failed = errorAnswer(error, operation)
      status = failed.status
      json = failed.json
    }
    if (operation) {
      const complaints = this.#description.checkResponse(
        operation,
        status,
        json === undefined ? null : JSON.parse(JSON.stringify(json)),
      )
      if (complaints.length > 0) {
        note('response', `${operation.operationId} ${status}: ${describeComplaints(complaints)}`)
        status = 500
        json = {
          message: `Sandbox bug: its answer to ${operation.operationId} is not GitHub's: ${describeComplaints(complaints)}`,
        }
      }
    }
    if (json === undefined) return { status, headers, body: Buffer.alloc(0) }
    headers['content-type'] = 'application/json; charset=utf-8'
    return this.#conditional(request, status, headers, Buffer.from(JSON.stringify(json)))
  }

  #conditional(request: IncomingMessage, status: number, headers: Record<string, string>, body: Buffer): Reply {
    if (request.method !== 'GET' || status !== 200)
      return { status, headers: { ...headers, 'content-length': String(body.length) }, body }
    const etag = `W/"${createHash('sha256').update(body).digest('hex')}"`
    const known = (request.headers['if-none-match'] ?? '').split(',').map((one) => one.trim())
    if (known.includes(etag)) return { status: 304, headers: { ...headers, etag }, body: Buffer.alloc(0) }
    return { status, headers: { ...headers, etag, 'content-length': String(body.length) }, body }
  }
}

function readBody(
  bytes: Buffer,
  operation: Operation,
  note: (kind: Unexpected['kind'], details: string) => void,
): unknown {
  if (bytes.length === 0) return undefined
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    note('request', `${operation.operationId}: the body is not JSON`)
    throw new ApiError(400, 'Problems parsing JSON')
  }
}

function namesPull(repository: Repository, params: Record<string, string>): boolean {
  const { issue_number: number, comment_id: id } = params
  if (number !== undefined) return repository.issues.get(Number(number))?.pull !== undefined
  if (id === undefined) return false
  return [...repository.issues.values()].some(
    (issue) => issue.pull && issue.comments.some((one) => one.id === Number(id)),
  )
}

function isGraphQL(method: string, url: URL): boolean {
  return method === 'POST' && url.pathname === '/graphql'
}

/** Uploads have their own host on GitHub; here they have a prefix, which the description does not know. */
function pathname(url: URL): string {
  return url.pathname.replace(/^\/uploads(?=\/repos\/)/, '')
}
