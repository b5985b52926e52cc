import type { ModelDescription } from './inspection.ts'
import { readTopology, type TopologyNode } from './onnx/topology.ts'

/** A tensor with one entry a row on its first axis. */
interface RowsForm {
  readonly kind: 'rows'
  readonly rank: number
  readonly type: string
}

/** A tensor that is the same whatever the rows. */
interface ConstantForm {
  readonly kind: 'constant'
  readonly rank: number
  /** Size of the first axis; undefined for a scalar, and where it is not known. */
  readonly first: number | undefined
  readonly type: string
}

type Form = RowsForm | ConstantForm

/** The forms of a node's outputs, or why its rows may depend on one another. */
type Rule = (node: TopologyNode, operands: readonly Form[]) => readonly Form[] | string

const limit = 100_000

/**
 * Why rows of this model must not be run together, or null when a row's answer is the same bits whatever other rows are beside it.
 * Null only for graphs of a few operators, each known to work row by row, with forms followed from the inputs to every output;
 * everything else is refused, which is never wrong. Sums over features (`MatMul`, `Gemm`, linear models) are not among them, since
 * their kernels add in another order for one row than for many; nor what is computed otherwise for the last few elements of an
 * array than for the ones before (`Exp`, `Pow`), or treats NaN otherwise there (`Relu`, `Min`, `Clip`, `Cast` to integers).
 */
