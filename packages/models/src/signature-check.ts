import { canonicalJson, type Signature, TidemarkError } from '@tidemark/schemas'
import { inspectModel } from './inspection.ts'

/** The recorded signature is what the bytes say. Throws `SIGNATURE_MISMATCH`, and what `inspectModel` throws. */
export function assertSignature(recorded: Signature, bytes: Uint8Array | undefined): void {
  const actual = bytes && inspectModel(bytes).signature
  if (actual !== undefined && canonicalJson(actual) === canonicalJson(recorded)) return
  throw new TidemarkError('SIGNATURE_MISMATCH', 'the run records another signature than its model.onnx has', {
    hint: 'Run train again; do not edit what travels between jobs.',
  })
}
