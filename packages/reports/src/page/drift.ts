import {
  type DriftFamily,
  type DriftResult,
  type DriftSummary,
  type DriftVerdict,
  type ModelOverview,
  windowKind,
  windowName,
} from '@tidemark/schemas'
import { familyTitle } from '../drift.ts'
import { formatCount, formatNumber, formatQuantity, formatShare, UNDEFINED } from '../format.ts'
import { drawEffect } from './drift-chart.ts'
import { anchor, type Content, html, type Markup } from './markup.ts'
import type { Place } from './place.ts'
import { formatDay } from './time.ts'
import { badge, driftTone, driftWord } from './words.ts'

const mostCharts = 9
const mostWindows = 12
const mostColumns = 4

/** One measured effect over the windows. */
export interface EffectSeries {
  readonly column: string
  readonly family: DriftFamily
  readonly windows: readonly { readonly check: DriftSummary; readonly result: DriftResult | null }[]
}

/** The effects that moved most, and the verdict of each window, newest first. */
export function renderDrift({ drift, events }: ModelOverview, place: Place): Markup {
  if (drift.length === 0) return html`<p>No window was judged so far.</p>`
  const series = rankSeries(drift)
  const shown = series.slice(0, mostCharts)
  const rest = series.slice(mostCharts)
  const issues = new Map(
    events.filter(({ issue }) => issue !== undefined).map(({ cause, issue }) => [cause.slice(0, 64), issue!]),
  )
  const kind = windowKind(drift)
  const windows = drift.toReversed().slice(0, mostWindows)
  const more = drift.length - windows.length
  return html`<div class="multiples small-charts">${shown.map((each) => drawEffect(each, familyTitle[each.family]))}</div>
<p class="muted small">How far each ${kind} is from the baseline (0 is the same, 1 is nothing in common; for calibration, how far beyond what the reference shows), with bounds from days and the limits dotted: <span class="good" aria-hidden="true">●</span> no drift <span class="warn" aria-hidden="true">▲</span> drift, lower bound above the warning limit <span class="bad" aria-hidden="true">◆</span> strong drift, lower bound above the second limit <span class="muted" aria-hidden="true">○</span> inconclusive.${rest.length > 0 && html` And ${formatQuantity(rest.length, 'more effect')}, ${allBelow(rest)}.`}</p>
<div class="scroll"><table class="weeks"><caption>${titles[kind].many}, newest first</caption><thead><tr><th scope="col">${titles[kind].one}</th><th scope="col">Verdict</th><th scope="col">What</th><th scope="col" class="number">Rows</th><th scope="col">Issue</th></tr></thead><tbody>${windows.map(
    (check) => {
      const issue = issues.get(check.id)
      return html`<tr><th scope="row">${kind === 'window' ? windowName(check, formatDay).replace(/^window /, '') : formatDay(check.window.start)}</th><td>${badge(driftTone[check.verdict], driftWord[check.verdict])}</td><td class="wide">${whatOf(check)}${check.notJudged.length > 0 && html` <span class="muted">${formatQuantity(check.notJudged.length, 'question')} could not be asked.</span>`}</td><td class="number" data-unit="rows">${formatCount(check.window.rows)}</td><td>${issue !== undefined && anchor(`#${issue}`, place.issue(issue))}</td></tr>`
    },
  )}</tbody></table></div>${more > 0 && html`<p class="muted">and ${formatQuantity(more, `older ${kind}`)}</p>`}`
}

const titles = {
  week: { one: 'Week of', many: 'Weeks' },
  day: { one: 'Day', many: 'Days' },
  window: { one: 'Window', many: 'Windows' },
} as const

/** What changed, or could not be settled, in numbers: before and in the window, how far apart, and within which bounds. */
function whatOf({ verdict, reason, results }: DriftSummary): Content {
  const open = results.filter((result) => result.verdict === verdict)
  if (verdict === 'pass' || open.length === 0) return reason
  const shown = open.slice(0, mostColumns).map((result, i) => html`${i > 0 && '; '}${effectInWords(result)}`)
  const more = open.length > mostColumns && ` and ${formatQuantity(open.length - mostColumns, 'more effect')}`
  return html`${verdict === 'inconclusive' && 'Too close to the limit to tell: '}${shown}${more}.`
}

function effectInWords({ column, statistic, effect, bounds, values }: DriftResult): Markup {
  const show = statistic === 'rate' ? formatShare : roundValue
  const { baseline, window } = values
  const isKnown = baseline !== null && window !== null
  const bounded =
    bounds.lower === null || bounds.upper === null
      ? ''
      : `, bounds ${roundEffect(bounds.lower)} to ${roundEffect(bounds.upper)}`
  const change = isKnown && `${statistic === 'ks' ? 'mean ' : ''}${show(baseline)} → ${show(window)}, `
  return html`<b>${column}</b> <span class="muted">${change}effect ${effect === null ? UNDEFINED : roundEffect(effect)}${bounded}</span>`
}

/** Enough to compare with limits such as 0.1; a bound below 0 says no more than 0. */
const roundEffect = (value: number): string => Math.max(0, value).toFixed(3)
const roundValue = (value: number): string =>
  Math.abs(value) < 1000 ? String(Number(value.toPrecision(3))).replace('-', '−') : formatNumber(value)

const order: readonly DriftVerdict[] = ['fail', 'warn', 'inconclusive', 'pass']
const families: readonly DriftFamily[] = ['predictions', 'labels', 'calibration', 'features', 'nulls']

/** Effects by what was ever shown to have changed, then what people ask for first, then how far it went. */
export function rankSeries(drift: readonly DriftSummary[]): EffectSeries[] {
  const keys = new Map<string, Pick<EffectSeries, 'column' | 'family'>>()
  for (const { results } of drift)
    for (const { column, family } of results) keys.set(`${family}\n${column}`, { column, family })
  const series = [...keys.values()].map(({ column, family }) => ({
    column,
    family,
    windows: drift.map((check) => ({
      check,
      result: check.results.find((result) => result.column === column && result.family === family) ?? null,
    })),
  }))
  const worst = ({ windows }: EffectSeries) =>
    Math.min(...windows.map(({ result }) => (result ? order.indexOf(result.verdict) : order.length)))
  return series.sort(
    (a, b) =>
      worst(a) - worst(b) ||
      families.indexOf(a.family) - families.indexOf(b.family) ||
      largest(b) - largest(a) ||
      (a.column < b.column ? -1 : 1),
  )
}

const allBelow = (series: readonly EffectSeries[]): string => {
  const most = Math.max(...series.map(largest))
  return most > 0 ? `at most ${formatNumber(most)}` : series.length === 1 ? 'which is 0' : 'all of them 0'
}

const largest = ({ windows }: EffectSeries): number => Math.max(0, ...windows.map(({ result }) => result?.effect ?? 0))
