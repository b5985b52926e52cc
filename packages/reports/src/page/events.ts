import type { ModelOverview, RegistryEvent } from '@tidemark/schemas'
import { formatQuantity, shortDigest } from '../format.ts'
import { anchor, type Content, html, type Markup } from './markup.ts'
import type { Place } from './place.ts'
import { timeCell } from './time.ts'
import { badge, type EventKind, eventWords } from './words.ts'

const mostShown = 200
const mostReasons = 3

const filters: readonly (readonly [EventKind | 'all', string])[] = [
  ['all', 'Everything'],
  ['versions', 'Versions'],
  ['promotions', 'Promotions'],
  ['rollouts', 'Rollouts'],
  ['drift', 'Drift'],
]

/** What happened, newest first. The filter is the style's work (`:has`), so that the page runs no script. */
export function renderEvents({ model, events }: ModelOverview, place: Place): Markup {
  if (events.length === 0) return html`<p>Nothing happened yet.</p>`
  const shown = events.slice(0, mostShown)
  const more = events.length - shown.length
  const present = new Set(shown.map(({ type }) => eventWords[type][0]))
  return html`<div class="events"><fieldset class="filter"><legend class="visually-hidden">Which events of ${model}</legend>${filters
    .filter(([kind]) => kind === 'all' || present.has(kind))
    .map(
      ([kind, title]) =>
        html`<label><input type="radio" name="events-${model}" value="${kind}"${kind === 'all' && html` checked`}><span>${title}</span></label>`,
    )}</fieldset>
<div class="scroll"><table><caption>Events of ${model}, newest first</caption><thead><tr><th scope="col">Time (UTC)</th><th scope="col">What</th><th scope="col">Details</th><th scope="col">By</th></tr></thead><tbody>${shown.map((event) => row(event, place))}</tbody></table></div>${more > 0 && html`<p class="muted">and ${formatQuantity(more, 'older event')}</p>`}</div>`
}

function row(event: RegistryEvent, place: Place): Markup {
  const { type, subject, actor, at } = event
  const [kind, tone, word] = eventWords[type]
  const what = subject.version ?? `candidate ${shortDigest(subject.modelDigest)}`
  // After a roll-back the channel is given back to what it holds: nothing came into it.
  const isReturn = event.previous?.modelDigest === subject.modelDigest
  const channel =
    type === 'promotion.settled' || type === 'promotion.refused' ? ` ${subject.channel ?? 'a channel'}` : ''
  const verb = type === 'promotion.settled' && isReturn ? 'stays in' : word
  const text = kind === 'drift' ? word : `${what} ${verb}${channel}`
  return html`<tr data-kind="${kind}"><td>${timeCell(at)}</td><td>${badge(tone, text)}</td><td class="wide">${details(event, place)}</td><td class="muted">${actor}</td></tr>`
}

function details(event: RegistryEvent, place: Place): Content {
  const { subject, approvedBy = [], pullRequest, issue, reasons = [], runUrl } = event
  const parts: Content[] = [
    subject.channel !== undefined && subject.seq !== undefined && `${subject.channel}, seq ${subject.seq}`,
    approvedBy.length > 0 && `approved by ${approvedBy.join(', ')}`,
    pullRequest !== undefined && anchor(`pull request #${pullRequest}`, place.pullRequest(pullRequest)),
    issue !== undefined && anchor(`issue #${issue}`, place.issue(issue)),
    ...reasons.slice(0, mostReasons),
    reasons.length > mostReasons && `and ${formatQuantity(reasons.length - mostReasons, 'more reason')}`,
    runUrl !== undefined && anchor('run', runUrl),
  ].filter((part) => part !== false)
  return parts.map((part, i) => (i === 0 ? part : html` · ${part}`))
}
