/**
 * Holm's (1979) step-down adjusted p-values, in the order given: rejecting those ≤ α keeps the chance of any false
 * rejection ≤ α whatever the dependence. NaN (undefined) counts as 1, so that it can neither be rejected nor help.
 */
export function holmAdjusted(pValues: readonly number[]): number[] {
  const adjusted = new Array<number>(pValues.length).fill(1)
  let largest = 0
  pValues
    .map((p, index) => ({ p: Number.isNaN(p) ? 1 : p, index }))
    .sort((a, b) => a.p - b.p)
    .forEach(({ p, index }, rank) => {
      largest = Math.max(largest, Math.min(1, p * (pValues.length - rank)))
      adjusted[index] = largest
    })
  return adjusted
}
