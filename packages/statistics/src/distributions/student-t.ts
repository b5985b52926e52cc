import { logBeta, regularisedBeta } from './beta.ts'
import { normalQuantile } from './normal.ts'

/** Distribution function of Student's t with `df` > 0 degrees of freedom, not necessarily whole. */
export function studentTCdf(t: number, df: number): number {
  if (!(df > 0) || Number.isNaN(t)) return Number.NaN
  return t > 0 ? 1 - upperTail(t, df) : upperTail(-t, df)
}

/**
 * Quantile of Student's t with `df` > 0 degrees of freedom.
 *
 * Newton's method on the upper tail, which is convex for t > 0, started at the normal quantile, which is never
 * beyond t's: each step therefore moves outward and cannot overshoot.
 */
export function studentTQuantile(p: number, df: number): number {
  if (!(df > 0) || !(p >= 0 && p <= 1)) return Number.NaN
  if (p === 0 || p === 1) return p === 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  if (p === 0.5) return 0
  const tail = Math.min(p, 1 - p)
  let t = Math.max(-normalQuantile(tail), 0)
  for (let i = 0; i < 200; i++) {
    const step = (upperTail(t, df) - tail) / density(t, df)
    t += step
    if (Math.abs(step) <= t * 1e-15) break
  }
  return p < 0.5 ? -t : t
}

/** P(T > t) = ½ I_x(df/2, ½) with x = df / (df + t²), for t ≥ 0: Abramowitz & Stegun 26.7.1, DLMF 8.17. */
function upperTail(t: number, df: number): number {
  if (t === Number.POSITIVE_INFINITY) return 0
  const square = t * t
  return 0.5 * regularisedBeta(df / (df + square), df / 2, 0.5, square / (df + square))
}

const density = (t: number, df: number): number =>
  Math.exp(-0.5 * (df + 1) * Math.log1p((t * t) / df) - logBeta(df / 2, 0.5)) / Math.sqrt(df)
