import type { DriftCheck, DriftResult } from '@tidemark/schemas'
import { formatGiven, formatNumber } from '../format.ts'
import { at, label, linear, percent } from '../page/chart.ts'
import { html, type Markup } from '../page/markup.ts'
import { driftTone } from '../page/words.ts'

/** What an effect, its bounds and the dotted limits are. */
export const effectsInWords = ({ confidence }: Pick<DriftCheck['policy'], 'confidence'>): string =>
  `An effect is 0 where the two are alike and 1 where they have nothing in common; its bounds, each one-sided at ${formatGiven(confidence * 100)} %, come from days, not rows, and the limits are dotted.`

/** An effect with its bounds on a line from 0, and the limits it is judged by. */
export function drawEffectBounds({ effect, bounds, limits, verdict }: DriftResult): Markup | null {
  const { lower, upper } = bounds
  if (effect === null || lower === null || upper === null) return null
  const x = linear([0, Math.max(limits.fail * 1.25, upper * 1.05)], [1, 99])
  const whisker = html`<line class="whisker" x1="${percent(x(Math.max(0, lower)))}" x2="${percent(x(upper))}" y1="11" y2="11"/>`
  // Where the scale is long the two limits lie so close that one number would stand on the other.
  const isApart = x(limits.fail) - x(limits.warn) > 10
  const limit = (value: number) =>
    value > 0 &&
    html`<line class="limit" x1="${percent(x(value))}" x2="${percent(x(value))}" y1="2" y2="20"/>${(isApart || value === limits.fail) && label(x(value), 31, at(value))}`
  return html`<svg class="bounds" role="img" width="100%" height="34" aria-label="Effect ${formatNumber(effect)}, bounds ${formatNumber(lower)} to ${formatNumber(upper)}, limits ${limits.warn} and ${limits.fail}"><line class="track" x1="1%" x2="99%" y1="11" y2="11"/>${limit(limits.warn)}${limits.fail !== limits.warn && limit(limits.fail)}<g class="effect ${driftTone[verdict]}">${whisker}<circle class="dot ${driftTone[verdict]}" cx="${percent(x(Math.max(0, effect)))}" cy="11" r="5"/></g></svg>`
}
