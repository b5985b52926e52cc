import type { OperatorName, Quality } from './document.ts'

interface CheckHead {
  /** Unique within the contract: the quality rule's own id, or the column and what is asked of it. */
  readonly id: string
  readonly column?: string
  readonly kind: string
  readonly description: string
  readonly severity: 'error' | 'warning'
  readonly expected: string
  /** Where in the contract, for annotations. */
  readonly path: readonly (string | number)[]
}

/** A rule that every row must follow. `violates` is SQL, true for an offending row; null or false otherwise. */
export interface RowCheck extends CheckHead {
  readonly type: 'row'
  readonly violates: string
}

/** A number over the whole dataset, compared by an operator: the rows for which `counts` is true, or all rows. */
export interface MetricCheck extends CheckHead {
  readonly type: 'metric'
  readonly counts: string | null
  readonly judge: Judge
}

/** Rows beyond the first that hold the same values in `columns`; rows with a NULL among them are left out. */
export interface DuplicateCheck extends CheckHead {
  readonly type: 'duplicates'
  readonly columns: readonly string[]
  readonly judge: Judge
}

/** A SELECT of the contract's author that gives one number. */
export interface SqlCheck extends CheckHead {
  readonly type: 'sql'
  readonly query: string
  readonly judge: Judge
}

/** Rows whose values in `columns`, all set, are in no row of another object. */
export interface ReferenceCheck extends CheckHead {
  readonly type: 'reference'
  readonly columns: readonly string[]
  /** Property names of the other object. */
  readonly target: { readonly object: string; readonly columns: readonly string[] }
}

/** What is settled without reading a row, such as a column's type. */
export interface SettledCheck extends CheckHead {
  readonly type: 'settled'
  readonly verdict: 'pass' | 'fail' | 'inconclusive'
  readonly observed: string
}

export type Check = RowCheck | MetricCheck | DuplicateCheck | SqlCheck | ReferenceCheck | SettledCheck

export interface Judge {
  readonly operator: OperatorName
  readonly bound: number | readonly [number, number]
  readonly unit: 'rows' | 'percent'
}

const words: Record<OperatorName, string> = {
  mustBe: '=',
  mustNotBe: '≠',
  mustBeGreaterThan: '>',
  mustBeGreaterOrEqualTo: '≥',
  mustBeLessThan: '<',
  mustBeLessOrEqualTo: '≤',
  mustBeBetween: 'between',
  mustNotBeBetween: 'not between',
}

/** The operator of a quality rule, which has exactly one. */
export function judgeOf(quality: Quality): Judge {
  for (const operator of Object.keys(words) as OperatorName[]) {
    const bound = (quality as Record<string, unknown>)[operator] as Judge['bound'] | boolean | undefined
    const unit = quality.unit === 'percent' ? 'percent' : 'rows'
    if (bound !== undefined) return { operator, bound: typeof bound === 'boolean' ? Number(bound) : bound, unit }
  }
  throw new TypeError('a quality rule without an operator passed validation')
}

/** Whether a value satisfies the operator; the bounds of a range are included. NaN satisfies none. */
export function satisfies({ operator, bound }: Judge, value: number): boolean {
  if (Number.isNaN(value)) return false
  const [low, high] = typeof bound === 'number' ? [bound, bound] : bound
  switch (operator) {
    case 'mustBe':
      return value === low
    case 'mustNotBe':
      return value !== low
    case 'mustBeGreaterThan':
      return value > low
    case 'mustBeGreaterOrEqualTo':
      return value >= low
    case 'mustBeLessThan':
      return value < low
    case 'mustBeLessOrEqualTo':
      return value <= low
    case 'mustBeBetween':
      return value >= low && value <= high
    case 'mustNotBeBetween':
      return value < low || value > high
  }
}

/** `≤ 5 percent`, for people. */
export function describeJudge({ operator, bound, unit }: Judge, noun: string): string {
  const range = typeof bound === 'number' ? String(bound) : `${bound[0]} and ${bound[1]}`
  return `${words[operator]} ${range} ${unit === 'percent' ? 'percent of rows' : noun}`
}

/** A rule of one column that rejects the rows for which `violates` is true. */
export function rowRule(
  name: string,
  kind: string,
  expected: string,
  violates: string,
  path: CheckHead['path'],
): RowCheck {
  return {
    type: 'row',
    id: `${name}.${kind}`,
    column: name,
    kind,
    description: `${name} ${expected}`,
    severity: 'error',
    expected,
    violates,
    path,
  }
}
