import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chiSquaredQuantile, chiSquaredTail } from '../distributions/chi-squared.ts'
import { normalQuantile } from '../distributions/normal.ts'
import { benjaminiHochberg } from './benjamini-hochberg.ts'
import { blockStandardError, driftBounds, excessPValue } from './block-bounds.ts'
import { chiSquaredHomogeneity } from './chi-squared-test.ts'
import { cumulativeDifferences, ksDistance, sum, totalVariation } from './distance.ts'
import { binnedWasserstein, hellingerDistance, jensenShannonBits, populationStabilityIndex } from './divergence.ts'
import { expectedDeviations, expectedTotalVariation } from './expected-variation.ts'
import { monotoneTrend } from './trend.ts'

function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const sample = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 60 })

describe('KS distance from bins', () => {
  /** Bins closed on the right at coarse edges; values above the last edge fall in the last bin. */
  const edges = [2, 3, 7, 9]
  const bin = (values: readonly number[]) => ({
    counts: [...edges, Infinity].map((edge, i) => values.filter((x) => x <= edge && x > (edges[i - 1] ?? -1)).length),
    atEdge: edges.map((edge) => values.filter((x) => x === edge).length),
  })
  const exact = (a: readonly number[], b: readonly number[]): number =>
    Math.max(
      ...Array.from({ length: 13 }, (_, x) =>
        Math.abs(a.filter((v) => v <= x).length / a.length - b.filter((v) => v <= x).length / b.length),
      ),
    )

  it('the true distance always lies in the interval, which is narrower where values at edges are told', () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const [first, second] = [bin(a), bin(b)]
        const { lower, upper } = ksDistance(first, second)
        expect(lower).toBeLessThanOrEqual(exact(a, b) + 1e-12)
        expect(upper).toBeGreaterThanOrEqual(exact(a, b) - 1e-12)
        expect(ksDistance({ counts: first.counts }, { counts: second.counts }).upper).toBeGreaterThanOrEqual(upper)
      }),
      { seed: 7 },
    )
  })

  it('is exact where every value is an edge', () => {
    const first = { counts: [5, 0, 0, 5, 0], atEdge: [5, 0, 0, 5] }
    const second = { counts: [5, 2, 0, 3, 0], atEdge: [5, 2, 0, 3] }
    expect(ksDistance(first, second)).toMatchObject({
      lower: expect.closeTo(0.2, 12),
      upper: expect.closeTo(0.2, 12),
      edge: 1,
    })
  })

  it('is undefined without rows on either side', () => {
    expect(ksDistance({ counts: [0, 0] }, { counts: [1, 2] }).lower).toBeNaN()
    expect([totalVariation([0], [1]), jensenShannonBits([0], [1]), populationStabilityIndex([1], [0])]).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ])
  })
})

describe('expected total variation', () => {
  it('is what unchanged data give on average, also with rare levels', () => {
    const next = generator(3)
    const shares = Array.from({ length: 60 }, (_, i) => 1 / (i + 1) ** 1.5)
    const scale = sum(shares)
    const reference = shares.map((share) => Math.round((share / scale) * 1e6))
    const cumulative = reference.map((_, i) => sum(reference.slice(0, i + 1)) / sum(reference))
    let mean = 0
    const runs = 300
    for (let run = 0; run < runs; run++) {
      const counts = new Array<number>(60).fill(0)
      for (let row = 0; row < 200; row++) {
        const draw = next()
        counts[cumulative.findIndex((share) => draw <= share)]! += 1
      }
      mean += totalVariation(reference, counts) / runs
    }
    expect(mean).toBeGreaterThan(0.1)
    expect(Math.abs(expectedTotalVariation(reference, 200) - mean)).toBeLessThan(0.02)
  })

  it('agrees with the binomial mean absolute deviation summed out', () => {
    const [n, p] = [11, 0.3]
    let [probability, deviation] = [(1 - p) ** n, 0]
    for (let k = 0; k <= n; k++) {
      deviation += probability * Math.abs(k / n - p)
      probability *= ((n - k) / (k + 1)) * (p / (1 - p))
    }
    expect(expectedDeviations([3e15, 7e15], n)[0]).toBeCloseTo(deviation, 8)
  })
})

