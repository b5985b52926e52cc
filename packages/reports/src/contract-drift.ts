import type { DriftCheck } from '@tidemark/schemas'
import { renderDrift } from './drift.ts'
import { renderDriftWindows } from './drift-issue.ts'
import { codeSpan, escapeMarkdown } from './escape.ts'
import { paragraphs } from './markdown.ts'

/** What a contract's drift rules say of one object's data. */
export interface ReportedContractDrift {
  readonly name: string
  readonly windows: readonly DriftCheck[]
  /** Why nothing was judged. */
  readonly notJudged: string | null
}

/** The weeks since each object's committed baseline: a line each, and the newest whole, which is the one that decides. */
export function renderContractDrift(objects: readonly ReportedContractDrift[]): string {
  return paragraphs(
    ...objects.map(({ name, windows, notJudged }) => {
      const newest = windows.at(-1)
      return newest === undefined
        ? `❔ **Drift of ${codeSpan(name, 100)} is not judged**: ${escapeMarkdown(notJudged ?? 'no week is complete', 600)}.`
        : paragraphs(renderDriftWindows(windows), renderDrift(newest))
    }),
  )
}
