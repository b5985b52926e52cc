/** ln Γ(x) for x > 0: Stirling's series (DLMF 5.11.1) after shifting x above 12; relative error about 1e-15. */
export function logGamma(x: number): number {
  let product = 1
  let z = x
  for (; z < SERIES_FROM; z++) product *= z
  return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + stirlingRemainder(z) - Math.log(product)
}

/** From where `stirlingRemainder` is exact to a number's last digit or two. */
export const SERIES_FROM = 12

/** ln Γ(x) − ((x − ½) ln x − x + ½ ln 2π) for x ≥ 12: Σ B₂ₖ / (2k(2k − 1)x^(2k−1)), DLMF 5.11.1. */
export function stirlingRemainder(x: number): number {
  const square = 1 / (x * x)
  let sum = 0
  for (let k = TERMS.length - 1; k >= 0; k--) sum = sum * square + TERMS[k]!
  return sum / x
}

const TERMS = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360, 1 / 156, -3617 / 122_400]
