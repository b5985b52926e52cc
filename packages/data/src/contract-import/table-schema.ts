import { addOption, addQuality, type ContractDraft, identifier, type ObjectDraft, type PropertyDraft } from './draft.ts'
import { asLoose, isPattern, type Loose, looseList, numberOf, scalarsOf, textOf, textsOf } from './read-source.ts'

const types: Readonly<Record<string, string>> = {
  string: 'string',
  number: 'number',
  integer: 'integer',
  boolean: 'boolean',
  object: 'object',
  array: 'array',
  list: 'array',
  date: 'date',
  time: 'time',
  datetime: 'timestamp',
  year: 'integer',
}
const formats = ['email', 'uri', 'uuid', 'binary']

/** A Table Schema, or a Data Package of several: https://datapackage.org/standard/table-schema/. */
export function importTableSchema(document: Loose, name: string, draft: ContractDraft): void {
  const resources = looseList(document.resources)
  if (resources.length === 0) importOne(document, draft.object(textOf(document.name) ?? name), draft)
  for (const resource of resources) {
    const object = draft.object(textOf(resource.name) ?? name)
    const [path, another] = textsOf(resource.path)
    if (path !== undefined && another === undefined) object.physicalName = path
    if (another !== undefined) draft.lose(object.name, 'several paths; name them in the input `files`')
    if (typeof resource.schema === 'string') draft.lose(object.name, `the schema in ${resource.schema}`)
    importOne(asLoose(resource.schema), object, draft)
  }
}

function importOne(schema: Loose, object: ObjectDraft, draft: ContractDraft): void {
  for (const field of looseList(schema.fields)) {
    const property = draft.property(object, textOf(field.name) ?? '')
    importField(field, property, object, draft)
  }
  const keys = textsOf(schema.primaryKey)
  for (const [i, key] of keys.entries()) {
    const property = draft.property(object, key)
    property.primaryKey = true
    if (keys.length > 1) property.primaryKeyPosition = i + 1
  }
  for (const key of listOfKeys(schema.uniqueKeys)) {
    addQuality(object, { metric: 'duplicateValues', mustBe: 0, arguments: { properties: key } })
  }
  for (const key of looseList(schema.foreignKeys)) {
    const reference = asLoose(key.reference)
    const target = textOf(reference.resource) || object.name
    const [from, to] = [textsOf(key.fields), textsOf(reference.fields)]
    object.relationships.push({
      from: from.map((field) => `${object.name}.${field}`),
      to: to.map((field) => `${identifier(target)}.${field}`),
    })
  }
  const missing = textsOf(schema.missingValues).filter((text) => text !== '')
  if (missing.length > 0)
    draft.lose(object.name, `missingValues (${missing.join(', ')}): files are read with empty fields as NULL alone`)
}

function importField(field: Loose, property: PropertyDraft, object: ObjectDraft, draft: ContractDraft): void {
  const where = `${object.name}.${property.name}`
  const type = textOf(field.type)
  const logicalType = type === undefined ? undefined : types[type]
  if (logicalType !== undefined) property.logicalType = logicalType
  else if (type !== undefined && type !== 'any') draft.lose(where, `the type ${type}`)
  const description = textOf(field.description) ?? textOf(field.title)
  if (description !== undefined) property.description = description
  const format = textOf(field.format)
  if (format !== undefined && format !== 'default') {
    if (logicalType === 'string' && formats.includes(format)) addOption(property, 'format', format)
    else draft.lose(where, `the format ${format}`)
  }
  const constraints = asLoose(field.constraints)
  if (constraints.required === true) property.required = true
  if (constraints.unique === true) property.unique = true
  const isNumber = logicalType === 'number' || logicalType === 'integer'
  for (const key of ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum']) {
    const bound = constraints[key]
    if (bound === undefined) continue
    const value = isNumber ? numberOf(typeof bound === 'string' ? Number(bound) : bound) : textOf(bound)
    if (value === undefined || logicalType === undefined) draft.lose(where, `${key} ${String(bound)}`)
    else addOption(property, key, value)
  }
  for (const key of ['minLength', 'maxLength']) {
    const length = numberOf(constraints[key])
    if (length === undefined) continue
    if (logicalType === 'string') addOption(property, key, length)
    else if (logicalType === 'array') addOption(property, key.replace('Length', 'Items'), length)
    else draft.lose(where, `${key} ${length}`)
  }
  const pattern = textOf(constraints.pattern)
  if (pattern !== undefined) {
    // Table Schema's patterns match whole values.
    if (logicalType === 'string' && isPattern(pattern)) addOption(property, 'pattern', `^(?:${pattern})$`)
    else draft.lose(where, `the pattern ${pattern}`)
  }
  const values = scalarsOf(constraints.enum)
  if (values.length > 0)
    addQuality(property, { metric: 'invalidValues', mustBe: 0, arguments: { validValues: values } })
  for (const key of Object.keys(constraints)) {
    if (!known.includes(key)) draft.lose(where, `the constraint ${key}`)
  }
}

const known = [
  'required',
  'unique',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'minLength',
  'maxLength',
  'pattern',
  'enum',
]

function listOfKeys(value: unknown): string[][] {
  return (Array.isArray(value) ? value : []).map(textsOf).filter((key) => key.length > 0)
}
