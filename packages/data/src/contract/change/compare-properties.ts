import type { Property, SchemaObject } from '../document.ts'
import { type ContractChange, change, compareLists } from './change.ts'
import { compareOptions } from './compare-options.ts'
import { compareQuality } from './compare-quality.ts'

type Path = readonly (string | number)[]

/** What changes about an object's columns. */
export function compareProperties(old: SchemaObject, now: SchemaObject, path: Path): ContractChange[] {
  const changes: ContractChange[] = []
  const kept = new Set<string>()
  for (const before of old.properties) {
    const subject = `${old.name}.${before.name}`
    const index = now.properties.findIndex(({ name }) => name === before.name)
    const after = now.properties[index]
    if (after !== undefined) {
      kept.add(after.name)
      changes.push(...compareProperty(before, after, subject, [...path, 'properties', index]))
      continue
    }
    const renamed = now.properties.find(({ id }) => id !== undefined && id === before.id)
    if (renamed) kept.add(renamed.name)
    const reason = renamed ? `the column is called ${renamed.name} now` : 'the column is gone'
    changes.push(change('breaking', subject, [...path, 'properties'], reason))
  }
  for (const [index, { name }] of now.properties.entries()) {
    if (!kept.has(name))
      changes.push(change('compatible', `${old.name}.${name}`, [...path, 'properties', index], 'the column is new'))
  }
  return changes
}

function compareProperty(before: Property, after: Property, subject: string, path: Path): ContractChange[] {
  const changes: ContractChange[] = []
  const add = (effect: ContractChange['effect'], key: string, reason: string) =>
    changes.push(change(effect, subject, [...path, key], reason))

  const [oldType, newType] = [before.logicalType, after.logicalType]
  if (oldType !== newType) {
    const isNarrower = oldType === undefined || (oldType === 'number' && newType === 'integer')
    add(
      isNarrower ? 'compatible' : 'breaking',
      'logicalType',
      `the type was ${oldType ?? 'open'}, is ${newType ?? 'open'}`,
    )
  }
  if (before.required && !after.required) add('breaking', 'required', 'it may be NULL now')
  if (!before.required && after.required) add('compatible', 'required', 'it is always set now')
  if (before.unique && !after.unique) add('breaking', 'unique', 'values may repeat now')
  if (!before.unique && after.unique) add('compatible', 'unique', 'values are unique now')
  const [oldColumn, newColumn] = [before.physicalName ?? before.name, after.physicalName ?? after.name]
  if (oldColumn !== newColumn) add('breaking', 'physicalName', `the data call it ${newColumn} now, not ${oldColumn}`)
  if (before.classification !== after.classification) {
    const isPublic = after.classification?.toLowerCase() === 'public'
    const words = [before.classification, after.classification].map((word) => word ?? 'not classified')
    add(
      'compatible',
      'classification',
      `was ${words[0]}, is ${words[1]}${isPublic ? ': its values may be shown from now on' : ''}`,
    )
  }
  // Two types have no option in common that could be compared.
  if (oldType === newType || oldType === 'number')
    changes.push(...compareOptions(before, after, subject, [...path, 'logicalTypeOptions']))
  for (const key of ['properties', 'items'] as const) {
    if (JSON.stringify(before[key]) !== JSON.stringify(after[key]))
      add('breaking', key, 'what is inside a value changed, and is not compared further')
  }
  return [
    ...changes,
    ...compareQuality(subject, before.quality, after.quality, [...path, 'quality']),
    ...compareLists(before.relationships, after.relationships, {
      name: subject,
      path: [...path, 'relationships'],
      noun: 'reference to',
      describe: ({ to }) => [to].flat().join(', '),
    }),
  ]
}
