import {
  type Baseline,
  canonicalJson,
  digestOf,
  type Evaluation,
  type PerformanceCheck,
  PerformancePolicy,
  type PerformanceStatistics,
} from '@tidemark/schemas'
import { releaseOf } from './collect.ts'
import { gapsOf } from './expected.ts'
import { judgePerformance } from './judge.ts'

/** A week's judgement as the registry keeps it. The same version, statistics and policy have the same id. */
export function checkPerformance(question: {
  readonly model: string
  readonly version: string
  readonly modelDigest: string
  /** The id of the gate's decision. */
  readonly evaluation: string
  /** Digests of the files. */
  readonly predictions: string
  readonly labels: string
  readonly policy: PerformancePolicy
  readonly statistics: PerformanceStatistics
}): PerformanceCheck {
  const { statistics, modelDigest, evaluation } = question
  const policy = PerformancePolicy.parse(question.policy)
  const { verdict, reason, results } = judgePerformance(policy, statistics)
  const digest = digestOf(statistics)
  return {
    schema: 'tidemark/performance/v1',
    ...question,
    id: digestOf({ modelDigest, evaluation, window: digest, policy }),
    window: { ...statistics.period, digest },
    policy,
    verdict,
    reason,
    results: [...results],
  }
}

/** Why a stored check does not follow from its statistics, the gate's decision and the baseline that it names, or null where it does. */
export function findPerformanceReplayProblem(
  check: PerformanceCheck,
  evaluation: Evaluation,
  baseline: Baseline | null,
): string | null {
  const { schema: _, id: __, window: ___, verdict: ____, reason: _____, results: ______, ...question } = check
  const again = checkPerformance(question)
  const { asOf, period, release, expected } = check.statistics
  const differs = [
    ...(canonicalJson(again) === canonicalJson(check) ? [] : ['the decision']),
    ...(canonicalJson(release) === canonicalJson(releaseOf(evaluation)) && evaluation.id === check.evaluation
      ? []
      : ['the release’s values']),
    ...(expected === null || hasGaps(expected, baseline) ? [] : ['what the baseline promises']),
    ...(isMature({ period, asOf }, check.policy) ? [] : ['the day until which it had to wait']),
  ]
  if (differs.length === 0) return null
  return `Performance check ${check.id}: ${differs.join(', ')} cannot be made again`
}

function hasGaps(expected: NonNullable<PerformanceStatistics['expected']>, baseline: Baseline | null): boolean {
  if (baseline?.expectations === undefined || baseline.id !== expected.baseline) return false
  const { least, most, weeks } = gapsOf(baseline.expectations)
  return expected.referenceLeast === least && expected.referenceMost === most && expected.weeks === weeks
}

/** Whether the log goes on for so long after a period that its labels are taken to have come. */
export function isMature(
  { period, asOf }: Pick<PerformanceStatistics, 'period' | 'asOf'>,
  { maturityDays }: Pick<PerformancePolicy, 'maturityDays'>,
): boolean {
  return Date.parse(asOf) - Date.parse(period.end) >= maturityDays * 86_400_000
}
