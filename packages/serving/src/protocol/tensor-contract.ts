import type { Signature } from '@tidemark/schemas'
import { type Datatype, datatypes } from './datatype.ts'

type SignatureValue = Signature['inputs'][number]

/** One input or output as the protocol describes it, with its datatype at hand. */
export interface TensorContract {
  readonly name: string
  readonly datatype: Datatype
  /** A size, a symbol shared by several inputs (the batch), or null for any; null altogether when the rank is unknown. */
  readonly shape: SignatureValue['shape']
  /** Callers may leave it out; the model then gets a missing value in every row. */
  readonly isOptional: boolean
}

/** The inputs, or undefined with the first name whose type the protocol's JSON does not carry. */
export function describeTensors(values: readonly SignatureValue[]): {
  readonly tensors: readonly TensorContract[]
  readonly unsupported: readonly SignatureValue[]
} {
  const tensors: TensorContract[] = []
  const unsupported: SignatureValue[] = []
  for (const value of values) {
    const datatype = datatypes.get(value.type)
    if (datatype) tensors.push({ name: value.name, datatype, shape: value.shape, isOptional: value.optional === true })
    else unsupported.push(value)
  }
  return { tensors, unsupported }
}

/** The protocol's metadata tensor: -1 stands for any size. */
export function tensorMetadata({ name, datatype, shape, isOptional }: TensorContract): object {
  return {
    name,
    datatype: datatype.name,
    shape: shape?.map((size) => (typeof size === 'number' ? size : -1)) ?? [-1],
    ...(isOptional ? { parameters: { optional: true } } : {}),
  }
}

/**
 * Why a caller of `champion` cannot be answered by `canary`, or null when it can: the canary's inputs must be among the champion's
 * with the same type and a shape at least as wide, or optional, and it must give every output that the champion gives.
 */
export function explainIncompatibility(champion: Signature, canary: Signature): string | null {
  for (const wanted of canary.inputs) {
    const given = champion.inputs.find(({ name }) => name === wanted.name)
    if (!given && wanted.optional) continue
    if (!given) return `it needs the input ${wanted.name}, which callers do not send`
    if (given.optional && !wanted.optional) return `it needs the input ${wanted.name}, which callers may leave out`
    if (given.type !== wanted.type) return `its input ${wanted.name} is ${wanted.type}, callers send ${given.type}`
    if (!covers(wanted.shape, given.shape)) return `its input ${wanted.name} has another shape`
  }
  for (const promised of champion.outputs) {
    const given = canary.outputs.find(({ name }) => name === promised.name)
    if (!given) return `it has no output ${promised.name}`
    if (given.type !== promised.type)
      return `its output ${promised.name} is ${given.type}, callers expect ${promised.type}`
    if (!covers(promised.shape, given.shape)) return `its output ${promised.name} has another shape`
  }
  return null
}

function covers(wide: SignatureValue['shape'], narrow: SignatureValue['shape']): boolean {
  if (wide === null) return true
  if (narrow === null || narrow.length !== wide.length) return false
  return wide.every((size, axis) => typeof size !== 'number' || size === narrow[axis])
}
