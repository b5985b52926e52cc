/** Two clocks of this machine, in milliseconds. */
export interface LocalClock {
  /** Never goes back, but may stand still while the machine sleeps. */
  monotonicMs(): number
  /** Time of day; may jump either way. */
  wallMs(): number
}

export const systemClock: LocalClock = { monotonicMs: () => performance.now(), wallMs: () => Date.now() }

/**
 * How long a canary may answer without hearing from its source. The rest is measured from the source's own two times, then counted
 * down by both local clocks, and the earlier end counts: setting the time of day back extends nothing, sleeping ends it.
 */
export class Lease {
  readonly #clock: LocalClock
  #expiresAt: string | null = null
  #monotonicEndMs = Number.NEGATIVE_INFINITY
  #wallEndMs = Number.NEGATIVE_INFINITY

  constructor(clock: LocalClock) {
    this.#clock = clock
  }

  /** Takes over what a source says. Hearing of the same end again never moves it later, whatever the source's clock says now. */
  observe({ expiresAt, now }: { readonly expiresAt: string | null; readonly now: string }): void {
    const leftMs = Date.parse(expiresAt ?? '') - Date.parse(now)
    const usableMs = Number.isFinite(leftMs) ? leftMs : Number.NEGATIVE_INFINITY
    const endMs = this.#clock.monotonicMs() + usableMs
    this.#monotonicEndMs = expiresAt === this.#expiresAt ? Math.min(this.#monotonicEndMs, endMs) : endMs
    this.#wallEndMs = this.#clock.wallMs() + usableMs
    this.#expiresAt = expiresAt
  }

  isFresh(): boolean {
    return this.#clock.monotonicMs() < this.#monotonicEndMs && this.#clock.wallMs() < this.#wallEndMs
  }
}
