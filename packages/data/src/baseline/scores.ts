import type { CalibrationCell, ColumnDays, NumericCell, NumericPlan } from './day-table.ts'
import { edgeShares, planEdges } from './plan.ts'
import type { ScoredRows } from './source.ts'

/** The column that predictions are called in documents. */
export const predictionName = 'prediction'

/** Edges for the scores of a reference period. */
export function planScores({ scores }: ScoredRows): NumericPlan {
  const sorted = Float64Array.from(scores).filter(Number.isFinite).sort()
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

/** Counts of scores by day. */
export function countScores({ scores, days }: ScoredRows, plan: NumericPlan): ColumnDays {
  const cells = new Map<
    string,
    { -readonly [K in keyof NumericCell]: NumericCell[K] } & { counts: number[]; atEdge: number[] }
  >()
  for (let row = 0; row < scores.length; row++) {
    const day = dayOf(days, row)
    let cell = cells.get(day)
    if (cell === undefined) {
      const counts = new Array<number>(plan.edges.length + 1).fill(0)
      const atEdge = new Array<number>(plan.edges.length).fill(0)
      cell = { nulls: 0, nonFinite: 0, counts, atEdge, minimum: null, maximum: null, sum: 0n, squares: 0n }
      cells.set(day, cell)
    }
    const score = scores[row]!
    if (!Number.isFinite(score)) {
      cell.nonFinite++
      continue
    }
    const bin = binOf(score, plan.edges)
    cell.counts[bin]!++
    if (score === plan.edges[bin]) cell.atEdge[bin]!++
    cell.minimum = Math.min(cell.minimum ?? score, score)
    cell.maximum = Math.max(cell.maximum ?? score, score)
    const z = BigInt(Math.round(Math.max(-2147483648, Math.min(2147483648, (score - plan.centre) / plan.unit))))
    cell.sum += z
    cell.squares += z * z
  }
  return { plan, cells }
}

/** Outcomes against scores by day and bin; null without outcomes. */
export function countCalibration(
  { scores, days, labels }: ScoredRows,
  edges: readonly number[],
): ReadonlyMap<string, CalibrationCell> | null {
  if (labels === undefined) return null
  const cells = new Map<string, CalibrationCell>()
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row]!
    if (!Number.isFinite(score)) continue
    const day = dayOf(days, row)
    let cell = cells.get(day)
    if (cell === undefined) {
      const zeros = () => new Array<number>(edges.length + 1).fill(0)
      cell = { rows: zeros(), observed: zeros(), expectedMicros: zeros() }
      cells.set(day, cell)
    }
    const bin = binOf(score, edges)
    cell.rows[bin]!++
    cell.observed[bin]! += labels[row] === 1 ? 1 : 0
    cell.expectedMicros[bin]! += Math.round(score * 1e6)
  }
  return cells
}

/** The bin, closed on the right, that a number falls in. */
function binOf(value: number, edges: readonly number[]): number {
  let [low, high] = [0, edges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (edges[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}

const dayOf = ({ codes, dictionary }: ScoredRows['days'], row: number): string =>
  (dictionary[codes[row]!] ?? '').slice(0, 10)
