import type { PerformanceSummary, Verdict } from '@tidemark/schemas'
import { formatCount, formatNumber, formatShare, UNDEFINED } from '../format.ts'
import { at, drawChart, grid, label, linear, percent } from './chart.ts'
import { html, type Markup } from './markup.ts'
import { formatDay } from './time.ts'
import { badge, type Tone } from './words.ts'

const height = 118
const bottom = 96
const mostWeeks = 26

const tones: Readonly<Record<Verdict, Tone>> = { pass: 'good', fail: 'bad', inconclusive: 'calm' }
const words: Readonly<Record<Verdict, string>> = {
  pass: 'keeps its limits',
  fail: 'misses its limits',
  inconclusive: 'inconclusive',
}
const symbols: Readonly<Record<Verdict, string>> = { pass: '●', fail: '◆', inconclusive: '○' }

/** How predictions came out once their labels were there: a chart of the Brier score, and each week, newest first. */
export function renderPerformance(all: readonly PerformanceSummary[]): Markup {
  const weeks = all.slice(-mostWeeks)
  const more = all.length - weeks.length
  return html`<div class="multiples small-charts">${drawBrier(weeks)}</div>
<p class="muted small">The Brier score (less is better) of predictions whose labels came: <span class="good" aria-hidden="true">●</span> keeps the policy’s limits <span class="bad" aria-hidden="true">◆</span> shown to miss them <span class="calm" aria-hidden="true">○</span> inconclusive; the dotted line is what the version had at the gate.</p>
<div class="scroll"><table class="weeks"><caption>Performance, newest first</caption><thead><tr><th scope="col">Week of</th><th scope="col">Version</th><th scope="col">Verdict</th><th scope="col">What</th><th scope="col" class="number">Labels known</th><th scope="col" class="number">Brier score</th><th scope="col" class="number">Expected without labels</th></tr></thead><tbody>${weeks
    .toReversed()
    .map(
      ({ start, version, verdict, reason, labelled, predictions, brier, expected }) =>
        html`<tr><th scope="row">${formatDay(start)}</th><td>${version}</td><td>${badge(tones[verdict], words[verdict])}</td><td class="wide">${reason}</td><td class="number" data-unit="labels">${formatCount(labelled)} (${predictions === 0 ? UNDEFINED : formatShare(labelled / predictions)})</td><td class="number" data-unit="Brier score">${formatNumber(brier)}</td><td class="number" data-unit="expected">${formatNumber(expected)}</td></tr>`,
    )}</tbody></table></div>${more > 0 && html`<p class="muted">and ${more} older weeks</p>`}`
}

function drawBrier(weeks: readonly PerformanceSummary[]): Markup {
  const values = weeks.flatMap(({ brier, released }) => [brier, released]).filter((value) => value !== null)
  const y = linear([0, Math.max(0.05, ...values) * 1.15], [bottom, 14])
  const starts = [...new Set(weeks.map(({ start }) => start))]
  const x = linear([0, Math.max(1, starts.length - 1)], [starts.length === 1 ? 55 : 15, 96])
  const released = weeks.at(-1)?.released ?? null
  const content = [
    html`<g class="axis" aria-hidden="true"><line x1="0" x2="100%" y1="${bottom}" y2="${bottom}"/></g>`,
    released !== null && html`<g class="limits">${grid([released], y, (value) => formatNumber(value))}</g>`,
    weeks.map(({ start, version, verdict, brier }) => {
      if (brier === null) return null
      return html`<g class="effect ${tones[verdict]}"><title>${version}, week of ${formatDay(start)}: ${formatNumber(brier)}: ${words[verdict]}</title><text class="mark" x="${percent(x(starts.indexOf(start)))}" y="${at(y(brier) + 3.5)}" text-anchor="middle">${symbols[verdict]}</text></g>`
    }),
    starts[0] !== undefined && label(x(0), bottom + 15, formatDay(starts[0]).replace(/ \d{4}$/, ''), 'tick'),
    starts.length > 1 &&
      label(x(starts.length - 1), bottom + 15, formatDay(starts.at(-1)!).replace(/ \d{4}$/, ''), 'tick'),
  ]
  const newest = weeks.at(-1)
  return html`<figure><figcaption><b>Brier score</b> <span class="muted">of weeks with labels</span></figcaption>${drawChart(
    {
      title: 'Brier score by week',
      description: `${starts.length} weeks; newest ${formatNumber(newest?.brier)}`,
      height,
      content,
    },
  )}</figure>`
}
