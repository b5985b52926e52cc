import { logGamma } from './gamma.ts'
import { normalQuantile } from './normal.ts'

/** P(X > x) of χ² with `df` > 0 degrees of freedom: the regularised upper incomplete gamma function Q(df/2, x/2). */
export function chiSquaredTail(x: number, df: number): number {
  if (!(df > 0) || Number.isNaN(x)) return Number.NaN
  if (x <= 0) return 1
  return x === Number.POSITIVE_INFINITY ? 0 : upperGamma(df / 2, x / 2)
}

/**
 * Quantile of χ² with `df` > 0 degrees of freedom: Wilson & Hilferty's (1931) cube as the start, then bisected between bounds that
 * Newton's steps narrow.
 */
export function chiSquaredQuantile(p: number, df: number): number {
  if (!(df > 0) || !(p >= 0 && p <= 1)) return Number.NaN
  if (p === 0 || p === 1) return p === 0 ? 0 : Number.POSITIVE_INFINITY
  const spread = 2 / (9 * df)
  let x = Math.max(df * (1 - spread + normalQuantile(p) * Math.sqrt(spread)) ** 3, df * 1e-6)
  let [low, high] = [0, Number.POSITIVE_INFINITY]
  for (let i = 0; i < 200; i++) {
    const excess = 1 - p - chiSquaredTail(x, df)
    if (excess > 0) high = x
    else low = x
    let next = x - excess / density(x, df)
    if (!(next > low && next < high)) next = high === Number.POSITIVE_INFINITY ? 2 * x : (low + high) / 2
    if (Math.abs(next - x) <= x * 1e-15) return next
    x = next
  }
  return x
}

const density = (x: number, df: number): number =>
  Math.exp((df / 2 - 1) * Math.log(x / 2) - x / 2 - logGamma(df / 2)) / 2

/** Γ(a, x)/Γ(a): the series DLMF 8.11.4 of its complement below the mean, the continued fraction 8.9.2 above it. */
function upperGamma(a: number, x: number): number {
  const front = Math.exp(a * Math.log(x) - x - logGamma(a))
  if (x < a + 1) {
    let term = 1 / a
    let sum = term
    for (let n = 1; term > sum * 1e-17 && n < 100_000; n++) sum += term *= x / (a + n)
    return 1 - front * sum
  }
  let b = x + 1 - a
  let c = Number.POSITIVE_INFINITY
  let d = 1 / b
  let fraction = d
  for (let n = 1; n < 100_000; n++) {
    const numerator = n * (a - n)
    b += 2
    d = 1 / (numerator * d + b)
    c = b + numerator / c
    fraction *= c * d
    if (Math.abs(c * d - 1) < 1e-16) break
  }
  return front * fraction
}
