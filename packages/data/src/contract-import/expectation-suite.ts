import { quoteIdentifier, quoteLiteral } from '../engine/quoting.ts'
import { addOption, addQuality, type ContractDraft, type ObjectDraft } from './draft.ts'
import {
  asLoose,
  isPattern,
  type Loose,
  looseList,
  numberOf,
  type Scalar,
  scalarsOf,
  textOf,
  textsOf,
} from './read-source.ts'

interface Expectation {
  readonly type: string
  readonly kwargs: Loose
  readonly severity: 'error' | 'warning'
}

/** An expectation suite of Great Expectations, as 0.x and 1.x write it. */
export function importExpectationSuite(document: Loose, name: string, draft: ContractDraft): void {
  const object = draft.object(name)
  for (const item of looseList(document.expectations)) {
    const type = textOf(item.type) ?? textOf(item.expectation_type) ?? ''
    const severity = ['warning', 'info'].includes(String(item.severity)) ? 'warning' : 'error'
    const expectation: Expectation = { type, kwargs: asLoose(item.kwargs), severity }
    const where = [textOf(expectation.kwargs.column), type].filter(Boolean).join(' ')
    if (textOf(expectation.kwargs.row_condition)) draft.lose(where, 'its row_condition, so it was left out')
    else if (!carry(expectation, object, draft)) draft.lose(where, 'no counterpart')
  }
}

function carry(expectation: Expectation, object: ObjectDraft, draft: ContractDraft): boolean {
  const column = textOf(expectation.kwargs.column)
  return column === undefined ? carryTable(expectation, object, draft) : carryColumn(expectation, column, object, draft)
}

function carryTable({ type, kwargs, severity }: Expectation, object: ObjectDraft, draft: ContractDraft): boolean {
  const columns = textsOf(kwargs.column_set ?? kwargs.column_list)
  switch (type) {
    case 'expect_table_row_count_to_be_between':
      return addRange(object, kwargs, { metric: 'rowCount', severity })
    case 'expect_table_row_count_to_equal':
      addQuality(object, { metric: 'rowCount', mustBe: numberOf(kwargs.value) ?? 0, severity })
      return true
    case 'expect_table_columns_to_match_set':
    case 'expect_table_columns_to_match_ordered_list':
      for (const name of columns) draft.property(object, name)
      if (type.endsWith('list')) draft.lose(type, 'the order of the columns')
      return columns.length > 0
    case 'expect_compound_columns_to_be_unique':
      for (const name of columns) draft.property(object, name)
      addQuality(object, { metric: 'duplicateValues', mustBe: 0, arguments: { properties: columns }, severity })
      return columns.length > 0
    case 'expect_column_pair_values_a_to_be_greater_than_b':
    case 'expect_column_pair_values_to_be_equal': {
      const [a, b] = [textOf(kwargs.column_A), textOf(kwargs.column_B)]
      if (a === undefined || b === undefined) return false
      for (const name of [a, b]) draft.property(object, name)
      const operator = type.endsWith('equal') ? '=' : kwargs.or_equal === true ? '>=' : '>'
      const query = `SELECT count(*) FROM {object} WHERE NOT (${quoteIdentifier(a)} ${operator} ${quoteIdentifier(b)})`
      addQuality(object, { name: `${a} ${operator} ${b}`, type: 'sql', query, mustBe: 0, severity })
      return true
    }
    default:
      return false
  }
}

const aggregates: Readonly<Record<string, string>> = {
  expect_column_min_to_be_between: 'min',
  expect_column_max_to_be_between: 'max',
  expect_column_mean_to_be_between: 'avg',
  expect_column_median_to_be_between: 'median',
  expect_column_sum_to_be_between: 'sum',
  expect_column_stdev_to_be_between: 'stddev_samp',
}

