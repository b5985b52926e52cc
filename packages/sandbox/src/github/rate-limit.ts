import type { Token } from './entities.ts'
import type { World } from './world.ts'

interface RateWindow {
  limit: number
  used: number
  /** Seconds since the epoch at which the window ends. */
  reset: number
}

/** GitHub's primary limit: requests an hour and token, by the controlled clock. */
export class RateLimits {
  readonly #world: World
  readonly #windows = new Map<string, RateWindow>()

  constructor(world: World) {
    this.#world = world
  }

  /** The token's present window. A GITHUB_TOKEN has 1,000 an hour for its repository, others 5,000, nobody 60. */
  window(token: Token | null): RateWindow {
    const key =
      token === null ? 'nobody' : token.kind === 'job' ? `job ${token.repository}` : `${token.kind} ${token.login}`
    const now = Math.floor(this.#world.now().getTime() / 1000)
    const known = this.#windows.get(key)
    if (known && known.reset > now) return known
    const fresh = { limit: token === null ? 60 : token.kind === 'job' ? 1000 : 5000, used: 0, reset: now + 3600 }
    this.#windows.set(key, fresh)
    return fresh
  }
}

export function rateHeaders(window: RateWindow): Record<string, string> {
  return {
    'x-ratelimit-limit': String(window.limit),
    'x-ratelimit-remaining': String(Math.max(0, window.limit - window.used)),
    'x-ratelimit-used': String(window.used),
    'x-ratelimit-reset': String(window.reset),
    'x-ratelimit-resource': 'core',
  }
}

/** The answer to `GET /rate_limit`, which costs nothing. */
export function renderRateLimits(window: RateWindow) {
  const core = {
    limit: window.limit,
    used: window.used,
    remaining: Math.max(0, window.limit - window.used),
    reset: window.reset,
  }
  const search = { limit: 30, used: 0, remaining: 30, reset: window.reset }
  return { resources: { core, search, graphql: { ...core, used: 0, remaining: core.limit } }, rate: core }
}
