import { normalQuantile } from '../distributions/normal.ts'

export interface DiscordantPairs {
  /** All pairs, concordant ones included. */
  readonly pairs: number
  /** Pairs in which only the first (the challenger) is right. */
  readonly firstOnly: number
  /** Pairs in which only the second (the champion) is right. */
  readonly secondOnly: number
}

/**
 * Tango's (1998) score interval for the difference of two paired proportions, (firstOnly − secondOnly) / pairs:
 * a lower and an upper bound, each one-sided at `level`. It keeps its level where Wald's and Agresti and Min's do
 * not, in particular when no pair disagrees.
 */
export function tangoBounds(
  { pairs, firstOnly, secondOnly }: DiscordantPairs,
  level: number,
): { lower: number; upper: number } {
  if (!(pairs > 0)) return { lower: Number.NaN, upper: Number.NaN }
  const difference = (firstOnly - secondOnly) / pairs
  const z = normalQuantile(level)
  const score = (delta: number): number => scoreStatistic(pairs, firstOnly, secondOnly, delta)
  return {
    lower: bisect(-1, difference, (delta) => score(delta) > z),
    upper: bisect(difference, 1, (delta) => score(delta) >= -z),
  }
}

/** Tango 1998, eqs. 2–4: the restricted estimate of P(only the second is right) has a closed form. */
function scoreStatistic(pairs: number, firstOnly: number, secondOnly: number, delta: number): number {
  const numerator = firstOnly - secondOnly - pairs * delta
  const b = -firstOnly - secondOnly + (2 * pairs - firstOnly + secondOnly) * delta
  const c = -secondOnly * delta * (1 - delta)
  const restricted = (Math.sqrt(Math.max(b * b - 8 * pairs * c, 0)) - b) / (4 * pairs)
  const variance = pairs * (2 * restricted + delta * (1 - delta))
  if (variance > 0) return numerator / Math.sqrt(variance)
  return numerator === 0 ? 0 : numerator * Number.POSITIVE_INFINITY
}

/** The point between `from` and `to` at which `holds` turns from true to false, to the last bit or so. */
function bisect(from: number, to: number, holds: (x: number) => boolean): number {
  let low = from
  let high = to
  for (let i = 0; i < 100 && high - low > 1e-15; i++) {
    const middle = (low + high) / 2
    if (holds(middle)) low = middle
    else high = middle
  }
  return (low + high) / 2
}
