import type { PerformanceCheck, PerformanceStatistics, Verdict } from '@tidemark/schemas'
import { clip, codeSpan, escapeMarkdown } from './escape.ts'
import { formatNumber, formatQuantity, formatShare, shortDigest, UNDEFINED } from './format.ts'
import { list, paragraphs, table, verdictLabel, verdictMark } from './markdown.ts'

/** What a run saw of a log beside the weeks that it judged. */
export interface OutcomesSeen {
  /** Versions' weeks whose labels are not all to be expected yet. */
  readonly waiting: readonly { readonly version: string; readonly start: string }[]
  /** Versions in the log that are not registered. */
  readonly unknownVersions: readonly string[]
  readonly unmatchedLabels: number
  readonly undated: number
}

/** An issue's first line, by which it is found again: one issue a model. */
export const performanceMarker = (model: string): string =>
  `<!-- tidemark:performance model=${model.replace(/[^a-z0-9-]/g, '').replace(/--+/g, '-')} -->`

/** Title of a model's issue on performance. One line of plain text. */
export function performanceIssueTitle(checks: readonly PerformanceCheck[]): string {
  const worst = checks.findLast(({ verdict }) => verdict === 'fail') ?? checks.at(-1)
  if (worst === undefined) return 'Performance'
  const metrics = [...new Set(failed(worst).map(({ metric }) => titles[metric]))].join(', ')
  const since = checks.find(({ verdict }) => verdict === 'fail')?.window.start ?? worst.window.start
  return clip(`${worst.model} ${worst.version} misses its limits: ${metrics || worst.verdict} since ${since}`, 200)
}

/** Body of that issue, from a version's weeks in order of time: what was missed and by how much, the weeks, what to do. */
export function renderPerformanceIssue(checks: readonly PerformanceCheck[]): string {
  const latest = checks.at(-1)
  if (latest === undefined) return paragraphs('❔ **No week was judged yet.**')
  const worst = checks.findLast(({ verdict }) => verdict === 'fail')
  const isOver = latest.verdict === 'pass'
  return paragraphs(
    performanceMarker(latest.model),
    worst === undefined || isOver
      ? `${verdictMark[latest.verdict]} **${nameOf(latest)}**: ${escapeMarkdown(latest.reason, 600)}`
      : `${verdictMark.fail} **${nameOf(worst)} misses its limits in the week of ${worst.window.start}.** ${escapeMarkdown(worst.reason, 600)}`,
    worst &&
      list(
        worst.results.map(({ verdict, reason }) => `${verdictMark[verdict]} ${escapeMarkdown(reason, 400)}`),
        20,
      ),
    worst && besides(worst.statistics),
    '### Week by week',
    weekTable(checks.slice(-26)),
    !isOver && '### What to do',
    !isOver &&
      list([
        'Look at drift of the same week first: a column that broke explains most sudden losses.',
        'Without drift of features the world changed: train on newer data and let the gate compare.',
        'If an earlier version did better, roll back to it by a promotion pull request.',
        'This issue is closed by the first matured week that passes.',
      ]),
  )
}

/** The comment with which an issue is closed. */
export const renderPerformanceEnd = (check: PerformanceCheck): string =>
  `${verdictMark.pass} ${nameOf(check)} passes in the week of ${check.window.start} (check ${codeSpan(shortDigest(check.id))}): ${escapeMarkdown(check.reason, 600)} Closed by the monitor.`

/** Job summary of what was judged, the newest week of each version whole. */
export function renderPerformance(checks: readonly PerformanceCheck[], seen?: OutcomesSeen): string {
  const first = checks[0]
  const newest = [...new Map(checks.map((check) => [check.version, check])).values()]
  return paragraphs(
    `## ${first === undefined ? '❔' : verdictMark[worstOf(newest)]} Performance${first ? ` of ${codeSpan(first.model)}` : ''}: ${formatQuantity(checks.length, 'matured week')} judged`,
    ...newest.flatMap((check) => [
      `${verdictMark[check.verdict]} **${nameOf(check)}**, week of ${check.window.start}: ${escapeMarkdown(check.reason, 600)}`,
      list(
        check.results.map(({ verdict, reason }) => `${verdictMark[verdict]} ${escapeMarkdown(reason, 400)}`),
        20,
      ),
      besides(check.statistics),
    ]),
    checks.length > 0 && weekTable(checks.slice(-53)),
    seen && describeSeen(seen),
  )
}

