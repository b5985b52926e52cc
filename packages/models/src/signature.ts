import type { Signature } from '@tidemark/schemas'

/**
 * One input or output. A dimension is a size, a symbol such as `N` (the batch), or null when the model does not say; the shape is
 * null when the rank is unknown. `type` is ONNX's element type (`float`, `string`, …) or `sequence`, `map`, `optional`, `sparse`.
 */
export type SignatureValue = Signature['inputs'][number]

/** `name: float[N,1]`, as shown in errors. */
export function describeSignatureValue({ name, type, shape }: SignatureValue): string {
  return `${name}: ${type}${shape === null ? '[…]' : `[${shape.map((size) => size ?? '?').join(',')}]`}`
}
