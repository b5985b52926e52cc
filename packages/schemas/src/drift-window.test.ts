import { expect, test } from 'vitest'
import { windowDates, windowKind, windowName, windowNames } from './drift-window.ts'
import { MonitorPolicy } from './monitor-policy.ts'
import { PerformancePolicy } from './performance.ts'

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
  const check = { window, policy: rules[rule] }
  expect(windowName(check)).toBe(name)
  expect(name.endsWith(` ${windowDates(check)}`)).toBe(true)
  expect(windowKind([{ policy: rules[rule] }, { policy: rules[rule] }])).toBe(kind)
})

test('windows of several kinds, or of none, are windows', () => {
  expect(windowKind([{ policy: rules.week }, { policy: rules.day }])).toBe('window')
  expect(windowKind([])).toBe('window')
})

test('several windows stand under one word, and each says where it ends where its length does not', () => {
  const next = { ...window, start: '2001-04-30', end: '2001-05-02' }
  const named = (...kinds: [keyof typeof rules, keyof typeof rules]) =>
    windowNames([
      { window, policy: rules[kinds[0]] },
      { window: next, policy: rules[kinds[1]] },
    ])
  expect(named('week', 'week')).toBe('weeks of 2001-04-23, 2001-04-30')
  expect(named('day', 'day')).toBe('days 2001-04-23, 2001-04-30')
  expect(named('day', 'rows')).toBe('windows 2001-04-23, 2001-04-30 until 2001-05-02')
  expect(windowNames([{ window, policy: rules.day }])).toBe('day 2001-04-23')
  expect(windowNames([])).toBe('no window')
})

test('performance is judged by week, whatever the windows of drift are', () => {
  const policy = PerformancePolicy.parse({
    predictions: 'p.csv',
    labels: 'l.csv',
    columns: { label: 'late' },
    metrics: [{ id: 'roc_auc', mode: 'absolute', min: 0.6 }],
  })
  expect(windowName({ window, policy })).toBe('week of 2001-04-23')
})
