import { type Evaluation, type GatePolicy, TidemarkError } from '@tidemark/schemas'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateGate } from './gate.ts'
import { assertReplays, findReplayProblem } from './replay.ts'

const policy: GatePolicy = {
  cluster: 'day',
  confidence: 0.95,
  minRows: 300,
  minClusters: 10,
  metrics: [{ id: 'roc_auc', mode: 'non_inferior', margin: 0.01, min: 0.1 }],
  budgets: { sizeBytes: 1000 },
}

/** A recorded decision, as it comes back from JSON. Its challenger is as good as its champion. */
function recorded({
  policy: judgedBy = policy,
  hasChampion = true,
  clusters = 20,
}: {
  policy?: GatePolicy
  hasChampion?: boolean
  clusters?: number
} = {}): Evaluation {
  const ids = Array.from({ length: 600 }, (_, id) => id)
  const scores = ids.map((id) => 0.5 + 0.4 * Math.sin(id))
  const measured = { sizeBytes: 500, latencyP95Ms: 0.25 }
  const decision = evaluateGate({
    policy: judgedBy,
    task: 'binary',
    holdout: {
      ids,
      labels: ids.map((id) => (Math.sin(3 * id) > 0.2 ? 1 : 0)),
      clusters: ids.map((id) => id % clusters),
    },
    ...(hasChampion ? { champion: { ids, scores } } : {}),
    challenger: { ids, scores },
    measured,
  })
  const document = {
    challenger: measured,
    champion: hasChampion ? { version: '1.0.0' } : null,
    holdout: { rows: 600, acceptedRows: 600 },
    ...decision,
  }
  return JSON.parse(JSON.stringify(document)) as Evaluation
}

const unclustered: GatePolicy = { ...policy, cluster: { none: 'every row is a customer of its own' } }

describe('a recorded decision', () => {
  it.each([
    ['with listed clusters', policy, {}],
    ['with summed clusters', policy, { clusters: 550 }],
    ['without clusters', unclustered, {}],
    ['without a champion', policy, { hasChampion: false }],
  ])('%s that is unchanged follows from its statistics and the policy', (_name, judgedBy, options) => {
    const evaluation = recorded({ policy: judgedBy, ...options })
    expect(() => assertReplays(evaluation, judgedBy)).not.toThrow()
    expect(findReplayProblem(evaluation, judgedBy)).toBeNull()
    expect(findReplayProblem(evaluation, null)).toBeNull()
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

  it('of a registry is judged by its verdicts: another wording of its reason is no problem, another verdict is', () => {
    const evaluation = recorded()
    expect(findReplayProblem({ ...evaluation, reason: 'in other words' }, policy)).toBeNull()
    expect(findReplayProblem({ ...evaluation, verdict: 'fail' }, policy)).toContain(
      'give the verdict pass, it says fail',
    )
    const rules = evaluation.rules.map((rule) => ({ ...rule, verdict: 'inconclusive' as const }))
    expect(findReplayProblem({ ...evaluation, rules }, policy)).toContain('by other rules')
  })
})

type Parts = Record<string, unknown> & Record<'metrics' | 'clusters', Record<string, unknown>> & { rows: number }

describe('statistics', () => {
  it.each<[string, (evaluation: Evaluation) => unknown]>([
    ['a champion', (evaluation) => (evaluation.champion = null)],
    ['rows', (evaluation) => (evaluation.holdout.acceptedRows = 599)],
    ['measured.sizeBytes', (evaluation) => (evaluation.challenger.sizeBytes = 400)],
    ['measured.latencyP95Ms', (evaluation) => (evaluation.challenger.latencyP95Ms = null)],
  ])('of another decision are refused by %s', (part, change) => {
    const evaluation = recorded()
    change(evaluation)
    expect(() => assertReplays(evaluation, policy)).toThrow(
      expect.objectContaining({
        code: 'DIGEST_MISMATCH',
        problems: [expect.objectContaining({ path: `statistics: ${part}` })],
      }),
    )
    expect(findReplayProblem(evaluation, null)).toContain(part)
  })

  it.each<[string, (statistics: Parts) => unknown]>([
    ['no spread', ({ metrics }) => delete (metrics.roc_auc as { influence?: unknown }).influence],
    [
      'a share too few',
      ({ metrics }) => (metrics.roc_auc as { influence: Record<string, number[]> }).influence.champion!.pop(),
    ],
    ['a metric too few', ({ metrics }) => delete metrics.ece],
    ['a part too much', (statistics) => (statistics.extra = {})],
    ['rows that do not add up', ({ clusters }) => (clusters.rows as number[]).pop()],
    ['more positives than rows', ({ clusters }) => ((clusters.positives as number[])[0] = 601)],
    ['half a row', (statistics) => (statistics.rows = 600.5)],
  ])('with %s are no basis of a decision', (_name, change) => {
    const evaluation = recorded()
    change(evaluation.statistics as unknown as Parts)
    expect(() => assertReplays(evaluation, policy)).toThrow(expect.objectContaining({ code: 'DOCUMENT_INVALID' }))
  })

  it.each([null, {}, [], 'text', 3])('that are %j are refused', (statistics) => {
    const evaluation = { ...recorded(), statistics }
    expect(() => assertReplays(evaluation, policy)).toThrow(expect.objectContaining({ code: 'DOCUMENT_INVALID' }))
  })

  it('with any part replaced are refused in our own words or judged, never a bug', () => {
    const places = [recorded(), recorded({ clusters: 550 })].flatMap((evaluation) =>
      placesOf(evaluation.statistics).map((place) => ({ evaluation, place })),
    )
    const odd = fc.constantFrom<unknown>(null, {}, [], '', 0, -1, 1, 2, 0.5, 600, 1e99, -1e99, 1e308, 2 ** 53)
    fc.assert(
      fc.property(fc.constantFrom(...places), odd, ({ evaluation, place }, value) => {
        const changed = structuredClone(evaluation)
        replace(changed.statistics, place, value)
        try {
          assertReplays(changed, policy)
        } catch (error) {
          expect(error).toBeInstanceOf(TidemarkError)
        }
      }),
      { numRuns: 500 },
    )
  })
})

/** Paths of all parts of a JSON value, lists by their first two items. */
function placesOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path]
  const keys = Array.isArray(value) ? Object.keys(value).slice(0, 2) : Object.keys(value)
  const below = keys.flatMap((key) => placesOf((value as Record<string, unknown>)[key], [...path, key]))
  return path.length === 0 ? below : [path, ...below]
}

function replace(target: unknown, path: readonly string[], value: unknown): void {
  const parent = path.slice(0, -1).reduce((at, key) => (at as Record<string, unknown>)[key], target)
  ;(parent as Record<string, unknown>)[path.at(-1)!] = value
}
