import type { ContractDocument, SchemaObject } from './document.ts'

/** Columns of an object whose values must be found in another object, or in the same. */
export interface Relationship {
  readonly id: string
  /** Property names of this object. */
  readonly columns: readonly string[]
  /** Undefined where the reference leads to another contract or into a nested value. */
  readonly target: { readonly object: string; readonly columns: readonly string[] } | undefined
  /** As written. */
  readonly to: string
  /** Below the object. */
  readonly path: readonly (string | number)[]
}

interface Finding {
  readonly path: readonly (string | number)[]
  readonly message: string
}

/**
 * The relationships of one schema object, references resolved: `customers.id` by names, or `schema/<id>/properties/<id>`
 * by ids. What names nothing, or does not fit together, is in `problems`.
 */
export function resolveRelationships(
  document: ContractDocument,
  object: SchemaObject,
): { relationships: Relationship[]; problems: Finding[] } {
  const relationships: Relationship[] = []
  const problems: Finding[] = []
  const add = (from: readonly string[], to: string | readonly string[], path: readonly (string | number)[]) => {
    const references = typeof to === 'string' ? [to] : to
    const resolved = references.map((reference) => resolveReference(document, reference))
    const unknown = references.filter((_, i) => resolved[i] === null)
    if (unknown.length > 0) {
      problems.push({
        path: [...path, 'to'],
        message: `nothing is named ${unknown.map((one) => `"${one}"`).join(', ')}`,
      })
      return
    }
    if (from.length !== references.length) {
      problems.push({ path, message: `${from.length} properties cannot refer to ${references.length}` })
      return
    }
    const targets = resolved as Exclude<Resolved, null>[]
    const objects = new Set(targets.map((target) => (target === 'elsewhere' ? 'elsewhere' : target.object)))
    if (objects.size > 1) {
      problems.push({ path: [...path, 'to'], message: 'the properties referred to belong to several objects' })
      return
    }
    const columns = targets.flatMap((target) => (target === 'elsewhere' ? [] : [target.column]))
    const [owner] = objects
    relationships.push({
      id: `${from.join('+')}.foreignKey`,
      columns: from,
      target: columns.length === 0 || owner === undefined ? undefined : { object: owner, columns },
      to: references.join(', '),
      path,
    })
  }
  for (const [i, property] of object.properties.entries()) {
    for (const [r, { to }] of property.relationships.entries()) {
      add([property.name], to, ['properties', i, 'relationships', r])
    }
  }
  for (const [r, { from, to }] of object.relationships.entries()) {
    const path = ['relationships', r]
    if (Array.isArray(from) !== Array.isArray(to)) {
      problems.push({ path, message: 'from and to are both one reference, or both a list' })
      continue
    }
    const own = (typeof from === 'string' ? [from] : from).map((reference) => resolveReference(document, reference))
    const columns = own.flatMap((one) =>
      one !== null && one !== 'elsewhere' && one.object === object.name ? [one.column] : [],
    )
    if (columns.length < own.length)
      problems.push({ path: [...path, 'from'], message: `expected properties of ${object.name}` })
    else add(columns, to, path)
  }
  return { relationships, problems }
}

type Resolved = { readonly object: string; readonly column: string } | 'elsewhere' | null

/** An object and its property, `elsewhere` for what this contract does not hold, null for what it should hold and does not. */
export function resolveReference(document: Pick<ContractDocument, 'schema'>, reference: string): Resolved {
  if (/^[^/]*\.ya?ml#|^https?:|#/.test(reference)) return 'elsewhere'
  const qualified = /^\/?schema\/([^/]+)\/properties\/([^/]+)(\/.*)?$/.exec(reference)
  const [objectName, columnName, deeper] = qualified ? qualified.slice(1) : splitShorthand(reference)
  const by = (name: string | undefined) => (each: { id?: string | undefined; name: string }) =>
    (qualified && each.id === name) || each.name === name
  const object = document.schema.find(by(objectName))
  const property = object?.properties.find(by(columnName))
  // The standard's own examples refer to objects that other contracts describe.
  if (!object) return 'elsewhere'
  if (!property) return null
  return deeper === undefined ? { object: object.name, column: property.name } : 'elsewhere'
}

function splitShorthand(reference: string): (string | undefined)[] {
  const [object, column, ...deeper] = reference.split('.')
  return [object, column, deeper.length === 0 ? undefined : deeper.join('.')]
}
