/** ln(eᵃ + eᵇ) without overflow; −∞ is the logarithm of nothing. */
export function logAdd(a: number, b: number): number {
  const [low, high] = a < b ? [a, b] : [b, a]
  return high === Number.NEGATIVE_INFINITY ? high : high + Math.log1p(Math.exp(low - high))
}

/**
 * ln of the mean of eˣ over `logs`: the average of e-values, which is an e-value however they depend on each other
 * (Vovk & Wang 2021, prop. 3.1). NaN for none.
 */
export function logMean(logs: readonly number[]): number {
  return logs.length === 0 ? Number.NaN : logSum(logs) - Math.log(logs.length)
}

export function logSum(logs: readonly number[]): number {
  let high = Number.NEGATIVE_INFINITY
  for (const log of logs) high = Math.max(high, log)
  if (!Number.isFinite(high)) return high
  let sum = 0
  for (const log of logs) sum += Math.exp(log - high)
  return high + Math.log(sum)
}
