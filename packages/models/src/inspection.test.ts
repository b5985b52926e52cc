import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire'
import { TidemarkError } from '@tidemark/schemas'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inspectModel } from './inspection.ts'
import { fields } from './onnx/format.ts'
import { smallModel } from './onnx/small-model.fixture.ts'
import { encodeModel, type OnnxModel } from './onnx/writer.ts'

const bytes = encodeModel(smallModel)

describe('a model that was written', () => {
  test('is described as it was given', () => {
    const description = inspectModel(bytes)
    expect(description).toMatchObject({
      sizeBytes: bytes.length,
      irVersion: 8,
      producer: { name: 'fixture', version: '1' },
      opsets: smallModel.opsets,
      nodes: 3,
      metadata: { first: '1', second: 'ü' },
      signature: { inputs: smallModel.graph.inputs, outputs: smallModel.graph.outputs },
    })
    expect(description.operators).toEqual([
      { domain: 'ai.onnx', opType: 'Add', uses: 1 },
      { domain: 'ai.onnx', opType: 'Sigmoid', uses: 1 },
      { domain: 'ai.onnx.ml', opType: 'LabelEncoder', uses: 1 },
    ])
  })

  test('has the same bytes whatever order its metadata were given in', () => {
    expect(encodeModel({ ...smallModel, metadata: { first: '1', second: 'ü' } })).toEqual(bytes)
  })

  test('keeps any names, shapes and metadata', () => {
    const name = fc.string({ unit: 'grapheme', maxLength: 20 })
    const value = fc.record({
      name,
      type: fc.constantFrom('float', 'string', 'int64'),
      shape: fc.array(fc.oneof(fc.nat(), name), { maxLength: 4 }),
    })
    fc.assert(
      fc.property(fc.array(value), fc.array(value), fc.dictionary(name, name), (inputs, outputs, metadata) => {
        const model = { ...smallModel, metadata, graph: { ...smallModel.graph, inputs, outputs } } as OnnxModel
        const description = inspectModel(encodeModel(model))
        expect(description.signature).toEqual({ inputs, outputs })
        expect(Object.entries(description.metadata).sort()).toEqual(Object.entries(metadata).sort())
      }),
    )
  })
})

describe('bytes that are not ONNX', () => {
  const cases: [string, Uint8Array, RegExp][] = [
    ['nothing', new Uint8Array(), /empty/],
    ['a pickle', Uint8Array.of(0x80, 4, 0x95, 1, 0, 0), /pickle/],
    ['a zip', Buffer.from('PK\u0003\u0004....'), /zip/],
    ['an HDF5 file', Uint8Array.of(0x89, 0x48, 0x44, 0x46), /HDF5/],
    ['a compressed joblib file', Uint8Array.of(0x78, 0x9c, 1, 2), /joblib/],
    ['an LFS pointer', Buffer.from('version https://git-lfs.github.com/spec/v1\n'), /LFS/],
    ['XGBoost JSON', Buffer.from('{"learner":{}}'), /XGBoost/],
    ['text', Buffer.from('hello, world'), /starts with 68 65/],
  ]
  test.each(cases)('%s is named, with how to export', (_, other, message) => {
    const error = refusalOf(other)
    expect(error.code).toBe('MODEL_UNREADABLE')
    expect(error.message).toMatch(message)
    expect(error.hint).not.toBe('')
  })

  test('a model cut short anywhere is unreadable or refused, never a crash', () => {
    for (let length = 0; length < bytes.length; length++) {
      try {
        inspectModel(bytes.subarray(0, length))
      } catch (error) {
        expect(error).toBeInstanceOf(TidemarkError)
      }
    }
    expect(refusalOf(bytes.subarray(0, 60)).code).toBe('MODEL_UNREADABLE')
  })

  test('random bytes give no other error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (random) => {
        expect(refusalOf(Uint8Array.of(8, 8, ...random)).code).toMatch(/^MODEL_/)
      }),
    )
  })
})

