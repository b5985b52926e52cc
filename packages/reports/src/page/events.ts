import {
  type ModelOverview,
  type RegistryEvent,
  type RolloutState,
  type WindowKind,
  windowKind,
  windowName,
} from '@tidemark/schemas'
import { causeInWords } from '../cause.ts'
import { formatCount, formatQuantity, shortDigest } from '../format.ts'
import { anchor, type Content, html, type Markup } from './markup.ts'
import type { Place } from './place.ts'
import { formatDay, timeCell } from './time.ts'
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
export function renderEvents({ model, events, drift, rollouts }: ModelOverview, place: Place): Markup {
  if (events.length === 0) return html`<p>Nothing happened yet.</p>`
  const shown = events.slice(0, mostShown)
  const more = events.length - shown.length
  const around = {
    place,
    windows: new Map(drift.map((check) => [check.id, windowName(check, formatDay)])),
    kind: windowKind(drift),
    rollouts,
  }
  const present = new Set(shown.map(({ type }) => eventWords[type][0]))
  return html`<div class="events"><fieldset class="filter"><legend class="visually-hidden">Which events of ${model}</legend>${filters
    .filter(([kind]) => kind === 'all' || present.has(kind))
    .map(
      ([kind, title]) =>
        html`<label><input type="radio" name="events-${model}" value="${kind}"${kind === 'all' && html` checked`}><span>${title}</span></label>`,
    )}</fieldset>
<div class="scroll"><table class="happened"><caption>Events of ${model}, newest first</caption><thead><tr><th scope="col">Time (UTC)</th><th scope="col">What</th><th scope="col">Details</th><th scope="col">By</th></tr></thead><tbody>${shown.map((event) => row(event, around))}</tbody></table></div>${more > 0 && html`<p class="muted">and ${formatQuantity(more, 'older event')}</p>`}</div>`
}

interface Around {
  readonly place: Place
  /** What the window of a drift check is called, by the check's id. */
  readonly windows: ReadonlyMap<string, string>
  readonly kind: WindowKind
  readonly rollouts: readonly RolloutState[]
}

function row(event: RegistryEvent, around: Around): Markup {
  const { type, subject, actor, at } = event
  const [kind, tone, word] = eventWords[type]
  const what = subject.version ?? `candidate ${shortDigest(subject.modelDigest)}`
  // After a roll-back the channel is given back to what it holds: nothing came into it.
  const isReturn = event.previous?.modelDigest === subject.modelDigest
  const channel =
    type === 'promotion.settled' || type === 'promotion.refused' ? ` ${subject.channel ?? 'a channel'}` : ''
  const verb = type === 'promotion.settled' && isReturn ? 'stays in' : word
  const isAskedBack = type === 'promotion.requested' && isReturn
  const text = kind === 'drift' ? word : isAskedBack ? `return to ${what} proposed` : `${what} ${verb}${channel}`
  return html`<tr data-kind="${kind}"><td>${timeCell(at)}</td><td>${badge(tone, text)}</td><td class="wide">${details(event, around)}</td><td class="muted">${actor}</td></tr>`
}

function details(event: RegistryEvent, { place, windows, kind, rollouts }: Around): Content {
  const window = windows.get(event.cause.slice(0, 64))
  const { type, subject, approvedBy = [], pullRequest, issue, runUrl } = event
  const parts: Content[] = [
    subject.channel !== undefined && subject.seq !== undefined && `${subject.channel}, seq ${subject.seq}`,
    window !== undefined && type !== 'drift.resolved' && window,
    approvedBy.length > 0 && `approved by ${approvedBy.join(', ')}`,
    pullRequest !== undefined && anchor(`pull request #${pullRequest}`, place.pullRequest(pullRequest)),
    issue !== undefined && anchor(`issue #${issue}`, place.issue(issue)),
    ...reasonsOf(event, { kind, rollouts }),
    runUrl !== undefined && anchor('run', runUrl),
  ].filter((part) => part !== false)
  return parts.map((part, i) => (i === 0 ? part : html` · ${part}`))
}

/** Why, in few words: a roll-back's cause, how many windows had which verdict, or the first reasons as they are stored. */
function reasonsOf(
  { type, subject, reasons = [] }: RegistryEvent,
  { kind, rollouts }: Pick<Around, 'kind' | 'rollouts'>,
): string[] {
  if (type === 'rollout.rolled-back' || type === 'version.rolled-back') {
    const rollout = rollouts.find(({ cause, canary }) => cause && canary.modelDigest === subject.modelDigest)
    const cause = rollout && causeInWords(rollout)
    if (cause) return [cause]
  }
  if (type === 'drift.checked' && reasons.length > mostReasons) return [countVerdicts(reasons, kind)]
  const more = reasons.length - mostReasons
  return [...reasons.slice(0, mostReasons), ...(more > 0 ? [`and ${formatQuantity(more, 'more reason')}`] : [])]
}

/** Of reasons such as `2001-04-23: warn`. */
function countVerdicts(reasons: readonly string[], kind: WindowKind): string {
  const counts = new Map<string, number>()
  for (const reason of reasons) {
    const verdict = reason.slice(reason.lastIndexOf(' ') + 1)
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
  }
  const each = [...counts].map(([verdict, count]) => `${formatCount(count)} ${verdict}`)
  return `${formatQuantity(reasons.length, kind)}: ${each.join(', ')}`
}
