import { groupByDay } from './day-runs.ts'
import type { CalibrationCell, ColumnDays, NumericPlan } from './day-table.ts'
import { findBin, NumberCells } from './number-cells.ts'
import { edgeShares, planEdges } from './plan.ts'
import type { ScoredRows } from './source.ts'

/** The column that predictions are called in documents. */
export const predictionName = 'prediction'

/** Edges for the scores of a reference period. */
export function planScores({ scores }: ScoredRows): NumericPlan {
  const sorted = new Float64Array(scores).filter(Number.isFinite).sort()
  const quantiles = edgeShares(sorted.length).map((share) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0)
  // Scores lie in [0, 1]: a unit of 2^-20 keeps sums of squares whole for any day that fits into memory.
  return {
    kind: 'numeric',
    name: predictionName,
    family: 'predictions',
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

/** Counts of scores by day. A score that is no number counts as not finite, since nothing else is known to be missing. */
export function countScores({ scores, days }: ScoredRows, plan: NumericPlan): ColumnDays {
  const cells = new NumberCells(plan)
  const texts = [...new Set(days.dictionary.map(dayText))]
  const dayOfCode = days.dictionary.map((text) => texts.indexOf(dayText(text)))
  const known = Int32Array.from(days.codes, (code) => dayOfCode[code] ?? -1)
  const values = Float64Array.from(scores, (score) => (Number.isNaN(score) ? Number.POSITIVE_INFINITY : score))
  cells.add(values, groupByDay(known))
  return cells.finish((day) => texts[day] ?? '')
}

const dayText = (text: string): string => text.slice(0, 10)

/** Outcomes against scores by day and bin; null without outcomes. */
export function countCalibration(
  { scores, days, labels }: ScoredRows,
  edges: readonly number[],
): ReadonlyMap<string, CalibrationCell> | null {
  if (labels === undefined) return null
  const zeros = () => new Array<number>(edges.length + 1).fill(0)
  const { byCode, byDay } = cellsOf(
    days,
    (): CalibrationCell => ({ rows: zeros(), observed: zeros(), expectedMicros: zeros() }),
  )
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row]!
    const cell = byCode[days.codes[row]!]
    const label = labels[row]
    if (cell === undefined || !Number.isFinite(score) || (label !== 0 && label !== 1)) continue
    const bin = findBin(score, edges)
    cell.rows[bin]!++
    cell.observed[bin]! += label
    cell.expectedMicros[bin]! += Math.round(score * 1e6)
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
