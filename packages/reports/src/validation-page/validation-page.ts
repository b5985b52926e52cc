import type { Verdict } from '@tidemark/schemas'
import { handlingInWords } from '../check-outcome.ts'
import type { DatasetChange } from '../column-change.ts'
import type { ReportedContractChange } from '../contract-change.ts'
import type { ReportedContractDrift } from '../contract-drift.ts'
import { clip } from '../escape.ts'
import { formatCount, formatQuantity, formatShare } from '../format.ts'
import { renderFilter } from '../page/filter.ts'
import { renderFrame } from '../page/frame.ts'
import { type Content, html, type Markup } from '../page/markup.ts'
import { badge } from '../page/words.ts'
import { renderContractChanges, renderDataChanges } from './changes.ts'
import {
  type CheckedDataset,
  findToldChecks,
  renderChecks,
  type ToldCheck,
  verdictOf,
  type verdictTone,
} from './checks.ts'
import { type DescribedObject, renderColumns } from './columns.ts'
import { renderDrifts } from './drift.ts'
import { Room } from './room.ts'
import { validationStyle } from './style.ts'

export interface ValidationPage {
  /** What was judged: a model, or a contract's file. */
  readonly subject: string
  /** On all of it, with what is asked of the contract's version and of the data's age. */
  readonly verdict: Verdict
  readonly contract: { readonly id: string; readonly version: string; readonly file: string }
  readonly datasets: readonly CheckedDataset[]
  readonly objects: readonly DescribedObject[]
  /** Of the objects whose drift rules have a committed baseline. */
  readonly drifts?: readonly ReportedContractDrift[] | undefined
  /** Left out where the contract was compared with no other. */
  readonly contractChange?: ReportedContractChange | undefined
  /** Left out where the data were compared with no others. */
  readonly dataChanges?: readonly DatasetChange[] | undefined
}

const mostNamed = 12
const mostCards = 12
/** Of datasets and of objects, those that fail first. */
const mostSections = 40
const mostFiles = 50
/** Bytes for what could be of any length: 1.25 MB with all around it. */
const rooms = {
  told: 380_000,
  folded: 180_000,
  drift: 120_000,
  driftFolded: 40_000,
  columns: 250_000,
  changes: 150_000,
  files: 100_000,
}
const tones = { pass: 'good', fail: 'bad', inconclusive: 'warn' } as const

/**
 * One HTML file about one validation that asks nothing of any network: the decision and what fails, each check with its rows, what
 * changes, each column in short. Values stand in it only of columns that the contract calls public. The same verdicts give the same
 * bytes, and never more than 1.5 MB.
 */
export function renderValidationPage(page: ValidationPage): string {
  const { subject, verdict, contract, objects, drifts = [], contractChange, dataChanges } = page
  const ranked = [...page.datasets].sort((a, b) => urgency.indexOf(a.verdict) - urgency.indexOf(b.verdict))
  const datasets = ranked.slice(0, mostSections)
  const told = findToldChecks(datasets)
  const hasChecks = datasets.some(({ checks }) => checks.length > 0)
  const changes = new Room(rooms.changes)
  return renderFrame({
    title: `Data of ${clip(subject, 200)}`,
    generator: 'tidemark validate-data',
    about: html`by the contract <code>${clip(contract.id, 120)}</code> ${clip(contract.version, 60)}, <code class="long">${clip(contract.file, 200)}</code>`,
    skipTo: { id: 'checks', title: 'checks' },
    style: validationStyle,
    isFiltered: hasChecks,
    main: html`<main><section class="callout ${tones[verdict]}"><h2>${badge(tones[verdict], verdict)}</h2><p>${decisionOf(page)}</p>${renderFound(told, contractChange)}</section>
${facts(ranked)}
${hasChecks && filterOf(told, datasets)}
<h2 class="visually-hidden" id="checks">Checks</h2>${renderChecks(datasets, told, { room: new Room(rooms.told), foldedRoom: new Room(rooms.folded) })}
${renderDrifts(drifts, { room: new Room(rooms.drift), foldedRoom: new Room(rooms.driftFolded) }, mostSections)}
${contractChange !== undefined && contractChange.step !== 'none' && renderContractChanges(contractChange, changes)}
${dataChanges !== undefined && renderDataChanges(dataChanges.slice(0, mostSections), changes)}
${renderColumns(objects.slice(0, mostSections), told, new Room(rooms.columns))}
${renderFiles(datasets, new Room(rooms.files))}</main>`,
    footer:
      'Made from counts and row numbers, which count from 0 in each file. No value of a column that is not public is in this file.',
  })
}

