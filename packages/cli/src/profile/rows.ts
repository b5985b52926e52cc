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
  readScoringRows,
  type ScoredRows,
} from '@tidemark/data'
import { type Baseline, type DriftProfile, type Period, type Segment, TidemarkError } from '@tidemark/schemas'

export interface RowsQuestion {
  /** Folder that the files lie below. */
  readonly root: string
  /** Paths or globs. */
  readonly files: readonly string[]
  readonly model: string
  readonly day: string
  readonly id?: string | undefined
  readonly label?: string | undefined
  /** What a model said of a row: no feature, but its prediction. */
  readonly score?: string | undefined
  readonly publicColumns: readonly string[]
  readonly segments: readonly Segment[]
  readonly period?: Period | undefined
}

/** The edges of these files' columns, nothing counted. Throws as opening a dataset does, `DATA_EMPTY`, `COLUMN_MISSING`. */
export async function layRows(question: RowsQuestion): Promise<Baseline> {
  const { model, publicColumns } = question
  return withRows(question, async (engine, features, dataset) => {
    const period = question.period ?? (await readPeriod(engine, features))
    if (period === null) {
      throw new TidemarkError('DATA_EMPTY', `No row has a ${question.day}`, { hint: 'Name the column with --day.' })
    }
    const data = {
      features,
      segments: question.segments,
      scored: await readScores(engine, features, { ...question, period }),
    }
    const options = { model, dataset, period, publicColumns, expectsPerformance: question.label !== undefined }
    const plan = await planBaseline(engine, data, options)
    return layBaseline(plan, { ...options, features: digestQuery({ text: features.sql, lookups: [] }) })
  })
}

/** These files' rows of the plan's period by day, on its edges. */
export async function countRows(question: RowsQuestion, plan: Baseline): Promise<DriftProfile> {
  return withRows(question, async (engine, features) => {
    const segments = segmentsOf(plan)
    const scored = await readScores(engine, features, { ...question, segments, period: plan.period })
    return profileWindow(engine, { features, segments, scored }, plan, plan.period)
  })
}

/** Segments that a plan counts by themselves. */
function segmentsOf({ columns }: Baseline): Segment[] {
  const found = columns.flatMap(({ segment }) => (segment === undefined ? [] : [segment]))
  return found.filter(
    ({ column, value }, i) => found.findIndex((other) => other.column === column && other.value === value) === i,
  )
}

async function readScores(
  engine: Engine,
  features: DriftData['features'],
  { score, segments, period }: Pick<RowsQuestion, 'score' | 'segments'> & { readonly period: Period },
): Promise<ScoredRows | undefined> {
  if (score === undefined) return undefined
  // Selected beside the features: no feature itself.
  const sql = features.sql.replace('SELECT ', () => `SELECT ${quote(score)}, `)
  const rows = await readScoringRows(
    engine,
    { ...features, sql },
    { features: [{ name: score, kind: 'number' }], period, segments },
  )
  const [found] = rows.features
  const values = found?.kind === 'number' ? found.values : new Float64Array()
  return { ...rows, scores: Float64Array.from(rows.codes, (code) => values[code]!) }
}

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`

async function withRows<T>(
  question: RowsQuestion,
  work: (engine: Engine, features: DriftData['features'], dataset: string) => Promise<T>,
): Promise<T> {
  const { root, files: patterns, day, id, label, score } = question
  const files = await fingerprintFiles(root, patterns)
  const allowedPaths = files.files.map(({ path }) => join(files.root, path))
  await using engine = await openEngine({ allowedPaths, root: files.root })
  const dataset = await openDataset(engine, files, { name: 'rows' })
  await createDatasetView(engine, dataset)
  assertColumns(dataset.columns, question)
  await assertOutcomes(engine, dataset.name, question)
  const { features } = plainRows(dataset, { day, id, label, without: score === undefined ? [] : [score] })
  return await work(engine, features, dataset.digest)
}

function assertColumns(columns: readonly { name: string; type: string }[], question: RowsQuestion): void {
  const { day, id, label, score, publicColumns, segments } = question
  const named = [day, id, label, score, ...publicColumns, ...segments.map(({ column }) => column)]
  const missing = named.filter((name) => name !== undefined && !columns.some((column) => column.name === name))
  const there = `There are: ${columns.map(({ name }) => name).join(', ')}.`.slice(0, 500)
  if (missing.length > 0) {
    throw new TidemarkError('COLUMN_MISSING', `The files have no column ${missing.join(', ').slice(0, 500)}`, {
      hint: there,
    })
  }
  const { type } = columns.find(({ name }) => name === day)!
  if (/^(DATE|TIMESTAMP.*|VARCHAR)$/.test(type)) return
  throw new TidemarkError('COLUMN_TYPE', `The column ${day} is ${type.slice(0, 100)} and holds no days`, {
    hint: `Name a column of dates with --day. ${there}`,
  })
}

/** Another number would be counted as it is, and every rate, calibration and metric of it be meaningless. */
async function assertOutcomes(engine: Engine, view: string, { label, score }: RowsQuestion): Promise<void> {
  const value = (name: string): string => `CAST(${quote(name)} AS DOUBLE)`
  const rules = [
    ...(label === undefined ? [] : [{ name: label, takes: '0 or 1', breaks: `${value(label)} NOT IN (0, 1)` }]),
    ...(score === undefined
      ? []
      : [
          {
            name: score,
            takes: 'a number from 0 to 1',
            breaks: `isfinite(${value(score)}) AND ${value(score)} NOT BETWEEN 0 AND 1`,
          },
        ]),
  ]
  for (const { name, takes, breaks } of rules) {
    const [row] = await engine.query(`SELECT count(*) AS rows FROM ${quote(view)} WHERE ${breaks}`)
    const rows = Number(row?.rows)
    if (rows === 0) continue
    throw new TidemarkError('COLUMN_TYPE', `The column ${name} is not ${takes} in ${rows} rows`, {
      hint: 'Name an outcome with --label and what a model said of a row with --score.',
    })
  }
}
