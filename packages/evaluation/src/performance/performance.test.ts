import { canonicalJson, digestOf, type Evaluation, PerformanceCheck, PerformancePolicy } from '@tidemark/schemas'
import { describe, expect, it } from 'vitest'
import { checkPerformance, findPerformanceReplayProblem, isMature } from './check.ts'
import { collectPerformance, type Reference } from './collect.ts'
import { judgePerformance } from './judge.ts'
import { evaluation, outcomes, policy } from './outcomes.fixture.ts'

const asOf = '2001-01-22'
const reference: Reference = { evaluation, previous: null, promised: null }
const collect = (rows = outcomes(), more: Partial<Reference> = {}) =>
  collectPerformance(rows, { policy, reference: { ...reference, ...more }, asOf })
const judge = (rows = outcomes(), rules: object[] = policy.metrics) =>
  judgePerformance(PerformancePolicy.parse({ ...policy, metrics: rules }), collect(rows))

describe('a matured week', () => {
  it('passes where the bounds from days keep every margin', () => {
    const { verdict, results } = judge()
    expect(verdict).toBe('pass')
    expect(results.map(({ id }) => id)).toEqual([
      'roc_auc.non_inferior',
      'brier.non_inferior',
      'observed_expected.min',
      'observed_expected.max',
    ])
  })

  it('fails where the version is shown to be worse than it was at the gate', () => {
    const { verdict, reason, results } = judge(outcomes({ turned: 0.8 }))
    expect(verdict).toBe('fail')
    expect(reason).toContain('roc_auc.non_inferior')
    expect(results[0]?.difference).toBeLessThan(-0.05)
    expect(results[0]?.reason).toContain('.7000 at the gate')
  })

  it('is inconclusive without enough labels, says how many are missing, and judges nothing by those that are there', () => {
    const { verdict, reason, results } = judge(outcomes({ turned: 1, labelled: 1100 }))
    expect(verdict).toBe('inconclusive')
    expect(reason).toContain('1,100 labels of 1,400 predictions')
    expect(reason).toContain('20 more labels would do')
    expect(results).toEqual([])
  })

  it('is inconclusive where the release has no value, or days or rows are too few', () => {
    const brier = [{ id: 'brier', mode: 'non_inferior', marginRelative: 0.1 }]
    const statistics = { ...collect(), release: { brier: null } }
    const asked = (change: object) => PerformancePolicy.parse({ ...policy, metrics: brier, ...change })
    expect(judgePerformance(asked({}), statistics).verdict).toBe('inconclusive')
    expect(judgePerformance(asked({ minRows: 1401 }), collect()).results[0]?.reason).toContain('1,401'.replace(',', ''))
    const threeDays = outcomes({ labelled: 600 })
    const few = judgePerformance(asked({ minCoverage: 0.1 }), collect(threeDays))
    expect(few.results[0]?.reason).toContain('3 days are too few, 5 are required')
  })

  it('counts the release’s own error: a gate that measured little settles little', () => {
    const [sure] = judge().results
    const unsure = collect(outcomes(), {
      evaluation: {
        metrics: {
          ...evaluation.metrics,
          roc_auc: { challenger: { ...evaluation.metrics.roc_auc.challenger, standardError: 0.1 }, champion: null },
        },
      },
    })
    const [wide] = judgePerformance(policy, unsure).results
    expect(wide!.bounds.upper! - wide!.bounds.lower!).toBeGreaterThan(sure!.bounds.upper! - sure!.bounds.lower!)
  })

  it('has accuracy at the policy’s threshold', () => {
    const rows = outcomes()
    const right = rows.labels.filter((label, row) => rows.scores[row]! >= 0.5 === (label === 1)).length
    expect(collect(rows).metrics.accuracy.value).toBeCloseTo(right / 1400, 12)
  })

  it('is mature by the log’s own days', () => {
    const { period } = outcomes()
    expect(isMature({ period, asOf: '2001-01-22' }, policy)).toBe(true)
    expect(isMature({ period, asOf: '2001-01-21' }, policy)).toBe(false)
  })
})

