import type { ActionContext } from '@tidemark/action-kit'
import {
  buildBaseline,
  checkDrift,
  type DatasetFiles,
  profileWindows,
  publicColumns,
  readArrived,
  readDayRows,
  readPeriod,
} from '@tidemark/data'
import { type Baseline, type Dataset, type DriftCheck, TidemarkError } from '@tidemark/schemas'
import { type Today, warnOfDaysAhead } from './ahead.ts'
import type { definition } from './definition.ts'
import { driftData, openRows, queryOf, type RowsQuestion, score } from './rows.ts'
import { dueWindows, endOfWindows } from './windows.ts'

interface Question extends RowsQuestion {
  readonly files: { readonly reference: DatasetFiles; readonly all: DatasetFiles }
  /** The baseline on record and the checks under it; null and none where there is none yet. */
  readonly baseline: Baseline | null
  readonly windows: readonly DriftCheck[]
  readonly today: Today
}

export interface Measured {
  readonly baseline: Baseline
  readonly reference: Dataset
  readonly dataset: Dataset
  readonly checks: readonly DriftCheck[]
}

/** Builds the baseline where there is none, counts the windows that are due and judges them. Throws `DATA_EMPTY`. */
export async function measureDrift(context: ActionContext<typeof definition>, question: Question): Promise<Measured> {
  await using reference = await openRows(question, question.files.reference)
  await using all = await openRows(question, question.files.all)
  const { baseline: known, folder, monitor, scorer, today } = question
  const query = queryOf(question)
  const [period, arrived] = await Promise.all([
    known?.period ?? readPeriod(reference.engine, query),
    readArrived(all.engine, query, today.latest),
  ])
  if (period === null || arrived === null) throw emptyReference(question)
  if (arrived.ahead !== null) warnOfDaysAhead(context, { newest: arrived.ahead, today, place: 'The data' })
  const rows = typeof monitor.windows === 'string' ? new Map() : await readDayRows(all.engine, query, period.end)
  const due = dueWindows(monitor.windows, { period }, { end: endOfWindows(arrived.end, today), rows }, question.windows)
  const span = due.length === 0 ? null : { start: due[0]!.start, end: due.at(-1)!.end }
  const describe = async (): Promise<Baseline> =>
    buildBaseline(reference.engine, driftData(question, await score(context, question, reference, period)), {
      model: folder.policy.model,
      dataset: reference.dataset.digest,
      modelDigest: scorer.modelDigest,
      period,
      publicColumns: publicColumns(folder.contract),
      expectsPerformance: monitor.performance !== undefined,
    })
  // Each has an engine of its own: one reads while the other scores.
  const [baseline, scoredWindows] = await context.group(known ? 'Score' : 'Score, and describe the reference', () =>
    Promise.all([known ?? describe(), span === null ? undefined : score(context, question, all, span)]),
  )
  const profiles =
    due.length === 0
      ? []
      : await context.group(`Count ${due.length} windows`, () =>
          profileWindows(all.engine, driftData(question, scoredWindows), baseline, due),
        )
  return {
    baseline,
    reference: reference.document,
    dataset: all.document,
    checks: profiles.map((window) => checkDrift({ baseline, window, dataset: all.dataset.digest, policy: monitor })),
  }
}

/** That the reference has no rows. */
export function emptyReference({ folder, scorer }: Pick<RowsQuestion, 'folder' | 'scorer'>): TidemarkError {
  return new TidemarkError(
    'DATA_EMPTY',
    `${scorer.query.file} gives no rows of ${folder.policy.model}’s reference data`,
    {
      hint: 'Check its WHERE, and whether the contract rejects every row.',
    },
  )
}
