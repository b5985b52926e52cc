import { type Column, encodeModel, type OnnxNode } from '@tidemark/models'
import type { CategoryEncoding } from './encoding.ts'
import type { Forest } from './forest.ts'

/** Who trains; the version changes when the same table, parameters and seed may give another model. */
export const embeddedTrainer = { name: 'tidemark-boosted-trees', version: '1' } as const

/** What the model does with a raw column: takes the number, or looks the string up. */
export type FeatureInput =
  | { readonly name: string; readonly kind: Extract<Column['kind'], 'number'> }
  | { readonly name: string; readonly kind: Extract<Column['kind'], 'string'>; readonly encoding: CategoryEncoding }

/**
 * The trained model as ONNX: one [N,1] input a raw feature column, string columns through a LabelEncoder, all through a
 * TreeEnsembleRegressor and a Sigmoid to `probability` [N,1]. Nothing in it depends on when or where it was made.
 */
export function exportOnnx(
  features: readonly FeatureInput[],
  forest: Forest,
  metadata: Readonly<Record<string, string>>,
): Uint8Array {
  // Inputs have the columns' own names, so inner names need a prefix that no input has.
  let prefix = 'tidemark/'
  while (features.some(({ name }) => name.startsWith(prefix))) prefix += '/'
  const encoded = (feature: FeatureInput) =>
    feature.kind === 'string' ? `${prefix}encoded/${feature.name}` : feature.name
  const encoders = features.flatMap((feature) =>
    feature.kind === 'string' ? [labelEncoder(feature.name, encoded(feature), feature.encoding)] : [],
  )
  const nodes: OnnxNode[] = [
    ...encoders,
    {
      domain: '',
      opType: 'Concat',
      name: 'features',
      inputs: features.map(encoded),
      outputs: [`${prefix}features`],
      attributes: { axis: { type: 'int', value: 1 } },
    },
    treeEnsemble(forest, `${prefix}features`, `${prefix}log-odds`),
    {
      domain: '',
      opType: 'Sigmoid',
      name: 'probability',
      inputs: [`${prefix}log-odds`],
      outputs: ['probability'],
      attributes: {},
    },
  ]
  return encodeModel({
    irVersion: 8,
    producer: embeddedTrainer,
    opsets: [
      { domain: '', version: 17 },
      { domain: 'ai.onnx.ml', version: 3 },
    ],
    metadata,
    graph: {
      name: 'tidemark',
      nodes,
      inputs: features.map(({ name, kind }) => ({
        name,
        type: kind === 'number' ? 'float' : 'string',
        shape: ['N', 1],
      })),
      outputs: [{ name: 'probability', type: 'float', shape: ['N', 1] }],
    },
  })
}

function labelEncoder(input: string, output: string, { categories, values, fallback }: CategoryEncoding): OnnxNode {
  return {
    domain: 'ai.onnx.ml',
    opType: 'LabelEncoder',
    name: `encode ${input}`,
    inputs: [input],
    outputs: [output],
    attributes: {
      // ONNX Runtime wants at least one key; nulls arrive as '', which has the fallback's value anyway.
      keys_strings: { type: 'strings', value: categories.length > 0 ? categories : [''] },
      values_floats: { type: 'floats', value: categories.length > 0 ? values : [fallback] },
      default_float: { type: 'float', value: fallback },
    },
  }
}

/** https://onnx.ai/onnx/operators/onnx_aionnxml_TreeEnsembleRegressor.html, version 3 */
function treeEnsemble({ base, trees }: Forest, input: string, output: string): OnnxNode {
  const nodes = { tree: [] as number[], node: [] as number[], feature: [] as number[], threshold: [] as number[] }
  const branches = { mode: [] as string[], left: [] as number[], right: [] as number[], missingLeft: [] as number[] }
  const leaves = { tree: [] as number[], node: [] as number[], value: [] as number[] }
  // Boosting that found no split at all still needs a tree: a leaf of nothing.
  const grown =
    trees.length > 0
      ? trees
      : [{ feature: [-1], threshold: [0], missingLeft: [false], left: [0], right: [0], value: [0] }]
  for (const [t, tree] of grown.entries()) {
    for (const [n, feature] of tree.feature.entries()) {
      const isLeaf = feature === -1
      nodes.tree.push(t)
      nodes.node.push(n)
      nodes.feature.push(isLeaf ? 0 : feature)
      nodes.threshold.push(tree.threshold[n]!)
      branches.mode.push(isLeaf ? 'LEAF' : 'BRANCH_LEQ')
      branches.left.push(tree.left[n]!)
      branches.right.push(tree.right[n]!)
      branches.missingLeft.push(tree.missingLeft[n] ? 1 : 0)
      if (!isLeaf) continue
      leaves.tree.push(t)
      leaves.node.push(n)
      leaves.value.push(tree.value[n]!)
    }
  }
  return {
    domain: 'ai.onnx.ml',
    opType: 'TreeEnsembleRegressor',
    name: 'trees',
    inputs: [input],
    outputs: [output],
    attributes: {
      n_targets: { type: 'int', value: 1 },
      aggregate_function: { type: 'string', value: 'SUM' },
      post_transform: { type: 'string', value: 'NONE' },
      base_values: { type: 'floats', value: [base] },
      nodes_treeids: { type: 'ints', value: nodes.tree },
      nodes_nodeids: { type: 'ints', value: nodes.node },
      nodes_featureids: { type: 'ints', value: nodes.feature },
      nodes_values: { type: 'floats', value: nodes.threshold },
      nodes_modes: { type: 'strings', value: branches.mode },
      nodes_truenodeids: { type: 'ints', value: branches.left },
      nodes_falsenodeids: { type: 'ints', value: branches.right },
      nodes_missing_value_tracks_true: { type: 'ints', value: branches.missingLeft },
      target_treeids: { type: 'ints', value: leaves.tree },
      target_nodeids: { type: 'ints', value: leaves.node },
      target_ids: { type: 'ints', value: leaves.tree.map(() => 0) },
      target_weights: { type: 'floats', value: leaves.value },
    },
  }
}
