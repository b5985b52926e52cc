import { expect, it } from 'vitest'
import { renderGate } from './index.ts'
import { gatePolicy, sampleFacts } from './sample-facts.ts'

const facts = sampleFacts()

it('an inconclusive gate says what would settle it', () => {
  const report = renderGate({ ...facts.evaluation, verdict: 'inconclusive' }, { policy: gatePolicy })
  expect(report).toContain('❔ Gate: inconclusive')
  expect(report).toContain('More data settles it')
})

it('an undefined metric is a dash, never a zero', () => {
  const evaluation = structuredClone(facts.evaluation)
  evaluation.metrics.ece.challenger.value = null
  expect(renderGate(evaluation, { policy: gatePolicy })).toContain('| Calibration error ↓ | 0.0198 | – |')
})
