import type { GatePolicy } from '@tidemark/schemas'
import { describe, expect, it } from 'vitest'
import { evaluateGate } from './gate.ts'

/**
 * The promise of the gate, by simulation with fixed seeds: a challenger at the margin passes in about 5 % of
 * holdouts although the rows of a day resemble each other, where treating rows as independent passes several times
 * as many.
 */
const DAYS = 20
const PER_DAY = 50

/** Standard normal numbers from a seed: Mulberry32 and Box–Muller. */
function normalsFrom(seed: number): { uniform: () => number; normal: () => number } {
  let state = seed >>> 0
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 2 ** 32
  }
  return { uniform, normal: () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()) }
}

type Row = { label: number; champion: number; challenger: number }

/** Share of `holdouts` that the rule passes. */
function passRate(
  holdouts: number,
  rule: GatePolicy['metrics'][number],
  cluster: GatePolicy['cluster'],
  drawDay: (source: ReturnType<typeof normalsFrom>) => () => Row,
): number {
  let passes = 0
  for (let seed = 1; seed <= holdouts; seed++) {
    const source = normalsFrom(seed)
    const rows = Array.from({ length: DAYS }, (_, day) => {
      const draw = drawDay(source)
      return Array.from({ length: PER_DAY }, () => ({ ...draw(), day }))
    }).flat()
    const ids = Float64Array.from(rows, (_, row) => row)
    const decision = evaluateGate({
      policy: { cluster, confidence: 0.95, minRows: 300, minClusters: 10, metrics: [rule] },
      task: 'binary',
      holdout: { ids, labels: rows.map(({ label }) => label), clusters: rows.map(({ day }) => day) },
      champion: { ids, scores: rows.map(({ champion }) => champion) },
      challenger: { ids, scores: rows.map(({ challenger }) => challenger) },
    })
    if (decision.verdict === 'pass') passes++
  }
  return passes / holdouts
}

const independent = { none: 'the mistake under test' }

describe('false passes', () => {
  // With scores ½ and ½ + e the Brier scores differ by e² − 2e(y − ½): worse by exactly e² on average, more or less by day.
  const margin = 0.01
  const drawBrierDay = ({ uniform, normal }: ReturnType<typeof normalsFrom>): (() => Row) => {
    const rate = Math.min(Math.max(0.5 + 0.15 * normal(), 0), 1)
    return () => ({ label: uniform() < rate ? 1 : 0, champion: 0.5, challenger: 0.5 + Math.sqrt(margin) })
  }

  it('a Brier score worse by the margin passes as non-inferior in at most 7 % of clustered holdouts', () => {
    const rule = { id: 'brier', mode: 'non_inferior', margin } as const
    expect(passRate(400, rule, 'day', drawBrierDay)).toBeLessThanOrEqual(0.07)
    expect(passRate(100, rule, independent, drawBrierDay)).toBeGreaterThan(0.2)
  })

  // Each day favours one of two exchangeable models: their AUCs are equal over days.
  const drawAucDay = ({ uniform, normal }: ReturnType<typeof normalsFrom>): (() => Row) => {
    const favoured = uniform() < 0.5
    const score = (strength: number, label: number): number => 1 / (1 + Math.exp(-strength * (label - 0.5) - normal()))
    return () => {
      const label = uniform() < 0.3 ? 1 : 0
      return { label, champion: score(favoured ? 0.4 : 1.6, label), challenger: score(favoured ? 1.6 : 0.4, label) }
    }
  }

  it('an AUC no better on the whole passes as superior in at most 7 % of clustered holdouts', () => {
    const rule = { id: 'roc_auc', mode: 'superior' } as const
    expect(passRate(400, rule, 'day', drawAucDay)).toBeLessThanOrEqual(0.07)
    expect(passRate(100, rule, independent, drawAucDay)).toBeGreaterThan(0.12)
  })
})
