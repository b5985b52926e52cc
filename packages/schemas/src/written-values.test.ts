import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNumbers, writeNumbers } from './written-values.ts'

const number = fc.oneof(
  fc.nat(),
  fc.bigInt({ min: 0n, max: 9_999_999_999_999_999n }).map(Number),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
)

test.each([
  ['whole or not, however long', number],
  ['small and whole', fc.nat()],
])('Numbers, %s, are read as they were written', (_, each) => {
  fc.assert(
    fc.property(fc.array(each), (numbers) => {
      expect(readNumbers(writeNumbers(numbers))).toEqual(numbers)
    }),
  )
})

test.each([
  ['', []],
  ['0', [0]],
  ['9999999999999999 9007199254740993', [Number('9999999999999999'), Number('9007199254740993')]],
  ['007 12', [7, 12]],
])('%j is %j', (text, numbers) => expect(readNumbers(text)).toEqual(numbers))
