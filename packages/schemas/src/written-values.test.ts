import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CalendarDate, readNumbers, writeNumbers } from './written-values.ts'

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

test.each([
  ['2000-02-29', true],
  ['9999-12-31', true],
  ['0001-01-01', true],
  ['2001-02-29', false],
  ['2026-02-31', false],
  ['2026-99-99', false],
  ['2026-00-01', false],
  ['20260-01-01', false],
  ['2026-1-1', false],
])('that %s is a day of the calendar is %s', (date, is) => {
  const { success, error } = CalendarDate.safeParse(date)
  expect([success, error?.issues.length ?? 0]).toEqual([is, is ? 0 : 1])
})
