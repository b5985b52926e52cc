import type { DriftCheck } from '@tidemark/schemas'
import { expect, it } from 'vitest'
import { findDriftTrends } from './trend.ts'

const policy = { falseDiscoveryRate: 0.05 }

/** Windows of a week each with the effects of some columns. */
function windows(columns: Readonly<Record<string, readonly (number | null)[]>>) {
  const count = Math.max(...Object.values(columns).map(({ length }) => length))
  return Array.from({ length: count }, (_, i) => ({
    window: { start: `2001-04-${String(i + 1).padStart(2, '0')}` },
    results: Object.entries(columns).map(([column, effects]) => ({
      column,
      family: 'features',
      effect: effects[i] ?? null,
      limits: { warn: 0.1, fail: 0.2 },
    })),
  })) as unknown as Pick<DriftCheck, 'window' | 'results'>[]
}

const rising = [0.01, 0.016, 0.021, 0.03, 0.036, 0.041, 0.049, 0.055]
const noise = [0.02, 0.03, 0.01, 0.028, 0.012, 0.03, 0.015, 0.025]

it('an effect that grows is told before it reaches its limit, with how long that would take; one that wavers is not', () => {
  const [trend, ...others] = findDriftTrends(windows({ slow: rising, calm: noise }), policy)
  expect(others).toEqual([])
  expect(trend).toMatchObject({ column: 'slow', windows: 8, effect: 0.055, limit: 0.1 })
  expect(trend!.slope).toBeCloseTo(0.0065, 3)
  expect(trend!.windowsToLimit).toBe(7)
})

it('the windows’ order is that of time, and those without an effect do not count', () => {
  const ordered = windows({ slow: [...rising.slice(0, 4), null, ...rising.slice(4)] })
  expect(findDriftTrends(ordered.toReversed(), policy)[0]?.windows).toBe(8)
})

it('a falling effect, five windows and among many columns a weak trend are none', () => {
  expect(findDriftTrends(windows({ better: rising.toReversed() }), policy)).toEqual([])
  expect(findDriftTrends(windows({ slow: rising.slice(0, 5) }), policy)).toEqual([])
  const weak = rising.slice(0, 6)
  expect(findDriftTrends(windows({ weak }), policy)).toHaveLength(1)
  const many = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`calm${i}`, noise.slice(0, 6)]))
  expect(findDriftTrends(windows({ weak, ...many }), policy)).toEqual([])
})

it('is told of an effect that is at its limit already', () => {
  const beyond = rising.map((effect) => effect + 0.1)
  expect(findDriftTrends(windows({ beyond }), policy)[0]?.windowsToLimit).toBe(0)
})
