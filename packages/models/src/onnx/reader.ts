import { BinaryReader, WireType } from '@bufbuild/protobuf/wire'
import type { SignatureValue } from '../signature.ts'
import { elementTypes, fields } from './format.ts'

/** What a model file says of itself, as read; nothing is judged yet. */
export interface ModelContents {
  irVersion: number
  readonly producer: { name: string; version: string }
  readonly opsets: { domain: string; version: number }[]
  readonly metadata: [key: string, value: string][]
  /** Local functions: operators the model defines itself. */
  functions: number
  graphs: number
  nodes: number
  /** The deepest nesting of graphs inside nodes (If, Loop, Scan); 0 when there is none. */
  depth: number
  /** Uses by `domain:opType`, of all graphs. */
  readonly operators: Map<string, number>
  readonly inputs: SignatureValue[]
  readonly outputs: SignatureValue[]
  readonly initializers: Set<string>
  initializerBytes: number
  /** Names of tensors whose values are in another file. */
  readonly externalTensors: string[]
}

export interface ReadLimits {
  readonly nodes: number
  readonly depth: number
  /** Inputs, outputs, initializers, opsets and metadata entries together. */
  readonly entries: number
}

/** A model that is well-formed, but beyond the limits of what is read. */
export class LimitExceeded extends Error {}

/**
 * Reads an ONNX file's structure without its weights: work and memory are bounded by the limits, and list attributes are skipped.
 * Fields that protobuf would merge are visited every time they occur, so that nothing can hide in a second copy.
 * Throws `LimitExceeded`, or any other error for bytes that are no such message.
 */
export function readModel(bytes: Uint8Array, limits: ReadLimits): ModelContents {
  const contents: ModelContents = {
    irVersion: 0,
    producer: { name: '', version: '' },
    opsets: [],
    metadata: [],
    functions: 0,
    graphs: 0,
    nodes: 0,
    depth: 0,
    operators: new Map(),
    inputs: [],
    outputs: [],
    initializers: new Set(),
    initializerBytes: 0,
    externalTensors: [],
  }
  new ModelReader(contents, limits).model(bytes)
  return contents
}

class ModelReader {
  private entries = 0
  private readonly contents: ModelContents
  private readonly limits: ReadLimits

  constructor(contents: ModelContents, limits: ReadLimits) {
    this.contents = contents
    this.limits = limits
  }

  model(bytes: Uint8Array): void {
    const at = fields.model
    eachField(bytes, (field) => {
      if (field.number === at.irVersion) this.contents.irVersion = field.integer()
      else if (field.number === at.producerName) this.contents.producer.name = field.text()
      else if (field.number === at.producerVersion) this.contents.producer.version = field.text()
      else if (field.number === at.graph) this.graph(field.bytes(), 0)
      else if (field.number === at.opsetImport) this.contents.opsets.push(this.opset(field.bytes()))
      else if (field.number === at.metadata) this.contents.metadata.push(this.entry(field.bytes()))
      else if (field.number === at.functions) this.contents.functions++
    })
  }

  private graph(bytes: Uint8Array, depth: number): void {
    if (depth > this.limits.depth) throw new LimitExceeded(`graphs are nested more than ${this.limits.depth} deep`)
    this.contents.graphs++
    this.contents.depth = Math.max(this.contents.depth, depth)
    const at = fields.graph
    eachField(bytes, (field) => {
      if (field.number === at.node) this.node(field.bytes(), depth)
      else if (field.number === at.initializer) this.initializer(field.bytes(), depth)
      else if (field.number === at.sparseInitializer) this.sparseTensor(field.bytes())
      else if (field.number === at.input && depth === 0) this.contents.inputs.push(this.value(field.bytes()))
      else if (field.number === at.output && depth === 0) this.contents.outputs.push(this.value(field.bytes()))
    })
  }

  private node(bytes: Uint8Array, depth: number): void {
    if (++this.contents.nodes > this.limits.nodes)
      throw new LimitExceeded(`it has more than ${this.limits.nodes} nodes`)
    let domain = ''
    let opType = ''
    const at = fields.node
    eachField(bytes, (field) => {
      if (field.number === at.domain) domain = field.text()
      else if (field.number === at.opType) opType = field.text()
      else if (field.number === at.attribute) this.attribute(field.bytes(), depth)
    })
    const key = `${domain}:${opType}`
    this.contents.operators.set(key, (this.contents.operators.get(key) ?? 0) + 1)
  }

  private attribute(bytes: Uint8Array, depth: number): void {
    const at = fields.attribute
    eachField(bytes, (field) => {
      if (field.number === at.graph || field.number === at.graphs) this.graph(field.bytes(), depth + 1)
      else if (field.number === at.tensor || field.number === at.tensors) this.tensor(field.bytes())
      else if (field.number === at.sparseTensor || field.number === at.sparseTensors) this.sparseTensor(field.bytes())
    })
  }

