import { type Signature, TidemarkError } from '@tidemark/schemas'
import type { OnnxValue } from 'onnxruntime-node'
import { describeSignatureValue, type SignatureValue } from './signature.ts'

/**
 * The output that holds probabilities: `probability`, else `probabilities` (scikit-learn's name), else the only float output.
 * Its shape is [N], [N,1], or [N,2] with the positive class second. Throws `SIGNATURE_MISMATCH` when there is none.
 */
export function chooseOutput({ outputs }: Signature): SignatureValue {
  const floats = outputs.filter(({ type }) => type === 'float' || type === 'double')
  const chosen =
    floats.find(({ name }) => name === 'probability') ??
    floats.find(({ name }) => name === 'probabilities') ??
    (floats.length === 1 ? floats[0] : undefined)
  if (chosen) return chosen
  const isZipMap = outputs.some(({ type }) => type === 'sequence' || type === 'map')
  throw new TidemarkError(
    'SIGNATURE_MISMATCH',
    `The model has no output of probabilities (${outputs.map(describeSignatureValue).join(', ')}).`,
    {
      hint: isZipMap
        ? 'Export with options={"zipmap": False}: a list of maps is not scored.'
        : 'Name the output `probability`: a float tensor [N,1] of the positive class.',
    },
  )
}

/** Copies a batch's probabilities into `scores`. */
export function readProbabilities(output: OnnxValue | undefined, scores: Float64Array): void {
  const data = output && 'data' in output ? output.data : undefined
  const width = data && scores.length > 0 ? data.length / scores.length : 0
  if (!(data instanceof Float32Array || data instanceof Float64Array) || (width !== 1 && width !== 2)) {
    throw new TidemarkError(
      'SIGNATURE_MISMATCH',
      `The model returned ${data?.length ?? 'no'} values for ${scores.length} rows.`,
      {
        hint: 'The output must be a float tensor [N], [N,1], or [N,2] with the positive class second.',
      },
    )
  }
  for (let i = 0; i < scores.length; i++) scores[i] = data[i * width + width - 1]!
}

/** Throws `SCORE_INVALID` with the count and the first rows when a score is NaN, infinite or outside [0, 1]. */
export function checkScores(scores: Float64Array, rowIds?: ArrayLike<string | number | bigint>): void {
  let count = 0
  const first: { path: string; message: string }[] = []
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i]!
    if (score >= 0 && score <= 1) continue
    if (count++ < 5) first.push({ path: `row ${rowIds?.[i] ?? i}`, message: `score ${score}` })
  }
  if (count === 0) return
  throw new TidemarkError('SCORE_INVALID', `${count} of ${scores.length} scores are not probabilities within [0, 1].`, {
    hint: 'Look at these rows: the model may return a margin instead of a probability, or not handle missing values.',
    problems: first,
  })
}
