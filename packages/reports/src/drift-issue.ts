import {
  type DriftCheck,
  type DriftResult,
  type DriftVerdict,
  windowDates,
  windowKind,
  windowName,
} from '@tidemark/schemas'
import { bar } from './drawing.ts'
import { byVerdict, checkName, driftLabel, driftMark, effectLegend, effectTable } from './drift.ts'
import { clip, codeSpan, escapeMarkdown } from './escape.ts'
import { formatCount, formatNumber, formatQuantity, shortDigest } from './format.ts'
import { type Lineage, trainedAt } from './lineage-commit.ts'
import { list, paragraphs, table } from './markdown.ts'
import { isOngoing, lastDecided } from './ongoing.ts'

/** An issue's first line, by which it is found again: one issue a model. */
export const monitorMarker = (model: string): string =>
  `<!-- tidemark:drift model=${model.replace(/[^a-z0-9-]/g, '').replace(/--+/g, '-')} -->`

/** Drift in one line of plain text: the columns of the latest window that changed. */
export function driftIssueTitle(checks: readonly DriftCheck[]): string {
  const latest = drifted(checks).at(-1) ?? checks.at(-1)
  if (latest === undefined) return 'Drift'
  const names = [...new Set(changed(latest).map((result) => clip(effectName(result), 60)))].slice(0, 3)
  const since = drifted(checks)[0]?.window.start ?? latest.window.start
  return asTitle(`Drift in ${latest.model}: ${names.join(', ') || latest.verdict} since ${since}`)
}

/** Titles are no Markdown, but mentions and references in them are read. */
export const asTitle = (text: string): string =>
  clip(
    text
      .toWellFormed()
      .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
      .replace(/[@#]/g, '$&\u2060'),
    200,
  )

/** What a model's issue says of drift, from its windows in order of time: what changed and by how much, against what, then the weeks. */
export function renderDriftSection(
  checks: readonly DriftCheck[],
  { lineage, most }: { lineage?: Lineage | undefined; most: number },
): string {
  const worst = drifted(checks).at(-1)
  return paragraphs(
    worst && `Largest changes in the ${windowName(worst)} (check ${checkName(worst)}):`,
    worst && effectTable(changed(worst), most),
    worst &&
      list(
        changed(worst).map(
          (result) => `${driftMark[result.verdict]} ${codeSpan(result.column)}: ${escapeMarkdown(result.reason, 400)}`,
        ),
        most,
      ),
    worst && effectLegend(worst.policy),
    worst && lineage && lineageSentence(worst, lineage),
    `### ${capitalise(windowKind(checks))} by ${windowKind(checks)}`,
    windowTable(checks.slice(-26)),
  )
}

/** Job summary of several windows in order of time: a line each. */
export function renderDriftWindows(checks: readonly DriftCheck[]): string {
  const [first] = checks
  if (first === undefined) return '## ❔ No window was judged yet'
  const changed = drifted(checks).length
  const newest = checks.at(-1)!
  return paragraphs(
    `## ${driftMark[newest.verdict]} Drift of ${codeSpan(first.model)}: ${formatCount(changed)} of ${formatQuantity(checks.length, windowKind(checks))} drifted`,
    newestSentence(newest, drifted(checks)),
    windowTable(checks.slice(-53)),
  )
}

/** The comment that says that drift is over: which window passed. */
export const renderDriftEnd = (check: DriftCheck): string =>
  `${driftMark.pass} The ${windowName(check)} passes (check ${checkName(check)}): ${escapeMarkdown(check.reason, 600)} Told by the monitor; drift that comes again is told again.`

/** Calibration has no column: what its number is called says little to most. */
const effectName = ({ family, column }: DriftResult): string =>
  family === 'calibration' ? `calibration (${column})` : column

/** The drift of a model's windows in order of time, in one line. */
export function driftHeadline(checks: readonly DriftCheck[]): string {
  const latest = checks.at(-1)
  if (latest === undefined) return ''
  const worst = drifted(checks).at(-1)
  const model = codeSpan(latest.model)
  if (worst === undefined)
    return `${driftMark[latest.verdict]} **${model} has not drifted.** ${escapeMarkdown(latest.reason, 600)}`
  const last = lastDecided(checks)
  if (last?.verdict === 'pass') {
    return `${driftMark.pass} **${model} is back to normal** in the ${windowName(last)}: every effect is below its limit.`
  }
  const names = [...new Set(changed(worst).map(({ column }) => codeSpan(column, 80)))]
  const shown = names.slice(0, 5).join(', ') + (names.length > 5 ? ` and ${formatCount(names.length - 5)} more` : '')
  const since = worst === latest ? '' : ` The latest window is ${latest.verdict}.`
  return `${driftMark[worst.verdict]} **${model} has drifted in the ${windowName(worst)}: ${shown}.**${since}`
}

function lineageSentence(worst: DriftCheck, lineage: Lineage): string {
  return `Compared with ${trainedAt(worst.model, lineage)}; the window was counted from dataset ${codeSpan(shortDigest(worst.dataset))}.`
}

function newestSentence(newest: DriftCheck, others: readonly DriftCheck[]): string {
  const now = `The newest, ${windowName(newest)}: ${escapeMarkdown(newest.reason, 600)}`
  const last = others.at(-1)
  if (last === undefined || last === newest) return now
  const names = [...new Set(changed(last).map(({ column }) => codeSpan(column, 80)))].slice(0, 5)
  return `${now} The last that drifted: ${windowName(last)} (${names.join(', ')}).`
}

function windowTable(checks: readonly DriftCheck[]): string {
  const largest = Math.max(0.2, ...checks.map((check) => leading(check)?.effect ?? 0))
  return table(
    [
      { title: capitalise(windowKind(checks)) },
      { title: 'Rows', align: 'right' },
      { title: 'Largest effect' },
      { title: 'Of' },
      { title: 'Verdict' },
    ],
    checks.map((check) => {
      const result = leading(check)
      const effect = result?.effect ?? null
      return [
        windowDates(check),
        formatCount(check.window.rows),
        effect === null ? '–' : `${bar(effect / largest)} ${formatNumber(effect)}`.trim(),
        result === undefined ? '–' : codeSpan(result.column, 80),
        driftLabel(check.verdict),
      ]
    }),
    53,
  )
}

/** What to do about drift; nothing where it is over. */
export function driftAdvice(checks: readonly DriftCheck[]): string[] {
  const worst = drifted(checks).at(-1)
  if (worst === undefined || !isOngoing(checks)) return []
  const { baseline } = worst.policy
  return [
    'A unit, an encoding or a join that changed shows as one feature or its missing values: look at what delivers that column first.',
    'Labels or calibration without features: the world changed, and a model trained on newer data may follow it.',
    `If the change is here to stay, train on it and promote; ${
      baseline?.version
        ? `the baseline stays that of ${escapeMarkdown(baseline.version)} until ${codeSpan('monitor.baseline')} in model.yaml names another version.`
        : 'the baseline follows the version in production.'
    }`,
  ]
}

const capitalise = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

const isDrift = (verdict: DriftVerdict): boolean => verdict === 'warn' || verdict === 'fail'
const drifted = (checks: readonly DriftCheck[]): DriftCheck[] => checks.filter(({ verdict }) => isDrift(verdict))
const changed = ({ results }: DriftCheck): DriftResult[] =>
  results.filter(({ verdict }) => isDrift(verdict)).sort(byVerdict)
const leading = ({ results }: DriftCheck): DriftResult | undefined =>
  [...results].filter(({ effect }) => effect !== null).sort(byVerdict)[0]
