import type { ColumnSummary } from '../column-change.ts'
import { formatValue } from '../column-change.ts'
import { clip } from '../escape.ts'
import { formatCount, formatQuantity, formatShare, UNDEFINED } from '../format.ts'
import { type Content, html, type Markup } from '../page/markup.ts'
import { badge } from '../page/words.ts'
import { type ToldCheck, verdictOf, verdictTone } from './checks.ts'
import type { Room } from './room.ts'

/** The columns of one object of the contract, over all of its data. */
export interface DescribedObject {
  readonly name: string
  readonly rows: number
  readonly columns: readonly {
    /** As the contract calls it. */
    readonly name: string
    readonly type: string
    readonly checks: number
    /** Null where the data were not summarised. */
    readonly summary: Pick<ColumnSummary, 'nulls' | 'distinct' | 'numbers' | 'levels'> | null
  }[]
}

type Column = DescribedObject['columns'][number]

const mostLevels = 5
const words = { fail: 'failed', warn: 'noted', inconclusive: 'inconclusive', pass: 'passed' } as const
const order = ['fail', 'warn', 'inconclusive', 'pass'] as const

/** A table of each object's columns, in the data's order. */
export function renderColumns(objects: readonly DescribedObject[], told: readonly ToldCheck[], room: Room): Markup {
  const byColumn = Map.groupBy(told, ({ check }) => check.column)
  return html`${objects.map(({ name, rows, columns }) => {
    const isSummarised = columns.some(({ summary }) => summary !== null)
    const { shown, left } = room.take(columns, (column) => renderColumn(column, rows, byColumn.get(column.name) ?? []))
    return html`<section><h3>Columns of ${clip(name, 100)}</h3>${!isSummarised && html`<p class="muted">The data are too many to be read once more for missing values and distributions.</p>`}<div class="scroll"><table class="stack"><caption>${formatQuantity(columns.length, 'column')}${isSummarised && ` over ${formatQuantity(rows, 'row')}`}</caption><thead><tr><th scope="col">Column</th><th scope="col">Type</th>${isSummarised && html`<th scope="col" class="number">Missing</th><th scope="col" class="number">Different</th><th scope="col">Values</th>`}<th scope="col">Checks</th></tr></thead><tbody>${shown}</tbody></table></div>${left > 0 && html`<p class="muted">and ${formatCount(left)} more</p>`}</section>`
  })}`
}

function renderColumn({ name, type, checks, summary }: Column, rows: number, told: readonly ToldCheck[]): Markup {
  const verdict = order.find((each) => told.some(({ outcome }) => verdictOf[outcome] === each)) ?? 'pass'
  const first = told.find(({ outcome }) => verdictOf[outcome] === verdict)
  return html`<tr data-name="${clip(name, 120).toLowerCase()}" data-verdict="${verdict}"><th scope="row"><code>${clip(name, 120)}</code></th><td data-label="Type">${clip(type, 60).toLowerCase()}</td>${summary !== null && html`<td class="number" data-label="Missing">${formatShare(rows === 0 ? null : summary.nulls / rows)}</td><td class="number" data-label="Different">${summary.distinct === undefined ? UNDEFINED : formatCount(summary.distinct)}</td><td class="free" data-label="Values">${valuesOf(summary, rows - summary.nulls)}</td>`}<td data-label="Checks">${checks === 0 ? html`<span class="muted">none</span>` : first === undefined ? badge('good', `${checks} passed`) : html`<a href="#${first.id}">${badge(verdictTone[verdict], `${told.filter(({ outcome }) => verdictOf[outcome] === verdict).length} of ${checks} ${words[verdict]}`)}</a>`}</td></tr>`
}

/** Values of public columns alone: others have neither quantiles nor levels. */
function valuesOf({ numbers, levels }: NonNullable<Column['summary']>, known: number): Content {
  if (numbers !== null && numbers.quantiles !== null) {
    const [low, , median, , high] = numbers.quantiles
    return `mean ${formatValue(numbers.mean)}, σ ${formatValue(numbers.sd)}; 5 %: ${formatValue(low)}, median ${formatValue(median)}, 95 %: ${formatValue(high)}`
  }
  if (levels === null || levels.length === 0 || known === 0) return html`<span class="muted">${UNDEFINED}</span>`
  const rest = levels.length - mostLevels
  return html`${levels.slice(0, mostLevels).map(({ value, rows }, i) => html`${i > 0 && ', '}${value === '' ? html`<i>(empty)</i>` : clip(value, 60)} <span class="muted">${formatShare(rows / known)}</span>`)}${rest > 0 && ` and ${formatCount(rest)} more`}`
}
