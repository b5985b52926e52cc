import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RunSummary } from '../runs.ts'
import { checkField, checkFilter, matchesRun, sortRuns } from './match.ts'
import { type Filter, parseFilter } from './parse.ts'

const run = (id: string, more: Partial<RunSummary> = {}): RunSummary => ({
  id: id.repeat(64).slice(0, 64),
  time: '2001-05-02T08:00:00Z',
  commit: 'c'.repeat(40),
  executor: 'embedded',
  trainer: 'boosted 1',
  seed: 7,
  params: { trees: 100, objective: 'auc', 'learning rate': 0.1, shuffled: true },
  training: { brier: 0.15 },
  metrics: { roc_auc: 0.67, log_loss: null },
  evaluation: 'e'.repeat(64),
  verdict: 'pass',
  champion: null,
  version: '1.10.0',
  modelDigest: 'd'.repeat(64),
  dataset: '07bc'.repeat(16),
  holdout: null,
  files: ['data/2001-04.parquet'],
  rows: 1000,
  seconds: 1.5,
  ...more,
})
const runs = [
  run('a'),
  run('b', {
    metrics: { roc_auc: 0.6 },
    params: { trees: 50 },
    verdict: 'fail',
    version: null,
    time: '2001-06-01T00:00:00Z',
  }),
  run('c', { metrics: {}, params: {}, verdict: null, version: '1.9.0', files: null }),
]
const ask = (text: string): string => {
  const filter = parseFilter(text)
  checkFilter(filter, { text, runs })
  return runs
    .filter((each) => matchesRun(filter, each))
    .map(({ id }) => id[0])
    .join('')
}
const refusal = (text: string): string => {
  try {
    return `matched ${ask(text)}`
  } catch (error) {
    return `${(error as Error).message} | ${(error as { hint: string }).hint}`
  }
}

test.each([
  ['metrics.roc_auc > .66 and params.trees = 100', 'a'],
  ['metrics.roc_auc >= 0.6', 'ab'],
  ['METRICS.roc_auc > 1 or verdict = "fail"', null],
  ["verdict = 'pass' or verdict = 'fail'", 'ab'],
  ["verdict in ('pass', 'fail') and not params.trees = 100", 'b'],
  ["verdict not in ('fail')", 'a'],
  ["verdict = 'fail' or verdict = 'pass' and metrics.roc_auc > 0.66", 'ab'],
  ["(verdict = 'fail' or verdict = 'pass') and metrics.roc_auc > 0.66", 'a'],
  ['params."learning rate" < 1e-0', 'a'],
  ["params.objective contains 'au'", 'a'],
  ['params.shuffled = true', 'a'],
  ["files contains '2001-04'", 'ab'],
  ["files not contains '2001-05'", 'ab'],
  ["dataset = '07bc07'", 'abc'],
  ["id != 'aaaa'", 'bc'],
  ["version > '1.9.0'", 'a'],
  ['version is missing', 'b'],
  ['not version is missing', 'ac'],
  ['version is not missing', 'ac'],
  ["time >= '2001-05-03'", 'b'],
  ["time = '2001-05-02'", 'ac'],
  ["time < '2001-05-02T08:00:01Z'", 'ac'],
  ['seed <> 8', 'abc'],
  ['training.brier == 0.15', 'abc'],
])('%s', (text, ids) => {
  if (ids === null) expect(refusal(text)).toContain('no run has a field METRICS.roc_auc')
  else expect(ask(text)).toBe(ids)
})

test('what a run does not have is never a match and never 0: not for a comparison, and not for its not', () => {
  expect(ask('metrics.roc_auc < 1')).toBe('ab')
  expect(ask('not metrics.roc_auc < 1')).toBe('')
  expect(ask('metrics.roc_auc != 5')).toBe('ab')
  expect(ask('metrics.log_loss >= 0')).toBe('')
  expect(ask('metrics.log_loss is missing')).toBe('abc')
  expect(ask('metrics.roc_auc < 1 or verdict is missing')).toBe('abc')
})

