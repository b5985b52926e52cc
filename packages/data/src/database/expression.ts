import type { Segment } from '@tidemark/schemas'
import type { ColumnPlan } from '../baseline/day-table.ts'
import { segmentName } from '../baseline/source.ts'
import type { Dialect } from './dialect.ts'

/** What is counted of a row for a planned column: the table's own, the length or pattern of a text, or one of either inside of a segment and NULL elsewhere. */
export function expressionOf(
  sql: Dialect,
  plan: Pick<ColumnPlan, 'name' | 'segment'> & {
    readonly text?: { column: string; measure: 'length' | 'pattern' } | undefined
  },
): string {
  const { name, segment, text } = plan
  if (text !== undefined) return sql.measure(`CAST(${sql.identifier(text.column)} AS ${sql.text})`, text.measure)
  if (segment === undefined) return sql.identifier(name)
  return within(sql, sql.identifier(ownName(name, segment)), segment)
}

/** A score: one that is missing is no number, since nothing else is known to be missing; outside of the segment there is none. */
export function scoreOf(sql: Dialect, score: string, segment: Segment | undefined): string {
  const value = `coalesce(${sql.number(sql.identifier(score))}, CAST('Infinity' AS ${sql.double}))`
  return segment === undefined ? value : within(sql, value, segment)
}

/** A value where a row is of a segment, else NULL. */
function within(sql: Dialect, value: string, { column, value: wanted }: Segment): string {
  return `CASE WHEN CAST(${sql.identifier(column)} AS ${sql.text}) = ${sql.literal(wanted)} THEN ${value} END`
}

/** The column that a segment's column is of. */
const ownName = (name: string, segment: Segment): string => name.slice(0, name.length - segmentName('', segment).length)