function carryColumn(expectation: Expectation, column: string, object: ObjectDraft, draft: ContractDraft): boolean {
  const { type, kwargs, severity } = expectation
  const property = draft.property(object, column)
  const mostly = numberOf(kwargs.mostly) ?? 1
  const isStrict = mostly >= 1 && severity === 'error'
  // GX counts `mostly` among the values that are set; here it is a share of all rows.
  const tolerance: Record<string, Scalar> =
    mostly >= 1 ? { mustBe: 0 } : { mustBeLessOrEqualTo: Number((100 * (1 - mostly)).toFixed(6)), unit: 'percent' }
  const own = quoteIdentifier(column)
  const few = (condition: string, name: string) => {
    const [select, judged] =
      mostly >= 1
        ? ['count(*)', { mustBe: 0 }]
        : [
            `100.0 * count(*) FILTER (WHERE ${condition}) / count(*)`,
            { mustBeLessOrEqualTo: tolerance.mustBeLessOrEqualTo as number },
          ]
    const query = mostly >= 1 ? `SELECT ${select} FROM {object} WHERE ${condition}` : `SELECT ${select} FROM {object}`
    addQuality(property, { name, type: 'sql', query, ...judged, severity })
    return true
  }
  switch (type) {
    case 'expect_column_to_exist':
      return true
    case 'expect_column_values_to_not_be_null':
      if (isStrict) property.required = true
      else addQuality(property, { metric: 'nullValues', ...tolerance, severity })
      return true
    case 'expect_column_values_to_be_null':
      addQuality(property, { metric: 'nullValues', mustBeGreaterOrEqualTo: 100 * mostly, unit: 'percent', severity })
      return true
    case 'expect_column_values_to_be_unique':
      if (isStrict) property.unique = true
      else addQuality(property, { metric: 'duplicateValues', ...tolerance, severity })
      return true
    case 'expect_column_values_to_be_in_set':
      if (scalarsOf(kwargs.value_set).length === 0) return false
      addQuality(property, {
        metric: 'invalidValues',
        ...tolerance,
        arguments: { validValues: scalarsOf(kwargs.value_set) },
        severity,
      })
      return true
    case 'expect_column_values_to_not_be_in_set': {
      const items = scalarsOf(kwargs.value_set).map((item) => quoteLiteral(String(item)))
      return items.length > 0 && few(`CAST(${own} AS VARCHAR) IN (${items.join(', ')})`, `${column} is not in a set`)
    }
    case 'expect_column_values_to_match_regex': {
      const pattern = textOf(kwargs.regex)
      if (pattern === undefined || !isPattern(pattern)) return false
      // Python's `match` begins at the beginning.
      const anchored = pattern.startsWith('^') ? pattern : `^(?:${pattern})`
      addQuality(property, { metric: 'invalidValues', ...tolerance, arguments: { pattern: anchored }, severity })
      return true
    }
    case 'expect_column_values_to_be_between':
      return carryBounds(kwargs, own, { isStrict, property, few })
    case 'expect_column_value_lengths_to_be_between':
    case 'expect_column_value_lengths_to_equal': {
      const [low, high] = type.endsWith('equal')
        ? [numberOf(kwargs.value), numberOf(kwargs.value)]
        : [numberOf(kwargs.min_value), numberOf(kwargs.max_value)]
      if (!isStrict) return few(outside(`length(CAST(${own} AS VARCHAR))`, low, high), `length of ${column}`)
      property.logicalType ??= 'string'
      addOption(property, 'minLength', low)
      addOption(property, 'maxLength', high)
      return low !== undefined || high !== undefined
    }
    case 'expect_column_values_to_be_of_type':
    case 'expect_column_values_to_be_in_type_list': {
      const logicalTypes = new Set(textsOf(kwargs.type_ ?? kwargs.type_list).map(typeOf))
      const [only, another] = [...logicalTypes]
      if (only === undefined || another !== undefined) return false
      property.logicalType = only
      return true
    }
    case 'expect_column_unique_value_count_to_be_between':
      return addRange(property, kwargs, {
        name: `distinct ${column}`,
        type: 'sql',
        query: `SELECT count(DISTINCT ${own}) FROM {object}`,
        severity,
      })
    default: {
      const aggregate = aggregates[type]
      if (aggregate === undefined) return false
      const query = `SELECT ${aggregate}(${own}) FROM {object}`
      return addRange(property, kwargs, { name: `${aggregate} of ${column}`, type: 'sql', query, severity })
    }
  }
}

function carryBounds(
  kwargs: Loose,
  own: string,
  {
    isStrict,
    property,
    few,
  }: {
    isStrict: boolean
    property: ObjectDraft['properties'][number]
    few: (condition: string, name: string) => boolean
  },
): boolean {
  const [low, high] = [numberOf(kwargs.min_value), numberOf(kwargs.max_value)]
  if (low === undefined && high === undefined) return false
  const isTyped = property.logicalType === undefined || ['number', 'integer'].includes(property.logicalType)
  if (!isStrict || !isTyped) return few(outside(own, low, high), `range of ${property.name}`)
  property.logicalType ??= 'number'
  addOption(property, kwargs.strict_min === true ? 'exclusiveMinimum' : 'minimum', low)
  addOption(property, kwargs.strict_max === true ? 'exclusiveMaximum' : 'maximum', high)
  return true
}

function outside(value: string, low: number | undefined, high: number | undefined): string {
  return [low === undefined ? '' : `${value} < ${low}`, high === undefined ? '' : `${value} > ${high}`]
    .filter(Boolean)
    .join(' OR ')
}

function addRange(to: Parameters<typeof addQuality>[0], kwargs: Loose, rule: Record<string, string>): boolean {
  const [low, high] = [numberOf(kwargs.min_value), numberOf(kwargs.max_value)]
  if (low !== undefined && high !== undefined) addQuality(to, { ...rule, mustBeBetween: [low, high] })
  else if (low !== undefined) addQuality(to, { ...rule, mustBeGreaterOrEqualTo: low })
  else if (high !== undefined) addQuality(to, { ...rule, mustBeLessOrEqualTo: high })
  return low !== undefined || high !== undefined
}

/** Names of pandas, Spark and SQL types. */
export function typeOf(name: string): string | undefined {
  const type = name
    .toLowerCase()
    .replace(/\(.*\)/, '')
    .replace(/type$/, '')
    .trim()
  if (/^(u?int(eger)?\d*|(big|small|tiny|huge)int|long|short|byte|serial|int\d+)$/.test(type)) return 'integer'
  if (/^(float\d*|double( precision)?|decimal|numeric|number|real)$/.test(type)) return 'number'
  if (/^(str(ing)?|object|(n?var)?n?char(acter)?( varying)?|varchar2?|text|uuid|citext)$/.test(type)) return 'string'
  if (/^bool(ean)?_?$/.test(type)) return 'boolean'
  if (type === 'date') return 'date'
  if (/^(datetime\d*|timestamp)([ _].*)?$/.test(type) || type.startsWith('datetime64')) return 'timestamp'
  return undefined
}
