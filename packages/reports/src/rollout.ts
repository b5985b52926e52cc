import type { RolloutAction, RolloutJudgement, RolloutState } from '@tidemark/schemas'
import { bar } from './drawing.ts'
import { codeSpan, escapeMarkdown, link } from './escape.ts'
import { formatCount, formatGiven, formatShare, formatTime, shortDigest, UNDEFINED } from './format.ts'
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
      `**Production stays ${escapeMarkdown(state.champion.version)}.** ${
        pullRequest
          ? `Merge ${link(`pull request ${pullRequest.number}`, pullRequest.url)}, which returns the channel file to it.`
          : 'The channel file still names the version that was taken back: return it by pull request.'
      } These bytes come again only with a waiver.`,
    tag !== undefined && `It is in ${codeSpan(state.channel)} as ${codeSpan(tag)}.`,
    list(reasons.map((reason) => escapeMarkdown(reason, 600))),
    outages.length > 0 && '**Out of reach**, which is not held against the canary:',
    outages.length > 0 &&
      list(
        outages.map((outage) => escapeMarkdown(outage, 300)),
        10,
      ),
    planTable(state),
    judgement.guardrails.some(({ canary }) => canary.requests > 0) && guardrailTable(state, judgement),
    details('Transitions so far', historyTable(state)),
  )
}

/** Title and body of the pull request that returns a channel after a roll-back. */
export function renderChannelReturn(state: RolloutState, seq: number): { title: string; body: string } {
  const { model, channel, canary, champion, cause, judgement } = state
  return {
    title: `Return ${channel} of ${model} to ${champion.version}`,
    body: paragraphs(
      `**${codeSpan(model)} ${escapeMarkdown(canary.version)} was rolled back from ${codeSpan(channel)}.** ${escapeMarkdown(cause?.reason ?? 'No cause is on record.', 1000)}`,
      `Production never left ${escapeMarkdown(champion.version)} ${codeSpan(shortDigest(champion.modelDigest))}: callers of the canary got the champion's answers. This pull request makes the channel file say so again (seq ${seq}); it brings nothing new into production.`,
      planTable(state),
      guardrailTable(state, judgement),
      details('Transitions', historyTable(state)),
      '### What comes next',
      list([
        'Merge this. Until then the channel file wants a version that is not served.',
        `The bytes ${codeSpan(shortDigest(canary.modelDigest))} are marked: they cannot come back without a waiver that an owner answers for.`,
        'Find the cause and train a new candidate; it meets the champion in the gate and in a canary as any other.',
      ]),
    ),
  }
}

function headline({ model, channel, canary, weight, phase }: RolloutState, action: RolloutAction): string {
  const name = `${codeSpan(model)} ${escapeMarkdown(canary.version)}`
  const place = codeSpan(channel)
  if (phase === 'promoted') return `✅ ${name} is in ${place}: every guardrail is proven`
  if (phase === 'rolled-back') return `⛔ ${name} was rolled back from ${place}`
  if (phase === 'pending') return `⏳ ${name} waits to be a canary on ${place}`
  const share = formatShare(weight)
  if (action === 'start') return `🐤 ${name} starts at ${share} of ${place}`
  if (action === 'advance') return `🐤 ${name} goes on to ${share} of ${place}`
  return `${phase === 'holding' ? '⚠️' : '🐤'} ${name} stays at ${share} of ${place}`
}

function planTable({ plan, step, phase, evidence }: RolloutState): string {
  const isPromoted = phase === 'promoted'
  const rows = plan.steps.map(({ weight, minRequests, minMinutes }, i) => {
    const counts = evidence.counts.find((group) => group.weight === weight)
    const isHere = !isPromoted && step === i
    const mark =
      isPromoted || (step !== null && i < step) ? '✅' : isHere ? (phase === 'rolled-back' ? '⛔' : '▶️') : '·'
    return [
      mark,
      formatShare(weight),
      bar(weight),
      `${formatCount(counts?.canary.requests ?? 0)} of ${formatCount(minRequests)}`,
      `${formatGiven(minMinutes)} min`,
    ]
  })
  return table(
    [
      { title: '' },
      { title: 'Canary', align: 'right' },
      { title: '' },
      { title: 'Requests', align: 'right' },
      { title: 'At least', align: 'right' },
    ],
    [...rows, [isPromoted ? '✅' : '·', '100 %', bar(1), 'every guardrail proven', UNDEFINED]],
  )
}

function guardrailTable({ plan }: RolloutState, { guardrails }: RolloutJudgement): string {
  return table(
    [
      { title: 'Event' },
      { title: 'Canary', align: 'right' },
      { title: 'Champion', align: 'right' },
      { title: 'Evidence of harm' },
      { title: 'Evidence that it is harmless' },
    ],
    guardrails.map(({ id, isAdvisory, logHarm, logPromote, canary, stable }) => {
      const delta = plan.guardrails.find((guardrail) => guardrail.id === id)?.delta
      return [
        `${codeSpan(id)}<br><sub>${isAdvisory ? 'advisory' : delta === undefined ? '' : `less than ${formatShare(delta)} more`}</sub>`,
        rate(canary),
        rate(stable),
        evidenceCell(logHarm, plan.alpha.harm),
        isAdvisory ? UNDEFINED : evidenceCell(logPromote, plan.alpha.promote),
      ]
    }),
    20,
  )
}

/** An e-value and how far it is, by its logarithm, to the one that decides. */
function evidenceCell(log: number, alpha: number): string {
  const needed = -Math.log(alpha)
  const value = Math.exp(log)
  const shown = value >= 1e6 ? 'over 1,000,000' : value < 0.001 ? 'below 0.001' : String(Number(value.toPrecision(3)))
  const drawn = bar(Math.max(0, log) / needed)
  return `${drawn} ${unbroken(`${shown} of ${formatGiven(Number((1 / alpha).toPrecision(3)))}`)}${log >= needed ? ' **✓**' : ''}`.trim()
}

function historyTable({ history }: RolloutState): string {
  return table(
    [{ title: 'When' }, { title: 'Did' }, { title: 'Canary', align: 'right' }, { title: 'Why' }],
    history.map(({ at, action, weight, reason }) => [
      escapeMarkdown(formatTime(at)),
      escapeMarkdown(action),
      formatShare(weight),
      escapeMarkdown(reason, 300),
    ]),
    50,
  )
}

function rate({ requests, events }: { readonly requests: number; readonly events: number }): string {
  if (requests === 0) return UNDEFINED
  return `${formatShare(events / requests)}<br><sub>${formatCount(events)} of ${formatCount(requests)}</sub>`
}
