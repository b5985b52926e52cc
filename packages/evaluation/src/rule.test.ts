import type { GatePolicy, RuleResult } from '@tidemark/schemas'
import { studentTQuantile } from '@tidemark/statistics'
import { describe, expect, it } from 'vitest'
import { replayDecision } from './gate.ts'
import type { GateStatistics, MetricStatistics } from './statistics.ts'

const CLUSTERS = 30
const basePolicy = { cluster: 'flight_date', confidence: 0.95, minRows: 300, minClusters: 10 }

/** Statistics whose 95 % bounds reach exactly `reach` to both sides of the difference and of the challenger's value. */
function statisticsOf(challenger: number, champion: number, reach: number): GateStatistics {
  const squares = (reach / studentTQuantile(0.95, CLUSTERS - 1)) ** 2 * ((CLUSTERS - 1) / CLUSTERS)
  const metric: MetricStatistics = {
    challenger,
    champion,
    squares: { challenger: squares, champion: squares, difference: squares },
  }
  const support = { holding: CLUSTERS, effective: CLUSTERS }
  return {
    task: 'binary',
    rows: 3000,
    positives: 600,
    clusters: { form: 'summed', count: CLUSTERS, rows: support, classes: support },
    metrics: { roc_auc: metric, log_loss: metric, brier: metric, ece: metric },
    measured: { sizeBytes: 2_000_000, latencyP95Ms: null },
  }
}

function judge(
  rule: GatePolicy['metrics'][number],
  challenger: number,
  champion: number,
  reach: number,
  policy: Partial<GatePolicy> = {},
): RuleResult {
  const decision = replayDecision(
    { ...basePolicy, metrics: [rule], ...policy },
    statisticsOf(challenger, champion, reach),
  )
  return decision.rules[0]!
}

describe('a comparison is decided by the bound of the improvement', () => {
  it.each([
    // mode, margin, difference, reach of the bounds, verdict
    ['non_inferior', 0.01, 0.001, 0.005, 'pass'],
    ['non_inferior', 0.01, -0.004, 0.005, 'pass'],
    ['non_inferior', 0.01, -0.006, 0.005, 'inconclusive'],
    ['non_inferior', 0.01, -0.014, 0.005, 'inconclusive'],
    ['non_inferior', 0.01, -0.016, 0.005, 'fail'],
    ['non_inferior', 0.01, 0.02, 0.05, 'inconclusive'],
    ['superior', undefined, 0.006, 0.005, 'pass'],
    ['superior', undefined, 0.004, 0.005, 'inconclusive'],
    ['superior', undefined, 0, 0, 'inconclusive'],
    ['superior', undefined, -0.006, 0.005, 'fail'],
    ['superior', 0.01, 0.006, 0.002, 'fail'],
    ['superior', 0.01, 0.016, 0.005, 'pass'],
    ['not_worse', 0.01, -0.009, 0.05, 'pass'],
    ['not_worse', 0.01, -0.012, 0.05, 'inconclusive'],
    ['not_worse', 0.01, -0.016, 0.005, 'fail'],
  ] as const)('%s with margin %s at %s ± %s → %s', (mode, margin, difference, reach, verdict) => {
    const rule = margin === undefined ? { mode } : { mode, margin }
    expect(judge({ id: 'roc_auc', ...rule }, 0.7 + difference, 0.7, reach).verdict).toBe(verdict)
    // For a loss, better is less: the same improvement gives the same verdict.
    expect(judge({ id: 'log_loss', ...rule }, 0.5 - difference, 0.5, reach).verdict).toBe(verdict)
  })

  it('a relative margin is a share of the champion’s value', () => {
    const result = judge({ id: 'log_loss', mode: 'non_inferior', marginRelative: 0.01 }, 0.402, 0.4, 0.001)
    expect(result.limit).toBeCloseTo(-0.004, 15)
    expect(result.verdict).toBe('pass')
    expect(judge({ id: 'log_loss', mode: 'non_inferior', marginRelative: 0.001 }, 0.402, 0.4, 0.001).verdict).toBe(
      'fail',
    )
  })

  it('the difference is the improvement, whatever the metric’s direction', () => {
    expect(judge({ id: 'brier', mode: 'superior' }, 0.1, 0.2, 0.01).difference).toBeCloseTo(0.1, 15)
    expect(judge({ id: 'roc_auc', mode: 'superior' }, 0.1, 0.2, 0.01).difference).toBeCloseTo(-0.1, 15)
  })
})

describe('an absolute limit is decided by the bound of the challenger’s own value', () => {
  it.each([
    ['roc_auc', { min: 0.64 }, 0.65, 0.005, 'pass'],
    ['roc_auc', { min: 0.64 }, 0.642, 0.005, 'inconclusive'],
    ['roc_auc', { min: 0.64 }, 0.63, 0.005, 'fail'],
    ['log_loss', { max: 0.5 }, 0.49, 0.005, 'pass'],
    ['log_loss', { max: 0.5 }, 0.499, 0.005, 'inconclusive'],
    ['log_loss', { max: 0.5 }, 0.51, 0.005, 'fail'],
  ] as const)('%s %j at %s ± %s → %s', (id, limits, value, reach, verdict) => {
    expect(judge({ id, mode: 'absolute', ...limits }, value, 0.7, reach).verdict).toBe(verdict)
  })
})

