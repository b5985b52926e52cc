/**
 * Benjamini & Hochberg's (1995) step-up adjusted p-values, in the order given: rejecting those ≤ α keeps the expected
 * share of false rejections ≤ α under independence or positive dependence. NaN counts as 1.
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const adjusted = new Array<number>(pValues.length).fill(1)
  let smallest = 1
  pValues
    .map((p, index) => ({ p: Number.isNaN(p) ? 1 : p, index }))
    .sort((a, b) => b.p - a.p)
    .forEach(({ p, index }, place) => {
      smallest = Math.min(smallest, p * (pValues.length / (pValues.length - place)))
      adjusted[index] = smallest
    })
  return adjusted
}
