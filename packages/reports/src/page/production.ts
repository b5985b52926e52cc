import type { ChannelOverview, ModelOverview, RolloutState } from '@tidemark/schemas'
import { formatQuantity } from '../format.ts'
import { drawChart, percent } from './chart.ts'
import { html, type Markup } from './markup.ts'
import { formatDay, timeAxis } from './time.ts'
import { isRunning, phases } from './words.ts'

const rowHeight = 36
const mostRows = 12

interface Span {
  readonly version: string
  readonly kind: 'production' | 'canary' | 'promoted' | 'rolled-back'
  readonly from: string
  readonly to: string
  readonly title: string
}

/** Which version a channel held when, with the rollouts that led there or went back: a row per version, newest above. */
export function drawChannel(channel: ChannelOverview, model: ModelOverview, asOf: string): Markup | null {
  const rollouts = model.rollouts.filter((rollout) => rollout.channel === channel.channel)
  const spans = [
    ...channel.tenures.map((tenure) => tenureSpan(tenure, asOf)),
    ...rollouts.map((each) => rolloutSpan(each, asOf)),
  ]
  if (spans.length === 0) return null
  const versions = [...new Set(spans.toSorted((a, b) => compare(b.from, a.from)).map(({ version }) => version))]
  const shown = versions.slice(0, mostRows)
  const visible = spans.filter(({ version }) => shown.includes(version))
  const from = visible.map((span) => span.from).sort()[0]!
  const bottom = shown.length * rowHeight + 4
  const { x, marks } = timeAxis(from, asOf, bottom)
  const rows = shown.map((version, row) => {
    const own = visible.filter((span) => span.version === version).toSorted((a, b) => compare(a.from, b.from))
    const top = row * rowHeight
    const start = x(Date.parse(own[0]!.from))
    const now = channel.tenures.at(-1)?.version === version ? ' · now' : ''
    return html`<g><text class="strong" x="${percent(start)}" y="${top + 13}" text-anchor="${start > 80 ? 'end' : 'start'}">${version + now}</text>${own.map((span) => drawSpan(span, x, top + 18))}</g>`
  })
  const now = channel.tenures.at(-1)
  const description = now
    ? `${formatQuantity(channel.tenures.length, 'version')} so far; ${now.version} since ${formatDay(now.since)}`
    : 'nothing was settled yet'
  const more = versions.length - shown.length
  return html`<figure>${drawChart({
    title: `Versions in ${channel.channel} over time`,
    description,
    height: bottom + 22,
    content: [marks, ...rows],
  })}<figcaption><span class="key production"></span> in ${channel.channel} <span class="key canary"></span> as a canary <span class="bad" aria-hidden="true">✕</span> rolled back${more > 0 && html` · and ${more} more versions`}</figcaption></figure>`
}

const tenureSpan = ({ version, since, until }: ChannelOverview['tenures'][number], asOf: string): Span => ({
  version,
  kind: 'production',
  from: since,
  to: until ?? asOf,
  title: `${version}: from ${formatDay(since)} ${until === null ? 'until now' : `to ${formatDay(until)}`}`,
})

function rolloutSpan(rollout: RolloutState, asOf: string): Span {
  const { canary, phase, openedAt, updatedAt } = rollout
  const kind = phase === 'rolled-back' || phase === 'promoted' ? phase : 'canary'
  const title = `rollout of ${canary.version} from ${formatDay(openedAt)}: ${phases[phase][1]}`
  return { version: canary.version, kind, from: openedAt, to: isRunning(rollout) ? asOf : updatedAt, title }
}

function drawSpan({ kind, from, to, title }: Span, x: (time: number) => number, top: number): Markup {
  const [start, end] = [x(Date.parse(from)), x(Date.parse(to))]
  const width = Math.max(end - start, 0.6)
  const bar = html`<rect class="span ${kind === 'production' ? 'production' : 'canary'}" x="${percent(start)}" y="${top}" width="${percent(width)}" height="12" rx="2"><title>${title}</title></rect>`
  if (kind !== 'rolled-back') return bar
  return html`${bar}<text class="cross" x="${percent(start + width)}" dx="4" y="${top + 11}"><title>${title}</title>✕</text>`
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
