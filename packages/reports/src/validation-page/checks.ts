import type { Validation } from '@tidemark/schemas'
import { askedOf, byUrgency, type CheckOutcome, checkOutcome, isClear } from '../check-outcome.ts'
import { clip } from '../escape.ts'
import { formatCount, formatQuantity, formatShare, shortDigest, UNDEFINED } from '../format.ts'
import { at } from '../page/chart.ts'
import { type Content, html, type Markup } from '../page/markup.ts'
import { badge, type Tone } from '../page/words.ts'
import type { Room } from './room.ts'

/** One dataset's verdict, with each check's place in the contract. */
export interface CheckedDataset {
  /** What it is called, unlike any other of the page. */
  readonly title: string
  readonly digest: string
  readonly files: readonly { readonly path: string; readonly rows: number }[]
  readonly rows: number
  readonly rejectedRows: number
  readonly verdict: Validation['verdict']
  readonly violations: Validation['violations']
  readonly checks: readonly Check[]
}

type Check = Omit<Validation['checks'][number], 'samples'> & {
  /** Rows count from 0. */
  readonly samples: readonly { readonly file: string; readonly row: number }[]
  /** In the contract. */
  readonly place: { readonly line?: number | undefined }
}

/** A check with what it comes to. */
export interface ToldCheck {
  readonly check: Check
  readonly outcome: CheckOutcome
  readonly dataset: CheckedDataset
  /** Of its row in the page. */
  readonly id: string
}

const mostFiles = 3
const mostRows = 5

/** Every check of every dataset but those that passed on every row, the most urgent of each first. */
export function findToldChecks(datasets: readonly CheckedDataset[]): ToldCheck[] {
  return datasets.flatMap((dataset, i) =>
    dataset.checks
      .filter((check) => !isClear(check))
      .sort(byUrgency)
      .map((check, j) => ({ check, dataset, outcome: checkOutcome(check, dataset), id: `check-${i + 1}-${j + 1}` })),
  )
}

/** A section for each dataset that something is to be told of; what passed is folded, and gets the room that is left. */
export function renderChecks(
  datasets: readonly CheckedDataset[],
  told: readonly ToldCheck[],
  { room, foldedRoom }: { room: Room; foldedRoom: Room },
): Markup {
  const own = datasets.map((dataset) => ({
    dataset,
    ...room.take(
      told.filter((each) => each.dataset === dataset),
      renderRow,
    ),
  }))
  return html`${own.map(({ dataset, shown, left }) => {
    const clear = dataset.checks.filter(isClear)
    const folded = foldedRoom.take(clear, (check) => renderClear(check))
    return html`<section><h3>${clip(dataset.title, 100)} <code class="muted">${shortDigest(dataset.digest)}</code></h3>
${shown.length === 0 && left === 0 ? html`<p>${clear.length === 0 ? 'The contract asks nothing.' : 'Every check passed on every row.'}</p>` : html`<div class="scroll"><table class="stack checks"><caption>Checks that did not pass on every row</caption><thead><tr><th scope="col">Check</th><th scope="col">Expected</th><th scope="col">Observed</th><th scope="col" class="number">Rows</th><th scope="col">First rows</th><th scope="col">Line</th><th scope="col">Outcome</th></tr></thead><tbody>${shown}</tbody></table></div>`}${more(left)}
${clear.length > 0 && html`<details data-verdict="pass"><summary>${formatQuantity(clear.length, 'check')} passed on every row</summary><div class="scroll"><table class="stack"><caption class="visually-hidden">Checks that passed on every row</caption><thead><tr><th scope="col">Check</th><th scope="col">Expected</th><th scope="col">Observed</th></tr></thead><tbody>${folded.shown}</tbody></table></div>${more(folded.left)}</details>`}
</section>`
  })}`
}

const more = (left: number): Content => left > 0 && html`<p class="muted">and ${formatCount(left)} more</p>`

function renderRow({ check, outcome, id }: ToldCheck): Markup {
  return html`<tr id="${id}" data-name="${searchedName(check)}" data-verdict="${verdictOf[outcome]}"><th scope="row">${nameOf(check)}</th><td class="free" data-label="Expected">${clip(check.expected, 200)}</td><td class="free" data-label="Observed">${clip(check.observed, 200)}</td><td class="number" data-label="Rows">${rowsOf(check)}</td><td class="free" data-label="First rows">${placesOf(check)}</td><td data-label="Line">${check.place.line ?? UNDEFINED}</td><td data-label="Outcome">${outcomeBadge(check, outcome)}</td></tr>`
}

function renderClear(check: Check): Markup {
  return html`<tr data-name="${searchedName(check)}"><th scope="row">${nameOf(check)}</th><td class="free" data-label="Expected">${clip(check.expected, 200)}</td><td class="free" data-label="Observed">${clip(check.observed, 200)}</td></tr>`
}

const searchedName = ({ column, id }: Check): string => clip(column ?? id, 120).toLowerCase()

const nameOf = ({ column, description, id }: Check): Markup =>
  description === ''
    ? html`<code>${clip(id, 200)}</code>`
    : html`${column !== undefined && html`<code>${clip(column, 120)}</code> `}${clip(askedOf({ column, description }), 300)}`

function rowsOf({ failedRows, rows }: Check): Content {
  if (failedRows === null) return UNDEFINED
  const share = rows === 0 ? 0 : failedRows / rows
  return html`${formatCount(failedRows)}${rows > 0 && html` <span class="muted">${formatShare(share)}</span><svg class="share" width="84" height="4" aria-hidden="true"><rect width="${at(share > 0 ? Math.max(1, share * 100) : 0)}%" height="4"/></svg>`}`
}

/** The first offending rows by file. */
function placesOf({ samples }: Check): Content {
  const files = [...Map.groupBy(samples, ({ file }) => file)]
  if (files.length === 0) return UNDEFINED
  const isMore = files.length > mostFiles || files.some(([, rows]) => rows.length > mostRows)
  return html`${files.slice(0, mostFiles).map(
    ([file, rows]) =>
      html`<span class="place"><code>${clip(file, 120)}</code> ${rows
        .slice(0, mostRows)
        .map(({ row }) => formatCount(row))
        .join(' · ')}</span>`,
  )}${isMore && '…'}`
}

/** What an outcome is filtered by. */
export const verdictOf: Readonly<Record<CheckOutcome, 'fail' | 'warn' | 'inconclusive' | 'pass'>> = {
  fail: 'fail',
  inconclusive: 'inconclusive',
  warning: 'warn',
  'rows dropped': 'warn',
  'rows set aside': 'warn',
  pass: 'pass',
}

export const verdictTone = { fail: 'bad', warn: 'warn', inconclusive: 'warn', pass: 'good' } as const satisfies Record<
  string,
  Tone
>

function outcomeBadge({ severity }: Check, outcome: CheckOutcome): Markup {
  const isLesser = severity === 'warning' && outcome !== 'warning'
  return html`${badge(verdictTone[verdictOf[outcome]], outcome)}${isLesser && html` <span class="muted small">a warning</span>`}`
}
