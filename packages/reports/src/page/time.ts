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

/** A time axis from 1 to 99 per cent, labelled below `y` at a few places of round time: minutes, days, months or years. */
export function timeAxis(from: string, to: string, y: number): TimeAxis {
  const [start, end] = [Date.parse(from), Math.max(Date.parse(to), Date.parse(from) + 60_000)]
  const x = linear([start, end], [1, 99])
  const { times, show } = roundTimes(start, end)
  const marks = html`<g class="axis" aria-hidden="true"><line x1="0" x2="100%" y1="${y}" y2="${y}"/>${times.map(
    (time, i) => {
      const text = show(new Date(time).toISOString(), i === 0)
      return html`<line x1="${x(time).toFixed(2)}%" x2="${x(time).toFixed(2)}%" y1="${y}" y2="${y + 4}"/>${label(x(time), y + 16, text)}`
    },
  )}</g>`
  return { x, marks }
}

interface RoundTimes {
  readonly times: readonly number[]
  readonly show: (time: string, isFirst: boolean) => string
}

/** At most five of them. */
function roundTimes(start: number, end: number): RoundTimes {
  const span = end - start
  const stepMs = steps.find((step) => span / step <= 4)
  if (stepMs === undefined) {
    const months = monthSteps.find((step) => span / (step * 30 * dayMs) <= 4) ?? 1200
    const show = (time: string, isFirst: boolean) =>
      months >= 12 ? time.slice(0, 4) : formatShortDay(time) + (isFirst ? ` ${time.slice(0, 4)}` : '')
    return { times: monthsBetween(start, end, months), show }
  }
  const times: number[] = []
  for (let time = Math.ceil(start / stepMs) * stepMs; time <= end; time += stepMs) times.push(time)
  const show = (time: string, isFirst: boolean) =>
    formatShortDay(time) + (stepMs < dayMs ? ` ${time.slice(11, 16)}` : isFirst ? ` ${time.slice(0, 4)}` : '')
  return { times, show }
}

const steps = [1 / 12, 1 / 4, 1 / 2, 1, 2, 4, 6, 12, 24, 48, 96, 168, 336].map((hours) => hours * hourMs)
const monthSteps = [1, 2, 3, 6, 12, 24, 60, 120]

/** Firsts of every `step`th month, counted from January 1970. */
function monthsBetween(start: number, end: number, step: number): number[] {
  const first = new Date(start)
  const months = (first.getUTCFullYear() - 1970) * 12 + first.getUTCMonth()
  const times: number[] = []
  for (let month = Math.floor(months / step) * step; ; month += step) {
    const time = Date.UTC(1970, month, 1)
    if (time > end) return times
    if (time >= start) times.push(time)
  }
}
