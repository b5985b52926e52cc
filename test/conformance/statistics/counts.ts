import { chiSquaredTail } from '@tidemark/statistics'
import type { Levels } from './input.ts'
import { logFactorials } from './log-factorials.ts'
import type { Tested } from './two-samples.ts'

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/** One-sample χ² or, with `likelihood`, G test: the reference, scaled to the sample, is taken for the truth. */
export function goodnessOfFit(reference: readonly number[], sample: readonly number[], isLikelihood = false): Tested {
  const scale = total(sample) / total(reference)
  let [stat, levels] = [0, 0]
  sample.forEach((observed, i) => {
    const expected = reference[i]! * scale
    if (observed === 0 && expected === 0) return
    levels++
    if (isLikelihood) stat += observed === 0 ? 0 : 2 * observed * Math.log(observed / expected)
    else stat += (observed - expected) ** 2 / expected
  })
  return { stat, p: levels < 2 ? 1 : chiSquaredTail(stat, levels - 1) }
}

/** χ² of independence of a table; with Yates' correction where it has one degree of freedom and `isCorrected`. */
export function contingency(table: readonly number[][], isCorrected: boolean): Tested & { readonly df: number } {
  const rows = table.map(total)
  const columns = table[0]!.map((_, j) => total(table.map((row) => row[j]!)))
  const all = total(rows)
  const df = (rows.length - 1) * (columns.length - 1)
  let stat = 0
  table.forEach((row, i) => {
    row.forEach((observed, j) => {
      const expected = (rows[i]! * columns[j]!) / all
      const difference = Math.abs(observed - expected)
      // No correction beyond the difference itself.
      stat += (difference - (isCorrected && df === 1 ? Math.min(0.5, difference) : 0)) ** 2 / expected
    })
  })
  return { stat, df, p: df === 0 ? 1 : chiSquaredTail(stat, df) }
}

/** Fisher's exact test of a 2×2 table: all tables with its margins that are at most as likely, or on one side of it. */
export function fisherExact(table: readonly number[][], alternative = 'two-sided'): number {
  if (table.some(({ length }) => length !== 2)) throw new Error('expected two columns, as the test is of 2×2 tables')
  const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = table
  const [row, column, all] = [a + b, a + c, a + b + c + d]
  const factorial = logFactorials(all)
  const choose = (n: number, k: number): number => factorial[n]! - factorial[k]! - factorial[n - k]!
  const logP = (x: number): number => choose(row, x) + choose(all - row, column - x) - choose(all, column)
  const observed = logP(a)
  let p = 0
  for (let x = Math.max(0, row + column - all); x <= Math.min(row, column); x++) {
    const isCounted = alternative === 'less' ? x <= a : alternative === 'greater' ? x >= a : logP(x) <= observed + 1e-7
    if (isCounted) p += Math.exp(logP(x))
  }
  return Math.min(1, p)
}

/**
 * Deequ's one-sample χ²: the baseline scaled to the sample's rows in its levels. While more than a fifth of the levels expect fewer than 5 rows
 * (one of two: fewer than 10), the smallest joins the next smallest. NaN where fewer than two levels remain.
 */
export function deequChiSquared(sample: Levels, baseline: Levels): Tested {
  const levels = Object.keys(baseline)
  const rows = total(levels.map((level) => sample[level] ?? 0))
  const all = total(Object.values(baseline))
  const cells = levels.map((level) => ({ expected: (baseline[level]! / all) * rows, observed: sample[level] ?? 0 }))
  const hasTooFew = (): boolean => {
    const [floor, allowed] = cells.length > 2 ? [5, Math.floor(0.2 * cells.length)] : [10, 0]
    return cells.filter(({ expected }) => expected < floor).length > allowed
  }
  const takeSmallest = () => {
    const smallest = cells.reduce((least, cell) => (cell.expected < least.expected ? cell : least))
    cells.splice(cells.indexOf(smallest), 1)
    return smallest
  }
  while (cells.length >= 2 && hasTooFew()) {
    const smallest = takeSmallest()
    const next = cells.reduce((least, cell) => (cell.expected < least.expected ? cell : least))
    next.expected += smallest.expected
    next.observed += smallest.observed
  }
  if (cells.length < 2) return { stat: Number.NaN, p: Number.NaN }
  return goodnessOfFit(
    cells.map(({ expected }) => expected),
    cells.map(({ observed }) => observed),
  )
}

/** Σ p ln(p/q) of shares, each list scaled to one. */
export function kullbackLeibler(p: readonly number[], q: readonly number[]): number {
  const [n, m] = [total(p), total(q)]
  return total(p.map((value, i) => (value === 0 ? 0 : (value / n) * Math.log(value / n / (q[i]! / m)))))
}

/** Great Expectations': what was not expected shares `holdout` of the expected mass, evenly, where there is any of it. */
export function heldOutDivergence(observed: Levels, expected: Levels, holdout: number): number {
  const levels = [...new Set([...Object.keys(observed), ...Object.keys(expected)])]
  const unexpected = levels.filter((level) => expected[level] === undefined).length
  const shares = levels.map((level) => {
    const share = expected[level]
    if (unexpected === 0) return share!
    return share === undefined ? holdout / unexpected : share * (1 - holdout)
  })
  return kullbackLeibler(
    levels.map((level) => observed[level] ?? 0),
    shares,
  )
}
