import { addQuality, type ContractDraft, identifier, type ObjectDraft, type PropertyDraft } from './draft.ts'
import { typeOf } from './expectation-suite.ts'
import { asLoose, isLoose, type Loose, listOf, looseList, numberOf, scalarsOf, textOf, textsOf } from './read-source.ts'

/** Models and sources of a dbt properties file (`schema.yml`). */
export function importDbtSchema(document: Loose, _name: string, draft: ContractDraft): void {
  for (const model of looseList(document.models)) importTable(model, draft)
  for (const source of looseList(document.sources)) {
    for (const table of looseList(source.tables)) {
      const object = importTable(table, draft)
      importFreshness(
        { ...source, ...table, freshness: table.freshness ?? asLoose(source.config).freshness ?? source.freshness },
        object,
        draft,
      )
    }
  }
  for (const key of ['seeds', 'snapshots']) for (const table of looseList(document[key])) importTable(table, draft)
}

function importTable(table: Loose, draft: ContractDraft): ObjectDraft {
  const object = draft.object(textOf(table.name) ?? 'data')
  const description = textOf(table.description)
  if (description !== undefined) object.description = description
  for (const column of looseList(table.columns)) {
    const property = draft.property(object, textOf(column.name) ?? '')
    const about = textOf(column.description)
    if (about !== undefined) property.description = about
    const type = textOf(column.data_type)
    const logicalType = type === undefined ? undefined : typeOf(type)
    if (logicalType !== undefined) property.logicalType = logicalType
    else if (type !== undefined) draft.lose(`${object.name}.${property.name}`, `the type ${type}`)
    for (const constraint of looseList(column.constraints)) importConstraint(constraint, property, object, draft)
    for (const test of testsOf(column)) importTest(test, { object, property, draft })
  }
  for (const test of testsOf(table)) importTest(test, { object, property: undefined, draft })
  for (const constraint of looseList(table.constraints)) {
    const columns = textsOf(constraint.columns)
    if (constraint.type !== 'primary_key' || columns.length === 0)
      draft.lose(object.name, `the constraint ${String(constraint.type)}`)
    for (const [i, name] of (constraint.type === 'primary_key' ? columns : []).entries())
      Object.assign(draft.property(object, name), { primaryKey: true, primaryKeyPosition: i + 1 })
  }
  return object
}

function importConstraint(constraint: Loose, property: PropertyDraft, object: ObjectDraft, draft: ContractDraft): void {
  if (constraint.type === 'not_null') property.required = true
  else if (constraint.type === 'unique') property.unique = true
  else if (constraint.type === 'primary_key') property.primaryKey = true
  else draft.lose(`${object.name}.${property.name}`, `the constraint ${String(constraint.type)}`)
}

const testsOf = (of: Loose): unknown[] => [...listOf(of.data_tests), ...listOf(of.tests)]

interface Place {
  readonly object: ObjectDraft
  /** Undefined for a test of the table. */
  readonly property: PropertyDraft | undefined
  readonly draft: ContractDraft
}

function importTest(test: unknown, place: Place): void {
  const { object, property, draft } = place
  const where = property === undefined ? object.name : `${object.name}.${property.name}`
  const [name, given] =
    typeof test === 'string'
      ? [test, {}]
      : (Object.entries(asLoose(test)).find(([key]) => !['name', 'config', 'description'].includes(key)) ?? ['', {}])
  const settings = asLoose(given)
  const config = { ...settings, ...asLoose(isLoose(test) ? test.config : {}), ...asLoose(settings.config) }
  const values = { ...settings, ...asLoose(settings.arguments) }
  if (textOf(config.where)) {
    draft.lose(where, `${name} where ${String(config.where)}`)
    return
  }
  const severity = config.severity === 'warn' ? 'warning' : 'error'
  const short = name.replace(/^(dbt_utils|dbt_expectations|dbt)\./, '')
  const isCarried =
    property === undefined
      ? carryTable(short, values, severity, place)
      : carryColumn(short, values, severity, property, place)
  if (!isCarried) draft.lose(where, `the test ${name}`)
}

function carryColumn(
  name: string,
  values: Loose,
  severity: string,
  property: PropertyDraft,
  { object, draft }: Place,
): boolean {
  switch (name) {
    case 'not_null':
      if (severity === 'error') property.required = true
      else addQuality(property, { metric: 'nullValues', mustBe: 0, severity })
      return true
    case 'unique':
      if (severity === 'error') property.unique = true
      else addQuality(property, { metric: 'duplicateValues', mustBe: 0, severity })
      return true
    case 'accepted_values': {
      const validValues = scalarsOf(values.values)
      if (validValues.length > 0)
        addQuality(property, { metric: 'invalidValues', mustBe: 0, arguments: { validValues }, severity })
      return validValues.length > 0
    }
    case 'relationships': {
      const target =
        /^(?:ref\(\s*(?:['"][^'"]+['"]\s*,\s*)?|source\(\s*['"][^'"]+['"]\s*,\s*)['"]([^'"]+)['"]\s*\)$/.exec(
          textOf(values.to) ?? '',
        )?.[1]
      const field = textOf(values.field)
      if (target === undefined || field === undefined) return false
      if (severity === 'warning') draft.lose(`${object.name}.${property.name}`, 'that its reference only warns')
      property.relationships = [...(property.relationships ?? []), { to: `${identifier(target)}.${field}` }]
      return true
    }
    case 'not_null_proportion': {
      const least = numberOf(values.at_least)
      if (least === undefined) return false
      addQuality(property, {
        metric: 'nullValues',
        mustBeLessOrEqualTo: Number((100 * (1 - least)).toFixed(6)),
        unit: 'percent',
        severity,
      })
      return true
    }
    case 'not_empty_string':
      addQuality(property, { metric: 'missingValues', mustBe: 0, arguments: { missingValues: [''] }, severity })
      return true
    default:
      return false
  }
}

function carryTable(name: string, values: Loose, severity: string, { object, draft }: Place): boolean {
  if (name === 'unique_combination_of_columns') {
    const properties = textsOf(values.combination_of_columns)
    for (const column of properties) draft.property(object, column)
    if (properties.length > 0)
      addQuality(object, { metric: 'duplicateValues', mustBe: 0, arguments: { properties }, severity })
    return properties.length > 0
  }
  const expression = name === 'expression_is_true' ? textOf(values.expression) : undefined
  if (expression === undefined || /\{\{|\{%/.test(expression)) return false
  addQuality(object, {
    name: expression.slice(0, 200),
    type: 'sql',
    query: `SELECT count(*) FROM {object} WHERE NOT (${expression})`,
    mustBe: 0,
    severity,
  })
  return true
}

function importFreshness(source: Loose, object: ObjectDraft, draft: ContractDraft): void {
  const freshness = asLoose(source.freshness)
  const limit = asLoose(freshness.error_after ?? freshness.warn_after)
  const column = textOf(source.loaded_at_field) ?? textOf(asLoose(source.config).loaded_at_field)
  const [value, unit] = [numberOf(limit.count), textOf(limit.period)]
  if (value === undefined || unit === undefined) return
  if (column === undefined || !object.properties.some(({ name }) => name === column)) {
    draft.lose(object.name, `freshness, whose column ${column ?? ''} is not among the columns`)
    return
  }
  draft.slaProperties.push({ property: 'freshness', value, unit, element: `${object.name}.${column}` })
}
