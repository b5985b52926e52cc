import {
  type ChannelReturn,
  commitPlan,
  createEvent,
  isSettled,
  listChannels,
  type Registry,
  readChannel,
  readOutcome,
  readPolicy,
  readRollout,
  returnChannel,
  settleMerged,
  settlementOf,
} from '@tidemark/registry'
import {
  type ChannelIntent,
  type RegistryEvent,
  type RolloutAction,
  type RolloutJudgement,
  type RolloutState,
  TidemarkError,
} from '@tidemark/schemas'
import { openRollout } from '../judge/open.ts'
import { readSignals } from '../judge/signals.ts'
import { stepRollout } from '../judge/step.ts'
import type { TelemetrySource } from '../sources/telemetry-source.ts'
import { targets } from '../target.ts'
import { type FoundTelemetry, readTelemetry } from './telemetry.ts'

/** What one tick did for one rollout. */
export interface RolloutTurn {
  readonly model: string
  readonly channel: string
  /** As it is on record now; null where the policy plans no rollout any more and the promotion was settled at once. */
  readonly state: RolloutState | null
  readonly action: RolloutAction
  readonly reasons: readonly string[]
  /** Whether this tick committed a transition; another tick may have been faster. */
  readonly isCommitted: boolean
  /** Of all evidence, committed or not. */
  readonly judgement: RolloutJudgement | null
  /** The channel's tag, where this tick brought the version into the channel. */
  readonly tag: string | null
  /** The pull request that returns the channel, where it is open. */
  readonly returned: ChannelReturn | null
  readonly outages: readonly string[]
}

export interface RolloutTick {
  readonly turns: readonly RolloutTurn[]
  /** Channels that could not be looked at; the others had their turn. */
  readonly problems: readonly { readonly model: string; readonly channel: string; readonly error: TidemarkError }[]
}

export interface TickOptions {
  readonly sources: readonly TelemetrySource[]
  /** Title and body of the pull request that returns a channel. */
  describeReturn(state: RolloutState, intent: ChannelIntent): { title: string; body: string }
}

/**
 * Takes one step in every rollout of the default branch's channels: opens it, starts, advances, holds, promotes or rolls back,
 * and finishes what an earlier tick began. Level-triggered: it looks at what was merged, what is on record and what servers say, never
 * at what woke it. Each transition is one compare-and-swap; a hold commits nothing; two ticks at once take one step.
 */
export async function tickRollouts(registry: Registry, options: TickOptions): Promise<RolloutTick> {
  const turns: RolloutTurn[] = []
  const problems: { model: string; channel: string; error: TidemarkError }[] = []
  const ref = await registry.reviews.branchHead(await registry.reviews.defaultBranch())
  for (const named of ref === null ? [] : await listChannels(registry, ref)) {
    try {
      const turn = await takeTurn(registry, { ...named, ref: ref! }, options)
      if (turn !== null) turns.push(turn)
    } catch (error) {
      if (!(error instanceof TidemarkError)) throw error
      problems.push({ ...named, error })
    }
  }
  return { turns, problems }
}

async function takeTurn(
  registry: Registry,
  { model, channel, ref }: { model: string; channel: string; ref: string },
  { sources, describeReturn }: TickOptions,
): Promise<RolloutTurn | null> {
  const { reviews, ledger, policyRoot } = registry
  const intent = await readChannel(reviews, policyRoot, { model, channel, ref })
  if (intent === null || intent.previous === null || (await isSettled(ledger, intent, intent))) return null
  const merged = await readOutcome(ledger, intent, 'promotion.merged')
  if (merged === null) return null

  const opened = await open(registry, intent, ref)
  if (opened === null) {
    const tag = await settleMerged(registry, intent, merged)
    const reasons = ['model.yaml plans no rollout any more']
    return { ...unknown, model, channel, action: 'promote', reasons, isCommitted: true, tag }
  }
  const telemetry = await readTelemetry(sources, { model, channel })
  const stepped = await step(registry, intent, telemetry)
  const turn: RolloutTurn = {
    ...unknown,
    model,
    channel,
    ...stepped,
    action: opened.isNew && stepped.action === 'hold' ? 'open' : stepped.action,
    isCommitted: opened.isNew || stepped.isCommitted,
    outages: telemetry.outages,
  }
  return finish(registry, { turn, intent, merged, telemetry, describeReturn })
}

