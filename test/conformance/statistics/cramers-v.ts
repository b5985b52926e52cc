import { contingency } from './counts.ts'

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/** To the nearest whole number, halves to the even one. */
function round(value: number): number {
  const nearest = Math.round(value)
  return nearest - value === 0.5 && nearest % 2 !== 0 ? nearest - 1 : nearest
}

export interface CramersVOptions {
  /** Levels with a smaller share of the first sample are pooled, and their pool left out where it is smaller still. */
  readonly least: number
  /** Whether every level weighs as if the first sample had it as often as each other. */
  readonly isBalanced: boolean
}

/** Deepchecks' Cramér's V: Bergsma's (2013) bias correction, the larger sample scaled down to the smaller, Yates' correction for two levels. */
export function cramersV(
  first: readonly number[],
  second: readonly number[],
  { least, isBalanced }: CramersVOptions,
): number {
  const [a, b] = pool(first, second, isBalanced ? 0 : least)
  if (a.length < 2) return 0
  const [x, y] = isBalanced ? balance(a, b) : scaleDown(a, b).map((counts) => counts.map(round))
  const columns = x!.map((count, i): [number, number] => [count, y![i]!]).filter(([p, q]) => p + q > 0)
  const k = columns.length
  if (k < 2) return 0
  const { stat } = contingency([columns.map(([count]) => count), columns.map(([, count]) => count)], true)
  const rows = total(columns.flat())
  const phi = Math.max(0, stat / rows - (k - 1) / (rows - 1))
  return Math.sqrt(phi / Math.min(k - (k - 1) ** 2 / (rows - 1) - 1, 1 - 1 / (rows - 1)))
}

function pool(first: readonly number[], second: readonly number[], least: number): [number[], number[]] {
  const [n, m] = [total(first), total(second)]
  const isRare = (level: number): boolean => first[level]! < least * n
  const levels = [...first.keys()]
  const kept = levels.filter((level) => !isRare(level))
  const rare = levels.filter(isRare)
  const [a, b] = [total(rare.map((level) => first[level]!)), total(rare.map((level) => second[level]!))]
  const hasPool = a > least * n || b > least * m
  return [
    [...kept.map((level) => first[level]!), ...(hasPool ? [a] : [])],
    [...kept.map((level) => second[level]!), ...(hasPool ? [b] : [])],
  ]
}

function scaleDown(first: readonly number[], second: readonly number[]): [number[], number[]] {
  const [n, m] = [total(first), total(second)]
  const size = Math.min(n, m)
  return [
    first.map((count) => (n > size ? count * (size / n) : count)),
    second.map((count) => (m > size ? count * (size / m) : count)),
  ]
}

/** The first sample made even, the second changed from it level by level as it was. */
function balance(first: readonly number[], second: readonly number[]): [number[], number[]] {
  const [a, b] = scaleDown(first, second)
  const even = Math.floor(total(b.map((count) => count + 1)) / b.length)
  const changed = b.map((count, level) => round(even * ((count + 1) / (a[level]! + 1))))
  const scale = (even * b.length) / total(changed)
  return [b.map(() => even), changed.map((count) => round(count * scale))]
}
