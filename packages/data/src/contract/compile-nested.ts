import { quoteLiteral } from '../engine/quoting.ts'
import { type Check, rowRule } from './checks.ts'
import { compileProperty } from './compile-property.ts'
import type { PropertyPlace } from './compile-quality.ts'
import type { Item, Property } from './document.ts'
import { itemType, structFields } from './nested-types.ts'

/** The checks of what is inside a value: an object's properties and an array's items, to any depth. */
export async function compileNested(property: Property, place: PropertyPlace): Promise<Check[]> {
  const { name, logicalType, properties, items } = property
  if (logicalType === 'object' && properties !== undefined) return compileFields(name, properties, place)
  return logicalType === 'array' && items !== undefined ? compileItems(name, items, place) : []
}

async function compileFields(name: string, properties: readonly Property[], place: PropertyPlace): Promise<Check[]> {
  const fields = structFields(place.type)
  const checks: Check[] = []
  for (const [i, property] of properties.entries()) {
    const own = { ...property, name: `${name}.${property.name}` }
    const path = [...place.path, 'properties', i]
    if (fields === null) {
      checks.push(untestable(own, place.type, path))
      continue
    }
    const names = [property.physicalName, property.name]
    const field = names.flatMap((wanted) => fields.find((each) => each.name === wanted) ?? [])[0]
    if (field === undefined) {
      checks.push(absent(own, place, path))
      continue
    }
    const column = `struct_extract(${place.column}, ${quoteLiteral(field.name)})`
    checks.push(...(await compileProperty(own, { ...place, type: field.type, column, path, within: place.column })))
  }
  return checks
}

/** A row breaks an item's rule when one of its items does. */
async function compileItems(name: string, items: Item, place: PropertyPlace): Promise<Check[]> {
  const type = itemType(place.type)
  const property = { ...items, name: `${name}[]` }
  const path = [...place.path, 'items']
  if (type === null) return [untestable(property, place.type, path)]
  const depth = (place.depth ?? 0) + 1
  const item = `tidemark_item_${depth}`
  // Arrays of fixed length are lists once they are called so.
  const list = `CAST(${place.column} AS ${type}[])`
  const from = `(SELECT unnest(${list}) AS ${item} FROM ${place.from})`
  const checks = await compileProperty(property, { ...place, type, column: item, path, depth, from })
  return checks.flatMap((check): Check[] => {
    if (check.type === 'settled') return [check]
    if (check.type !== 'row') return []
    return [{ ...check, violates: `len(list_filter(${list}, lambda ${item}: ${check.violates})) > 0` }]
  })
}

/** JSON files give no field that no row has: as good as a column of NULLs. */
function absent({ name, required }: Property, { column }: PropertyPlace, path: PropertyPlace['path']): Check {
  if (required) return rowRule(name, 'required', 'is set', `${column} IS NOT NULL`, [...path, 'required'])
  return settled(name, path, { verdict: 'pass', observed: 'no row has it' })
}

const untestable = ({ name }: Property, type: string, path: PropertyPlace['path']): Check =>
  settled(name, path, { verdict: 'inconclusive', observed: `not testable in ${type.slice(0, 100)}` })

function settled(
  name: string,
  path: PropertyPlace['path'],
  found: { verdict: 'pass' | 'inconclusive'; observed: string },
): Check {
  return {
    type: 'settled',
    id: `${name}.logicalType`,
    column: name,
    kind: 'logicalType',
    description: `${name} is as its type says`,
    severity: 'error',
    expected: 'a value of its type',
    path: [...path, 'logicalType'],
    ...found,
  }
}
