import { addOption, addQuality, type ContractDraft, type ItemDraft, type PropertyDraft } from './draft.ts'
import { asLoose, isLoose, isPattern, type Loose, listOf, numberOf, scalarsOf, textOf, textsOf } from './read-source.ts'

const carried = [
  'minLength',
  'maxLength',
  'multipleOf',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
] as const
const numeric: readonly string[] = ['multipleOf', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum']
const combined = [
  'oneOf',
  'anyOf',
  'allOf',
  'not',
  'if',
  'dependentRequired',
  'dependentSchemas',
  'patternProperties',
  'contains',
  'propertyNames',
]
const formats: Readonly<Record<string, string>> = {
  email: 'email',
  uuid: 'uuid',
  uri: 'uri',
  hostname: 'hostname',
  ipv4: 'ipv4',
  ipv6: 'ipv6',
}
const times: Readonly<Record<string, string>> = { date: 'date', 'date-time': 'timestamp', time: 'time' }

/** A JSON Schema (draft 4 to 2020-12) of one record, or of an array of them, as the columns of a table. */
export function importJsonSchema(document: Loose, name: string, draft: ContractDraft): void {
  const root = resolve(document, document)
  const record = root.type === 'array' ? resolve(asLoose(root.items), document) : root
  const object = draft.object(textOf(record.title) ?? textOf(root.title) ?? name)
  const description = textOf(record.description)
  if (description !== undefined) object.description = description
  const required = textsOf(record.required)
  const budget = { left: mostNested }
  for (const [key, value] of Object.entries(asLoose(record.properties))) {
    const property = draft.property(object, key)
    const place = { where: `${object.name}.${key}`, document, depth: 0, budget, isInList: false }
    importProperty(resolve(asLoose(value), document), property, place, draft)
    // JSON Schema's `required` asks for the key, and its type says whether null will do.
    if (required.includes(key) && !allowsNull(resolve(asLoose(value), document))) property.required = true
  }
  loseCombined(record, object.name, draft)
  if (record.additionalProperties === false)
    draft.lose(object.name, 'additionalProperties: false; other columns are let be')
}

interface Place {
  readonly where: string
  /** What references are followed in. */
  readonly document: Loose
  readonly depth: number
  /** Nested properties that may still be made. */
  readonly budget: { left: number }
  readonly isInList: boolean
}

function importProperty(schema: Loose, property: ItemDraft, place: Place, draft: ContractDraft): void {
  const { where, isInList } = place
  if (typeof schema.$ref === 'string') draft.lose(where, `what ${schema.$ref} says`)
  const kinds = textsOf(schema.type).filter((type) => type !== 'null')
  const [type, another] = kinds
  const format = textOf(schema.format)
  if (another !== undefined) draft.lose(where, `several types (${kinds.join(', ')})`)
  else if (type !== undefined) property.logicalType = type === 'string' ? (times[format ?? ''] ?? 'string') : type
  const description = textOf(schema.description)
  if (description !== undefined) property.description = description

  const own = property.logicalType
  if (format !== undefined && !(format in times)) {
    const known = own === 'string' ? formats[format] : undefined
    if (known === undefined) draft.lose(where, `the format ${format}`)
    else addOption(property, 'format', known)
  }
  for (const key of [...carried, 'exclusiveMinimum', 'exclusiveMaximum']) {
    const value = schema[key]
    if (value === undefined) continue
    const fits = numeric.includes(key) ? own === 'number' || own === 'integer' : ownerOf(key) === own
    if (!fits || !['number', 'boolean'].includes(typeof value)) draft.lose(where, `${key} ${JSON.stringify(value)}`)
    else if (value !== false) addOption(property, key, value as number | boolean)
  }
  const pattern = textOf(schema.pattern)
  if (pattern !== undefined) {
    if (own === 'string' && isPattern(pattern)) addOption(property, 'pattern', pattern)
    else draft.lose(where, `the pattern ${pattern}`)
  }
  const values = schema.const === undefined ? scalarsOf(schema.enum) : scalarsOf([schema.const])
  const given = schema.const === undefined ? listOf(schema.enum).length : 1
  if (values.length < given) draft.lose(where, 'values that are no scalars')
  // A contract counts rows, and of what is in a list a row has many.
  if (values.length > 0 && isInList) draft.lose(where, 'which values there are')
  else if (values.length > 0)
    addQuality(property, { metric: 'invalidValues', mustBe: 0, arguments: { validValues: values } })
  if (own === 'object') importFields(schema, property, place, draft)
  if (own === 'array' && schema.items !== undefined) importItems(schema, property, place, draft)
  if (numberOf(schema.default) !== undefined || textOf(schema.default) !== undefined) draft.lose(where, 'the default')
  loseCombined(schema, where, draft)
}

/** A schema may refer to itself without end, and in several places at once. */
const mostDepth = 8
const mostNested = 1000

function importFields(
  schema: Loose,
  property: ItemDraft,
  { where, document, depth, budget, isInList }: Place,
  draft: ContractDraft,
): void {
  const required = textsOf(schema.required)
  const fields = Object.entries(asLoose(schema.properties)).filter(([key]) => key !== '')
  const isTooMuch = depth >= mostDepth || fields.length > budget.left
  if (isTooMuch && fields.length > 0) draft.lose(where, 'what is inside the object, so deep in')
  const kept = isTooMuch ? [] : fields
  budget.left -= kept.length
  const others = required.filter((key) => !kept.some(([name]) => name === key))
  if (others.length > 0) addOption(property, 'required', others)
  if (kept.length === 0) return
  property.properties = kept.map(([name, value]) => {
    const inner: PropertyDraft = { name }
    const own = resolve(asLoose(value), document)
    importProperty(own, inner, { where: `${where}.${name}`, document, depth: depth + 1, budget, isInList }, draft)
    if (required.includes(name) && !allowsNull(own)) inner.required = true
    return inner
  })
}

function importItems(
  schema: Loose,
  property: ItemDraft,
  { where, document, depth, budget }: Place,
  draft: ContractDraft,
): void {
  const own = resolve(asLoose(schema.items), document)
  if (Array.isArray(schema.items) || depth >= mostDepth) {
    draft.lose(where, 'what the items are')
    return
  }
  const items: ItemDraft = {}
  importProperty(own, items, { where: `${where}[]`, document, depth: depth + 1, budget, isInList: true }, draft)
  if (items.logicalType !== undefined && !allowsNull(own)) items.required = true
  if (Object.keys(items).length > 0) property.items = items
}

const ownerOf = (key: string) => (key.endsWith('Length') ? 'string' : key.endsWith('Items') ? 'array' : 'object')

function allowsNull(schema: Loose): boolean {
  return textsOf(schema.type).includes('null') || listOf(schema.enum).includes(null)
}

function loseCombined(schema: Loose, where: string, draft: ContractDraft): void {
  for (const key of combined) if (schema[key] !== undefined) draft.lose(where, key)
}

/** Follows `$ref` within the document, and keeps what is said beside it. One that leads elsewhere, nowhere or round in a circle stays. */
function resolve(schema: Loose, document: Loose): Loose {
  let found = schema
  for (let step = 0; step < 20 && typeof found.$ref === 'string'; step++) {
    const { $ref, ...beside } = found
    if (!$ref.startsWith('#')) return found
    const keys = $ref.slice(1).split('/').slice(1)
    const target = keys.reduce<unknown>((at, key) => {
      const own = decodeKey(key)
      return Object.hasOwn(asLoose(at), own) ? asLoose(at)[own] : undefined
    }, document)
    if (!isLoose(target)) return found
    found = { ...target, ...beside }
  }
  return found
}

/** Of a JSON pointer in a URI's fragment. */
function decodeKey(key: string): string {
  const text = /%(?![0-9A-Fa-f]{2})/.test(key) ? key : decodeURIComponent(key)
  return text.replaceAll('~1', '/').replaceAll('~0', '~')
}