describe('too little to tell is inconclusive, whatever the numbers say', () => {
  const harmless = { id: 'roc_auc', mode: 'non_inferior', margin: 0.01 } as const
  const decide = (
    change: (statistics: GateStatistics) => GateStatistics,
    policy: Partial<GatePolicy> = {},
  ): RuleResult =>
    replayDecision({ ...basePolicy, metrics: [harmless], ...policy }, change(statisticsOf(0.8, 0.7, 0.001))).rules[0]!

  it('fewer rows than the policy requires', () => {
    const result = decide((statistics) => ({ ...statistics, rows: 299, positives: 60 }))
    expect(result).toMatchObject({
      verdict: 'inconclusive',
      reason: 'ROC AUC: 299 rows are too few, 300 are required → inconclusive',
    })
  })

  it('fewer clusters than the policy requires, or clusters so unequal that they tell no more', () => {
    const support = { holding: 6, effective: 6 }
    const few = decide((statistics) => ({
      ...statistics,
      clusters: { form: 'summed', count: 30, rows: support, classes: support },
    }))
    expect(few.verdict).toBe('inconclusive')
    expect(few.reason).toContain('6 clusters (flight_date) that hold the rarer class are too few, 10 are required')
    const unequal = decide((statistics) => ({
      ...statistics,
      clusters: { form: 'listed', rows: [2900, ...Array(29).fill(4)], positives: [580, ...Array(29).fill(1)] },
    }))
    expect(unequal.verdict).toBe('inconclusive')
    expect(unequal.reason).toMatch(/30 clusters .* so unequal that they tell as much as 1\.\d equal ones/)
  })

  it('fewer than 300 rows when nothing is clustered, even if the policy would take them', () => {
    const policy = { cluster: { none: 'each row is another customer' }, minRows: 10 }
    expect(decide((statistics) => ({ ...statistics, rows: 250, positives: 60 }), policy).verdict).toBe('inconclusive')
    expect(decide((statistics) => ({ ...statistics, rows: 300, positives: 60 }), policy).verdict).toBe('pass')
  })

  it('a policy number that is not a number never passes', () => {
    expect(judge({ id: 'roc_auc', mode: 'non_inferior', margin: Number.NaN }, 0.8, 0.7, 0.001).verdict).toBe(
      'inconclusive',
    )
  })
})

describe('the sentence for the reviewer', () => {
  it('gives the values, the deciding bound beside its margin, and the verdict', () => {
    const rule = { id: 'roc_auc', mode: 'non_inferior', margin: 0.01 } as const
    expect(judge(rule, 0.6727, 0.6715, 0.006).reason).toBe(
      'ROC AUC .6727 against .6715: better by .0012; 95 % lower bound −.0048 ≥ margin −.0100 → pass',
    )
    expect(judge(rule, 0.6504, 0.6714, 0.006).reason).toBe(
      'ROC AUC .6504 against .6714: worse by .0210; 95 % upper bound −.0150 < margin −.0100 → fail',
    )
    expect(judge({ id: 'log_loss', mode: 'absolute', max: 0.5 }, 0.45, 0.4, 0.02).reason).toBe(
      'log loss .4500; 95 % upper bound .4700 ≤ maximum .5000 → pass',
    )
  })

  it('shows as many decimals as it takes to tell a bound from its margin', () => {
    const { reason } = judge({ id: 'roc_auc', mode: 'non_inferior', margin: 0.01 }, 0.695, 0.7, 0.00500001)
    expect(reason).toContain('bounds −.01000001 and +.00000001 do not settle the margin −.01000000')
  })

  it('says how many more clusters would settle it, and that number does', () => {
    const rule = { id: 'roc_auc', mode: 'non_inferior', margin: 0.01 } as const
    const open = judge(rule, 0.695, 0.7, 0.006)
    expect(open.reason).toContain(`about ${open.clustersNeeded} more clusters (flight_date) like these would`)
    // The standard error falls as 1/√(clusters − 1) at this spread.
    const total = CLUSTERS + open.clustersNeeded!
    const reachWith = (count: number): number =>
      (0.006 / studentTQuantile(0.95, 29)) * studentTQuantile(0.95, count - 1) * Math.sqrt(29 / (count - 1))
    expect(reachWith(total)).toBeLessThanOrEqual(0.005)
    expect(reachWith(total - 1)).toBeGreaterThan(0.005)
  })
})

describe('budgets', () => {
  const metrics: GatePolicy['metrics'] = [{ id: 'roc_auc', mode: 'superior' }]

  it('a measurement over its budget fails, at it passes, and a missing one is inconclusive', () => {
    const verdicts = (budgets: GatePolicy['budgets']) =>
      replayDecision({ ...basePolicy, metrics, budgets }, statisticsOf(0.8, 0.7, 0.01)).rules.map(({ id, verdict }) => [
        id,
        verdict,
      ])
    expect(verdicts({ sizeBytes: 1_999_999 })).toEqual([
      ['roc_auc.superior', 'pass'],
      ['size.max', 'fail'],
    ])
    expect(verdicts({ sizeBytes: 2_000_000 })).toEqual([
      ['roc_auc.superior', 'pass'],
      ['size.max', 'pass'],
    ])
    expect(verdicts({ latencyP95Ms: 20 })).toEqual([
      ['roc_auc.superior', 'pass'],
      ['latency_p95.max', 'inconclusive'],
    ])
  })
})
