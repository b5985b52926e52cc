import { describeJudge, type Judge, judgeOf } from '../checks.ts'
import type { Quality } from '../document.ts'
import { isDriftRule } from '../drift-rules.ts'
import { type ContractChange, change } from './change.ts'

type Path = readonly (string | number)[]

/** What changes about quality rules. Rules are the same by id, else by name, else by what they measure. */
export function compareQuality(
  subject: string,
  before: readonly Quality[],
  after: readonly Quality[],
  path: Path,
): ContractChange[] {
  const [old, now] = [keyed(before), keyed(after)]
  const changes: ContractChange[] = []
  for (const [key, { rule }] of old) {
    const next = now.get(key)
    if (next !== undefined) changes.push(...compareRule(subject, rule, next.rule, [...path, next.index]))
    else changes.push(change(isPromise(rule) ? 'breaking' : 'compatible', subject, path, `the rule ${key} is gone`))
  }
  for (const [key, { index }] of now) {
    if (!old.has(key)) changes.push(change('compatible', subject, [...path, index], `the rule ${key} is new`))
  }
  return changes
}

/** Warnings, words and rules for other tools promise nothing that a validation holds anyone to. */
function isPromise(rule: Quality): boolean {
  return rule.severity === 'error' && (rule.type === 'library' || rule.type === 'sql')
}

function keyed(rules: readonly Quality[]): Map<string, { rule: Quality; index: number }> {
  const found = new Map<string, { rule: Quality; index: number }>()
  for (const [index, rule] of rules.entries()) {
    const kind = rule.type === 'library' ? (rule.metric ?? '') : isDriftRule(rule) ? 'drift' : rule.type
    let key = rule.id ?? rule.name ?? kind
    for (let use = 2; found.has(key); use++) key = `${rule.id ?? rule.name ?? kind}.${use}`
    found.set(key, { rule, index })
  }
  return found
}

function compareRule(subject: string, old: Quality, now: Quality, path: Path): ContractChange[] {
  const name = now.id ?? now.name ?? now.metric ?? now.type
  const changes: ContractChange[] = []
  const add = (isLooser: boolean, reason: string) =>
    changes.push(change(isLooser && isPromise(old) ? 'breaking' : 'compatible', subject, path, `${name}: ${reason}`))
  if (old.severity !== now.severity) add(old.severity === 'error', `was ${old.severity}, is ${now.severity}`)
  const isMeasured = [old, now].every(({ type }) => type === 'library' || type === 'sql')
  if (!isMeasured) {
    if (JSON.stringify(old) !== JSON.stringify(now) && changes.length === 0) add(true, 'it is another rule now')
    return changes
  }
  const subsets = describeArguments(old, now)
  if (subsets !== undefined) add(subsets.isLooser, subsets.reason)
  const [a, b] = [judgeOf(old), judgeOf(now)]
  const [was, is] = [describeJudge(a, 'rows'), describeJudge(b, 'rows')]
  if (was !== is)
    add(
      a.unit !== b.unit || !implies(b, a, now.type === 'library' ? 0 : Number.NEGATIVE_INFINITY),
      `was ${was}, is ${is}`,
    )
  return changes
}

/** What a rule looks at, where that changed. Only a shorter list of valid values is known to allow less. */
function describeArguments(old: Quality, now: Quality): { isLooser: boolean; reason: string } | undefined {
  const subjectOf = ({ type, metric, query, arguments: given }: Quality) => JSON.stringify([type, metric, query, given])
  if (subjectOf(old) === subjectOf(now)) return undefined
  const [before, after] = [old.arguments?.validValues, now.arguments?.validValues]
  const rest = ({ arguments: given, ...rule }: Quality) =>
    subjectOf({ ...rule, arguments: { ...given, validValues: undefined } } as Quality)
  if (before && after && rest(old) === rest(now)) {
    const come = after.filter((value) => !before.includes(value)).length
    const gone = before.filter((value) => !after.includes(value)).length
    return { isLooser: come > 0, reason: `valid values: ${come} new, ${gone} gone` }
  }
  return { isLooser: true, reason: 'it measures something else now, which cannot be compared' }
}

type Interval = readonly [low: number, high: number, isLowOpen: boolean, isHighOpen: boolean]

/** Whether every value from `least` on that satisfies the first satisfies the second. Counts start at 0. */
function implies(first: Judge, second: Judge, least: number): boolean {
  const outer = accepted(second, least)
  return accepted(first, least).every(([low, high, isLowOpen, isHighOpen]) =>
    outer.some(
      ([from, to, isFromOpen, isToOpen]) =>
        (low > from || (low === from && (isLowOpen || !isFromOpen))) &&
        (high < to || (high === to && (isHighOpen || !isToOpen))),
    ),
  )
}

function accepted({ operator, bound }: Judge, least: number): Interval[] {
  const [low, high] = typeof bound === 'number' ? [bound, bound] : bound
  const most = Number.POSITIVE_INFINITY
  switch (operator) {
    case 'mustBe':
    case 'mustBeBetween':
      return [[Math.max(low, least), high, false, false]]
    case 'mustNotBe':
    case 'mustNotBeBetween':
      return [
        [least, low, false, true],
        [high, most, true, true],
      ]
    case 'mustBeGreaterThan':
      return [[low, most, true, true]]
    case 'mustBeGreaterOrEqualTo':
      return [[Math.max(low, least), most, false, true]]
    case 'mustBeLessThan':
      return [[least, high, false, true]]
    case 'mustBeLessOrEqualTo':
      return [[least, high, false, false]]
  }
}
