import { type Baseline, type DriftCheck, type DriftSummary, windowName } from '@tidemark/schemas'
import { formatCount, formatNumber, formatQuantity, shortDigest } from '../format.ts'
import { renderFilter } from '../page/filter.ts'
import { renderFrame } from '../page/frame.ts'
import { type Content, html, type Markup } from '../page/markup.ts'
import { formatDay } from '../page/time.ts'
import { badge, driftTone, driftWord } from '../page/words.ts'
import { type ColumnFindings, findingsOf, renderColumn } from './column-card.ts'
import { effectsInWords } from './interval-chart.ts'
import { driftStyle } from './style.ts'
import { renderWindowStrip } from './window-strip.ts'

export interface DriftPage {
  readonly baseline: Baseline
  /** The window shown; its `baseline` is the baseline's id. */
  readonly check: DriftCheck
  /** Windows on record in order of time, for the trends; the check's own may be among them. */
  readonly windows: readonly DriftSummary[]
  /** The file beside this one that shows a window, by the window's first day. */
  readonly pageOf?: ((start: string) => string | undefined) | undefined
}

/** Columns beyond these that did not change have a line instead of a drawing. */
const mostDrawn = 60
const mostListed = 2000

/**
 * One HTML file about one window that asks nothing of any network: what changed, then each column's distribution beside the
 * baseline's, its effect with bounds, and the windows before. Values stand in it only of columns that the contract calls
 * public. The same documents give the same bytes.
 */
export function renderDriftPage({ baseline, check, windows, pageOf }: DriftPage): string {
  const { model, window, verdict } = check
  const around = { baseline, check, windows: withOwn(windows, check) }
  const findings = findingsOf(check)
  const drawn = findings
    .filter((each, i) => each.verdict === 'fail' || each.verdict === 'warn' || i < mostDrawn)
    .slice(0, 2 * mostDrawn)
  const listed = findings.slice(drawn.length)
  return renderFrame({
    title: `Drift of ${model}: ${windowName(check, formatDay)}`,
    generator: 'tidemark drift-report',
    about: `${formatDay(window.start)} until ${formatDay(window.end)} against ${formatDay(baseline.period.start)} until ${formatDay(baseline.period.end)}`,
    skipTo: { id: 'columns', title: 'columns' },
    style: driftStyle,
    isFiltered: findings.length > 0,
    main: html`<main><section class="callout ${driftTone[verdict]}"><h2>${badge(driftTone[verdict], driftWord[verdict])}</h2><p>${check.reason}</p>${renderChanged(findings)}</section>
${facts(baseline, check)}
${around.windows.length > 1 && html`<section><h3>Windows on record</h3>${renderWindowStrip(around.windows, check, pageOf)}</section>`}
${check.notJudged.length > 0 && html`<section><h3>Not judged, which is no pass</h3><ul>${check.notJudged.slice(0, 100).map(({ id, reason }) => html`<li><code>${id}</code> ${reason}</li>`)}</ul>${check.notJudged.length > 100 && html`<p>and ${formatCount(check.notJudged.length - 100)} more</p>`}</section>`}
${findings.length > 0 && filterOf(drawn)}
<p class="muted small"><span class="key reference"></span>baseline <span class="key current"></span>window. ${effectsInWords(check.policy)}</p>
<h2 class="visually-hidden">Columns</h2><div id="columns" class="columns">${drawn.map((each, i) => renderColumn(each, around, `column-${i + 1}`))}</div>
${listed.length > 0 && renderListed(listed)}</main>`,
    footer: html`Made from counts alone: baseline <code>${shortDigest(baseline.id)}</code>, check <code>${shortDigest(check.id)}</code>. No row and no value of a column that is not public is in this file.`,
  })
}

function withOwn(windows: readonly DriftSummary[], check: DriftSummary): DriftSummary[] {
  const others = windows.filter(({ window }) => window.start !== check.window.start)
  return [...others, check].sort((a, b) => (a.window.start < b.window.start ? -1 : 1))
}

function renderChanged(findings: readonly ColumnFindings[]): Content {
  const changed = findings.flatMap((each, i) =>
    each.verdict === 'fail' || each.verdict === 'warn' ? [{ ...each, id: `column-${i + 1}` }] : [],
  )
  if (changed.length === 0) return null
  const reasonOf = ({ results, verdict }: ColumnFindings) =>
    results.find((result) => result.verdict === verdict)?.reason
  return html`<ul class="changed">${changed.slice(0, 12).map((each) => html`<li><a href="#${each.id}">${each.name}</a>: ${reasonOf(each)}</li>`)}${changed.length > 12 && html`<li>and ${formatQuantity(changed.length - 12, 'more column')}</li>`}</ul>`
}

function facts(baseline: Baseline, { window, results, ruledOutAbove }: DriftCheck): Markup {
  const card = (title: string, value: string, note: string) =>
    html`<div class="card"><h3>${title}</h3><p class="value">${value}</p><p class="note">${note}</p></div>`
  return html`<section class="status">${card('Window', formatQuantity(window.rows, 'row'), formatQuantity(window.blocks, 'day'))}${card('Baseline', formatQuantity(baseline.rows, 'row'), `${formatQuantity(baseline.blocks, 'day')}, ${formatQuantity(baseline.weeks, 'complete week')}`)}${card('Judged', formatQuantity(results.length, 'effect'), ruledOutAbove === undefined ? 'false alarms held down within each family' : `drift above ${formatNumber(ruledOutAbove)} is ruled out for each`)}</section>`
}

function filterOf(findings: readonly ColumnFindings[]): Markup {
  const count = (verdict: ColumnFindings['verdict']) => findings.filter((each) => each.verdict === verdict).length
  return renderFilter({
    legend: 'Columns to show',
    field: 'Column',
    names: 'columns',
    all: findings.length,
    choices: [
      ['fail', 'Strong drift', count('fail')],
      ['warn', 'Drift', count('warn')],
      ['inconclusive', 'Inconclusive', count('inconclusive')],
      ['pass', 'No drift', count('pass')],
    ],
  })
}

function renderListed(findings: readonly ColumnFindings[]): Markup {
  const more = findings.length - mostListed
  return html`<section><h3>${formatQuantity(findings.length, 'more column')}</h3><div class="scroll"><table><caption>Columns that are not drawn</caption><thead><tr><th scope="col">Column</th><th scope="col">Verdict</th><th scope="col" class="number">Effect</th></tr></thead><tbody>${findings.slice(0, mostListed).map(({ name, verdict, results }) => html`<tr data-name="${name.toLowerCase()}"><th scope="row">${name}</th><td>${badge(driftTone[verdict], driftWord[verdict])}</td><td class="number">${formatNumber(results[0]?.effect)}</td></tr>`)}</tbody></table></div>${more > 0 && html`<p>and ${formatCount(more)} more</p>`}</section>`
}
