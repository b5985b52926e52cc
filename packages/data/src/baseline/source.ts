import { type Segment, type TextMeasure, TidemarkError } from '@tidemark/schemas'
import type { StringColumn } from '../engine/columns.ts'
import type { Engine } from '../engine/engine.ts'
import { quoteIdentifier, quoteLiteral } from '../engine/quoting.ts'
import { assertSingleSelect } from '../engine/select-guard.ts'
import { type Lookup, openLookups } from '../features/lookups.ts'
import { rowColumns } from '../fingerprint/dataset.ts'

/** The rows that are profiled. The dataset's view must exist in the engine: `readSplitFeatures` makes it. */
export interface DriftData {
  readonly features: {
    readonly sql: string
    readonly file: string
    /** The dataset's name, whose view the query reads. */
    readonly view: string
    /** Further tables that the query may name: those of the checkout, or of the version that is watched. */
    readonly lookups?: readonly Lookup[]
    readonly columns: { readonly id: string; readonly label?: string; readonly cluster?: string | undefined }
    /** The query's column with the day of a row. */
    readonly day: string
  }
  /** A numeric outcome of the dataset's view, such as minutes of delay, and its time. */
  readonly label?: { readonly column: string; readonly time: string } | undefined
  /** Parts of the rows whose features and labels are counted by themselves too. */
  readonly segments?: readonly Segment[] | undefined
  /** What the model says of the same rows. */
  readonly scored?: ScoredRows | undefined
}

/** A model's scores by row, in any order. */
export interface ScoredRows {
  readonly scores: ArrayLike<number>
  /** Each row's day as `YYYY-MM-DD…`. */
  readonly days: StringColumn
  /** 0 or 1, anything else where an outcome is not known yet; absent where none is. */
  readonly labels?: ArrayLike<number> | undefined
}

/** A relation of our own making with a day and the columns to be counted. */
export interface Source {
  readonly relation: string
  readonly day: string
  /** A number that is the same for a row at every reading. */
  readonly hash: string
  readonly columns: readonly SourceColumn[]
}

export interface SourceColumn {
  readonly name: string
  readonly kind: 'numeric' | 'categorical' | 'rate'
  readonly family: 'features' | 'labels'
  /** The rows that it is of, and the column that it is there: null in all others. */
  readonly segment?: Segment
  readonly of?: string
  /** Counted only where the column itself says little. */
  readonly text?: TextMeasure
}