describe('shown statistics', () => {
  it('are zero for the same counts, symmetric in theirs, and Jensen–Shannon stays within 0 and 1', () => {
    const counts = fc
      .array(fc.integer({ min: 0, max: 50 }), { minLength: 4, maxLength: 4 })
      .filter((list) => sum(list) > 0)
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        expect(populationStabilityIndex(a, a)).toBe(0)
        expect(jensenShannonBits(a, a)).toBe(0)
        expect(populationStabilityIndex(a, b)).toBeCloseTo(populationStabilityIndex(b, a), 12)
        expect(jensenShannonBits(a, b)).toBeCloseTo(jensenShannonBits(b, a), 12)
        expect(jensenShannonBits(a, b)).toBeLessThanOrEqual(1)
        expect(totalVariation(a, b)).toBeLessThanOrEqual(1)
      }),
      { seed: 7 },
    )
  })

  it('a sign change inside a bin is two triangles', () => {
    // F − G goes from +½ to −½ over a bin of width 2: ∫|.| = ½.
    expect(binnedWasserstein([0, 0, 2, 2], [1, 0, 1], [0, 2, 0])).toBeCloseTo(0.5, 12)
  })
})

describe('chi-square', () => {
  it('the quantile inverts the tail over many degrees of freedom', () => {
    for (const df of [0.7, 1, 9, 127, 2000])
      for (const p of [1e-6, 0.05, 0.5, 0.95, 1 - 1e-9])
        expect(chiSquaredTail(chiSquaredQuantile(p, df), df) / (1 - p)).toBeCloseTo(1, 6)
  })

  it('does not care which sample is the reference, nor for levels that nobody has', () => {
    const [a, b] = [
      [40, 10, 0],
      [38, 22, 0],
    ]
    expect(chiSquaredHomogeneity(a, b).p).toBeCloseTo(chiSquaredHomogeneity(b, a).p, 12)
    expect(chiSquaredHomogeneity(a, b).df).toBe(1)
    expect(chiSquaredHomogeneity([5, 0], [9, 0])).toEqual({ statistic: 0, df: 0, p: 1 })
    expect(chiSquaredHomogeneity([0, 0], [9, 0]).p).toBeNaN()
  })

  it('Hellinger’s distance is 0 for equal shares and 1 for none in common', () => {
    expect(hellingerDistance([10, 30], [1, 3])).toBe(0)
    expect(hellingerDistance([10, 0], [0, 3])).toBe(1)
  })
})

describe('monotone trend', () => {
  it('is the median slope, which one odd value does not move, and is found by order alone', () => {
    const { slope, p } = monotoneTrend([1, 2, 3, 400, 5, 6, 7, 8])
    expect(slope).toBeCloseTo(1, 12)
    expect(p).toBeLessThan(0.02)
    expect(monotoneTrend([1, 2, 3, 400, 5, 6, 7, 8].toReversed()).slope).toBeCloseTo(-1, 12)
  })

  it('of equal values is none, and of two values undefined', () => {
    expect(monotoneTrend([3, 3, 3, 3])).toEqual({ slope: 0, p: 1 })
    expect(monotoneTrend([1, 2]).p).toBeNaN()
  })

  it('is found in about one of twenty series without one at most', () => {
    const next = generator(9)
    const found = Array.from({ length: 1000 }, () => monotoneTrend(Array.from({ length: 10 }, next)).p <= 0.05)
    expect(found.filter(Boolean).length).toBeLessThan(65)
  })
})

describe('Benjamini–Hochberg', () => {
  it('adjusted values lie between the p-value and Bonferroni’s, keep its order, and NaN is never rejected', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 }), (p) => {
        const q = benjaminiHochberg(p)
        p.forEach((value, i) => {
          expect(q[i]).toBeGreaterThanOrEqual(value)
          expect(q[i]).toBeLessThanOrEqual(Math.min(1, value * p.length) + 1e-15)
          p.forEach((other, j) => {
            if (value < other) expect(q[i]).toBeLessThanOrEqual(q[j]!)
          })
        })
      }),
      { seed: 7 },
    )
    expect(benjaminiHochberg([0.01, Number.NaN])).toEqual([0.02, 1])
  })
})

