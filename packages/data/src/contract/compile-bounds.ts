import { quoteLiteral } from '../engine/quoting.ts'
import { type RowCheck, rowRule } from './checks.ts'
import { isFloat } from './column-types.ts'
import type { PropertyPlace } from './compile-quality.ts'
import type { Property } from './document.ts'
import { strptimeFormat } from './formats.ts'

/** Minimum and maximum, and their exclusive forms, as rules for rows. */
export function compileBounds(
  { name, logicalType, logicalTypeOptions: options }: Property,
  { type, column, path }: PropertyPlace,
): RowCheck[] {
  const literal = (bound: string | number) => {
    if (typeof bound === 'number') return `(${bound})`
    // A day compared with a moment is the day's beginning.
    const isMoment = type === 'DATE' && /[T ]/.test(bound)
    return `CAST(${quoteLiteral(bound)} AS ${isMoment ? 'TIMESTAMP' : type})`
  }
  // NaN breaks the rule above; here it is left out, so that each row is counted under what is wrong with it.
  const guard =
    (logicalType === 'number' || logicalType === 'integer') && isFloat(type) ? `NOT isnan(${column}) AND ` : ''
  const rules: RowCheck[] = []
  const add = (key: string, operator: '<' | '<=' | '>' | '>=', bound: string | number | undefined, phrase: string) => {
    if (bound === undefined) return
    rules.push(
      rowRule(name, key, `${phrase} ${bound}`, `${guard}${column} ${operator} ${literal(bound)}`, [
        ...path,
        'logicalTypeOptions',
        key,
      ]),
    )
  }
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = options ?? {}
  add(
    'minimum',
    exclusiveMinimum === true ? '<=' : '<',
    minimum,
    exclusiveMinimum === true ? 'is above' : 'is at least',
  )
  add('maximum', exclusiveMaximum === true ? '>=' : '>', maximum, exclusiveMaximum === true ? 'is below' : 'is at most')
  if (typeof exclusiveMinimum !== 'boolean') add('exclusiveMinimum', '<=', exclusiveMinimum, 'is above')
  if (typeof exclusiveMaximum !== 'boolean') add('exclusiveMaximum', '>=', exclusiveMaximum, 'is below')
  return rules
}

/**
 * A column of text whose dates are in the declared `format`: the rule that each can be read so, and the column as what is
 * read. Undefined where the column holds dates already, or no format is declared.
 */
export function readDates(
  { name, logicalType, logicalTypeOptions: options }: Property,
  place: PropertyPlace,
): { checks: RowCheck[]; place: PropertyPlace } | undefined {
  const isDate = logicalType === 'date' || logicalType === 'timestamp' || logicalType === 'time'
  const format = options?.format === undefined ? undefined : strptimeFormat(options.format)
  if (!isDate || format === undefined || place.type !== 'VARCHAR') return undefined
  const read = `try_strptime(${place.column}, ${quoteLiteral(format)})`
  const violates = `${place.column} IS NOT NULL AND ${read} IS NULL`
  const rule = rowRule(name, 'format', `is in the form ${options?.format}`, violates, [
    ...place.path,
    'logicalTypeOptions',
    'format',
  ])
  const type = logicalType === 'time' ? 'TIME' : 'TIMESTAMP'
  return { checks: [rule], place: { ...place, type, column: type === 'TIME' ? `CAST(${read} AS TIME)` : read } }
}
