export { type Column, type ColumnTable, type NumberColumn, nullCode, type StringColumn } from './column-table.ts'
export { inspectModel, type ModelDescription } from './inspection.ts'
export { type Latency, measureLatency } from './latency.ts'
export { type Model, openModel, type ScoreOptions } from './model.ts'
export { encodeModel, type OnnxAttribute, type OnnxModel, type OnnxNode, type OnnxValue } from './onnx/writer.ts'
export {
  compareSignatures,
  type Dimension,
  describeSignatureValue,
  type ModelSignature,
  type SignatureComparison,
  type SignatureValue,
} from './signature.ts'
export { assertSignature } from './signature-check.ts'
