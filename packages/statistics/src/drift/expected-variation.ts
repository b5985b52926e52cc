import { logGamma } from '../distributions/gamma.ts'
import { sum } from './distance.ts'

/**
 * What the total variation distance of two samples from the same distribution is on average, given the first sample's counts
 * and the second's rows: ½ Σ E|p̂ − q̂|. It is not zero, and with many levels it is large.
 *
 * E|X − np| of a binomial is exact by De Moivre's formula, 2ν C(n, ν) p^ν (1 − p)^(n − ν + 1) with ν = ⌊np⌋ + 1
 * (Diaconis & Zabell 1991, Closed form summation for classical distributions). The first sample's own noise adds in
 * quadrature with its normal approximation, √(2/π · p(1 − p)/m). NaN without rows on either side.
 */
export function expectedTotalVariation(reference: ArrayLike<number>, rows: number): number {
  const deviations = expectedDeviations(reference, rows)
  return sum(reference) > 0 && rows > 0 ? sum(deviations) / 2 : Number.NaN
}

/** The terms of `expectedTotalVariation` by level: E|p̂ − q̂|. */
export function expectedDeviations(reference: ArrayLike<number>, rows: number): Float64Array {
  const total = sum(reference)
  return Float64Array.from(reference, (count) => {
    const share = count / total
    const own = meanAbsoluteDeviation(rows, share) / rows
    return Math.sqrt(own * own + ((2 / Math.PI) * share * (1 - share)) / total)
  })
}

function meanAbsoluteDeviation(n: number, p: number): number {
  if (p <= 0 || p >= 1) return 0
  const nu = Math.floor(n * p) + 1
  const logTerm =
    logGamma(n + 1) - logGamma(nu) - logGamma(n - nu + 1) + nu * Math.log(p) + (n - nu + 1) * Math.log1p(-p)
  // ν C(n, ν) = n! / ((ν − 1)! (n − ν)!), so that n = ν needs no case of its own.
  return 2 * Math.exp(logTerm)
}
