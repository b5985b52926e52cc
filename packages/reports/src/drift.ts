import { type DriftCheck, type DriftResult, type DriftVerdict, windowName } from '@tidemark/schemas'
import { drawInterval } from './drawing.ts'
import { codeSpan, escapeMarkdown } from './escape.ts'
import {
  formatCount,
  formatGiven,
  formatNumber,
  formatQuantity,
  formatShare,
  shortDigest,
  UNDEFINED,
} from './format.ts'
import { details, list, paragraphs, table, unbroken } from './markdown.ts'
import { digestTable } from './training.ts'

/** Job summary of one window: the verdict and what follows from it, the effects that stand out, the others folded away. */
export function renderDrift(check: DriftCheck): string {
  const { verdict, window, results, notJudged, policy } = check
  const found = results.filter((result) => result.verdict !== 'pass').sort(byVerdict)
  const passed = results.filter((result) => result.verdict === 'pass')
  return paragraphs(
    `## ${driftMark[verdict]} Drift: ${verdict} · ${codeSpan(check.model)} · ${windowName(check)}`,
    `**${consequence[verdict]}** ${escapeMarkdown(check.reason, 600)} ${formatQuantity(window.rows, 'row')} of ${formatQuantity(window.blocks, 'day')} were compared with the baseline.`,
    found.length > 0 && effectTable(found),
    found.length > 0 &&
      list(
        found.map(
          ({ column, verdict: own, reason }) => `${driftMark[own]} ${codeSpan(column)}: ${escapeMarkdown(reason, 600)}`,
        ),
      ),
    notJudged.length > 0 && '**Not judged**, which is no pass:',
    notJudged.length > 0 && list(notJudged.map(({ id, reason }) => `${codeSpan(id)}: ${escapeMarkdown(reason, 600)}`)),
    passed.length > 0 && details(`${formatQuantity(passed.length, 'effect')} below the limits`, effectTable(passed)),
    check.ruledOutAbove !== undefined &&
      `Drift of more than ${formatNumber(check.ruledOutAbove)} is ruled out for each effect (upper bounds at ${formatGiven(policy.confidence * 100)} %).`,
    results.length > 0 && details('Other measures: shown, not decided on', shownTable(results)),
    details(
      'Digests',
      digestTable([
        ['drift check', check.id],
        ['baseline', check.baseline],
        ['window’s counts', window.digest],
        ...(check.modelDigest === null ? [] : [['model', check.modelDigest] as const]),
      ]),
    ),
    results.length > 0 && effectLegend(policy),
  )
}

/** Effects with their bounds drawn against the limit, by family. */
export function effectTable(results: readonly DriftResult[], most = 100): string {
  return table(
    [
      { title: 'Column' },
      { title: 'Effect', align: 'right' },
      { title: 'Bounds and limit' },
      { title: 'Baseline → window' },
      { title: 'q', align: 'right' },
      { title: 'Verdict' },
    ],
    results.map((result) => [
      `${codeSpan(result.column)}<br><sub>${familyTitle[result.family]}, ${statisticTitle[result.statistic]}</sub>`,
      formatNumber(result.effect),
      boundsCell(result),
      valuesCell(result),
      result.q === null ? UNDEFINED : result.q < 0.0001 ? '< 0.0001' : result.q.toFixed(4),
      driftLabel(result.verdict),
    ]),
    most,
  )
}

/** What the columns of `effectTable` mean. */
export const effectLegend = ({ confidence, falseDiscoveryRate }: DriftCheck['policy']): string =>
  `<sub>Effect: 0 is like the baseline, 1 has nothing in common with it. \`├─●─┤\` its bounds, each one-sided at ${formatGiven(confidence * 100)} %, from days, not rows · \`┃\` the warning limit. q is the expected share of false alarms among findings this strong (Benjamini–Hochberg, within the family), to be at most ${formatGiven(falseDiscoveryRate)}.</sub>`