export function findRowCoupling(bytes: Uint8Array, { signature, opsets }: ModelDescription): string | null {
  for (const { domain, version } of opsets) {
    const known = versions[domain === '' ? 'ai.onnx' : domain]
    if (!known || version < known.from || version > known.to) return `its operators are of ${domain} ${version}`
  }
  const forms = new Map<string, Form>()
  const batch = signature.inputs[0]?.shape?.[0]
  for (const { name, type, shape } of signature.inputs) {
    const [first, ...rest] = shape ?? [0]
    if (typeof first === 'number' || first !== batch || rest.some((size) => typeof size !== 'number'))
      return `input ${name} does not have one entry of a fixed form a row`
    forms.set(name, { kind: 'rows', rank: rest.length + 1, type })
  }
  try {
    const { nodes, constants } = readTopology(bytes, limit)
    for (const [name, { dims, type }] of constants)
      forms.set(name, { kind: 'constant', rank: dims.length, first: dims[0], type })
    for (const node of nodes) {
      const problem = follow(node, forms)
      if (problem) return `${node.opType}: ${problem}`
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  const mixed = signature.outputs.find(
    ({ name, shape }) => forms.get(name)?.kind !== 'rows' || typeof shape?.[0] === 'number',
  )
  return mixed ? `output ${mixed.name} does not have one entry a row` : null
}

// What a later version of an operator set may add to an operator is not known here.
const versions: Readonly<Record<string, { readonly from: number; readonly to: number }>> = {
  'ai.onnx': { from: 13, to: 22 },
  'ai.onnx.ml': { from: 1, to: 4 },
}

function follow(node: TopologyNode, forms: Map<string, Form>): string | null {
  const rule = rules.get(node.domain === '' ? node.opType : `${node.domain} ${node.opType}`)
  if (!rule) return 'it is not known to work row by row'
  const operands: Form[] = []
  for (const name of node.inputs) {
    const form = forms.get(name)
    if (!form) return `its input ${JSON.stringify(name)} is not known`
    operands.push(form)
  }
  const outputs = rule(node, operands)
  if (typeof outputs === 'string') return outputs
  for (const [i, name] of node.outputs.entries()) {
    const form = outputs[i]
    if (form && name !== '') forms.set(name, form)
  }
  return null
}

/** Operands are stretched over one another from the last axis: no axis but the first may meet the rows. */
function elementwise(typeOf: (operands: readonly Form[]) => string): Rule {
  return (_, operands) => {
    const rank = operands.find(({ kind }) => kind === 'rows')?.rank
    if (rank === undefined) return 'it has no operand with rows'
    const isApart = (operand: Form) =>
      operand.kind === 'rows'
        ? operand.rank === rank
        : operand.rank < rank || (operand.rank === rank && operand.first === 1)
    if (!operands.every(isApart)) return 'its operands meet on another axis than the rows’'
    return [{ kind: 'rows', rank, type: typeOf(operands) }]
  }
}

const sameType = elementwise((operands) => operands[0]?.type ?? 'unknown')
const truth = elementwise(() => 'bool')

/** Only for float, whose kernels treat all elements of an array alike. */
const floatFunction: Rule = (node, operands) =>
  operands[0]?.type === 'float' ? sameType(node, operands) : `its type is ${operands[0]?.type}`

const cast: Rule = (node, operands) => {
  const type = castTypes.get(node.attributes.get('to')?.int ?? 0)
  return type === undefined ? 'to a type that rounds' : elementwise(() => type)(node, operands)
}

// By TensorProto.DataType. From any type each is one rounding, or none, by IEEE 754.
const castTypes = new Map([
  [1, 'float'],
  [9, 'bool'],
  [11, 'double'],
])

const concat: Rule = ({ attributes }, operands) => {
  const rank = operands[0]?.rank ?? 0
  if (operands.some((operand) => operand.kind !== 'rows' || operand.rank !== rank)) return 'not all of it has rows'
  const axis = attributes.get('axis')?.int ?? 0
  const isBeside = axis > 0 ? axis < rank : axis < 0 && axis > -rank
  return isBeside ? [operands[0]!] : 'it joins on the rows’ axis'
}

/** A table's entries by each row's index, or some columns of each row. */
const gather: Rule = ({ attributes }, [data, indices]) => {
  const axis = attributes.get('axis')?.int ?? 0
  if (!data || !indices) return 'it has no indices'
  const result = { kind: 'rows', rank: data.rank + indices.rank - 1, type: data.type } as const
  if (data.kind === 'constant' && indices.kind === 'rows' && axis === 0) return [result]
  if (data.kind === 'rows' && indices.kind === 'constant' && axis > 0 && axis < data.rank) return [result]
  return 'it takes entries across rows'
}

const constant: Rule = ({ attributes }) => {
  const [[name, { tensor }] = ['', { tensor: undefined }]] = attributes
  if (tensor) return [{ kind: 'constant', rank: tensor.dims.length, first: tensor.dims[0], type: tensor.type }]
  const scalar = { value_float: 'float', value_int: 'int64', value_string: 'string' }[name]
  if (scalar) return [{ kind: 'constant', rank: 0, first: undefined, type: scalar }]
  const list = { value_floats: 'float', value_ints: 'int64', value_strings: 'string' }[name]
  return list
    ? [{ kind: 'constant', rank: 1, first: undefined, type: list }]
    : 'its value is of a kind that is not read'
}

const labelEncoder: Rule = (node, operands) => {
  const type = node.attributes.has('values_floats') ? 'float' : 'unknown'
  return elementwise(() => type)(node, operands)
}

// A vector would be one row to these, with the rows as its features.
const treeRegressor: Rule = (_, [features]) =>
  isTable(features) ? [{ kind: 'rows', rank: 2, type: 'float' }] : 'its input is not a row of features each'

const treeClassifier: Rule = (_, [features]) =>
  isTable(features)
    ? [
        { kind: 'rows', rank: 1, type: 'unknown' },
        { kind: 'rows', rank: 2, type: 'float' },
      ]
    : 'its input is not a row of features each'

function isTable(form: Form | undefined): boolean {
  return form?.kind === 'rows' && form.rank === 2
}

const rules = new Map<string, Rule>([
  ...['Identity', 'Neg', 'Abs', 'Floor', 'Ceil', 'Add', 'Sub', 'Mul', 'Div'].map((name) => [name, sameType] as const),
  ...['Equal', 'Less', 'LessOrEqual', 'Greater', 'GreaterOrEqual', 'And', 'Or', 'Xor', 'Not', 'IsNaN'].map(
    (name) => [name, truth] as const,
  ),
  ['Where', elementwise((operands) => operands[1]?.type ?? 'unknown')],
  ['Sigmoid', floatFunction],
  ['Cast', cast],
  ['Concat', concat],
  ['Gather', gather],
  ['Constant', constant],
  ['ai.onnx.ml LabelEncoder', labelEncoder],
  ['ai.onnx.ml TreeEnsembleRegressor', treeRegressor],
  ['ai.onnx.ml TreeEnsembleClassifier', treeClassifier],
])
