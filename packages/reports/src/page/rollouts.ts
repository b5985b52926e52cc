import type { ModelOverview, RolloutJudgement, RolloutState } from '@tidemark/schemas'
import { causeInWords, eventInWords } from '../cause.ts'
import { formatCount, formatPoints, formatShare, formatWeight, UNDEFINED } from '../format.ts'
import { html, type Markup } from './markup.ts'
import { formatEvidence } from './status.ts'
import { timeElement } from './time.ts'
import { drawWeight } from './weight-chart.ts'
import { badge, isRunning, phases } from './words.ts'

const mostShown = 8

/** Every rollout with its weight over time, its cause if it went back, and the evidence that decides; newest first. */
export function renderRollouts({ rollouts }: ModelOverview, asOf: string): Markup {
  if (rollouts.length === 0) return html`<p>No version came into production by a rollout so far.</p>`
  const more = rollouts.length - mostShown
  return html`${rollouts.slice(0, mostShown).map((rollout, i) => renderRollout(rollout, { asOf, isOpen: i < 2 || isRunning(rollout) }))}${more > 0 && html`<p class="muted">and ${more} older rollouts</p>`}`
}

function renderRollout(
  rollout: RolloutState,
  { asOf, isOpen }: { readonly asOf: string; readonly isOpen: boolean },
): Markup {
  const { canary, champion, channel, seq, phase, weight, cause, fault, openedAt } = rollout
  const [tone, word] = phases[phase]
  const state = isRunning(rollout) ? `${word} at ${formatWeight(weight)}` : word
  return html`<details class="rollout"${isOpen && html` open`}><summary><h4>${canary.version} <span class="muted">against ${champion.version}</span></h4> ${badge(tone, state)} <span class="muted small">${channel}, seq ${seq}, opened ${timeElement(openedAt)}</span></summary>
${cause && html`<p class="callout bad"><b>Rolled back:</b> ${causeInWords(rollout)}. ${champion.version} stays in ${channel}.</p>`}${fault && html`<p class="${isRunning(rollout) ? 'callout warn' : 'muted small'}"><b>${isRunning(rollout) ? 'Held up' : 'Reported before'}:</b> ${fault.reason}</p>`}
<div class="sides">${drawWeight(rollout, asOf)}<div>${renderEvidence(rollout)}</div></div></details>`
}

function renderEvidence({ judgement, plan }: RolloutState): Markup {
  const harm = -Math.log(plan.alpha.harm)
  const promote = -Math.log(plan.alpha.promote)
  return html`<p class="measure"><b>Evidence of harm</b> ${bar(judgement.logHarm, harm, 'bad')} <span class="number">${formatEvidence(judgement.logHarm)}</span> <span class="muted">all guardrails together; ${formatCount(Math.exp(harm))} rolls back</span></p>
<div class="scroll"><table class="guardrails"><caption>By guardrail: how often it happened, and the evidence</caption><thead><tr><th scope="col">Event</th><th scope="col" class="number">Canary</th><th scope="col" class="number">Champion</th><th scope="col">Harm</th><th scope="col">No harm</th></tr></thead><tbody>${judgement.guardrails.map((guardrail) => renderGuardrail(guardrail, { plan, harm, promote }))}</tbody></table></div>
<p class="muted small">Evidence of 1 says nothing and ${formatCount(Math.exp(promote))}, a full bar, decides: harm in all rolls back, no harm in each promotes. A limit is how many percentage points more often than with the champion it may happen. Bars are logarithmic.</p>`
}

function renderGuardrail(
  { id, isAdvisory, logHarm, logPromote, canary, stable }: RolloutJudgement['guardrails'][number],
  { plan, harm, promote }: { readonly plan: RolloutState['plan']; readonly harm: number; readonly promote: number },
): Markup {
  const policy = plan.guardrails.find((guardrail) => guardrail.id === id)
  const note = isAdvisory ? 'shown, decides nothing' : policy && `limit +${formatPoints(policy.delta)}`
  return html`<tr><th scope="row"><span title="${eventInWords(id, plan)}">${id}</span><br><span class="muted small plain-weight">${note}</span></th><td class="number" data-arm="canary">${rate(canary)}</td><td class="number" data-arm="champion">${rate(stable)}</td><td data-label="Harm">${bar(logHarm, harm, 'bad')} <span class="number small">${formatEvidence(logHarm)}</span></td><td data-label="No harm">${isAdvisory ? UNDEFINED : html`${bar(logPromote, promote, 'good')} <span class="number small">${formatEvidence(logPromote)}</span>`}</td></tr>`
}

function rate({ events, requests }: RolloutJudgement['guardrails'][number]['canary']): Markup {
  if (requests === 0) return html`${UNDEFINED}`
  return html`${formatShare(events / requests)}<br><span class="muted small">${formatCount(events)} of ${formatCount(requests)}</span>`
}

/** How far evidence has come on the way to deciding, on a logarithmic scale; below 1 it is empty. */
function bar(log: number, needed: number, tone: 'good' | 'bad'): Markup {
  const share = Math.max(0, Math.min(1, log / needed))
  return html`<svg class="bar" width="64" height="8" aria-hidden="true"><rect class="track" width="64" height="8" rx="2"/><rect class="fill ${share >= 1 ? tone : 'busy'}" width="${(share * 64).toFixed(1)}" height="8" rx="2"/></svg>`
}
