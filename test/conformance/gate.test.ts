import {
  brierScore,
  compareAucs,
  estimateMean,
  expectedCalibrationError,
  holmAdjusted,
  logLoss,
  normalCdf,
  normalQuantile,
  oneSidedBounds,
  rocAuc,
  studentTCdf,
  sumOfSquares,
  tangoBounds,
} from '@tidemark/statistics'
import { describe, expect, it } from 'vitest'
import published from './fixtures/gate.json' with { type: 'json' }

interface MetricCase {
  metric: string
  name: string
  labels: number[]
  scores: number[]
  weights?: number[]
  expected: number | null
}

const expectNear = (actual: number, expected: number, tolerance: number): void =>
  expect(Math.abs(actual - expected), `${actual} for ${expected}`).toBeLessThanOrEqual(tolerance)

describe(`metrics: ${published.metrics.source}`, () => {
  const metricOf: Record<string, (labels: number[], scores: number[], weights?: number[]) => number> = {
    roc_auc: rocAuc,
    log_loss: logLoss,
    brier: brierScore,
  }
  it.each(published.metrics.cases as MetricCase[])(
    '$metric: $name',
    ({ metric, labels, scores, weights, expected }) => {
      const actual = metricOf[metric]!(labels, scores, weights)
      if (expected === null) expect(actual).toBeNaN()
      else expectNear(actual, expected, published.metrics.tolerance)
    },
  )
})

describe(`calibration error: ${published.calibration.source}`, () => {
  const cases = published.calibration.cases as {
    labels: number[]
    probabilities: number[]
    weights?: number[]
    bins: number
    expected: number
  }[]
  it.each(cases)('$bins bins: $expected', ({ labels, probabilities, bins, weights, expected }) => {
    const options = weights ? { bins, weights } : { bins }
    expectNear(expectedCalibrationError(labels, probabilities, options), expected, published.calibration.tolerance)
  })
})

describe(`correlated AUCs: ${published.delong.source}`, () => {
  it.each(published.delong.cases)('AUC $firstAuc and $secondAuc', (expected) => {
    const actual = compareAucs(expected.labels, expected.first, expected.second)
    const z = actual.difference / actual.standardError
    const reach = normalQuantile(0.975) * actual.standardError
    const pairs: [number, number][] = [
      [actual.first, expected.firstAuc],
      [actual.second, expected.secondAuc],
      [Math.sqrt(actual.varianceFirst), expected.firstStandardError],
      [Math.sqrt(actual.varianceSecond), expected.secondStandardError],
      [actual.covariance, expected.covariance],
      [actual.difference, expected.difference],
      [actual.standardError, expected.standardError],
      [z, expected.z],
      [2 * normalCdf(-Math.abs(z)), expected.pTwoSided],
      [actual.difference - reach, expected.interval95[0]!],
      [actual.difference + reach, expected.interval95[1]!],
    ]
    for (const [value, reference] of pairs) expectNear(value, reference, published.delong.tolerance)
  })
})

describe(`paired proportions: ${published.tango.source}`, () => {
  it.each(published.tango.cases)('$firstOnly against $secondOnly of $pairs', ({ level, lower, upper, ...pairs }) => {
    const bounds = tangoBounds(pairs, level)
    expectNear(bounds.lower, lower, published.tango.tolerance)
    expectNear(bounds.upper, upper, published.tango.tolerance)
  })
})

describe(`step-down multiplicity: ${published.holm.source}`, () => {
  it('adjusts six p-values', () => {
    holmAdjusted(published.holm.p).forEach((p, i) => {
      expectNear(p, published.holm.expected[i]!, published.holm.tolerance)
    })
  })
})

describe(`clusters of one: ${published.pairedT.source}`, () => {
  it('bounds of a clustered mean are the paired t interval', () => {
    const { diffs, ci95, t, p_two_sided, tolerance } = published.pairedT
    const clusters = { of: diffs.map((_, row) => row), count: diffs.length }
    const { value, influence } = estimateMean(diffs, clusters)
    const bounds = oneSidedBounds(value, { squares: sumOfSquares(influence), clusters: diffs.length, level: 0.975 })
    expectNear(bounds.lower, ci95[0]!, tolerance)
    expectNear(bounds.upper, ci95[1]!, tolerance)
    expectNear(value / bounds.standardError, t, tolerance)
    expectNear(2 * studentTCdf(-t, diffs.length - 1), p_two_sided, tolerance)
  })
})
