import type { Baseline } from '@tidemark/schemas'
import type { BaselinePlan } from '../baseline/baseline.ts'
import type { CategoricalPlan, NumericPlan } from '../baseline/day-table.ts'
import { planOf } from '../baseline/plan-of.ts'
import { predictionName } from '../baseline/scores.ts'
import { type Dialect, type DialectName, dialect } from './dialect.ts'
import { expressionOf, scoreOf } from './expression.ts'

export interface DatabaseTable {
  readonly dialect: DialectName
  /** Schema and table, or the table alone. */
  readonly name: readonly string[]
  /** The column with a row's day. */
  readonly day: string
  /** The column with what a model said of a row; without it predictions are not counted. */
  readonly score?: string | undefined
}

/** Codes of rows that are in no bin. */
export const codes = { null: -1, nonFinite: -2, allRows: -3 } as const
/** What stands in place of a column's number: all rows, and scores against outcomes. */
export const parts = { rows: -1, calibration: -2, outcomes: -3, losses: -4 } as const

/**
 * One SELECT that counts a table on a baseline's edges, by day, as `profileWindow` counts files. It returns one JSON document: counts, least and greatest
 * numbers of public columns, and whole-number sums. Rows never leave the database. The numbers together are not counted.
 */
export function writeCountSql(baseline: Baseline, { dialect: name, name: table, day, score }: DatabaseTable): string {
  const sql = dialect[name]
  const { start, end } = baseline.period
  const relation = `SELECT CAST(${sql.identifier(day)} AS date) AS tidemark_day, t.* FROM ${table.map(sql.identifier).join('.')} AS t
    WHERE CAST(${sql.identifier(day)} AS date) >= DATE ${sql.literal(start)} AND CAST(${sql.identifier(day)} AS date) < DATE ${sql.literal(end)}`
  const plan = planOf(baseline)
  const counted = plan.columns.flatMap((plan, i): string[] => {
    if (plan.kind === 'numeric' && plan.family === 'predictions')
      return score === undefined ? [] : [countNumbers(sql, scoreOf(sql, score, plan.segment), plan, i)]
    const column = expressionOf(sql, plan)
    if (plan.kind === 'rate') return [countRate(sql, column, i)]
    if (plan.kind === 'categorical') return [countLevels(sql, column, { plan, i, salt: baseline.model })]
    return plan.joint === undefined ? [countNumbers(sql, column, plan, i)] : []
  })
  const all = [
    `SELECT ${parts.rows} AS c, tidemark_day AS d, ${codes.allRows} AS b, count(*) AS n, ${none(sql)} FROM tidemark_rows GROUP BY tidemark_day`,
    ...counted,
    ...(score === undefined ? [] : countOutcomes(sql, sql.identifier(score), plan)),
  ]
  return `-- Counts by day for tidemark profile --from. Nothing but counts, sums and the extremes of public columns is returned.
WITH tidemark_rows AS (${relation}),
tidemark_counts AS (
${all.map((part) => `(${part})`).join('\nUNION ALL\n')})
SELECT ${sql.literal(`{"plan":"${baseline.id}","rows":`)} || CAST(coalesce(${sql.jsonRows(`SELECT c, CAST(d AS ${sql.text}) AS d, b, n, e, lo, hi, s, q FROM tidemark_counts`)}, '[]') AS ${sql.text}) || '}';
`
}

const none = ({ double, text }: Dialect): string =>
  `0 AS e, CAST(NULL AS ${double}) AS lo, CAST(NULL AS ${double}) AS hi, CAST(NULL AS ${text}) AS s, CAST(NULL AS ${text}) AS q`

function countRate(sql: Dialect, column: string, i: number): string {
  return `SELECT ${i}, tidemark_day, CASE WHEN ${column} IS NULL THEN ${codes.null} WHEN ${sql.number(column)} = 1 THEN 1 ELSE 0 END, count(*), ${none(sql)}
    FROM tidemark_rows GROUP BY 2, 3`
}

function countLevels(
  sql: Dialect,
  column: string,
  { plan, i, salt }: { plan: CategoricalPlan; i: number; salt: string },
): string {
  const text = `CAST(x AS ${sql.text})`
  const level = plan.isHashed ? sql.digest(`${sql.literal(`${salt}/${plan.name}/`)} || ${text}`) : text
  return `SELECT ${i}, d, CASE WHEN x IS NULL THEN ${codes.null} ELSE coalesce(code, ${plan.levels.length}) END, CAST(sum(n) AS bigint), ${none(sql)}
    FROM (SELECT tidemark_day AS d, ${column} AS x, count(*) AS n FROM tidemark_rows GROUP BY 1, 2) AS g
    LEFT JOIN (${sql.levels(plan.levels)}) AS l ON l.level = ${level} GROUP BY 2, 3`
}

/** Scores against outcomes, of rows that have both, as `countCalibration` and `countOutcomes` count files. */
function countOutcomes(sql: Dialect, score: string, { columns, calibration, expects }: BaselinePlan): string[] {
  const label = columns.find(({ kind, segment }) => kind === 'rate' && segment === undefined)
  const scores = columns.find(({ name }) => name === predictionName)
  if (label === undefined || scores?.kind !== 'numeric' || calibration === null) return []
  const [double, micros] = [
    `CAST(NULL AS ${sql.double})`,
    (value: string) => sql.whole(`floor(${value} * 1000000 + 0.5)`),
  ]
  const sum = (value: string) => `CAST(sum(${micros(value)}) AS ${sql.text})`
  const labelled = `(SELECT * FROM (SELECT tidemark_day AS d, ${sql.number(score)} AS x, ${sql.number(sql.identifier(label.name))} AS y FROM tidemark_rows) AS v
      WHERE x >= 0 AND x <= 1 AND (y = 0 OR y = 1)) AS w`
  const byBin = (part: number, edges: readonly number[], squares: string) =>
    `SELECT ${part}, d, ${sql.edgesBelow('x', edges)}, count(*), CAST(sum(CASE WHEN y = 1 THEN 1 ELSE 0 END) AS bigint), ${double}, ${double}, ${sum('x')}, ${squares}
    FROM ${labelled} GROUP BY 2, 3`
  return [
    byBin(parts.calibration, calibration, `CAST(NULL AS ${sql.text})`),
    ...(expects
      ? [
          byBin(parts.outcomes, scores.edges, sum('(x * x)')),
          `SELECT ${parts.losses}, d, 0, count(*), 0, ${double}, ${double}, ${sum('((y - x) * (y - x))')}, CAST(NULL AS ${sql.text}) FROM ${labelled} GROUP BY 2`,
        ]
      : []),
  ]
}

function countNumbers(sql: Dialect, column: string, { edges, centre, unit, isPublic }: NumericPlan, i: number): string {
  const [low, high] = [centre - 2 ** 31 * unit, centre + 2 ** 31 * unit]
  const number = (value: number) => `CAST(${sql.literal(String(value))} AS ${sql.double})`
  // As the scan of files: whole multiples of the unit, halves up, nothing farther than 2^31.
  const z = sql.whole(
    `floor((greatest(least(x, ${number(high)}), ${number(low)}) - ${number(centre)}) / ${number(unit)} + 0.5)`,
  )
  const finite = sql.isFinite('x')
  const extreme = (of: string) => (isPublic ? `${of}(CASE WHEN ${finite} THEN x END)` : `CAST(NULL AS ${sql.double})`)
  return `SELECT ${i}, d, b, count(*), CAST(sum(CASE WHEN b >= 0 AND x = ${sql.nth(edges, 'b + 1')} THEN 1 ELSE 0 END) AS bigint),
      ${extreme('min')}, ${extreme('max')}, CAST(sum(z) AS ${sql.text}), CAST(sum(z * z) AS ${sql.text})
    FROM (SELECT d, x, CASE WHEN x IS NULL THEN ${codes.null} WHEN NOT ${finite} THEN ${codes.nonFinite} ELSE ${sql.edgesBelow('x', edges)} END AS b,
        CASE WHEN x IS NULL OR NOT ${finite} THEN NULL ELSE ${z} END AS z
      FROM (SELECT tidemark_day AS d, ${sql.number(column)} AS x FROM tidemark_rows) AS v) AS w GROUP BY 2, 3`
}
