import type { Property } from '../document.ts'
import { type ContractChange, change } from './change.ts'

type Options = NonNullable<Property['logicalTypeOptions']>
type Path = readonly (string | number)[]

/** What changes about the values that a column may hold. */
export function compareOptions(before: Property, after: Property, subject: string, path: Path): ContractChange[] {
  const [old, now]: [Options, Options] = [before.logicalTypeOptions ?? {}, after.logicalTypeOptions ?? {}]
  const changes: ContractChange[] = []
  const add = (isLooser: boolean, key: string, reason: string) =>
    changes.push(change(isLooser ? 'breaking' : 'compatible', subject, [...path, key], reason))

  for (const side of ['minimum', 'maximum'] as const) {
    const [a, b] = [boundOf(old, side), boundOf(now, side)]
    if (describeBound(a) === describeBound(b)) continue
    add(!isWithin(b, a, side), side, `the ${side} was ${describeBound(a)}, is ${describeBound(b)}`)
  }
  for (const key of ['minLength', 'minItems', 'minProperties', 'maxLength', 'maxItems', 'maxProperties'] as const) {
    const [a, b] = [old[key], now[key]]
    if (a === b) continue
    const isLooser = a !== undefined && (b === undefined || (key.startsWith('min') ? b < a : b > a))
    add(isLooser, key, `${key} was ${a ?? 'open'}, is ${b ?? 'open'}`)
  }
  for (const key of ['pattern', 'format'] as const) {
    const [a, b] = [old[key], now[key]]
    if (a === b) continue
    const reason = a !== undefined && b !== undefined ? ', which cannot be shown to allow no more' : ''
    add(a !== undefined, key, `the ${key} was ${a ?? 'open'}, is ${b ?? 'open'}${reason}`)
  }
  if (old.multipleOf !== now.multipleOf) {
    const [a, b] = [old.multipleOf, now.multipleOf]
    const isLooser = a !== undefined && (b === undefined || Math.abs(b / a - Math.round(b / a)) > 1e-9)
    add(isLooser, 'multipleOf', `multipleOf was ${a ?? 'open'}, is ${b ?? 'open'}`)
  }
  if ((old.uniqueItems ?? false) !== (now.uniqueItems ?? false))
    add(old.uniqueItems === true, 'uniqueItems', now.uniqueItems ? 'items are unique now' : 'items may repeat now')
  const gone = (old.required ?? []).filter((name) => !now.required?.includes(name))
  const come = (now.required ?? []).filter((name) => !old.required?.includes(name))
  if (gone.length > 0) add(true, 'required', `${gone.join(', ')} may be absent now`)
  if (come.length > 0) add(false, 'required', `${come.join(', ')} is always there now`)
  return changes
}

interface Limit {
  readonly value: number | string
  readonly isExclusive: boolean
}

/** The bound that holds, of a bound and its exclusive form, which JSON Schema has in two spellings. */
function boundOf(options: Options, side: 'minimum' | 'maximum'): Limit | undefined {
  const exclusive = options[side === 'minimum' ? 'exclusiveMinimum' : 'exclusiveMaximum']
  const plain = options[side]
  const limits: Limit[] = []
  if (plain !== undefined) limits.push({ value: plain, isExclusive: exclusive === true })
  if (exclusive !== undefined && typeof exclusive !== 'boolean') limits.push({ value: exclusive, isExclusive: true })
  return limits.reduce<Limit | undefined>(
    (tightest, each) => (isWithin(each, tightest, side) ? each : tightest),
    undefined,
  )
}

/** Whether a bound rules out at least what another does. */
function isWithin(a: Limit | undefined, b: Limit | undefined, side: 'minimum' | 'maximum'): boolean {
  if (b === undefined) return true
  if (a === undefined) return false
  const [x, y] = [orderOf(a.value), orderOf(b.value)]
  if (x === y) return a.isExclusive || !b.isExclusive
  return side === 'minimum' ? x > y : x < y
}

function orderOf(value: number | string): number {
  if (typeof value === 'number') return value
  return Date.parse(
    /^\d{2}:/.test(value)
      ? `1970-01-01T${value}Z`
      : value.includes('T') && !/(Z|[+-]\d{2}:?\d{0,2})$/.test(value)
        ? `${value}Z`
        : value,
  )
}

function describeBound(limit: Limit | undefined): string {
  return limit === undefined ? 'open' : `${limit.value}${limit.isExclusive ? ' (excluded)' : ''}`
}
