import type { DriftCheck, DriftVerdict } from '@tidemark/schemas'
import { describe, expect, it } from 'vitest'
import { dueWindows, endOfWindows } from './windows.ts'

const baseline = { period: { start: '2001-01-01', end: '2001-04-01' } }
const known = (start: string, verdict: DriftVerdict) => ({ window: { start }, verdict }) as DriftCheck
const starts = (arrived: string, ...checks: DriftCheck[]) =>
  dueWindows('week', baseline, { end: arrived, rows: new Map() }, checks).map(({ start }) => start)

it('complete weeks after the reference are due, the one that has not wholly arrived is not', () => {
  expect(starts('2001-04-01')).toEqual([])
  expect(starts('2001-04-08')).toEqual([])
  expect(starts('2001-04-09')).toEqual(['2001-04-02'])
  expect(starts('2001-04-17')).toEqual(['2001-04-02', '2001-04-09'])
})

it('windows end with the last day that has rows, or with today', () => {
  const today = { latest: '2001-05-03' }
  expect(endOfWindows('2001-04-20', today)).toBe('2001-04-20')
  expect(endOfWindows('2001-05-04', today)).toBe('2001-05-03')
})

it('a week that was decided is not due again, one that was left open is', () => {
  const checks = [known('2001-04-02', 'pass'), known('2001-04-09', 'inconclusive'), known('2001-04-16', 'fail')]
  expect(starts('2001-04-30', ...checks)).toEqual(['2001-04-09', '2001-04-23'])
})

it('after a long time the newest half year is due, whatever lies before it', () => {
  const due = starts('2003-01-01')
  expect(due).toHaveLength(26)
  expect(due.at(-1)).toBe('2002-12-23')
})

it('daily windows are every day that has arrived and is not decided, of the last three months', () => {
  const days = (end: string, ...checks: DriftCheck[]) =>
    dueWindows('day', baseline, { end, rows: new Map() }, checks).map(({ start }) => start)
  expect(days('2001-04-04', known('2001-04-02', 'pass'))).toEqual(['2001-04-01', '2001-04-03'])
  expect(days('2001-12-01')).toHaveLength(92)
})

describe('windows of so many rows', () => {
  const rows = new Map(
    ['01', '02', '03', '04', '05', '07', '08'].map((day, i) => [`2001-04-${day}`, 100 * (i + 1)] as const),
  )
  const gather = (enough: number, ...checks: Pick<DriftCheck, 'window' | 'verdict'>[]) =>
    dueWindows({ rows: enough }, baseline, { end: '2001-04-09', rows }, checks).map(
      ({ start, end }) => `${start.slice(8)}-${end.slice(8)}`,
    )

  it('are as few whole days as hold them, and the newest day ends none', () => {
    expect(gather(300)).toEqual(['01-03', '03-04', '04-05', '05-06', '06-08'])
    expect(gather(700)).toEqual(['01-05', '05-08'])
    expect(gather(1e6)).toEqual([])
  })

  it('go on after those on record, and ask again for one that was left open', () => {
    const first = { start: '2001-04-01', end: '2001-04-04', digest: '', rows: 600, blocks: 3 }
    expect(gather(500, { window: first, verdict: 'pass' })).toEqual(['04-06', '06-08'])
    expect(gather(500, { window: first, verdict: 'inconclusive' })).toEqual(['01-04', '04-06', '06-08'])
  })
})
