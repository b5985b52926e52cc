import { TidemarkError } from '@tidemark/schemas'
import type { Engine, SqlValue } from '../engine/engine.ts'
import { quoteIdentifier, quoteLiteral } from '../engine/quoting.ts'
import type { CategoricalPlan, ColumnPlan, NumericPlan } from './day-table.ts'
import type { Source, SourceColumn } from './source.ts'

/** Categories with fewer rows are pooled: a rare one could be a person. */
export const smallestLevel = 20
/** Most levels of a column that are kept. */
export const mostLevels = 300
/** Edges need not be exact quantiles, counts are exact: so many rows are enough. */
export const sampledRows = 200_000
const tails = [0.0001, 0.0005, 0.001, 0.002, 0.005]

/** Shares at which edges are laid: 127 even ones, and five in each tail, where Wasserstein's distance lies. */
export function edgeShares(rows: number): number[] {
  const even = Array.from({ length: 127 }, (_, i) => (i + 1) / 128)
  const outer = tails.filter((tail) => tail * rows >= smallestLevel)
  return [...outer, ...even, ...outer.map((tail) => 1 - tail)].sort((a, b) => a - b)
}

export interface PlanOptions {
  /** `day >= … AND day < …` of the reference period. */
  readonly where: string
  /** Columns whose values may be shown. */
  readonly publicColumns: ReadonlySet<string>
  /** About how many rows there are. */
  readonly rows: number
  /** Keeps digests of values apart between models. */
  readonly salt: string
}

/** Rows of the reference period. Throws `DATA_EMPTY` where there are none. */
export async function countRows(engine: Engine, { relation }: Source, where: string): Promise<number> {
  const [count] = await engine.query(`SELECT count(*) AS rows FROM ${relation} WHERE ${where}`)
  const rows = Number(count?.rows)
  if (rows > 0) return rows
  throw new TidemarkError('DATA_EMPTY', 'The reference period has no rows', {
    hint: 'Check the period, and that the day column holds dates.',
  })
}

/** Lays edges and chooses levels, from the rows of the reference period. */
export async function planColumns(engine: Engine, source: Source, options: PlanOptions): Promise<ColumnPlan[]> {
  const rowsOf = `FROM ${source.relation} WHERE ${options.where}`
  const plans = new Map<string, ColumnPlan>()
  const isPlanned = ({ text }: SourceColumn): boolean => {
    const whole = text && plans.get(text.column)
    return text === undefined || (whole?.kind === 'categorical' && whole.isScattered === true)
  }
  for (const column of source.columns) {
    if (column.kind === 'categorical' && isPlanned(column))
      plans.set(column.name, await planLevels(engine, column, rowsOf, options))
  }
  const numeric = source.columns.filter((column) => column.kind === 'numeric' && isPlanned(column))
  const quantiles = await readQuantiles(engine, source, numeric, options)
  for (const [i, { name, family, of, segment, text }] of numeric.entries()) {
    const isPublic = options.publicColumns.has(of ?? name)
    plans.set(name, { kind: 'numeric', name, family, isPublic, segment, text, ...planEdges(quantiles[i]!) })
  }
  for (const { kind, name, segment } of source.columns) {
    if (kind === 'rate') plans.set(name, { kind, name, family: 'labels', segment })
  }
  return source.columns.flatMap(({ name }) => plans.get(name) ?? [])
}

/** Of finite values, at the shares where edges are laid. One sort a column: `quantile_disc` of as many shares looks for each anew, which takes ten times as long. */
async function readQuantiles(
  engine: Engine,
  source: Source,
  columns: readonly SourceColumn[],
  { where, rows }: PlanOptions,
): Promise<number[][]> {
  if (columns.length === 0) return []
  const shares = edgeShares(rows).join(', ')
  const step = Math.ceil(rows / sampledRows)
  const pick = (i: number) =>
    `list_select(s${i}, list_transform([${shares}]::DOUBLE[], share -> ceil(share * len(s${i}))::BIGINT)) AS q${i}`
  const [sorted = {}] = await engine.query(
    `SELECT ${columns.map((_, i) => pick(i)).join(', ')}
     FROM (SELECT ${columns.map((_, i) => `list_sort(list(x${i}) FILTER (WHERE isfinite(x${i}))) AS s${i}`).join(', ')}
       FROM (SELECT *, ${columns.map(({ name }, i) => `CAST(${quoteIdentifier(name)} AS DOUBLE) AS x${i}`).join(', ')}
         FROM ${source.relation} WHERE ${where} AND ${source.hash} % ${step} = 0))`,
  )
  return columns.map((_, i) => ((sorted[`q${i}`] ?? []) as SqlValue[]).map(Number))
}

