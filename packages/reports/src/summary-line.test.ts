import { expect, it } from 'vitest'
import { hostileTexts } from './hostile-text.fixture.ts'
import { summaryLine } from './index.ts'
import { sampleFacts } from './sample-facts.ts'
import { rename, settled } from './varied-facts.fixture.ts'

const facts = sampleFacts()

it.each(hostileTexts.map((text) => [text]))('with %j they are one line of at most 140 characters', (text) => {
  const f = rename(facts, text)
  const lines = [
    summaryLine.validation([{ dataset: f.training, validation: f.validations.training }]),
    summaryLine.training(f.challengerRun),
    summaryLine.gate({ ...f.evaluation, verdict: 'fail' }),
    summaryLine.registration({ outcome: 'registered', manifest: f.challenger }),
    summaryLine.check({
      model: text,
      channel: text,
      version: text,
      checks: [{ name: text.repeat(99), verdict: 'fail', detail: text }],
    }),
    summaryLine.settlement({ ...settled(text), outcome: 'refused', reasons: [text.repeat(99)] }),
    summaryLine.verification({ checked: { [text]: 1 }, problems: [] }),
  ]
  for (const line of lines) {
    expect(line).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u)
    expect(line.length).toBeLessThanOrEqual(140)
  }
})

it('the gate’s says the verdict and how its main metric changed', () => {
  expect(summaryLine.gate(facts.evaluation)).toBe('pass, AUC 0.6714 to 0.6727')
})
