import { quoteLiteral } from '../engine/quoting.ts'
import { type RowCheck, rowRule } from './checks.ts'
import { isFloat } from './column-types.ts'
import type { PropertyPlace } from './compile-quality.ts'
import type { Property } from './document.ts'
import { integerFormats } from './formats.ts'

/** Rules for rows from the options of numbers, arrays and objects; bounds and texts have files of their own. */
export function compileOptions(property: Property, place: PropertyPlace): RowCheck[] {
  const { name, logicalType, logicalTypeOptions: options } = property
  if (options === undefined) return []
  const { column, type, path } = place
  const rules: RowCheck[] = []
  const add = (key: keyof typeof options, expected: string, violates: string) =>
    rules.push(rowRule(name, key, expected, violates, [...path, 'logicalTypeOptions', key]))
  const { multipleOf, format, minItems, maxItems, uniqueItems, minProperties, maxProperties, required } = options

  if (multipleOf !== undefined)
    add('multipleOf', `is a multiple of ${multipleOf}`, isNoMultiple(column, type, multipleOf))
  const range = logicalType === 'integer' && format !== undefined ? integerFormats[format] : undefined
  if (range !== undefined) {
    const [low, high] = range.map((bound) => (isFloat(type) ? `${bound}::DOUBLE` : `${bound}::HUGEINT`))
    // Nothing that DuckDB calls a number is wider than these.
    const isBounded = !format?.endsWith('128')
    if (isBounded) add('format', `fits ${format}`, `NOT (${column} BETWEEN ${low} AND ${high})`)
    else if (format === 'u128') add('format', `fits ${format}`, `${column} < 0`)
  }

  if (minItems !== undefined) add('minItems', `has at least ${minItems} items`, `len(${column}) < ${minItems}`)
  if (maxItems !== undefined) add('maxItems', `has at most ${maxItems} items`, `len(${column}) > ${maxItems}`)
  if (uniqueItems === true) {
    // list_distinct leaves NULLs out; two of them are the same item twice.
    const nulls = `(len(${column}) - list_count(${column}))`
    add('uniqueItems', 'has no item twice', `len(list_distinct(${column})) + least(1, ${nulls}) < len(${column})`)
  }

  const json = `to_json(${column})`
  const set = `len(list_filter(json_keys(${json}), lambda k: json_type(${json}, '/' || replace(replace(k, '~', '~0'), '/', '~1')) <> 'NULL'))`
  if (minProperties !== undefined)
    add(
      'minProperties',
      `has at least ${minProperties} properties`,
      `${column} IS NOT NULL AND ${set} < ${minProperties}`,
    )
  if (maxProperties !== undefined)
    add(
      'maxProperties',
      `has at most ${maxProperties} properties`,
      `${column} IS NOT NULL AND ${set} > ${maxProperties}`,
    )
  if (required !== undefined) {
    const absent = required.map((key) => `coalesce(json_type(${json}, ${quoteLiteral(pointer(key))}), 'NULL') = 'NULL'`)
    add('required', `has ${required.join(', ')}`, `${column} IS NOT NULL AND (${absent.join(' OR ')})`)
  }
  return rules
}

// Floating-point numbers are taken for a multiple when they are within rounding of one: 0.3 is 3 × 0.1.
function isNoMultiple(column: string, type: string, of: number): string {
  if (!isFloat(type) && Number.isInteger(of)) return `${column} % ${of} <> 0`
  const quotient = `(${column}::DOUBLE / ${of})`
  return `isfinite(${column}::DOUBLE) AND abs(${quotient} - round(${quotient})) > 1e-9 * greatest(1, abs(${quotient}))`
}

// RFC 6901.
function pointer(key: string): string {
  return `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
}