function describeSeen({ waiting, unknownVersions, unmatchedLabels, undated }: OutcomesSeen): string {
  const newest = waiting.at(-1)
  return list([
    ...(newest === undefined
      ? []
      : [
          `${formatQuantity(waiting.length, 'week')} wait${waiting.length === 1 ? 's' : ''} for ${waiting.length === 1 ? 'its' : 'their'} labels, the newest from ${newest.start}: those that come first are not typical.`,
        ]),
    ...(unknownVersions.length === 0
      ? []
      : [
          `Not judged, since not registered: ${unknownVersions
            .slice(0, 10)
            .map((version) => codeSpan(version, 40))
            .join(', ')}.`,
        ]),
    ...(unmatchedLabels === 0 ? [] : [`${formatQuantity(unmatchedLabels, 'label')} without a prediction.`]),
    ...(undated === 0 ? [] : [`${formatQuantity(undated, 'prediction')} without a time, a key or a version.`]),
  ])
}

function weekTable(checks: readonly PerformanceCheck[]): string {
  return table(
    [
      { title: 'Week' },
      { title: 'Version' },
      { title: 'Labels', align: 'right' },
      { title: 'Known', align: 'right' },
      { title: 'ROC AUC', align: 'right' },
      { title: 'Brier', align: 'right' },
      { title: 'Observed/expected', align: 'right' },
      { title: 'Verdict' },
    ],
    checks.map(({ window, version, verdict, statistics: { labelled, predictions, metrics } }) => [
      window.start,
      version,
      labelled.toLocaleString('en-US'),
      predictions === 0 ? UNDEFINED : formatShare(labelled / predictions),
      formatNumber(metrics.roc_auc.value),
      formatNumber(metrics.brier.value),
      formatNumber(metrics.observed_expected.value),
      verdictLabel(verdict),
    ]),
    53,
  )
}

/** What is shown and decides nothing. */
function besides({ expected, pageHinkley, metrics, repeated, unusable, contradicted }: PerformanceStatistics): string {
  const left = [
    repeated > 0 && `${formatQuantity(repeated, 'repeated prediction')}`,
    unusable > 0 && `${formatQuantity(unusable, 'prediction')} without a single probability`,
    contradicted > 0 && `${formatQuantity(contradicted, 'prediction')} with labels that contradict each other`,
  ].filter((text) => text !== false)
  const isOutside =
    expected !== null && (expected.gap < expected.referenceLeast || expected.gap > expected.referenceMost)
  return list([
    ...(expected === null
      ? []
      : [
          `Without labels a Brier score of ${formatNumber(expected.brier)} was to be expected, ${formatNumber(metrics.brier.value)} came: a gap of ${formatNumber(expected.gap)}, ${isOutside ? '**outside**' : 'within'} what ${expected.weeks} reference weeks show (${formatNumber(expected.referenceLeast)} to ${formatNumber(expected.referenceMost)}). Shown, not decided on.`,
        ]),
    ...(pageHinkley === null || pageHinkley.alarms.length === 0
      ? []
      : [
          `Page’s test tells of a rise of the squared error on ${[...new Set(pageHinkley.alarms)].slice(0, 7).join(', ')}. Shown, not decided on: rows of one day are not independent.`,
        ]),
    ...(left.length === 0 ? [] : [`Left out: ${left.join(', ')}.`]),
  ])
}

const titles = {
  roc_auc: 'ROC AUC',
  log_loss: 'log loss',
  brier: 'Brier score',
  ece: 'calibration error',
  observed_expected: 'observed/expected',
  accuracy: 'accuracy',
} as const

const nameOf = ({ model, version }: PerformanceCheck): string => `${codeSpan(model)} ${version}`
const failed = ({ results }: PerformanceCheck) => results.filter(({ verdict }) => verdict === 'fail')
const worstOf = (checks: readonly PerformanceCheck[]): Verdict =>
  checks.some(({ verdict }) => verdict === 'fail')
    ? 'fail'
    : checks.some(({ verdict }) => verdict === 'inconclusive')
      ? 'inconclusive'
      : 'pass'
