import { normalCdf } from '../distributions/normal.ts'

export interface Proportion {
  readonly events: number
  readonly rows: number
}

/**
 * Difference of two independent proportions, second less first, with the two-sided p-value of the pooled z-test of no
 * difference. Rows are taken as independent, which production rows seldom are: for bounds see `driftBounds`.
 */
export function proportionDifference(first: Proportion, second: Proportion): { difference: number; p: number } {
  const difference = second.events / second.rows - first.events / first.rows
  const pooled = (first.events + second.events) / (first.rows + second.rows)
  const standardError = Math.sqrt(pooled * (1 - pooled) * (1 / first.rows + 1 / second.rows))
  if (standardError === 0) return { difference, p: 1 }
  return { difference, p: Math.min(1, 2 * normalCdf(-Math.abs(difference) / standardError)) }
}
