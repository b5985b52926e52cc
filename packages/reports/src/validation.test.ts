import type { Validation } from '@tidemark/schemas'
import { expect, it } from 'vitest'
import { renderValidation } from './index.ts'
import { sampleFacts } from './sample-facts.ts'

const facts = sampleFacts()

it('no dataset is inconclusive', () => {
  expect(renderValidation({ validations: [] })).toContain('Data validation: inconclusive')
})

it('a failed check whose rows may be dropped is no failure in the table, and is one where rows must not fail', () => {
  const { training } = facts
  const dropped = renderValidation({ validations: [{ dataset: training, validation: facts.validations.training }] })
  expect(dropped).toContain('rows&nbsp;dropped')
  const strict: Validation = {
    ...facts.validations.training,
    verdict: 'fail',
    violations: { action: 'fail', maxShare: 0 },
  }
  expect(renderValidation({ validations: [{ dataset: training, validation: strict }] })).toContain('❌&nbsp;fail')
})
