import { isotonicFit } from './isotonic.ts'

/** Rows by bin of the score: how many, how many with label 1, and the sum of their scores. Adds up over disjoint rows. */
export interface CalibrationBins {
  readonly rows: ArrayLike<number>
  readonly observed: ArrayLike<number>
  readonly scores: ArrayLike<number>
}

/** A calibrated probability by score: rising scores, never falling probabilities; linear between, level beyond. */
export interface CalibrationKnots {
  readonly scores: readonly number[]
  readonly probabilities: readonly number[]
}

/** Isotonic regression of the bins' outcomes on their mean scores, each by its rows. */
export function fitCalibration({ rows, observed, scores }: CalibrationBins): CalibrationKnots {
  const bins = Array.from(rows, (_, bin) => bin).filter((bin) => rows[bin]! > 0)
  const means = bins.map((bin) => scores[bin]! / rows[bin]!)
  const fitted = isotonicFit(
    means,
    bins.map((bin) => observed[bin]! / rows[bin]!),
    bins.map((bin) => rows[bin]!),
  )
  return { scores: means, probabilities: [...fitted] }
}

/** The calibrated probability of a score; NaN without knots. */
export function calibrate({ scores, probabilities }: CalibrationKnots, score: number): number {
  let [low, high] = [0, scores.length - 1]
  if (high < 0) return Number.NaN
  if (score <= scores[0]!) return probabilities[0]!
  if (score >= scores[high]!) return probabilities[high]!
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (scores[middle]! <= score) low = middle
    else high = middle
  }
  const share = (score - scores[low]!) / (scores[high]! - scores[low]!)
  return probabilities[low]! + share * (probabilities[high]! - probabilities[low]!)
}

/** The squared error that a row with this score has on average where label 1 has this probability. */
export const expectedSquaredError = (probability: number, score: number): number =>
  probability * (1 - score) * (1 - score) + (1 - probability) * score * score
