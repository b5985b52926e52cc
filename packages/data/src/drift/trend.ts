import type { DriftCheck, DriftResult } from '@tidemark/schemas'
import { benjaminiHochberg, monotoneTrend } from '@tidemark/statistics'

/** An effect that grows from window to window. */
export interface DriftTrend {
  readonly column: string
  readonly family: DriftResult['family']
  readonly windows: number
  /** The newest effect, its slope per window, and the warning limit. */
  readonly effect: number
  readonly slope: number
  readonly limit: number
  /** Adjusted over all effects (Benjamini–Hochberg). */
  readonly q: number
  /** About how many windows until the effect is at the limit, if it goes on; 0 where it is there. */
  readonly windowsToLimit: number
}

/** Fewer windows do not make a trend, and older ones are another story. */
const fewestWindows = 6
const mostWindows = 26

/**
 * Effects that have grown over the windows on record, the fastest to reach its limit first: a slow drift shows here before it crosses any limit.
 * It is told and decides nothing.
 */
export function findDriftTrends(
  checks: readonly Pick<DriftCheck, 'window' | 'results'>[],
  { falseDiscoveryRate }: Pick<DriftCheck['policy'], 'falseDiscoveryRate'>,
): DriftTrend[] {
  const recent = [...checks].sort((a, b) => (a.window.start < b.window.start ? -1 : 1)).slice(-mostWindows)
  const results = recent.flatMap((check) => check.results.filter(({ effect }) => effect !== null))
  const series = [...Map.groupBy(results, ({ family, column }) => `${family}\n${column}`).values()]
    .filter(({ length }) => length >= fewestWindows)
    .map((windows) => ({ windows, trend: monotoneTrend(windows.map(({ effect }) => effect!)) }))
  const q = benjaminiHochberg(series.map(({ trend }) => trend.p))
  return series
    .flatMap(({ windows, trend }, i): DriftTrend[] => {
      const { column, family, limits, effect } = windows.at(-1)!
      if (!(trend.slope > 0 && q[i]! <= falseDiscoveryRate)) return []
      const left = Math.max(0, (limits.warn - effect!) / trend.slope)
      const { slope } = trend
      const windowsToLimit = Math.ceil(left)
      return [
        {
          column,
          family,
          windows: windows.length,
          effect: effect!,
          slope,
          limit: limits.warn,
          q: q[i]!,
          windowsToLimit,
        },
      ]
    })
    .sort((a, b) => a.windowsToLimit - b.windowsToLimit || b.slope - a.slope)
}
