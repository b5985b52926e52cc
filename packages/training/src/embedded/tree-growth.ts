import type { BinnedFeature } from './binning.ts'
import type { Tree } from './forest.ts'
import type { RowGroups } from './grouping.ts'
import { binSlots, fillHistogram, type Gradients, type Histogram, stride, subtractHistogram } from './histogram.ts'
import type { EmbeddedParameters } from './parameters.ts'
import { findSplit, type Split, type Sums } from './split.ts'

/** A grown tree, and which groups ended in which leaf: `order[start..end)`. */
export interface GrownTree {
  readonly tree: Tree
  readonly leaves: readonly { readonly value: number; readonly start: number; readonly end: number }[]
  /** Total gain of the splits on each feature. */
  readonly gains: readonly { readonly feature: number; readonly gain: number }[]
}

interface Leaf {
  readonly node: number
  readonly start: number
  readonly end: number
  readonly sums: Sums
  readonly histogram: Histogram | undefined
  readonly split: Split | undefined
}

/** Grows trees leaf by leaf, the best split first (Shi 2007; LightGBM). Its buffers are reused from tree to tree. */
export class TreeGrowth {
  /** Groups, those of a leaf next to each other and ascending. */
  readonly order: Uint32Array
  private readonly spare: Uint32Array
  private readonly pool: Histogram[] = []
  private readonly features: readonly BinnedFeature[]
  private readonly groups: RowGroups
  private readonly gradients: Gradients
  private readonly parameters: EmbeddedParameters

  constructor(
    features: readonly BinnedFeature[],
    groups: RowGroups,
    gradients: Gradients,
    parameters: EmbeddedParameters,
  ) {
    this.features = features
    this.groups = groups
    this.gradients = gradients
    this.parameters = parameters
    this.order = new Uint32Array(groups.count)
    this.spare = new Uint32Array(groups.count)
  }

  grow(): GrownTree {
    for (let i = 0; i < this.order.length; i++) this.order[i] = i
    const nodes = { feature: [-1], threshold: [0], missingLeft: [false], left: [0], right: [0], value: [0] }
    const gains: { feature: number; gain: number }[] = []
    const leaves: Leaf[] = [this.root()]
    while (leaves.length < this.parameters.leaves) {
      const at = indexOfBest(leaves)
      const leaf = leaves[at]!
      const { split } = leaf
      if (!split) break
      gains.push({ feature: split.feature, gain: split.gain })
      const left = nodes.feature.length
      for (const side of [split.left, split.right]) addLeafNode(nodes, this.leafValue(side))
      nodes.feature[leaf.node] = split.feature
      nodes.threshold[leaf.node] = this.features[split.feature]!.thresholds[split.bin] ?? Number.POSITIVE_INFINITY
      nodes.missingLeft[leaf.node] = split.missingLeft
      nodes.left[leaf.node] = left
      nodes.right[leaf.node] = left + 1
      nodes.value[leaf.node] = 0
      const isLast = leaves.length + 1 === this.parameters.leaves
      leaves.splice(at, 1, ...this.children(leaf, split, left, isLast))
    }
    for (const { histogram } of leaves) if (histogram) this.pool.push(histogram)
    return {
      tree: nodes,
      gains,
      leaves: leaves.map(({ node, start, end }) => ({ value: nodes.value[node]!, start, end })),
    }
  }

  private root(): Leaf {
    const histogram = this.takeHistogram()
    this.fill(histogram, 0, this.order.length)
    const sums = { gradient: 0, hessian: 0, rows: 0 }
    for (let at = 0; at < binSlots * stride; at += stride) {
      sums.gradient += histogram[at]!
      sums.hessian += histogram[at + 1]!
      sums.rows += histogram[at + 2]!
    }
    return { node: 0, start: 0, end: this.order.length, sums, histogram, split: this.findSplit(histogram, sums) }
  }

  /** Sums only the smaller child's histogram; the larger one's is what remains of the parent's. */
  private children(parent: Leaf, split: Split, left: number, isLast: boolean): [Leaf, Leaf] {
    const middle = this.partition(parent, split)
    const sides = [
      { node: left, start: parent.start, end: middle, sums: split.left },
      { node: left + 1, start: middle, end: parent.end, sums: split.right },
    ] as const
    const isTooSmall = ({ rows }: Sums) => rows < 2 * this.parameters.min_rows_per_leaf
    if (isLast || (isTooSmall(split.left) && isTooSmall(split.right))) {
      this.pool.push(parent.histogram!)
      const leaf = (side: (typeof sides)[number]): Leaf => ({ ...side, histogram: undefined, split: undefined })
      return [leaf(sides[0]), leaf(sides[1])]
    }
    const isLeftSmaller = middle - parent.start <= parent.end - middle
    const smaller = sides[isLeftSmaller ? 0 : 1]
    const small = this.takeHistogram()
    this.fill(small, smaller.start, smaller.end)
    const large = parent.histogram!
    subtractHistogram(large, small)
    const leaf = (side: (typeof sides)[number]): Leaf => {
      const histogram = side === smaller ? small : large
      return { ...side, histogram, split: this.findSplit(histogram, side.sums) }
    }
    return [leaf(sides[0]), leaf(sides[1])]
  }

  /** Moves the left child's groups to the front, keeping both sides ascending. Returns where the right one begins. */
  private partition({ start, end }: Leaf, { feature, bin, missingLeft }: Split): number {
    const { order, spare } = this
    const bins = this.groups.bins[feature]!
    const missing = this.features[feature]!.thresholds.length + 1
    let left = start
    let right = 0
    for (let i = start; i < end; i++) {
      const group = order[i]!
      const groupBin = bins[group]!
      if (groupBin === missing ? missingLeft : groupBin <= bin) order[left++] = group
      else spare[right++] = group
    }
    order.set(spare.subarray(0, right), left)
    return left
  }

  private leafValue({ gradient, hessian }: Sums): number {
    // Float32, as the model holds it: training goes on from what will be predicted.
    return Math.fround((-gradient / (hessian + this.parameters.l2)) * this.parameters.learning_rate)
  }

  private findSplit(histogram: Histogram, sums: Sums): Split | undefined {
    return findSplit(histogram, sums, this.features, this.parameters)
  }

  private fill(histogram: Histogram, start: number, end: number): void {
    fillHistogram(histogram, this.groups.bins, this.gradients, this.order, start, end)
  }

  private takeHistogram(): Histogram {
    return this.pool.pop() ?? new Float64Array(this.features.length * binSlots * stride)
  }
}

function indexOfBest(leaves: readonly Leaf[]): number {
  let best = 0
  for (const [i, { split }] of leaves.entries()) if ((split?.gain ?? 0) > (leaves[best]!.split?.gain ?? 0)) best = i
  return best
}

function addLeafNode(
  nodes: {
    feature: number[]
    threshold: number[]
    missingLeft: boolean[]
    left: number[]
    right: number[]
    value: number[]
  },
  value: number,
): void {
  nodes.feature.push(-1)
  nodes.threshold.push(0)
  nodes.missingLeft.push(false)
  nodes.left.push(0)
  nodes.right.push(0)
  nodes.value.push(value)
}
