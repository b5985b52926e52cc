import { logGamma } from '@tidemark/statistics'
import { gcd, rank, type Tested } from './two-samples.ts'

/** Two-sample Cramér–von Mises test (Anderson 1962): exact up to 20 rows a side, else by the limit with exact mean and variance. */
export function cramerVonMises(x: readonly number[], y: readonly number[]): Tested {
  const [n, m] = [x.length, y.length]
  const sorted = [x.toSorted((a, b) => a - b), y.toSorted((a, b) => a - b)].flat()
  const { ranks } = rank(sorted)
  const squares = (from: number, count: number): number =>
    ranks.slice(from, from + count).reduce((sum, value, i) => sum + (value - i - 1) ** 2, 0)
  const u = n * squares(0, n) + m * squares(n, m)
  const [k, rows] = [n * m, n + m]
  const stat = u / (k * rows) - (4 * k - 1) / (6 * rows)
  if (Math.max(n, m) <= 20) return { stat, p: exactTail(u, n, m) }
  const expected = (1 + 1 / rows) / 6
  const spread = ((rows + 1) * (4 * k * rows - 3 * (n * n + m * m) - 2 * k)) / (45 * rows * rows * 4 * k)
  const scaled = 1 / 6 + (stat - expected) / Math.sqrt(45 * spread)
  return { stat, p: scaled < 0.003 ? 1 : Math.max(0, 1 - limitCdf(scaled)) }
}

/** Over all orders of the values, by how often each sum of squared differences occurs (Xiao, Gordon & Yakovlev 2006). */
function exactTail(u: number, n: number, m: number): number {
  const [common, k] = [(n * m) / gcd(n, m), n * m]
  const observed = Math.floor((common ** 2 * (n + m) * (6 * u - k * (4 * k - 1))) / (6 * k * k))
  let table: Map<number, number>[] = []
  for (let j = 0; j <= m; j++) {
    const next: Map<number, number>[] = []
    for (let i = 0; i <= n; i++) {
      const step = ((common / n) * i - (common / m) * j) ** 2
      const sums = new Map<number, number>()
      for (const from of [next[i - 1], table[i]])
        for (const [value, count] of from ?? []) sums.set(value + step, (sums.get(value + step) ?? 0) + count)
      if (i === 0 && j === 0) sums.set(0, 1)
      next.push(sums)
    }
    table = next
  }
  let [all, tail] = [0, 0]
  for (const [value, count] of table[n]!) {
    all += count
    if (value >= observed) tail += count
  }
  return tail / all
}

/** Csörgő & Faraway (1996), equation 1.3. */
function limitCdf(x: number): number {
  let sum = 0
  for (let k = 0; k < 1000; k++) {
    const y = 4 * k + 1
    const q = (y * y) / (16 * x)
    const front = Math.exp(logGamma(k + 0.5) - logGamma(k + 1)) / (Math.PI ** 1.5 * Math.sqrt(x))
    const term = front * Math.sqrt(y) * Math.exp(-q) * besselK(0.25, q)
    sum += term
    if (term < 1e-17) break
  }
  return sum
}

/** K_ν(x) = ∫₀^∞ exp(−x cosh t) cosh νt dt (DLMF 10.32.9); the trapezoidal rule is as exact as its sum for such an integrand. */
function besselK(order: number, x: number): number {
  const step = 1 / 64
  let sum = Math.exp(-x) / 2
  for (let t = step; t < 40; t += step) {
    const term = Math.exp(-x * Math.cosh(t)) * Math.cosh(order * t)
    sum += term
    if (term < sum * 1e-18) break
  }
  return sum * step
}
