import { type ErrorCode, type GatePolicy, TidemarkError } from '@tidemark/schemas'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateGate, type GateDecision, type GateInput, replayDecision } from './gate.ts'

const policy: GatePolicy = {
  cluster: 'flight_date',
  confidence: 0.95,
  minRows: 300,
  minClusters: 10,
  metrics: [
    { id: 'roc_auc', mode: 'non_inferior', margin: 0.02, min: 0.6 },
    { id: 'log_loss', mode: 'non_inferior', marginRelative: 0.05 },
    { id: 'brier', mode: 'not_worse', margin: 0.01, max: 0.3 },
    { id: 'ece', mode: 'non_inferior', margin: 0.03 },
  ],
}

function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  // Mulberry32.
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Days of flights whose lateness follows the score; `noise` spoils the challenger's. */
function makeInput({ seed = 1, days = 20, perDay = 40, noise = 0, gatePolicy = policy } = {}): GateInput & {
  champion: NonNullable<GateInput['champion']>
} {
  const random = randomFrom(seed)
  const rows = Array.from({ length: days * perDay }, (_, id) => {
    const day = id % days
    const score = 0.05 + 0.9 * random()
    const label = random() < Math.min(Math.max(score + 0.1 * Math.sin(day), 0), 1) ? 1 : 0
    return { id, day: `2001-04-${day + 1}`, label, score, spoilt: (1 - noise) * score + noise * random() }
  })
  const ids = rows.map(({ id }) => id)
  return {
    policy: gatePolicy,
    task: 'binary',
    holdout: { ids, labels: rows.map(({ label }) => label), clusters: rows.map(({ day }) => day) },
    champion: { ids, scores: rows.map(({ score }) => score) },
    challenger: { ids, scores: rows.map(({ spoilt }) => spoilt) },
  }
}

function errorOf(action: () => unknown): TidemarkError {
  try {
    action()
  } catch (error) {
    if (error instanceof TidemarkError) return error
    throw error
  }
  throw new Error('expected an error')
}

const verdictsOf = (decision: GateDecision) =>
  Object.fromEntries(decision.rules.map(({ id, verdict }) => [id, verdict]))

describe('the gate', () => {
  it('passes a challenger that is the champion, and never fails it in any mode with no margin to beat', () => {
    const modes = ['non_inferior', 'superior', 'not_worse'] as const
    const metrics = (['roc_auc', 'log_loss', 'brier', 'ece'] as const).flatMap((id) =>
      modes.map((mode) => ({ id, mode })),
    )
    expect(evaluateGate(makeInput()).verdict).toBe('pass')
    const strict = evaluateGate(makeInput({ gatePolicy: { ...policy, metrics } }))
    for (const rule of strict.rules) expect(rule.verdict).toBe(rule.mode === 'superior' ? 'inconclusive' : 'pass')
  })

  it('refuses a challenger spoilt by noise, and says which rules failed', () => {
    const decision = evaluateGate(makeInput({ noise: 0.8 }))
    expect(decision.verdict).toBe('fail')
    expect(verdictsOf(decision)['roc_auc.non_inferior']).toBe('fail')
    expect(decision.reason).toContain('roc_auc.non_inferior')
  })

  it('one inconclusive rule keeps the gate from passing', () => {
    const metrics: GatePolicy['metrics'] = [...policy.metrics, { id: 'roc_auc', mode: 'superior' }]
    const decision = evaluateGate(makeInput({ gatePolicy: { ...policy, metrics } }))
    expect(decision).toMatchObject({ verdict: 'inconclusive', reason: 'roc_auc.superior could not be settled' })
  })

  it('judges rows as independent only when the policy says so', () => {
    const clustered = evaluateGate(makeInput({ noise: 0.3 }))
    const rowwise = evaluateGate(
      makeInput({ noise: 0.3, gatePolicy: { ...policy, cluster: { none: 'every row is a customer' } } }),
    )
    expect(clustered.rules[0]!.clusters).toBe(20)
    expect(rowwise.rules[2]!.clusters).toBe(800)
    expect(rowwise.rules[0]!.difference).toBe(clustered.rules[0]!.difference)
  })

  it('gives every metric with bounds, whether asked for or not', () => {
    const decision = evaluateGate(
      makeInput({ gatePolicy: { ...policy, metrics: [{ id: 'roc_auc', mode: 'superior' }] } }),
    )
    for (const { challenger, champion } of Object.values(decision.metrics)) {
      expect(challenger.lower!).toBeLessThan(challenger.value!)
      expect(champion!.upper!).toBeGreaterThan(champion!.value!)
    }
  })
})

