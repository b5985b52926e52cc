import type { LocalClock } from './lease.ts'

/**
 * The source's time between two of its answers: what it last said, and what this machine counted since. Telemetry is dated by it,
 * so that a server whose time of day is wrong, or is set, is neither taken for dead nor for a newer one. Before the first answer
 * there is only the machine's own time of day.
 */
export class SourceClock {
  readonly #local: LocalClock
  #known: { readonly sourceMs: number; readonly monotonicMs: number } | undefined

  constructor(local: LocalClock) {
    this.#local = local
  }

  get isKnown(): boolean {
    return this.#known !== undefined
  }

  /** Takes over what the source says; what is no time is passed over. */
  set(now: string): void {
    const sourceMs = Date.parse(now)
    if (Number.isFinite(sourceMs)) this.#known = { sourceMs, monotonicMs: this.#local.monotonicMs() }
  }

  /** UTC with milliseconds. */
  now(): string {
    const known = this.#known
    const ms = known ? known.sourceMs + this.#local.monotonicMs() - known.monotonicMs : this.#local.wallMs()
    return new Date(Math.floor(ms)).toISOString()
  }
}
