import { quoteIdentifier, quoteLiteral } from '../engine/quoting.ts'
import type { Check, RowCheck } from './checks.ts'
import { compileQuality, isNumeric, type MismatchSql } from './compile-quality.ts'
import type { LogicalType, Property } from './document.ts'
import { formatPatterns } from './pattern.ts'

type Path = readonly (string | number)[]

/** The checks of one property on a column of the given DuckDB type. On a column of the wrong type the others are inconclusive. */
export async function compileProperty(
  property: Property,
  type: string,
  path: Path,
  mismatch: MismatchSql,
): Promise<Check[]> {
  const column = quoteIdentifier(property.name)
  const typeCheck = checkType(property, type, path)
  const checks = [
    ...compileRequired(property, column, path),
    ...compileNumberForm(property, type, column, path),
    ...compileBounds(property, type, column, path),
    ...(await compileText(property, column, path, mismatch)),
    ...(await compileQuality(property, type, column, path, mismatch)),
  ]
  if (typeCheck?.verdict !== 'fail') return typeCheck === undefined ? checks : [typeCheck, ...checks]
  return [typeCheck, ...checks.map((check) => untestable(check, type))]
}

const accepted: Record<Exclude<LogicalType, 'number' | 'integer'>, RegExp> = {
  string: /^(VARCHAR|UUID|ENUM\(.*)$/s,
  boolean: /^BOOLEAN$/,
  date: /^(DATE|TIMESTAMP.*)$/,
  timestamp: /^(TIMESTAMP.*|DATE)$/,
  time: /^TIME.*$/,
  object: /^(STRUCT|MAP|JSON).*$/s,
  array: /.*\]$/s,
}
function isOfType(type: string, logicalType: LogicalType): boolean {
  return logicalType === 'number' || logicalType === 'integer' ? isNumeric(type) : accepted[logicalType].test(type)
}
const isFloat = (type: string) => type === 'FLOAT' || type === 'DOUBLE'

function checkType(
  { name, logicalType }: Property,
  type: string,
  path: Path,
): (Check & { type: 'settled' }) | undefined {
  if (logicalType === undefined) return undefined
  return {
    type: 'settled',
    id: `${name}.logicalType`,
    column: name,
    kind: 'logicalType',
    description: `${name} is a ${logicalType}`,
    severity: 'error',
    expected: logicalType,
    observed: type,
    verdict: isOfType(type, logicalType) ? 'pass' : 'fail',
    path: [...path, 'logicalType'],
  }
}

function rowRule(name: string, kind: string, expected: string, violates: string, path: Path): RowCheck {
  return {
    type: 'row',
    id: `${name}.${kind}`,
    column: name,
    kind,
    description: `${name} ${expected}`,
    severity: 'error',
    expected,
    violates,
    path,
  }
}

function compileRequired({ name, required, unique, primaryKey }: Property, column: string, path: Path): Check[] {
  const checks: Check[] = []
  if (required || primaryKey)
    checks.push(
      rowRule(name, 'required', 'is set', `${column} IS NULL`, [...path, required ? 'required' : 'primaryKey']),
    )
  if (unique) {
    checks.push({
      type: 'duplicates',
      id: `${name}.unique`,
      column: name,
      kind: 'unique',
      description: `${name} is unique`,
      severity: 'error',
      columns: [name],
      expected: 'no duplicates',
      judge: { operator: 'mustBe', bound: 0, unit: 'rows' },
      path: [...path, 'unique'],
    })
  }
  return checks
}

// NaN sorts above every number in DuckDB and would slip past a minimum, so finiteness is a rule of its own.
function compileNumberForm({ name, logicalType }: Property, type: string, column: string, path: Path): RowCheck[] {
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

function compileBounds(
  { name, logicalType, logicalTypeOptions: options }: Property,
  type: string,
  column: string,
  path: Path,
): RowCheck[] {
  const literal = (bound: string | number) =>
    typeof bound === 'number' ? `(${bound})` : `CAST(${quoteLiteral(bound)} AS ${type})`
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

async function compileText(
  { name, logicalType, logicalTypeOptions: options }: Property,
  column: string,
  path: Path,
  mismatch: MismatchSql,
): Promise<RowCheck[]> {
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
    rules.push(rowRule(name, 'pattern', `matches ${pattern}`, await mismatch(text, pattern), at('pattern')))
  const formatPattern = format === undefined ? undefined : formatPatterns[format]
  if (formatPattern !== undefined)
    rules.push(rowRule(name, 'format', `is in ${format} form`, await mismatch(text, formatPattern), at('format')))
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
