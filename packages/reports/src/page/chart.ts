import { type Content, html, type Markup } from './markup.ts'

/**
 * Charts fill the width they are given and keep their text at its size: x is in per cent, y in pixels. What cannot be drawn in
 * per cent (lines through many points) lies in an inner drawing that is stretched.
 */
export interface Chart {
  /** What it shows, for those who do not see it. */
  readonly title: string
  readonly description: string
  readonly height: number
  readonly content: Content
}

export function drawChart({ title, description, height, content }: Chart): Markup {
  return html`<svg class="chart" role="img" aria-label="${title}. ${description}" width="100%" height="${height}"><title>${title}</title><desc>${description}</desc>${content}</svg>`
}

export type Scale = (value: number) => number

/** Maps a domain to a range; a domain of one value to the middle. */
export function linear([from, to]: readonly [number, number], [start, end]: readonly [number, number]): Scale {
  if (!(to > from)) return () => (start + end) / 2
  return (value) => start + ((value - from) / (to - from)) * (end - start)
}

/** A number as SVG takes it: two decimals at most. */
export const at = (value: number): string => String(Number(value.toFixed(2)))
export const percent = (value: number): string => `${at(value)}%`

/** A line through points (x in per cent, y in pixels); `step` goes on level and then jumps. */
export function line(
  points: readonly (readonly [x: number, y: number])[],
  { height, step = false, className }: { readonly height: number; readonly step?: boolean; readonly className: string },
): Markup {
  const path = points
    .map(([x, y], i) => (i === 0 ? `M${at(x)} ${at(y)}` : step ? `H${at(x)}V${at(y)}` : `L${at(x)} ${at(y)}`))
    .join('')
  return html`<svg x="0" y="0" width="100%" height="${height}" viewBox="0 0 100 ${height}" preserveAspectRatio="none"><path class="${className}" d="${path}" vector-effect="non-scaling-stroke"/></svg>`
}

/** Round numbers within a domain, about `count` of them. */
export function ticks([from, to]: readonly [number, number], count: number): number[] {
  const rough = (to - from) / count
  if (!(rough > 0)) return [from]
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= rough)!
  const first = Math.ceil(from / step - 1e-9)
  const last = Math.floor(to / step + 1e-9)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => Number(((first + i) * step).toPrecision(12)))
}

/** Shows round numbers of one scale with the same decimals: 0.40, 0.45, 0.50. */
export function showAlike(values: readonly number[]): (value: number) => string {
  const decimals = Math.max(...values.map((value) => String(value).split('.')[1]?.length ?? 0))
  return (value) => value.toFixed(decimals)
}

/** Less than this between two lines, in pixels, and their values would lie on each other. */
const lineHeight = 12

/** Horizontal lines with their values at the left, above the line; of lines that lie close together the highest has its value. */
export function grid(values: readonly number[], y: Scale, show: (value: number) => string): Markup {
  return html`<g class="grid" aria-hidden="true">${values.map((value) => {
    const at = y(value).toFixed(1)
    const isCovered = values.some((other) => y(other) < y(value) && y(value) - y(other) < lineHeight)
    return html`<line x1="0" x2="100%" y1="${at}" y2="${at}"/>${!isCovered && html`<text x="0" y="${(y(value) - 3).toFixed(1)}">${show(value)}</text>`}`
  })}</g>`
}

/** Text that stays inside: at the edges it is anchored to them. */
export function label(x: number, y: number, text: Content, className = ''): Markup {
  const anchor = x < 12 ? 'start' : x > 88 ? 'end' : 'middle'
  return html`<text${className !== '' && html` class="${className}"`} x="${percent(x)}" y="${at(y)}" text-anchor="${anchor}">${text}</text>`
}
