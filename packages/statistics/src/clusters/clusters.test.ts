import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { studentTQuantile } from '../distributions/student-t.ts'
import { expectedCalibrationError } from '../metrics/calibration-error.ts'
import { compareAucs } from '../metrics/delong.ts'
import { logLosses } from '../metrics/probability-losses.ts'
import { aucComponents, rocAuc } from '../metrics/roc-auc.ts'
import { clustersForReach, oneSidedBounds } from './bounds.ts'
import { clusterSums, clusterSupport, sumOfSquares } from './estimate.ts'
import { estimateAuc, estimateCalibrationError, estimateMean } from './metric-estimates.ts'

const COUNT = 12

/** Deterministic rows in 12 clusters of different sizes, each with both classes. */
function madeRows(shift = 0): { labels: number[]; scores: number[]; clusters: { of: number[]; count: number } } {
  let state = 12345
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const rows = Array.from({ length: 600 }, () => {
    const cluster = Math.floor(COUNT * next() ** 1.5)
    const score = Math.round(next() * 40) / 40
    return { cluster, label: next() < 0.2 + 0.5 * score + 0.02 * (cluster - 6) ? 1 : 0, score, noise: next() }
  })
  return {
    labels: rows.map(({ label }) => label),
    scores: rows.map(({ score, noise }) => Math.min(Math.max(score + shift * (noise - 0.5), 0), 1)),
    clusters: { of: rows.map(({ cluster }) => cluster), count: COUNT },
  }
}

/** The statistic on all rows but one cluster's. */
function withoutCluster(c: number, statistic: (labels: number[], scores: number[]) => number): number {
  const { labels, scores, clusters } = madeRows()
  const kept = clusters.of.flatMap((cluster, row) => (cluster === c ? [] : [row]))
  return statistic(
    kept.map((row) => labels[row]!),
    kept.map((row) => scores[row]!),
  )
}

function jackknifeVariance(statistic: (labels: number[], scores: number[]) => number): number {
  const replicates = Array.from({ length: COUNT }, (_, c) => withoutCluster(c, statistic))
  const centre = replicates.reduce((sum, value) => sum + value, 0) / COUNT
  return ((COUNT - 1) / COUNT) * replicates.reduce((sum, value) => sum + (value - centre) ** 2, 0)
}

const clusteredVariance = (influence: Float64Array): number => (COUNT / (COUNT - 1)) * sumOfSquares(influence)

