/**
 * The fewest principal components that explain at least `share` of a correlation matrix's variance, always fewer than its columns: unit
 * vectors, largest variance first, the largest weight of each positive. By Jacobi's rotations (Golub & Van Loan, 8.5).
 */
export function principalComponents(matrix: readonly (readonly number[])[], share: number): number[][] {
  const size = matrix.length
  const a = matrix.map((row) => [...row])
  const v = a.map((_, i) => a.map((_, j) => Number(i === j)))
  for (let sweep = 0; sweep < mostSweeps && offDiagonal(a) > tolerance * size; sweep++) {
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(a, v, p, q)
  }
  const order = [...a.keys()].sort((i, j) => a[j]![j]! - a[i]![i]! || i - j)
  const all = order.reduce((sum, i) => sum + a[i]![i]!, 0)
  const kept: number[][] = []
  let explained = 0
  for (const i of order) {
    if (explained >= share * all || kept.length === size - 1) break
    explained += a[i]![i]!
    kept.push(oriented(v.map((row) => row[i]!)))
  }
  return kept
}

const mostSweeps = 50
const tolerance = 1e-24

function offDiagonal(a: readonly (readonly number[])[]): number {
  return a.reduce((sum, row, i) => sum + row.slice(0, i).reduce((own, value) => own + value * value, 0), 0)
}

function rotate(a: number[][], v: number[][], p: number, q: number): void {
  const apq = a[p]![q]!
  if (apq === 0) return
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * apq)
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const c = 1 / Math.sqrt(t * t + 1)
  const s = t * c
  for (const row of a) [row[p], row[q]] = [c * row[p]! - s * row[q]!, s * row[p]! + c * row[q]!]
  const [rowP, rowQ] = [[...a[p]!], [...a[q]!]]
  a[p] = rowP.map((value, k) => c * value - s * rowQ[k]!)
  a[q] = rowQ.map((value, k) => s * rowP[k]! + c * value)
  for (const row of v) [row[p], row[q]] = [c * row[p]! - s * row[q]!, s * row[p]! + c * row[q]!]
}

function oriented(component: readonly number[]): number[] {
  const largest = component.reduce((a, b) => (Math.abs(b) > Math.abs(a) + 1e-9 ? b : a))
  return largest < 0 ? component.map((weight) => -weight) : [...component]
}
