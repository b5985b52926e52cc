import type { Signature } from '@tidemark/schemas'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareSignatures } from './signature.ts'

type SignatureValue = Signature['inputs'][number]

const hour: SignatureValue = { name: 'hour', type: 'float', shape: ['N', 1] }
const origin: SignatureValue = { name: 'origin', type: 'string', shape: ['N', 1] }
const probability: SignatureValue = { name: 'probability', type: 'float', shape: ['N', 1] }
const signature: Signature = { inputs: [hour, origin], outputs: [probability] }

test.each<[string, Signature, string, RegExp | undefined]>([
  ['the same', signature, 'identical', undefined],
  ['inputs in another order', { ...signature, inputs: [origin, hour] }, 'compatible', /inputs changed order/],
  ['an added output', { ...signature, outputs: [probability, hour] }, 'compatible', /output hour is new/],
  [
    'another symbol for the batch',
    { ...signature, inputs: [{ ...hour, shape: ['batch', 1] }, origin] },
    'compatible',
    /\[N,1\] to \[batch,1\]/,
  ],
  ['an input gone', { ...signature, inputs: [hour] }, 'incompatible', /input origin is gone/],
  ['an added input', { ...signature, inputs: [hour, origin, probability] }, 'incompatible', /input probability is new/],
  [
    'an added input that callers may leave out',
    { ...signature, inputs: [hour, origin, { ...probability, optional: true }] },
    'compatible',
    /input probability is new and optional/,
  ],
  [
    'an input that callers may leave out from now on',
    { ...signature, inputs: [{ ...hour, optional: true }, origin] },
    'compatible',
    /input hour became optional/,
  ],
  [
    'an input retyped',
    { ...signature, inputs: [{ ...hour, type: 'int64' }, origin] },
    'incompatible',
    /from float to int64/,
  ],
  [
    'a batch of one only',
    { ...signature, inputs: [{ ...hour, shape: [1, 1] }, origin] },
    'incompatible',
    /\[N,1\] to \[1,1\]/,
  ],
  [
    'an output that got wider',
    { ...signature, outputs: [{ ...probability, shape: ['N', 2] }] },
    'incompatible',
    /\[N,1\] to \[N,2\]/,
  ],
  [
    'an output of unknown rank',
    { ...signature, outputs: [{ ...probability, shape: null }] },
    'incompatible',
    /\[N,1\] to \[…\]/,
  ],
])('%s', (_, next, verdict, reason) => {
  const comparison = compareSignatures(signature, next)
  expect(comparison.verdict).toBe(verdict)
  if (reason) expect(comparison.reasons.join('\n')).toMatch(reason)
  else expect(comparison.reasons).toEqual([])
})

test('an optional input that callers must send from now on, or that is gone, is incompatible', () => {
  const previous: Signature = { ...signature, inputs: [{ ...hour, optional: true }, origin] }
  expect(compareSignatures(previous, signature)).toEqual({
    verdict: 'incompatible',
    reasons: ['input hour is no longer optional'],
  })
  expect(compareSignatures(previous, { ...signature, inputs: [origin] }).verdict).toBe('incompatible')
  expect(compareSignatures(previous, previous).verdict).toBe('identical')
})

test('every signature is identical to itself', () => {
  const value = fc.record({
    type: fc.constantFrom('float', 'string', 'int64'),
    shape: fc.option(fc.array(fc.oneof(fc.nat(), fc.string(), fc.constant(null)))),
  })
  const values = fc
    .dictionary(fc.string(), value)
    .map((named) => Object.entries(named).map(([name, rest]) => ({ name, ...rest })))
  fc.assert(
    fc.property(values, values, (inputs, outputs) => {
      expect(compareSignatures({ inputs, outputs }, { inputs, outputs }).verdict).toBe('identical')
    }),
  )
})
