import { type Baseline, type Period, writeNumbers } from '@tidemark/schemas'
import { type CalibrationBins, calibrate, expectedSquaredError, fitCalibration } from '@tidemark/statistics'
import { findBin } from './number-cells.ts'
import type { ScoredRows } from './source.ts'

type Expectations = NonNullable<Baseline['expectations']>

/**
 * What the scores of a reference period, once calibrated, promise of the squared error, and how far each complete week came from what
 * the other weeks' calibration promised of it. Null without labelled rows, or with fewer than two weeks.
 */
export function describeExpectations(
  scored: ScoredRows,
  edges: readonly number[],
  weeks: readonly Period[],
): Expectations | null {
  const rows = labelledRows(scored, weeks)
  const bins = weeks.map(() => emptyBins(edges.length + 1))
  const all = emptyBins(edges.length + 1)
  for (const { score, label, week } of rows()) {
    const bin = findBin(score, edges)
    for (const into of week < 0 ? [all] : [all, bins[week]!]) {
      into.rows[bin]!++
      into.observed[bin]! += label
      into.micros[bin]! += Math.round(score * micro)
    }
  }
  if (all.rows.every((count) => count === 0)) return null
  const without = bins.map((own) => fitCalibration(toBins(subtract(all, own))))
  const sums = weeks.map(() => ({ rows: 0, promised: 0, realised: 0 }))
  for (const { score, label, week } of rows()) {
    const sum = sums[week]
    if (sum === undefined) continue
    sum.rows++
    sum.promised += Math.round(expectedSquaredError(calibrate(without[week]!, score), score) * micro)
    sum.realised += Math.round((label - score) * (label - score) * micro)
  }
  const knots = fitCalibration(toBins(all))
  const described = sums.flatMap(({ rows: count, promised, realised }, week) =>
    count > 0 && Number.isFinite(promised)
      ? [
          {
            start: weeks[week]!.start,
            rows: count,
            promised: promised / micro / count,
            realised: realised / micro / count,
          },
        ]
      : [],
  )
  if (described.length < 2) return null
  return { scores: writeNumbers(knots.scores), probabilities: writeNumbers(knots.probabilities), weeks: described }
}

/** Rows with a score and a label, with the week they are of, −1 where of none. */
function labelledRows({ scores, labels, days: { codes, dictionary } }: ScoredRows, weeks: readonly Period[]) {
  const weekOf = dictionary.map((text) => {
    const day = text.slice(0, 10)
    return weeks.findIndex(({ start, end }) => day >= start && day < end)
  })
  return function* () {
    for (let row = 0; row < scores.length; row++) {
      const [score, label] = [scores[row]!, labels?.[row]]
      const week = weekOf[codes[row]!]
      if (Number.isFinite(score) && (label === 0 || label === 1) && week !== undefined) yield { score, label, week }
    }
  }
}

/** Sums are of whole millionths, so that they do not depend on the order of rows. */
const micro = 1e6

interface Bins {
  readonly rows: number[]
  readonly observed: number[]
  readonly micros: number[]
}

const toBins = ({ rows, observed, micros }: Bins): CalibrationBins => ({
  rows,
  observed,
  scores: micros.map((sum) => sum / micro),
})

function emptyBins(count: number): Bins {
  const zeros = () => new Array<number>(count).fill(0)
  return { rows: zeros(), observed: zeros(), micros: zeros() }
}

function subtract(all: Bins, own: Bins): Bins {
  const less = (a: readonly number[], b: readonly number[]) => a.map((value, bin) => value - b[bin]!)
  return {
    rows: less(all.rows, own.rows),
    observed: less(all.observed, own.observed),
    micros: less(all.micros, own.micros),
  }
}
