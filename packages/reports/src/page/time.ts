import { formatTime } from '../format.ts'
import { label, linear, type Scale } from './chart.ts'
import { html, type Markup } from './markup.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** `4 Apr 2001`, of a timestamp or a date. */
export function formatDay(time: string): string {
  return `${formatShortDay(time)} ${time.slice(0, 4)}`
}

const formatShortDay = (time: string): string => `${Number(time.slice(8, 10))} ${months[Number(time.slice(5, 7)) - 1]}`

/** `4 Apr 2001, 11:45 UTC` that machines can read too. */
export function timeElement(time: string): Markup {
  return html`<time datetime="${time}" title="${formatTime(time)}">${formatDay(time)}, ${time.slice(11, 16)} UTC</time>`
}

/** The same in figures, for tables. */
export function timeCell(time: string): Markup {
  return html`<time datetime="${time}">${time.slice(0, 10)} <span class="muted">${time.slice(11, 16)}</span></time>`
}

export interface TimeAxis {
  /** Per cent of a timestamp. */
  readonly x: Scale
  readonly marks: Markup
}

/** A time axis from 1 to 99 per cent, labelled below `y` at three or four places of round time. */
export function timeAxis(from: string, to: string, y: number): TimeAxis {
  const [start, end] = [Date.parse(from), Math.max(Date.parse(to), Date.parse(from) + 60_000)]
  const x = linear([start, end], [1, 99])
  const stepMs = stepFor(end - start)
  const times: number[] = []
  for (let time = Math.ceil(start / stepMs) * stepMs; time <= end; time += stepMs) times.push(time)
  const marks = html`<g class="axis" aria-hidden="true"><line x1="0" x2="100%" y1="${y}" y2="${y}"/>${times.map(
    (time) => {
      const text = new Date(time).toISOString()
      const shown = stepMs < dayMs ? `${formatShortDay(text)} ${text.slice(11, 16)}` : formatShortDay(text)
      const year = stepMs >= 200 * dayMs || time === times[0] ? ` ${text.slice(0, 4)}` : ''
      return html`<line x1="${x(time).toFixed(2)}%" x2="${x(time).toFixed(2)}%" y1="${y}" y2="${y + 4}"/>${label(x(time), y + 16, stepMs < dayMs ? shown : shown + year)}`
    },
  )}</g>`
  return { x, marks }
}

const steps = [1 / 12, 1 / 4, 1 / 2, 1, 2, 4, 6, 12].map((hours) => hours * hourMs)
const longSteps = [1, 2, 4, 7, 14, 28, 56, 91, 182, 365, 730, 1826].map((days) => days * dayMs)

const stepFor = (spanMs: number): number => [...steps, ...longSteps].find((step) => spanMs / step <= 4) ?? 3652 * dayMs
