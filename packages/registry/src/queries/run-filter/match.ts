import { compareVersions, TidemarkError, Version } from '@tidemark/schemas'
import type { RunSummary } from '../runs.ts'
import { type FieldKind, type FieldValue, fieldGroups, fieldOf, knownFields, ownFields } from './fields.ts'
import type { Comparison, Filter, Literal, Operator } from './parse.ts'
import { filterError } from './tokens.ts'

/** Fields that an error lists. */
const mostListed = 40

/**
 * Whether a run is as a filter asks. What a run does not have is unknown, and so is what rests on it: neither a comparison nor
 * its `not` matches (Kleene's logic), only `is missing` does.
 */
export function matchesRun(filter: Filter, run: RunSummary): boolean {
  return judge(filter, run) === true
}

/**
 * Proves that a filter asks for what these runs can answer: fields that some run has, values of a kind that fits them. Throws
 * `INPUT_INVALID` with the column, and with the fields there are.
 */
export function checkFilter(
  filter: Filter,
  { text, runs }: { readonly text: string; readonly runs: readonly RunSummary[] },
): void {
  if ('parts' in filter) for (const part of filter.parts) checkFilter(part, { text, runs })
  else if ('part' in filter) checkFilter(filter.part, { text, runs })
  else {
    if (!isKnown(filter.field, runs)) {
      throw filterError(text, filter.at, {
        message: `no run has a field ${filter.field}`,
        hint: `There are ${listFields(runs)}.`,
      })
    }
    if (filter.kind === 'compare') checkComparison(filter, { text, runs })
  }
}

/** Throws `INPUT_INVALID` where no run has the field that runs are to be sorted by. */
export function checkField(name: string, runs: readonly RunSummary[]): void {
  if (isKnown(name, runs)) return
  throw new TidemarkError('INPUT_INVALID', `no run has a field ${name}`, { hint: `There are ${listFields(runs)}.` })
}

/** Runs in the order of a field, those without it last; of equal ones, the newest first. */
export function sortRuns(
  runs: readonly RunSummary[],
  { field: name, isAscending }: { readonly field: string; readonly isAscending: boolean },
): RunSummary[] {
  const field = fieldOf(name)
  const direction = isAscending ? 1 : -1
  const newest = (a: RunSummary, b: RunSummary) => Date.parse(b.time) - Date.parse(a.time) || (a.id < b.id ? -1 : 1)
  return runs.toSorted((a, b) => {
    const [x, y] = [field?.read(a) ?? null, field?.read(b) ?? null]
    if (x === null || y === null) return (x === null ? 1 : 0) - (y === null ? 1 : 0) || newest(a, b)
    return direction * order(field?.kind ?? 'any', x, y) || newest(a, b)
  })
}

function listFields(runs: readonly RunSummary[]): string {
  const known = knownFields(runs)
  const more = known.length - mostListed
  return known.slice(0, mostListed).join(', ') + (more > 0 ? ` and ${more} more` : '')
}

function isKnown(name: string, runs: readonly RunSummary[]): boolean {
  if (Object.hasOwn(ownFields, name)) return true
  const group = fieldGroups.find((each) => name.startsWith(`${each}.`))
  if (group === undefined) return false
  // Without runs nothing can be told, and nothing matches.
  return runs.length === 0 || runs.some((run) => Object.hasOwn(run[group], name.slice(group.length + 1)))
}

const hasOrder: readonly FieldKind[] = ['number', 'time', 'version', 'any']

function checkComparison(
  { field: name, at, operator, literals }: Comparison,
  { text, runs }: { readonly text: string; readonly runs: readonly RunSummary[] },
): void {
  const field = fieldOf(name)!
  const { kind } = field
  const isOrdering = operator.startsWith('<') || operator.startsWith('>')
  if (isOrdering && !hasOrder.includes(kind))
    throw filterError(text, at, { message: `${name} has no order`, hint: 'Compare it with =, != or in.' })
  if (operator === 'contains' && kind !== 'text' && kind !== 'list' && kind !== 'any')
    throw filterError(text, at, {
      message: `${name} is no text that contains others`,
      hint: 'Compare it with =, or < and >.',
    })
  for (const literal of literals) {
    const expected = expectation(kind, literal, operator)
    if (expected !== null)
      throw filterError(text, literal.at, {
        message: `${name} is compared with ${expected}`,
        hint: example(kind, name),
      })
    if (kind === 'any' && runs.length > 0 && !runs.some((run) => typeof field.read(run) === typeof literal.value)) {
      const found = typeof runs.map(field.read).find((value) => value !== null)
      const word = found === 'string' ? 'texts, in quotes' : found === 'boolean' ? 'true or false' : 'numbers'
      throw filterError(text, literal.at, { message: `${name} holds ${word}`, hint: 'Compare it with such a value.' })
    }
  }
}

