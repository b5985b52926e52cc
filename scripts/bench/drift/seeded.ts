// Twenty independent columns of seeded rows: fifteen of numbers of many shapes, five of categories.
import { normalQuantile } from '../../../packages/statistics/src/index.ts'
import type { Column, Table } from './table.ts'

export type Random = () => number

/** Uniform numbers in (0, 1): mulberry32. */
export function generator(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 2 ** 32
  }
}

const shapes: readonly ((next: Random) => number)[] = [
  // The first is the one that power is measured on: its σ is 1.
  (next) => normalQuantile(next()),
  (next) => 50 + 12 * normalQuantile(next()),
  (next) => Math.exp(normalQuantile(next())),
  (next) => Math.exp(1.5 * normalQuantile(next())),
  (next) => -Math.log(next()),
  (next) => next(),
  (next) => Math.round(100 * next()),
  (next) => Math.floor(-8 * Math.log(next())),
  (next) => Math.round(20 + 4 * normalQuantile(next())),
  // Student's t on 3 degrees, as a normal over the root of a mean square.
  (next) => normalQuantile(next()) / Math.sqrt([0, 0, 0].reduce((sum) => sum + normalQuantile(next()) ** 2, 0) / 3),
  (next) => (next() < 0.3 ? 0 : -Math.log(next())),
  (next) => (next() < 0.5 ? -2 : 2) + 0.5 * normalQuantile(next()),
  (next) => next() * next(),
  (next) => 24 * next() ** 2,
  (next) => normalQuantile(next()) ** 2,
]
const levelCounts = [2, 5, 10, 50, 200]

/** `rows` rows over the days from `first` on, as many on each of them as there can be. */
export function seededTable(next: Random, { rows, first, days }: { rows: number; first: number; days: number }): Table {
  return {
    days: Uint32Array.from({ length: rows }, (_, row) => first + Math.floor((row * days) / rows)),
    columns: [
      ...shapes.map((draw, i): Column => {
        const values = Float64Array.from({ length: rows }, () => draw(next))
        return { kind: 'numeric', name: `x${i}`, family: 'features', values }
      }),
      ...levelCounts.map((count): Column => {
        // Shares that fall as 1/rank.
        const cumulative = cumulate(Array.from({ length: count }, (_, level) => 1 / (level + 1)))
        return {
          kind: 'categorical',
          name: `c${count}`,
          family: 'features',
          codes: Uint32Array.from({ length: rows }, () => search(cumulative, next())),
          levels: cumulative.map((_, level) => `l${level}`),
        }
      }),
    ],
  }
}

/** The first column moved by so many of its standard deviations. */
export function shiftFirst({ days, columns }: Table, sigmas: number): Table {
  const [first, ...rest] = columns
  if (first?.kind !== 'numeric') throw new Error('the first column has numbers')
  return { days, columns: [{ ...first, values: first.values.map((value) => value + sigmas) }, ...rest] }
}

function cumulate(weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  let seen = 0
  return weights.map((weight) => (seen += weight) / all)
}

function search(cumulative: readonly number[], draw: number): number {
  let [low, high] = [0, cumulative.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (cumulative[middle]! < draw) low = middle + 1
    else high = middle
  }
  return low
}
