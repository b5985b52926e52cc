import { writeNumbers } from '@tidemark/schemas'
import { expect, test } from 'vitest'
import { predictWeekday, weekdayRows } from './weekday.ts'

// Three bins; Mondays have fewer in the first, and there are no Sundays.
const reference = [300, 400, 300]
const byWeekday = [[20, 60, 60], ...Array.from({ length: 5 }, () => [56, 68, 48]), [0, 0, 0]]
const counted = { edges: '0 1', counts: byWeekday.map(writeNumbers) }
const written = {
  edges: '0 1',
  rows: '140 172 172 172 172 172 0',
  differences: ['-1571 -1286', ...Array.from({ length: 5 }, () => '256 209'), ''],
}

test.each([
  ['counts', counted],
  ['differences', written],
])('A weekday written as %s is predicted by what it had, and one without rows by all days', (_, weekdays) => {
  const predict = predictWeekday({ weekdays }, reference)
  expect(predict(0, 0.3)).toBeCloseTo(20 / 140, 4)
  expect(predict(0, 0.7)).toBeCloseTo(80 / 140, 4)
  expect(predict(1, 0.5)).toBeCloseTo((0.3 + 0.7 + 0.0256 + 0.0209) / 2, 3)
  expect(predict(6, 0.3)).toBe(0.3)
  expect(predict(0, 1)).toBe(1)
  expect(weekdayRows({ weekdays })).toEqual([140, 172, 172, 172, 172, 172, 0])
})
