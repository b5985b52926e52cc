import { expect, test } from 'vitest'
import { typedInputs } from './typed-inputs.ts'

const declared = {
  dry: { type: 'boolean', default: true },
  count: { type: 'number', default: 3 },
  level: { type: 'choice', options: ['low', 'high'] },
  model: { required: true },
  note: null,
}

test('given texts take their declared types, the rest take their defaults', () => {
  expect(typedInputs(declared, { model: 'flights', count: '5', dry: 'false' })).toEqual({
    dry: false,
    count: 5,
    level: 'low',
    model: 'flights',
    note: '',
  })
})

test('every problem is named at once', () => {
  const messages = [
    "unexpected input 'extra'",
    "'maybe' is not a boolean",
    "'mid' is not one of low, high",
    "'model' not provided",
  ]
  for (const message of messages) {
    expect(() => typedInputs(declared, { dry: 'maybe', level: 'mid', extra: 1 })).toThrow(message)
  }
})
