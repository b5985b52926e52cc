import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { binEdges, binOf, calibrationTable, expectedCalibrationError } from './calibration-error.ts'
import { compareAucs } from './delong.ts'
import { baseRate, brierScore, logLoss } from './probability-losses.ts'
import { aucComponents, rocAuc } from './roc-auc.ts'

/** Few distinct scores, so that ties are common. */
const scoredRows = fc
  .array(fc.tuple(fc.constantFrom(0, 1), fc.integer({ min: 0, max: 8 })), { minLength: 2, maxLength: 60 })
  .map((rows) => ({ labels: rows.map(([label]) => label), scores: rows.map(([, score]) => score / 8) }))
const twoClasses = scoredRows.filter(({ labels }) => labels.includes(0) && labels.includes(1))

describe('ROC AUC', () => {
  it('is the share of positive–negative pairs ranked rightly, ties one half', () => {
    fc.assert(
      fc.property(twoClasses, ({ labels, scores }) => {
        let wins = 0
        let pairs = 0
        for (let i = 0; i < labels.length; i++)
          for (let j = 0; j < labels.length; j++)
            if (labels[i] === 1 && labels[j] === 0) {
              pairs++
              wins += scores[i]! > scores[j]! ? 1 : scores[i] === scores[j] ? 0.5 : 0
            }
        expect(rocAuc(labels, scores)).toBeCloseTo(wins / pairs, 14)
      }),
      { seed: 7 },
    )
  })

  it('placement values of each class average to the AUC', () => {
    fc.assert(
      fc.property(twoClasses, ({ labels, scores }) => {
        const { auc, placements } = aucComponents(labels, scores)
        for (const label of [0, 1]) {
          const own = placements.filter((_, row) => labels[row] === label)
          expect(own.reduce((sum, value) => sum + value, 0) / own.length).toBeCloseTo(auc, 12)
        }
      }),
      { seed: 7 },
    )
  })

  it('turns over when labels are swapped or scores negated, and ignores monotone changes of score', () => {
    fc.assert(
      fc.property(twoClasses, ({ labels, scores }) => {
        const auc = rocAuc(labels, scores)
        const swapped = labels.map((label) => 1 - label)
        const negated = scores.map((score) => -score)
        expect(rocAuc(swapped, scores)).toBeCloseTo(1 - auc, 14)
        expect(rocAuc(labels, negated)).toBeCloseTo(1 - auc, 14)
        expect(
          rocAuc(
            labels,
            scores.map((score) => Math.exp(3 * score)),
          ),
        ).toBe(auc)
      }),
      { seed: 7 },
    )
  })

  it('is undefined for one class, no rows or a NaN score, never a half', () => {
    expect(rocAuc([1, 1], [0.1, 0.9])).toBeNaN()
    expect(rocAuc([], [])).toBeNaN()
    expect(rocAuc([0, 1, 1], [0.1, Number.NaN, 0.9])).toBeNaN()
    expect(() => rocAuc([0, 1], [0.5])).toThrow(RangeError)
  })

  it('a model compared with itself differs by exactly zero with no error', () => {
    const { difference, standardError } = compareAucs(
      [0, 1, 0, 1, 1],
      [0.1, 0.4, 0.4, 0.8, 0.2],
      [0.1, 0.4, 0.4, 0.8, 0.2],
    )
    expect([difference, standardError]).toEqual([0, 0])
  })
})

describe('losses', () => {
  it('a certain mistake costs 36.04 nats, not infinity', () => {
    expect(logLoss([1], [0])).toBeCloseTo(36.04365338911715, 12)
  })

  it('weights act as repeated rows', () => {
    expect(brierScore([1, 0], [0.8, 0.3], [1, 2])).toBeCloseTo(brierScore([1, 0, 0], [0.8, 0.3, 0.3]), 15)
    expect(baseRate([1, 0], [1, 3])).toBe(0.25)
  })

  it('are undefined without rows', () => {
    expect([logLoss([], []), brierScore([], []), baseRate([])]).toEqual([Number.NaN, Number.NaN, Number.NaN])
  })
})

describe('calibration error', () => {
  it('bins are closed on the right, also at edges that do not multiply exactly', () => {
    for (const bins of [7, 10, 15]) {
      const edges = binEdges([], { bins })
      for (let k = 1; k <= bins; k++) {
        expect(binOf(k / bins, edges)).toBe(k - 1)
        if (k < bins) expect(binOf(k / bins + 1e-12, edges)).toBe(k)
      }
      expect(binOf(0, edges)).toBe(0)
    }
  })

  it('bins of equal mass hold equal numbers and keep equal probabilities together', () => {
    const probabilities = [0.1, 0.2, 0.2, 0.2, 0.2, 0.6, 0.7, 0.8]
    const labels = [0, 0, 0, 1, 0, 1, 1, 1]
    expect(
      calibrationTable(labels, probabilities, { bins: 4, by: 'mass' }).map((bin) => [bin.upper, bin.weight]),
    ).toEqual([
      [0.2, 5],
      [0.6, 1],
      [0.8, 2],
    ])
  })

  it('is zero when every bin is right on average, and at most 1', () => {
    expect(expectedCalibrationError([0, 1, 1, 1], [0.5, 0.5, 1, 1])).toBe(0)
    expect(expectedCalibrationError([0, 0], [1, 1])).toBe(1)
    expect(() => expectedCalibrationError([0], [0.5], { bins: 0 })).toThrow(RangeError)
  })
})
