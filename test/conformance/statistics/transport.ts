import { quantile } from './epps-singleton.ts'

type Weights = readonly number[] | null | undefined

/** ∫ |F − G|ᵖ dx of two weighted samples. */
export function cdfIntegral(
  x: readonly number[],
  y: readonly number[],
  power: 1 | 2,
  wx?: Weights,
  wy?: Weights,
): number {
  const steps = [
    ...x.map((value, i) => ({ value, first: wx?.[i] ?? 1, second: 0 })),
    ...y.map((value, i) => ({ value, first: 0, second: wy?.[i] ?? 1 })),
  ].sort((a, b) => a.value - b.value)
  const n = steps.reduce((sum, { first }) => sum + first, 0)
  const m = steps.reduce((sum, { second }) => sum + second, 0)
  let [f, g, integral] = [0, 0, 0]
  steps.forEach(({ value, first, second }, i) => {
    f += first
    g += second
    const next = steps[i + 1]
    if (next !== undefined && next.value > value) integral += Math.abs(f / n - g / m) ** power * (next.value - value)
  })
  return integral
}

/** √(2 ∫ (F − G)²). */
export const energyDistance = (x: readonly number[], y: readonly number[], wx?: Weights, wy?: Weights): number =>
  Math.sqrt(2 * cdfIntegral(x, y, 2, wx, wy))

/** Wasserstein-1 after each side's outer `trim` shares are left out and both are scaled to their common range. */
export function scaledTransport(x: readonly number[], y: readonly number[], trim: number): number {
  const within = (values: readonly number[]): readonly number[] => {
    if (trim === 0) return values
    const sorted = values.toSorted((a, b) => a - b)
    const [low, high] = [quantile(sorted, trim), quantile(sorted, 1 - trim)]
    return sorted.filter((value) => value >= low && value <= high)
  }
  const [a, b] = [within(x), within(y)]
  const least = Math.min(...a, ...b)
  const width = Math.max(...a, ...b) - least
  return width === 0 ? 0 : cdfIntegral(a, b, 1) / width
}