describe('a first model', () => {
  it('is judged by its absolute limits, and the comparisons are named as not judged', () => {
    const { champion: _, ...input } = makeInput()
    const decision = evaluateGate(input)
    expect(verdictsOf(decision)).toEqual({ 'roc_auc.min': 'pass', 'brier.max': 'pass' })
    expect(decision.verdict).toBe('pass')
    expect(decision.notJudged.map(({ id }) => id)).toEqual([
      'roc_auc.non_inferior',
      'log_loss.non_inferior',
      'brier.not_worse',
      'ece.non_inferior',
    ])
  })

  it('does not pass when the policy has no absolute limit of a metric, even within its budgets', () => {
    const metrics: GatePolicy['metrics'] = [{ id: 'roc_auc', mode: 'non_inferior', margin: 0.01 }]
    const { champion: _, ...input } = makeInput({ gatePolicy: { ...policy, metrics, budgets: { sizeBytes: 100 } } })
    const decision = evaluateGate({ ...input, measured: { sizeBytes: 10 } })
    expect(decision.verdict).toBe('inconclusive')
    expect(decision.reason).toContain('no absolute limit')
  })
})

describe('undefined is inconclusive', () => {
  it('a holdout of one class has no AUC: null, not zero', () => {
    const input = makeInput()
    const decision = evaluateGate({
      ...input,
      holdout: { ...input.holdout, labels: input.holdout.labels && Array(800).fill(0) },
    })
    expect(decision.metrics.roc_auc.challenger).toEqual({ value: null, lower: null, upper: null, standardError: null })
    expect(decision.rules[0]).toMatchObject({ verdict: 'inconclusive', difference: null })
    expect(decision.rules[0]!.reason).toBe('ROC AUC: undefined, since all 800 rows have the label 0 → inconclusive')
    expect(decision.verdict).not.toBe('pass')
  })

  it('a holdout of one day has no bounds', () => {
    const decision = evaluateGate(makeInput({ days: 1, perDay: 400 }))
    expect(decision.verdict).toBe('inconclusive')
    for (const rule of decision.rules) expect(rule).toMatchObject({ verdict: 'inconclusive', standardError: null })
  })
})

describe('a decision replays', () => {
  it('from its own statistics after JSON, to the last bit, and holds finite numbers only', () => {
    const withChampion = fc.record({
      seed: fc.nat(),
      noise: fc.constantFrom(0, 0.1, 0.5),
      compared: fc.boolean(),
      clustered: fc.boolean(),
    })
    fc.assert(
      fc.property(withChampion, ({ seed, noise, compared, clustered }) => {
        const gatePolicy = clustered ? policy : { ...policy, cluster: { none: 'rows are independent' } }
        const { champion, ...input } = makeInput({ seed, noise, days: 12, perDay: 30, gatePolicy })
        const decision = evaluateGate(compared ? { ...input, champion } : input)
        const stored = JSON.parse(JSON.stringify(decision)) as GateDecision
        expect(stored).toEqual(decision)
        expect(replayDecision(gatePolicy, stored.statistics)).toEqual(decision)
      }),
      { seed: 7, numRuns: 30 },
    )
  })

  it('the same whatever the order of rows, to 1e-12', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const input = makeInput({ seed, noise: 0.3, days: 12, perDay: 30 })
        const random = randomFrom(seed + 1)
        const order = (length: number) =>
          Array.from({ length }, (_, i) => ({ i, at: random() }))
            .sort((a, b) => a.at - b.at)
            .map(({ i }) => i)
        const pick = <T>(values: ArrayLike<T>, by: number[]): T[] => by.map((i) => values[i]!)
        const [rows, own] = [order(360), order(360)]
        const shuffled = evaluateGate({
          ...input,
          holdout: {
            ids: pick(input.holdout.ids, rows),
            labels: pick(input.holdout.labels, rows),
            clusters: pick(input.holdout.clusters!, rows),
          },
          challenger: { ids: pick(input.challenger.ids, own), scores: pick(input.challenger.scores, own) },
        })
        const straight = evaluateGate(input)
        expect(shuffled.verdict).toBe(straight.verdict)
        shuffled.rules.forEach((rule, i) => {
          expect(Math.abs(rule.bounds.lower! - straight.rules[i]!.bounds.lower!)).toBeLessThan(1e-12)
          expect(Math.abs(rule.bounds.upper! - straight.rules[i]!.bounds.upper!)).toBeLessThan(1e-12)
        })
      }),
      { seed: 7, numRuns: 20 },
    )
  })

  it('mirrored when champion and challenger change places', () => {
    const input = makeInput({ noise: 0.4 })
    const there = evaluateGate(input)
    const back = evaluateGate({ ...input, champion: input.challenger, challenger: input.champion })
    for (const [i, rule] of there.rules.entries())
      if (rule.difference !== null) {
        expect(back.rules[i]!.difference).toBe(-rule.difference)
        expect(back.rules[i]!.bounds.upper).toBeCloseTo(-rule.bounds.lower!, 14)
      }
  })

  it('without naming a cluster or an id, since either may be a person', () => {
    const input = makeInput()
    const named = {
      ...input,
      holdout: { ...input.holdout, clusters: Array.from(input.holdout.clusters!, (day) => `person ${day}`) },
    }
    expect(JSON.stringify(evaluateGate(named))).not.toContain('person')
  })

  it('from sums alone when there are more clusters than a record should list', () => {
    const decision = evaluateGate(makeInput({ days: 600, perDay: 3 }))
    expect(decision.statistics.clusters).toMatchObject({ form: 'summed', count: 600 })
    expect(JSON.stringify(decision.statistics).length).toBeLessThan(2000)
    expect(replayDecision(policy, decision.statistics)).toEqual(decision)
  })
})

