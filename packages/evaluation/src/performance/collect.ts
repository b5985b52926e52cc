import {
  type Evaluation,
  metricNames,
  type PerformanceCheck,
  type PerformancePolicy,
  type PerformanceStatistics,
  performanceMetricNames,
  writeNumbers,
} from '@tidemark/schemas'
import { type Clustering, clusterSums } from '@tidemark/statistics'
import { expectBrier, type Promised } from './expected.ts'
import { performanceMetrics } from './metrics.ts'
import type { Outcomes } from './outcomes.ts'
import { followErrors } from './page-hinkley.ts'

/** What a version's outcomes are held against. */
export interface Reference {
  /** The gate's decision with which the version came in. */
  readonly evaluation: Pick<Evaluation, 'metrics'>
  /** The version's check before this one, from whose end Page's test goes on; null for the first. */
  readonly previous: Pick<PerformanceCheck, 'id' | 'statistics'> | null
  /** What the baseline's calibration promises; null where the baseline has none of this version. */
  readonly promised: Promised | null
}

/** Reduces outcomes to what a judgement is made from: numbers by day, no row. `asOf` is the day of the log's newest prediction. */
export function collectPerformance(
  outcomes: Outcomes,
  { policy, reference, asOf }: { policy: PerformancePolicy; reference: Reference; asOf: string },
): PerformanceStatistics {
  const { labels, scores, predictions, repeated, unusable, contradicted, period } = outcomes
  const { days, clusters } = clusterByDay(outcomes)
  const estimates = performanceMetrics(policy.threshold)
  const isCovered = predictions > 0 && labels.length / predictions >= policy.minCoverage
  return {
    period,
    asOf,
    predictions,
    labelled: labels.length,
    repeated,
    unusable,
    contradicted,
    days,
    rows: writeNumbers(clusterSums(clusters)),
    positives: writeNumbers(clusterSums(clusters, labels)),
    metrics: Object.fromEntries(
      performanceMetricNames.map((name) => {
        const { value, influence } =
          labels.length === 0
            ? { value: Number.NaN, influence: new Float64Array() }
            : estimates[name].estimate(labels, scores, clusters)
        return [
          name,
          Number.isFinite(value)
            ? { value: value + 0, influence: writeNumbers(Array.from(influence, (share) => share + 0)) }
            : { value: null, influence: '' },
        ]
      }),
    ) as PerformanceStatistics['metrics'],
    release: releaseOf(reference.evaluation),
    // Labels that came early are those of easy rows: errors of a part would be told as a change.
    pageHinkley: isCovered ? followErrors(outcomes, policy.pageHinkley, reference.previous) : null,
    expected: isCovered && reference.promised !== null ? expectBrier(outcomes, reference.promised) : null,
  }
}

/** The values with which a version passed the gate, as its decision records them. */
export function releaseOf({ metrics }: Pick<Evaluation, 'metrics'>): PerformanceStatistics['release'] {
  return Object.fromEntries(
    metricNames.map((name) => {
      const { value, standardError } = metrics[name].challenger
      return [name, value === null ? null : { value, standardError }]
    }),
  )
}

function clusterByDay({ days: { codes, dictionary } }: Outcomes): { days: string[]; clusters: Clustering } {
  const days = [...new Set(Array.from(codes, (code) => dictionary[code]!))].sort()
  const places = new Map(days.map((day, place) => [day, place]))
  const placeOf = dictionary.map((day) => places.get(day) ?? 0)
  return { days, clusters: { of: Uint32Array.from(codes, (code) => placeOf[code]!), count: days.length } }
}
