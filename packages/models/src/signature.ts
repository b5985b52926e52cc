import type { Problem, Signature } from '@tidemark/schemas'

/**
 * One input or output. A dimension is a size, a symbol such as `N` (the batch), or null when the model does not say; the shape is
 * null when the rank is unknown. `type` is ONNX's element type (`float`, `string`, …) or `sequence`, `map`, `optional`, `sparse`.
 */
export type SignatureValue = Signature['inputs'][number]

/** `name: float[N,1]`, as shown in errors. */
export function describeSignatureValue({ name, type, shape }: SignatureValue): string {
  return `${name}: ${type}${shape === null ? '[…]' : `[${shape.map((size) => size ?? '?').join(',')}]`}`
}

/** Metadata of a model that names the inputs that callers may leave out, separated by commas. */
export const optionalInputsKey = 'tidemark.optional_inputs'

const optionalTypes = new Set(['float', 'double', 'string'])

/** The inputs with those marked optional that the metadata names, and every name that cannot be: what is left out must have a value. */
export function markOptionalInputs(
  inputs: readonly SignatureValue[],
  metadata: Readonly<Record<string, string>>,
): { readonly inputs: SignatureValue[]; readonly problems: readonly Problem[] } {
  const text = Object.hasOwn(metadata, optionalInputsKey) ? metadata[optionalInputsKey]! : ''
  const names = new Set(text.trim() === '' ? [] : text.split(',').map((name) => name.trim()))
  const problems: Problem[] = []
  const refuse = (message: string) => problems.push({ path: `metadata ${optionalInputsKey}`, message })
  for (const name of [...names].slice(0, 100)) {
    const input = inputs.find((each) => each.name === name)
    if (!input) refuse(`${JSON.stringify(name.slice(0, 100))} is no input of the model`)
    else if (!optionalTypes.has(input.type))
      refuse(`${name} is ${input.type}; float, double and string have a missing value`)
    else if (!isOnePerRow(input)) refuse(`${name} is not one value a row ([N,1])`)
  }
  if (names.size > 0 && inputs.every(({ name }) => names.has(name)))
    refuse('every input is optional; at least one has to say how many rows there are')
  return {
    inputs: inputs.map((input) => (names.has(input.name) ? { ...input, optional: true } : input)),
    problems,
  }
}

/** [N] or [N,1], where N is any number of rows. */
export function isOnePerRow({ shape }: SignatureValue): boolean {
  return (
    shape !== null &&
    shape.length >= 1 &&
    shape.length <= 2 &&
    typeof shape[0] !== 'number' &&
    (shape.length === 1 || shape[1] === 1)
  )
}