/** Distinct edges with as few digits as keep them distinct, and where and how finely sums are taken. */
export function planEdges(quantiles: readonly number[]): Pick<NumericPlan, 'edges' | 'centre' | 'unit'> {
  // Minus zero would be another key, and the same number.
  const distinct = [...new Set(quantiles.map((edge) => edge + 0))].sort((a, b) => a - b)
  const edges = distinct.every(Number.isInteger) ? distinct : shorten(distinct, findRepeated(quantiles))
  const at = (share: number) => quantiles[Math.floor(share * (quantiles.length - 1))] ?? 0
  // The difference of the largest numbers is beyond them.
  const spread = Math.min(at(0.75) - at(0.25) || (edges.at(-1) ?? 0) - (edges[0] ?? 0) || 1, Number.MAX_VALUE)
  // Powers of two: dividing by them is exact.
  return {
    edges,
    centre: Number(at(0.5).toPrecision(6)),
    unit: 2 ** Math.max(-1000, Math.floor(Math.log2(spread)) - 16),
  }
}

/** Values that hold the share between two edges at least: a score that many rows have. On an edge they are certain, beside it they could lie anywhere in their bin. */
function findRepeated(quantiles: readonly number[]): ReadonlySet<number> {
  const sorted = quantiles.toSorted((a, b) => a - b)
  return new Set(sorted.filter((value, i) => value === sorted[i - 1]).map((value) => value + 0))
}

function shorten(edges: readonly number[], exact: ReadonlySet<number>): number[] {
  for (let digits = 4; digits < 17; digits++) {
    const short = edges.map((edge) => (exact.has(edge) ? edge : Number(edge.toPrecision(digits))))
    if (short.every((edge, i) => Number.isFinite(edge) && (i === 0 || edge > short[i - 1]!))) return short
  }
  return [...edges]
}

async function planLevels(
  engine: Engine,
  { name, family, of: own = name, segment, text }: SourceColumn,
  rowsOf: string,
  { publicColumns, salt }: PlanOptions,
): Promise<CategoricalPlan> {
  const isHashed = !publicColumns.has(own)
  const column = quoteIdentifier(name)
  // Grouped before they are hashed: that is done once a text, not once a row.
  const [found] = await engine.query(
    `WITH groups AS MATERIALIZED (SELECT ${column}, count(*) AS n ${rowsOf} AND ${column} IS NOT NULL GROUP BY 1),
       frequent AS (SELECT ${levelSql(name, isHashed ? salt : undefined)} AS level, n FROM groups WHERE n >= ${smallestLevel} ORDER BY n DESC, level LIMIT ${mostLevels})
     SELECT (SELECT count(*) FROM groups) AS distinct, (SELECT coalesce(sum(n), 0) FROM groups)::DOUBLE AS known,
       (SELECT coalesce(sum(n), 0) FROM frequent)::DOUBLE AS covered, (SELECT list(level ORDER BY n DESC, level) FROM frequent) AS levels`,
  )
  const levels = ((found?.levels ?? []) as SqlValue[])
    .map(String)
    .filter((level) => level.length <= 1000 && !level.includes('\0'))
  const isScattered = Number(found?.covered) < Number(found?.known) / 2
  return {
    kind: 'categorical',
    name,
    family,
    levels,
    isHashed,
    segment,
    text,
    distinct: Number(found?.distinct),
    isScattered,
  }
}

/** A level's text; where values must not be shown, a digest of it. */
export function levelSql(name: string, salt: string | undefined): string {
  const text = `CAST(${quoteIdentifier(name)} AS VARCHAR)`
  return salt === undefined ? text : `left(sha256(${quoteLiteral(`${salt}/${name}/`)} || ${text}), 16)`
}