const urgency: readonly Verdict[] = ['fail', 'inconclusive', 'pass']

function decisionOf({ datasets }: ValidationPage): string {
  const [first] = datasets
  if (first === undefined) return 'No dataset was given, so nothing was proved.'
  const sum = (of: (dataset: CheckedDataset) => number) => datasets.reduce((total, dataset) => total + of(dataset), 0)
  return `${formatCount(sum(({ rejectedRows }) => rejectedRows))} of ${formatQuantity(
    sum(({ rows }) => rows),
    'row',
  )} rejected. ${handlingInWords(first.violations, formatShare)}`
}

/** What keeps the data from passing, then what only warns. */
function renderFound(told: readonly ToldCheck[], change: ReportedContractChange | undefined): Content {
  const order = ['fail', 'inconclusive', 'warn', 'pass'] as const
  const rank = ({ outcome, check }: ToldCheck) =>
    order.indexOf(verdictOf[outcome]) + (check.severity === 'error' ? 0 : order.length)
  const sorted = told.filter(({ outcome }) => outcome !== 'pass').sort((a, b) => rank(a) - rank(b))
  const hidden = change !== undefined && !change.isVersionEnough
  if (sorted.length === 0 && !hidden) return null
  return html`<ul class="changed">${hidden && html`<li>The contract’s version does not say that a change breaks what it promised: it needs a ${change.step} step.</li>`}${sorted.slice(0, mostNamed).map(({ check, outcome, dataset, id }) => html`<li><a href="#${id}">${clip(check.id, 120)}</a>${check.failedRows !== null && check.failedRows > 0 && `: ${formatQuantity(check.failedRows, 'row')} of ${clip(dataset.title, 80)}`} <span class="muted">${outcome}</span></li>`)}${sorted.length > mostNamed && html`<li>and ${formatQuantity(sorted.length - mostNamed, 'more check')}</li>`}</ul>`
}

function facts(datasets: readonly CheckedDataset[]): Content {
  if (datasets.length === 0) return null
  const left = datasets.length - mostCards
  return html`<section class="status">${datasets.slice(0, mostCards).map(({ title, rows, rejectedRows, files, verdict }) => html`<div class="card"><h3>${clip(title, 100)}</h3><p class="value">${formatQuantity(rows, 'row')}</p><p class="note">${formatCount(rejectedRows)} rejected (${formatShare(rows === 0 ? null : rejectedRows / rows)}) · ${formatQuantity(files.length, 'file')} · ${badge(tones[verdict], verdict)}</p></div>`)}${left > 0 && html`<div class="card"><h3>and ${formatQuantity(left, 'more dataset')}</h3></div>`}</section>`
}

function filterOf(told: readonly ToldCheck[], datasets: readonly CheckedDataset[]): Markup {
  const all = datasets.reduce((sum, { checks }) => sum + checks.length, 0)
  const count = (verdict: keyof typeof verdictTone) =>
    told.filter(({ outcome }) => verdictOf[outcome] === verdict).length
  return renderFilter({
    legend: 'Checks and columns to show',
    field: 'Column',
    names: 'rows found',
    all,
    choices: [
      ['fail', 'Failed', count('fail')],
      ['warn', 'Warnings and rows left out', count('warn')],
      ['inconclusive', 'Inconclusive', count('inconclusive')],
      ['pass', 'Passed', all - told.length + count('pass')],
    ],
  })
}

function renderFiles(datasets: readonly CheckedDataset[], room: Room): Content {
  return datasets.map(({ title, files }) => {
    const { shown } = room.take(
      files.slice(0, mostFiles),
      ({ path, rows }) =>
        html`<tr><th scope="row"><code>${clip(path, 200)}</code></th><td class="number" data-label="Rows">${formatCount(rows)}</td></tr>`,
    )
    const left = files.length - shown.length
    return html`<details><summary>Files of ${clip(title, 100)}: ${formatCount(files.length)}</summary><div class="scroll"><table class="stack"><caption class="visually-hidden">Files of ${clip(title, 100)}</caption><thead><tr><th scope="col">File</th><th scope="col" class="number">Rows</th></tr></thead><tbody>${shown}</tbody></table></div>${left > 0 && html`<p class="muted">and ${formatCount(left)} more</p>`}</details>`
  })
}
