import { RequestError } from '../protocol/request-error.ts'

/** Lets so many requests in at once; so many wait in order; the rest are turned away with 429. */
export class Admission {
  readonly #concurrency: number
  readonly #queueLength: number
  readonly #waiting: (() => void)[] = []
  #head = 0
  active = 0

  constructor({ concurrency, queueLength }: { readonly concurrency: number; readonly queueLength: number }) {
    this.#concurrency = concurrency
    this.#queueLength = queueLength
  }

  get waiting(): number {
    return this.#waiting.length - this.#head
  }

  /** Undefined when the request may go on at once, else resolves when it may. Throws `RequestError` 429. */
  enter(): Promise<void> | undefined {
    if (this.active < this.#concurrency) {
      this.active++
      return undefined
    }
    if (this.waiting >= this.#queueLength) {
      throw new RequestError(429, 'too many requests are waiting', { 'retry-after': '1' })
    }
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  /** The place goes to the one who waits longest. */
  leave(): void {
    const next = this.#waiting[this.#head]
    if (!next) {
      this.active--
      return
    }
    this.#head++
    if (this.#head === this.#waiting.length || this.#head > 1024) {
      this.#waiting.splice(0, this.#head)
      this.#head = 0
    }
    next()
  }
}