const numberTypes = /^(BOOLEAN|U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL\(.*\))$/
const shortInteger = /^(TINY|SMALL|BIG)?INT(EGER)?$|^U(TINY|SMALL)?INT(EGER)?$/
const textTypes = /^(VARCHAR|UUID|ENUM\(.*)$/s
const view = 'tidemark_drift_rows'

/** The relations to be scanned: the features query, and the view itself where a numeric outcome is watched. Throws `COLUMN_MISSING`, `SQL_REFUSED`, and what `openLookups` throws. */
export async function openSources(engine: Engine, { features, label, segments = [] }: DriftData): Promise<Source[]> {
  const lookups = await openLookups(engine, features.lookups ?? [], features.view)
  await assertSingleSelect(engine, { sql: features.sql, file: features.file, tables: [features.view, ...lookups] })
  await engine.query(`CREATE OR REPLACE VIEW ${view} AS ${features.sql}`)
  const found = await describe(engine, view)
  const { id, label: outcome, cluster } = features.columns
  requireAmong(found, [id, features.day, ...(outcome === undefined ? [] : [outcome])], features.file)
  requireAmong(
    found,
    segments.map(({ column }) => column),
    'monitor.segments',
  )
  const roles = [id, outcome, cluster, features.day]
  const columns = [
    ...found.flatMap(({ name, type }): SourceColumn[] => {
      if (roles.includes(name)) return []
      if (numberTypes.test(type)) return [{ name, kind: 'numeric', family: 'features' }]
      return textTypes.test(type) ? [{ name, kind: 'categorical', family: 'features' }] : []
    }),
    ...(outcome === undefined ? [] : [{ name: outcome, kind: 'rate', family: 'labels' } as const]),
  ]
  const sources: Source[] = [
    {
      ...withTextMeasures(withSegments({ relation: view, columns, segments })),
      day: `CAST(${quoteIdentifier(features.day)} AS DATE)`,
      hash: hashSql(id, found),
    },
  ]
  if (label !== undefined) {
    const relation = quoteIdentifier(features.view)
    const own = await describe(engine, relation)
    requireAmong(own, [label.column, label.time], 'monitor.label')
    const isThere = ({ column }: Segment): boolean => own.some(({ name }) => name === column)
    sources.push({
      ...withSegments({
        relation,
        columns: [{ name: label.column, kind: 'numeric', family: 'labels' }],
        segments: segments.filter(isThere),
      }),
      day: `CAST(${quoteIdentifier(label.time)} AS DATE)`,
      hash: `hash(${rowColumns.file}, ${rowColumns.row})`,
    })
  }
  return sources
}

/** A relation with each column once more for every segment, null outside of it: one scan counts them all. */
function withSegments({
  relation,
  columns,
  segments,
}: {
  relation: string
  columns: readonly SourceColumn[]
  segments: readonly Segment[]
}): Pick<Source, 'relation' | 'columns'> {
  const parts = segments.flatMap((segment) =>
    columns
      .filter(({ name }) => name !== segment.column)
      .map((column) => ({ ...column, segment, of: column.name, name: segmentName(column.name, segment) })),
  )
  if (parts.length === 0) return { relation, columns }
  const selected = parts.map(
    ({ name, of, segment }) =>
      `CASE WHEN CAST(${quoteIdentifier(segment.column)} AS VARCHAR) = ${quoteLiteral(segment.value)} THEN ${quoteIdentifier(of)} END AS ${quoteIdentifier(name)}`,
  )
  return { relation: `(SELECT *, ${selected.join(', ')} FROM ${relation})`, columns: [...columns, ...parts] }
}

/** A relation with length and pattern of each text column: computed only where they are counted. */
function withTextMeasures({
  relation,
  columns,
}: Pick<Source, 'relation' | 'columns'>): Pick<Source, 'relation' | 'columns'> {
  const taken = new Set(columns.map(({ name }) => name))
  const measures = columns
    .filter(({ kind, segment }) => kind === 'categorical' && segment === undefined)
    .flatMap(({ name, family }) =>
      (['length', 'pattern'] as const).map((measure) => ({
        name: `${name} [${measure}]`,
        kind: measure === 'length' ? ('numeric' as const) : ('categorical' as const),
        family,
        of: name,
        text: { column: name, measure },
      })),
    )
    .filter(({ name }) => !taken.has(name))
  if (measures.length === 0) return { relation, columns }
  const selected = measures.map(({ name, of, text }) => `${measureSql(of, text.measure)} AS ${quoteIdentifier(name)}`)
  return { relation: `(SELECT *, ${selected.join(', ')} FROM ${relation})`, columns: [...columns, ...measures] }
}

/** `AB-1234` and `KLM-7` have the pattern `a-9`. */
function measureSql(name: string, measure: TextMeasure['measure']): string {
  const text = `CAST(${quoteIdentifier(name)} AS VARCHAR)`
  if (measure === 'length') return `length(${text})`
  return `left(regexp_replace(regexp_replace(${text}, '\\p{L}+', 'a', 'g'), '[0-9]+', '9', 'g'), 100)`
}

/** What a column of one segment is called in documents and reports. */
const segmentName = (name: string, { column, value }: Segment): string => `${name} [${column}=${value}]`

// Files of one dataset may hold an id as integers of different widths: all are hashed as one, and no text is made of them, which costs ten times as much.
function hashSql(id: string, found: readonly { name: string; type: string }[]): string {
  const isShort = found.some(({ name, type }) => name === id && shortInteger.test(type))
  return `hash(CAST(${quoteIdentifier(id)} AS ${isShort ? 'BIGINT' : 'VARCHAR'}))`
}

async function describe(engine: Engine, relation: string): Promise<{ name: string; type: string }[]> {
  const rows = await engine.query(`DESCRIBE FROM ${relation}`)
  return rows.map((row) => ({ name: String(row.column_name), type: String(row.column_type) }))
}

/** Throws `COLUMN_MISSING` with all columns that a relation lacks; `file` is who asks for them. */
export async function requireColumns(
  engine: Engine,
  relation: string,
  names: readonly string[],
  file: string,
): Promise<void> {
  requireAmong(await describe(engine, relation), names, file)
}

function requireAmong(found: readonly { name: string }[], names: readonly string[], file: string): void {
  const missing = names.filter((wanted) => !found.some(({ name }) => name === wanted))
  if (missing.length === 0) return
  throw new TidemarkError('COLUMN_MISSING', `${file}: there is no column ${missing.join(', ')}`, {
    hint: `Correct monitor in model.yaml, or select the column. There are: ${found
      .map(({ name }) => name)
      .join(', ')
      .slice(0, 500)}.`,
    problems: missing.map((path) => ({ file, path, message: 'no such column' })),
  })
}