describe('bounds from blocks', () => {
  const days = 7
  const referenceDays = 90

  /**
   * Windows of seven days whose days differ by more than their rows would, judged at the edge that is farthest. Returns how often the
   * true distance is below the lower bound, and above the largest upper one.
   */
  function misses(shift: number, { dayDeviation, runs, seed }: { dayDeviation: number; runs: number; seed: number }) {
    const next = generator(seed)
    const normal = () => normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, next())))
    const edges = Array.from({ length: 31 }, (_, i) => normalQuantile((i + 1) / 32))
    // A normal column whose days are shifted: its distribution function at the edges, by day.
    const cdf = (at: number) => {
      const z = Math.abs(at)
      const t = 1 / (1 + 0.2316419 * z)
      const tail =
        (Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI)) *
        t *
        (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
      return at > 0 ? 1 - tail : tail
    }
    const day = (mean: number) => {
      const centre = mean + dayDeviation * normal()
      return edges.map((edge) => cdf(edge - centre))
    }
    const spread = Math.sqrt(1 + dayDeviation * dayDeviation)
    const truth = Math.max(...edges.map((edge) => Math.abs(cdf(edge / spread) - cdf((edge - shift) / spread))))
    let [below, above] = [0, 0]
    for (let run = 0; run < runs; run++) {
      const reference = Array.from({ length: referenceDays }, () => day(0))
      const window = Array.from({ length: days }, () => day(shift))
      const average = (list: number[][]) =>
        edges.map((_, i) => list.reduce((total, own) => total + own[i]!, 0) / list.length)
      const [f, g] = [average(reference), average(window)]
      const reaches = edges.map((_, i) => {
        const sums = window.map((own) => own[i]! * 1000)
        const blocks = { rows: sums.map(() => 1000), sums, expected: sums.map(() => f[i]!) }
        const standardError = blockStandardError(blocks, referenceDays)
        return driftBounds(0, { standardError, blocks: days, level: 0.95 }).upper
      })
      const distances = edges.map((_, i) => Math.abs(f[i]! - g[i]!))
      const edge = distances.indexOf(Math.max(...distances))
      if (truth < distances[edge]! - reaches[edge]!) below++
      if (truth > Math.max(...distances.map((distance, i) => distance + reaches[i]!))) above++
    }
    return { below: below / runs, above: above / runs }
  }

  it.each([0.25, 0.5, 1])(
    'a shift of %d standard deviations is within each one-sided 95 %% bound about as often',
    (shift) => {
      const { below, above } = misses(shift, { dayDeviation: 0.15, runs: 400, seed: 11 })
      expect(below).toBeLessThan(0.085)
      expect(above).toBeLessThan(0.075)
    },
  )

  it('unchanged data with days that differ reach no lower bound of .1', () => {
    const next = generator(5)
    const normal = () => normalQuantile(Math.max(1e-12, next()))
    let alarms = 0
    for (let run = 0; run < 500; run++) {
      const sums = Array.from({ length: days }, () => 1000 * (0.2 + 0.05 * normal()))
      const value = Math.abs(sum(sums) / 7000 - 0.2)
      const blocks = { rows: sums.map(() => 1000), sums, expected: sums.map(() => 0.2) }
      const standardError = blockStandardError(blocks, referenceDays)
      if (driftBounds(value, { standardError, blocks: days, level: 0.95 }).lower >= 0.1) alarms++
    }
    expect(alarms).toBe(0)
  })

  it('days that differ only as their weekdays do are no noise', () => {
    const expected = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]
    const rows = expected.map((_, i) => 100 + i)
    const sums = expected.map((share, i) => share * rows[i]!)
    expect(blockStandardError({ rows, sums, expected }, 90)).toBeCloseTo(0, 12)
    expect(blockStandardError({ rows, sums, expected: expected.map(() => 0.4) }, 90)).toBeGreaterThan(0.05)
  })

  it('fewer than two blocks bound nothing, and an effect at the limit has p = ½', () => {
    expect(blockStandardError({ rows: [10, 0], sums: [3, 0], expected: [0, 0] }, 90)).toBeNaN()
    expect(driftBounds(0.3, { standardError: 0.1, blocks: 1, level: 0.95 }).lower).toBeNaN()
    expect(excessPValue(0.1, { standardError: 0.1, blocks: 7, limit: 0.1 })).toBeCloseTo(0.5, 12)
    expect(excessPValue(0.3, { standardError: 0, blocks: 7, limit: 0.1 })).toBe(0)
  })

  it('the largest difference is at the reported edge', () => {
    const { signed } = cumulativeDifferences({ counts: [1, 2, 3] }, { counts: [3, 2, 1] })
    expect([...signed].map((value) => Math.round(value * 6))).toEqual([-2, -2, 0])
  })
})
