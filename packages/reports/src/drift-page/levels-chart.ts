import { type BaselineColumn, type ProfileColumn, readNumbers } from '@tidemark/schemas'
import { formatCount, formatQuantity, formatShare, UNDEFINED } from '../format.ts'
import { at } from '../page/chart.ts'
import { type Content, html, type Markup } from '../page/markup.ts'
import { addDays } from './distribution.ts'

const mostLevels = 8
/** Fewer rows than these are not told apart. */
const fewestRows = 20

interface Level {
  readonly name: Content
  readonly baseline: number
  readonly window: number
  /** In the window. */
  readonly rows: number
  /** Several levels together, whose bars would leave no room for the others. */
  readonly isPooled?: boolean
}

/** The levels that changed most, a bar each for baseline and window, then all others together. */
export function drawLevels(
  column: BaselineColumn & { readonly kind: 'categorical' },
  profile: ProfileColumn & { readonly kind: 'categorical' },
): Markup | undefined {
  const counts = addDays(profile.counts)
  const rows = { baseline: sum(column.levels.map(({ count }) => count)) + column.other, window: sum(counts) }
  if (rows.baseline === 0 || rows.window === 0) return undefined
  const levels = column.levels.map(({ value, count }, i): Level => {
    const own = counts[i] ?? 0
    return {
      name: column.isHashed ? `level ${i + 1}` : value === '' ? html`<i>(empty)</i>` : value,
      baseline: count / rows.baseline,
      window: own / rows.window,
      rows: own,
    }
  })
  const byChange = [...levels].sort((a, b) => Math.abs(b.window - b.baseline) - Math.abs(a.window - a.baseline))
  const shown = byChange.slice(0, mostLevels)
  const hidden = byChange.slice(mostLevels)
  const other = counts[column.levels.length] ?? 0
  const all: Level[] = [
    ...shown.sort((a, b) => b.baseline - a.baseline),
    ...(hidden.length === 0 ? [] : [together(`${formatQuantity(hidden.length, 'other level')}`, hidden)]),
    ...(column.other === 0 && other === 0
      ? []
      : [
          {
            name: 'rare or new',
            baseline: column.other / rows.baseline,
            window: other / rows.window,
            rows: other,
            isPooled: true,
          },
        ]),
  ]
  const gone = column.levels.filter((_, i) => (counts[i] ?? 0) === 0).length
  const most = Math.max(...shown.flatMap(({ baseline, window }) => [baseline, window]))
  return html`<div class="levels"><table><caption class="visually-hidden">Shares of ${column.name}’s levels in baseline and window</caption><thead class="visually-hidden"><tr><th scope="col">Level</th><th scope="col">Shares drawn</th><th scope="col">Baseline</th><th scope="col">Window</th></tr></thead><tbody>${all.map(
    (level) => levelRow(level, most),
  )}</tbody></table>${(gone > 0 || column.isHashed) && html`<p class="muted small">${gone > 0 && `${formatQuantity(gone, 'level')} of the baseline ${gone === 1 ? 'is' : 'are'} gone. `}${column.isHashed && 'The column is not public: levels are numbered by their rank in the baseline.'}</p>`}</div>`
}

function levelRow({ name, baseline, window, rows, isPooled }: Level, most: number): Markup {
  const isFew = rows > 0 && rows < fewestRows
  return html`<tr><th scope="row">${name}</th><td>${!isPooled && bars(baseline, isFew ? 0 : window, most)}</td><td class="number">${formatShare(baseline)}</td><td class="number">${isFew ? `< ${fewestRows} rows` : formatShare(window)}</td></tr>`
}

/** Baseline above, window below it. */
function bars(baseline: number, window: number, most: number): Markup {
  const width = (share: number) => `${at((share / Math.max(most, 1e-9)) * 100)}%`
  return html`<svg class="pair" width="100%" height="14" aria-hidden="true"><rect class="reference" width="${width(baseline)}" height="6"/><rect class="current-bar" width="${width(window)}" y="7" height="6"/></svg>`
}

/** A rate: how often something was so, before and now. */
export function drawRate(
  column: BaselineColumn & { readonly kind: 'rate' },
  profile: ProfileColumn & { readonly kind: 'rate' },
): Markup | undefined {
  const [rows, events] = [sum(readNumbers(profile.rows)), sum(readNumbers(profile.events))]
  if (column.rows === 0 || rows === 0) return undefined
  const [baseline, window] = [column.events / column.rows, events / rows]
  const row = (title: string, share: number, count: number, className: string) =>
    html`<tr><th scope="row">${title}</th><td><svg class="pair" width="100%" height="10" aria-hidden="true"><rect class="${className}" width="${at((share / Math.max(baseline, window, 1e-9)) * 100)}%" height="9"/></svg></td><td class="number">${formatShare(share)}</td><td class="number muted">of ${formatCount(count)}</td></tr>`
  return html`<div class="levels"><table><caption class="visually-hidden">Rate of ${column.name} in baseline and window</caption><tbody>${row('baseline', baseline, column.rows, 'reference')}${row('window', window, rows, 'current-bar')}</tbody></table></div>`
}

/** Rows that have no value, in baseline and window. */
export function missingShares(column: BaselineColumn, profile: ProfileColumn): string {
  if (column.kind === 'rate' || profile.kind === 'rate') return UNDEFINED
  const missing = (nulls: number, nonFinite: number, values: number) => {
    const rows = nulls + nonFinite + values
    return formatShare(rows === 0 ? null : (nulls + nonFinite) / rows)
  }
  const before =
    column.kind === 'numeric'
      ? missing(column.nulls, column.nonFinite, sum(readNumbers(column.counts)))
      : missing(column.nulls, 0, sum(column.levels.map(({ count }) => count)) + column.other)
  const nonFinite = profile.kind === 'numeric' ? sum(readNumbers(profile.nonFinite)) : 0
  return `${before} → ${missing(sum(readNumbers(profile.nulls)), nonFinite, sum(addDays(profile.counts)))}`
}

const together = (name: string, levels: readonly Level[]): Level => ({
  name,
  baseline: sum(levels.map(({ baseline }) => baseline)),
  window: sum(levels.map(({ window }) => window)),
  rows: sum(levels.map(({ rows }) => rows)),
  isPooled: true,
})

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
