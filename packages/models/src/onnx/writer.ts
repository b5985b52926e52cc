import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire'
import { attributeTypes, type ElementType, elementTypes, fields } from './format.ts'

export type OnnxAttribute =
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'int'; readonly value: number }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'floats'; readonly value: ArrayLike<number> }
  | { readonly type: 'ints'; readonly value: ArrayLike<number> }
  | { readonly type: 'strings'; readonly value: readonly string[] }

export interface OnnxNode {
  /** '' is ONNX's own domain. */
  readonly domain: '' | 'ai.onnx.ml'
  readonly opType: string
  readonly name: string
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  readonly attributes: Readonly<Record<string, OnnxAttribute>>
}

export interface OnnxValue {
  readonly name: string
  readonly type: ElementType
  /** A number is a fixed size, a string a symbol such as `N`. */
  readonly shape: readonly (number | string)[]
}

export interface OnnxModel {
  readonly irVersion: number
  readonly producer: { readonly name: string; readonly version: string }
  readonly opsets: readonly { readonly domain: string; readonly version: number }[]
  readonly metadata: Readonly<Record<string, string>>
  readonly graph: {
    readonly name: string
    /** In topological order, as ONNX asks. */
    readonly nodes: readonly OnnxNode[]
    readonly inputs: readonly OnnxValue[]
    readonly outputs: readonly OnnxValue[]
  }
}

/** The model as an ONNX file. The same model always gives the same bytes: fields in a fixed order, metadata sorted by key. */
export function encodeModel(model: OnnxModel): Uint8Array {
  const writer = new BinaryWriter()
  const at = fields.model
  writer.tag(at.irVersion, WireType.Varint).int64(model.irVersion)
  writer.tag(at.producerName, WireType.LengthDelimited).string(model.producer.name)
  writer.tag(at.producerVersion, WireType.LengthDelimited).string(model.producer.version)
  message(writer, at.graph, () => writeGraph(writer, model.graph))
  for (const opset of model.opsets) {
    message(writer, at.opsetImport, () => {
      writer.tag(fields.opset.domain, WireType.LengthDelimited).string(opset.domain)
      writer.tag(fields.opset.version, WireType.Varint).int64(opset.version)
    })
  }
  for (const key of Object.keys(model.metadata).sort()) {
    message(writer, at.metadata, () => {
      writer.tag(fields.entry.key, WireType.LengthDelimited).string(key)
      writer.tag(fields.entry.value, WireType.LengthDelimited).string(model.metadata[key] ?? '')
    })
  }
  return writer.finish()
}

function writeGraph(writer: BinaryWriter, graph: OnnxModel['graph']): void {
  for (const node of graph.nodes) message(writer, fields.graph.node, () => writeNode(writer, node))
  writer.tag(fields.graph.name, WireType.LengthDelimited).string(graph.name)
  for (const value of graph.inputs) message(writer, fields.graph.input, () => writeValue(writer, value))
  for (const value of graph.outputs) message(writer, fields.graph.output, () => writeValue(writer, value))
}

function writeNode(writer: BinaryWriter, node: OnnxNode): void {
  const at = fields.node
  for (const name of node.inputs) writer.tag(at.input, WireType.LengthDelimited).string(name)
  for (const name of node.outputs) writer.tag(at.output, WireType.LengthDelimited).string(name)
  writer.tag(at.name, WireType.LengthDelimited).string(node.name)
  writer.tag(at.opType, WireType.LengthDelimited).string(node.opType)
  for (const [name, attribute] of Object.entries(node.attributes)) {
    message(writer, at.attribute, () => writeAttribute(writer, name, attribute))
  }
  if (node.domain !== '') writer.tag(at.domain, WireType.LengthDelimited).string(node.domain)
}

function writeAttribute(writer: BinaryWriter, name: string, attribute: OnnxAttribute): void {
  const at = fields.attribute
  writer.tag(at.name, WireType.LengthDelimited).string(name)
  if (attribute.type === 'float') writer.tag(at.float, WireType.Bit32).float(attribute.value)
  else if (attribute.type === 'int') writer.tag(at.int, WireType.Varint).int64(attribute.value)
  else if (attribute.type === 'string') writer.tag(at.string, WireType.LengthDelimited).string(attribute.value)
  else if (attribute.type === 'strings') {
    for (const text of attribute.value) writer.tag(at.strings, WireType.LengthDelimited).string(text)
  } else {
    // Packed: half the bytes of one tag an element, and every protobuf parser takes both forms.
    const { type, value } = attribute
    message(writer, at[type], () => {
      for (let i = 0; i < value.length; i++) type === 'floats' ? writer.float(value[i]!) : writer.int64(value[i]!)
    })
  }
  writer.tag(at.type, WireType.Varint).int32(attributeTypes[attribute.type])
}

function writeValue(writer: BinaryWriter, value: OnnxValue): void {
  writer.tag(fields.valueInfo.name, WireType.LengthDelimited).string(value.name)
  message(writer, fields.valueInfo.type, () =>
    message(writer, fields.type.tensor, () => {
      writer.tag(fields.tensorType.elementType, WireType.Varint).int32(elementTypes.indexOf(value.type))
      message(writer, fields.tensorType.shape, () => {
        for (const size of value.shape) {
          message(writer, fields.shape.dimension, () => {
            if (typeof size === 'number') writer.tag(fields.dimension.value, WireType.Varint).int64(size)
            else writer.tag(fields.dimension.symbol, WireType.LengthDelimited).string(size)
          })
        }
      })
    }),
  )
}

function message(writer: BinaryWriter, field: number, write: () => void): void {
  writer.tag(field, WireType.LengthDelimited).fork()
  write()
  writer.join()
}
