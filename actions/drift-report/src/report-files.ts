import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { ActionContext } from '@tidemark/action-kit'
import type { ModelFolder } from '@tidemark/data'
import { findingsOfDrift, type Place, renderDriftPage, renderJUnit, renderSarif } from '@tidemark/reports'
import { type Baseline, type DriftCheck, type DriftSummary, storedJson, windowName } from '@tidemark/schemas'
import type { definition } from './definition.ts'
import { contractPlaces } from './places.ts'
import { isDrift } from './windows.ts'

type Context = ActionContext<typeof definition>

export interface Judged {
  readonly folder: ModelFolder
  readonly baseline: Baseline
  /** Windows judged now, oldest first; at least one. */
  readonly checks: readonly DriftCheck[]
  /** Windows on record with them. */
  readonly windows: readonly DriftCheck[]
}

/**
 * Writes what people and other tools read of the judged windows: a page each and `index.html` for the newest, `drift.json`,
 * `drift.junit.xml` and `drift.sarif`. Annotates the newest in the contract.
 */
export async function writeReports(context: Context, judged: Judged): Promise<void> {
  const { folder, baseline, checks, windows } = judged
  const output = resolve(context.github.workspace, context.inputs.report)
  const placeOf = contractPlaces(folder, baseline.columns)
  const newest = checks.at(-1)!
  const pages = new Map(checks.map((check) => [check.window.start, `${check.window.start}.html`]))
  const pageOf = (start: string) => pages.get(start)
  const render = (check: DriftCheck) => renderDriftPage({ baseline, check, windows, pageOf })
  const { model } = folder.policy
  // The newest first: tools that take only so many, or one an alert, take that.
  const findings = checks.toReversed().flatMap((check) => findingsOfDrift(check, placeOf))
  await mkdir(output, { recursive: true })
  for (const check of checks) await writeFile(join(output, pageOf(check.window.start)!), render(check))
  const files = {
    'index.html': render(newest),
    'drift.json': storedJson({ model, baseline: baseline.id, windows: checks.map(withoutCounts) }),
    'drift.junit.xml': renderJUnit(`drift.${model}`, findings),
    'drift.sarif': renderSarif(`drift-report/${model}`, findings),
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(output, name), text)
  context.output('page', join(context.inputs.report, 'index.html'))
  annotate(context, newest, placeOf)
}

function annotate(context: Context, check: DriftCheck, placeOf: (column: string) => Place): void {
  for (const { column, family, verdict, reason } of check.results) {
    if (!isDrift(verdict)) continue
    context.annotate({
      level: 'warning',
      title: `Drift of ${column}${family === 'nulls' ? ' (missing values)' : ''} in the ${windowName(check)}`,
      message: reason,
      ...placeOf(column),
    })
  }
}

function withoutCounts({ statistics: _, ...summary }: DriftCheck): DriftSummary {
  return summary
}
