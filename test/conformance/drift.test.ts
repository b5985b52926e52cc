import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
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

  it.each([
    ['no input', '"statistic": "linf", "expected": 1, "tol": 1', /no input/],
    ['an input of null', '"statistic": "linf", "input": null, "expected": 1, "tol": 1', /no input/],
    ['a side that is missing', '"statistic": "linf", "input": {"p": [1]}, "expected": 1, "tol": 1', /by level/],
    ['words for counts', '"statistic": "linf", "input": {"p": ["a"], "q": [1]}, "expected": 1, "tol": 1', /by level/],
    ['nothing expected', '"statistic": "linf", "input": {"p": [1], "q": [1]}, "expected": {}, "tol": 1', /nothing/],
    ['no tolerance', '"statistic": "linf", "input": {"p": [1], "q": [1]}, "expected": 0', /tolerance/],
    [
      'a table of one row',
      '"statistic": "fisher_exact_p", "input": {"table": [[1, 2]]}, "expected": 1, "tol": 1',
      /table/,
    ],
    [
      'a table too wide',
      '"statistic": "fisher_exact_p", "input": {"table": [[1, 2, 3], [4, 5, 6]]}, "expected": 1, "tol": 1',
      /2×2/,
    ],
    [
      'a sample without values',
      '"statistic": "wasserstein", "input": {"x": [], "y": [1]}, "expected": 0, "tol": 1',
      /no values/,
    ],
    ['NaN in a sample', '"statistic": "ks_d", "input": {"x": [NaN], "y": [1]}, "expected": 1, "tol": 1', /NaN/],
    [
      'NaN among samples',
      '"statistic": "anderson_ksamp", "input": {"samples": [[NaN], [1]]}, "expected": 1, "tol": 1',
      /NaN/,
    ],
    [
      'a sample of 10^9',
      '"statistic": "ks_d", "input": {"x": "linspace(0,1,1e9)", "y": [1]}, "expected": 1, "tol": 1',
      /10000000/,
    ],
    [
      'a bucket without a count',
      '"statistic": "jsd_bits_histogram", "input": {"ref": {"buckets": [[0, 1]]}, "cur": {"buckets": []}}, "expected": 1, "tol": 1',
      /buckets/,
    ],
  ])('says of %s that it is a miss, and why', (_, fields, says) =>
    expect(run(`{"cases": [{"id": "m", ${fields}}]}`)).toMatchObject([
      { outcome: 'failed', problem: expect.stringMatching(says) },
    ]),
  )

  it('counts every row of a table', () => {
    const table = '{"table": [[10, 20], [20, 10], [15, 15]]}'
    // χ² = 20/3 with two degrees of freedom: exp(−10/3).
    const text = `{"cases": [{"id": "t", "statistic": "chi2_contingency_yates_p", "input": ${table}, "expected": 0.035673993, "tol": 1e-8}]}`
    expect(run(text)).toMatchObject([{ outcome: 'passed' }])
  })

  it('may be no JSON, or not there, and is counted all the same', () => {
    const script = fileURLToPath(new URL('run.ts', import.meta.url))
    const { stdout, status } = spawnSync(process.execPath, [script, script], { encoding: 'utf8' })
    expect(stdout).toMatch(/cannot be read[\s\S]*\nconformance: 0 passed, 0 failed, 0 unknown\n$/)
    expect(status).toBe(1)
  })
})
