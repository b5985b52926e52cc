import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inspectModel } from './inspection.ts'
import { fields } from './onnx/format.ts'
import { smallModel } from './onnx/small-model.fixture.ts'
import { encodeModel, type OnnxAttribute, type OnnxModel, type OnnxNode, type OnnxValue } from './onnx/writer.ts'
import { findRowCoupling } from './row-coupling.ts'

type Attributes = Readonly<Record<string, OnnxAttribute>>

const int = (value: number): OnnxAttribute => ({ type: 'int', value })
const floats = (value: readonly number[]): OnnxAttribute => ({ type: 'floats', value })

function node(opType: string, inputs: string[], output: string, attributes: Attributes = {}): OnnxNode {
  const [name = '', domain = ''] = opType.split('@') as [string, OnnxNode['domain']]
  return { domain, opType: name, name: output, inputs, outputs: [output], attributes }
}

const x: OnnxValue = { name: 'x', type: 'float', shape: ['N', 1] }
const wide: OnnxValue = { name: 'wide', type: 'float', shape: ['N', 3] }
const flat: OnnxValue = { name: 'flat', type: 'float', shape: ['N'] }

function couplingOf(
  nodes: readonly OnnxNode[],
  { inputs = [x, wide, flat], ...change }: { readonly inputs?: readonly OnnxValue[] } & Partial<OnnxModel> = {},
): string | null {
  const outputs = [{ name: 'out', type: 'float', shape: ['N', 1] }] as const
  const bytes = encodeModel({
    ...smallModel,
    metadata: {},
    ...change,
    graph: { name: 'graph', nodes, inputs, outputs },
  })
  return findRowCoupling(bytes, inspectModel(bytes))
}

const list = node('Constant', [], 'list', { value_floats: floats([1, 2, 3]) })
const scalar = node('Constant', [], 'scalar', { value_float: { type: 'float', value: 2 } })
const indices = node('Constant', [], 'indices', { value_ints: { type: 'ints', value: [0, 2] } })

describe('rows stay apart', () => {
  test('in a model of encoders, sums and a sigmoid', () => {
    const bytes = encodeModel(smallModel)
    expect(findRowCoupling(bytes, inspectModel(bytes))).toBeNull()
  })

  test.each<[string, OnnxNode[]]>([
    ['operands of the same form', [node('Add', ['x', 'x'], 'out')]],
    ['a wider row beside a narrow one', [node('Mul', ['x', 'wide'], 'out')]],
    ['a constant for each column', [list, node('Sub', ['wide', 'list'], 'out')]],
    ['a scalar for a flat column', [scalar, node('Div', ['flat', 'scalar'], 'out')]],
    ['columns beside one another', [node('Concat', ['x', 'wide'], 'out', { axis: int(-1) })]],
    ['some columns of each row', [indices, node('Gather', ['wide', 'indices'], 'out', { axis: int(1) })]],
    [
      'a choice by a condition',
      [scalar, node('Less', ['x', 'scalar'], 'low'), node('Where', ['low', 'x', 'wide'], 'out')],
    ],
    ['a cast to double', [node('Cast', ['x'], 'out', { to: int(11) })]],
    ['trees over a row of features', [node('TreeEnsembleRegressor@ai.onnx.ml', ['wide'], 'out')]],
  ])('with %s', (_, nodes) => {
    expect(couplingOf(nodes)).toBeNull()
  })
})

describe('a tensor that the file holds', () => {
  /** `out` = wide + held, where held has these sizes. */
  function couplingWith(dims: readonly number[], isPacked: boolean): string | null {
    const bytes = encodeModel({
      ...smallModel,
      graph: {
        name: 'graph',
        nodes: [node('Add', ['wide', 'held'], 'out')],
        inputs: [wide],
        outputs: [{ name: 'out', type: 'float', shape: ['N', 3] }],
      },
    })
    const at = fields.tensor
    const tensor = new BinaryWriter()
    if (isPacked) {
      tensor.tag(at.dims, WireType.LengthDelimited).fork()
      for (const dim of dims) tensor.int64(dim)
      tensor.join()
    } else for (const dim of dims) tensor.tag(at.dims, WireType.Varint).int64(dim)
    tensor.tag(at.dataType, WireType.Varint).int32(1)
    tensor.tag(at.name, WireType.LengthDelimited).string('held')
    const graph = new BinaryWriter()
    graph.tag(fields.graph.initializer, WireType.LengthDelimited).bytes(tensor.finish())
    const more = new BinaryWriter()
    more.tag(fields.model.graph, WireType.LengthDelimited).bytes(graph.finish())
    // Protobuf merges a message that comes twice.
    const model = Buffer.concat([bytes, more.finish()])
    return findRowCoupling(model, inspectModel(model))
  }

  test.each([true, false])('is the same for every row when its first size is 1 (sizes packed: %s)', (isPacked) => {
    expect(couplingWith([1, 3], isPacked)).toBeNull()
    expect(couplingWith([3], isPacked)).toBeNull()
    expect(couplingWith([2, 3], isPacked)).toMatch(/another axis/)
    expect(couplingWith([1, 1, 3], isPacked)).toMatch(/another axis/)
  })
})

