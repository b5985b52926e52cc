import { type Problem, TidemarkError } from '@tidemark/schemas'
import type { Column, StringColumn } from '../engine/columns.ts'
import type { Engine } from '../engine/engine.ts'
import { quoteIdentifier } from '../engine/quoting.ts'
import { assertSingleSelect } from '../engine/select-guard.ts'
import { type Lookup, openLookups } from './lookups.ts'

export interface FeatureQuery {
  readonly sql: string
  /** Where the SQL comes from, for messages. */
  readonly file: string
  /** The dataset's name, whose view the query reads. */
  readonly view: string
  /** Further tables that it may name; the engine must have been opened with their paths. */
  readonly lookups?: readonly Lookup[]
  readonly columns: {
    readonly id: string
    /** 0 or 1. Left out when scoring rows whose outcome is not known. */
    readonly label?: string
    /** What bounds are computed by: a unit, a day. */
    readonly cluster?: string | undefined
  }
  /** False leaves `ids` empty and `clusters` out: they are checked all the same, but training has no use for them. Default true. */
  readonly wantsKeys?: boolean
}

export interface FeatureColumn {
  readonly name: string
  readonly type: 'number' | 'string'
}

/** Rows of a feature query, ordered by id. */
export interface FeatureTable {
  readonly rows: number
  /** Empty where not wanted. Unique, in the order of the rows: numeric ids ascending, texts by UTF-8 bytes. */
  readonly ids: readonly string[]
  /** 0 or 1; absent without a label column. */
  readonly labels?: Uint8Array
  /** Absent without a cluster column, or where not wanted. */
  readonly clusters?: StringColumn
  /** Numbers (NULL is NaN) and texts (NULL is code `nullCode`), in the query's order. */
  readonly features: readonly Column[]
  readonly schema: readonly FeatureColumn[]
}

