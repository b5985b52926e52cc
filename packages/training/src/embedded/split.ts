import type { BinnedFeature } from './binning.ts'
import { binSlots, type Histogram, stride } from './histogram.ts'
import type { EmbeddedParameters } from './parameters.ts'

/** Sums over a node's rows. */
export interface Sums {
  readonly gradient: number
  readonly hessian: number
  readonly rows: number
}

/** Bins up to and including `bin` go left, missing values to `missingLeft`'s side. */
export interface Split {
  readonly feature: number
  readonly bin: number
  readonly missingLeft: boolean
  readonly gain: number
  readonly left: Sums
  readonly right: Sums
}

/** Below this the leaf's value is noise; LightGBM's min_sum_hessian_in_leaf. */
const minHessian = 1e-3
/** Gains below this are rounding. */
const minGain = 1e-9

/**
 * The split of the greatest gain GL²/(HL+λ) + GR²/(HR+λ) − G²/(H+λ) (Chen & Guestrin 2016, eq. 7, without its half), the first
 * feature and bin among equals. Undefined when no split leaves enough rows on both sides and gains anything.
 */
export function findSplit(
  histogram: Histogram,
  node: Sums,
  features: readonly BinnedFeature[],
  { l2, min_rows_per_leaf: minRows }: Pick<EmbeddedParameters, 'l2' | 'min_rows_per_leaf'>,
): Split | undefined {
  if (node.rows < 2 * minRows) return undefined
  const parent = (node.gradient * node.gradient) / (node.hessian + l2)
  let best:
    | { feature: number; bin: number; missing: number; gain: number; gradient: number; hessian: number; rows: number }
    | undefined
  for (let feature = 0; feature < features.length; feature++) {
    const { thresholds } = features[feature]!
    const base = feature * binSlots * stride
    const missingAt = base + (thresholds.length + 1) * stride
    const missingRows = histogram[missingAt + 2]!
    // With missing values: first all of them right, then all left. The last bin's end splits missing from present.
    for (let side = 0; side < (missingRows > 0 ? 2 : 1); side++) {
      let gradient = side === 1 ? histogram[missingAt]! : 0
      let hessian = side === 1 ? histogram[missingAt + 1]! : 0
      let rows = side === 1 ? missingRows : 0
      const bins = missingRows > 0 && side === 0 ? thresholds.length + 1 : thresholds.length
      for (let bin = 0; bin < bins; bin++) {
        const at = base + bin * stride
        gradient += histogram[at]!
        hessian += histogram[at + 1]!
        rows += histogram[at + 2]!
        if (rows < minRows || hessian < minHessian) continue
        const restRows = node.rows - rows
        const restHessian = node.hessian - hessian
        if (restRows < minRows || restHessian < minHessian) break
        const rest = node.gradient - gradient
        const gain = (gradient * gradient) / (hessian + l2) + (rest * rest) / (restHessian + l2) - parent
        if (gain > (best?.gain ?? minGain))
          best = { feature, bin, missing: missingRows > 0 ? side : -1, gain, gradient, hessian, rows }
      }
    }
  }
  if (!best) return undefined
  const left = { gradient: best.gradient, hessian: best.hessian, rows: best.rows }
  const right = {
    gradient: node.gradient - left.gradient,
    hessian: node.hessian - left.hessian,
    rows: node.rows - left.rows,
  }
  // Where training saw none missing, they go with the majority.
  const missingLeft = best.missing === -1 ? left.rows >= right.rows : best.missing === 1
  return { feature: best.feature, bin: best.bin, missingLeft, gain: best.gain, left, right }
}
