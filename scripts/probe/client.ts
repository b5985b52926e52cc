/** One answer of a GitHub, as it came. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly bytes: Uint8Array
  /** The body where it is JSON, of any shape: assumptions look at single fields. */
  // biome-ignore lint/suspicious/noExplicitAny: what an answer looks like is what is being found out
  readonly json: any
}

/** Paths begin with `/` below the API, or are whole addresses. Never throws for a status. */
export type Request = (
  method: string,
  path: string,
  options?: { readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> },
) => Promise<Answer>

const timeoutMs = 30_000
const mostAttempts = 4
const longestWaitMs = 60_000

/** Asks the API at `apiUrl` with a token. Waits for rate limits, since a probe that is limited has found out nothing. */
export function createRequest({ apiUrl, token }: { readonly apiUrl: string; readonly token: string }): Request {
  const base = apiUrl.replace(/\/+$/, '')
  return async (method, path, { body, headers = {} } = {}) => {
    // GitHub Enterprise Server has GraphQL beside its REST API.
    const root = path === '/graphql' ? base.replace(/\/api\/v3$/, '/api') : base
    const url = path.startsWith('/') ? root + path : path
    for (let attempt = 1; ; attempt++) {
      const response = await fetch(url, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          accept: 'application/vnd.github+json',
          'x-github-api-version': '2022-11-28',
          'user-agent': 'tidemark-probe',
          ...headers,
        },
        signal: AbortSignal.timeout(timeoutMs),
        ...(body === undefined ? {} : { body: body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body) }),
      })
      const bytes = new Uint8Array(await response.arrayBuffer())
      const waitMs = limitMs(response)
      if (waitMs !== null && waitMs <= longestWaitMs && attempt < mostAttempts) {
        await new Promise((resolve) => setTimeout(resolve, waitMs))
        continue
      }
      return { status: response.status, headers: response.headers, bytes, json: jsonOf(response, bytes) }
    }
  }
}

function limitMs({ status, headers }: Response): number | null {
  const after = headers.get('retry-after')
  if (status === 429 || (status === 403 && after !== null)) return (after === null ? 60 : Number(after)) * 1000
  return null
}

function jsonOf({ headers }: Response, bytes: Uint8Array): unknown {
  if (!/^application\/(\w+\+)*json/.test(headers.get('content-type') ?? '') || bytes.length === 0) return null
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return null
  }
}
