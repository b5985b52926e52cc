import { type ModelOverview, type RolloutState, windowName } from '@tidemark/schemas'
import { causeInWords } from '../cause.ts'
import { formatCount, formatQuantity, formatWeight } from '../format.ts'
import { attentionOf } from './attention.ts'
import { anchor, type Content, html, type Markup } from './markup.ts'
import type { Place } from './place.ts'
import { formatDay, timeElement } from './time.ts'
import { badge, driftTone, driftWord, isRunning, marks, phases, type Tone } from './words.ts'

/** The first thing to see of a model: what is in production and since when, the canary, drift, and what needs somebody. */
export function renderStatus(model: ModelOverview, place: Place): Markup {
  return html`<div class="status">${[
    ...model.channels.map(({ channel, tenures }) => {
      const now = tenures.at(-1)
      if (!now) return card(channel, 'calm', 'Nothing yet', 'No promotion was settled.')
      const by = now.approvedBy.length > 0 ? html` · approved by ${now.approvedBy.join(', ')}` : ''
      const request =
        now.pullRequest === null
          ? ''
          : html` · ${anchor(`pull request #${now.pullRequest}`, place.pullRequest(now.pullRequest))}`
      return card(`In ${channel}`, 'good', now.version, html`since ${timeElement(now.since)}${by}${request}`)
    }),
    model.channels.length === 0 && card('In production', 'calm', 'Nothing yet', 'No promotion was settled.'),
    canaryCard(model.rollouts),
    driftCard(model, place),
    attentionCard(model, place),
  ]}</div>`
}

function canaryCard(rollouts: readonly RolloutState[]): Markup {
  const running = rollouts.find(isRunning)
  if (running) {
    const { canary, weight, phase, step, plan } = running
    const [tone, word] = phases[phase]
    const evidence = `evidence of harm ${formatEvidence(running.judgement.logHarm)} of ${formatCount(1 / plan.alpha.harm)}`
    const steps = step === null ? word : `${word}, step ${step + 1} of ${plan.steps.length}`
    return card('Canary', tone, `${canary.version} at ${formatWeight(weight)}`, `${steps} · ${evidence}`)
  }
  const last = rollouts[0]
  if (!last) return card('Canary', 'calm', 'None', 'No rollout so far.')
  const cause = causeInWords(last)
  const [tone, word] = phases[last.phase]
  const text = `last: ${last.canary.version} ${word} ${formatDay(last.updatedAt)}`
  return card('Canary', 'calm', 'None', cause === null ? text : html`${badge(tone, text)}<br>${cause}`)
}

function driftCard({ drift, events }: ModelOverview, place: Place): Markup {
  const last = drift.at(-1)
  if (!last) return card('Drift', 'calm', 'Not watched', 'No window was judged.')
  const columns = last.results.filter(({ verdict }) => verdict === last.verdict).map(({ column }) => column)
  const about =
    last.verdict === 'pass'
      ? `${formatQuantity(last.results.length, 'effect')} below the limits`
      : [...new Set(columns)].slice(0, 3).join(', ')
  const word = driftWord[last.verdict]
  return card(
    'Drift',
    driftTone[last.verdict],
    word[0]!.toUpperCase() + word.slice(1),
    html`${windowName(last, formatDay)} · ${about}${last.verdict === 'pass' && lastDrift(drift, events, place)}`,
  )
}

/** The newest window that was not like the baseline, for those who come after it passed. */
function lastDrift(drift: ModelOverview['drift'], events: ModelOverview['events'], place: Place): Content {
  const window = drift.findLast(({ verdict }) => verdict === 'fail' || verdict === 'warn')
  if (!window) return ''
  const issue = events.find(({ cause, issue }) => issue !== undefined && cause.startsWith(window.id))?.issue
  const where = issue === undefined ? '' : html`, ${anchor(`issue #${issue}`, place.issue(issue))}`
  return html`<br>last drift: ${windowName(window, formatDay)}${where}`
}

function attentionCard(model: ModelOverview, place: Place): Markup {
  const found = attentionOf(model)
  const worst = found[0]
  if (!worst) return card('Needs attention', 'good', 'Nothing', 'No open problem in what the registry tells.')
  const items = found.slice(0, 4).map(({ tone, text, issue, pullRequest }) => {
    const number = issue ?? pullRequest
    const url = issue === undefined ? pullRequest && place.pullRequest(pullRequest) : place.issue(issue)
    return html`<li>${badge(tone, text)}${number === undefined ? '' : html` ${anchor(`#${number}`, url || undefined)}`}</li>`
  })
  const more = found.length > 4 && html`<li class="muted">and ${found.length - 4} more</li>`
  return card(
    'Needs attention',
    worst.tone,
    formatQuantity(found.length, 'thing'),
    html`<ul class="plain">${items}${more}</ul>`,
  )
}

function card(title: string, tone: Tone, value: string, note: Content): Markup {
  return html`<div class="card ${tone}"><h3>${title}</h3><p class="value"><span class="mark" aria-hidden="true">${marks[tone]}</span>${value}</p><div class="note">${note}</div></div>`
}

/** An e-value from its natural logarithm, in three digits. */
export function formatEvidence(log: number): string {
  const value = Math.exp(log)
  if (value > 1e6) return '> 1,000,000'
  return value >= 1000 ? formatCount(value) : String(Number(value.toPrecision(value < 0.01 ? 1 : 3)))
}
