import type { RolloutAction, RolloutJudgement, RolloutState } from '@tidemark/schemas'
import { causeInWords, eventInWords } from './cause.ts'
import { bar } from './drawing.ts'
import { codeSpan, escapeMarkdown, link } from './escape.ts'
import {
  formatCount,
  formatGiven,
  formatPoints,
  formatQuantity,
  formatShare,
  formatTime,
  formatWeight,
  shortDigest,
  UNDEFINED,
} from './format.ts'
import { details, list, paragraphs, table, unbroken } from './markdown.ts'

/** One rollout after a tick. */
export interface RolloutReport {
  readonly state: RolloutState
  readonly action: RolloutAction
  readonly reasons: readonly string[]
  /** Of all evidence, also what a hold does not commit. */
  readonly judgement: RolloutJudgement
  readonly tag?: string
  readonly pullRequest?: { readonly number: number; readonly url: string }
  /** Sources of telemetry that were out of reach. */
  readonly outages?: readonly string[]
}

/** Job summary of one rollout: what this tick did and why, how far the plan is, and what each guardrail's evidence says. */
export function renderRollout(report: RolloutReport): string {
  const { state, action, reasons, judgement, tag, pullRequest, outages = [] } = report
  return paragraphs(
    `## ${headline(state, action)}`,
    state.phase === 'rolled-back' &&
      `**Why:** ${escapeMarkdown(causeInWords(state) ?? 'no cause is on record', 1000)}.`,
    state.phase === 'rolled-back' &&
      `**${codeSpan(state.channel)} stays on ${escapeMarkdown(state.champion.version)}.** ${
        pullRequest
          ? `Merge ${link(`pull request ${pullRequest.number}`, pullRequest.url)}, which returns the channel file to it.`
          : 'The channel file still names the version that was taken back: return it by pull request.'
      } The same model cannot be promoted again without a waiver that an owner answers for.`,
    tag !== undefined &&
      `It answers every request of ${codeSpan(state.channel)} from now on, instead of ${escapeMarkdown(state.champion.version)}. Tag: ${codeSpan(tag)}.`,
    // The other transitions say in their headline and tables what their reason says.
    action === 'hold' && list(reasons.map((reason) => escapeMarkdown(reason, 600))),
    next(state),
    outages.length > 0 && '**Out of reach**, which is not held against the canary:',
    outages.length > 0 &&
      list(
        outages.map((outage) => escapeMarkdown(outage, 300)),
        10,
      ),
    planTable(state, judgement),
    judgement.guardrails.some(({ canary }) => canary.requests > 0) && guardrailTable(state, judgement),
    details('What the rollout did, step by step', historyTable(state)),
  )
}

/** Title and body of the pull request that returns a channel after a roll-back. */
export function renderChannelReturn(state: RolloutState, seq: number): { title: string; body: string } {
  const { model, channel, canary, champion, judgement } = state
  return {
    title: `Return ${channel} of ${model} to ${champion.version}`,
    body: paragraphs(
      `**Merging this makes ${codeSpan(channel)} say ${escapeMarkdown(champion.version)} again** (seq ${seq}), which it never stopped serving. Nothing new comes into production. Until it is merged, the channel file names a version that is not served.`,
      `**${codeSpan(model)} ${escapeMarkdown(canary.version)} was rolled back:** ${escapeMarkdown(causeInWords(state) ?? 'no cause is on record', 1000)}. Requests that the canary failed were answered by ${escapeMarkdown(champion.version)} ${codeSpan(shortDigest(champion.modelDigest))}.`,
      planTable(state, judgement),
      guardrailTable(state, judgement),
      details('What the rollout did, step by step', historyTable(state)),
      '### What comes next',
      list([
        `Model ${codeSpan(shortDigest(canary.modelDigest))} is marked: it cannot be promoted again without a waiver that an owner answers for.`,
        'Find the cause and train a new candidate; it meets the champion in the gate and in a canary as any other.',
      ]),
    ),
  }
}

function headline({ model, channel, canary, weight, phase }: RolloutState, action: RolloutAction): string {
  const name = `${codeSpan(model)} ${escapeMarkdown(canary.version)}`
  const place = codeSpan(channel)
  if (phase === 'promoted') return `✅ ${name} is in ${place}: no guardrail got worse`
  if (phase === 'rolled-back') return `⛔ ${name} was rolled back from ${place}`
  if (phase === 'pending') return `⏳ ${name} waits to be a canary on ${place}`
  const share = formatWeight(weight)
  if (action === 'start') return `🐤 ${name} starts at ${share} of ${place}`
  if (action === 'advance') return `🐤 ${name} goes on to ${share} of ${place}`
  return `${phase === 'holding' ? '⚠️' : '🐤'} ${name} stays at ${share} of ${place}`
}

