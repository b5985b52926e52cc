import { logFactorials } from './log-factorials.ts'

/**
 * P(D_n ≥ d) of Kolmogorov's two-sided one-sample statistic, by the methods that Simard & L'Ecuyer (2011) choose: closed forms at both ends,
 * twice the one-sided tail where both tails hardly meet, Marsaglia, Tsang & Wang's (2003) matrix for few rows, Pelz & Good's (1976)
 * expansion for many.
 */
export function kolmogorovTail(n: number, d: number): number {
  if (!(n >= 1) || Number.isNaN(d)) return Number.NaN
  if (d >= 1) return 0
  const nd = n * d
  if (nd <= 0.5) return 1
  if (nd <= 1) return 1 - Math.exp(logFactorials(n)[n]! + n * Math.log((2 * nd - 1) / n))
  if (nd >= n - 1) return 2 * (1 - d) ** n
  const square = nd * d
  if (d >= 0.5 || square > (n <= 140 ? 4 : 2.2)) return Math.min(1, 2 * smirnovTail(n, d))
  const isExact = n <= 140 || (n <= 100_000 && n * d ** 1.5 <= 1.4)
  return Math.min(1, Math.max(0, 1 - (isExact ? matrixCdf(n, d) : pelzGoodCdf(n, d))))
}

/** P(√n D ≥ x) in the limit of many rows: 2 Σ (−1)^(k−1) exp(−2k²x²). */
export function kolmogorovLimitTail(x: number): number {
  if (!(x > 0)) return Number.isNaN(x) ? Number.NaN : 1
  if (x < 1) {
    // The other form of the theta function, which converges where the first does not.
    let sum = 0
    for (let k = 1; k <= 20; k++) sum += Math.exp((-((2 * k - 1) ** 2) * Math.PI * Math.PI) / (8 * x * x))
    return 1 - (Math.sqrt(2 * Math.PI) / x) * sum
  }
  let tail = 0
  for (let k = 1; k <= 100; k++) tail += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * x * x)
  return tail
}

/** One-sided tail, exact: d Σ C(n, j) (d + j/n)^(j−1) (1 − d − j/n)^(n−j) (Birnbaum & Tingey 1951). */
function smirnovTail(n: number, d: number): number {
  const logFactorial = logFactorials(n)
  let sum = 0
  for (let j = 0; j <= Math.floor(n * (1 - d)); j++) {
    const rest = 1 - d - j / n
    if (rest <= 0) continue
    const logChoose = logFactorial[n]! - logFactorial[j]! - logFactorial[n - j]!
    sum += Math.exp(logChoose + (j - 1) * Math.log(d + j / n) + (n - j) * Math.log(rest))
  }
  return d * sum
}

/** n!/nⁿ (Hⁿ)ₖₖ with Durbin's matrix H of 2k − 1 rows. */
function matrixCdf(n: number, d: number): number {
  const k = Math.ceil(n * d)
  const h = k - n * d
  const size = 2 * k - 1
  const factorial = [1]
  for (let i = 1; i <= size; i++) factorial.push(factorial[i - 1]! * i)
  const base = new Float64Array(size * size)
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= Math.min(i + 1, size - 1); j++) base[i * size + j] = 1 / factorial[i - j + 1]!
  for (let i = 0; i < size; i++) {
    const cut = h ** (i + 1) / factorial[i + 1]!
    base[i * size]! -= cut
    base[(size - 1) * size + (size - 1 - i)]! -= cut
  }
  if (2 * h > 1) base[(size - 1) * size]! += (2 * h - 1) ** size / factorial[size]!
  const { matrix, exponent } = power({ matrix: base, exponent: 0 }, n, size)
  const logScale = logFactorials(n)[n]! - n * Math.log(n) + exponent * Math.LN2
  return matrix[(k - 1) * size + k - 1]! * Math.exp(logScale)
}

interface Scaled {
  readonly matrix: Float64Array
  /** Of two. */
  readonly exponent: number
}

function power(base: Scaled, n: number, size: number): Scaled {
  if (n === 1) return base
  const half = power(base, n >> 1, size)
  const squared = multiply(half, half, size)
  return n % 2 === 0 ? squared : multiply(squared, base, size)
}

function multiply(a: Scaled, b: Scaled, size: number): Scaled {
  const matrix = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < size; k++) {
      const left = a.matrix[i * size + k]!
      if (left === 0) continue
      for (let j = 0; j < size; j++) matrix[i * size + j]! += left * b.matrix[k * size + j]!
    }
  }
  const largest = matrix.reduce((most, value) => Math.max(most, value), 0)
  const shift = largest > 2 ** 400 ? 400 : 0
  return {
    matrix: shift ? matrix.map((value) => value * 2 ** -shift) : matrix,
    exponent: a.exponent + b.exponent + shift,
  }
}

/** K₀ + K₁/√n + K₂/n + K₃/n^1.5, as Simard & L'Ecuyer (2011) write it in their equation 8. */
function pelzGoodCdf(n: number, d: number): number {
  const z = Math.sqrt(n) * d
  const pi2 = Math.PI ** 2
  const [z2, z4, z6] = [z ** 2, z ** 4, z ** 6]
  let [k0, k1, k2, k3] = [0, 0, 0, 0]
  for (let k = 0; k < 40; k++) {
    const odd = (k + 0.5) ** 2 * pi2
    // The sums run over all whole numbers, whose halves are alike in size two by two.
    const weight = 2 * Math.exp(-odd / (2 * z2))
    k0 += weight
    k1 += weight * (odd - z2)
    k2 += weight * (6 * z6 + 2 * z4 + odd * (2 * z4 - 5 * z2) + odd * odd * (1 - 2 * z2))
    k3 +=
      weight *
      (odd ** 3 * (5 - 30 * z2) +
        odd ** 2 * (-60 * z2 + 212 * z4) +
        odd * (135 * z4 - 96 * z6) -
        (30 * z6 + 90 * z ** 8))
  }
  let [e2, e3] = [0, 0]
  for (let k = 1; k < 40; k++) {
    const even = k * k * pi2
    const weight = 2 * Math.exp(-even / (2 * z2))
    e2 += weight * even
    e3 += weight * (3 * even * z2 - even * even)
  }
  const root = Math.sqrt(Math.PI / 2)
  const terms = [
    (root / z) * k0,
    (root / (6 * z4)) * k1,
    (root / (72 * z ** 7)) * k2 - (root / (36 * z ** 3)) * e2,
    (root / (6480 * z ** 10)) * k3 + (root / (216 * z6)) * e3,
  ]
  return terms.reduce((sum, term, i) => sum + term / n ** (i / 2), 0)
}
