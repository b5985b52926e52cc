import type { DriftFamily } from '@tidemark/schemas'
import { codeSpan } from './escape.ts'
import { formatNumber, formatQuantity } from './format.ts'
import { list, paragraphs } from './markdown.ts'

/** An effect that grows from window to window, before or after it reaches its limit. */
interface GrowingEffect {
  readonly column: string
  readonly family: DriftFamily
  readonly windows: number
  readonly effect: number
  readonly slope: number
  readonly limit: number
  readonly windowsToLimit: number
}

const mostShown = 10

/** What grows over the windows on record, a line each; empty where nothing does. */
export function renderDriftTrends(trends: readonly GrowingEffect[]): string {
  if (trends.length === 0) return ''
  return paragraphs(
    `### 📈 ${formatQuantity(trends.length, 'effect')} growing`,
    list(trends.map(describeTrend), mostShown),
    '<sub>Told, not decided on: the median slope over the windows on record, where Mann–Kendall’s test finds an order.</sub>',
  )
}

function describeTrend({ column, family, windows, effect, slope, limit, windowsToLimit }: GrowingEffect): string {
  const name = `${family === 'nulls' ? 'missing ' : ''}${codeSpan(column)}`
  const grows = `${name} grows by ${formatNumber(slope)} a window over ${formatQuantity(windows, 'window')}, to ${formatNumber(effect)}`
  return windowsToLimit === 0
    ? `${grows}, which is at its limit of ${formatNumber(limit)}.`
    : `${grows}; at this pace it is at its limit of ${formatNumber(limit)} in ${formatQuantity(windowsToLimit, 'window')}.`
}
