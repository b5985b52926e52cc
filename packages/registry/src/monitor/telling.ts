import type { DriftCheck, PerformanceCheck } from '@tidemark/schemas'
import type { Alert } from '../ports.ts'

/** Windows of one topic that chats hear of; `end` is the one that passes, where it is over. */
export type ToldWindows =
  | { topic: 'drift'; windows: readonly DriftCheck[]; end: DriftCheck | null }
  | { topic: 'performance'; windows: readonly PerformanceCheck[]; end: PerformanceCheck | null }

/** How a model's monitor tells of its windows; the words are the caller's. */
export interface MonitorTelling {
  /** The first line of the issue's body, by which a model's issue is found again. */
  marker: string
  describe(windows: { readonly drift: readonly DriftCheck[]; readonly performance: readonly PerformanceCheck[] }): {
    title: string
    body: string
  }
  /** The comment that says that drift or the performance's trouble is over. */
  describeEnd(check: DriftCheck | PerformanceCheck): string
  /** The same for chats and pagers, where they hear of it. */
  describeAlert?(told: ToldWindows, issueUrl: string | null): Alert
}
