import { expect, it } from 'vitest'
import { renderDriftTrends } from './drift-trend.ts'

const trend = {
  column: 'fare',
  family: 'features',
  windows: 9,
  effect: 0.06,
  slope: 0.01,
  limit: 0.1,
  windowsToLimit: 4,
} as const

it('tells what grows, how fast, and when it would be at its limit', () => {
  const text = renderDriftTrends([trend, { ...trend, column: 'age', windowsToLimit: 0 }])
  expect(text).toContain('2 effects growing')
  expect(text).toMatch(
    /`fare` grows by 0\.0100 a window over 9 windows, to 0\.0600; at this pace it is at its limit of 0\.1000 in 4 windows/,
  )
  expect(text).toMatch(/`age` .*which is at its limit of 0\.1000\./)
})

it('says nothing where nothing grows, and cannot be made to say more by a column’s name', () => {
  expect(renderDriftTrends([])).toBe('')
  expect(renderDriftTrends([{ ...trend, column: '`<img src=x>\n# all good' }])).not.toMatch(/^# all good/m)
})