/** What a value should have been; null where it fits. */
function expectation(kind: FieldKind, { value }: Literal, operator: Operator): string | null {
  const isText = typeof value === 'string'
  switch (kind) {
    case 'number':
      return typeof value === 'number' ? null : 'a number'
    case 'digest':
      return isText && /^[0-9a-f]{4,64}$/.test(value) ? null : 'the first digits of a digest, at least 4, in quotes'
    case 'version':
      return isText && Version.safeParse(value).success ? null : 'a version, in quotes'
    case 'time':
      return isText && timePattern.test(value) && !Number.isNaN(Date.parse(value)) ? null : 'a time in UTC, in quotes'
    case 'any':
      return operator === 'contains' && !isText ? 'a text, in quotes' : null
    default:
      return isText ? null : 'a text, in quotes'
  }
}

const timePattern = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z)?$/

function example(kind: FieldKind, name: string): string {
  if (kind === 'digest') return `Such as ${name} = '07bc0775'.`
  if (kind === 'version') return `Such as ${name} >= '1.2.0'.`
  if (kind === 'time') return `Such as ${name} >= '2001-05-01' or '2001-05-01T08:00Z'.`
  return kind === 'number' ? `Such as ${name} > 0.5.` : `Such as ${name} = 'pass'.`
}

function judge(filter: Filter, run: RunSummary): boolean | null {
  switch (filter.kind) {
    case 'and':
    case 'or': {
      const decisive = filter.kind === 'or'
      const verdicts = filter.parts.map((part) => judge(part, run))
      return verdicts.includes(decisive) ? decisive : verdicts.includes(null) ? null : !decisive
    }
    case 'not': {
      const verdict = judge(filter.part, run)
      return verdict === null ? null : !verdict
    }
    case 'missing':
      return (fieldOf(filter.field)?.read(run) ?? null) === null
    case 'compare': {
      const field = fieldOf(filter.field)
      const value = field?.read(run) ?? null
      if (field === null || value === null) return null
      const verdicts = filter.literals.map((literal) => compare(field.kind, filter.operator, value, literal.value))
      return verdicts.includes(true) ? true : verdicts.includes(null) ? null : false
    }
  }
}

function compare(
  kind: FieldKind,
  operator: Operator,
  value: NonNullable<FieldValue>,
  literal: Literal['value'],
): boolean | null {
  if (operator === 'contains') {
    if (typeof literal !== 'string') return null
    if (typeof value === 'string') return value.includes(literal)
    return typeof value === 'object' ? value.some((each) => each.includes(literal)) : null
  }
  if (typeof value === 'object') {
    const isAmong = value.some((each) => each === literal)
    return operator === '=' ? isAmong : operator === '!=' ? !isAmong : null
  }
  if (typeof value !== typeof literal) return null
  if (operator === '=' || operator === '!=') return isEqual(kind, value, literal) === (operator === '=')
  if (typeof value === 'boolean') return null
  const sign = order(kind, value, literal)
  return operator === '<' ? sign < 0 : operator === '<=' ? sign <= 0 : operator === '>' ? sign > 0 : sign >= 0
}

/** A digest by its first digits, a time by its day where only the day is given. */
function isEqual(kind: FieldKind, value: string | number | boolean, literal: string | number | boolean): boolean {
  if (kind === 'digest' || (kind === 'time' && String(literal).length === 10))
    return String(value).startsWith(String(literal))
  return kind === 'time' ? Date.parse(String(value)) === Date.parse(String(literal)) : value === literal
}

function order(kind: FieldKind, a: NonNullable<FieldValue>, b: NonNullable<FieldValue>): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (kind === 'time') return Date.parse(String(a)) - Date.parse(String(b))
  if (kind === 'version') return compareVersions(String(a), String(b))
  const [x, y] = [String(a), String(b)]
  return x < y ? -1 : x > y ? 1 : 0
}
