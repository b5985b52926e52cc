import type { VersionOverview } from '@tidemark/schemas'
import { formatNumber } from '../format.ts'
import { plainMetricTitle } from '../metric-title.ts'
import { at, drawChart, grid, line, linear, percent, type Scale, showAlike, ticks } from './chart.ts'
import { html, type Markup } from './markup.ts'
import { formatDay } from './time.ts'
import { statusTone } from './words.ts'

const height = 162
const bottom = 124
/** Per cent of the width that a version's name and day need below. */
const labelWidth = 26

interface Point {
  readonly version: VersionOverview
  readonly value: number
  readonly lower: number | null
  readonly upper: number | null
  readonly champion: number | null
}

/**
 * One metric of the versions in the order they were registered, each with its day below, with bounds and the champion on the
 * same rows. A place each, not a place in time: versions of one day would cover each other.
 */
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
  // Room at the left for the values of the grid.
  const x = linear([0, points.length - 1], [points.length > 2 ? 22 : 30, points.length > 2 ? 88 : 80])
  const levels = ticks(domain, 3)
  const content = [
    grid(levels, y, showAlike(levels)),
    html`<g class="axis" aria-hidden="true"><line x1="0" x2="100%" y1="${bottom}" y2="${bottom}"/></g>`,
    line(
      points.map(({ value }, i): [number, number] => [x(i), y(value)]),
      { height, className: 'trend' },
    ),
    points.map((point, i) => drawPoint(point, { x: x(i), y, title })),
    versionLabels(points, x),
  ]
  const live = points.findLast(({ version }) => version.status === 'live')
  const named = live ?? last
  return html`<figure><figcaption><b>${title}</b> <span class="${live ? 'good' : 'muted'}">${live && html`<span aria-hidden="true">✓</span> `}${named.version.manifest.version}: ${formatNumber(named.value)}</span></figcaption>${drawChart(
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
      : html`<circle class="champion" transform="translate(-10 0)" cx="${percent(x)}" cy="${at(y(champion))}" r="3.5"><title>champion on the same rows: ${formatNumber(champion)}</title></circle>`
  const range = lower === null || upper === null ? '' : `, bounds ${formatNumber(lower)} to ${formatNumber(upper)}`
  return html`${bounds}${ring}<circle class="dot ${statusTone(status)}" cx="${percent(x)}" cy="${at(y(value))}" r="4.5"><title>${manifest.version}, ${formatDay(manifest.registeredAt)}: ${title} ${formatNumber(value)}${range}</title></circle>`
}

/** Versions with their days below the axis, from the newest, as many as do not run into each other. */
function versionLabels(points: readonly Point[], x: Scale): Markup[] {
  const labels: Markup[] = []
  let before = 200
  for (const [i, { version }] of [...points.entries()].reverse()) {
    if (before - x(i) < labelWidth) continue
    before = x(i)
    const { manifest } = version
    labels.push(
      html`<text class="small" x="${percent(x(i))}" y="${bottom + 15}" text-anchor="middle">${manifest.version}</text><text x="${percent(x(i))}" y="${bottom + 29}" text-anchor="middle">${formatDay(manifest.registeredAt)}</text>`,
    )
  }
  return labels
}

function padded(low: number, high: number): readonly [number, number] {
  const room = (high - low || Math.abs(high) || 1) * 0.1
  return [low - room, high + room]
}
