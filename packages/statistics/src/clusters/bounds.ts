import { studentTQuantile } from '../distributions/student-t.ts'

export interface Bounds {
  readonly lower: number
  readonly upper: number
  readonly standardError: number
}

/**
 * A lower and an upper bound, each one-sided at `level`: together a two-sided interval at 2·level − 1.
 *
 * Standard error √(C/(C − 1) Σ influence²), Student's t on C − 1 degrees of freedom. For an AUC this is Obuchowski's
 * (1997) clustered variance when every cluster holds both classes. NaN with fewer than two clusters.
 */
export function oneSidedBounds(
  value: number,
  { squares, clusters, level }: { squares: number; clusters: number; level: number },
): Bounds {
  if (!(clusters >= 2)) return { lower: Number.NaN, upper: Number.NaN, standardError: Number.NaN }
  const standardError = Math.sqrt((clusters / (clusters - 1)) * squares)
  const reach = studentTQuantile(level, clusters - 1) * standardError
  return { lower: value - reach, upper: value + reach, standardError }
}

/**
 * How many clusters, spread like the `clusters` seen, would bring the bound's reach t·se down to `distance`: the
 * smallest whole number ≥ 2. Infinity when `distance` is not positive.
 */
export function clustersForReach(
  distance: number,
  { squares, clusters, level }: { squares: number; clusters: number; level: number },
): number {
  if (!(distance > 0 && clusters >= 2)) return Number.POSITIVE_INFINITY
  // The influence of a cluster shrinks as 1/C, so Σ influence² does too: squares · clusters stays.
  const reaches = (count: number): boolean =>
    studentTQuantile(level, count - 1) * Math.sqrt((squares * clusters) / (count - 1)) <= distance
  let enough = 2
  while (!reaches(enough)) {
    enough *= 2
    if (enough > 1e12) return Number.POSITIVE_INFINITY
  }
  let short = Math.max(enough / 2, 1)
  while (enough - short > 1) {
    const middle = Math.floor((short + enough) / 2)
    if (reaches(middle)) enough = middle
    else short = middle
  }
  return enough
}
