import { windowKind, windowName } from '@tidemark/schemas'
import { formatNumber, formatQuantity } from '../format.ts'
import { at, drawChart, grid, label, linear, percent } from './chart.ts'
import type { EffectSeries } from './drift.ts'
import { html, type Markup } from './markup.ts'
import { formatDay } from './time.ts'
import { driftTone, driftWord } from './words.ts'

const height = 118
const bottom = 96
const mostWindows = 53

/** One effect by window, with bounds and the limits it is judged by. The scale reaches the limits at least, so that calm looks calm. */
export function drawEffect({ column, family, windows: all }: EffectSeries, title: string): Markup {
  const windows = all.slice(-mostWindows)
  const kind = windowKind(windows.map(({ check }) => check))
  const results = windows.flatMap(({ result }) => (result ? [result] : []))
  const limits = results.at(-1)?.limits ?? { warn: 0.1, fail: 0.2 }
  const highest = Math.max(limits.fail * 1.15, ...results.map(({ bounds, effect }) => bounds.upper ?? effect ?? 0))
  const y = linear([0, highest], [bottom, 14])
  const x = linear([0, Math.max(1, windows.length - 1)], [windows.length === 1 ? 55 : 15, 96])
  const content = [
    html`<g class="axis" aria-hidden="true"><line x1="0" x2="100%" y1="${bottom}" y2="${bottom}"/></g>`,
    html`<g class="limits">${grid(
      [limits.warn, limits.fail].filter((limit) => limit > 0),
      y,
      (value) => String(value),
    )}</g>`,
    windows.map(({ check, result }, i) => {
      if (!result || result.effect === null) return null
      const place = x(i)
      const { lower, upper } = result.bounds
      const bounds = lower === null || upper === null ? '' : `, bounds ${formatNumber(lower)} to ${formatNumber(upper)}`
      const tone = driftTone[result.verdict]
      return html`<g class="effect ${tone}"><title>${windowName(check, formatDay)}: ${formatNumber(result.effect)}${bounds}: ${driftWord[result.verdict]}</title>${lower !== null && upper !== null && html`<line class="whisker" x1="${percent(place)}" x2="${percent(place)}" y1="${at(y(Math.max(0, lower)))}" y2="${at(y(upper))}"/>`}<text class="mark" x="${percent(place)}" y="${at(y(Math.max(0, result.effect)) + 3.5)}" text-anchor="middle">${symbols[result.verdict]}</text></g>`
    }),
    windows[0] && label(x(0), bottom + 15, formatDay(windows[0].check.window.start).replace(/ \d{4}$/, ''), 'tick'),
    windows.length > 1 &&
      label(
        x(windows.length - 1),
        bottom + 15,
        formatDay(windows.at(-1)!.check.window.start).replace(/ \d{4}$/, ''),
        'tick',
      ),
  ]
  const found = results.filter(({ verdict }) => verdict !== 'pass').length
  return html`<figure><figcaption><b>${column}</b> <span class="muted">${title}</span></figcaption>${drawChart({
    title: `Drift of ${column} (${family}) by ${kind}`,
    description: `${formatQuantity(results.length, kind)}, ${found} of them not clear; newest ${formatNumber(results.at(-1)?.effect)}`,
    height,
    content,
  })}</figure>`
}

const symbols = { pass: '●', warn: '▲', fail: '◆', inconclusive: '○' } as const
