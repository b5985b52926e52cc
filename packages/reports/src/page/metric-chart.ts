import type { VersionOverview } from '@tidemark/schemas'
import { formatNumber } from '../format.ts'
import { plainMetricTitle } from '../metric-title.ts'
import { at, drawChart, grid, label, line, linear, percent, ticks } from './chart.ts'
import { html, type Markup } from './markup.ts'
import { formatDay } from './time.ts'
import { statusTone } from './words.ts'

const height = 150
const bottom = 126

interface Point {
  readonly version: VersionOverview
  readonly value: number
  readonly lower: number | null
  readonly upper: number | null
  readonly champion: number | null
}

/** One metric of the versions at the times they were registered, with bounds and the champion on the same rows. */
export function drawMetric(metric: string, versions: readonly VersionOverview[]): Markup {
  const points = versions.flatMap((version) => readPoint(metric, version))
  const title = plainMetricTitle(metric)
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last)
    return html`<figure><figcaption><b>${title}</b></figcaption><p class="muted">No version has it.</p></figure>`
  const values = points
    .flatMap(({ value, lower, upper, champion }) => [value, lower, upper, champion])
    .filter((each) => each !== null)
  const domain = padded(Math.min(...values), Math.max(...values))
  const y = linear(domain, [bottom - 6, 18])
  const [from, to] = [first, last].map(({ version }) => version.manifest.registeredAt) as [string, string]
  // Room at the left for the values of the grid.
  const scale = linear([Date.parse(from), Date.parse(to)], [19, 97])
  const x = (time: string) => scale(Date.parse(time))
  const path = points.map((point): [number, number] => [x(point.version.manifest.registeredAt), y(point.value)])
  const content = [
    grid(ticks(domain, 3), y, (value) => String(value)),
    html`<g class="axis" aria-hidden="true"><line x1="0" x2="100%" y1="${bottom}" y2="${bottom}"/></g>`,
    line(path, { height, className: 'trend' }),
    points.map((point) => drawPoint(point, { x: x(point.version.manifest.registeredAt), y, title })),
    versionLabels(points, x, y),
    label(x(from), bottom + 16, formatDay(from), 'tick'),
    to.slice(0, 10) !== from.slice(0, 10) && label(x(to), bottom + 16, formatDay(to), 'tick'),
  ]
  return html`<figure><figcaption><b>${title}</b> <span class="muted">${last.version.manifest.version}: ${formatNumber(last.value)}</span></figcaption>${drawChart(
    {
      title: `${title} by version`,
      description: points
        .slice(-6)
        .map(({ version, value }) => `${version.manifest.version} ${formatNumber(value)}`)
        .join(', '),
      height,
      content,
    },
  )}</figure>`
}

function readPoint(metric: string, version: VersionOverview): Point[] {
  const value = version.manifest.metrics[metric]
  if (value === null || value === undefined) return []
  const found = version.lineage?.evaluation?.metrics[metric as 'roc_auc']
  // Bounds of another value (the same bytes judged again) would be drawn around the wrong point.
  const own = found?.challenger.value === value ? found.challenger : null
  return [
    { version, value, lower: own?.lower ?? null, upper: own?.upper ?? null, champion: found?.champion?.value ?? null },
  ]
}

function drawPoint(
  { version, value, lower, upper, champion }: Point,
  { x, y, title }: { readonly x: number; readonly y: (value: number) => number; readonly title: string },
): Markup {
  const { manifest, status } = version
  const bounds =
    lower === null || upper === null
      ? null
      : html`<line class="whisker" x1="${percent(x)}" x2="${percent(x)}" y1="${at(y(lower))}" y2="${at(y(upper))}"/>`
  const ring =
    champion === null
      ? null
      : html`<circle class="champion" cx="${percent(x)}" cy="${at(y(champion))}" r="3.5"><title>champion on the same rows: ${formatNumber(champion)}</title></circle>`
  const range = lower === null || upper === null ? '' : `, bounds ${formatNumber(lower)} to ${formatNumber(upper)}`
  return html`${bounds}${ring}<circle class="dot ${statusTone(status)}" cx="${percent(x)}" cy="${at(y(value))}" r="4.5"><title>${manifest.version}, ${formatDay(manifest.registeredAt)}: ${title} ${formatNumber(value)}${range}</title></circle>`
}

/** Versions above their points, as many as do not run into each other. */
function versionLabels(points: readonly Point[], x: (time: string) => number, y: (value: number) => number): Markup[] {
  const labels: Markup[] = []
  let before = 200
  for (const { version, value, upper } of points.toReversed()) {
    const place = x(version.manifest.registeredAt)
    if (before - place < 16) continue
    before = place
    labels.push(label(place, Math.max(11, y(upper ?? value) - 5), version.manifest.version, 'small'))
  }
  return labels
}

function padded(low: number, high: number): readonly [number, number] {
  const room = (high - low || Math.abs(high) || 1) * 0.1
  return [low - room, high + room]
}
