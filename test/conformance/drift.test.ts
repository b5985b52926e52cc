import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { evaluate, readCases } from './evaluate.ts'

const cases = readCases(readFileSync(new URL('fixtures/drift.json', import.meta.url), 'utf8'))

describe('drift statistics that others published', () => {
  it('are many', () => expect(cases.length).toBeGreaterThan(80))

  it.each(evaluate(cases))('$statistic $id', ({ problem }) => expect(problem).toBeUndefined())
})

describe('a file that is tried', () => {
  const run = (text: string) => evaluate(readCases(text))

  it('misses a number that is off by more than its tolerance, and says by what', () => {
    const wrong =
      '{"cases": [{"id": "a", "statistic": "linf", "input": {"ref_counts": [1, 1], "cur_counts": [1, 0]}, "expected": 0.4, "tol": 0.01}]}'
    expect(run(wrong)).toEqual([{ id: 'a', statistic: 'linf', outcome: 'failed', problem: '0.5 for 0.4 ± 0.01' }])
  })

  it('counts what it has no word for as unknown, in groups too, and never as passed', () => {
    const other =
      '{"metrics": {"source": "x", "cases": [{"metric": "f1", "input": {}, "expected": 1}]}, "cases": [{"id": "b", "statistic": "toString", "input": {}, "expected": 1, "tol": 1}]}'
    expect(run(other).map(({ outcome }) => outcome)).toEqual(['unknown', 'unknown'])
  })

  it('may hold NaN and infinities as Python writes them', () => {
    const numbers = (expected: string, p: string) =>
      run(
        `{"cases": [{"id": "NaN", "statistic": "chi2_sf", "input": {"x": ${p}, "df": 3}, "expected": ${expected}, "tol": 0}]}`,
      )[0]?.outcome
    expect([numbers('NaN', 'NaN'), numbers('0', 'Infinity'), numbers('0', 'NaN')]).toEqual([
      'passed',
      'passed',
      'failed',
    ])
  })

  it('may write what is not finite as null or inf', () => {
    const expecting = (expected: string) =>
      run(
        `{"cases": [{"id": "n", "statistic": "gx_kl_holdout", "input": {"obs": {"a": 1, "b": 1}, "exp": {"a": 1}}, "expected": ${expected}, "tol": 0.1}]}`,
      )[0]?.outcome
    expect([expecting('null'), expecting('"inf"'), expecting('Infinity'), expecting('5')]).toEqual([
      'passed',
      'passed',
      'passed',
      'failed',
    ])
  })

  it('fails, and does not stop, where an input cannot be read', () => {
    const broken =
      '{"cases": [{"id": "c", "statistic": "ks_d", "input": {"x": "linspace(1", "y": [1]}, "expected": 1, "tol": 1}]}'
    expect(run(broken)).toMatchObject([{ outcome: 'failed', problem: expect.stringContaining('linspace(1') }])
  })
})
