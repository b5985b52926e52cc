import type { DriftResult, DriftVerdict } from '@tidemark/schemas'
import { expect, test } from 'vitest'
import { summarise } from './wording.ts'

const result = (column: string, verdict: DriftVerdict) => ({ column, family: 'features', verdict }) as DriftResult

test('what fails is told from what only warns', () => {
  const both = [result('a', 'warn'), result('b', 'fail'), result('c', 'pass')]
  expect(summarise('fail', both, [])).toBe('Failing: b changed since the baseline; a less so.')
  // Where too little of all fails, it warns with the rest.
  expect(summarise('warn', both, [])).toBe('Warning: b, a changed since the baseline.')
  expect(summarise('fail', both.slice(1), [])).toBe('Failing: b changed since the baseline.')
})
