import type { PerformanceCheck } from '@tidemark/schemas'
import { clip, codeSpan, escapeMarkdown } from './escape.ts'
import { shortDigest } from './format.ts'
import { type Lineage, trainedAt } from './lineage-commit.ts'
import { list, paragraphs, verdictMark } from './markdown.ts'
import { isOngoing, lastDecided } from './ongoing.ts'
import { besides, failed, nameOf, titles, weekTable } from './performance.ts'

/** Performance that misses its limits, in one line of plain text. */
export function performanceTitle(checks: readonly PerformanceCheck[]): string {
  const worst = checks.findLast(({ verdict }) => verdict === 'fail') ?? checks.at(-1)
  if (worst === undefined) return 'Performance'
  const metrics = [...new Set(failed(worst).map(({ metric }) => titles[metric]))].join(', ')
  const since = checks.find(({ verdict }) => verdict === 'fail')?.window.start ?? worst.window.start
  return clip(`${worst.model} ${worst.version} misses its limits: ${metrics || worst.verdict} since ${since}`, 200)
}

/** The performance of a version's weeks in order of time, in one line. */
export function performanceHeadline(checks: readonly PerformanceCheck[]): string {
  const latest = checks.at(-1)
  if (latest === undefined) return ''
  const worst = checks.findLast(({ verdict }) => verdict === 'fail')
  const last = lastDecided(checks) ?? latest
  return worst === undefined || !isOngoing(checks)
    ? `${verdictMark[last.verdict]} **${nameOf(last)}**, week of ${last.window.start}: ${escapeMarkdown(last.reason, 600)}`
    : `${verdictMark.fail} **${nameOf(worst)} misses its limits in the week of ${worst.window.start}.** ${escapeMarkdown(worst.reason, 600)}`
}

/** What a model's issue says of performance, from a version's weeks in order of time: what was missed and by how much, then the weeks. */
export function renderPerformanceSection(checks: readonly PerformanceCheck[], lineage?: Lineage): string {
  const worst = checks.findLast(({ verdict }) => verdict === 'fail')
  return paragraphs(
    worst && `Week of ${worst.window.start} (check ${codeSpan(shortDigest(worst.id))}):`,
    worst &&
      list(
        worst.results.map(({ verdict, reason }) => `${verdictMark[verdict]} ${escapeMarkdown(reason, 400)}`),
        20,
      ),
    worst && besides(worst.statistics),
    lineage && `The version in service is ${trainedAt(checks.at(-1)?.model ?? '', lineage)}.`,
    '### Week by week',
    weekTable(checks.slice(-26)),
  )
}

/** What to do about performance; nothing where it keeps its limits. */
export function performanceAdvice(checks: readonly PerformanceCheck[]): string[] {
  if (!isOngoing(checks)) return []
  return [
    'Look at drift of the same week first: a column that broke explains most sudden losses.',
    'Without drift of features the world changed: train on newer data and let the gate compare.',
  ]
}

/** The comment that says that it is over. */
export const renderPerformanceEnd = (check: PerformanceCheck): string =>
  `${verdictMark.pass} ${nameOf(check)} passes in the week of ${check.window.start} (check ${codeSpan(shortDigest(check.id))}): ${escapeMarkdown(check.reason, 600)} Told by the monitor; a week that misses them again is told again.`
