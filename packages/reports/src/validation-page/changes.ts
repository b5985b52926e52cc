import { type DatasetChange, findColumnChanges, sizesInWords, type Words } from '../column-change.ts'
import type { ReportedContractChange } from '../contract-change.ts'
import { clip } from '../escape.ts'
import { formatCount, formatQuantity } from '../format.ts'
import { html, type Markup } from '../page/markup.ts'
import { badge } from '../page/words.ts'
import type { Room } from './room.ts'

/** What a pull request does to the data: the same as its comment says. */
export function renderDataChanges(changes: readonly DatasetChange[], room: Room): Markup {
  return html`<section><h3>What changes in the data</h3>${changes.map((change) => renderDataset(change, room))}</section>`
}

function renderDataset({ name, before, after }: DatasetChange, room: Room): Markup {
  const title = html`<code>${clip(name, 120)}</code>`
  if (after === null) return html`<p>${title} is gone; it had ${formatQuantity(before?.rows ?? 0, 'row')}.</p>`
  if (before === null)
    return html`<p>${title} is new: ${formatQuantity(after.rows, 'row')} of ${formatQuantity(after.columns.length, 'column')}.</p>`
  if (before.digest === after.digest) return html`<p>${title}: the same data.</p>`
  const told = findColumnChanges(before, after)
  const quiet = after.columns.length - told.filter(({ isThere }) => isThere).length
  const { shown, left } = room.take(
    told,
    ({ column, parts }) =>
      html`<tr data-name="${clip(column, 120).toLowerCase()}"><th scope="row"><code>${clip(column, 120)}</code></th><td class="free" data-label="What changes">${parts.map((words, i) => html`${i > 0 && html`<br>`}${inHtml(words)}`)}</td></tr>`,
  )
  return html`<p>${title}: ${inHtml(sizesInWords({ before, after }))}</p>
${told.length > 0 && html`<div class="scroll"><table class="stack"><caption class="visually-hidden">Columns that change</caption><thead><tr><th scope="col">Column</th><th scope="col">What changes</th></tr></thead><tbody>${shown}</tbody></table></div>`}${left > 0 && html`<p class="muted">and ${formatCount(left)} more</p>`}${quiet > 0 && html`<p class="muted small">${formatQuantity(quiet, 'column')} without a noticeable change.</p>`}`
}

const inHtml = (words: Words): Markup =>
  html`${words.map((word) => (typeof word === 'string' ? word : 'code' in word ? html`<code>${clip(word.code, 60)}</code>` : html`<b>${word.strong}</b>`))}`

/** What the contract promises no more, or newly. */
export function renderContractChanges(change: ReportedContractChange, room: Room): Markup {
  const { before, after, changes } = change
  const sorted = [...changes].sort((a, b) => Number(b.effect === 'breaking') - Number(a.effect === 'breaking'))
  const { shown, left } = room.take(
    sorted,
    ({ effect, subject, reason }) =>
      html`<tr><th scope="row">${subject === '' ? 'contract' : html`<code>${clip(subject, 120)}</code>`}</th><td class="free" data-label="Change">${clip(reason, 400)}</td><td data-label="Effect">${effect === 'breaking' ? badge('warn', effect) : badge('calm', effect)}</td></tr>`,
  )
  return html`<section><h3>What changes in the contract</h3><p>Version ${before === after ? after : `${before} → ${after}`}.</p>${changes.length > 0 && html`<div class="scroll"><table class="stack"><caption class="visually-hidden">Changes of the contract</caption><thead><tr><th scope="col">Where</th><th scope="col">Change</th><th scope="col">Effect</th></tr></thead><tbody>${shown}</tbody></table></div>`}${left > 0 && html`<p class="muted">and ${formatCount(left)} more</p>`}</section>`
}
