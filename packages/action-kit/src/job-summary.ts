import { appendFileSync } from 'node:fs'
import { print } from './log.ts'

/** GitHub refuses a step's summary of more than 1 MiB altogether. */
const limitBytes = 1024 * 1024
/** Kept back for the notice of truncation and for the display of an error. */
const reserveBytes = 32 * 1024

/** A step's summary, appended to the file GitHub names; without one (not on a runner) it is left out. */
export class JobSummary {
  readonly #file: string | undefined
  readonly #runUrl: string
  #bytes = 0
  #isFull = false

  constructor(file: string | undefined, runUrl: string) {
    this.#file = file || undefined
    this.#runUrl = runUrl
  }

  /** Appends rendered Markdown, cut at a line's end where the summary would become too large. */
  add(markdown: string): void {
    if (this.#isFull) return
    const block = `${markdown.replace(/\n+$/, '')}\n\n`
    const room = limitBytes - reserveBytes - this.#bytes
    if (Buffer.byteLength(block) <= room) {
      this.#append(block)
      return
    }
    this.#isFull = true
    this.#append(
      `${truncateMarkdown(block, room)}\n\n_The summary was cut here: GitHub shows 1 MiB a step. ${fullReport(this.#runUrl)}_\n\n`,
    )
    print('The job summary was longer than GitHub shows, and was cut.')
  }

  /** Appends even to a full summary: for the display of an error, of at most a few KB. */
  addError(markdown: string): void {
    this.#append(`${truncateMarkdown(markdown, reserveBytes - 2048)}\n\n`)
  }

  #append(text: string): void {
    this.#bytes += Buffer.byteLength(text)
    if (this.#file) appendFileSync(this.#file, text)
  }
}

/** The longest run of whole lines within `maxBytes`, with code fences and `<details>` closed. A single longer line is left out. */
export function truncateMarkdown(markdown: string, maxBytes: number): string {
  if (Buffer.byteLength(markdown) <= maxBytes) return markdown
  const closings = 256 // room for the closing marks
  const kept: string[] = []
  let bytes = 0
  let fence = ''
  let details = 0
  for (const line of markdown.split('\n')) {
    bytes += Buffer.byteLength(line) + 1
    if (bytes > maxBytes - closings) break
    kept.push(line)
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (mark && fence === '') fence = mark
    else if (mark?.startsWith(fence)) fence = ''
    if (fence === '') details += (line.match(/<details\b/g)?.length ?? 0) - (line.match(/<\/details>/g)?.length ?? 0)
  }
  if (fence !== '') kept.push(fence)
  for (let open = 0; open < Math.min(details, 10); open++) kept.push('', '</details>')
  return kept.join('\n')
}

const fullReport = (runUrl: string) =>
  runUrl === '' ? 'The log has the rest.' : `[The run's log](${runUrl}) has the rest.`
