import type { ActionContext } from '@tidemark/action-kit'
import {
  buildBaseline,
  checkDrift,
  createDatasetView,
  type DatasetFiles,
  type DriftData,
  type LookupQuery,
  type ModelFolder,
  type OpenSplit,
  openSplit,
  profileWindows,
  publicColumns,
  readDayRows,
  readPeriod,
  readScoringRows,
  type ScoredRows,
} from '@tidemark/data'
import { type Model, openModel } from '@tidemark/models'
import {
  type Baseline,
  type Dataset,
  type DriftCheck,
  type MonitorPolicy,
  type Period,
  TidemarkError,
} from '@tidemark/schemas'
import type { definition } from './definition.ts'
import { dueWindows } from './windows.ts'

export interface Question {
  readonly folder: ModelFolder
  readonly monitor: MonitorPolicy
  readonly files: { readonly reference: DatasetFiles; readonly all: DatasetFiles }
  /** What makes the predictions: verified bytes; and the query that the model was made for, whose columns are watched. */
  readonly scorer: {
    readonly bytes: Uint8Array
    readonly sha256: string
    readonly query: LookupQuery
    readonly modelDigest: string
  }
  /** The baseline on record and the checks under it; null and none where there is none yet. */
  readonly baseline: Baseline | null
  readonly windows: readonly DriftCheck[]
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
  const { baseline: known, folder, monitor, scorer } = question
  const query = queryOf(question)
  const [period, newest] = await Promise.all([
    known?.period ?? readPeriod(reference.engine, query),
    readPeriod(all.engine, query),
  ])
  const arrived = newest?.end
  if (period === null || arrived === undefined) throw emptyReference(question)
  const rows = typeof monitor.windows === 'string' ? new Map() : await readDayRows(all.engine, query, period.end)
  const due = dueWindows(monitor.windows, { period }, { end: arrived, rows }, question.windows)
  const span = due.length === 0 ? null : { start: due[0]!.start, end: due.at(-1)!.end }
  const data = (scored: ScoredRows | undefined): DriftData => ({
    features: query,
    label: monitor.label,
    segments: monitor.segments?.flatMap(({ column, values }) => values.map((value) => ({ column, value }))),
    scored,
  })
  const describe = async (): Promise<Baseline> =>
    buildBaseline(reference.engine, data(await score(context, question, reference, period)), {
      model: folder.policy.model,
      dataset: reference.dataset.digest,
      modelDigest: scorer.modelDigest,
      period,
      publicColumns: publicColumns(folder.contract),
    })
  // Each has an engine of its own: one reads while the other scores.
  const [baseline, scoredWindows] = await context.group(known ? 'Score' : 'Score, and describe the reference', () =>
    Promise.all([known ?? describe(), span === null ? undefined : score(context, question, all, span)]),
  )
  const profiles =
    due.length === 0
      ? []
      : await context.group(`Count ${due.length} windows`, () =>
          profileWindows(all.engine, data(scoredWindows), baseline, due),
        )
  return {
    baseline,
    reference: reference.document,
    dataset: all.document,
    checks: profiles.map((window) => checkDrift({ baseline, window, dataset: all.dataset.digest, policy: monitor })),
  }
}

/** Files in an engine of their own, with the rows that the contract accepts as the view that queries name. */
async function openRows({ folder, scorer }: Question, files: DatasetFiles): Promise<OpenSplit> {
  const split = await openSplit(folder, files, { lookups: scorer.query.lookups })
  try {
    const { contract, policy } = folder
    await createDatasetView(split.engine, split.dataset, { contract, policy: policy.data.violations })
    return split
  } catch (error) {
    await split.engine.close()
    throw error
  }
}

/** The version's query, with the columns that the policy names. */
function queryOf({ folder, monitor, scorer: { query } }: Question): DriftData['features'] {
  const { policy, contract } = folder
  const { id, label, cluster } = policy.data.columns
  const gated = typeof policy.gate.cluster === 'string' ? policy.gate.cluster : undefined
  const day = monitor.day ?? gated ?? cluster
  if (day === undefined) {
    throw new TidemarkError('POLICY_INVALID', 'nothing says which column of the features query holds a row’s day', {
      hint: 'Name it as monitor.day in model.yaml.',
    })
  }
  return {
    sql: query.text,
    file: query.file,
    lookups: query.lookups,
    view: contract.object.name,
    columns: { id, label, ...(cluster === undefined ? {} : { cluster }) },
    day,
  }
}

/** Predictions with the outcomes that are known. A score that is no probability counts as one that is missing. */
async function score(
  context: ActionContext<typeof definition>,
  question: Question,
  { engine }: OpenSplit,
  period: Period,
): Promise<ScoredRows> {
  const { bytes, sha256 } = question.scorer
  const model = await openModel(bytes, { expectedSha256: sha256 })
  try {
    const rows = await readScoringRows(engine, queryOf(question), { features: inputsOf(model), period })
    const found = await model.score(
      { rows: rows.combinations, columns: rows.features },
      { invalid: 'nan', onProgress: ({ done, rows }) => context.progress(`${done} of ${rows} different rows scored`) },
    )
    const scores = new Float64Array(rows.codes.length)
    for (let row = 0; row < scores.length; row++) scores[row] = found[rows.codes[row]!]!
    return { scores, days: rows.days, labels: rows.labels }
  } finally {
    await model.close()
  }
}

const inputsOf = ({ description }: Model) =>
  description.signature.inputs.map(({ name, type }) => ({
    name,
    kind: type === 'string' ? ('string' as const) : ('number' as const),
  }))

function emptyReference({ folder, scorer }: Question): TidemarkError {
  return new TidemarkError(
    'DATA_EMPTY',
    `${scorer.query.file} gives no rows of ${folder.policy.model}’s reference data`,
    {
      hint: 'Check its WHERE, and whether the contract rejects every row.',
    },
  )
}
