import {
  type Baseline,
  type BaselineColumn,
  type DriftCheck,
  type DriftResult,
  type DriftSummary,
  type DriftVerdict,
  type ProfileColumn,
  windowKind,
} from '@tidemark/schemas'
import { familyTitle, shownTitle } from '../drift.ts'
import { formatNumber, formatShare, UNDEFINED } from '../format.ts'
import { drawEffect } from '../page/drift-chart.ts'
import { type Content, html, type Markup } from '../page/markup.ts'
import { badge, driftTone, driftWord } from '../page/words.ts'
import { drawReliability } from './calibration-chart.ts'
import { drawDistribution } from './distribution-chart.ts'
import { drawEffectBounds } from './interval-chart.ts'
import { drawLevels, drawRate, missingShares } from './levels-chart.ts'

/** All that was judged of one column. */
export interface ColumnFindings {
  readonly name: string
  /** The worst of its results. */
  readonly verdict: DriftVerdict
  /** Its distribution first, then missing values. */
  readonly results: readonly DriftResult[]
}

export interface Around {
  readonly baseline: Baseline
  readonly check: DriftCheck
  /** Windows on record in order of time, the check's own among them. */
  readonly windows: readonly DriftSummary[]
}

const order: readonly DriftVerdict[] = ['fail', 'warn', 'inconclusive', 'pass']
/** A trend is of so many windows at most: half a year of weeks. */
const mostWindows = 26

/** Results by column, those that changed first, then in the order of their families. */
export function findingsOf({ results }: Pick<DriftCheck, 'results'>): ColumnFindings[] {
  const columns = Map.groupBy(results, ({ column }) => column)
  return [...columns]
    .map(([name, own]) => ({
      name,
      results: [...own].sort((a, b) => Number(a.family === 'nulls') - Number(b.family === 'nulls')),
      verdict: order.find((verdict) => own.some((result) => result.verdict === verdict))!,
    }))
    .sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict))
}

/** One column: what it was and is, how far apart and within which bounds, and how that went over the windows. */
export function renderColumn(findings: ColumnFindings, around: Around, id: string): Markup {
  const { name, verdict, results } = findings
  const column = around.baseline.columns.find((each) => each.name === name)
  const profile = around.check.statistics.columns.find((each) => each.name === name && each.kind === column?.kind)
  const [main] = results
  return html`<article class="column" id="${id}" data-name="${name.toLowerCase()}" data-verdict="${verdict}"><header><h3>${name}</h3><p class="muted">${main && familyTitle[main.family]}</p>${badge(driftTone[verdict], driftWord[verdict])}</header>
${picture(main, column, profile, around)}
${results.map((result) => renderResult(result, around, results.length > 1))}
${numbers(main, column, profile)}</article>`
}

function picture(
  main: DriftResult | undefined,
  column: BaselineColumn | undefined,
  profile: ProfileColumn | undefined,
  { baseline, check }: Around,
): Content {
  if (main?.family === 'calibration') return drawReliability(baseline, check)
  if (column === undefined || profile === undefined)
    return html`<p class="muted">The window does not have this column.</p>`
  const drawn =
    column.kind === 'numeric' && profile.kind === 'numeric'
      ? drawDistribution(column, profile)
      : column.kind === 'categorical' && profile.kind === 'categorical'
        ? drawLevels(column, profile)
        : column.kind === 'rate' && profile.kind === 'rate'
          ? drawRate(column, profile)
          : undefined
  return drawn ?? html`<p class="muted">There are no values to draw.</p>`
}

function renderResult(result: DriftResult, { windows }: Around, isNamed: boolean): Markup {
  if (result.family === 'nulls' && result.verdict === 'pass')
    return html`<p class="muted small">Missing values: ${formatShare(result.values.baseline)} → ${formatShare(result.values.window)}, no drift.</p>`
  const recent = windows.slice(-mostWindows)
  const series = recent.map((check) => ({
    check,
    result: check.results.find(({ column, family }) => column === result.column && family === result.family) ?? null,
  }))
  return html`<div class="judged">${isNamed && result.family === 'nulls' && html`<h4>Missing values</h4>`}<p>${result.reason}</p>${drawEffectBounds(result)}${recent.length > 1 && drawEffect({ column: result.column, family: result.family, windows: series }, `effect by ${windowKind(recent)}`)}</div>`
}

function numbers(
  main: DriftResult | undefined,
  column: BaselineColumn | undefined,
  profile: ProfileColumn | undefined,
): Content {
  if (main === undefined) return null
  const { values, statistic, shown, family } = main
  const show = statistic === 'rate' ? formatShare : formatNumber
  const isKnown = values.baseline !== null && values.window !== null
  const facts: [string, string][] = [
    ...(isKnown
      ? [
          [statistic === 'ks' ? 'Mean' : 'Value', `${show(values.baseline)} → ${show(values.window)}`] as [
            string,
            string,
          ],
        ]
      : []),
    ...(column && profile && family !== 'nulls' && missingShares(column, profile) !== UNDEFINED
      ? [['Missing', missingShares(column, profile)] as [string, string]]
      : []),
    ...Object.entries(shown).flatMap(([name, value]): [string, string][] =>
      value === null ? [] : [[shownTitle[name] ?? name, formatNumber(value)]],
    ),
  ]
  if (facts.length === 0) return null
  return html`<details><summary>Numbers</summary><dl class="facts">${facts.map(([title, value]) => html`<dt>${title}</dt><dd>${value}</dd>`)}</dl></details>`
}
