import type { Signature } from '@tidemark/schemas'

type SignatureValue = Signature['inputs'][number]

export interface SignatureComparison {
  readonly verdict: 'identical' | 'compatible' | 'incompatible'
  /** Every difference, incompatible ones first; empty when identical. */
  readonly reasons: readonly string[]
}

/**
 * Whether callers of `previous` can call `next` unchanged. Inputs may only widen (a fixed size becomes free), outputs may only
 * narrow or be added; a name gone, retyped, or added to the inputs that callers must send is incompatible, and makes the next
 * version a major one.
 */
export function compareSignatures(previous: Signature, next: Signature): SignatureComparison {
  const breaks: string[] = []
  const changes: string[] = []
  compareValues('input', previous.inputs, next.inputs, breaks, changes)
  compareValues('output', previous.outputs, next.outputs, breaks, changes)
  const verdict = breaks.length > 0 ? 'incompatible' : changes.length > 0 ? 'compatible' : 'identical'
  return { verdict, reasons: [...breaks, ...changes] }
}

function compareValues(
  role: 'input' | 'output',
  previous: readonly SignatureValue[],
  next: readonly SignatureValue[],
  breaks: string[],
  changes: string[],
): void {
  const nextByName = new Map(next.map((value) => [value.name, value]))
  const previousNames = new Set(previous.map((value) => value.name))
  for (const before of previous) {
    const after = nextByName.get(before.name)
    if (after === undefined) {
      breaks.push(`${role} ${before.name} is gone`)
    } else if (after.type !== before.type) {
      breaks.push(`${role} ${before.name} changed type from ${before.type} to ${after.type}`)
    } else {
      if (role === 'input' && before.optional && !after.optional)
        breaks.push(`input ${before.name} is no longer optional`)
      if (role === 'input' && !before.optional && after.optional) changes.push(`input ${before.name} became optional`)
      const from = describeShape(before.shape)
      const to = describeShape(after.shape)
      if (from === to) continue
      const accepted = role === 'input' ? covers(after.shape, before.shape) : covers(before.shape, after.shape)
      const list = accepted ? changes : breaks
      list.push(`${role} ${before.name} changed shape from ${from} to ${to}`)
    }
  }
  for (const after of next) {
    if (previousNames.has(after.name)) continue
    if (role === 'output') changes.push(`output ${after.name} is new`)
    else if (after.optional) changes.push(`input ${after.name} is new and optional`)
    else breaks.push(`input ${after.name} is new`)
  }
  const moved = previous.some((value, i) => next[i]?.name !== value.name)
  const sameNames = previous.length === next.length && previous.every((value) => nextByName.has(value.name))
  if (moved && sameNames) changes.push(`${role}s changed order`)
}

/** Every tensor of shape `narrow` is also one of shape `wide`. */
function covers(wide: SignatureValue['shape'], narrow: SignatureValue['shape']): boolean {
  if (wide === null) return true
  if (narrow === null || narrow.length !== wide.length) return false
  return wide.every((size, i) => typeof size !== 'number' || size === narrow[i])
}

function describeShape(shape: SignatureValue['shape']): string {
  return shape === null ? '[…]' : `[${shape.map((size) => size ?? '?').join(',')}]`
}