describe('rows that do not match are refused, all problems together', () => {
  const refuse = (change: (input: ReturnType<typeof makeInput>) => GateInput, code: ErrorCode): string => {
    const error = errorOf(() => evaluateGate(change(makeInput())))
    expect(error.code).toBe(code)
    expect(error.hint).not.toBe('')
    return error.message
  }
  const replaced = <T>(values: ArrayLike<T>, row: number, value: T): T[] => Array.from(values).with(row, value)

  it('missing, unknown and repeated ids of either model, by row number', () => {
    const message = refuse(
      (input) => ({
        ...input,
        challenger: { ...input.challenger, ids: replaced(input.challenger.ids, 4, 9999) },
        champion: { ...input.champion, ids: replaced(input.champion.ids, 7, 6) },
      }),
      'ROWS_MISMATCH',
    )
    expect(message).toContain('challenger.ids: not in the holdout: row 5')
    expect(message).toContain('challenger.scores: none for these rows of the holdout: row 5')
    expect(message).toContain('champion.ids: repeated: row 8')
  })

  it('an id that stands twice in the holdout', () => {
    expect(
      refuse(
        (input) => ({ ...input, holdout: { ...input.holdout, ids: replaced(input.holdout.ids, 3, 2) } }),
        'ROWS_MISMATCH',
      ),
    ).toContain('holdout.ids: repeated: row 4')
  })

  it('labels that are not 0 or 1, a missing cluster, arrays of different lengths', () => {
    const message = refuse(
      (input) => ({
        ...input,
        holdout: {
          ...input.holdout,
          labels: replaced(input.holdout.labels, 0, 2),
          clusters: replaced<string | number | bigint | null>(input.holdout.clusters!, 1, null),
        },
        challenger: { ...input.challenger, scores: [0.5] },
      }),
      'ROWS_MISMATCH',
    )
    expect(message).toContain('holdout.labels: expected 0 or 1: row 1')
    expect(message).toContain('holdout.clusters: the cluster is missing: row 2')
    expect(message).toContain('challenger.scores: 1 values for 800 ids')
  })

  it('no rows, or no cluster column where the policy names one', () => {
    expect(
      refuse(
        (input) => ({ ...input, holdout: { ids: [], labels: [], clusters: [] }, challenger: { ids: [], scores: [] } }),
        'ROWS_MISMATCH',
      ),
    ).toContain('has no rows')
    expect(
      refuse(({ holdout: { clusters: _, ...holdout }, ...input }) => ({ ...input, holdout }), 'ROWS_MISMATCH'),
    ).toContain('holdout.clusters: 0 values for 800 ids')
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -0.1, 1.5])('the score %s', (score) => {
    const message = refuse(
      (input) => ({
        ...input,
        challenger: { ...input.challenger, scores: replaced(input.challenger.scores, 2, score) },
      }),
      'SCORE_INVALID',
    )
    expect(message).toContain('challenger.scores: expected a probability: row 3')
  })

  it('a policy that asks the same twice', () => {
    const metrics: GatePolicy['metrics'] = [policy.metrics[0]!, { id: 'roc_auc', mode: 'absolute', min: 0.7 }]
    const error = errorOf(() => evaluateGate(makeInput({ gatePolicy: { ...policy, metrics } })))
    expect(error).toMatchObject({
      code: 'POLICY_INVALID',
      problems: [{ path: 'gate.metrics[1]', message: 'roc_auc.min is asked twice' }],
    })
  })
})
