import type { DriftSummary } from '@tidemark/schemas'
import { html, type Markup } from '../page/markup.ts'
import { formatDay } from '../page/time.ts'
import { badge, driftTone, driftWord } from '../page/words.ts'

const mostWindows = 26

/** Windows with their verdicts in order of time, the one that is shown marked; the newest half year of weeks. */
export function renderWindowStrip(
  windows: readonly DriftSummary[],
  shown: Pick<DriftSummary, 'window'>,
  pageOf?: (start: string) => string | undefined,
): Markup {
  return html`<ul class="strip">${windows.slice(-mostWindows).map(({ window: { start }, verdict }) => {
    const isShown = start === shown.window.start
    const page = isShown ? undefined : pageOf?.(start)
    const day = formatDay(start)
    return html`<li${isShown && html` aria-current="page"`}>${page === undefined ? day : html`<a href="${page}">${day}</a>`}${badge(driftTone[verdict], driftWord[verdict])}</li>`
  })}</ul>`
}
