import { TidemarkError } from '@tidemark/schemas'

/** How messages are sent; tests wait shorter. */
export interface Sending {
  /** For one answer. */
  readonly timeoutMs?: number
  readonly wait?: (ms: number) => Promise<void>
}

const mostTries = 4
const longestWaitMs = 60_000

/**
 * Posts JSON to an address that is a secret, or holds one. 429, 5xx, silence and broken connections are tried again; a redirect is
 * not followed, since the secret would go where nobody named. Throws `NOTIFICATION_FAILED`, which tells the receiver's name and
 * never the address, the message or the answer's text: each may hold the secret.
 */
export async function postJson(
  { to, address, body }: { to: string; address: URL; body: unknown },
  { timeoutMs = 10_000, wait = sleep }: Sending = {},
): Promise<void> {
  const text = JSON.stringify(body)
  for (let tries = 1; ; tries++) {
    const answer = await tryOnce(address, text, timeoutMs)
    if (answer.outcome === 'taken') return
    if (answer.outcome === 'refused' || tries === mostTries) {
      throw new TidemarkError('NOTIFICATION_FAILED', `${to} did not take the alert: ${answer.reason}`, {
        hint:
          answer.outcome === 'refused'
            ? `Check the secret that holds ${to}’s address or key; it may have been revoked.`
            : `${to} was tried ${mostTries} times. The issue and the registry tell the same; nothing else has to be done.`,
      })
    }
    await wait(Math.min(longestWaitMs, answer.waitMs ?? 1000 * 4 ** (tries - 1)))
  }
}

type Answer =
  | { readonly outcome: 'taken' }
  | { readonly outcome: 'refused'; readonly reason: string }
  | { readonly outcome: 'again'; readonly reason: string; readonly waitMs?: number | undefined }

async function tryOnce(url: URL, body: string, timeoutMs: number): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'tidemark' },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    })
    await response.body?.cancel()
    const { status, headers } = response
    if (status >= 200 && status < 300) return { outcome: 'taken' }
    if (status === 429 || status >= 500) {
      const seconds = Number(headers.get('retry-after') ?? Number.NaN)
      return {
        outcome: 'again',
        reason: `it answered ${status}`,
        waitMs: Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined,
      }
    }
    const isRedirect = status >= 300 && status < 400
    return {
      outcome: 'refused',
      reason: `it answered ${status}${isRedirect ? ', a redirect, which is not followed' : ''}`,
    }
  } catch (error) {
    const { name, cause } = error as Error
    const code = (cause as { code?: unknown } | undefined)?.code
    return {
      outcome: 'again',
      reason:
        name === 'TimeoutError'
          ? `no answer within ${timeoutMs / 1000} s`
          : typeof code === 'string' && /^[A-Z_]{3,40}$/.test(code)
            ? `the connection failed (${code})`
            : 'the connection failed',
    }
  }
}

/** An address of https, or of http on this machine. Throws `INPUT_INVALID`, which says not a word of what was given: it is a secret. */
export function readAddress(to: string, address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const isHere = url !== undefined && /^(127\.0\.0\.1|\[::1\]|localhost)$/.test(url.hostname)
  if (url !== undefined && url.username === '' && (url.protocol === 'https:' || (url.protocol === 'http:' && isHere)))
    return url
  throw new TidemarkError('INPUT_INVALID', `the address given for ${to} is no https address`, {
    hint: `Store the whole address that ${to} shows, from https:// on, as the secret.`,
  })
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
