import type { ModelOverview, VersionOverview } from '@tidemark/schemas'
import { formatNumber, formatSize, shortDigest, UNDEFINED } from '../format.ts'
import { plainMetricTitle } from '../metric-title.ts'
import { anchor, html, type Markup } from './markup.ts'
import { drawMetric } from './metric-chart.ts'
import type { Place } from './place.ts'
import { timeCell } from './time.ts'
import { statusBadge } from './words.ts'

const mostRows = 50
const mostMetrics = 8

/** The versions' metrics over time, and a row for each version, newest first. */
export function renderVersions(model: ModelOverview, place: Place): Markup {
  const { versions, olderVersions } = model
  if (versions.length === 0) return html`<p>No version is registered yet.</p>`
  const metrics = metricsOf(versions).slice(0, mostMetrics)
  const shown = versions.toReversed().slice(0, mostRows)
  const more = versions.length + olderVersions - shown.length
  return html`<div class="multiples">${metrics.map((metric) => drawMetric(metric, versions))}</div>
<p class="muted small">↑ higher is better, ↓ lower is better, <span class="good" aria-hidden="true">✓</span> is in production. Each version on its own holdout, with the bounds of its evaluation. <span class="ring" aria-hidden="true"></span> beside it is the champion of the time on the same rows: compare these two.</p>
<div class="scroll"><table><caption>Versions of ${model.model}, newest first</caption><thead><tr><th scope="col">Version</th><th scope="col">Status</th>${metrics.map((metric) => html`<th scope="col" class="number">${plainMetricTitle(metric)}</th>`)}<th scope="col">Registered (UTC)</th><th scope="col">By</th><th scope="col">Follows</th><th scope="col" class="number">Size</th><th scope="col">Digest</th></tr></thead><tbody>${shown.map((version) => row(version, { metrics, place }))}</tbody></table></div>${more > 0 && html`<p class="muted">and ${more} older versions</p>`}`
}

function row(
  version: VersionOverview,
  { metrics, place }: { readonly metrics: readonly string[]; readonly place: Place },
): Markup {
  const { manifest } = version
  const size = manifest.files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  const name = anchor(manifest.version, place.release(manifest.model, manifest.version))
  return html`<tr><th scope="row">${name}</th><td>${statusBadge(version)}</td>${metrics.map((metric) => html`<td class="number">${formatNumber(manifest.metrics[metric])}</td>`)}<td>${timeCell(manifest.registeredAt)}</td><td>${manifest.registeredBy}</td><td>${manifest.parent?.version ?? UNDEFINED} <span class="muted">${manifest.bump.kind}</span></td><td class="number">${formatSize(size)}</td><td><code title="${manifest.modelDigest}">${shortDigest(manifest.modelDigest)}</code></td></tr>`
}

const known = ['roc_auc', 'log_loss', 'brier', 'ece']

/** Names of all metrics that any version has, the known ones first. */
export function metricsOf(versions: readonly VersionOverview[]): string[] {
  const names = new Set(versions.flatMap(({ manifest }) => Object.keys(manifest.metrics)))
  return [...known.filter((name) => names.has(name)), ...[...names].filter((name) => !known.includes(name)).sort()]
}
