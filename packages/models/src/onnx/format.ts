/**
 * Field numbers of onnx.proto (ONNX 1.16, IR version 10), only those read or written here.
 * https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
 */
export const fields = {
  model: {
    irVersion: 1,
    producerName: 2,
    producerVersion: 3,
    graph: 7,
    opsetImport: 8,
    metadata: 14,
    training: 20,
    functions: 25,
  },
  opset: { domain: 1, version: 2 },
  entry: { key: 1, value: 2 },
  graph: { node: 1, name: 2, initializer: 5, input: 11, output: 12, sparseInitializer: 15 },
  node: { input: 1, output: 2, name: 3, opType: 4, attribute: 5, domain: 7 },
  attribute: {
    name: 1,
    float: 2,
    int: 3,
    string: 4,
    tensor: 5,
    graph: 6,
    floats: 7,
    ints: 8,
    strings: 9,
    tensors: 10,
    graphs: 11,
    type: 20,
    sparseTensor: 22,
    sparseTensors: 23,
  },
  tensor: { dims: 1, dataType: 2, name: 8, rawData: 9, externalData: 13, dataLocation: 14 },
  sparseTensor: { values: 1, indices: 2 },
  valueInfo: { name: 1, type: 2 },
  type: { tensor: 1, sequence: 4, map: 5, sparse: 8, optional: 9 },
  tensorType: { elementType: 1, shape: 2 },
  shape: { dimension: 1 },
  dimension: { value: 1, symbol: 2 },
} as const

/** TensorProto.DataType by number. */
export const elementTypes = [
  'undefined',
  'float',
  'uint8',
  'int8',
  'uint16',
  'int16',
  'int32',
  'int64',
  'string',
  'bool',
  'float16',
  'double',
  'uint32',
  'uint64',
  'complex64',
  'complex128',
  'bfloat16',
  'float8e4m3fn',
  'float8e4m3fnuz',
  'float8e5m2',
  'float8e5m2fnuz',
  'uint4',
  'int4',
  'float4e2m1',
] as const

export type ElementType = (typeof elementTypes)[number]

/** AttributeProto.AttributeType. */
export const attributeTypes = { float: 1, int: 2, string: 3, floats: 6, ints: 7, strings: 8 } as const
