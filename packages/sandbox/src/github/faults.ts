export type FaultKind =
  | 'status'
  | 'drop-before'
  | 'drop-after'
  | 'delay'
  | 'rate-limit-primary'
  | 'rate-limit-secondary'
  | 'starter-asset-502'

export interface Fault {
  /** Which requests: all parts must fit. `nth` counts from 1 among those that fit the rest. */
  match: { method?: string; path?: RegExp; nth?: number }
  do: FaultKind
  /** How often; once if absent. */
  times?: number
  /** For `status`: 500 if absent. For `rate-limit-secondary`: 403 if absent, or 429. */
  status?: number
  /** For `rate-limit-secondary`: the answer does not say when to come again. */
  isSilent?: boolean
  /** For `delay`, in milliseconds of real time. */
  delayMs?: number
}

type RequestFilter = (method: string, path: string) => boolean

/** Faults to act out, and the point after which the client is dead. */
export class Faults {
  #faults: { fault: Fault; seen: number; left: number }[] = []
  #kill: { at: number; when: 'before' | 'after'; counts: RequestFilter; seen: number } | undefined

  add(fault: Fault): void {
    this.#faults.push({ fault, seen: 0, left: fault.times ?? 1 })
  }

  /**
   * Drops the connection of the `n`-th API request from now (counted from 1), before or after its effect, and that of
   * every later one until `clear`: what the server sees of a client killed at that moment. Only requests that `counts` takes
   * are counted; every one when it is left out.
   */
  killAt(n: number, when: 'before' | 'after', counts: RequestFilter = () => true): void {
    this.#kill = { at: n, when, counts, seen: 0 }
  }

  clear(): void {
    this.#faults = []
    this.#kill = undefined
  }

  /** The faults for one request, in the order they were added. Counts it. */
  take(method: string, path: string): Fault[] {
    const taken: Fault[] = []
    if (this.#kill) {
      const { at, when, counts } = this.#kill
      if (this.#kill.seen >= at) taken.push({ match: {}, do: 'drop-before' })
      else if (counts(method, path) && ++this.#kill.seen === at)
        taken.push({ match: {}, do: when === 'before' ? 'drop-before' : 'drop-after' })
    }
    for (const entry of this.#faults) {
      const { match } = entry.fault
      if (match.method !== undefined && match.method !== method) continue
      if (match.path && !match.path.test(path)) continue
      entry.seen++
      if (entry.left === 0 || (match.nth !== undefined && entry.seen < match.nth)) continue
      entry.left--
      taken.push(entry.fault)
    }
    return taken
  }
}
