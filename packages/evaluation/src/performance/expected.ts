import { type Baseline, type PerformanceStatistics, readNumbers } from '@tidemark/schemas'
import { calibrate, expectedSquaredError } from '@tidemark/statistics'
import type { Outcomes } from './outcomes.ts'

/** A baseline's calibration, and how far each of its weeks was from what the others' promised. */
export interface Promised {
  readonly baseline: string
  readonly expectations: NonNullable<Baseline['expectations']>
}

/**
 * The mean squared error that the rows would have if the baseline's calibrated probabilities were right, beside what came. It takes P(y|x)
 * for unchanged, and misses by more than its own error in most weeks: it is compared with how far reference weeks were from what a
 * calibration without them promised, and decides nothing. Null without rows or reference weeks.
 */
export function expectBrier(
  { scores, labels }: Pick<Outcomes, 'scores' | 'labels'>,
  { baseline, expectations }: Promised,
): PerformanceStatistics['expected'] {
  const { least, most, weeks } = gapsOf(expectations)
  if (scores.length === 0 || weeks === 0) return null
  const knots = {
    scores: readNumbers(expectations.scores),
    probabilities: readNumbers(expectations.probabilities),
  }
  let [promised, realised] = [0, 0]
  for (let row = 0; row < scores.length; row++) {
    const error = labels[row]! - scores[row]!
    promised += expectedSquaredError(calibrate(knots, scores[row]!), scores[row]!)
    realised += error * error
  }
  return {
    baseline,
    brier: promised / scores.length,
    gap: (realised - promised) / scores.length,
    referenceLeast: least,
    referenceMost: most,
    weeks,
  }
}

/** The least and the most by which reference weeks came out above what a calibration without them promised. */
export function gapsOf({ weeks }: Promised['expectations']): { least: number; most: number; weeks: number } {
  const gaps = weeks.map(({ realised, promised }) => realised - promised)
  return { least: Math.min(...gaps), most: Math.max(...gaps), weeks: gaps.length }
}
