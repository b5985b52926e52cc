import { logGamma, SERIES_FROM, stirlingRemainder } from './gamma.ts'

/**
 * Regularised incomplete beta function I_x(a, b), for a, b > 0.
 *
 * The even part of the continued fraction DLMF 8.17.22 by the modified Lentz method, on the side of the mean where it
 * converges in O(√max(a, b)) steps. `complement` is 1 − x: pass it where it is known more exactly than by
 * subtraction, since x^a loses a·ε otherwise.
 */
export function regularisedBeta(x: number, a: number, b: number, complement = 1 - x): number {
  if (!(a > 0 && b > 0) || !(x >= 0 && complement >= 0)) return Number.NaN
  if (x === 0) return 0
  if (complement === 0) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - lowerTail(complement, b, a, x)
  return lowerTail(x, a, b, complement)
}

/** ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b), without cancellation when an argument is large (DLMF 5.11.1). */
export function logBeta(a: number, b: number): number {
  const [small, large] = a < b ? [a, b] : [b, a]
  const share = small / (small + large)
  if (large < SERIES_FROM) return logGamma(small) + logGamma(large) - logGamma(small + large)
  const tail = stirlingRemainder(large) - stirlingRemainder(small + large) + (large - 0.5) * Math.log1p(-share)
  if (small < SERIES_FROM) return logGamma(small) + tail + small - small * Math.log(small + large)
  return stirlingRemainder(small) + tail + small * Math.log(share) - 0.5 * Math.log(small) + HALF_LOG_TWO_PI
}

const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI)

function lowerTail(x: number, a: number, b: number, complement: number): number {
  const logX = x < 0.5 ? Math.log(x) : Math.log1p(-complement)
  const logComplement = complement < 0.5 ? Math.log(complement) : Math.log1p(-x)
  return (Math.exp(a * logX + b * logComplement - logBeta(a, b)) / a) * continuedFraction(x, a, b, complement)
}

/**
 * 1/(1 + d₁/(1 + d₂/(1 + …))) contracted to 1/((1 + d₁) − d₁d₂/((1 + d₂ + d₃) − …)). Near x = 1 with a large, d₁, d₃, …
 * are close to −1: there 1 + d comes from the complement, which keeps the digits that the sum would lose.
 */
function continuedFraction(x: number, a: number, b: number, complement: number): number {
  const odd = (m: number): number => (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
  const onePlusOdd = (m: number): number => (x < 0.5 ? 1 + odd(m) : onePlusOddNearOne(m))
  const onePlusOddNearOne = (m: number): number =>
    ((a + m) * (a + b + m) * complement + a * (2 * m + 1 - b) + m * (3 * m + 2 - b)) / ((a + 2 * m) * (a + 2 * m + 1))
  let fraction = awayFromZero(onePlusOdd(0))
  let c = fraction
  let d = 0
  for (let m = 1; m < 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    const numerator = -odd(m - 1) * even
    const denominator = onePlusOdd(m) + even
    d = 1 / awayFromZero(denominator + numerator * d)
    c = awayFromZero(denominator + numerator / c)
    fraction *= c * d
    if (Math.abs(c * d - 1) < 1e-16) break
  }
  return 1 / fraction
}

const awayFromZero = (value: number): number => (Math.abs(value) < 1e-300 ? 1e-300 : value)
