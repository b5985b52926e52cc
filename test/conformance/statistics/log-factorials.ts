let known = Float64Array.of(0)

/** ln 0! to ln n! at least. */
export function logFactorials(n: number): Float64Array {
  if (known.length > n) return known
  const grown = new Float64Array(Math.max(n + 1, 2 * known.length))
  // Compensated (Kahan 1965): the error stays that of one addition.
  let lost = 0
  for (let i = 1; i < grown.length; i++) {
    const term = Math.log(i) - lost
    const sum = grown[i - 1]! + term
    lost = sum - grown[i - 1]! - term
    grown[i] = sum
  }
  known = grown
  return known
}