describe('clustered estimates', () => {
  const { labels, scores, clusters } = madeRows()

  it('the AUC variance is that of Obuchowski (1997), written out with its three sums', () => {
    const { auc, positives: m, negatives: n, placements } = aucComponents(labels, scores)
    const placed = (label: number) =>
      clusterSums(
        clusters,
        placements.map((value, row) => (labels[row] === label ? value - auc : 0)),
      )
    const [v10, v01] = [placed(1), placed(0)]
    const sum = (a: Float64Array, b: Float64Array) => a.reduce((total, value, c) => total + value * b[c]!, 0)
    const factor = COUNT / (COUNT - 1)
    const s10 = (factor / m) * sum(v10, v10)
    const s01 = (factor / n) * sum(v01, v01)
    const s11 = factor * sum(v10, v01)
    const obuchowski = s10 / m + s01 / n + (2 * s11) / (m * n)
    expect(clusteredVariance(estimateAuc(labels, scores, clusters).influence)).toBeCloseTo(obuchowski, 14)
  })

  it('with every row its own cluster the AUC variance is DeLong’s but for the small-sample factor', () => {
    const rows = { of: labels.map((_, row) => row), count: labels.length }
    const { varianceFirst } = compareAucs(labels, scores, scores)
    const ours = (rows.count / (rows.count - 1)) * sumOfSquares(estimateAuc(labels, scores, rows).influence)
    expect(ours / varianceFirst).toBeCloseTo(1, 2)
  })

  it('linearised variances agree with the delete-one-cluster jackknife', () => {
    const mean = (y: number[], p: number[]) => estimateMean(logLosses(y, p), { of: y.map(() => 0), count: 1 }).value
    const ofMean = estimateMean(logLosses(labels, scores), clusters)
    expect(clusteredVariance(ofMean.influence) / jackknifeVariance(mean)).toBeCloseTo(1, 1)
    expect(clusteredVariance(estimateAuc(labels, scores, clusters).influence) / jackknifeVariance(rocAuc)).toBeCloseTo(
      1,
      1,
    )
  })

  it('the calibration error’s variance is its jackknife’s exactly, and its value the plain one', () => {
    const estimate = estimateCalibrationError(labels, scores, clusters, 15)
    expect(estimate.value).toBeCloseTo(expectedCalibrationError(labels, scores), 14)
    expect(clusteredVariance(estimate.influence)).toBeCloseTo(
      jackknifeVariance((y, p) => expectedCalibrationError(y, p)),
      14,
    )
  })

  it('shares of influence sum to zero, so that two models differ by their shares', () => {
    const other = madeRows(0.3).scores
    for (const estimate of [estimateAuc, estimateCalibrationError]) {
      const [a, b] = [estimate(labels, scores, clusters), estimate(labels, other, clusters)]
      expect(a.influence.reduce((sum, share) => sum + share, 0)).toBeCloseTo(0, 12)
      expect(sumOfSquares(a.influence, b.influence)).toBeLessThan(sumOfSquares(a.influence) + sumOfSquares(b.influence))
      expect(sumOfSquares(a.influence, a.influence)).toBe(0)
    }
  })

  it('sums per cluster of two halves add up to those of the whole', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600 }), (cut) => {
        const half = (from: number, to: number) =>
          clusterSums({ of: clusters.of.slice(from, to), count: COUNT }, labels.slice(from, to))
        const [left, right] = [half(0, cut), half(cut, 600)]
        expect([...left.map((sum, c) => sum + right[c]!)]).toEqual([...clusterSums(clusters, labels)])
      }),
      { seed: 7 },
    )
  })

  it('an AUC of one class has no value', () => {
    expect(estimateAuc([1, 1], [0.2, 0.3], { of: [0, 1], count: 2 }).value).toBeNaN()
  })
})

describe('bounds', () => {
  it('reach Student’s t times the standard error on both sides', () => {
    const { lower, upper, standardError } = oneSidedBounds(0.1, { squares: 0.0004, clusters: 30, level: 0.95 })
    expect(standardError).toBeCloseTo(Math.sqrt((30 / 29) * 0.0004), 15)
    expect(upper - 0.1).toBeCloseTo(studentTQuantile(0.95, 29) * standardError, 15)
    expect(0.1 - lower).toBeCloseTo(upper - 0.1, 15)
  })

  it('are undefined with fewer than two clusters', () => {
    expect(oneSidedBounds(0.1, { squares: 0, clusters: 1, level: 0.95 }).lower).toBeNaN()
  })

  it('the clusters needed are the fewest whose bound reaches the distance', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-4, max: 0.1, noNaN: true }),
        fc.integer({ min: 2, max: 60 }),
        (distance, clusters) => {
          const seen = { squares: 0.0001, clusters, level: 0.95 }
          const needed = clustersForReach(distance, seen)
          const reachWith = (count: number): number =>
            studentTQuantile(0.95, count - 1) * Math.sqrt((0.0001 * clusters) / (count - 1))
          expect(reachWith(needed)).toBeLessThanOrEqual(distance)
          if (needed > 2) expect(reachWith(needed - 1)).toBeGreaterThan(distance)
        },
      ),
      { seed: 7 },
    )
    expect(clustersForReach(0, { squares: 1, clusters: 9, level: 0.95 })).toBe(Number.POSITIVE_INFINITY)
  })

  it('one cluster that holds nearly all rows counts as little more than one', () => {
    expect(clusterSupport([5, 5, 5, 5])).toEqual({ holding: 4, effective: 4 })
    expect(clusterSupport([1000, 1, 1, 0]).effective).toBeLessThan(1.01)
    expect(clusterSupport([0, 0])).toEqual({ holding: 0, effective: 0 })
  })
})
