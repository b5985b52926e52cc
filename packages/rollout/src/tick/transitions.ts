import {
  commitPlan,
  createEvent,
  type Registry,
  readPolicy,
  readRollout,
  rollBackEvents,
  settlementOf,
} from '@tidemark/registry'
import { type ChannelIntent, type RolloutAction, type RolloutSignals, TidemarkError } from '@tidemark/schemas'
import { openRollout } from '../judge/open.ts'
import { readSignals } from '../judge/signals.ts'
import { type RolloutStepResult, stepRollout } from '../judge/step.ts'
import { percent } from '../judge/wording.ts'
import { targets } from '../target.ts'
import { assertDue, assertSameRollout } from './proof.ts'
import type { FoundTelemetry } from './telemetry.ts'

/** The rollout of an intent on record, opened where it is not. Null where none is planned. */
export async function openOnRecord(
  registry: Registry,
  intent: ChannelIntent,
  ref: string,
): Promise<{ isNew: boolean } | null> {
  const { ledger, clock } = registry
  const { model, channel, seq, version, modelDigest, previous } = intent
  const known = await readRollout(ledger, intent, await ledger.head())
  if (known?.seq === seq) {
    assertSameRollout(known, intent)
    return { isNew: false }
  }
  if (known !== null && known.seq > seq)
    throw wentBack(intent, `seq ${seq} is older than the rollout of seq ${known.seq}`)
  await assertDue(registry, intent)
  const { rollout: plan } = (await readPolicy(registry, model, ref)).policy
  if (plan === undefined) return null
  const champion = { version: previous!.version, modelDigest: previous!.modelDigest }
  const canary = { version, modelDigest }
  const now = await clock.now()
  let isNew = false
  await commitPlan(registry, async (head) => {
    const current = await readRollout(ledger, intent, head)
    const { state, transition, reason } = openRollout({ model, channel, seq, champion, canary, plan }, current, now)
    isNew = transition
    if (state.seq !== seq) throw wentBack(intent, reason)
    if (!transition) return null
    const { type, subject, cause } = settlementOf(intent, intent, 'rollout.opened')
    const event = await createEvent(registry, { type, model, subject, cause, previous: champion, reasons: [reason] })
    return {
      facts: [event],
      states: targets[plan.target](state),
      message: `Open the rollout of ${model} ${version} on ${channel} (seq ${seq})`,
    }
  })
  return { isNew }
}

export interface CommittedStep extends Omit<RolloutStepResult, 'transition'> {
  readonly isCommitted: boolean
}

/** One step by what telemetry says, or whoever stops it, committed where it changes anything. What goes back is marked in the same commit. */
export async function stepOnRecord(
  registry: Registry,
  intent: ChannelIntent,
  telemetry: FoundTelemetry,
  stop?: RolloutSignals['stop'],
): Promise<CommittedStep> {
  const { ledger, clock } = registry
  const now = await clock.now()
  let stepped: CommittedStep | null = null
  await commitPlan(registry, async (head) => {
    const state = await readRollout(ledger, intent, head)
    if (state?.seq !== intent.seq) {
      throw new TidemarkError('REGISTRY_CONFLICT', `another rollout of ${intent.model} on ${intent.channel} began`, {
        hint: 'Nothing was changed. The next tick takes the newer one on.',
      })
    }
    const { transition, ...result } = stepRollout(
      state,
      { ...readSignals(state, telemetry, now), ...(stop ? { stop } : {}) },
      now,
    )
    stepped = { ...result, isCommitted: transition }
    if (!transition) return null
    const facts = result.action === 'roll-back' ? await rollBackEvents(registry, intent, result.reasons) : []
    return { facts, states: targets[state.plan.target](result.state), message: describeStep(result) }
  })
  return stepped!
}

function wentBack({ model, channel }: ChannelIntent, reason: string): TidemarkError {
  return new TidemarkError('REGISTRY_CONFLICT', `${model} on ${channel}: ${reason}`, {
    hint: 'The channel file went back, or the state was written by hand. A channel moves by promotion pull requests, which count seq up by one.',
  })
}

function describeStep({ state, action, reasons }: Omit<RolloutStepResult, 'transition'>): string {
  const { model, channel, canary, weight } = state
  const name = `${model} ${canary.version}`
  const share = percent(weight)
  const titles: Record<RolloutAction, string> = {
    open: `Open the rollout of ${name} on ${channel}`,
    start: `Start ${name} at ${share} of ${channel}`,
    advance: `Advance ${name} to ${share} of ${channel}`,
    hold: `Hold ${name} at ${share} of ${channel}`,
    promote: `Promote ${name} to all of ${channel}`,
    'roll-back': `Take ${name} back from ${channel}`,
  }
  return `${titles[action]}\n\n${reasons.join('\n').slice(0, 2000)}`
}
