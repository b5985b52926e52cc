import { expect, it } from 'vitest'
import { bar, drawInterval } from './drawing.ts'
import { formatDuration, formatMilliseconds, formatNumber, formatShare, formatSigned, formatSize } from './format.ts'

it.each([
  [0.67271, '0.6727'],
  [-0.0208, '−0.0208'],
  [0.00001234, '1.2e−5'],
  [0, '0.0000'],
  [1_234_567.89, '1,234,567.9'],
  [null, '–'],
  [Number.NaN, '–'],
])('the number %d reads %s', (value, text) => expect(formatNumber(value)).toBe(text))

it('a difference has its sign, and none when there is none', () => {
  expect([0.0013, -0.0013, 0].map(formatSigned)).toEqual(['+0.0013', '−0.0013', '±0'])
})

it.each([
  [0, '0 %'],
  [2 / 1_421_392, '< 0.01 %'],
  [0.0218, '2.18 %'],
  [0.999999, '> 99.99 %'],
  [1, '100 %'],
])('the share %d reads %s, never 0 or 100 %% unless it is', (value, text) => expect(formatShare(value)).toBe(text))

it.each([
  [999, '999 bytes'],
  [431_817, '432 KB'],
  [999_900, '1.00 MB'],
  [52_340_000, '52.3 MB'],
])('%d bytes read %s', (value, text) => expect(formatSize(value)).toBe(text))

it.each([
  [0.42, '420 ms'],
  [14.2, '14.2 s'],
  [59.99, '1 min'],
  [200, '3 min 20 s'],
  [7500, '2 h 5 min'],
])('%d seconds read %s', (value, text) => expect(formatDuration(value)).toBe(text))

it('latency below ten milliseconds keeps two decimals', () => expect(formatMilliseconds(0.421)).toBe('0.42 ms'))

it('a bar is proportional, bounded, and empty only for nothing', () => {
  expect(bar(1)).toBe('█'.repeat(10))
  expect(bar(0.5)).toBe('█'.repeat(5))
  expect(bar(1e-9)).toBe('▏')
  expect([bar(0), bar(Number.NaN), bar(-1)]).toEqual(['', '', ''])
  expect(bar(7)).toBe('█'.repeat(10))
})

it('an interval is drawn with its limit on the side where it is, however close', () => {
  const draw = (lower: number, limit: number) =>
    drawInterval({ lower, upper: 1, estimate: 0.5, limit, isDifference: false })
  expect(draw(0, -1e-9)).toMatch(/┃├.*●.*┤/)
  expect(draw(0, 1e-9)).toMatch(/├┃.*●.*┤/)
  expect(draw(0, 0.9999999)).toMatch(/├.*●.*┃┤/)
  expect(draw(0, 1.0000001)).toMatch(/├.*●.*┤┃/)
})

it('no difference is marked, within the interval too; without bounds nothing is drawn', () => {
  expect(drawInterval({ lower: -1, upper: 2, estimate: 1, limit: -3, isDifference: true })).toMatch(/┃.*├─*┼─*●─*┤/)
  expect(drawInterval({ lower: 1, upper: 2, estimate: 1.5, limit: -1, isDifference: true })).toMatch(/┃·*┊·*├/)
  expect(drawInterval({ lower: null, upper: 2, estimate: 1, limit: 0, isDifference: true })).toBe('')
  expect(drawInterval({ lower: 0, upper: 0, estimate: 0, limit: 0, isDifference: true })).toHaveLength(25)
})
