import { sha256 } from '@tidemark/schemas'
import { html, type Markup, verbatim } from './markup.ts'

/** A page's choices: what is of a verdict has it as `data-verdict`, what has a name has it in lower case as `data-name`. */
export interface Filter {
  /** What is kept or hidden, as in `Columns to show`. */
  readonly legend: string
  /** The field's label, one of what `names` finds. */
  readonly field: string
  /** What the field's status counts, in the plural. */
  readonly names: string
  /** A verdict, its words, and how many have it; those that none has are left out. */
  readonly choices: readonly (readonly [verdict: Verdict, title: string, count: number])[]
  readonly all: number
}

const verdicts = ['fail', 'warn', 'inconclusive', 'pass'] as const
type Verdict = (typeof verdicts)[number]

/** Keeps those of one verdict without a script; by name with one, so the field is hidden where none runs. */
export function renderFilter({ legend, field, names, choices, all }: Filter): Markup {
  const shown = [['all', 'All', all] as const, ...choices.filter(([, , count]) => count > 0)]
  return html`<div class="filters"><fieldset class="filter"><legend class="visually-hidden">${legend}</legend>${shown.map(
    ([value, title, count]) =>
      html`<label><input type="radio" name="verdict" value="${value}"${value === 'all' && html` checked`}><span>${title} ${count}</span></label>`,
  )}</fieldset><label class="search" hidden>${field} <input type="search" id="search" data-names="${names}" autocomplete="off" spellcheck="false"></label><p class="visually-hidden" role="status" id="found"></p></div>`
}

export const filterStyle = `
.filters { display: flex; flex-wrap: wrap; gap: 10px 20px; align-items: center; position: sticky; top: 0; z-index: 1; background: var(--paper); padding: 10px 0; border-bottom: 1px solid var(--rule); margin: 30px 0 18px }
.search { font-size: 14px; color: var(--muted) } .search input { font: inherit; color: var(--ink); background: var(--raised); border: 1px solid var(--rule); border-radius: 6px; padding: 4px 9px; width: 200px }
[hidden] { display: none !important }
@media (max-width: 720px) { .filters { position: static } .search, .search input { width: 100% } }
${verdicts.map((value) => `body:has(.filters input[value=${value}]:checked) [data-verdict]:not([data-verdict=${value}])`).join(', ')} { display: none }
`

/** Reads the field alone; sets `hidden`, and opens what is folded where something is looked for. */
const script = `const field = document.getElementById('search')
field.parentElement.hidden = false
const keep = () => {
  const text = field.value.trim().toLowerCase()
  let found = 0
  for (const each of document.querySelectorAll('[data-name]')) {
    each.hidden = !each.dataset.name.includes(text)
    if (!each.hidden) found++
  }
  if (text !== '') for (const each of document.querySelectorAll('details[data-verdict]')) each.open = true
  document.getElementById('found').textContent = found + ' ' + field.dataset.names
}
field.addEventListener('input', keep)
keep()
`

export const filterScript = (): Markup => html`<script>${verbatim(script)}</script>`

/** The source expression that lets a browser run this script and no other. */
export const scriptSource = `'sha256-${btoa(String.fromCharCode(...(sha256(script).match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16))))}'`
