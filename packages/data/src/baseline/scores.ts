import type { Segment } from '@tidemark/schemas'
import { groupByDay } from './day-runs.ts'
import type { CalibrationCell, ColumnDays, NumericPlan, OutcomeCell } from './day-table.ts'
import { findBin, NumberCells } from './number-cells.ts'
import { edgeShares, planEdges } from './plan.ts'
import { type ScoredRows, segmentName } from './source.ts'

/** The column that predictions are called in documents. */
export const predictionName = 'prediction'

/** Edges for the scores of a reference period, or of a segment's. */
export function planScores(scored: ScoredRows, segment?: Segment): NumericPlan {
  const isWithin = segment && findSegment(scored, segment)
  const own = new Float64Array(scored.scores).filter(
    (score, row) => Number.isFinite(score) && (isWithin?.[row] ?? 1) === 1,
  )
  const sorted = own.sort()
  const quantiles = edgeShares(sorted.length).map((share) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0)
  return planScoresAt(quantiles, segment)
}

/** Which rows are of a segment; undefined where nothing says so. */
export function findSegment({ segments = [] }: ScoredRows, { column, value }: Segment): ArrayLike<number> | undefined {
  return segments.find(({ segment }) => segment.column === column && segment.value === value)?.isWithin
}

/** The same from the scores at the shares where edges are laid. */
export function planScoresAt(quantiles: readonly number[], segment?: Segment): NumericPlan {
  // Scores lie in [0, 1]: a unit of 2^-20 keeps sums of squares whole for any day that fits into memory.
  return {
    kind: 'numeric',
    name: segment === undefined ? predictionName : segmentName(predictionName, segment),
    family: 'predictions',
    segment,
    edges: planEdges(quantiles).edges,
    isPublic: true,
    centre: 0.5,
    unit: 2 ** -20,
  }
}

/** Ten bins of the score of about equal mass, by edges already laid. */
export function calibrationEdges({ edges }: NumericPlan): number[] {
  return [...new Set(Array.from({ length: 9 }, (_, i) => edges[Math.floor(((i + 1) / 10) * edges.length)] ?? 1))]
}

/**
 * Counts of scores by day. A score that is no number counts as not finite, since nothing else is known to be missing; scores outside of the plan's segment
 * do.
 */
export function countScores(scored: ScoredRows, plan: NumericPlan): ColumnDays {
  const { scores, days } = scored
  const isWithin = plan.segment && findSegment(scored, plan.segment)
  const cells = new NumberCells(plan)
  const texts = [...new Set(days.dictionary.map(dayText))]
  const dayOfCode = days.dictionary.map((text) => texts.indexOf(dayText(text)))
  const known = Int32Array.from(days.codes, (code) => dayOfCode[code] ?? -1)
  const values = Float64Array.from(scores, (score, row) =>
    (isWithin?.[row] ?? 1) !== 1 ? Number.NaN : Number.isNaN(score) ? Number.POSITIVE_INFINITY : score,
  )
  cells.add(values, groupByDay(known))
  return cells.finish((day) => texts[day] ?? '')
}

const dayText = (text: string): string => text.slice(0, 10)

/** Outcomes against scores by day and bin; null without outcomes. */
export function countCalibration(
  scored: ScoredRows,
  edges: readonly number[],
): ReadonlyMap<string, CalibrationCell> | null {
  const zeros = () => new Array<number>(edges.length + 1).fill(0)
  const create = (): CalibrationCell => ({ rows: zeros(), observed: zeros(), expectedMicros: zeros() })
  return countLabelled(scored, create, (cell, score, label) => {
    const bin = findBin(score, edges)
    cell.rows[bin]!++
    cell.observed[bin]! += label
    cell.expectedMicros[bin]! += toMicros(score)
  })
}

/** The same in the bins of the prediction, with what squared errors are made of. */
export function countOutcomes(
  scored: ScoredRows,
  { edges }: Pick<NumericPlan, 'edges'>,
): ReadonlyMap<string, OutcomeCell> | null {
  const zeros = () => new Array<number>(edges.length + 1).fill(0)
  const create = (): OutcomeCell => ({
    rows: zeros(),
    observed: zeros(),
    scoreMicros: zeros(),
    squareMicros: zeros(),
    lossMicros: 0,
  })
  return countLabelled(scored, create, (cell, score, label) => {
    const bin = findBin(score, edges)
    cell.rows[bin]!++
    cell.observed[bin]! += label
    cell.scoreMicros[bin]! += toMicros(score)
    cell.squareMicros[bin]! += toMicros(score * score)
    cell.lossMicros += toMicros((label - score) * (label - score))
  })
}

/** Whole millionths, halves up: as SQL writes it too. */
const toMicros = (value: number): number => Math.floor(value * 1e6 + 0.5)

/** Calls `add` with every row that has a score in [0, 1] and an outcome, and its day's cell. */
function countLabelled<T>(
  { scores, days, labels }: ScoredRows,
  create: () => T,
  add: (cell: T, score: number, label: 0 | 1) => void,
): ReadonlyMap<string, T> | null {
  if (labels === undefined) return null
  const { byCode, byDay } = cellsOf(days, create)
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row]!
    const cell = byCode[days.codes[row]!]
    const label = labels[row]
    if (cell === undefined || !(score >= 0 && score <= 1) || (label !== 0 && label !== 1)) continue
    add(cell, score, label)
  }
  return byDay
}

/** A cell for each day that occurs, and the same cells by the code of a day's text. */
function cellsOf<T>({ codes, dictionary }: ScoredRows['days'], create: () => T) {
  const occurs = new Uint8Array(dictionary.length)
  for (let row = 0; row < codes.length; row++) if (codes[row]! < occurs.length) occurs[codes[row]!] = 1
  const byDay = new Map<string, T>()
  const byCode = dictionary.map((text, code) => {
    if (occurs[code] === 0) return undefined
    const day = dayText(text)
    const cell = byDay.get(day) ?? create()
    byDay.set(day, cell)
    return cell
  })
  return { byCode, byDay }
}
