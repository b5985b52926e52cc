import { type Baseline, TidemarkError } from '@tidemark/schemas'
import type { Engine } from '../engine/engine.ts'
import { quoteIdentifier } from '../engine/quoting.ts'
import { type Dataset, rowColumns } from '../fingerprint/dataset.ts'
import { buildBaseline } from './baseline.ts'
import { readPeriod } from './scoring-rows.ts'
import type { DriftData } from './source.ts'

export interface PlainRows {
  /** The column with a row's day. */
  readonly day: string
  /** What tells rows apart; file and row number when left out. */
  readonly id?: string | undefined
  /** An outcome that is 0 or 1. */
  readonly label?: string | undefined
  /** Columns that are not counted. */
  readonly without?: readonly string[]
}

/** A dataset's rows as they are, with no model's query. Throws `COLUMN_TYPE` where a column has a name of those that counting adds. The dataset's view must be there: `createDatasetView` makes it. */
export function plainRows(
  dataset: Pick<Dataset, 'name' | 'columns'>,
  { day, id, label, without }: PlainRows,
): DriftData {
  refuseReservedNames(dataset)
  const left = new Set((without ?? []).filter((name) => name !== day && name !== id && name !== label))
  const own = dataset.columns.filter(({ name }) => !left.has(name)).map(({ name }) => quoteIdentifier(name))
  const row = `${rowColumns.file} || '/' || ${rowColumns.row} AS tidemark_id`
  return {
    features: {
      sql: `SELECT ${[...own, ...(id === undefined ? [row] : [])].join(', ')} FROM ${quoteIdentifier(dataset.name)}`,
      file: 'the files',
      view: dataset.name,
      columns: { id: id ?? 'tidemark_id', ...(label === undefined ? {} : { label }) },
      day,
    },
  }
}

function refuseReservedNames({ columns }: Pick<Dataset, 'columns'>): void {
  const taken = columns.filter(({ name }) => /^tidemark_/i.test(name)).map(({ name }) => name)
  if (taken.length === 0) return
  throw new TidemarkError('COLUMN_TYPE', `The data has a column named ${taken.join(', ').slice(0, 500)}`, {
    hint: 'Names that begin with tidemark_ are added where rows are counted. Rename the column where the data is written.',
  })
}

/**
 * A dataset's own baseline over all its days, with texts as digests and no extremes, since nothing says that a column is public.
 * Throws `DATA_EMPTY` where no row has a day, and as `buildBaseline` does.
 */
export async function describeRows(
  engine: Engine,
  dataset: Dataset,
  { model, ...rows }: PlainRows & { readonly model: string },
): Promise<Baseline> {
  const data = plainRows(dataset, rows)
  const period = await readPeriod(engine, data.features)
  if (period === null) {
    throw new TidemarkError('DATA_EMPTY', `No row has a ${rows.day}`, { hint: 'Name the column with --day.' })
  }
  return buildBaseline(engine, data, { model, dataset: dataset.digest, period, publicColumns: [] })
}
