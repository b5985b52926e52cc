/** A binary tree in arrays; node 0 is the root. */
export interface Tree {
  /** The feature split on, -1 for a leaf. */
  readonly feature: readonly number[]
  /** A value goes left when it is <= the threshold (float32). */
  readonly threshold: readonly number[]
  readonly missingLeft: readonly boolean[]
  readonly left: readonly number[]
  readonly right: readonly number[]
  /** What a leaf adds to the log-odds (float32). */
  readonly value: readonly number[]
}

/** Boosted trees: the log-odds are `base` and every tree's leaf. */
export interface Forest {
  readonly base: number
  readonly trees: readonly Tree[]
}

/** The probability of every row, from features as float32, summed in double precision. */
export function predictForest({ base, trees }: Forest, features: readonly Float32Array[], rows: number): Float64Array {
  const scores = new Float64Array(rows).fill(base)
  for (const tree of trees) {
    for (let row = 0; row < rows; row++) scores[row]! += tree.value[findLeaf(tree, features, row)]!
  }
  return scores.map((score) => 1 / (1 + Math.exp(-score)))
}

function findLeaf(tree: Tree, features: readonly Float32Array[], row: number): number {
  let node = 0
  for (;;) {
    const feature = tree.feature[node]!
    if (feature === -1) return node
    const value = features[feature]![row]!
    const goesLeft = Number.isNaN(value) ? tree.missingLeft[node]! : value <= tree.threshold[node]!
    node = goesLeft ? tree.left[node]! : tree.right[node]!
  }
}
