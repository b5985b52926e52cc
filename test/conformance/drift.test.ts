import {
  benjaminiHochberg,
  binnedWasserstein,
  jensenShannonBits,
  ksDistance,
  largestShareDifference,
  populationStabilityIndex,
  proportionDifference,
} from '@tidemark/statistics'
import { describe, expect, it } from 'vitest'
import published from './fixtures/drift.json' with { type: 'json' }

type Levels = Record<string, number>
interface Case {
  id: string
  statistic: string
  // biome-ignore lint/suspicious/noExplicitAny: each statistic's input has a shape of its own
  input: any
  expected: unknown
  tol: number
  source: string
}

/** Counts of both sides on the union of their levels. */
function align(reference: Levels | number[], current: Levels | number[]): [number[], number[]] {
  const levels = [...new Set([...Object.keys(reference), ...Object.keys(current)])]
  const [r, c] = [reference as Levels, current as Levels]
  return [levels.map((level) => r[level] ?? 0), levels.map((level) => c[level] ?? 0)]
}

/** Weighted values as bins of no width at their own places, with empty bins between them. */
function asBins({ x, y, wx, wy }: { x: number[]; y: number[]; wx: number[] | null; wy: number[] | null }) {
  const places = [...new Set([...x, ...y])].sort((a, b) => a - b)
  const weigh = (values: number[], weights: number[] | null) =>
    places.flatMap((place, i) => {
      const weight = values.reduce((sum, value, j) => sum + (value === place ? (weights?.[j] ?? 1) : 0), 0)
      return i === 0 ? [weight] : [0, weight]
    })
  const ends = [places[0]!, ...places.flatMap((place, i) => (i === 0 ? [place] : [place, place]))]
  return { ends, first: weigh(x, wx), second: weigh(y, wy) }
}

const compute: Record<string, (input: Case['input']) => number | number[] | Record<string, number>> = {
  linf: ({ ref_counts, cur_counts }) => largestShareDifference(...align(ref_counts, cur_counts)),
  jsd_bits_counts: ({ ref_counts, cur_counts }) => jensenShannonBits(...align(ref_counts, cur_counts)),
  js_distance: ({ p, q, base }) => Math.sqrt(jensenShannonBits(p, q) * (base === 'e' ? Math.LN2 : 1)),
  psi_counts: ({ ref_counts, cur_counts }) => populationStabilityIndex(ref_counts, cur_counts, 0),
  psi_jeffreys: ({ ref_counts, cur_counts, pseudo }) => populationStabilityIndex(ref_counts, cur_counts, pseudo),
  bh_adjust: ({ p }) => benjaminiHochberg(p),
  ks_bounds_from_bins: ({ ref_counts, cur_counts }) => {
    const { lower, upper } = ksDistance({ counts: ref_counts }, { counts: cur_counts })
    return { lower, upper }
  },
  ks_d: ({ x, y }) => {
    const { first, second } = asBins({ x, y, wx: null, wy: null })
    return ksDistance({ counts: first }, { counts: second }).lower
  },
  w1_from_bins: ({ edges, ref_counts, cur_counts }) => binnedWasserstein(edges, ref_counts, cur_counts),
  wasserstein_weighted: (input) => {
    const { ends, first, second } = asBins(input)
    return binnedWasserstein(ends, first, second)
  },
  null_rate_z: ({ ref, cur }) => ({
    p: proportionDifference({ events: ref[0], rows: ref[1] }, { events: cur[0], rows: cur[1] }).p,
  }),
}

describe('drift statistics that others published', () => {
  it.each(published.cases as Case[])('$statistic $id ($source)', ({ statistic, input, expected, tol }) => {
    const actual = compute[statistic]!(input)
    const near = (value: number, wanted: number) =>
      expect(Math.abs(value - wanted), `${value} for ${wanted}`).toBeLessThanOrEqual(tol)
    if (typeof actual === 'number') near(actual, expected as number)
    else if (Array.isArray(actual)) actual.forEach((value, i) => void near(value, (expected as number[])[i]!))
    else for (const [key, value] of Object.entries(actual)) near(value, (expected as Record<string, number>)[key]!)
  })
})
