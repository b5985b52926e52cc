import type { DriftCheck, DriftVerdict } from '@tidemark/schemas'
import { expect, it } from 'vitest'
import { dueWindows } from './windows.ts'

const baseline = { period: { start: '2001-01-01', end: '2001-04-01' } }
const known = (start: string, verdict: DriftVerdict) => ({ window: { start }, verdict }) as DriftCheck
const starts = (arrived: string, ...checks: DriftCheck[]) =>
  dueWindows(baseline, arrived, checks).map(({ start }) => start)

it('complete weeks after the reference are due, the one that has not wholly arrived is not', () => {
  expect(starts('2001-04-01')).toEqual([])
  expect(starts('2001-04-08')).toEqual([])
  expect(starts('2001-04-09')).toEqual(['2001-04-02'])
  expect(starts('2001-04-17')).toEqual(['2001-04-02', '2001-04-09'])
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
