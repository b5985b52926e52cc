import type { ActionContext } from '@tidemark/action-kit'
import {
  createDatasetView,
  type DatasetFiles,
  type DriftData,
  type LookupQuery,
  type ModelFolder,
  type OpenSplit,
  openSplit,
  readScoringRows,
  type ScoredRows,
} from '@tidemark/data'
import { type Model, openModel } from '@tidemark/models'
import { type MonitorPolicy, type Period, type Segment, TidemarkError } from '@tidemark/schemas'
import type { definition } from './definition.ts'

/** Whose rows are counted: a model's, as its policy, its query and its bytes say. */
export interface RowsQuestion {
  readonly folder: ModelFolder
  readonly monitor: MonitorPolicy
  /** What makes the predictions: verified bytes; and the query that the model was made for, whose columns are watched. */
  readonly scorer: {
    readonly bytes: Uint8Array
    readonly sha256: string
    readonly query: LookupQuery
    readonly modelDigest: string
  }
}

/** Files in an engine of their own, with the rows that the contract accepts as the view that queries name. */
export async function openRows({ folder, scorer }: RowsQuestion, files: DatasetFiles): Promise<OpenSplit> {
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

/** What is counted of rows, and of their scores where they have some. */
export function driftData(question: RowsQuestion, scored: ScoredRows | undefined): DriftData {
  const { monitor } = question
  return {
    features: queryOf(question),
    label: monitor.label,
    segments: segmentsOf(monitor),
    scored,
  }
}

const segmentsOf = ({ segments }: MonitorPolicy): Segment[] =>
  (segments ?? []).flatMap(({ column, values }) => values.map((value) => ({ column, value })))

/** The version's query, with the columns that the policy names. */
export function queryOf({ folder, monitor, scorer: { query } }: RowsQuestion): DriftData['features'] {
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
export async function score(
  context: ActionContext<typeof definition>,
  question: RowsQuestion,
  { engine }: OpenSplit,
  period: Period,
): Promise<ScoredRows> {
  const { bytes, sha256 } = question.scorer
  const model = await openModel(bytes, { expectedSha256: sha256 })
  try {
    const rows = await readScoringRows(engine, queryOf(question), {
      features: inputsOf(model),
      period,
      segments: segmentsOf(question.monitor),
    })
    const found = await model.score(
      { rows: rows.combinations, columns: rows.features },
      { invalid: 'nan', onProgress: ({ done, rows }) => context.progress(`${done} of ${rows} different rows scored`) },
    )
    const scores = new Float64Array(rows.codes.length)
    for (let row = 0; row < scores.length; row++) scores[row] = found[rows.codes[row]!]!
    return { ...rows, scores }
  } finally {
    await model.close()
  }
}

const inputsOf = ({ description }: Model) =>
  description.signature.inputs.map(({ name, type }) => ({
    name,
    kind: type === 'string' ? ('string' as const) : ('number' as const),
  }))
