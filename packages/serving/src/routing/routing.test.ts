import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseArm } from './arm.ts'
import { Lease } from './lease.ts'
import { SourceClock } from './source-clock.ts'

describe('arms', () => {
  test('a unit that is in the canary stays there while the weight rises', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.string(), fc.string(), share, share, (salt, unit, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        if (chooseArm({ salt, unit, weight: low }) === 'canary')
          expect(chooseArm({ salt, unit, weight: high })).toBe('canary')
      }),
      { seed: 1 },
    )
  })

  test('weight 0 takes every unit out, weight 1 takes every unit in', () => {
    fc.assert(
      fc.property(fc.string(), (unit) => {
        expect(chooseArm({ salt: 's', unit, weight: 0 })).toBe('champion')
        expect(chooseArm({ salt: 's', unit, weight: 1 })).toBe('canary')
      }),
      { seed: 1 },
    )
  })

  test.each([0.05, 0.25, 0.5])('of 20,000 units a share of %d is in the canary', (weight) => {
    const units = Array.from({ length: 20_000 }, (_, i) => `user-${i}`)
    const share =
      units.filter((unit) => chooseArm({ salt: 'production/flights/2', unit, weight }) === 'canary').length /
      units.length
    // Four standard errors.
    expect(Math.abs(share - weight)).toBeLessThan(4 * Math.sqrt((weight * (1 - weight)) / units.length))
  })

  test('another salt deals the units anew', () => {
    const units = Array.from({ length: 2000 }, (_, i) => `user-${i}`)
    const first = units.filter((unit) => chooseArm({ salt: 'a', unit, weight: 0.5 }) === 'canary')
    const both = first.filter((unit) => chooseArm({ salt: 'b', unit, weight: 0.5 }) === 'canary')
    expect(Math.abs(both.length / first.length - 0.5)).toBeLessThan(0.08)
  })
})

describe('a lease', () => {
  const start = () => {
    const clock = { monotonic: 0, wall: 1_000_000 }
    const lease = new Lease({ monotonicMs: () => clock.monotonic, wallMs: () => clock.wall })
    const pass = (ms: number) => {
      clock.monotonic += ms
      clock.wall += ms
    }
    return { clock, lease, pass }
  }
  const expiresAt = '2001-05-01T03:00:00Z'
  const hour = 3_600_000

  test('lasts as long as its source’s two times are apart', () => {
    const { lease, pass } = start()
    lease.observe({ expiresAt, now: '2001-05-01T00:00:00Z' })
    pass(3 * hour - 1)
    expect(lease.isFresh()).toBe(true)
    pass(1)
    expect(lease.isFresh()).toBe(false)
  })

  test('is not fresh before anything was heard, when it is over, or when a time cannot be read', () => {
    const { lease } = start()
    expect(lease.isFresh()).toBe(false)
    for (const times of [
      { expiresAt, now: '2001-05-01T03:00:00Z' },
      { expiresAt: null, now: '2001-05-01T00:00:00Z' },
      { expiresAt, now: 'soon' },
    ]) {
      lease.observe(times)
      expect(lease.isFresh()).toBe(false)
    }
  })

  test('setting this machine’s time of day back extends nothing', () => {
    const { clock, lease, pass } = start()
    lease.observe({ expiresAt, now: '2001-05-01T00:00:00Z' })
    pass(2 * hour)
    clock.wall -= 10 * hour
    pass(hour)
    expect(lease.isFresh()).toBe(false)
  })

  test('hearing of the same end from a source whose clock went back extends nothing', () => {
    const { lease, pass } = start()
    lease.observe({ expiresAt, now: '2001-05-01T00:00:00Z' })
    pass(2 * hour)
    lease.observe({ expiresAt, now: '2001-05-01T00:00:00Z' })
    pass(hour)
    expect(lease.isFresh()).toBe(false)
  })

  test('a machine that slept does not wake with a lease', () => {
    const { clock, lease } = start()
    lease.observe({ expiresAt, now: '2001-05-01T00:00:00Z' })
    clock.wall += 4 * hour
    expect(lease.isFresh()).toBe(false)
  })

  test('a renewed state gives a new end', () => {
    const { lease, pass } = start()
    lease.observe({ expiresAt, now: '2001-05-01T00:00:00Z' })
    pass(4 * hour)
    lease.observe({ expiresAt: '2001-05-01T07:00:00Z', now: '2001-05-01T04:00:00Z' })
    expect(lease.isFresh()).toBe(true)
  })
})

describe('the source’s clock', () => {
  const start = () => {
    const local = { monotonic: 5000, wall: Date.parse('1999-12-31T23:59:59Z') }
    const clock = new SourceClock({ monotonicMs: () => local.monotonic, wallMs: () => local.wall })
    return { local, clock }
  }
  const noon = '2001-05-01T12:00:00Z'

  test('is this machine’s time of day until the source has answered, and says so', () => {
    const { clock } = start()
    expect([clock.isKnown, clock.now()]).toEqual([false, '1999-12-31T23:59:59.000Z'])
    clock.set(noon)
    expect([clock.isKnown, clock.now()]).toEqual([true, '2001-05-01T12:00:00.000Z'])
  })

  test('goes on with the monotonic clock between two answers, whatever is done to the time of day', () => {
    const { local, clock } = start()
    clock.set(noon)
    for (const jumpMs of [0, -400 * 86_400_000, 900 * 86_400_000]) {
      local.wall += jumpMs
      local.monotonic += 1500.7
    }
    expect(clock.now()).toBe('2001-05-01T12:00:04.502Z')
  })

  test('follows the source where it goes back, and passes over what is no time', () => {
    const { local, clock } = start()
    clock.set(noon)
    local.monotonic += 60_000
    clock.set('2001-05-01T11:00:00Z')
    expect(clock.now()).toBe('2001-05-01T11:00:00.000Z')
    local.monotonic += 1000
    for (const text of ['', 'soon', '2001-13-01T00:00:00Z']) clock.set(text)
    expect(clock.now()).toBe('2001-05-01T11:00:01.000Z')
  })

  test('that goes back extends no lease', () => {
    const { local, clock } = start()
    const lease = new Lease({ monotonicMs: () => local.monotonic, wallMs: () => local.wall })
    const hear = (now: string) => {
      clock.set(now)
      lease.observe({ expiresAt: '2001-05-01T13:00:00Z', now })
    }
    hear(noon)
    for (let minutes = 0; minutes < 59; minutes++) {
      local.monotonic += 60_000
      local.wall += 60_000
      hear(noon)
    }
    expect(lease.isFresh()).toBe(true)
    local.monotonic += 60_000
    hear(noon)
    expect([lease.isFresh(), clock.now()]).toEqual([false, '2001-05-01T12:00:00.000Z'])
  })
})
