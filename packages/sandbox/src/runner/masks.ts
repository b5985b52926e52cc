/** What must not be shown. Every secret, the job's token and each `::add-mask::` of a job. */
export class Masks {
  readonly #values = new Set<string>()
  #pattern: RegExp | undefined

  add(value: string): void {
    // A secret of several lines is also hidden line by line, since logs are lines.
    for (const part of [value, ...value.split(/\r?\n/)].map((each) => each.trim()).filter((each) => each.length > 0)) {
      this.#values.add(part)
      this.#values.add(JSON.stringify(part).slice(1, -1))
    }
    // Longest first, so that a secret inside another one does not leave its rest behind.
    const sources = [...this.#values].sort((a, b) => b.length - a.length).map(quote)
    this.#pattern = sources.length === 0 ? undefined : new RegExp(sources.join('|'), 'g')
  }

  hide(text: string): string {
    return this.#pattern ? text.replace(this.#pattern, '***') : text
  }
}

const quote = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
