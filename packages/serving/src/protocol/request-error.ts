/** The statuses with which a request is refused or fails. */
export type ErrorStatus = 400 | 404 | 405 | 408 | 413 | 415 | 429 | 431 | 500 | 503

/** An answer that is an error: the protocol's `{"error": message}` with a status. Never a defect of the server. */
export class RequestError extends Error {
  readonly status: ErrorStatus
  readonly headers: Readonly<Record<string, string>>

  constructor(status: ErrorStatus, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.name = 'RequestError'
    this.status = status
    this.headers = headers
  }
}

/** A caller's text in an error, shortened, so that an answer is never as large as the request. */
export function quoted(value: unknown): string {
  const text = typeof value === 'string' ? JSON.stringify(value) : describe(value)
  return text.length > 80 ? `${text.slice(0, 77)}…` : text
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return `an array of ${value.length}`
  if (typeof value === 'object' && value !== null) return 'an object'
  return String(value)
}