/** What has to happen before the next step, in a sentence; nothing for a rollout that is over. */
function next({ plan, step, phase }: RolloutState): string | false {
  if (phase !== 'running' || step === null) return false
  const here = plan.steps[step]!
  const target = plan.steps[step + 1]
  const waits = `at least ${formatQuantity(here.minRequests, 'request')} and ${formatGiven(here.minMinutes)} min at ${formatWeight(here.weight)}`
  return target
    ? `Next: ${formatWeight(target.weight)}, after ${waits} without evidence of harm.`
    : `Next: all of the traffic, after ${waits} and once the evidence says of every guardrail that it did not get worse.`
}

function planTable({ plan, step, phase, evidence }: RolloutState, judgement: RolloutJudgement): string {
  const isPromoted = phase === 'promoted'
  const counted = evidence.counts.reduce((sum, { canary }) => sum + canary.requests, 0)
  // A hold commits no counts: what the evidence has beyond the committed ones came in at this step.
  const judged = Math.max(0, ...judgement.guardrails.map(({ canary }) => canary.requests))
  const rows = plan.steps.map(({ weight, minRequests, minMinutes }, i) => {
    const counts = evidence.counts.find((group) => group.weight === weight)
    const isHere = !isPromoted && step === i
    const mark =
      isPromoted || (step !== null && i < step) ? '✅' : isHere ? (phase === 'rolled-back' ? '⛔' : '▶️') : '·'
    const requests = (counts?.canary.requests ?? 0) + (isHere ? Math.max(0, judged - counted) : 0)
    return [
      mark,
      formatWeight(weight),
      bar(weight),
      formatCount(requests),
      `${formatQuantity(minRequests, 'request')}, ${formatGiven(minMinutes)} min`,
    ]
  })
  return table(
    [
      { title: '' },
      { title: 'Canary gets', align: 'right' },
      { title: '' },
      { title: 'Requests so far', align: 'right' },
      { title: 'Needs at least' },
    ],
    [...rows, [isPromoted ? '✅' : '·', '100 %', bar(1), UNDEFINED, 'no guardrail worse']],
  )
}

function guardrailTable({ plan }: RolloutState, { guardrails }: RolloutJudgement): string {
  const [harm, promote] = [plan.alpha.harm, plan.alpha.promote].map((alpha) =>
    formatGiven(Number((1 / alpha).toPrecision(3))),
  )
  return paragraphs(
    table(
      [
        { title: 'Guardrail' },
        { title: 'Canary', align: 'right' },
        { title: 'Champion', align: 'right' },
        { title: 'Evidence of harm' },
        { title: 'Evidence of no harm' },
      ],
      guardrails.map(({ id, isAdvisory, logHarm, logPromote, canary, stable }) => {
        const words = eventInWords(id, plan)
        const delta = plan.guardrails.find((guardrail) => guardrail.id === id)?.delta
        const limit = isAdvisory
          ? 'shown, decides nothing'
          : delta === undefined
            ? ''
            : `limit: +${formatPoints(delta).replace('point', 'percentage point')}`
        return [
          `${codeSpan(id)}<br><sub>${[words === id ? '' : escapeMarkdown(words, 200), limit].filter((part) => part !== '').join('; ')}</sub>`,
          rate(canary),
          rate(stable),
          evidenceCell(logHarm, plan.alpha.harm, '⛔'),
          isAdvisory ? UNDEFINED : evidenceCell(logPromote, plan.alpha.promote, '✅'),
        ]
      }),
      20,
    ),
    `<sub>Evidence of 1 says nothing. ${harm} of harm, over all guardrails together, rolls back. ${promote} of no harm in each guardrail promotes: it then happens no more often than with the champion, within its limit. Looking often makes neither less certain.</sub>`,
  )
}

/** An e-value, drawn by its logarithm on the way to the one that decides; `mark` where it does. */
function evidenceCell(log: number, alpha: number, mark: string): string {
  const needed = -Math.log(alpha)
  const value = Math.exp(log)
  const shown =
    value >= 1e6
      ? 'over 1,000,000'
      : value < 0.001
        ? 'below 0.001'
        : value >= 1000
          ? formatCount(value)
          : String(Number(value.toPrecision(3)))
  return `${bar(Math.max(0, log) / needed)} ${unbroken(log >= needed ? `${shown} ${mark}` : shown)}`.trim()
}

function historyTable({ history }: RolloutState): string {
  return table(
    [{ title: 'When' }, { title: 'Did' }, { title: 'Canary', align: 'right' }, { title: 'Why' }],
    history.map(({ at, action, weight, reason }) => [
      escapeMarkdown(formatTime(at)),
      escapeMarkdown(action),
      formatWeight(weight),
      escapeMarkdown(reason, 300),
    ]),
    50,
  )
}

function rate({ requests, events }: { readonly requests: number; readonly events: number }): string {
  if (requests === 0) return UNDEFINED
  return `${formatShare(events / requests)}<br><sub>${formatCount(events)} of ${formatCount(requests)}</sub>`
}
