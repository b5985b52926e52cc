import { sha256 } from '@tidemark/schemas'
import { html, type Markup, verbatim } from '../page/markup.ts'

const verdicts = [
  ['all', 'All'],
  ['fail', 'Strong drift'],
  ['warn', 'Drift'],
  ['inconclusive', 'Inconclusive'],
  ['pass', 'No drift'],
] as const

/** Keeps the columns of one verdict without a script; by name with one, so the field is hidden where none runs. */
export function renderFilter(counts: Readonly<Record<string, number>>): Markup {
  return html`<div class="filters"><fieldset class="filter"><legend class="visually-hidden">Columns to show</legend>${verdicts
    .filter(([value]) => value === 'all' || (counts[value] ?? 0) > 0)
    .map(
      ([value, title]) =>
        html`<label><input type="radio" name="verdict" value="${value}"${value === 'all' && html` checked`}><span>${title} ${counts[value] ?? 0}</span></label>`,
    )}</fieldset><label class="search" hidden>Column <input type="search" id="search" autocomplete="off" spellcheck="false"></label><p class="visually-hidden" role="status" id="found"></p></div>`
}

/** Hides cards by their verdict. */
export const filterStyle = verdicts
  .slice(1)
  .map(([value]) => `body:has(.filters input[value=${value}]:checked) .column:not([data-verdict=${value}])`)
  .join(', ')
  .concat(' { display: none }')

/** Reads the field alone and sets `hidden` alone. */
const script = `const field = document.getElementById('search')
field.parentElement.hidden = false
const keep = () => {
  const text = field.value.trim().toLowerCase()
  let found = 0
  for (const card of document.querySelectorAll('[data-name]')) {
    card.hidden = !card.dataset.name.includes(text)
    if (!card.hidden) found++
  }
  document.getElementById('found').textContent = found + ' columns'
}
field.addEventListener('input', keep)
keep()
`

export const filterScript = (): Markup => html`<script>${verbatim(script)}</script>`

/** The source expression that lets a browser run this script and no other. */
export const scriptSource = `'sha256-${btoa(String.fromCharCode(...(sha256(script).match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16))))}'`