describe('rows may depend on one another, or nobody can say', () => {
  test.each<[string, OnnxNode[], RegExp]>([
    ['columns laid over rows', [node('Add', ['x', 'flat'], 'out')], /^Add: .* another axis/],
    ['a list laid over rows', [list, node('Add', ['flat', 'list'], 'out')], /^Add: .* another axis/],
    ['rows below one another', [node('Concat', ['x', 'x'], 'out', { axis: int(0) })], /^Concat: it joins on the rows/],
    ['the same by a negative axis', [node('Concat', ['x', 'x'], 'out', { axis: int(-2) })], /^Concat: it joins/],
    [
      'a constant below the rows',
      [list, node('Concat', ['flat', 'list'], 'out', { axis: int(0) })],
      /^Concat: not all/,
    ],
    ['entries across rows', [indices, node('Gather', ['wide', 'indices'], 'out')], /^Gather: .* across rows/],
    ['trees over all rows as one', [node('TreeEnsembleRegressor@ai.onnx.ml', ['flat'], 'out')], /row of features each/],
    ['a sum over rows', [node('ReduceSum', ['x'], 'out')], /^ReduceSum: it is not known/],
    ['sums whose order the number of rows decides', [node('MatMul', ['wide', 'x'], 'out')], /^MatMul: /],
    ['a function whose last elements are computed otherwise', [node('Exp', ['x'], 'out')], /^Exp: /],
    [
      'a sigmoid of doubles',
      [node('Cast', ['x'], 'd', { to: int(11) }), node('Sigmoid', ['d'], 'out')],
      /type is double/,
    ],
    ['a cast to whole numbers', [node('Cast', ['x'], 'out', { to: int(7) })], /^Cast: to a type that rounds/],
    ['an output that no row decides', [node('Constant', [], 'out', { value_floats: floats([1]) })], /^output out/],
    ['an operator of the same name elsewhere', [node('Sigmoid@ai.onnx.ml', ['x'], 'out')], /^Sigmoid: it is not known/],
    ['an output of something that is not there', [node('Neg', ['nothing'], 'out')], /input "nothing" is not known/],
  ])('with %s', (_, nodes, reason) => {
    expect(couplingOf(nodes)).toMatch(reason)
  })

  test.each<[string, OnnxValue['shape']]>([
    ['a fixed number of rows', [1, 1]],
    ['rows of any width', ['N', 'M']],
    ['no axis', []],
    ['rows of its own', ['M', 1]],
  ])('with an input of %s', (_, shape) => {
    const inputs: OnnxValue[] = [x, { name: 'other', type: 'float', shape }]
    expect(couplingOf([node('Neg', ['x'], 'out')], { inputs })).toMatch(/^input other/)
  })

  test.each([12, 23])('with operators of set %d, whose meaning is not known here', (version) => {
    const opsets = [{ domain: '', version }] as const
    expect(couplingOf([node('Neg', ['x'], 'out')], { opsets })).toMatch(/operators are of/)
  })

  test('with any operator that is not on the list, wherever it stands', () => {
    const name = fc.stringMatching(/^[A-Z][A-Za-z]{0,12}$/)
    const known = /^(Identity|Neg|Abs|Floor|Ceil|Not|IsNaN|Sigmoid|Equal|And|Or|Xor|Add|Sub|Mul|Div)$/
    fc.assert(
      fc.property(
        name.filter((drawn) => !known.test(drawn)),
        (drawn) => {
          expect(couplingOf([node(drawn, ['x'], 'a'), node('Neg', ['x'], 'out')])).not.toBeNull()
        },
      ),
      { seed: 1 },
    )
  })
})
