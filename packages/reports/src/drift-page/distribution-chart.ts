import type { BaselineColumn, ProfileColumn } from '@tidemark/schemas'
import { formatGiven, formatShare } from '../format.ts'
import { at, drawChart, label, linear, percent, type Scale, showAlike, ticks } from '../page/chart.ts'
import { html, type Markup } from '../page/markup.ts'
import { type Bin, isPublic, type Overlay, overlayOf } from './distribution.ts'

const height = 150
const bottom = 122
/** Per cent of the width; what lies outside of the bins is drawn beside them. */
const plot = [6, 94] as const

/** The baseline's distribution as an area with the window's as a line over it; undefined where either has no values. */
export function drawDistribution(
  column: BaselineColumn & { readonly kind: 'numeric' },
  profile: ProfileColumn & { readonly kind: 'numeric' },
): Markup | undefined {
  const overlay = overlayOf(column, profile)
  if (overlay === null || overlay.bins.length === 0) return undefined
  const isShown = isPublic(column)
  const { bins, below, above } = overlay
  const [low, high] = [bins[0]!.from, bins.at(-1)!.to]
  const x = linear([low, high], plot)
  // Of a rank the baseline has as much as of any other: what is drawn is how many times as much the window has.
  const amount = (bin: Bin, of: 'baseline' | 'window') =>
    isShown ? bin[of] : Math.min(4, bin[of] / Math.max(bin.baseline, 1e-9))
  const outside = isShown ? [below, above].flatMap(({ baseline, window }) => [baseline, window]) : []
  const highest = Math.max(1e-9, ...bins.flatMap((bin) => [amount(bin, 'baseline'), amount(bin, 'window')]), ...outside)
  const y = linear([0, highest], [bottom, 8])
  const content = [
    outline(bins, x, (bin) => y(amount(bin, 'baseline')), 'reference'),
    outline(bins, x, (bin) => y(amount(bin, 'window')), 'current'),
    isShown && tail(below, 0, y),
    isShown && tail(above, 96.5, y),
    html`<g class="axis" aria-hidden="true"><line x1="0" x2="100%" y1="${bottom}" y2="${bottom}"/></g>`,
    isShown ? valueAxis(low, high, x) : rankAxis(),
  ]
  return html`<figure class="distribution">${drawChart({
    title: `Distribution of ${column.name}, baseline and window`,
    description: gapInWords(overlay, isShown),
    height,
    content,
  })}<figcaption>${isApart(overlay) && `${gapInWords(overlay, isShown)} `}${!isShown && ranksInWords(column)}</figcaption></figure>`
}

/** An area down to the axis, or a line for the window; both go level through a bin. */
function outline(bins: readonly Bin[], x: Scale, y: (bin: Bin) => number, className: string): Markup {
  const path = bins.map((bin) => `V${at(y(bin))}H${at(x(bin.to))}`).join('')
  return html`<svg x="0" y="0" width="100%" height="${height}" viewBox="0 0 100 ${height}" preserveAspectRatio="none"><path class="${className}" d="M${at(x(bins[0]!.from))} ${bottom}${path}V${bottom}" vector-effect="non-scaling-stroke"/></svg>`
}

/** What lies beyond the bins on one side, where that is worth a mark. */
function tail({ baseline, window }: Overlay['below'], left: number, y: Scale): Markup | null {
  if (Math.max(baseline, window) < 0.005) return null
  const bar = (share: number, from: number, className: string) =>
    html`<rect class="${className}" x="${percent(from)}" width="1.6%" y="${at(y(share))}" height="${at(bottom - y(share))}"/>`
  return html`<g><title>beyond: ${formatShare(baseline)} of the baseline, ${formatShare(window)} of the window</title>${bar(baseline, left, 'reference')}${bar(window, left + 1.8, 'current-bar')}</g>`
}

function valueAxis(low: number, high: number, x: Scale): Markup {
  const marks = ticks([low, high], 5)
  const show = marks.every((mark) => Math.abs(mark) < 1e6) ? showAlike(marks) : formatGiven
  return html`<g class="axis" aria-hidden="true">${marks.map((mark) => html`<line x1="${percent(x(mark))}" x2="${percent(x(mark))}" y1="${bottom}" y2="${bottom + 4}"/>${label(x(mark), bottom + 17, show(mark).replace('-', '−'))}`)}</g>`
}

const rankAxis = (): Markup =>
  html`<g aria-hidden="true">${label(plot[0], bottom + 17, 'lowest')}${label(plot[1], bottom + 17, 'highest of the baseline')}</g>`

const ranksInWords = ({ joint }: BaselineColumn & { readonly kind: 'numeric' }): string =>
  joint === undefined
    ? 'The column is not public: its values are not shown, only how the window lies on the baseline’s ranks.'
    : `How far rows are from what ${joint.columns.length} columns have in common, on the baseline’s ranks.`

/** Below this the place where two samples are farthest apart is chance's. */
const isApart = ({ gap }: Overlay): boolean => Math.abs(gap.baseline - gap.window) >= 0.05

function gapInWords({ gap }: Overlay, isShown: boolean): string {
  const shares = `${formatShare(gap.baseline)} of the baseline, ${formatShare(gap.window)} of the window`
  return isShown
    ? `Farthest apart at ${formatGiven(Number(gap.edge.toPrecision(4))).replace('-', '−')}: ${shares} are at most that.`
    : `Farthest apart where the lowest ${formatShare(gap.baseline)} of the baseline end: ${formatShare(gap.window)} of the window are below.`
}
