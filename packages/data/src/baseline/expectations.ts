import { type Baseline, type DriftProfile, type Period, readNumbers, writeNumbers } from '@tidemark/schemas'
import { type CalibrationBins, calibrate, fitCalibration } from '@tidemark/statistics'
import { addUp } from './day-table.ts'

type Expectations = NonNullable<Baseline['expectations']>
type Outcomes = NonNullable<DriftProfile['outcomes']>

/** Stands in a laid plan for what shards count first. */
export const noExpectations: Expectations = { scores: '', probabilities: '', weeks: [] }

/**
 * What the scores of a reference period, once calibrated, promise of the squared error, and how far each complete week came from what
 * the other weeks' calibration promised of it. Null without labelled rows, or with fewer than two weeks.
 *
 * All of it follows from whole-number sums by day and bin of the score, so it is the same however they were added up. A bin's rows have the probability of
 * their mean score: with p constant, Σ p(1 − s)² + (1 − p)s² = p(n − 2 Σs) + Σs². Against the probability of each score by itself a week's promise moves by less
 * than a hundredth of what weeks differ from it (13 weeks of 40 to 4,000 simulated rows a day, 137 bins).
 */
export function describeExpectations(
  outcomes: Outcomes,
  days: readonly string[],
  weeks: readonly Period[],
): Expectations | null {
  const byDay = toDays(outcomes)
  const all = sumOf(byDay)
  if (all.rows.every((count) => count === 0)) return null
  const described = weeks.flatMap(({ start, end }) => {
    const own = sumOf(byDay.filter((_, i) => days[i]! >= start && days[i]! < end))
    const count = own.rows.reduce((sum, rows) => sum + rows, 0)
    const promised = promisedOf(own, toBins(subtract(all, own)))
    return count > 0 && Number.isFinite(promised)
      ? [{ start, rows: count, promised: promised / count, realised: own.loss / micro / count }]
      : []
  })
  if (described.length < 2) return null
  const knots = fitCalibration(toBins(all))
  return { scores: writeNumbers(knots.scores), probabilities: writeNumbers(knots.probabilities), weeks: described }
}

/** Sums are of whole millionths, so that they do not depend on the order of rows. */
const micro = 1e6

/** By bin of the score; the squared error of all together. */
interface Sums {
  readonly rows: readonly number[]
  readonly observed: readonly number[]
  readonly scores: readonly number[]
  readonly squares: readonly number[]
  readonly loss: number
}

function toDays({ rows, observed, scoreMicros, squareMicros, lossMicros }: Outcomes): Sums[] {
  const losses = readNumbers(lossMicros)
  return rows.map((own, day) => ({
    rows: readNumbers(own),
    observed: readNumbers(observed[day]!),
    scores: readNumbers(scoreMicros[day]!),
    squares: readNumbers(squareMicros[day]!),
    loss: losses[day]!,
  }))
}

function sumOf(days: readonly Sums[]): Sums {
  const bins = days[0]?.rows.length ?? 0
  const add = (key: 'rows' | 'observed' | 'scores' | 'squares') =>
    addUp(
      days.map((day) => day[key]),
      bins,
    )
  return {
    rows: add('rows'),
    observed: add('observed'),
    scores: add('scores'),
    squares: add('squares'),
    loss: days.reduce((sum, { loss }) => sum + loss, 0),
  }
}

function promisedOf({ rows, scores, squares }: Sums, others: CalibrationBins): number {
  const knots = fitCalibration(others)
  return rows.reduce((sum, count, bin) => {
    if (count === 0) return sum
    const score = scores[bin]! / micro
    return sum + calibrate(knots, score / count) * (count - 2 * score) + squares[bin]! / micro
  }, 0)
}

const toBins = ({ rows, observed, scores }: Sums): CalibrationBins => ({
  rows,
  observed,
  scores: scores.map((sum) => sum / micro),
})

function subtract(all: Sums, own: Sums): Sums {
  const less = (a: readonly number[], b: readonly number[]) => a.map((value, bin) => value - (b[bin] ?? 0))
  return {
    rows: less(all.rows, own.rows),
    observed: less(all.observed, own.observed),
    scores: less(all.scores, own.scores),
    squares: less(all.squares, own.squares),
    loss: all.loss - own.loss,
  }
}
