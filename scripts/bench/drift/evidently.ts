// Evidently's default rule (0.7, `_get_default_stattest` and the tests that it chooses), written from its published formulas: the test
// depends on the reference's size alone, and every column is compared by itself.
import { chiSquaredTail, jensenShannonBits, normalCdf } from '../../../packages/statistics/src/index.ts'
import { ksExact } from '../../../test/conformance/statistics/two-samples.ts'
import type { Column, Table } from './table.ts'

/** A reference column, sorted and counted once for all windows. */
export type EvidentlyReference =
  | { readonly kind: 'numeric'; readonly sorted: Float64Array; readonly deviation: number }
  | { readonly kind: 'categorical'; readonly counts: Float64Array }

const smallReference = 1000

export const prepareEvidently = ({ columns }: Table): EvidentlyReference[] => columns.map(prepareColumn)

function prepareColumn(column: Column): EvidentlyReference {
  if (column.kind === 'categorical')
    return { kind: 'categorical', counts: countCodes(column.codes, column.levels.length) }
  const sorted = column.values.slice().sort()
  const distinct = sorted.reduce((count, value, i) => (i === 0 || value !== sorted[i - 1] ? count + 1 : count), 0)
  // Few distinct numbers are taken for categories.
  if (distinct <= 5) return { kind: 'categorical', counts: countCodes(column.values, sorted.at(-1)! + 1) }
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { kind: 'numeric', sorted, deviation: Math.sqrt(squares / sorted.length) }
}

/** Whether one column drifts. */
export function isEvidentlyDrift(reference: EvidentlyReference, column: Column): boolean {
  if (reference.kind === 'categorical') {
    const { counts } = reference
    const current = countCodes(column.kind === 'categorical' ? column.codes : column.values, counts.length)
    if (total(counts) > smallReference) return Math.sqrt(jensenShannonBits(counts, current) * Math.LN2) >= 0.1
    return counts.length === 2 ? twoProportions(counts, current) < 0.05 : oneSampleChiSquared(counts, current) < 0.05
  }
  if (column.kind === 'categorical') throw new Error(`${column.name} has other values than its reference`)
  const { sorted, deviation } = reference
  const current = column.values.slice().sort()
  if (sorted.length <= smallReference) return ksExact([...sorted], [...current]).p <= 0.05
  return wasserstein(sorted, current) / Math.max(deviation, 0.001) >= 0.1
}

function countCodes(codes: ArrayLike<number>, length: number): Float64Array {
  const counts = new Float64Array(length)
  for (let row = 0; row < codes.length; row++) counts[codes[row]!]! += 1
  return counts
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0)

/** The reference taken for the truth. */
function oneSampleChiSquared(reference: Float64Array, current: Float64Array): number {
  const scale = total(current) / total(reference)
  let [statistic, levels] = [0, 0]
  reference.forEach((count, level) => {
    if (count === 0 && current[level] === 0) return
    levels++
    statistic += (current[level]! - count * scale) ** 2 / (count * scale)
  })
  return levels < 2 ? 1 : chiSquaredTail(statistic, levels - 1)
}

function twoProportions(reference: Float64Array, current: Float64Array): number {
  const [m, n] = [total(reference), total(current)]
  const pooled = (reference[0]! + current[0]!) / (m + n)
  const z = (reference[0]! / m - current[0]! / n) / Math.sqrt(pooled * (1 - pooled) * (1 / m + 1 / n))
  return 2 * normalCdf(-Math.abs(z))
}

/** ∫ |F − G| of two sorted samples. */
function wasserstein(a: Float64Array, b: Float64Array): number {
  let [i, j, distance] = [0, 0, 0]
  let at = Math.min(a[0]!, b[0]!)
  while (i < a.length || j < b.length) {
    const next = Math.min(a[i] ?? Number.POSITIVE_INFINITY, b[j] ?? Number.POSITIVE_INFINITY)
    distance += Math.abs(i / a.length - j / b.length) * (next - at)
    at = next
    while (i < a.length && a[i]! === at) i++
    while (j < b.length && b[j]! === at) j++
  }
  return distance
}
