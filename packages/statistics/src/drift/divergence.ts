import { sum } from './distance.ts'

/**
 * Population stability index Σ (p − q) ln(p / q) over bins, in nats, with `pseudo` rows added to every bin of both
 * samples (½ is Jeffreys'). Without the pseudo-count one empty bin makes it infinite, so a value means nothing unless its
 * smoothing is told. NaN without rows on either side.
 */
export function populationStabilityIndex(first: ArrayLike<number>, second: ArrayLike<number>, pseudo = 0.5): number {
  const [n, m] = [sum(first), sum(second)]
  if (n === 0 || m === 0) return Number.NaN
  const bins = first.length
  let index = 0
  for (let bin = 0; bin < bins; bin++) {
    const p = (first[bin]! + pseudo) / (n + bins * pseudo)
    const q = (second[bin]! + pseudo) / (m + bins * pseudo)
    if (p !== q) index += (p - q) * Math.log(p / q)
  }
  return index
}

/** Jensen–Shannon divergence in bits, from 0 to 1, without smoothing; its root is the distance. NaN without rows on either side. */
export function jensenShannonBits(first: ArrayLike<number>, second: ArrayLike<number>): number {
  const [n, m] = [sum(first), sum(second)]
  if (n === 0 || m === 0) return Number.NaN
  let bits = 0
  for (let bin = 0; bin < first.length; bin++) {
    const p = first[bin]! / n
    const q = second[bin]! / m
    const middle = (p + q) / 2
    if (p > 0) bits += (p * Math.log2(p / middle)) / 2
    if (q > 0) bits += (q * Math.log2(q / middle)) / 2
  }
  return Math.min(1, Math.max(0, bits))
}

/**
 * Wasserstein-1 distance ∫ |F − G| in the column's unit, mass spread evenly inside bins: `ends` are the edges with the least and the
 * greatest value around them, one more than there are bins. NaN without rows on either side.
 */
export function binnedWasserstein(
  ends: ArrayLike<number>,
  first: ArrayLike<number>,
  second: ArrayLike<number>,
): number {
  const [n, m] = [sum(first), sum(second)]
  if (n === 0 || m === 0) return Number.NaN
  let distance = 0
  let [f, g] = [0, 0]
  for (let bin = 0; bin < first.length; bin++) {
    const before = f / n - g / m
    f += first[bin]!
    g += second[bin]!
    const after = f / n - g / m
    const width = Math.max(0, ends[bin + 1]! - ends[bin]!)
    const [a, b] = [Math.abs(before), Math.abs(after)]
    // Where the difference changes its sign it is two triangles, not a trapezoid.
    distance += width * (before * after < 0 ? (a * a + b * b) / (2 * (a + b)) : (a + b) / 2)
  }
  return distance
}

/** Hellinger distance √(1 − Σ √(pq)), from 0 to 1, without smoothing. NaN without rows on either side. */
export function hellingerDistance(first: ArrayLike<number>, second: ArrayLike<number>): number {
  const [n, m] = [sum(first), sum(second)]
  if (n === 0 || m === 0) return Number.NaN
  // ½ Σ (√p − √q)² is the same, and exactly zero for equal shares.
  let halves = 0
  for (let bin = 0; bin < first.length; bin++) {
    const difference = Math.sqrt(first[bin]! / n) - Math.sqrt(second[bin]! / m)
    halves += difference * difference
  }
  return Math.min(1, Math.sqrt(halves / 2))
}