describe('Page’s test', () => {
  const change = { ...policy, pageHinkley: { minimum: 30, delta: 0.005, threshold: 20, alpha: 0.9999 } }
  const follow = (rows = outcomes(), previous: Reference['previous'] = null) =>
    collectPerformance(rows, { policy: change, reference: { ...reference, previous }, asOf }).pageHinkley!

  it('goes on where the last check stopped, and comes out as one run over both weeks would', () => {
    const [first, second] = [outcomes(), outcomes({ turned: 0.9, start: '2001-01-15' })]
    const before = collectPerformance(first, { policy: change, reference, asOf })
    const after = follow(second, { id: digestOf('first'), statistics: JSON.parse(JSON.stringify(before)) })
    const whole = follow({
      ...first,
      predictions: 2800,
      scores: Float64Array.from([...first.scores, ...second.scores]),
      labels: Uint8Array.from([...first.labels, ...second.labels]),
      days: {
        codes: Uint32Array.from([
          ...Array.from(first.days.codes),
          ...Array.from(second.days.codes, (code) => code + 7),
        ]),
        dictionary: [...first.days.dictionary, ...second.days.dictionary],
      },
    })
    expect(after.from).toBe(digestOf('first'))
    expect(after.before).toEqual(before.pageHinkley!.after)
    expect(after.after).toEqual(whole.after)
    expect([...before.pageHinkley!.alarms, ...after.alarms]).toEqual(whole.alarms)
    expect(after.alarms.length).toBeGreaterThan(0)
  })

  it('is not fed with a week whose labels have not come', () => {
    expect(collect(outcomes({ labelled: 1000 })).pageHinkley).toBeNull()
  })
})

describe('what the calibration promised', () => {
  const expectations = {
    scores: '0.1 0.9',
    probabilities: '0.1 0.9',
    weeks: [
      { start: '2001-01-01', rows: 9, promised: 0.2, realised: 0.19 },
      { start: '2001-01-08', rows: 9, promised: 0.2, realised: 0.23 },
    ],
  }

  it('stands beside what came, with how far reference weeks were from theirs', () => {
    const rows = outcomes()
    const { expected, metrics } = collect(rows, { promised: { baseline: digestOf('baseline'), expectations } })
    const calibrated = Array.from(rows.scores, (score) => Math.min(0.9, Math.max(0.1, score)))
    const errors = calibrated.map((p, row) => p * (1 - rows.scores[row]!) ** 2 + (1 - p) * rows.scores[row]! ** 2)
    expect(expected?.brier).toBeCloseTo(errors.reduce((sum, error) => sum + error, 0) / 1400, 12)
    expect(expected?.gap).toBeCloseTo(metrics.brier.value! - expected!.brier, 12)
    expect(expected?.referenceLeast).toBeCloseTo(-0.01, 12)
    expect(expected?.referenceMost).toBeCloseTo(0.03, 12)
  })
})

describe('a check', () => {
  const recorded = { ...evaluation, id: digestOf('evaluation') } as unknown as Evaluation
  const check = PerformanceCheck.parse(
    checkPerformance({
      model: 'churn',
      version: '1.0.0',
      modelDigest: digestOf('model'),
      evaluation: recorded.id,
      predictions: digestOf('predictions'),
      labels: digestOf('labels'),
      policy,
      statistics: collect(),
    }),
  )

  it('is made again from what it holds, and from nothing that was changed', () => {
    const stored = JSON.parse(canonicalJson(check)) as PerformanceCheck
    expect(findPerformanceReplayProblem(stored, recorded, null)).toBeNull()
    const early = { ...stored.statistics, asOf: '2001-01-15' }
    for (const [changed, expected] of [
      [{ ...stored, verdict: 'fail' as const }, 'the decision'],
      [{ ...stored, statistics: { ...stored.statistics, labelled: 1399 } }, 'the decision'],
      [checkPerformance({ ...questionOf(stored), statistics: early }), 'had to wait'],
      [
        checkPerformance({
          ...questionOf(stored),
          statistics: { ...stored.statistics, release: { roc_auc: { value: 0.6, standardError: 0 } } },
        }),
        'the release’s values',
      ],
    ] as const)
      expect(findPerformanceReplayProblem(changed, recorded, null)).toContain(expected)
  })

  function questionOf(stored: PerformanceCheck) {
    const { schema: _, id: __, window: ___, verdict: ____, reason: _____, results: ______, ...question } = stored
    return question
  }
})
