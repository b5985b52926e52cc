import { type MetricName, type MetricValue, metricNames, PerformancePolicy } from '@tidemark/schemas'
import type { Outcomes } from './outcomes.ts'

/** The gate's record of a version: what its release's values are read from. */
export const evaluation = {
  metrics: Object.fromEntries(
    metricNames.map((name) => [name, { challenger: gateValue(name), champion: null }]),
  ) as Record<MetricName, { challenger: MetricValue; champion: null }>,
}

function gateValue(name: MetricName): MetricValue {
  const value = { roc_auc: 0.7, log_loss: 0.6, brier: 0.2, ece: 0.01 }[name]
  return { value, lower: value - 0.01, upper: value + 0.01, standardError: 0.005 }
}

export const policy = PerformancePolicy.parse({
  predictions: 'log.ndjson',
  labels: 'labels.parquet',
  columns: { label: 'late' },
  metrics: [
    { id: 'roc_auc', mode: 'non_inferior', margin: 0.05 },
    { id: 'brier', mode: 'non_inferior', marginRelative: 0.1 },
    { id: 'observed_expected', mode: 'absolute', min: 0.8, max: 1.25 },
  ],
})

/** A week of 1,400 predictions from a fixed sequence. `turned` of them come out the other way than their score says. */
export function outcomes({
  turned = 0,
  labelled = 1400,
  start = '2001-01-08',
}: {
  turned?: number
  labelled?: number
  start?: string
} = {}): Outcomes {
  let seed = 7
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed / 2_147_483_647
  }
  const scores = Float64Array.from({ length: labelled }, random)
  const labels = Uint8Array.from(scores, (score) => Number(random() < turned ? random() >= score : random() < score))
  const date = (day: number) => new Date(Date.parse(start) + day * 86_400_000).toISOString().slice(0, 10)
  return {
    version: '1.0.0',
    period: { start, end: date(7) },
    predictions: 1400,
    repeated: 0,
    unusable: 0,
    contradicted: 0,
    scores,
    labels,
    days: {
      codes: Uint32Array.from(scores, (_, row) => Math.floor(row / 200)),
      dictionary: Array.from({ length: 7 }, (_, day) => date(day)),
    },
  }
}
