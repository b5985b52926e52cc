import type { IncomingMessage } from 'node:http'
import { quoted, RequestError } from '../protocol/request-error.ts'

/** Bytes of bodies that are being read or answered, over all connections. */
export interface BodyBudget {
  readonly maxBodyBytes: number
  readonly maxBufferedBytes: number
  bufferedBytes: number
}

/** Throws `RequestError` 415 unless the body is plain JSON. A missing content type counts as JSON. */
export function checkContentType({ headers }: IncomingMessage): void {
  const type = headers['content-type']
  if (type !== undefined && type !== 'application/json' && !/^application\/json\s*(;|$)/i.test(type)) {
    throw new RequestError(415, `content-type must be application/json, found ${quoted(type)}`)
  }
  if (headers['inference-header-content-length'] !== undefined) {
    throw new RequestError(415, 'binary tensor data is not supported, send JSON')
  }
  const encoding = headers['content-encoding']
  if (encoding !== undefined && encoding !== 'identity') {
    throw new RequestError(415, `content-encoding ${quoted(encoding)} is not supported`)
  }
}

/** The whole body. Throws `RequestError` 413 when it is too large, 429 when all bodies together are, 400 when it breaks off. */
export function readBody(request: IncomingMessage, budget: BodyBudget): Promise<Buffer> {
  const declared = request.headers['content-length']
  if (declared !== undefined && Number(declared) > budget.maxBodyBytes) return Promise.reject(tooLarge(budget))
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    let isOver = false
    const giveUp = (error: RequestError) => {
      isOver = true
      budget.bufferedBytes -= size
      chunks.length = 0
      reject(error)
    }
    request.on('data', (chunk: Buffer) => {
      if (isOver) return
      size += chunk.length
      budget.bufferedBytes += chunk.length
      chunks.push(chunk)
      if (size > budget.maxBodyBytes) giveUp(tooLarge(budget))
      else if (budget.bufferedBytes > budget.maxBufferedBytes) {
        giveUp(
          new RequestError(429, 'too many bodies are being sent at once', { 'retry-after': '1', connection: 'close' }),
        )
      }
    })
    request.on('end', () => {
      if (isOver) return
      isOver = true
      budget.bufferedBytes -= size
      resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks))
    })
    // Also when the client goes away half-way: without an end there is a close.
    request.on('close', () => {
      if (!isOver) giveUp(new RequestError(400, 'the body broke off'))
    })
    request.on('error', () => {
      if (!isOver) giveUp(new RequestError(400, 'the body broke off'))
    })
  })
}

function tooLarge({ maxBodyBytes }: BodyBudget): RequestError {
  return new RequestError(413, `the body is larger than ${maxBodyBytes} bytes`, { connection: 'close' })
}
