/** Standard normal distribution function Φ(x); relative error below 1e-13 in the lower tail too. */
export function normalCdf(x: number): number {
  if (Number.isNaN(x)) return Number.NaN
  if (x < -SERIES_UP_TO) return upperTail(-x)
  if (x > SERIES_UP_TO) return 1 - upperTail(x)
  // Φ(x) = ½ + φ(x)(x + x³/3 + x⁵/(3·5) + …): DLMF 7.6.2 in terms of Φ. All terms have one sign.
  let term = x
  let sum = x
  for (let odd = 3; Math.abs(term) > Math.abs(sum) * 1e-17; odd += 2) sum += term *= (x * x) / odd
  return 0.5 + density(x) * sum
}

/** Standard normal quantile Φ⁻¹(p): algorithm AS 241 (PPND16), Wichura 1988, relative error about 1e-16. */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN
  if (p === 0 || p === 1) return p === 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  const centred = p - 0.5
  if (Math.abs(centred) <= 0.425) return centred * ratio(0.180625 - centred * centred, CENTRE)
  const r = Math.sqrt(-Math.log(Math.min(p, 1 - p)))
  const magnitude = r <= 5 ? ratio(r - 1.6, MIDDLE) : ratio(r - 5, FAR)
  return centred < 0 ? -magnitude : magnitude
}

const SERIES_UP_TO = 2.5

const density = (x: number): number => Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI)

/** 1 − Φ(x) = φ(x) / (x + 1/(x + 2/(x + 3/(x + …)))): DLMF 7.9.1 in terms of Φ; 120 levels are exact from x = 2.5 on. */
function upperTail(x: number): number {
  if (x > 40) return 0
  let denominator = x
  for (let level = 120; level > 0; level--) denominator = x + level / denominator
  return density(x) / denominator
}

type Rational = readonly [numerator: readonly number[], denominator: readonly number[]]

const polynomial = (x: number, coefficients: readonly number[]): number =>
  coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0)

const ratio = (x: number, [numerator, denominator]: Rational): number =>
  polynomial(x, numerator) / polynomial(x, denominator)

// biome-ignore-start lint/correctness/noPrecisionLoss: the published coefficients, digit for digit
const CENTRE: Rational = [
  [
    3.387132872796366608, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
    4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3,
  ],
  [
    1, 4.2313330701600911252e1, 6.871870074920579083e2, 5.3941960214247511077e3, 2.1213794301586595867e4,
    3.930789580009271061e4, 2.8729085735721942674e4, 5.226495278852854561e3,
  ],
]
const MIDDLE: Rational = [
  [
    1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
    1.27045825245236838258, 2.4178072517745061177e-1, 2.27238449892691845833e-2, 7.7454501427834140764e-4,
  ],
  [
    1, 2.05319162663775882187, 1.6763848301838038494, 6.8976733498510000455e-1, 1.4810397642748007459e-1,
    1.51986665636164571966e-2, 5.475938084995344946e-4, 1.05075007164441684324e-9,
  ],
]
const FAR: Rational = [
  [
    6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 2.9656057182850489123e-1,
    2.6532189526576123093e-2, 1.2426609473880784386e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
  ],
  [
    1, 5.9983220655588793769e-1, 1.3692988092273580531e-1, 1.48753612908506148525e-2, 7.868691311456132591e-4,
    1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
  ],
]
// biome-ignore-end lint/correctness/noPrecisionLoss: end of the coefficients
