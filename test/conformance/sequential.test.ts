import { logDirichletEvidence, logRatioEvidence } from '@tidemark/statistics'
import { describe, expect, it } from 'vitest'
import published from './fixtures/sequential.json' with { type: 'json' }

const expectNear = (actual: number, expected: number, tolerance: number): void =>
  expect(Math.abs(actual - expected), `${actual} for ${expected}`).toBeLessThanOrEqual(tolerance)

describe(`ratio e-process: ${published.ratio.source}`, () => {
  const ratios = Array.from({ length: 48 }, (_, i) => (1.5 / 16) * 16 ** (i / 48))

  it.each(published.ratio.cases)('harm $logHarm, non-inferiority $logNonInferior', (expected) => {
    expectNear(logRatioEvidence(expected.groups), expected.logHarm, published.ratio.tolerance)
    const nonInferior = logRatioEvidence(expected.groups, { nullRatio: 1.5, ratios })
    expectNear(nonInferior, expected.logNonInferior, published.ratio.tolerance)
  })
})

describe(`sequential sample ratio: ${published.sampleRatio.source}`, () => {
  const { expected, prior, rows, logMarginals, oneHotRows, oneHotLogMarginals, tolerance } = published.sampleRatio

  it.each([
    { name: 'rows of several arrivals', rows, logMarginals },
    { name: 'one arrival at a time', rows: oneHotRows, logMarginals: oneHotLogMarginals },
  ])('$name', ({ rows, logMarginals }) => {
    const counts = [0, 0, 0]
    rows.forEach((row, i) => {
      row.forEach((count, arm) => {
        counts[arm]! += count
      })
      const [dirichlet, asExpected] = logMarginals[i]!
      expectNear(logDirichletEvidence(counts, expected, prior), dirichlet! - asExpected!, tolerance)
    })
  })
})
