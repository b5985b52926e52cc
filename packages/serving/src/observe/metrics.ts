import type { Arm } from '../routing/arm.ts'
import { Histogram } from './histogram.ts'

/** Milliseconds, finer where models usually answer; fewer than telemetry has, since each is a line for every version. */
const latencyEdgesMs: readonly number[] = [
  0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 5, 7.5, 10, 15, 25, 50, 75, 100, 250, 500, 1000, 2500, 5000, 10000,
]

/** The counters of one model, version and arm. */
export interface InferenceSeries {
  success: number
  failure: number
  readonly durationMs: Histogram
}

export interface Gauge {
  readonly name: string
  readonly help: string
  readonly type?: 'gauge' | 'counter'
  readonly labels?: Readonly<Record<string, string>>
  readonly value: number
}

/** Counters for Prometheus, under MLServer's names. */
export class Metrics {
  readonly #series = new Map<string, { readonly labels: string; readonly series: InferenceSeries }>()
  readonly #refused = new Map<number, number>()

  /** The counters to hold on to while a version serves: looked up once, not at every request. */
  series(model: string, version: string, arm: Arm): InferenceSeries {
    const labels = writeLabels({ model_name: model, model_version: version, arm })
    let found = this.#series.get(labels)
    if (!found) {
      found = { labels, series: { success: 0, failure: 0, durationMs: new Histogram(latencyEdgesMs) } }
      this.#series.set(labels, found)
    }
    return found.series
  }

  countRefusal(status: number): void {
    this.#refused.set(status, (this.#refused.get(status) ?? 0) + 1)
  }

  /** The text exposition format 0.0.4. */
  write(gauges: readonly Gauge[]): string {
    const all = [...this.#series.values()]
    const lines = [
      ...header('model_infer_request_success_total', 'counter', 'Requests that the arm answered'),
      ...all.map(({ labels, series }) => `model_infer_request_success_total${labels} ${series.success}`),
      ...header(
        'model_infer_request_failure_total',
        'counter',
        'Requests on which the arm failed; a canary’s are answered by the champion',
      ),
      ...all.map(({ labels, series }) => `model_infer_request_failure_total${labels} ${series.failure}`),
      ...header(
        'model_infer_request_duration',
        'histogram',
        'Seconds from the request’s last byte to the arm’s answer',
      ),
      ...all.flatMap(({ labels, series }) => writeHistogram('model_infer_request_duration', labels, series.durationMs)),
      ...header('tidemark_http_errors_total', 'counter', 'Error answers by status'),
      ...[...this.#refused].map(
        ([status, count]) => `tidemark_http_errors_total${writeLabels({ status: `${status}` })} ${count}`,
      ),
    ]
    let previous = ''
    for (const { name, help, type = 'gauge', labels = {}, value } of gauges) {
      if (name !== previous) lines.push(...header(name, type, help))
      previous = name
      lines.push(`${name}${writeLabels(labels)} ${value}`)
    }
    return `${lines.join('\n')}\n`
  }
}

/** This process, under the names of Prometheus' own clients. */
export function processGauges(): Gauge[] {
  const { user, system } = process.cpuUsage()
  const { rss, heapUsed } = process.memoryUsage()
  const startSeconds = Date.now() / 1000 - process.uptime()
  return [
    { name: 'process_cpu_seconds_total', help: 'CPU time', type: 'counter', value: (user + system) / 1e6 },
    { name: 'process_resident_memory_bytes', help: 'Resident memory', value: rss },
    { name: 'process_start_time_seconds', help: 'Start, in seconds since 1970', value: Math.round(startSeconds) },
    { name: 'nodejs_heap_size_used_bytes', help: 'JavaScript heap in use', value: heapUsed },
    {
      name: 'nodejs_eventloop_utilization',
      help: 'Share of time not idle, since start',
      value: performance.eventLoopUtilization().utilization,
    },
  ]
}

function header(name: string, type: string, help: string): string[] {
  return [`# HELP ${name} ${help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}`, `# TYPE ${name} ${type}`]
}

function writeHistogram(name: string, labels: string, { edges, counts, sum, count }: Histogram): string[] {
  const inner = labels.slice(1, -1)
  let below = 0
  const buckets = edges.map((edge, i) => `${name}_bucket{${inner},le="${edge / 1000}"} ${(below += counts[i]!)}`)
  return [
    ...buckets,
    `${name}_bucket{${inner},le="+Inf"} ${count}`,
    `${name}_sum${labels} ${sum / 1000}`,
    `${name}_count${labels} ${count}`,
  ]
}

function writeLabels(labels: Readonly<Record<string, string>>): string {
  const parts = Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`)
  return parts.length > 0 ? `{${parts.join(',')}}` : ''
}

function escapeLabel(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
}
