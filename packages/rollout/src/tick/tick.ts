import {
  type ChannelReturn,
  isSettled,
  listChannels,
  newestSettledSeq,
  type Registry,
  readChannel,
  readOutcome,
  returnChannel,
  settleMerged,
} from '@tidemark/registry'
import {
  type ChannelIntent,
  type RegistryEvent,
  type RolloutAction,
  type RolloutJudgement,
  type RolloutState,
  TidemarkError,
} from '@tidemark/schemas'
import type { TelemetrySource } from '../sources/telemetry-source.ts'
import { assertAccepted, assertDue, assertReplays } from './proof.ts'
import { type FoundTelemetry, readTelemetry, removeLeftovers } from './telemetry.ts'
import { openOnRecord, stepOnRecord } from './transitions.ts'

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
  /** Channels that could not be looked at, or whose turn could not be finished; the others had theirs. */
  readonly problems: readonly RolloutProblem[]
}

interface RolloutProblem {
  readonly model: string
  readonly channel: string
  readonly error: TidemarkError
}

export interface TickOptions {
  readonly sources: readonly TelemetrySource[]
  /** Title and body of the pull request that returns a channel. */
  describeReturn(state: RolloutState, intent: ChannelIntent): { title: string; body: string }
}

/**
 * Takes one step in every rollout of the default branch's channels: opens it, starts, advances, holds, promotes or rolls back,
 * and finishes what an earlier tick began. Level-triggered: it looks at what was merged, what is on record and what servers say, never
 * at what woke it. Each transition is one compare-and-swap; a hold commits nothing; two ticks at once take one step. One channel's
 * trouble does not keep the others from their turn.
 */
export async function tickRollouts(registry: Registry, options: TickOptions): Promise<RolloutTick> {
  const taken: Taken[] = []
  const problems: RolloutProblem[] = []
  const bugs: unknown[] = []
  const ref = await registry.reviews.branchHead(await registry.reviews.defaultBranch())
  for (const named of ref === null ? [] : await listChannels(registry, ref)) {
    try {
      const took = await takeTurn(registry, { ...named, ref: ref! }, options)
      if (took === null) continue
      taken.push(took)
      if (took.error) problems.push({ ...named, error: took.error })
    } catch (error) {
      if (error instanceof TidemarkError) problems.push({ ...named, error })
      else bugs.push(error)
    }
  }
  if (bugs.length > 0) throw bugs[0]
  const looks = taken.flatMap(({ turn: { state }, telemetry }) => (state && telemetry ? [{ state, telemetry }] : []))
  // What a channel that could not be looked at still needs is not known.
  if (looks.length > 0 && problems.length === 0) await removeLeftovers(looks, await registry.clock.now())
  return { turns: taken.map(({ turn }) => turn), problems }
}

interface Taken {
  readonly turn: RolloutTurn
  readonly telemetry: FoundTelemetry | null
  /** Why what follows the end of the rollout is not done yet; the next tick goes on with it. */
  readonly error?: TidemarkError
}

async function takeTurn(
  registry: Registry,
  { model, channel, ref }: { model: string; channel: string; ref: string },
  { sources, describeReturn }: TickOptions,
): Promise<Taken | null> {
  const { reviews, ledger, clock, policyRoot } = registry
  const intent = await readChannel(reviews, policyRoot, { model, channel, ref })
  if (intent === null || (await isSettled(ledger, intent, intent))) return null
  const merged = await readOutcome(ledger, intent, 'promotion.merged')
  if (merged === null) return null
  // Break-glass returned the channel past its file: nothing of this promotion is due any more.
  if ((await newestSettledSeq(ledger, intent, Number.POSITIVE_INFINITY)) > intent.seq) return null
  assertAccepted(intent, merged)

  const opened = await openOnRecord(registry, intent, ref)
  if (opened === null) {
    const tag = await settleMerged(registry, intent, merged)
    const reasons = ['model.yaml plans no rollout any more']
    const turn: RolloutTurn = { ...unknown, model, channel, action: 'promote', reasons, isCommitted: true, tag }
    return { turn, telemetry: null }
  }
  const telemetry = await readTelemetry(sources, { model, channel }, await clock.now())
  const stepped = await stepOnRecord(registry, intent, telemetry)
  const turn: RolloutTurn = {
    ...unknown,
    model,
    channel,
    ...stepped,
    action: opened.isNew && stepped.action === 'hold' ? 'open' : stepped.action,
    isCommitted: opened.isNew || stepped.isCommitted,
    outages: telemetry.outages,
  }
  try {
    return { turn: await finish(registry, turn, { intent, merged, describeReturn }), telemetry }
  } catch (error) {
    // The step is on record and is reported, whatever became of what follows it.
    if (error instanceof TidemarkError) return { turn, telemetry, error }
    throw error
  }
}

const unknown = { state: null, judgement: null, tag: null, returned: null, outages: [] }

/** What follows the end of a rollout. An end that is on record already is finished all the same: a tick may have died. */
async function finish(
  registry: Registry,
  turn: RolloutTurn,
  {
    intent,
    merged,
    describeReturn,
  }: { intent: ChannelIntent; merged: RegistryEvent; describeReturn: TickOptions['describeReturn'] },
): Promise<RolloutTurn> {
  const { state } = turn
  if (state?.phase === 'promoted') {
    await assertDue(registry, intent)
    await assertReplays(registry, state)
    const tag = await settleMerged(registry, intent, merged)
    return { ...turn, action: 'promote', tag }
  }
  if (state?.phase === 'rolled-back') {
    const reasons = state.decision.reasons
    const describe = (wanted: ChannelIntent) => describeReturn(state, wanted)
    const returned = await returnChannel(registry, { intent, reasons, describe })
    return { ...turn, returned }
  }
  return turn
}
