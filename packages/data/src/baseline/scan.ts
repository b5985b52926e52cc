import { TidemarkError } from '@tidemark/schemas'
import type { Engine, SqlValue } from '../engine/engine.ts'
import { quoteIdentifier, quoteLiteral } from '../engine/quoting.ts'
import type { CategoricalCell, ColumnDays, ColumnPlan, NumericCell, RateCell } from './day-table.ts'
import { levelSql } from './plan.ts'
import type { Source } from './source.ts'

export interface SourceDays {
  readonly rows: ReadonlyMap<string, number>
  readonly columns: readonly ColumnDays[]
}

/** Counts every planned column of a source by day, in one scan. */
export async function scanDays(
  engine: Engine,
  source: Source,
  plans: readonly ColumnPlan[],
  { where, salt }: { readonly where: string; readonly salt: string },
): Promise<SourceDays> {
  const parts = plans.map((plan, i) => planSql(plan, i, salt))
  const joins = parts.flatMap(({ join }) => (join === undefined ? [] : [join]))
  const rows = await engine.query(
    `SELECT day::VARCHAR AS day, count(*) AS rows${parts.map(({ aggregates }) => `, ${aggregates}`).join('')}
     FROM (SELECT ${source.day} AS day${parts.map(({ value }) => `, ${value}`).join('')}
       FROM ${source.relation} AS source WHERE ${where}) AS rows ${joins.join(' ')}
     GROUP BY day ORDER BY day`,
  )
  return {
    rows: new Map(rows.map((row) => [String(row.day), Number(row.rows)])),
    columns: plans.map((plan, i) => {
      const cells = new Map(rows.map((row) => [String(row.day), readCell(plan, i, row)]))
      return { plan, cells } as ColumnDays
    }),
  }
}

interface ColumnSql {
  readonly value: string
  readonly aggregates: string
  readonly join?: string
}

// `histogram` drops what lies beyond the last edge where two edges are equal, and puts NaN into the first bin
// (duckdb/duckdb#24440, #24797): edges are distinct, the last is the largest number, and only finite values are counted.
const largest = '1.7976931348623157e308'

function planSql(plan: ColumnPlan, i: number, salt: string): ColumnSql {
  const column = quoteIdentifier(plan.name)
  if (plan.kind === 'rate') {
    return {
      value: `CAST(${column} AS DOUBLE) AS x${i}`,
      aggregates: `count(x${i}) AS n${i}, count(*) FILTER (WHERE x${i} = 1) AS e${i}`,
    }
  }
  if (plan.kind === 'categorical') {
    const levels = plan.levels.map(quoteLiteral).join(', ')
    const edges = [...plan.levels.keys(), largest].join(', ')
    return {
      value: `${levelSql(plan.name, plan.isHashed ? salt : undefined)} AS x${i}`,
      join: `LEFT JOIN (SELECT unnest([${levels}]::VARCHAR[]) AS level, unnest(range(${plan.levels.length})) AS code) AS l${i} ON l${i}.level = x${i}`,
      aggregates: `count(*) FILTER (WHERE x${i} IS NULL) AS n${i},
        map_values(histogram(coalesce(l${i}.code, ${plan.levels.length})::DOUBLE, [${edges}]::DOUBLE[]) FILTER (WHERE x${i} IS NOT NULL)) AS h${i}`,
    }
  }
  const edges = plan.edges.join(', ')
  const z = `CAST(round(greatest(-2147483648, least(2147483648, (x${i} - (${plan.centre})) / ${plan.unit}))) AS BIGINT)`
  const finite = `FILTER (WHERE isfinite(x${i}))`
  return {
    value: `CAST(${column} AS DOUBLE) AS x${i}`,
    aggregates: `count(*) FILTER (WHERE x${i} IS NULL) AS n${i}, count(*) FILTER (WHERE NOT isfinite(x${i})) AS i${i},
      map_values(histogram(x${i}, [${[...plan.edges, largest].join(', ')}]::DOUBLE[]) ${finite}) AS h${i},
      map_values(histogram_exact(x${i}, [${edges}]::DOUBLE[]) ${finite}) AS a${i},
      min(x${i}) ${finite} AS b${i}, max(x${i}) ${finite} AS t${i}, sum(${z}) ${finite} AS s${i}, sum(${z} * ${z}) ${finite} AS q${i}`,
  }
}

function readCell(
  plan: ColumnPlan,
  i: number,
  row: Record<string, SqlValue>,
): NumericCell | CategoricalCell | RateCell {
  const numbers = (key: string, length: number): number[] => {
    const list = row[`${key}${i}`] as readonly SqlValue[] | null
    return list === null ? new Array<number>(length).fill(0) : list.slice(0, length).map(Number)
  }
  const count = (key: string) => Number(row[`${key}${i}`])
  if (plan.kind === 'rate') return { rows: count('n'), events: count('e') }
  const bins = plan.kind === 'numeric' ? plan.edges.length + 1 : plan.levels.length + 1
  const counts = numbers('h', bins)
  const missing = count('n') + (plan.kind === 'numeric' ? count('i') : 0)
  assertWhole(plan, counts, Number(row.rows) - missing)
  if (plan.kind === 'categorical') return { nulls: missing, counts }
  const extreme = (key: string) => (plan.isPublic && row[`${key}${i}`] !== null ? Number(row[`${key}${i}`]) : null)
  return {
    nulls: count('n'),
    nonFinite: count('i'),
    counts,
    atEdge: numbers('a', plan.edges.length),
    minimum: extreme('b'),
    maximum: extreme('t'),
    sum: BigInt((row[`s${i}`] as bigint | null) ?? 0n),
    squares: BigInt((row[`q${i}`] as bigint | null) ?? 0n),
  }
}

// A count that the engine loses would be a verdict that nobody could explain.
function assertWhole(plan: ColumnPlan, counts: readonly number[], rows: number): void {
  const counted = counts.reduce((sum, count) => sum + count, 0)
  if (counted === rows) return
  throw new TidemarkError('SQL_FAILED', `${plan.name}: ${counted} of ${rows} values were counted`, {
    hint: 'This is a fault of the data engine. Report it with the column’s type.',
  })
}
