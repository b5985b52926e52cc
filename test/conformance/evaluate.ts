import { readFileSync } from 'node:fs'
import { statistics } from './statistics/index.ts'
import type { Input } from './statistics/input.ts'

/** One published number: what is computed from what, what it should be, and how near is near. */
export interface Case {
  readonly id: string
  readonly statistic: string
  readonly input: Input
  readonly expected: unknown
  /** Absolute. */
  readonly tol: number
}

export interface Evaluation {
  readonly id: string
  readonly statistic: string
  readonly outcome: 'passed' | 'failed' | 'unknown'
  /** What is wrong, for all but a pass. */
  readonly problem?: string
}

const fixture = new URL('fixtures/drift.json', import.meta.url)

/** A file's cases. It may hold the numbers NaN and Infinity, as Python writes them, and groups of other vocabularies beside or for `cases`. */
export function readCases(text: string): Case[] {
  const quoted = text.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, (token) =>
    token.startsWith('"') ? token : `"\\u0000${token}"`,
  )
  const document: unknown = JSON.parse(quoted, (_key, value) =>
    typeof value === 'string' && value.startsWith('\0') ? Number(value.slice(1)) : value,
  )
  return collect(document)
}

/** The entries of every list of cases; one of another vocabulary is called after its group. */
function collect(value: unknown, group = 'cases', depth = 0): Case[] {
  if (typeof value !== 'object' || value === null || depth > 4) return []
  if (Array.isArray(value)) return value.map((entry, i): Case => ({ id: `${group}[${i}]`, statistic: group, ...entry }))
  return Object.entries(value).flatMap(([key, part]) => {
    if (key === 'cases') return collect(part, group, depth + 1)
    return Array.isArray(part) ? [] : collect(part, key, depth + 1)
  })
}

/** Computes every case anew. An input may name another case's: `frouros-emd.x`. */
export function evaluate(cases: readonly Case[]): Evaluation[] {
  return cases.map((given) => {
    const { id, statistic } = given
    const compute = Object.hasOwn(statistics, statistic) ? statistics[statistic] : undefined
    if (compute === undefined)
      return { id, statistic, outcome: 'unknown', problem: `no statistic is called ${statistic}` }
    try {
      assertComplete(given)
      const actual = compute(resolveReferences(given.input, cases))
      const problems = compare(actual, given.expected, given.tol)
      return problems.length === 0
        ? { id, statistic, outcome: 'passed' }
        : { id, statistic, outcome: 'failed', problem: problems.join('; ') }
    } catch (error) {
      return { id, statistic, outcome: 'failed', problem: (error as Error).message }
    }
  })
}

function assertComplete({ input, expected, tol }: Case): void {
  if (typeof input !== 'object' || input === null) throw new Error('the case has no input')
  const isNothing = JSON.stringify(expected) === '{}'
  if (expected === undefined || isNothing) throw new Error('the case expects nothing')
  if (typeof tol !== 'number' || !(tol >= 0)) throw new Error('the case has no tolerance')
}

function resolveReferences(input: Input, cases: readonly Case[]): Input {
  const resolve = (value: unknown): unknown => {
    if (typeof value !== 'string') return value
    const dot = value.lastIndexOf('.')
    const [id, field] = [value.slice(0, dot), value.slice(dot + 1)]
    const isNamed = (other: Case): boolean => other.id === id && other.input?.[field] !== undefined
    const found = cases.find(isNamed) ?? readCases(readFileSync(fixture, 'utf8')).find(isNamed)
    return found === undefined ? value : found.input[field]
  }
  return Object.fromEntries(
    Object.entries(input).map(([key, value]) => [
      key,
      typeof value === 'string' && /^[a-z][\w.-]*\.[a-z]\w*$/i.test(value) ? resolve(value) : value,
    ]),
  )
}

/**
 * What differs by more than `tol`. NaN is near NaN, an infinity near itself, text near the number that it spells, and null, as JSON writes what
 * is no number, near whatever is not finite.
 */
function compare(actual: unknown, expected: unknown, tol: number, path = ''): string[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length)
      return [`${path || 'result'}: ${JSON.stringify(actual)} for ${JSON.stringify(expected)}`]
    return expected.flatMap((value, i) => compare(actual[i], value, tol, `${path}[${i}]`))
  }
  if (typeof expected === 'object' && expected !== null) {
    return Object.entries(expected).flatMap(([key, value]) =>
      compare((actual as Record<string, unknown>)?.[key], value, tol, path === '' ? key : `${path}.${key}`),
    )
  }
  if (expected === null && typeof actual === 'number' && !Number.isFinite(actual)) return []
  const wanted = Number(
    typeof expected === 'string' ? expected.replace(/^([+-]?)inf$/i, '$1Infinity') : (expected ?? Number.NaN),
  )
  const isNear =
    typeof actual === 'number' && (Object.is(actual, wanted) || actual === wanted || Math.abs(actual - wanted) <= tol)
  return isNear ? [] : [`${path === '' ? '' : `${path}: `}${shown(actual)} for ${String(wanted)} ± ${tol}`]
}

const shown = (value: unknown): string =>
  typeof value === 'object' && value !== null ? JSON.stringify(value).slice(0, 200) : String(value)
