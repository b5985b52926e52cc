/** At most so many at a time, in the order they came. */
export class Slots {
  #free: number
  readonly #waiting: (() => void)[] = []

  constructor(count: number) {
    this.#free = count
  }

  /** Runs `work` when its turn comes; undefined when `stop` was aborted before. */
  async within<T>(stop: AbortSignal, work: () => Promise<T>): Promise<T | undefined> {
    if (stop.aborted) return undefined
    if (this.#free > 0) this.#free--
    else if (!(await this.#turn(stop))) return undefined
    try {
      return await work()
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#free++
    }
  }

  #turn(stop: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const start = () => {
        stop.removeEventListener('abort', leave)
        resolve(true)
      }
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(start), 1)
        resolve(false)
      }
      this.#waiting.push(start)
      stop.addEventListener('abort', leave, { once: true })
    })
  }
}
