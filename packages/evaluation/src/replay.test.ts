import type { Evaluation, GatePolicy } from '@tidemark/schemas'
import { describe, expect, it } from 'vitest'
import { evaluateGate } from './gate.ts'
import { assertReplays } from './replay.ts'

const policy: GatePolicy = {
  cluster: 'day',
  confidence: 0.95,
  minRows: 300,
  minClusters: 10,
  metrics: [{ id: 'roc_auc', mode: 'non_inferior', margin: 0.01 }],
}

/** A recorded decision, as it comes back from JSON. Its challenger is as good as its champion. */
function recorded(): Evaluation {
  const ids = Array.from({ length: 400 }, (_, id) => id)
  const scores = ids.map((id) => 0.5 + 0.4 * Math.sin(id))
  const decision = evaluateGate({
    policy,
    task: 'binary',
    holdout: { ids, labels: ids.map((id) => (Math.sin(3 * id) > 0.2 ? 1 : 0)), clusters: ids.map((id) => id % 20) },
    champion: { ids, scores },
    challenger: { ids, scores },
  })
  return JSON.parse(JSON.stringify(decision)) as Evaluation
}

describe('a recorded decision', () => {
  it('that is unchanged follows from its statistics and the policy', () => {
    expect(() => assertReplays(recorded(), policy)).not.toThrow()
  })

  it.each<[string, (evaluation: Evaluation) => Evaluation, GatePolicy]>([
    ['verdict', (evaluation) => ({ ...evaluation, verdict: 'fail' }), policy],
    [
      'rules',
      (evaluation) => ({ ...evaluation, rules: evaluation.rules.map((rule) => ({ ...rule, limit: -1 })) }),
      policy,
    ],
    ['rules', (evaluation) => evaluation, { ...policy, confidence: 0.9 }],
    ['notJudged', (evaluation) => ({ ...evaluation, notJudged: [{ id: 'x', reason: 'y' }] }), policy],
  ])('with other %s than follow is refused', (part, change, judgedBy) => {
    expect(() => assertReplays(change(recorded()), judgedBy)).toThrow(
      expect.objectContaining({ code: 'DIGEST_MISMATCH', message: expect.stringContaining(part) }),
    )
  })
})
