import { elementTypes, fields } from './format.ts'
import { eachField, LimitExceeded } from './reader.ts'

/** How a graph's nodes are joined, and the form of what it holds itself. */
export interface Topology {
  /** In the file's order, which ONNX wants to be topological. */
  readonly nodes: TopologyNode[]
  /** Initializers by name. */
  readonly constants: Map<string, ConstantForm>
}

export interface TopologyNode {
  /** '' is ONNX's own domain. */
  domain: string
  opType: string
  readonly inputs: string[]
  readonly outputs: string[]
  readonly attributes: Map<string, TopologyAttribute>
}

export interface TopologyAttribute {
  int?: number
  tensor?: ConstantForm
}

/** A tensor without its values. */
export interface ConstantForm {
  /** ONNX's element type, `unknown` where the file does not say. */
  readonly type: string
  readonly dims: readonly number[]
}

/**
 * Reads the main graph's nodes with their inputs, outputs and single whole-number attributes. Throws `LimitExceeded` when nodes, names
 * and attributes together are more than the limit, and any other error for bytes that are no such message.
 */
export function readTopology(bytes: Uint8Array, limit: number): Topology {
  const topology: Topology = { nodes: [], constants: new Map() }
  let count = 0
  const add = () => {
    if (++count > limit) throw new LimitExceeded(`its graph has more than ${limit} parts`)
  }
  const at = fields.graph
  eachField(bytes, (field) => {
    if (field.number !== fields.model.graph) return
    eachField(field.bytes(), (inner) => {
      if (inner.number === at.node) topology.nodes.push(readNode(inner.bytes(), add))
      else if (inner.number === at.initializer) {
        add()
        const { name, form } = readTensor(inner.bytes())
        topology.constants.set(name, form)
      }
    })
  })
  return topology
}

function readNode(bytes: Uint8Array, add: () => void): TopologyNode {
  add()
  const node: TopologyNode = { domain: '', opType: '', inputs: [], outputs: [], attributes: new Map() }
  const at = fields.node
  eachField(bytes, (field) => {
    if (field.number === at.domain) node.domain = field.text()
    else if (field.number === at.opType) node.opType = field.text()
    else if (field.number === at.input || field.number === at.output || field.number === at.attribute) {
      add()
      if (field.number === at.input) node.inputs.push(field.text())
      else if (field.number === at.output) node.outputs.push(field.text())
      else {
        const { name, attribute } = readAttribute(field.bytes())
        node.attributes.set(name, attribute)
      }
    }
  })
  if (node.domain === 'ai.onnx') node.domain = ''
  return node
}

function readAttribute(bytes: Uint8Array): { name: string; attribute: TopologyAttribute } {
  let name = ''
  const attribute: TopologyAttribute = {}
  const at = fields.attribute
  eachField(bytes, (field) => {
    if (field.number === at.name) name = field.text()
    else if (field.number === at.int) attribute.int = field.integer()
    else if (field.number === at.tensor) attribute.tensor = readTensor(field.bytes()).form
  })
  return { name, attribute }
}

function readTensor(bytes: Uint8Array): { name: string; form: ConstantForm } {
  let name = ''
  let type = 'unknown'
  const dims: number[] = []
  const at = fields.tensor
  eachField(bytes, (field) => {
    if (field.number === at.name) name = field.text()
    else if (field.number === at.dataType) type = elementTypes[field.integer()] ?? 'unknown'
    else if (field.number === at.dims) dims.push(...field.integers())
  })
  return { name, form: { type, dims } }
}
