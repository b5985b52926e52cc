import { describe, expect, it } from 'vitest'
import { addPoll, judgeCanary, noEvidence } from './evidence.ts'
import { counts, intent } from './simulated-rollout.fixture.ts'

const { plan } = intent()
const judge = (...groups: ReturnType<typeof counts>[]) => judgeCanary(addPoll(noEvidence, plan, { groups }), plan)

describe('the verdict', () => {
  it('of nothing is inconclusive, with evidence 1 for everything', () => {
    const { verdict, logHarm, logSplit, guardrails } = judgeCanary(noEvidence, plan)
    expect(verdict).toBe('inconclusive')
    for (const log of [logHarm, logSplit, ...guardrails.map(({ logPromote }) => logPromote)]) expect(log).toBeCloseTo(0)
    expect(guardrails.map(({ id }) => id)).toEqual(['errors', 'non_finite', 'slow'])
  })

  it('passes on proof in all guardrails, fails on harm in one', () => {
    expect(judge(counts(0.5, 9000, 9000)).verdict).toBe('pass')
    expect(judge(counts(0.5, 9000, 9000, { non_finite: [40, 0] })).verdict).toBe('fail')
  })

  it('is no pass where requests were not split as planned, whatever the guardrails say', () => {
    expect(judge(counts(0.5, 8000, 10_000)).verdict).toBe('inconclusive')
  })
})

describe('counts that cannot be used', () => {
  it('are left out, since absent is not zero', () => {
    const unmeasured = counts(0.5, 9000, 9000)
    delete unmeasured.canary.events.slow
    expect(addPoll(noEvidence, plan, { groups: [unmeasured, counts(0.33, 10, 20), counts(0, 0, 500)] })).toEqual(
      noEvidence,
    )
  })

  it('of an advisory event make its sum unknown, and leave the rest', () => {
    const advisory = intent({ guardrails: [{ id: 'errors' }, { id: 'disagree', isAdvisory: true }] }).plan
    const measured = counts(0.5, 10, 10)
    measured.canary.events.disagree = 3
    measured.stable.events.disagree = 0
    const once = addPoll(noEvidence, advisory, { groups: [measured] })
    expect(judgeCanary(once, advisory).guardrails).toHaveLength(2)
    const twice = addPoll(once, advisory, { groups: [counts(0.5, 10, 10)] })
    expect(judgeCanary(twice, advisory).guardrails.map(({ id, canary }) => [id, canary.requests])).toEqual([
      ['errors', 20],
    ])
  })
})