export const driftMark: Readonly<Record<DriftVerdict, string>> = {
  pass: '✅',
  warn: '⚠️',
  fail: '❌',
  inconclusive: '❔',
}

export const driftLabel = (verdict: DriftVerdict): string => unbroken(`${driftMark[verdict]} ${verdict}`)

const order: readonly DriftVerdict[] = ['fail', 'warn', 'inconclusive', 'pass']

/** What was shown to have changed comes first. */
export const byVerdict = (a: DriftResult, b: DriftResult): number =>
  order.indexOf(a.verdict) - order.indexOf(b.verdict) || (b.effect ?? 0) - (a.effect ?? 0)

const consequence: Readonly<Record<DriftVerdict, string>> = {
  pass: 'The window is like the baseline.',
  warn: 'The window differs from the baseline.',
  fail: 'The window differs from the baseline by more than is tolerable.',
  inconclusive: 'The window does not say whether it differs.',
}

/** What each family is called where one of its results is shown. */
export const familyTitle: Readonly<Record<DriftResult['family'], string>> = {
  predictions: 'prediction',
  labels: 'label',
  calibration: 'calibration',
  features: 'feature',
  nulls: 'missing values',
}

const statisticTitle: Readonly<Record<DriftResult['statistic'], string>> = {
  ks: 'KS distance',
  tvd: 'total variation less noise',
  rate: 'difference of rates',
  observed_expected: 'beyond what is tolerated',
}

function boundsCell({ effect, bounds: { lower, upper }, limits }: DriftResult): string {
  const drawing = drawInterval({ estimate: effect, lower, upper, limit: limits.warn, isDifference: false }, 21)
  return drawing === '' ? UNDEFINED : `\`${drawing}\`<br><sub>${formatNumber(lower)} to ${formatNumber(upper)}</sub>`
}

function valuesCell({ statistic, values: { baseline, window } }: DriftResult): string {
  if (baseline === null && window === null) return ''
  const show = statistic === 'rate' ? formatShare : formatNumber
  return unbroken(`${show(baseline)} → ${show(window)}`)
}

function shownTable(results: readonly DriftResult[]): string {
  return table(
    [{ title: 'Column' }, { title: 'Rows', align: 'right' }, { title: 'Measures' }],
    results
      .filter(({ family }) => family !== 'nulls')
      .map(({ column, rows, shown }) => [
        codeSpan(column),
        formatCount(rows),
        Object.entries(shown)
          .filter(([, value]) => value !== null)
          .map(([name, value]) => `${escapeMarkdown(shownTitle[name] ?? name, 64)} ${formatNumber(value)}`)
          .join(' · '),
      ]),
  )
}

/** What the measures that nothing is decided on are called. */
export const shownTitle: Readonly<Record<string, string>> = {
  ksUpper: 'KS at most',
  psi: 'PSI (½ row added a bin)',
  psiByChance: 'reached by chance once in 20',
  hellinger: 'Hellinger',
  chiSquaredP: 'χ² p if rows were independent',
  outside: 'in the outermost bins',
  outsideBaseline: 'in the baseline',
  vanishedLevels: 'levels gone',
  vanishedShareBaseline: 'which had',
  jsBits: 'JS divergence (bits)',
  wassersteinSd: 'Wasserstein / σ',
  aboveMaximum: 'beyond the last edge',
  tvd: 'total variation',
  tvdExpected: 'of which noise',
  otherShare: 'rare or new levels',
  otherShareBaseline: 'in the baseline',
  pRows: 'p if rows were independent',
  ratioLower: 'ratio at least',
  ratioUpper: 'ratio at most',
  referenceLeast: 'reference weeks from',
  referenceMost: 'to',
  toleratedLeast: 'tolerated from',
  toleratedMost: 'to',
}

/** The digest by which an issue or a log names a check. */
export const checkName = (check: Pick<DriftCheck, 'id'>): string => codeSpan(shortDigest(check.id))
