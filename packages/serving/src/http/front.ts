import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Metrics } from '../observe/metrics.ts'
import type { ServerLimits } from '../options.ts'
import { RequestError } from '../protocol/request-error.ts'
import { Admission } from './admission.ts'
import { type BodyBudget, checkContentType, readBody } from './body.ts'
import type { Answer, Route } from './router.ts'

export interface Front {
  readonly server: Server
  readonly admission: Admission
  /** No new connections; open ones are closed after their next answer, and all of them after a while. */
  close(): Promise<void>
}

/** The HTTP side: limits, bodies, answers. Nothing that a client sends gets further than here as anything but a request or an error. */
export function createFront(
  findRoute: (request: IncomingMessage) => Route,
  { limits, metrics }: { readonly limits: ServerLimits; readonly metrics: Metrics },
): Front {
  const admission = new Admission(limits)
  const budget: BodyBudget = {
    maxBodyBytes: limits.bodyBytes,
    maxBufferedBytes: limits.bufferedBytes,
    bufferedBytes: 0,
  }
  let isClosing = false

  const infer = async (route: Route & { kind: 'infer' }, request: IncomingMessage): Promise<string> => {
    checkContentType(request)
    const body = await readBody(request, budget)
    const turn = admission.enter()
    if (turn) await turn
    try {
      const header = (name: string) => {
        const value = request.headers[name]
        return typeof value === 'string' && value !== '' ? value : undefined
      }
      return await route.host.infer(body, { version: route.version, header })
    } finally {
      admission.leave()
    }
  }

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const route = findRoute(request)
      if (route.kind === 'infer')
        send(response, { status: 200, text: await infer(route, request) }, isClosing ? closing : noHeaders)
      else {
        request.resume()
        send(response, route.answer(), isClosing ? closing : noHeaders)
      }
    } catch (error) {
      const known = error instanceof RequestError ? error : new RequestError(500, 'the server failed on this request')
      if (known.status >= 500 && !(error instanceof RequestError)) reportBug(error)
      metrics.countRefusal(known.status)
      // A body that nobody reads would be taken for the next request.
      const isUnread = !request.complete
      const headers = { ...known.headers, ...(isClosing || isUnread ? closing : noHeaders) }
      send(response, { status: known.status, text: JSON.stringify({ error: known.message }) }, headers)
      if (isUnread) request.resume()
    }
  }

  const server = createServer(
    {
      headersTimeout: limits.headersTimeoutMs,
      requestTimeout: limits.requestTimeoutMs,
      keepAliveTimeout: limits.keepAliveTimeoutMs,
      connectionsCheckingInterval: Math.min(1000, limits.headersTimeoutMs),
    },
    (request, response) => void handle(request, response),
  )
  server.maxConnections = limits.connections
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => refuseBroken(error, socket, metrics))
  // A body is sent at once or not at all: there is nothing to continue for when it would be refused.
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (Number(request.headers['content-length'] ?? 0) <= limits.bodyBytes) response.writeContinue()
    void handle(request, response)
  })

  const close = async (): Promise<void> => {
    isClosing = true
    if (!server.listening) return
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeIdleConnections()
    const timer = setTimeout(() => server.closeAllConnections(), limits.drainTimeoutMs)
    await closed
    clearTimeout(timer)
  }
  return { server, admission, close }
}

const noHeaders = {}
const closing = { connection: 'close' }

function send(
  response: ServerResponse,
  { status, text, contentType = 'application/json' }: Answer,
  headers: Readonly<Record<string, string>>,
): void {
  if (response.headersSent || response.destroyed) return
  response.writeHead(status, { 'content-type': contentType, 'content-length': Buffer.byteLength(text), ...headers })
  response.end(text)
}

/** What Node's parser gives up on never becomes a request; it is answered in the protocol's words all the same. */
function refuseBroken(error: NodeJS.ErrnoException, socket: Socket, metrics: Metrics): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const [line, message] =
    error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
      ? ['408 Request Timeout', 'the request did not arrive in time']
      : error.code === 'HPE_HEADER_OVERFLOW'
        ? ['431 Request Header Fields Too Large', 'the headers are too large']
        : ['400 Bad Request', 'this is not HTTP']
  metrics.countRefusal(Number.parseInt(line, 10))
  const text = JSON.stringify({ error: message })
  socket.end(
    `HTTP/1.1 ${line}\r\ncontent-type: application/json\r\ncontent-length: ${text.length}\r\nconnection: close\r\n\r\n${text}`,
  )
}

function reportBug(error: unknown): void {
  console.error(error)
}
