import { join } from 'node:path'
import {
  createDatasetView,
  type DriftData,
  digestQuery,
  type Engine,
  fingerprintFiles,
  layBaseline,
  openDataset,
  openEngine,
  plainRows,
  planBaseline,
  profileWindow,
  readPeriod,
} from '@tidemark/data'
import { type Baseline, type DriftProfile, type Period, TidemarkError } from '@tidemark/schemas'

export interface RowsQuestion {
  /** Folder that the files lie below. */
  readonly root: string
  /** Paths or globs. */
  readonly files: readonly string[]
  readonly model: string
  readonly day: string
  readonly id?: string | undefined
  readonly label?: string | undefined
  readonly publicColumns: readonly string[]
  readonly period?: Period | undefined
}

/** The edges of these files' columns, nothing counted. Throws as opening a dataset does, `DATA_EMPTY`, `COLUMN_MISSING`. */
export async function layRows(question: RowsQuestion): Promise<Baseline> {
  const { model, publicColumns } = question
  return withRows(question, async (engine, data, dataset) => {
    const period = question.period ?? (await readPeriod(engine, data.features))
    if (period === null) {
      throw new TidemarkError('DATA_EMPTY', `No row has a ${question.day}`, { hint: 'Name the column with --day.' })
    }
    const plan = await planBaseline(engine, data, { model, dataset, period, publicColumns })
    return layBaseline(plan, {
      model,
      dataset,
      period,
      features: digestQuery({ text: data.features.sql, lookups: [] }),
    })
  })
}

/** These files' rows of the plan's period by day, on its edges. */
export async function countRows(question: RowsQuestion, plan: Baseline): Promise<DriftProfile> {
  return withRows(question, (engine, data) => profileWindow(engine, data, plan, plan.period))
}

async function withRows<T>(
  { root, files: patterns, day, id, label }: RowsQuestion,
  work: (engine: Engine, data: DriftData, dataset: string) => Promise<T>,
): Promise<T> {
  const files = await fingerprintFiles(root, patterns)
  const allowedPaths = files.files.map(({ path }) => join(files.root, path))
  await using engine = await openEngine({ allowedPaths, root: files.root })
  const dataset = await openDataset(engine, files, { name: 'rows' })
  await createDatasetView(engine, dataset)
  const data = plainRows(dataset, { day, id, label })
  return await work(engine, data, dataset.digest)
}
