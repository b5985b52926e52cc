import { expect, it } from 'vitest'
import { type Registration, renderRegistration } from './index.ts'
import { sampleFacts } from './sample-facts.ts'

const facts = sampleFacts()

it('the reasons that stopped a candidate come before those that did not', () => {
  const evaluation = structuredClone(facts.evaluation)
  Object.assign(evaluation.rules[3]!, { verdict: 'fail', reason: 'calibration is worse' })
  const report = renderRegistration({ outcome: 'refused', run: facts.challengerRun, evaluation } satisfies Registration)
  expect(report.split('\n').find((line) => line.startsWith('- '))).toBe('- ❌ calibration is worse')
})