test.each([
  ['', 'column 1: expected a field'],
  ['metrics.roc_auc >', 'column 18: expected a value, found the end'],
  ['metrics.roc_auc > and seed = 1', 'column 19: expected a value, found "and": metrics.roc_auc > ▸and seed = 1'],
  ['verdict = pass', 'column 11: expected a value; a text has quotes'],
  ['verdict = "pass', 'column 11: this text does not end'],
  ['seed = 1 seed = 2', 'column 10: expected and, or, or the end'],
  ['(seed = 1', 'column 10: expected and, or, or )'],
  ['seed not = 1', 'column 10: expected in or contains'],
  ['seed in (1, 2', 'column 14: expected , or )'],
  ['seed & 1', 'column 6: "&" means nothing here'],
  ['seed = 1e999', 'column 8: expected a number that is finite'],
  ['metrics.auc > 1', 'column 1: no run has a field metrics.auc'],
  ['sed = 1', 'There are id, time, commit'],
  ['metrics.auc > 1', 'metrics.log_loss, metrics.roc_auc, training.brier'],
  ['metrics.auc > 1', 'params."learning rate"'],
  ["seed = 'x'", 'column 8: seed is compared with a number'],
  ["params.trees = '100'", 'column 16: params.trees holds numbers'],
  ["verdict > 'a'", 'verdict has no order'],
  ["time > 'May'", 'column 8: time is compared with a time in UTC'],
  ["dataset = 'xyz'", 'the first digits of a digest'],
  ["seed contains '7'", 'seed is no text'],
  ['__proto__.x = 1', 'no run has a field __proto__.x'],
  ['constructor = 1', 'no run has a field constructor'],
])('%j is refused: %s', (text, reason) => {
  expect(refusal(text)).toContain(reason)
})

test('how long a filter is and how deep it nests is bounded', () => {
  expect(refusal(`seed = ${'1'.repeat(2000)}`)).toContain('at most 2000 are read')
  expect(refusal(`${'('.repeat(60)}seed = 1${')'.repeat(60)}`)).toContain('nests deeper than 50 levels')
  expect(refusal(`${'not '.repeat(60)}seed = 1`)).toContain('nests deeper than 50 levels')
  expect(ask(`${'('.repeat(50)}seed = 7${')'.repeat(50)}`)).toBe('abc')
})

test('runs are sorted by a field, those without it last either way, equal ones newest first', () => {
  const order = (field: string, isAscending: boolean) =>
    sortRuns(runs, { field, isAscending })
      .map(({ id }) => id[0])
      .join('')
  expect(order('metrics.roc_auc', false)).toBe('abc')
  expect(order('metrics.roc_auc', true)).toBe('bac')
  expect(order('version', false)).toBe('acb')
  expect(order('seed', true)).toBe('bac')
  expect(() => checkField('metrics.auc', runs)).toThrow('no run has a field metrics.auc')
})

/** Filters as they are written, with the verdict that each must have on the first run. */
const written = fc.letrec<{ filter: { text: string; truth: boolean | null } }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 5, depthSize: 'medium' },
    fc.constantFrom(
      { text: 'seed = 7', truth: true },
      { text: 'params.trees < 100', truth: false },
      { text: "verdict in ('fail', 'pass')", truth: true },
      { text: 'metrics.log_loss > 0', truth: null },
    ),
    tie('filter').map(({ text, truth }) => ({ text: `not (${text})`, truth: truth === null ? null : !truth })),
    fc.tuple(tie('filter'), tie('filter')).map(([a, b]) => ({
      text: `(${a.text}) AND (${b.text})`,
      truth: a.truth === false || b.truth === false ? false : a.truth === null || b.truth === null ? null : true,
    })),
    fc.tuple(tie('filter'), tie('filter')).map(([a, b]) => ({
      text: `(${a.text}) or (${b.text})`,
      truth: a.truth === true || b.truth === true ? true : a.truth === null || b.truth === null ? null : false,
    })),
  ),
})).filter

test('any filter that is composed means what its parts mean, in Kleene’s logic', () => {
  fc.assert(
    fc.property(written, ({ text, truth }) => {
      fc.pre(text.length <= 2000)
      expect(matchesRun(parseFilter(text), runs[0]!)).toBe(truth === true)
    }),
  )
})

test('any text is a filter or is refused with a column: nothing else is thrown, and nothing hangs', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'seed',
      'metrics.',
      'and',
      'or',
      'not',
      '(',
      ')',
      '=',
      '<',
      'in',
      ',',
      '"',
      "'",
      '.',
      '1',
      'is',
      ' ',
      '\u0000',
    ),
    fc.string({ unit: 'grapheme', maxLength: 3 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join(' ')
      let filter: Filter | null = null
      try {
        filter = parseFilter(text)
        checkFilter(filter, { text, runs })
      } catch (error) {
        expect(error).toMatchObject({
          code: 'INPUT_INVALID',
          message: expect.stringMatching(/^column \d+: |no run has/),
        })
      }
      if (filter) expect(typeof matchesRun(filter, runs[0]!)).toBe('boolean')
    }),
  )
})
