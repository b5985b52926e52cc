import { type MetricName, metricNames } from '@tidemark/schemas'
import { z } from 'zod'
import type { ClusterCounts, GateStatistics, MetricStatistics } from './statistics.ts'

const Count = z.int().min(0)
/** No statistic is near this; beyond, a square is no finite number any more. */
const Finite = z.number().min(-1e100).max(1e100)
const Shares = z.array(Finite).max(500)
const Square = Finite.min(0)

/** A mean that is above its maximum by rounding alone is no contradiction. */
const rounding = 1 + 1e-9
const Support = z
  .strictObject({ holding: Count, effective: Finite.min(0) })
  .refine(({ holding, effective }) => effective <= holding * rounding, 'the effective number is above the number')

const Clusters = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('listed'), rows: z.array(Count).max(500), positives: z.array(Count).max(500) }),
  z.strictObject({ form: z.literal('summed'), count: Count, rows: Support, classes: Support }),
])

const Metric = z.strictObject({
  challenger: Finite.nullable(),
  champion: Finite.nullable(),
  influence: z.strictObject({ challenger: Shares, champion: Shares.nullable() }).optional(),
  squares: z
    .strictObject({ challenger: Square, champion: Square.nullable(), difference: Square.nullable() })
    .optional(),
})

/** Statistics as an evaluation holds them: what is checked here, `replayDecision` relies on. */
export const RecordedStatistics = z
  .strictObject({
    task: z.literal('binary'),
    rows: Count,
    positives: Count,
    clusters: Clusters,
    metrics: z.strictObject(
      Object.fromEntries(metricNames.map((name) => [name, Metric])) as Record<MetricName, typeof Metric>,
    ),
    measured: z.strictObject({ sizeBytes: Count.nullable(), latencyP95Ms: Finite.min(0).nullable() }),
  })
  .superRefine((statistics, context) => {
    for (const { path, message } of findContradictions(statistics as GateStatistics))
      context.addIssue({ code: 'custom', path, message })
  })

function findContradictions({ rows, positives, clusters, metrics }: GateStatistics): Contradiction[] {
  return [
    ...(positives <= rows ? [] : [{ path: ['positives'], message: 'there are more than rows' }]),
    ...findClusterContradictions(clusters, rows, positives).map((message) => ({ path: ['clusters'], message })),
    ...metricNames.flatMap((name) =>
      findSpreadContradictions(metrics[name], clusters).map((message) => ({ path: ['metrics', name], message })),
    ),
  ]
}

interface Contradiction {
  path: string[]
  message: string
}

function findClusterContradictions(clusters: ClusterCounts, rows: number, positives: number): string[] {
  if (clusters.form === 'summed') {
    const { count, rows: all, classes } = clusters
    return count <= rows && all.holding <= count && classes.holding <= count ? [] : ['there are more than rows']
  }
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
  const isConsistent =
    clusters.rows.length === clusters.positives.length &&
    clusters.positives.every((count, c) => count <= clusters.rows[c]!) &&
    sum(clusters.rows) === rows &&
    sum(clusters.positives) === positives
  return isConsistent ? [] : ['rows and positives do not add up']
}

/** Every value that is there has its spread, in the form that the clusters have; without it a bound would be the value. */
function findSpreadContradictions(metric: MetricStatistics, clusters: ClusterCounts): string[] {
  const { challenger, champion, influence, squares } = metric
  if (influence && squares) return ['influence and squares exclude each other']
  const spread = influence ?? squares
  if (spread === undefined) return challenger === null ? [] : ['there is a value without a spread']
  if (challenger === null) return ['there is a spread without a value']
  if ((spread.champion === null) !== (champion === null))
    return ['the champion has a value or a spread without the other']
  if (squares && (squares.difference === null) !== (champion === null)) return ['the difference has no champion']
  if ((clusters.form === 'listed') !== (influence !== undefined))
    return ['the spread’s form is not that of the clusters']
  if (!influence || clusters.form !== 'listed') return []
  const lengths = [influence.challenger, influence.champion ?? influence.challenger].map((shares) => shares.length)
  return lengths.every((length) => length === clusters.rows.length) ? [] : ['the shares are not one for each cluster']
}
