import { type DriftCheck, type DriftResult, type DriftVerdict, windowKind, windowName } from '@tidemark/schemas'
import type { ReportedContractDrift } from '../contract-drift.ts'
import { byVerdict, familyTitle } from '../drift.ts'
import { drawEffectBounds, effectsInWords } from '../drift-page/interval-chart.ts'
import { renderWindowStrip } from '../drift-page/window-strip.ts'
import { clip } from '../escape.ts'
import { formatCount, formatNumber, formatQuantity, formatShare, UNDEFINED } from '../format.ts'
import { type Content, html, type Markup } from '../page/markup.ts'
import { formatDay } from '../page/time.ts'
import { badge, driftTone, driftWord } from '../page/words.ts'
import type { Room } from './room.ts'

interface Rooms {
  readonly room: Room
  /** For what is not told first. */
  readonly foldedRoom: Room
}

const urgency: readonly DriftVerdict[] = ['fail', 'warn', 'inconclusive', 'pass']

/**
 * What each object's drift rules say of its newest window beside the committed baseline, and of the windows before it; of more than
 * `most` objects those that drift most.
 */
export function renderDrifts(all: readonly ReportedContractDrift[], rooms: Rooms, most: number): Markup {
  const rank = ({ windows }: ReportedContractDrift) => urgency.indexOf(windows.at(-1)?.verdict ?? 'inconclusive')
  const drifts = [...all].sort((a, b) => rank(a) - rank(b)).slice(0, most)
  const judged = drifts.flatMap(({ windows }) => windows.at(-1) ?? []).find(({ results }) => results.length > 0)
  return html`${drifts.map(({ name, windows, notJudged }) => {
    const newest = windows.at(-1)
    return html`<section><h3>Drift of ${clip(name, 100)}</h3>
${newest === undefined ? html`<p>${badge('calm', 'inconclusive')} It is not judged: ${clip(notJudged ?? 'no week is complete', 600)}.</p>` : renderNewest(newest, windows, rooms)}</section>`
  })}${judged !== undefined && html`<p class="muted small">${effectsInWords(judged.policy)}</p>`}`
}

function renderNewest(check: DriftCheck, windows: readonly DriftCheck[], { room, foldedRoom }: Rooms): Markup {
  const { verdict, window, results, notJudged } = check
  const found = results.filter((result) => result.verdict !== 'pass').sort(byVerdict)
  const quiet = results.filter((result) => result.verdict === 'pass')
  const open = foldedRoom.take(
    notJudged,
    ({ id, reason }) => html`<li><code>${clip(id, 120)}</code> ${clip(reason, 600)}</li>`,
  )
  const strip = foldedRoom.take(windows.length > 1 ? [windows] : [], (all) => renderWindowStrip(all, check))
  return html`<div class="callout ${driftTone[verdict]}"><p>${badge(driftTone[verdict], driftWord[verdict])} in the <b>${windowName(check, formatDay)}</b></p><p>${clip(check.reason, 600)} ${formatQuantity(window.rows, 'row')} of ${formatQuantity(window.blocks, 'day')} were compared with the baseline.</p></div>
${strip.shown.length > 0 && html`<p class="muted small">${formatQuantity(windows.length, windowKind(windows))} since the baseline; the newest decides.</p>${strip.shown}`}
${found.length > 0 && effectTable('Effects that are not below the limits', found, room)}
${notJudged.length > 0 && html`<p>Not judged, which is no pass:</p><ul>${open.shown}</ul>${more(open.left)}`}
${quiet.length > 0 && html`<details data-verdict="pass"><summary>${formatQuantity(quiet.length, 'effect')} below the limits</summary>${effectTable('Effects below the limits', quiet, foldedRoom)}</details>`}`
}

function effectTable(caption: string, results: readonly DriftResult[], room: Room): Markup {
  const { shown, left } = room.take(results, renderEffect)
  return html`<div class="scroll"><table class="stack effects"><caption>${caption}</caption><thead><tr><th scope="col">Column</th><th scope="col" class="number">Effect</th><th scope="col">Bounds and limits</th><th scope="col">Baseline → window</th><th scope="col">Found</th><th scope="col">Verdict</th></tr></thead><tbody>${shown}</tbody></table></div>${more(left)}`
}

function renderEffect(result: DriftResult): Markup {
  const { column, family, effect, verdict, reason } = result
  return html`<tr data-name="${clip(column, 120).toLowerCase()}" data-verdict="${verdict}"><th scope="row"><code>${clip(column, 120)}</code> <span class="muted small">${familyTitle[family]}</span></th><td class="number" data-label="Effect">${formatNumber(effect)}</td><td class="drawn" data-label="Bounds">${drawEffectBounds(result)}</td><td data-label="Values">${valuesOf(result)}</td><td class="free" data-label="Found">${clip(reason, 600)}</td><td data-label="Verdict">${badge(driftTone[verdict], driftWord[verdict])}</td></tr>`
}

function valuesOf({ statistic, values: { baseline, window } }: DriftResult): Content {
  if (baseline === null && window === null) return UNDEFINED
  const show = statistic === 'rate' ? formatShare : formatNumber
  return `${show(baseline)} → ${show(window)}`
}

const more = (left: number): Content => left > 0 && html`<p class="muted">and ${formatCount(left)} more</p>`
