import { quoteLiteral } from '../engine/quoting.ts'
import { type Check, describeJudge, judgeOf } from './checks.ts'
import { isFloat, isNumeric } from './column-types.ts'
import type { ColumnNames } from './columns.ts'
import type { Property, Quality } from './document.ts'
import { isDriftRule } from './drift-rules.ts'

type Path = readonly (string | number)[]

/** SQL that is true where a text is set and does not match an ECMA-262 expression. */
export type MismatchSql = (
  column: string,
  pattern: string,
  place: Pick<PropertyPlace, 'from' | 'depth'>,
) => Promise<string>

/** A property and the column that it is in a dataset. */
export interface PropertyPlace {
  /** DuckDB's type. */
  readonly type: string
  /** Quoted. */
  readonly column: string
  readonly columns: ColumnNames
  /** Below the object. */
  readonly path: Path
  readonly mismatch: MismatchSql
  /** Quoted: what the rows are read from, one value of `column` each. */
  readonly from: string
  /** SQL of the object that it is in. */
  readonly within?: string
  /** How many lists it is in. */
  readonly depth?: number
}

export const isNested = ({ within, depth }: PropertyPlace): boolean => within !== undefined || depth !== undefined

/** The quality rules of one property as checks on its column; rules for drift are judged elsewhere. */
export async function compileQuality(property: Property, place: PropertyPlace): Promise<Check[]> {
  const checks: Check[] = []
  for (const [i, quality] of property.quality.entries()) {
    if (isDriftRule(quality)) continue
    checks.push(await compileOne(quality, property.name, { ...place, path: [...place.path, 'quality', i] }))
  }
  return checks
}

async function compileOne(quality: Quality, name: string, place: PropertyPlace): Promise<Check> {
  const { type, column, columns, path, mismatch } = place
  const kind = quality.type === 'library' ? (quality.metric ?? '') : quality.type
  const head = {
    id: quality.id ?? quality.name ?? `${name}.${kind}`,
    column: name,
    kind,
    severity: quality.severity,
    path,
    description: quality.description ?? quality.name ?? `${kind} of ${name}`,
  }
  if (quality.type === 'text' || quality.type === 'custom') return notEvaluated(head, quality)
  const judge = judgeOf(quality)
  if (quality.type === 'sql') {
    const query = (quality.query ?? '').replaceAll(/\$?\{property\}/g, () => column)
    return { ...head, type: 'sql', query, judge, expected: describeJudge({ ...judge, unit: 'rows' }, '').trim() }
  }
  // Of what is in a list a row has many, so that rows with it cannot be counted.
  if (place.depth !== undefined || (isNested(place) && quality.metric === 'duplicateValues'))
    return unanswered(head, describeJudge(judge, quality.metric === 'duplicateValues' ? 'duplicates' : 'rows'))
  const names = [...new Set([name, ...(quality.arguments?.properties ?? [])])]
  if (quality.metric === 'duplicateValues') {
    const of = names.map((each) => columns.get(each) ?? each)
    return { ...head, type: 'duplicates', columns: of, judge, expected: describeJudge(judge, 'duplicates') }
  }
  const counts = await countedRows(quality, type, column, (text, pattern) => mismatch(text, pattern, place))
  return { ...head, type: 'metric', counts, judge, expected: describeJudge(judge, 'rows') }
}

async function countedRows(
  { metric, arguments: given }: Quality,
  type: string,
  column: string,
  mismatch: (column: string, pattern: string) => Promise<string>,
): Promise<string> {
  const isNull = `${column} IS NULL`
  if (metric === 'nullValues') return isNull
  if (metric === 'missingValues') {
    const items = (given?.missingValues ?? []).filter((item) => item !== null)
    return items.length === 0 ? isNull : `${isNull} OR ${isAmong(column, type, items)}`
  }
  const rules: string[] = []
  if (given?.validValues)
    rules.push(
      `NOT (${isAmong(
        column,
        type,
        given.validValues.filter((item) => item !== null),
      )})`,
    )
  if (given?.pattern) rules.push(await mismatch(`CAST(${column} AS VARCHAR)`, given.pattern))
  return `${column} IS NOT NULL AND (${rules.join(' OR ')})`
}

/** Numbers are compared as numbers, NaN by its name, which YAML has no number for; anything else by its text, so that a value of another type never matches by accident. */
function isAmong(column: string, type: string, items: readonly (string | number | boolean)[]): string {
  const isNumber = isNumeric(type)
  const named = isFloat(type) && items.some((item) => String(item).toLowerCase() === 'nan')
  if (named) {
    const others = items.filter((item) => String(item).toLowerCase() !== 'nan')
    return `(isnan(${column}) OR ${isAmong(column, type, others)})`
  }
  const usable = items.filter((item) => !isNumber || typeof item === 'number')
  if (usable.length === 0) return 'false'
  if (isNumber) return `${column} IN (${usable.join(', ')})`
  return `CAST(${column} AS VARCHAR) IN (${usable.map((item) => quoteLiteral(String(item))).join(', ')})`
}

/** A rule for people, or for another engine: shown, and never counted as passed. */
export function notEvaluated(
  head: Omit<Check & { type: 'settled' }, 'type' | 'verdict' | 'observed' | 'expected'>,
  quality: Quality,
): Check {
  const rule = quality.type === 'text' ? 'a rule in words' : `a rule for ${quality.engine ?? 'another engine'}`
  return {
    ...head,
    type: 'settled',
    severity: 'warning',
    verdict: 'inconclusive',
    expected: 'read by people',
    observed: `not evaluated: ${rule}`,
  }
}

/** A metric of what is inside a value: asked for as any other, and never counted as passed. */
const unanswered = (
  head: Omit<Check & { type: 'settled' }, 'type' | 'verdict' | 'observed' | 'expected'>,
  expected: string,
): Check => ({
  ...head,
  type: 'settled',
  verdict: 'inconclusive',
  expected,
  observed: 'not evaluated of what is inside a value',
})
