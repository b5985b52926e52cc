import { expect, it } from 'vitest'
import { addDays } from './weeks.ts'

it.each([
  ['2000-02-28', 1, '2000-02-29'],
  ['2001-01-01', -1, '2000-12-31'],
  ['9999-12-30', 1, '9999-12-31'],
  ['0000-01-02', -1, '0000-01-01'],
])('%s and %i days is %s', (date, days, expected) => expect(addDays(date, days)).toBe(expected))

it.each([
  ['9999-12-31', 1],
  ['0000-01-01', -1],
  ['2026-99-99', 1],
])('%s and %i days is no day that a document could hold', (date, days) => {
  expect(() => addDays(date, days)).toThrow(expect.objectContaining({ code: 'COLUMN_TYPE', hint: expect.any(String) }))
})
