import type { BinnedFeature } from './binning.ts'
import type { Forest, Tree } from './forest.ts'
import type { RowGroups } from './grouping.ts'
import type { EmbeddedParameters } from './parameters.ts'
import { TreeGrowth } from './tree-growth.ts'

export interface Boosted {
  readonly forest: Forest
  /** Total gain by feature. */
  readonly gains: Float64Array
  /** Means over the training rows. */
  readonly logLoss: number
  readonly brier: number
}

/**
 * Gradient boosting on the logistic loss by Newton steps (Friedman 2001; Chen & Guestrin 2016), starting at the overall log-odds.
 * Everything is summed in a fixed order, so the same groups give the same trees bit for bit.
 */
export function boost(
  features: readonly BinnedFeature[],
  groups: RowGroups,
  parameters: EmbeddedParameters,
  onTree: (done: number) => void,
): Boosted {
  const { count, rows, positives } = groups
  const gradient = new Float64Array(count)
  const hessian = new Float64Array(count)
  const allRows = rows.reduce((sum, n) => sum + n, 0)
  const allPositives = positives.reduce((sum, n) => sum + n, 0)
  const base = Math.fround(Math.log(allPositives / (allRows - allPositives)))
  const scores = new Float64Array(count).fill(base)
  const growth = new TreeGrowth(features, groups, { gradient, hessian, rows }, parameters)
  const gains = new Float64Array(features.length)
  const trees: Tree[] = []
  for (let done = 1; done <= parameters.trees; done++) {
    for (let i = 0; i < count; i++) {
      const probability = 1 / (1 + Math.exp(-scores[i]!))
      gradient[i] = rows[i]! * probability - positives[i]!
      hessian[i] = rows[i]! * probability * (1 - probability)
    }
    const grown = growth.grow()
    if (grown.leaves.length === 1) break // no split gains anything, and none will
    for (const { value, start, end } of grown.leaves) addToScores(scores, growth.order, start, end, value)
    for (const { feature, gain } of grown.gains) gains[feature]! += gain
    trees.push(grown.tree)
    onTree(done)
  }
  return { forest: { base, trees }, gains, ...meanLosses(scores, groups, allRows) }
}

function addToScores(scores: Float64Array, order: Uint32Array, start: number, end: number, value: number): void {
  for (let i = start; i < end; i++) scores[order[i]!]! += value
}

function meanLosses(
  scores: Float64Array,
  { rows, positives }: RowGroups,
  allRows: number,
): { logLoss: number; brier: number } {
  let logLoss = 0
  let brier = 0
  for (const [i, score] of scores.entries()) {
    const softplus = Math.max(score, 0) + Math.log1p(Math.exp(-Math.abs(score)))
    const probability = 1 / (1 + Math.exp(-score))
    logLoss += rows[i]! * softplus - positives[i]! * score
    brier += positives[i]! * (1 - probability) ** 2 + (rows[i]! - positives[i]!) * probability ** 2
  }
  return { logLoss: logLoss / allRows, brier: brier / allRows }
}
