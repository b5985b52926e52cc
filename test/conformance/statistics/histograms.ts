import { jensenShannonBits, populationStabilityIndex } from '@tidemark/statistics'
import { numbers } from './input.ts'

export interface Histogram {
  /** Low, high, count. */
  readonly buckets: readonly (readonly [number, number, number])[]
  readonly num_nan?: number
}

/** A case's histogram, held against its form. */
export function readHistogram(value: unknown): Histogram {
  const { buckets } = (value ?? {}) as Partial<Histogram>
  const isBucket = (bucket: unknown): boolean => Array.isArray(bucket) && numbers(bucket).length === 3
  if (Array.isArray(buckets) && buckets.every(isBucket)) return value as Histogram
  throw new Error('expected a histogram whose buckets are low, high and count')
}

/**
 * TFDV's Jensen–Shannon divergence in bits: mass is even inside buckets, which are cut at the edges of both. A bucket without width matches only its
 * like; NaN and buckets without an end match nothing, not even their own kind.
 */
export function histogramDivergence(first: Histogram, second: Histogram): number {
  const finite = ({ buckets }: Histogram) =>
    buckets.filter(([low, high]) => Number.isFinite(low) && Number.isFinite(high))
  const edges = [
    ...new Set([...finite(first), ...finite(second)].flatMap(([low, high]) => (low < high ? [low, high] : []))),
  ].sort((a, b) => a - b)
  const points = [
    ...new Set([...finite(first), ...finite(second)].flatMap(([low, high]) => (low === high ? [low] : []))),
  ]
  const masses = (histogram: Histogram): number[] => [
    ...edges
      .slice(1)
      .map((end, i) =>
        finite(histogram).reduce(
          (sum, [low, high, count]) =>
            low <= edges[i]! && end <= high && low < high ? sum + (count * (end - edges[i]!)) / (high - low) : sum,
          0,
        ),
      ),
    ...points.map((point) =>
      finite(histogram).reduce((sum, [low, high, count]) => (low === point && high === point ? sum + count : sum), 0),
    ),
  ]
  const alone = ({ buckets, num_nan = 0 }: Histogram): number[] => [
    buckets.reduce((sum, [low, high, count]) => (Number.isFinite(low) && Number.isFinite(high) ? sum : sum + count), 0),
    num_nan,
  ]
  return jensenShannonBits([...masses(first), ...alone(first), 0, 0], [...masses(second), 0, 0, ...alone(second)])
}

/** PSI in ten bins of equal width over both samples' range, empty ones as the smallest normal number: what happens without smoothing. */
export function unsmoothedPsi(reference: readonly number[], current: readonly number[]): number {
  const bins = 10
  const least = Math.min(...reference, ...current)
  const most = Math.max(...reference, ...current)
  const edges = Array.from({ length: bins + 1 }, (_, i) => (i === bins ? most : least + (i * (most - least)) / bins))
  const shares = (values: readonly number[]): number[] => {
    const counts = new Array<number>(bins).fill(0)
    for (const value of values)
      counts[
        Math.max(
          0,
          edges.findLastIndex((edge, i) => i < bins && value >= edge),
        )
      ]! += 1
    return counts.map((count) => (count === 0 ? 2 ** -1022 : count / values.length))
  }
  return populationStabilityIndex(shares(reference), shares(current), 0)
}
