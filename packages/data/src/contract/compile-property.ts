import { type Check, type RowCheck, rowRule } from './checks.ts'
import { isFloat, isNumeric } from './column-types.ts'
import { compileBounds, readDates } from './compile-bounds.ts'
import { compileNested } from './compile-nested.ts'
import { compileOptions } from './compile-options.ts'
import { compileQuality, isNested, type PropertyPlace } from './compile-quality.ts'
import type { LogicalType, Property } from './document.ts'
import { formatPatterns } from './formats.ts'

/** The checks of one property on its column. On a column of the wrong type the others are inconclusive. */
export async function compileProperty(property: Property, place: PropertyPlace): Promise<Check[]> {
  const dates = readDates(property, place)
  const typeCheck = checkType(property, place, dates !== undefined)
  const checks = [
    ...compileRequired(property, place),
    ...compileForm(property, place),
    ...(dates?.checks ?? []),
    ...compileBounds(property, dates?.place ?? place),
    ...compileOptions(property, place),
    ...(await compileText(property, place)),
    ...(await compileQuality(property, place)),
    ...(await compileNested(property, place)),
  ]
  if (typeCheck?.verdict !== 'fail') return typeCheck === undefined ? checks : [typeCheck, ...checks]
  return [typeCheck, ...checks.map((check) => untestable(check, place.type))]
}

const accepted: Record<Exclude<LogicalType, 'number' | 'integer'>, RegExp> = {
  string: /^(VARCHAR|UUID|ENUM\(.*)$/s,
  boolean: /^BOOLEAN$/,
  date: /^(DATE|TIMESTAMP.*)$/,
  timestamp: /^(TIMESTAMP.*|DATE)$/,
  time: /^TIME(?!STAMP)/,
  object: /^(STRUCT|MAP|JSON).*$/s,
  array: /.*\]$/s,
}
function isOfType(type: string, logicalType: LogicalType): boolean {
  return logicalType === 'number' || logicalType === 'integer' ? isNumeric(type) : accepted[logicalType].test(type)
}

function checkType(
  { name, logicalType }: Property,
  { type, path }: PropertyPlace,
  isReadByFormat: boolean,
): (Check & { type: 'settled' }) | undefined {
  if (logicalType === undefined) return undefined
  return {
    type: 'settled',
    id: `${name}.logicalType`,
    column: name,
    kind: 'logicalType',
    description: `${name} is ${/^[aio]/.test(logicalType) ? 'an' : 'a'} ${logicalType}`,
    severity: 'error',
    expected: logicalType,
    observed: type,
    verdict: isReadByFormat || isOfType(type, logicalType) ? 'pass' : 'fail',
    path: [...path, 'logicalType'],
  }
}

function compileRequired({ name, required, unique, primaryKey }: Property, place: PropertyPlace): Check[] {
  const { column, columns, path, within } = place
  const checks: Check[] = []
  if (required || primaryKey) {
    // Where the object itself is absent, so may be what is in it.
    const isThere = within === undefined ? '' : `${within} IS NOT NULL AND `
    const key = required ? 'required' : 'primaryKey'
    checks.push(rowRule(name, 'required', 'is set', `${isThere}${column} IS NULL`, [...path, key]))
  }
  if (unique && !isNested(place)) {
    checks.push({
      type: 'duplicates',
      id: `${name}.unique`,
      column: name,
      kind: 'unique',
      description: `${name} is unique`,
      severity: 'error',
      columns: [columns.get(name) ?? name],
      expected: 'no duplicates',
      judge: { operator: 'mustBe', bound: 0, unit: 'rows' },
      path: [...path, 'unique'],
    })
  }
  return checks
}

// NaN sorts above every number in DuckDB and would slip past a minimum, so finiteness is a rule of its own. Times have infinities too.
function compileForm(
  { name, logicalType, logicalTypeOptions }: Property,
  { type, column, path }: PropertyPlace,
): RowCheck[] {
  if (/^(DATE|TIMESTAMP.*)$/.test(type) && (logicalType === 'date' || logicalType === 'timestamp')) {
    const { minimum, exclusiveMinimum, maximum, exclusiveMaximum } = logicalTypeOptions ?? {}
    const isBounded = (minimum ?? exclusiveMinimum) !== undefined && (maximum ?? exclusiveMaximum) !== undefined
    if (isBounded) return [] // the bounds rule infinities out
    return [rowRule(name, 'finite', 'is a time, not infinity', `NOT isfinite(${column})`, [...path, 'logicalType'])]
  }
  if (logicalType !== 'number' && logicalType !== 'integer') return []
  const rules: RowCheck[] = []
  if (isFloat(type))
    rules.push(rowRule(name, 'finite', 'is a finite number', `NOT isfinite(${column})`, [...path, 'logicalType']))
  if (logicalType === 'integer' && (isFloat(type) || type.startsWith('DECIMAL'))) {
    const violates = isFloat(type)
      ? `isfinite(${column}) AND ${column} <> trunc(${column})`
      : `${column} <> trunc(${column})`
    rules.push(rowRule(name, 'integer', 'is a whole number', violates, [...path, 'logicalType']))
  }
  return rules
}

async function compileText(
  { name, logicalType, logicalTypeOptions: options }: Property,
  place: PropertyPlace,
): Promise<RowCheck[]> {
  const { column, path, mismatch } = place
  if (logicalType !== 'string' || options === undefined) return []
  const text = `CAST(${column} AS VARCHAR)`
  const rules: RowCheck[] = []
  const at = (key: string) => [...path, 'logicalTypeOptions', key]
  const { minLength, maxLength, pattern, format } = options
  if (minLength !== undefined)
    rules.push(
      rowRule(
        name,
        'minLength',
        `has at least ${minLength} characters`,
        `length(${text}) < ${minLength}`,
        at('minLength'),
      ),
    )
  if (maxLength !== undefined)
    rules.push(
      rowRule(
        name,
        'maxLength',
        `has at most ${maxLength} characters`,
        `length(${text}) > ${maxLength}`,
        at('maxLength'),
      ),
    )
  if (pattern !== undefined)
    rules.push(rowRule(name, 'pattern', `matches ${pattern}`, await mismatch(text, pattern, place), at('pattern')))
  const formatPattern = Object.hasOwn(formatPatterns, format ?? '') ? formatPatterns[format ?? ''] : undefined
  if (formatPattern !== undefined)
    rules.push(
      rowRule(name, 'format', `is in ${format} form`, await mismatch(text, formatPattern, place), at('format')),
    )
  return rules
}

function untestable(check: Check, type: string): Check {
  const { id, column, kind, description, severity, expected, path } = check
  return {
    type: 'settled',
    id,
    kind,
    description,
    severity,
    expected,
    path,
    verdict: 'inconclusive',
    observed: `not testable on ${type}`,
    ...(column === undefined ? {} : { column }),
  }
}
