import { type ModelOverview, type Overview, windowKind } from '@tidemark/schemas'
import { formatQuantity, formatWeight, UNDEFINED } from '../format.ts'
import { attentionOf } from './attention.ts'
import { renderDrift } from './drift.ts'
import { renderEvents } from './events.ts'
import { renderFrame } from './frame.ts'
import { renderLineage } from './lineage.ts'
import { anchor, type Content, html, type Markup } from './markup.ts'
import { renderPerformance } from './performance.ts'
import { type Place, placeOf } from './place.ts'
import { drawChannel } from './production.ts'
import { renderRollouts } from './rollouts.ts'
import { renderStatus } from './status.ts'
import { timeElement } from './time.ts'
import { renderVersions } from './versions.ts'
import { badge, driftTone, driftWord, isRunning } from './words.ts'

export interface PageOptions {
  readonly title: string
  /** When it was made; left out, the page tells only of when its newest fact is, and the same facts give the same bytes. */
  readonly generatedAt?: string
  /** `https://github.com/owner/name`, for links to releases, commits, pull requests and issues. */
  readonly repositoryUrl?: string | undefined
}

const mostModels = 50
const mostProblems = 50

/**
 * One HTML file that asks nothing of any network and runs no script: what is in production, the canary, drift and attention on
 * the first screen, then versions, rollouts, drift by window, lineage and history of each model.
 */
export function renderPage(overview: Overview, { title, generatedAt, repositoryUrl }: PageOptions): string {
  const { head, asOf, problems } = overview
  const models = overview.models.slice(0, mostModels)
  const place = placeOf(repositoryUrl)
  const time = asOf ?? '1970-01-01T00:00:00Z'
  return renderFrame({
    title,
    generator: 'tidemark page',
    about: html`${asOf === null ? 'Nothing is registered yet.' : html`As of ${timeElement(asOf)}`}${head !== null && html` · registry at <code>${anchor(head.slice(0, 12), place.commit(head))}</code>`}${repositoryUrl !== undefined && html` · ${anchor(repositoryUrl.replace(/^https?:\/\//, ''), repositoryUrl)}`}`,
    skipTo: { id: 'content', title: 'content' },
    style: '',
    isFiltered: false,
    main: html`<main id="content">${problems.length > 0 && renderProblems(problems)}${models.length !== 1 && renderModels(models, overview.models.length)}${models.map((model) => renderModel(model, place, time))}</main>`,
    footer: html`Made from the registry branch alone by <code>tidemark page</code>${generatedAt !== undefined && html` on ${timeElement(generatedAt)}`}. It shows what facts say; <code>tidemark verify</code> proves them.`,
  })
}

function renderModel(model: ModelOverview, place: Place, asOf: string): Markup {
  const section = (name: string, title: string, content: Content) =>
    html`<section id="${model.model}-${name}"><h3>${title}</h3>${content}</section>`
  const channels = model.channels.map((channel) => drawChannel(channel, model, asOf))
  const links = [
    ['production', 'Production'],
    ['versions', 'Versions'],
    ['rollouts', 'Rollouts'],
    ['drift', 'Drift'],
    ...(model.performance ? ([['performance', 'Performance']] as const) : []),
    ['lineage', 'Lineage'],
    ['history', 'History'],
  ] as const
  return html`<article id="${model.model}"><div class="bar-head"><h2>${model.model}</h2><nav aria-label="${model.model}">${links.map(([name, text]) => html`<a href="#${model.model}-${name}">${text}</a> `)}</nav></div>
${renderStatus(model, place)}
${section('production', 'In production, over time', channels.some(Boolean) ? channels : html`<p>Nothing was in a channel so far.</p>`)}
${section('versions', 'Versions and their metrics', renderVersions(model, place))}
${section('rollouts', 'Rollouts', renderRollouts(model, asOf))}
${section('drift', `Drift by ${windowKind(model.drift)}`, renderDrift(model, place))}${
  model.performance &&
  html`
${section('performance', 'Performance by week', renderPerformance(model.performance))}`
}
${section('lineage', 'Lineage', renderLineage(model, place))}
${section('history', 'History', renderEvents(model, place))}</article>`
}

function renderModels(models: readonly ModelOverview[], count: number): Markup {
  if (count === 0)
    return html`<p class="empty">No model is registered yet. The first merge of a candidate that passes its gate makes this page.</p>`
  return html`<section id="models"><h2>${formatQuantity(count, 'model')}</h2><div class="scroll"><table><caption>Models</caption><thead><tr><th scope="col">Model</th><th scope="col">In production</th><th scope="col">Since</th><th scope="col">Canary</th><th scope="col">Drift</th><th scope="col">Needs attention</th></tr></thead><tbody>${models.map(modelRow)}</tbody></table></div>${count > models.length && html`<p class="muted">and ${count - models.length} more models, which are not on this page</p>`}</section>`
}

function modelRow(model: ModelOverview): Markup {
  const now = model.channels.flatMap(({ tenures }) => tenures.slice(-1))[0]
  const canary = model.rollouts.find(isRunning)
  const drift = model.drift.at(-1)
  const attention = attentionOf(model)
  return html`<tr><th scope="row"><a href="#${model.model}">${model.model}</a></th><td>${now?.version ?? UNDEFINED}</td><td>${now ? timeElement(now.since) : UNDEFINED}</td><td>${canary ? badge('busy', `${canary.canary.version} at ${formatWeight(canary.weight)}`) : UNDEFINED}</td><td>${drift ? badge(driftTone[drift.verdict], driftWord[drift.verdict]) : UNDEFINED}</td><td>${attention[0] ? badge(attention[0].tone, attention[0].text) : badge('good', 'nothing')}</td></tr>`
}

function renderProblems(problems: Overview['problems']): Markup {
  const more = problems.length - mostProblems
  return html`<section class="callout bad"><h2>${formatQuantity(problems.length, 'fact')} could not be used</h2><p>What rests on them is missing below. Run <code>tidemark verify</code>.</p><ul>${problems.slice(0, mostProblems).map(({ path, message }) => html`<li><code>${path}</code> ${message}</li>`)}${more > 0 && html`<li>and ${more} more</li>`}</ul></section>`
}
