import { type BaselineColumn, type ProfileColumn, readAtEdge, readNumbers } from '@tidemark/schemas'

/** A part of the values' range, with the share of the baseline's and of the window's values in it. */
export interface Bin {
  readonly from: number
  readonly to: number
  readonly baseline: number
  readonly window: number
}

/** Two distributions on one axis. */
export interface Overlay {
  /** Of equal width in the values; for values that may not be shown, in the baseline's ranks from 0 to 1. */
  readonly bins: readonly Bin[]
  /** Shares outside of the bins. */
  readonly below: Omit<Bin, 'from' | 'to'>
  readonly above: Omit<Bin, 'from' | 'to'>
  /** Where the two cumulative shares are farthest apart: what is at most `edge`. */
  readonly gap: Omit<Bin, 'from' | 'to'> & { readonly edge: number }
}

type NumericBaseline = BaselineColumn & { readonly kind: 'numeric' }
type NumericProfile = ProfileColumn & { readonly kind: 'numeric' }

/** Whether a column's values may be shown: a baseline keeps no minimum of the others. */
export const isPublic = ({ minimum }: NumericBaseline): boolean => minimum !== null

const mostBins = 40
const rankBins = 20

/** Baseline and window of a numeric column as histograms; null where either has no values. */
export function overlayOf(column: NumericBaseline, profile: NumericProfile): Overlay | null {
  const edges = readNumbers(column.edges)
  const baseline = cumulate(readNumbers(column.counts), readAtEdge(column))
  const window = cumulate(addDays(profile.counts), readNumbers(profile.atEdge))
  if (edges.length === 0 || baseline === null || window === null) return null
  const gap = widestGap(edges, baseline, window)
  if (!isPublic(column)) return { ...byRank(baseline, window), gap }
  return { ...byValue(edges, baseline, window), gap }
}

/** Rows of all days, bin by bin. */
export function addDays(days: readonly string[]): number[] {
  const sums: number[] = []
  for (const day of days) for (const [bin, count] of readNumbers(day).entries()) sums[bin] = (sums[bin] ?? 0) + count
  return sums
}

interface Cumulative {
  /** Share of the values up to each edge. */
  readonly upTo: readonly number[]
  /** Share of the values that are an edge. */
  readonly atEdge: readonly number[]
}

function cumulate(counts: readonly number[], atEdge: readonly number[]): Cumulative | null {
  const rows = counts.reduce((sum, count) => sum + count, 0)
  if (rows === 0) return null
  let seen = 0
  return {
    upTo: counts.slice(0, -1).map((count) => (seen += count) / rows),
    atEdge: atEdge.map((count) => count / rows),
  }
}

function widestGap(edges: readonly number[], baseline: Cumulative, window: Cumulative): Overlay['gap'] {
  let widest = 0
  for (const at of edges.keys()) {
    const distance = (edge: number) => Math.abs(baseline.upTo[edge]! - window.upTo[edge]!)
    if (distance(at) > distance(widest)) widest = at
  }
  return { edge: edges[widest]!, baseline: baseline.upTo[widest]!, window: window.upTo[widest]! }
}

/** From the first percentile of either to the last, so that a long tail does not press the rest together. */
function byValue(edges: readonly number[], baseline: Cumulative, window: Cumulative): Omit<Overlay, 'gap'> {
  const both = [baseline, window]
  const first = edges.findIndex((_, i) => both.some(({ upTo }) => upTo[i]! >= 0.01))
  const last = edges.findIndex((_, i) => both.every(({ upTo }) => upTo[i]! >= 0.99))
  const low = edges[Math.max(0, first)]!
  const high = edges[last < 0 ? edges.length - 1 : last]!
  const borders = bordersOf(low, Math.max(low, high), edges, baseline)
  const shares = both.map((each) => borders.map((border) => shareUpTo(border, edges, each)))
  // The first bin holds the values at its own left end, which those between two whole numbers have none of.
  const start = both.map((each) => shareBelow(borders[0]!, edges, each))
  const bins = borders.slice(1).map((to, i) => {
    const share = (of: number) => shares[of]![i + 1]! - (i === 0 ? start[of]! : shares[of]![i]!)
    return { from: borders[i]!, to, baseline: share(0), window: share(1) }
  })
  return {
    bins,
    below: { baseline: start[0]!, window: start[1]! },
    above: { baseline: 1 - shares[0]!.at(-1)!, window: 1 - shares[1]!.at(-1)! },
  }
}

/** Ends of the bins. Whole numbers get bins of whole numbers, or some bins would hold more of them than others. */
function bordersOf(low: number, high: number, edges: readonly number[], { atEdge }: Cumulative): number[] {
  const isWhole = edges.every(Number.isInteger) && atEdge.reduce((sum, share) => sum + share, 0) > 0.95
  if (isWhole) {
    const width = Math.max(1, Math.ceil((high - low + 1) / mostBins))
    const count = Math.ceil((high - low + 1) / width)
    return Array.from({ length: count + 1 }, (_, i) => low - 0.5 + i * width)
  }
  if (!(high > low)) return [low, low + Math.max(Math.abs(low), 1) * 1e-9]
  return Array.from({ length: mostBins + 1 }, (_, i) => (i === mostBins ? high : low + (i / mostBins) * (high - low)))
}

/** Share of the values at most `value`: exact at the edges, evenly spread between them. */
function shareUpTo(value: number, edges: readonly number[], { upTo, atEdge }: Cumulative): number {
  const next = edges.findIndex((edge) => edge >= value)
  if (next < 0) return upTo.at(-1)!
  if (edges[next] === value) return upTo[next]!
  if (next === 0) return upTo[0]! - atEdge[0]!
  const [left, right] = [edges[next - 1]!, edges[next]!]
  const between = upTo[next]! - atEdge[next]! - upTo[next - 1]!
  return upTo[next - 1]! + between * ((value - left) / (right - left))
}

function shareBelow(value: number, edges: readonly number[], of: Cumulative): number {
  const at = edges.indexOf(value)
  return shareUpTo(value, edges, of) - (at < 0 ? 0 : of.atEdge[at]!)
}

/** Bins of about a twentieth of the baseline: no value shows, only where the window has more or fewer. */
function byRank(baseline: Cumulative, window: Cumulative): Omit<Overlay, 'gap'> {
  const bins: Bin[] = []
  let from = { baseline: 0, window: 0 }
  const upTo = [
    ...baseline.upTo.map((share, i) => ({ baseline: share, window: window.upTo[i]! })),
    { baseline: 1, window: 1 },
  ]
  for (const [i, to] of upTo.entries()) {
    if (to.baseline - from.baseline < 1 / rankBins - 1e-9 && i < upTo.length - 1) continue
    if (to.baseline > from.baseline || to.window > from.window)
      bins.push({
        from: from.baseline,
        to: to.baseline,
        baseline: to.baseline - from.baseline,
        window: to.window - from.window,
      })
    from = to
  }
  const nothing = { baseline: 0, window: 0 }
  return { bins, below: nothing, above: nothing }
}
