import type { CalibrationCell, ColumnDays, NumericCell, NumericPlan } from './day-table.ts'
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

/** Counts of scores by day. */
export function countScores(scored: ScoredRows, plan: NumericPlan): ColumnDays {
  const { scores, days } = scored
  const { byCode, byDay } = cellsOf(days, () => new ScoreCell(plan))
  for (let row = 0; row < scores.length; row++) byCode[days.codes[row]!]?.add(scores[row]!)
  return { plan, cells: new Map([...byDay].map(([day, cell]) => [day, cell.finish()])) }
}

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
    const bin = binOf(score, edges)
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
    const day = text.slice(0, 10)
    const cell = byDay.get(day) ?? create()
    byDay.set(day, cell)
    return cell
  })
  return { byCode, byDay }
}

/** Sums are whole numbers, and exact as numbers for so many rows at least. */
const rowsPerSum = 8192

class ScoreCell {
  readonly #plan: NumericPlan
  readonly #counts: number[]
  readonly #atEdge: number[]
  #nonFinite = 0
  #minimum = Number.POSITIVE_INFINITY
  #maximum = Number.NEGATIVE_INFINITY
  #rows = 0
  #part = { sum: 0, squares: 0 }
  #whole = { sum: 0n, squares: 0n }

  constructor(plan: NumericPlan) {
    this.#plan = plan
    this.#counts = new Array<number>(plan.edges.length + 1).fill(0)
    this.#atEdge = new Array<number>(plan.edges.length).fill(0)
  }

  add(score: number): void {
    const { edges, centre, unit } = this.#plan
    if (!Number.isFinite(score)) {
      this.#nonFinite++
      return
    }
    const bin = binOf(score, edges)
    this.#counts[bin]!++
    if (score === edges[bin]) this.#atEdge[bin]!++
    this.#minimum = Math.min(this.#minimum, score)
    this.#maximum = Math.max(this.#maximum, score)
    const z = Math.round(Math.max(-farthest, Math.min(farthest, (score - centre) / unit)))
    this.#part.sum += z
    this.#part.squares += z * z
    if (++this.#rows % rowsPerSum === 0) this.#carry()
  }

  finish(): NumericCell {
    this.#carry()
    return {
      nulls: 0,
      nonFinite: this.#nonFinite,
      counts: this.#counts,
      atEdge: this.#atEdge,
      minimum: this.#rows === 0 ? null : this.#minimum,
      maximum: this.#rows === 0 ? null : this.#maximum,
      ...this.#whole,
    }
  }

  #carry(): void {
    this.#whole.sum += BigInt(this.#part.sum)
    this.#whole.squares += BigInt(this.#part.squares)
    this.#part = { sum: 0, squares: 0 }
  }
}

// Scores in [0, 1] are at most 2^19 units from ½; (2^20)² · 8192 is 2^53.
const farthest = 2 ** 20

/** The bin, closed on the right, that a number falls in. */
export function binOf(value: number, edges: readonly number[]): number {
  let [low, high] = [0, edges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (edges[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
