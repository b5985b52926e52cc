import type { PerformanceCheck, PerformanceStatistics, Verdict } from '@tidemark/schemas'
import { codeSpan, escapeMarkdown } from './escape.ts'
import { formatNumber, formatQuantity, formatShare, UNDEFINED } from './format.ts'
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

/** A line for each week. */
export function weekTable(checks: readonly PerformanceCheck[]): string {
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
export function besides({
  expected,
  pageHinkley,
  metrics,
  repeated,
  unusable,
  contradicted,
}: PerformanceStatistics): string {
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

/** What people call a metric. */
export const titles = {
  roc_auc: 'ROC AUC',
  log_loss: 'log loss',
  brier: 'Brier score',
  ece: 'calibration error',
  observed_expected: 'observed/expected',
  accuracy: 'accuracy',
} as const

/** Model and version. */
export const nameOf = ({ model, version }: PerformanceCheck): string => `${codeSpan(model)} ${version}`
/** What was missed. */
export const failed = ({ results }: PerformanceCheck) => results.filter(({ verdict }) => verdict === 'fail')
const worstOf = (checks: readonly PerformanceCheck[]): Verdict =>
  checks.some(({ verdict }) => verdict === 'fail')
    ? 'fail'
    : checks.some(({ verdict }) => verdict === 'inconclusive')
      ? 'inconclusive'
      : 'pass'