const numberTypes = /^(BOOLEAN|U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL\(.*\))$/
const textTypes = /^(VARCHAR|UUID|ENUM\(.*)$/s
const table = 'tidemark_features'
const view = 'tidemark_query'

/**
 * Runs the team's one SELECT over a dataset's view and its lookups. Throws what `openLookups` throws, `SQL_REFUSED`, `SQL_FAILED`, `COLUMN_MISSING`, `COLUMN_TYPE`
 * (every unusable column at once) and `DATA_EMPTY`; ids must be unique and set, labels 0 or 1, features not infinite.
 */
export async function readFeatures(engine: Engine, query: FeatureQuery): Promise<FeatureTable> {
  const lookups = await openLookups(engine, query.lookups ?? [], query.view)
  await assertSingleSelect(engine, { sql: query.sql, file: query.file, tables: [query.view, ...lookups] })
  const found = await describeQuery(engine, query)
  const { id, label, cluster } = query.columns
  const wantsKeys = query.wantsKeys ?? true
  const features = planColumns(found, query)
  // Texts are sorted along with the rows, and an id that is one need not be there twice.
  const idText = found.some(({ name, type }) => name === id && type === 'VARCHAR') ? 'id' : 'id_text'
  const casts = [
    `${quoteIdentifier(id)} AS id`,
    ...(idText === 'id' ? [] : [`CAST(${quoteIdentifier(id)} AS VARCHAR) AS id_text`]),
    ...(label === undefined ? [] : [`CAST(${quoteIdentifier(label)} AS DOUBLE) AS label`]),
    ...(cluster === undefined
      ? []
      : [`${wantsKeys ? `CAST(${quoteIdentifier(cluster)} AS VARCHAR)` : quoteIdentifier(cluster)} AS cluster`]),
    ...features.map(
      ({ name, type }, i) => `CAST(${quoteIdentifier(name)} AS ${type === 'number' ? 'DOUBLE' : 'VARCHAR'}) AS f${i}`,
    ),
  ]
  await engine.query(`CREATE OR REPLACE TEMP TABLE ${table} AS SELECT ${casts.join(', ')} FROM ${view} ORDER BY id`)
  const rows = await checkRows(engine, query, { features, idText })
  const wanted = [
    ...(label === undefined ? [] : [{ name: 'label', kind: 'number' as const }]),
    ...(cluster === undefined || !wantsKeys ? [] : [{ name: 'cluster', kind: 'string' as const }]),
    ...features.map(({ type }, i) => ({ name: `f${i}`, kind: type })),
  ]
  const columns = new Map((await engine.columns(table, wanted)).map((column) => [column.name, column]))
  const ids = wantsKeys ? (await engine.texts(table, idText)).map(String) : []
  await engine.query(`DROP TABLE ${table}; DROP VIEW ${view}`)
  const labels = columns.get('label')
  const clusters = columns.get('cluster')
  return {
    rows,
    ids,
    ...(labels?.kind === 'number' ? { labels: new Uint8Array(labels.values) } : {}),
    ...(clusters?.kind === 'string' ? { clusters: { ...clusters, name: cluster ?? '' } } : {}),
    features: features.flatMap(({ name }, i) => {
      const column = columns.get(`f${i}`)
      return column === undefined ? [] : [{ ...column, name }]
    }),
    schema: features,
  }
}

async function describeQuery(engine: Engine, { sql, file }: FeatureQuery): Promise<{ name: string; type: string }[]> {
  try {
    await engine.query(`CREATE OR REPLACE TEMP VIEW ${view} AS ${sql}`)
  } catch (error) {
    if (!(error instanceof TidemarkError) || error.code !== 'SQL_FAILED') throw error
    throw new TidemarkError('SQL_FAILED', `${file}: ${error.message}`, {
      hint: error.hint,
      problems: [{ file, message: error.message }],
      cause: error,
    })
  }
  // The query's own names: a view would rename a second column of the same name.
  const rows = await engine.query(`DESCRIBE ${sql}`)
  return rows.map((row) => ({ name: String(row.column_name), type: String(row.column_type) }))
}

function planColumns(
  found: readonly { name: string; type: string }[],
  { file, columns }: FeatureQuery,
): FeatureColumn[] {
  const { id, label, cluster } = columns
  const roles = [id, label, cluster].filter((name) => name !== undefined)
  const missing = roles.filter((role) => !found.some(({ name }) => name === role))
  if (missing.length > 0) {
    throw new TidemarkError('COLUMN_MISSING', `${file} does not select ${missing.join(', ')}`, {
      hint: `Select the columns that the policy names. The query gives: ${found
        .map(({ name }) => name)
        .join(', ')
        .slice(0, 500)}.`,
      problems: missing.map((path) => ({ file, path, message: 'the query gives no such column' })),
    })
  }
  const folded = found.map(({ name }) => name.toLowerCase())
  const problems = found.flatMap(({ name }, i): Problem[] =>
    folded.indexOf(folded[i] ?? '') < i ? [{ file, path: name, message: 'is selected twice; name it with AS' }] : [],
  )
  const features = found.flatMap(({ name, type }): FeatureColumn[] => {
    if (name === label && !numberTypes.test(type))
      problems.push({ file, path: name, message: `the label is ${type}; expected 0 or 1` })
    if (roles.includes(name)) return []
    if (numberTypes.test(type)) return [{ name, type: 'number' }]
    if (textTypes.test(type)) return [{ name, type: 'string' }]
    problems.push({ file, path: name, message: `is ${type}; a feature is a number or a text` })
    return []
  })
  if (features.length === 0 && problems.length === 0)
    problems.push({ file, message: 'the query selects no feature beside id, label and cluster' })
  if (problems.length === 0) return features
  throw new TidemarkError('COLUMN_TYPE', `${file} selects columns that cannot be used (${problems.length})`, {
    hint: 'Turn dates into numbers with hour(), dayofweek() or epoch(), and labels into 0 and 1.',
    problems,
  })
}

async function checkRows(
  engine: Engine,
  { file, columns }: FeatureQuery,
  { features, idText }: { features: readonly FeatureColumn[]; idText: string },
): Promise<number> {
  const { id, label, cluster } = columns
  const counts: [expression: string, path: string, message: string][] = [
    ['count(*) FILTER (WHERE id IS NULL)', id, 'rows have no id'],
    [
      // The table is ordered by id, so that equal ones are neighbours. By itself, the window carries no other columns.
      `(SELECT count(*) FILTER (WHERE repeats) FROM (SELECT ${idText} = lag(${idText}) OVER () AS repeats FROM ${table}))`,
      id,
      'rows repeat the id of another',
    ],
    ...(label === undefined
      ? []
      : [
          [
            'count(*) FILTER (WHERE label IS NULL OR NOT label IN (0, 1))',
            label,
            'rows have a label that is neither 0 nor 1',
          ] as [string, string, string],
        ]),
    ...(cluster === undefined
      ? []
      : [['count(*) FILTER (WHERE cluster IS NULL)', cluster, 'rows have no cluster'] as [string, string, string]]),
    ...features.flatMap(({ name, type }, i): [string, string, string][] =>
      type === 'number' ? [[`count(*) FILTER (WHERE isinf(f${i}))`, name, 'rows are infinite']] : [],
    ),
  ]
  const [row = {}] = await engine.query(
    `SELECT count(*) AS rows, ${counts.map(([sql], i) => `${sql} AS c${i}`).join(', ')} FROM ${table}`,
  )
  const rows = Number(row.rows)
  if (rows === 0) {
    throw new TidemarkError('DATA_EMPTY', `${file} gives no rows`, {
      hint: 'Check its WHERE, and whether the contract rejects every row.',
    })
  }
  const problems = counts.flatMap(([, path, message], i): Problem[] => {
    const count = Number(row[`c${i}`])
    return count === 0 ? [] : [{ file, path, message: `${count} of ${rows} ${message}` }]
  })
  if (problems.length === 0) return rows
  throw new TidemarkError(
    'COLUMN_TYPE',
    `${file} gives rows that cannot be used: ${problems
      .map((problem) => `${problem.path}: ${problem.message}`)
      .join('; ')
      .slice(0, 500)}`,
    {
      hint: 'Ids are unique and set, labels are 0 or 1, features finite or NULL. Correct the query, or reject such rows in the contract.',
      problems,
    },
  )
}
