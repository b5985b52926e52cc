import type { Markup } from '../page/markup.ts'

/** What is left of a page's size: names and rules are others' and may be of any length, so bytes are counted, not rows. */
export class Room {
  #bytes: number

  constructor(bytes: number) {
    this.#bytes = bytes
  }

  /** Renders items in order as long as they fit, and says how many are left out. */
  take<T>(items: readonly T[], render: (item: T, index: number) => Markup): { shown: Markup[]; left: number } {
    const shown: Markup[] = []
    for (const [i, item] of items.entries()) {
      const markup = render(item, i)
      const bytes = encoder.encode(markup.text).length
      if (bytes > this.#bytes) break
      this.#bytes -= bytes
      shown.push(markup)
    }
    return { shown, left: items.length - shown.length }
  }
}

const encoder = new TextEncoder()