describe('models that are refused', () => {
  const withNode = (write: (writer: BinaryWriter) => void) =>
    appendGraph((writer) => field(writer, fields.graph.node, write))

  test('an operator of another domain, even in a second copy of the graph', () => {
    const model = withNode((writer) => {
      writer.tag(fields.node.opType, WireType.LengthDelimited).string('Evil')
      writer.tag(fields.node.domain, WireType.LengthDelimited).string('com.example')
    })
    const error = refusalOf(model)
    expect(error.code).toBe('MODEL_REFUSED')
    expect(error.problems[0]?.message).toContain('com.example Evil')
  })

  test('values in another file, in an initializer and in a constant', () => {
    const external = (writer: BinaryWriter) => {
      writer.tag(fields.tensor.name, WireType.LengthDelimited).string('weights')
      writer.tag(fields.tensor.dataLocation, WireType.Varint).int32(1)
    }
    const models = [
      appendGraph((writer) => field(writer, fields.graph.initializer, external)),
      withNode((writer) =>
        field(writer, fields.node.attribute, () => field(writer, fields.attribute.tensor, external)),
      ),
    ]
    for (const model of models)
      expect(refusalOf(model)).toMatchObject({
        code: 'MODEL_REFUSED',
        message: expect.stringContaining('external data'),
      })
  })

  test('graphs nested without end', () => {
    const nest = (writer: BinaryWriter, depth: number): void => {
      field(writer, fields.graph.node, () =>
        field(writer, fields.node.attribute, () =>
          field(writer, fields.attribute.graph, () => depth > 0 && nest(writer, depth - 1)),
        ),
      )
    }
    expect(refusalOf(appendGraph((writer) => nest(writer, 200)))).toMatchObject({
      code: 'MODEL_REFUSED',
      message: expect.stringContaining('nested'),
    })
  })

  test('more nodes than any such model has', () => {
    const model = appendGraph((writer) => {
      for (let i = 0; i < 100_001; i++) field(writer, fields.graph.node, () => undefined)
    })
    expect(refusalOf(model)).toMatchObject({ code: 'MODEL_REFUSED', message: expect.stringContaining('nodes') })
  })

  test('operators that the model defines itself', () => {
    const writer = new BinaryWriter().raw(bytes)
    field(writer, fields.model.functions, () => undefined)
    expect(refusalOf(writer.finish())).toMatchObject({
      code: 'MODEL_REFUSED',
      message: expect.stringContaining('functions'),
    })
  })
})

describe('inputs that callers may leave out', () => {
  const marked = (names: string) => encodeModel({ ...smallModel, metadata: { 'tidemark.optional_inputs': names } })

  test('are named by the metadata', () => {
    const { inputs } = inspectModel(marked(' number ')).signature
    expect(inputs.map(({ name, optional }) => [name, optional])).toEqual([
      ['number', true],
      ['text', undefined],
    ])
    expect(inspectModel(marked('')).signature).toEqual(inspectModel(bytes).signature)
  })

  test.each([
    ['no input', 'number,late', /"late" is no input/],
    ['a name that objects have anyway', 'constructor', /"constructor" is no input/],
    ['every input', 'text,number', /at least one/],
  ])('are refused when they are %s', (_, names, message) => {
    const refusal = refusalOf(marked(names))
    expect(refusal.code).toBe('MODEL_REFUSED')
    expect(refusal.problems.map((problem) => problem.message).join()).toMatch(message)
  })

  test('are refused when their type has no missing value', () => {
    const [number, ...others] = smallModel.graph.inputs
    const inputs = [{ ...number!, type: 'int64' as const }, ...others]
    const model = encodeModel({
      ...smallModel,
      metadata: { 'tidemark.optional_inputs': 'number' },
      graph: { ...smallModel.graph, inputs },
    })
    expect(refusalOf(model).problems[0]?.message).toMatch(/int64/)
  })
})

function refusalOf(model: Uint8Array): TidemarkError {
  try {
    inspectModel(model)
  } catch (error) {
    if (error instanceof TidemarkError) return error
    throw error
  }
  throw new Error('the model was accepted')
}

/** The small model, followed by a second graph field: protobuf merges the two. */
function appendGraph(write: (writer: BinaryWriter) => void): Uint8Array {
  const writer = new BinaryWriter().raw(bytes)
  field(writer, fields.model.graph, write)
  return writer.finish()
}

function field(writer: BinaryWriter, number: number, write: (writer: BinaryWriter) => void): void {
  writer.tag(number, WireType.LengthDelimited).fork()
  write(writer)
  writer.join()
}
