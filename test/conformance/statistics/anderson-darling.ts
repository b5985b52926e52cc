import type { Tested } from './two-samples.ts'

/**
 * k-sample Anderson–Darling test (Scholz & Stephens 1987): the statistic less its mean over its deviation, by midranks (their equation 7)
 * or ranks (6). The p-value is interpolated between .25 and .001 by a parabola through their table 2, and held there beyond.
 */
export function andersonDarling(samples: readonly (readonly number[])[], isMidrank: boolean): Tested {
  const sorted = samples.map((sample) => sample.toSorted((a, b) => a - b))
  const all = sorted.flat().sort((a, b) => a - b)
  const sizes = samples.map(({ length }) => length)
  const [k, rows] = [samples.length, all.length]
  const raw = isMidrank ? midrankStatistic(sorted, all) : rankStatistic(sorted, all)
  const stat = (raw - (k - 1)) / Math.sqrt(varianceOf(sizes, rows))
  return { stat, p: interpolateP(stat, k - 1) }
}

const countUpTo = (values: readonly number[], limit: number): number => values.filter((value) => value <= limit).length
const countBelow = (values: readonly number[], limit: number): number => values.filter((value) => value < limit).length

function midrankStatistic(sorted: readonly number[][], all: readonly number[]): number {
  const rows = all.length
  let sum = 0
  for (const at of new Set(all)) {
    const [below, tied] = [countBelow(all, at), countUpTo(all, at) - countBelow(all, at)]
    const before = below + tied / 2
    for (const sample of sorted) {
      const own = (countUpTo(sample, at) + countBelow(sample, at)) / 2
      const deviation = (rows * own - before * sample.length) ** 2 / (before * (rows - before) - (rows * tied) / 4)
      sum += ((tied / rows) * deviation) / sample.length
    }
  }
  return (sum * (rows - 1)) / rows
}

function rankStatistic(sorted: readonly number[][], all: readonly number[]): number {
  const rows = all.length
  let sum = 0
  for (const at of [...new Set(all)].slice(0, -1)) {
    const before = countUpTo(all, at)
    const tied = before - countBelow(all, at)
    for (const sample of sorted) {
      const deviation = (rows * countUpTo(sample, at) - before * sample.length) ** 2 / (before * (rows - before))
      sum += ((tied / rows) * deviation) / sample.length
    }
  }
  return sum
}

/** Their equation 4. */
function varianceOf(sizes: readonly number[], rows: number): number {
  const k = sizes.length
  const inverse = sizes.reduce((sum, size) => sum + 1 / size, 0)
  let [h, g] = [0, 0]
  for (let i = 1; i < rows; i++) h += 1 / i
  // Σ_{i=1}^{N−2} Σ_{j=i+1}^{N−1} 1 / ((N − i) j)
  let tail = 0
  for (let j = rows - 1; j >= 2; j--) {
    tail += 1 / j
    g += tail / (rows - j + 1)
  }
  const a = (4 * g - 6) * (k - 1) + (10 - 6 * g) * inverse
  const b = (2 * g - 4) * k ** 2 + 8 * h * k + (2 * g - 14 * h - 4) * inverse - 8 * h + 4 * g - 6
  const c = (6 * h + 2 * g - 2) * k ** 2 + (4 * h - 4 * g + 6) * k + (2 * h - 6) * inverse + 4 * h
  const d = (2 * h + 6) * k ** 2 - 4 * h * k
  return (a * rows ** 3 + b * rows ** 2 + c * rows + d) / ((rows - 1) * (rows - 2) * (rows - 3))
}

/** Level, and the coefficients of its critical value b₀ + b₁/√m + b₂/m. */
const table: readonly (readonly [number, number, number, number])[] = [
  [0.25, 0.675, -0.245, -0.105],
  [0.1, 1.281, 0.25, -0.305],
  [0.05, 1.645, 0.678, -0.362],
  [0.025, 1.96, 1.149, -0.391],
  [0.01, 2.326, 1.822, -0.396],
  [0.005, 2.573, 2.364, -0.345],
  [0.001, 3.085, 3.615, -0.154],
]

function interpolateP(stat: number, m: number): number {
  const points = table.map(([level, b0, b1, b2]): [number, number] => [
    b0 + b1 / Math.sqrt(m) + b2 / m,
    Math.log(level),
  ])
  if (stat < points[0]![0]) return 0.25
  if (stat > points.at(-1)![0]) return 0.001
  const [c0, c1, c2] = fitParabola(points)
  return Math.exp(c0 + c1 * stat + c2 * stat * stat)
}

/** Least squares by orthogonal polynomials on the points themselves. */
function fitParabola(points: readonly [number, number][]): [number, number, number] {
  const dot = (f: (x: number) => number, g: (x: number, y: number) => number): number =>
    points.reduce((sum, [x, y]) => sum + f(x) * g(x, y), 0)
  const one = () => 1
  const centre = dot(one, (x) => x) / points.length
  const first = (x: number): number => x - centre
  const slope = dot(first, (x) => x * first(x)) / dot(first, first)
  const offset = dot(first, first) / points.length
  const second = (x: number): number => (x - slope) * first(x) - offset
  const [a, b, c] = [one, first, second].map((f) => dot(f, (_, y) => y) / dot(f, f)) as [number, number, number]
  return [a - b * centre + c * (slope * centre - offset), b - c * (slope + centre), c]
}