  private initializer(bytes: Uint8Array, depth: number): void {
    this.count()
    const name = this.tensor(bytes)
    this.contents.initializerBytes += bytes.length
    if (depth === 0) this.contents.initializers.add(name)
  }

  private sparseTensor(bytes: Uint8Array): void {
    eachField(bytes, (field) => {
      if (field.number === fields.sparseTensor.values || field.number === fields.sparseTensor.indices)
        this.tensor(field.bytes())
    })
  }

  /** Returns the tensor's name, and notes when its values are elsewhere. */
  private tensor(bytes: Uint8Array): string {
    let name = ''
    let isExternal = false
    const at = fields.tensor
    eachField(bytes, (field) => {
      if (field.number === at.name) name = field.text()
      else if (field.number === at.externalData) isExternal = true
      else if (field.number === at.dataLocation) isExternal ||= field.integer() !== 0
    })
    if (isExternal) this.contents.externalTensors.push(name)
    return name
  }

  private value(bytes: Uint8Array): SignatureValue {
    this.count()
    let name = ''
    let type: Pick<SignatureValue, 'type' | 'shape'> = { type: 'undefined', shape: null }
    eachField(bytes, (field) => {
      if (field.number === fields.valueInfo.name) name = field.text()
      else if (field.number === fields.valueInfo.type) type = this.type(field.bytes())
    })
    return { name, ...type }
  }

  private type(bytes: Uint8Array): Pick<SignatureValue, 'type' | 'shape'> {
    let result: Pick<SignatureValue, 'type' | 'shape'> = { type: 'undefined', shape: null }
    const at = fields.type
    eachField(bytes, (field) => {
      if (field.number === at.tensor) {
        let type = 'undefined'
        let shape: (number | string | null)[] | null = null
        eachField(field.bytes(), (inner) => {
          if (inner.number === fields.tensorType.elementType) type = elementTypes[inner.integer()] ?? 'unknown'
          else if (inner.number === fields.tensorType.shape) shape = this.shape(inner.bytes())
        })
        result = { type, shape }
      } else if (field.number === at.sequence) result = { type: 'sequence', shape: null }
      else if (field.number === at.map) result = { type: 'map', shape: null }
      else if (field.number === at.sparse) result = { type: 'sparse', shape: null }
      else if (field.number === at.optional) result = { type: 'optional', shape: null }
    })
    return result
  }

  private shape(bytes: Uint8Array): (number | string | null)[] {
    const shape: (number | string | null)[] = []
    eachField(bytes, (field) => {
      if (field.number !== fields.shape.dimension) return
      this.count()
      let size: number | string | null = null
      eachField(field.bytes(), (inner) => {
        if (inner.number === fields.dimension.value) size = inner.integer()
        else if (inner.number === fields.dimension.symbol) size = inner.text()
      })
      shape.push(size)
    })
    return shape
  }

  private opset(bytes: Uint8Array): { domain: string; version: number } {
    this.count()
    const opset = { domain: '', version: 0 }
    eachField(bytes, (field) => {
      if (field.number === fields.opset.domain) opset.domain = field.text()
      else if (field.number === fields.opset.version) opset.version = field.integer()
    })
    return opset
  }

  private entry(bytes: Uint8Array): [string, string] {
    this.count()
    const entry: [string, string] = ['', '']
    eachField(bytes, (field) => {
      if (field.number === fields.entry.key) entry[0] = field.text()
      else if (field.number === fields.entry.value) entry[1] = field.text()
    })
    return entry
  }

  private count(): void {
    if (++this.entries > this.limits.entries)
      throw new LimitExceeded(`it has more than ${this.limits.entries} named values`)
  }
}

export interface Field {
  readonly number: number
  integer(): number
  /** One or more of a repeated field, which writers pack or not. */
  integers(): number[]
  text(): string
  bytes(): Uint8Array
}

/** Visits a message's fields; what the visitor does not read is skipped. */
export function eachField(message: Uint8Array, visit: (field: Field) => void): void {
  const reader = new BinaryReader(message)
  while (reader.pos < reader.len) {
    const [number, wireType] = reader.tag()
    let isRead = false
    const expect = (expected: WireType) => {
      if (wireType !== expected) throw new Error(`field ${number} has wire type ${wireType}, expected ${expected}`)
      isRead = true
    }
    visit({
      number,
      integer: () => {
        expect(WireType.Varint)
        return Number(reader.int64())
      },
      integers: () => {
        isRead = true
        if (wireType === WireType.Varint) return [Number(reader.int64())]
        const end = reader.uint32() + reader.pos
        const values: number[] = []
        while (reader.pos < end) values.push(Number(reader.int64()))
        return values
      },
      text: () => {
        expect(WireType.LengthDelimited)
        return reader.string()
      },
      bytes: () => {
        expect(WireType.LengthDelimited)
        return reader.bytes()
      },
    })
    if (!isRead) reader.skip(wireType, number)
  }
}
