/** Tries after the first, at a broken connection or a 5xx. */
const mostRetries = 4
/** A job may wait for a limit that resets soon; one that resets in half an hour ends it. */
const longestWaitMs = 150_000

/** The HTTP status of an octokit error, or null for anything else. */
export function statusOf(error: unknown): number | null {
  const status = (error as { name?: string; status?: unknown } | null)?.status
  return typeof status === 'number' ? status : null
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

export function headersOf(error: unknown): Record<string, string | undefined> {
  return (error as { response?: { headers?: Record<string, string | undefined> } } | null)?.response?.headers ?? {}
}

/**
 * How long to wait before the request is made again, with jitter so that writers who were stopped together do not come
 * back together; null where it should not be.
 */
export function retryDelayMs(
  error: unknown,
  { isRepeatable, attempt, random = Math.random }: { isRepeatable: boolean; attempt: number; random?: () => number },
): number | null {
  if (attempt >= mostRetries) return null
  const limit = limitOf(error)
  if (limit !== null) {
    const waitMs = limit.waitMs ?? 60_000 * 2 ** attempt
    return waitMs <= longestWaitMs ? waitMs + 1000 * random() : null
  }
  // octokit reports a broken connection as status 500 without a response.
  const status = statusOf(error)
  return isRepeatable && (status === null || status >= 500) ? 250 * 2 ** attempt * (0.5 + random()) : null
}

/**
 * The rate limit that an error tells of; null where it tells of none. `waitMs` is what GitHub asks for, null where it only
 * says that there is a secondary limit: then its documentation asks for a minute, and longer each time.
 */
export function limitOf(error: unknown): { waitMs: number | null } | null {
  const status = statusOf(error)
  const headers = headersOf(error)
  if (status !== 429 && status !== 403) return null
  const retryAfter = Number(headers['retry-after'] ?? Number.NaN)
  if (Number.isFinite(retryAfter)) return { waitMs: retryAfter * 1000 }
  if (headers['x-ratelimit-remaining'] === '0') {
    const untilMs = Number(headers['x-ratelimit-reset']) * 1000 - Date.parse(headers.date ?? '')
    return { waitMs: Number.isFinite(untilMs) ? Math.max(0, untilMs) + 1000 : null }
  }
  return status === 429 || /secondary rate limit|abuse detection/i.test(messageOf(error)) ? { waitMs: null } : null
}

/**
 * Whether a request whose fate is unknown may be made again: reads; what sets, creates under a given name or removes, which
 * HTTP calls idempotent; Git objects and refs, which are named by what they are; a commit's status, of which the newest counts.
 */
export function isRepeatable({ method, url }: { method: string; url: string }): boolean {
  return method !== 'POST' || /\/graphql$|\/git\/(blobs|trees|commits|tags|refs)$|\/statuses\/[^/]+$/.test(url)
}
