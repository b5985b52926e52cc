import { TidemarkError } from '@tidemark/schemas'
import type { Engine, SqlValue } from '../engine/engine.ts'
import { quoteIdentifier, quoteLiteral } from '../engine/quoting.ts'
import type { ColumnPlan, NumericPlan } from './day-table.ts'
import type { Source, SourceColumn } from './source.ts'

/** Categories with fewer rows are pooled: a rare one could be a person. */
export const smallestLevel = 20
const mostLevels = 300
/** Edges need not be exact quantiles, counts are exact: so many rows are enough. */
const sampledRows = 200_000
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
  const { rows } = options
  const rowsOf = `FROM ${source.relation} WHERE ${options.where}`
  const numeric = source.columns.filter(({ kind }) => kind === 'numeric')
  const shares = edgeShares(rows)
  const step = Math.ceil(rows / sampledRows)
  // One sort a column; `quantile_disc` of as many shares looks for each anew, which takes ten times as long.
  const [sorted = {}] =
    numeric.length === 0
      ? []
      : await engine.query(
          `SELECT ${numeric.map((_, i) => `list_select(s${i}, list_transform([${shares.join(', ')}], share -> ceil(share * len(s${i}))::BIGINT)) AS q${i}`).join(', ')}
           FROM (SELECT ${numeric.map((_, i) => `list_sort(list(x${i}) FILTER (WHERE isfinite(x${i}))) AS s${i}`).join(', ')}
             FROM (SELECT *, ${numeric.map(({ name }, i) => `CAST(${quoteIdentifier(name)} AS DOUBLE) AS x${i}`).join(', ')}
               ${rowsOf} AND ${source.hash} % ${step} = 0))`,
        )
  const plans: ColumnPlan[] = []
  for (const column of source.columns) {
    if (column.kind === 'numeric') {
      const found = (sorted[`q${numeric.indexOf(column)}`] ?? []) as SqlValue[]
      plans.push({
        kind: 'numeric',
        name: column.name,
        family: column.family,
        isPublic: options.publicColumns.has(column.of ?? column.name),
        segment: column.segment,
        ...planEdges(found.map(Number)),
      })
    } else if (column.kind === 'categorical') plans.push(await planLevels(engine, column, rowsOf, options))
    else plans.push({ kind: 'rate', name: column.name, family: 'labels', segment: column.segment })
  }
  return plans
}

/** Distinct edges with as few digits as keep them distinct, and where and how finely sums are taken. */
export function planEdges(quantiles: readonly number[]): Pick<NumericPlan, 'edges' | 'centre' | 'unit'> {
  // Minus zero would be another key, and the same number.
  const distinct = [...new Set(quantiles.map((edge) => edge + 0))].sort((a, b) => a - b)
  const edges = distinct.every(Number.isInteger) ? distinct : shorten(distinct)
  const at = (share: number) => quantiles[Math.floor(share * (quantiles.length - 1))] ?? 0
  const spread = at(0.75) - at(0.25) || (edges.at(-1) ?? 0) - (edges[0] ?? 0) || 1
  // Powers of two: dividing by them is exact.
  return { edges, centre: Number(at(0.5).toPrecision(6)), unit: 2 ** (Math.floor(Math.log2(spread)) - 16) }
}

function shorten(edges: readonly number[]): number[] {
  for (let digits = 6; digits < 17; digits++) {
    const short = edges.map((edge) => Number(edge.toPrecision(digits)))
    if (new Set(short).size === edges.length) return short
  }
  return [...edges]
}

async function planLevels(
  engine: Engine,
  { name, family, of: own = name, segment }: SourceColumn,
  rowsOf: string,
  { publicColumns, salt }: PlanOptions,
): Promise<ColumnPlan> {
  const isHashed = !publicColumns.has(own)
  const found = await engine.query(
    `SELECT ${levelSql(name, isHashed ? salt : undefined)} AS level, count(*) AS rows ${rowsOf} AND ${quoteIdentifier(name)} IS NOT NULL
     GROUP BY 1 HAVING count(*) >= ${smallestLevel} ORDER BY rows DESC, level LIMIT ${mostLevels}`,
  )
  const levels = found
    .map(({ level }) => String(level))
    .filter((level) => level.length <= 1000 && !level.includes('\0'))
  return { kind: 'categorical', name, family, levels, isHashed, segment }
}

/** A level's text; where values must not be shown, a digest of it. */
export function levelSql(name: string, salt: string | undefined): string {
  const text = `CAST(${quoteIdentifier(name)} AS VARCHAR)`
  return salt === undefined ? text : `left(sha256(${quoteLiteral(`${salt}/${name}/`)} || ${text}), 16)`
}
