import { canonicalJson } from '@tidemark/schemas'
import type { ContractDocument, SchemaObject } from '../document.ts'
import { resolveFreshness } from '../sla.ts'
import { type ContractChange, change, compareLists } from './change.ts'
import { compareProperties } from './compare-properties.ts'
import { compareQuality } from './compare-quality.ts'
import { isVersionEnough, type VersionStep } from './version-step.ts'

export interface ContractComparison {
  readonly changes: readonly ContractChange[]
  /** The smallest step of the version that tells of these changes. */
  readonly step: VersionStep
  /** Whether the new document's version takes at least that step. */
  readonly isVersionEnough: boolean
}

/**
 * What a newer contract changes for those who read the data. A change is breaking where data that keep the new contract may be
 * what the old one ruled out (a column gone, a rule dropped or made weaker), and also where that cannot be told, as for a
 * pattern or a query that was rewritten. More or stricter promises are compatible.
 */
export function compareContracts(before: ContractDocument, after: ContractDocument): ContractComparison {
  const changes = [
    ...(before.id === after.id
      ? []
      : [change('breaking', '', ['id'], `was ${before.id}, is ${after.id}: it is another contract`)]),
    ...compareObjects(before, after),
    ...compareServiceLevels(before, after),
  ]
  const step = changes.some(({ effect }) => effect === 'breaking')
    ? 'major'
    : changes.length > 0
      ? 'minor'
      : isSame({ ...before, version: '' }, { ...after, version: '' })
        ? 'none'
        : 'patch'
  return { changes, step, isVersionEnough: isVersionEnough(before.version, after.version, step) }
}

function compareObjects(before: ContractDocument, after: ContractDocument): ContractChange[] {
  const changes: ContractChange[] = []
  for (const old of before.schema) {
    const index = after.schema.findIndex(({ name }) => name === old.name)
    const now = after.schema[index]
    if (now === undefined) changes.push(change('breaking', old.name, ['schema'], 'the object is gone'))
    else changes.push(...compareObject(old, now, ['schema', index]))
  }
  for (const [index, { name }] of after.schema.entries()) {
    if (!before.schema.some((old) => old.name === name))
      changes.push(change('compatible', name, ['schema', index], 'the object is new'))
  }
  return changes
}

function compareObject(old: SchemaObject, now: SchemaObject, path: readonly (string | number)[]): ContractChange[] {
  const changes = compareProperties(old, now, path)
  const keys = [old, now].map(({ properties }) =>
    properties.flatMap(({ name, primaryKey }) => (primaryKey ? [name] : [])),
  )
  const [oldKey = [], newKey = []] = keys
  if (!isSame(oldKey.toSorted(), newKey.toSorted())) {
    const effect = oldKey.length === 0 ? 'compatible' : 'breaking'
    const words = keys.map((names) => names.join('+') || 'none')
    changes.push(change(effect, old.name, path, `the primary key was ${words[0]}, is ${words[1]}`))
  }
  changes.push(...compareQuality(old.name, old.quality, now.quality, [...path, 'quality']))
  changes.push(
    ...compareLists(old.relationships, now.relationships, {
      name: old.name,
      path: [...path, 'relationships'],
      noun: 'relationship',
      describe: ({ from, to }) => `${[from].flat().join(', ')} → ${[to].flat().join(', ')}`,
    }),
  )
  return changes
}

function compareServiceLevels(before: ContractDocument, after: ContractDocument): ContractChange[] {
  const [old, now] = [resolveFreshness(before).rules, resolveFreshness(after).rules]
  const nameOf = ({ object, column }: { object: string; column: string }) => `${object}.${column}`
  const changes: ContractChange[] = []
  for (const rule of old) {
    const next = now.find((each) => nameOf(each) === nameOf(rule))
    if (next === undefined)
      changes.push(change('breaking', nameOf(rule), ['slaProperties'], 'freshness is not promised any more'))
    else if (next.maxAgeMs !== rule.maxAgeMs) {
      const effect = next.maxAgeMs > rule.maxAgeMs ? 'breaking' : 'compatible'
      changes.push(
        change(effect, nameOf(rule), next.path, `freshness was within ${rule.limit}, is within ${next.limit}`),
      )
    }
  }
  for (const rule of now) {
    if (!old.some((each) => nameOf(each) === nameOf(rule)))
      changes.push(change('compatible', nameOf(rule), rule.path, 'freshness is promised'))
  }
  const others = (document: ContractDocument) => {
    const judged = resolveFreshness(document).rules.map(({ path }) => path[1])
    return document.slaProperties.filter((_, i) => !judged.includes(i))
  }
  return [
    ...changes,
    ...compareLists(others(before), others(after), {
      name: '',
      path: ['slaProperties'],
      noun: 'service level',
      describe: ({ property, value, unit = '', element = '' }) => `${property} ${value} ${unit} ${element}`.trim(),
    }),
  ]
}

function isSame(a: unknown, b: unknown): boolean {
  const [first, second] = [a, b].map((value) => canonicalJson(JSON.parse(JSON.stringify(value))))
  return first === second
}
