import type { DriftFamily, DriftResult, DriftSummary, DriftVerdict, ModelOverview } from '@tidemark/schemas'
import { formatCount, formatNumber, formatQuantity } from '../format.ts'
import { drawEffect } from './drift-chart.ts'
import { anchor, html, type Markup } from './markup.ts'
import type { Place } from './place.ts'
import { formatDay } from './time.ts'
import { badge, driftTone, driftWord } from './words.ts'

const mostCharts = 9
const mostWeeks = 12

/** One measured effect over the weeks. */
export interface EffectSeries {
  readonly column: string
  readonly family: DriftFamily
  readonly weeks: readonly { readonly start: string; readonly result: DriftResult | null }[]
}

const familyTitle: Readonly<Record<DriftFamily, string>> = {
  predictions: 'prediction',
  labels: 'label',
  calibration: 'calibration, beyond what is tolerated',
  features: 'feature',
  nulls: 'missing values',
}

/** The effects that moved most by week, and the verdict of each week, newest first. */
export function renderDrift({ drift, events }: ModelOverview, place: Place): Markup {
  if (drift.length === 0) return html`<p>No window was judged so far.</p>`
  const series = rankSeries(drift)
  const shown = series.slice(0, mostCharts)
  const rest = series.slice(mostCharts)
  const issues = new Map(
    events.filter(({ issue }) => issue !== undefined).map(({ cause, issue }) => [cause.slice(0, 64), issue!]),
  )
  const weeks = drift.toReversed().slice(0, mostWeeks)
  const more = drift.length - weeks.length
  return html`<div class="multiples small-charts">${shown.map((each) => drawEffect(each, familyTitle[each.family]))}</div>
<p class="muted small">Effect of each week against the baseline with its bounds from days: <span class="good" aria-hidden="true">●</span> no drift <span class="warn" aria-hidden="true">▲</span> drift, lower bound above the first line <span class="bad" aria-hidden="true">◆</span> strong drift, above the second <span class="muted" aria-hidden="true">○</span> inconclusive.${rest.length > 0 && html` And ${formatQuantity(rest.length, 'more effect')}, at most ${formatNumber(Math.max(...rest.map(largest)))}.`}</p>
<div class="scroll"><table><caption>Weeks, newest first</caption><thead><tr><th scope="col">Week of</th><th scope="col">Verdict</th><th scope="col">What</th><th scope="col" class="number">Rows</th><th scope="col">Issue</th></tr></thead><tbody>${weeks.map(
    (check) => {
      const issue = issues.get(check.id)
      return html`<tr><th scope="row">${formatDay(check.window.start)}</th><td>${badge(driftTone[check.verdict], driftWord[check.verdict])}</td><td class="wide">${check.reason}${check.notJudged.length > 0 && html` <span class="muted">${formatQuantity(check.notJudged.length, 'question')} could not be asked.</span>`}</td><td class="number">${formatCount(check.window.rows)}</td><td>${issue !== undefined && anchor(`#${issue}`, place.issue(issue))}</td></tr>`
    },
  )}</tbody></table></div>${more > 0 && html`<p class="muted">and ${more} older weeks</p>`}`
}

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
    weeks: drift.map(({ window, results }) => ({
      start: window.start,
      result: results.find((result) => result.column === column && result.family === family) ?? null,
    })),
  }))
  const worst = ({ weeks }: EffectSeries) =>
    Math.min(...weeks.map(({ result }) => (result ? order.indexOf(result.verdict) : order.length)))
  return series.sort(
    (a, b) =>
      worst(a) - worst(b) ||
      families.indexOf(a.family) - families.indexOf(b.family) ||
      largest(b) - largest(a) ||
      (a.column < b.column ? -1 : 1),
  )
}

const largest = ({ weeks }: EffectSeries): number => Math.max(0, ...weeks.map(({ result }) => result?.effect ?? 0))
