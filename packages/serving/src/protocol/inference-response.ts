import type { Tensor } from 'onnxruntime-node'
import type { TensorContract } from './tensor-contract.ts'

export interface OutputTensor {
  readonly contract: TensorContract
  readonly dims: readonly number[]
  readonly data: Tensor.DataType
}

/** False when an output holds NaN or an infinity: JSON has no way to say them, and they are no answer. */
export function areFinite(outputs: readonly OutputTensor[]): boolean {
  for (const { data } of outputs) {
    if (!(data instanceof Float32Array || data instanceof Float64Array)) continue
    for (let i = 0; i < data.length; i++) {
      const value = data[i]!
      if (value - value !== 0) return false
    }
  }
  return true
}

/** The protocol's response as JSON text. The outputs must be finite. */
export function writeInferenceResponse({
  model,
  version,
  id,
  outputs,
}: {
  readonly model: string
  readonly version: string
  readonly id: string
  readonly outputs: readonly OutputTensor[]
}): string {
  let text = `{"model_name":${JSON.stringify(model)},"model_version":${JSON.stringify(version)},"id":${JSON.stringify(id)},"outputs":[`
  for (let i = 0; i < outputs.length; i++) {
    const { contract, dims, data } = outputs[i]!
    const { name, datatype } = contract
    text += `${i > 0 ? ',' : ''}{"name":${JSON.stringify(name)},"datatype":"${datatype.name}","shape":[${dims.join(',')}],"data":${writeData(data, datatype.name)}}`
  }
  return `${text}]}`
}

function writeData(data: Tensor.DataType, datatype: string): string {
  if (Array.isArray(data)) return JSON.stringify(data)
  if (datatype === 'BOOL') return `[${Array.from(data as Uint8Array, (value) => value !== 0).join(',')}]`
  // Numbers print as JSON writes them; 64-bit integers with all their digits.
  return `[${(data as Float32Array).join(',')}]`
}
