import { type MetricName, metricNames } from '@tidemark/schemas'
import {
  type ClusteredEstimate,
  type Clustering,
  clusterSums,
  clusterSupport,
  sumOfSquares,
} from '@tidemark/statistics'
import { metrics } from './metric.ts'
import type { Key, PairedRows } from './scored-rows.ts'

/**
 * What a decision is made from, and made again from: finite JSON numbers, null where undefined. Clusters are named
 * nowhere, since a cluster may be a person; they stand in the order of their keys.
 */
export interface GateStatistics {
  readonly task: 'binary'
  readonly rows: number
  readonly positives: number
  readonly clusters: ClusterCounts
  readonly metrics: Readonly<Record<MetricName, MetricStatistics>>
  /** Measured properties of the challenger that budgets limit. */
  readonly measured: Measured
}

/** Up to 500 clusters are listed; beyond, and for unclustered rows, only what bounds need is kept. */
export type ClusterCounts =
  | { readonly form: 'listed'; readonly rows: readonly number[]; readonly positives: readonly number[] }
  | { readonly form: 'summed'; readonly count: number; readonly rows: Support; readonly classes: Support }

/** How many clusters inform a metric, and Kish's effective number of them. */
export interface Support {
  readonly holding: number
  readonly effective: number
}

export interface MetricStatistics {
  readonly challenger: number | null
  /** Null also when there is no champion. */
  readonly champion: number | null
  /** Per listed cluster, its share of each estimate's linearised error: see `ClusteredEstimate`. */
  readonly influence?: InfluenceOf<readonly number[]>
  /** When clusters are not listed. */
  readonly squares?: Squares
}

interface InfluenceOf<Shares> {
  readonly challenger: Shares
  readonly champion: Shares | null
}

/** Σ influence² of each value and of challenger − champion. */
export interface Squares {
  readonly challenger: number
  readonly champion: number | null
  readonly difference: number | null
}

export interface Measured {
  readonly sizeBytes: number | null
  readonly latencyP95Ms: number | null
}

const LISTED_CLUSTERS = 500

/** Reduces paired rows to a gate's sufficient statistics; without clusters every row is its own. */
export function collectStatistics(rows: PairedRows, measured: Measured): GateStatistics {
  const clusters = clusteringOf(rows)
  const rowsOf = clusterSums(clusters)
  const positivesOf = clusterSums(clusters, rows.labels)
  const listed = rows.clusters !== undefined && clusters.count <= LISTED_CLUSTERS
  const judge = (name: MetricName): MetricStatistics => {
    const { estimate } = metrics[name]
    const challenger = estimate(rows.labels, rows.challenger, clusters)
    const champion = rows.champion && estimate(rows.labels, rows.champion, clusters)
    return metricStatistics(challenger, champion, listed)
  }
  return {
    task: 'binary',
    rows: rows.labels.length,
    positives: positivesOf.reduce((sum, count) => sum + count, 0),
    clusters: listed
      ? { form: 'listed', rows: [...rowsOf], positives: [...positivesOf] }
      : { form: 'summed', count: clusters.count, ...supports(rowsOf, positivesOf) },
    metrics: Object.fromEntries(metricNames.map((name) => [name, judge(name)])) as Record<MetricName, MetricStatistics>,
    measured,
  }
}

/** Clusters behind the statistics, by what a metric is informed by. */
export function supportsOf(counts: ClusterCounts): { count: number; rows: Support; classes: Support } {
  if (counts.form === 'summed') return counts
  return { count: counts.rows.length, ...supports(counts.rows, counts.positives) }
}

/** Σ influence² of challenger, champion and their difference, from either form. */
export function squaresOf({ influence, squares }: MetricStatistics): Squares {
  if (squares) return squares
  return influence ? squaresFrom(influence) : { challenger: 0, champion: null, difference: null }
}

function squaresFrom({ challenger, champion }: InfluenceOf<ArrayLike<number>>): Squares {
  return {
    challenger: sumOfSquares(challenger),
    champion: champion && sumOfSquares(champion),
    difference: champion && sumOfSquares(challenger, champion),
  }
}

function metricStatistics(
  challenger: ClusteredEstimate,
  champion: ClusteredEstimate | undefined,
  listed: boolean,
): MetricStatistics {
  const values = { challenger: finite(challenger.value), champion: champion ? finite(champion.value) : null }
  if (values.challenger === null || (champion && values.champion === null)) return values
  const influence = { challenger: challenger.influence, champion: champion?.influence ?? null }
  if (!listed) return { ...values, squares: squaresFrom(influence) }
  const list = (shares: Float64Array): number[] => Array.from(shares, unsigned)
  return {
    ...values,
    influence: { challenger: list(influence.challenger), champion: influence.champion && list(influence.champion) },
  }
}

function clusteringOf({ clusters, labels }: PairedRows): Clustering {
  if (!clusters) return { of: new Uint32Array(labels.length).map((_, row) => row), count: labels.length }
  const codeOf = new Map<Key, number>()
  const of = new Uint32Array(clusters.length)
  for (let row = 0; row < of.length; row++) {
    const key = clusters[row]!
    const code = codeOf.get(key) ?? codeOf.size
    if (code === codeOf.size) codeOf.set(key, code)
    of[row] = code
  }
  // Clusters stand in the order of their keys, not in that of rows.
  const keys = [...codeOf.keys()].sort(byKey)
  const indexOf = new Uint32Array(keys.length)
  keys.forEach((key, index) => {
    indexOf[codeOf.get(key)!] = index
  })
  for (let row = 0; row < of.length; row++) of[row] = indexOf[of[row]!]!
  return { of, count: keys.length }
}

/** Independent of locale and of the order of rows. */
const byKey = (a: Key, b: Key): number =>
  typeof a === typeof b ? (a < b ? -1 : a > b ? 1 : 0) : typeof a < typeof b ? -1 : 1

function supports(
  rows: readonly number[] | Float64Array,
  positives: ArrayLike<number>,
): { rows: Support; classes: Support } {
  const withEvents = clusterSupport(positives)
  const withoutEvents = clusterSupport(rows.map((count, c) => count - positives[c]!))
  return {
    rows: clusterSupport(rows),
    classes: {
      holding: Math.min(withEvents.holding, withoutEvents.holding),
      effective: Math.min(withEvents.effective, withoutEvents.effective),
    },
  }
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

/** JSON has no −0. */
const unsigned = (value: number): number => value + 0