const unknown = { state: null, judgement: null, tag: null, returned: null, outages: [] }

/** The rollout of an intent on record, opened where it is not. Null where none is planned. */
async function open(registry: Registry, intent: ChannelIntent, ref: string): Promise<{ isNew: boolean } | null> {
  const { ledger, clock } = registry
  const { model, channel, seq, version, modelDigest, previous } = intent
  const known = await readRollout(ledger, intent, await ledger.head())
  if (known?.seq === seq) return { isNew: false }
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
    if (state.seq !== seq) {
      throw new TidemarkError('REGISTRY_CONFLICT', `${model} on ${channel}: ${reason}`, {
        hint: 'The channel file went back. A channel moves by promotion pull requests, which count seq up by one.',
      })
    }
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

type Stepped = Pick<RolloutTurn, 'action' | 'reasons' | 'isCommitted'> & {
  readonly state: RolloutState
  readonly judgement: RolloutJudgement
}

async function step(registry: Registry, intent: ChannelIntent, telemetry: FoundTelemetry): Promise<Stepped> {
  const { ledger, clock } = registry
  const now = await clock.now()
  let stepped: Stepped | null = null
  await commitPlan(registry, async (head) => {
    const state = await readRollout(ledger, intent, head)
    if (state?.seq !== intent.seq) {
      throw new TidemarkError('REGISTRY_CONFLICT', `another rollout of ${intent.model} on ${intent.channel} began`, {
        hint: 'Nothing was changed. The next tick takes the newer one on.',
      })
    }
    const { transition, ...result } = stepRollout(state, readSignals(state, telemetry, now), now)
    stepped = { ...result, isCommitted: transition }
    if (!transition) return null
    return { facts: [], states: targets[state.plan.target](result.state), message: describeStep(result) }
  })
  return stepped!
}

/** What follows the end of a rollout. An end that is on record already is finished all the same: a tick may have died. */
async function finish(
  registry: Registry,
  {
    turn,
    intent,
    merged,
    telemetry,
    describeReturn,
  }: {
    turn: RolloutTurn
    intent: ChannelIntent
    merged: RegistryEvent
    telemetry: FoundTelemetry
    describeReturn: TickOptions['describeReturn']
  },
): Promise<RolloutTurn> {
  const { state } = turn
  if (state?.phase === 'promoted') {
    const tag = await settleMerged(registry, intent, merged)
    await telemetry.removeDead(await registry.clock.now())
    return { ...turn, action: 'promote', tag }
  }
  if (state?.phase === 'rolled-back') {
    const reasons = state.decision.reasons
    const describe = (wanted: ChannelIntent) => describeReturn(state, wanted)
    const returned = await returnChannel(registry, { intent, reasons, describe })
    await telemetry.removeDead(await registry.clock.now())
    return { ...turn, returned }
  }
  return turn
}

function describeStep({
  state,
  action,
  reasons,
}: {
  state: RolloutState
  action: RolloutAction
  reasons: readonly string[]
}): string {
  const { model, channel, canary, weight } = state
  const name = `${model} ${canary.version}`
  const percent = `${Number((100 * weight).toPrecision(3))} %`
  const titles: Record<RolloutAction, string> = {
    open: `Open the rollout of ${name} on ${channel}`,
    start: `Start ${name} at ${percent} of ${channel}`,
    advance: `Advance ${name} to ${percent} of ${channel}`,
    hold: `Hold ${name} at ${percent} of ${channel}`,
    promote: `Promote ${name} to all of ${channel}`,
    'roll-back': `Take ${name} back from ${channel}`,
  }
  return `${titles[action]}\n\n${reasons.join('\n').slice(0, 2000)}`
}
