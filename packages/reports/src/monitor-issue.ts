import { type DriftCheck, type PerformanceCheck, windowKind } from '@tidemark/schemas'
import {
  asTitle,
  driftAdvice,
  driftHeadline,
  driftIssueTitle,
  monitorMarker,
  renderDriftSection,
} from './drift-issue.ts'
import { codeSpan } from './escape.ts'
import type { Lineage } from './lineage-commit.ts'
import { list, paragraphs } from './markdown.ts'
import { type MonitorRollback, rollbackSentence } from './monitor-rollback.ts'
import { isOngoing } from './ongoing.ts'
import {
  performanceAdvice,
  performanceHeadline,
  performanceTitle,
  renderPerformanceSection,
} from './performance-issue.ts'

/** What a model's monitor judged, each in order of time; performance of the version in service. */
export interface MonitorWindows {
  readonly drift: readonly DriftCheck[]
  readonly performance: readonly PerformanceCheck[]
}

/** GitHub refuses bodies beyond 65,536 characters. */
const longestBody = 60_000

/**
 * Title of a model's issue: what is the matter, or was where nothing is any more; performance first, since it is what drift is feared for.
 * One line of plain text.
 */
export function monitorIssueTitle({ drift, performance }: MonitorWindows): string {
  const isOver = !isOngoing(drift) && !isOngoing(performance)
  const isToldOf = (checks: MonitorWindows[keyof MonitorWindows]) =>
    isOver ? checks.some(({ verdict }) => verdict === 'warn' || verdict === 'fail') : isOngoing(checks)
  if (!isToldOf(performance)) return drift.length > 0 ? driftIssueTitle(drift) : performanceTitle(performance)
  const [, columns = ''] = isToldOf(drift) ? driftIssueTitle(drift).split(/^Drift in [^:]*: /) : []
  return asTitle(performanceTitle(performance) + (columns === '' ? '' : `; drift: ${columns}`))
}

/** Body of a model's issue, with a section for each of what is judged: what is the matter, the windows, what to do. */
export function renderMonitorIssue(
  { drift, performance }: MonitorWindows,
  {
    lineage,
    served,
    rollback,
  }: {
    /** The version whose data are what is normal. */
    lineage?: Lineage | undefined
    /** The one in service. */
    served?: Lineage | undefined
    rollback?: MonitorRollback | undefined
  } = {},
): string {
  const byStart = <T extends DriftCheck | PerformanceCheck>(checks: readonly T[]): T[] =>
    [...checks].sort((a, b) => (a.window.start < b.window.start ? -1 : 1))
  const windows = { drift: byStart(drift), performance: byStart(performance) }
  const model = (windows.drift.at(-1) ?? windows.performance.at(-1))?.model
  if (model === undefined) return paragraphs('❔ **No window was judged yet.**')
  const head = [
    monitorMarker(model),
    ...headlines(windows),
    rollback === undefined ? '' : rollbackSentence(rollback),
  ] as const
  const body = (most: number) =>
    paragraphs(
      ...head,
      windows.drift.length > 0 && '## Drift',
      windows.drift.length > 0 && renderDriftSection(windows.drift, { lineage, most }),
      windows.performance.length > 0 && '## Performance',
      windows.performance.length > 0 && renderPerformanceSection(windows.performance, served),
      advice(windows, rollback),
    )
  const whole = body(20)
  if (whole.length < longestBody) return whole
  const short = body(5)
  return short.length < longestBody ? `${short}\n\n_This report was shortened._` : paragraphs(...head)
}

/** What is bad first. */
function headlines({ drift, performance }: MonitorWindows): string[] {
  const of = [performanceHeadline(performance), driftHeadline(drift)]
  return isOngoing(drift) && !isOngoing(performance) ? of.reverse() : of
}

function advice(windows: MonitorWindows, rollback: MonitorRollback | undefined): string {
  const { drift, performance } = windows
  const own = [...performanceAdvice(performance), ...driftAdvice(drift)]
  if (own.length === 0) return ''
  const workflow = drift.findLast(({ policy }) => policy.retrain)?.policy.retrain?.workflow
  return paragraphs(
    '### What to do',
    list([
      ...own,
      ...(workflow === undefined
        ? []
        : [
            `${codeSpan(workflow)} is started once for this; its candidate meets the champion in the gate as any other.`,
          ]),
      ...(rollback !== undefined && 'pullRequest' in rollback
        ? []
        : [
            `Should the model go back instead: ${codeSpan('promote-model')} with ${codeSpan('mode: rollback')} opens the pull request that returns the channel.`,
          ]),
      `This issue is closed by the first ${isOngoing(drift) ? windowKind(drift) : 'matured week'} that passes${isOngoing(drift) && isOngoing(performance) ? ', once performance keeps its limits again too' : ''}.`,
    ]),
  )
}
