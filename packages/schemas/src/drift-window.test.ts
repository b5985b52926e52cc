import { expect, test } from 'vitest'
import { windowKind, windowName } from './drift-window.ts'
import { MonitorPolicy } from './monitor-policy.ts'

const rules = {
  week: MonitorPolicy.parse({}),
  day: MonitorPolicy.parse({ windows: 'day', baseline: { match: 'weekday' } }),
  rows: MonitorPolicy.parse({ windows: { rows: 1000 } }),
}
const window = { start: '2001-04-23', end: '2001-04-30', digest: 'c'.repeat(64), rows: 1, blocks: 1 }

test.each([
  ['week', 'week of 2001-04-23', 'week'],
  ['day', 'day 2001-04-23', 'day'],
  // Seven days long, and no week.
  ['rows', 'window 2001-04-23 until 2001-04-30', 'window'],
] as const)('a window by %s is a %s', (rule, name, kind) => {
  expect(windowName({ window, policy: rules[rule] })).toBe(name)
  expect(windowKind([{ policy: rules[rule] }, { policy: rules[rule] }])).toBe(kind)
})

test('windows of several kinds, or of none, are windows', () => {
  expect(windowKind([{ policy: rules.week }, { policy: rules.day }])).toBe('window')
  expect(windowKind([])).toBe('window')
})
