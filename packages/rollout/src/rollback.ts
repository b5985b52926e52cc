import {
  type ChannelReturn,
  commitPlan,
  type DueRollback,
  type PullRequest,
  planRollback,
  proposeRollback,
  type Registry,
  type RollbackRequest,
  readOutcome,
  readRollout,
  recordRequest,
  returnChannel,
  rollBackEvents,
  rollbackIntent,
  settleAtOnce,
} from '@tidemark/registry'
import {
  type ChannelIntent,
  layout,
  type ModelPolicy,
  type RegistryEvent,
  RolloutPolicy,
  type RolloutState,
  TidemarkError,
} from '@tidemark/schemas'
import { openRollout } from './judge/open.ts'
import { targets } from './target.ts'
import { openOnRecord, stepOnRecord } from './tick/transitions.ts'

export interface RollbackOptions {
  /** Title and body of the pull request that takes the channel back. */
  describe(intent: ChannelIntent, request: RegistryEvent, policy: ModelPolicy): Promise<{ title: string; body: string }>
  /** Title and body of the one that returns the channel file after a rollout was stopped. */
  describeReturn(intent: ChannelIntent, reasons: readonly string[]): { title: string; body: string }
}

export type Rollback =
  /** Nothing is left to do. */
  | { outcome: 'none'; version: string; reason: string }
  /** The channel held the version already; what was on its way is stopped. `returned` is null where people closed the pull request. */
  | { outcome: 'stopped'; version: string; returned: ChannelReturn | null }
  /** `declined`: people closed the pull request of this request, and it stays closed. */
  | { outcome: 'proposed' | 'declined'; version: string; pullRequest: PullRequest }
  /** Returned by break-glass; `pullRequest` makes the channel file follow, null where it could not be opened (`problem`). */
  | {
      outcome: 'returned'
      version: string
      tag: string
      pullRequest: PullRequest | null
      problem: TidemarkError | null
    }

/**
 * Takes a channel back to a version that it held: by a pull request, or at once where the policy lets this person. A rollout that is
 * under way ends as rolled back. Repeating it, at once or after a kill anywhere, ends in the same state; asked again by the same run
 * when the channel has long gone on, it does nothing. Throws `PROMOTION_REFUSED` and `REGISTRY_CONFLICT`.
 */
export async function rollBack(
  registry: Registry,
  request: RollbackRequest,
  options: RollbackOptions,
): Promise<Rollback> {
  const plan = await planRollback(registry, request)
  const { version } = request
  if (plan.step === 'none') return { outcome: 'none', version, reason: plan.reason }
  const { due } = plan
  const recorded = await recordRequest(registry, due)
  const [reason = ''] = recorded.event.reasons ?? []
  if (plan.step === 'file') {
    const wanted = rollbackIntent(due, recorded, plan.returnedTo.seq)
    return followFile(registry, { wanted, request: recorded.event, tag: tagOf(wanted), policy: due.policy, options })
  }
  const { current, held, target } = due
  if (current.seq > held.seq) await stopRollout(registry, current, { by: recorded.event.actor, reason, ref: due.ref })
  if (held.modelDigest === target.modelDigest) {
    const reasons = [`${recorded.event.actor} stopped it: ${reason}`]
    const describe = (intent: ChannelIntent) => options.describeReturn(intent, reasons)
    return {
      outcome: 'stopped',
      version,
      returned: await returnChannel(registry, { intent: current, reasons, describe }),
    }
  }
  const wanted = rollbackIntent(due, recorded, Math.max(current.seq, held.seq) + 1)
  if (request.isBreakGlass) {
    const tag = await settleAtOnce(registry, { due, wanted, request: recorded.event }, (head) =>
      openReturned(registry, due, wanted, head),
    )
    return followFile(registry, { wanted, request: recorded.event, tag, policy: due.policy, options })
  }
  const describe = (intent: ChannelIntent) => options.describe(intent, recorded.event, due.policy)
  const { outcome, pullRequest } = await proposeRollback(registry, { wanted, request: recorded.event, describe })
  return {
    outcome: outcome === 'open' ? 'proposed' : 'declined',
    version,
    pullRequest,
  }
}

const tagOf = ({ model, channel, seq }: ChannelIntent) => layout.channelTag(model, channel, seq)

/** The channel is where it should be; that its file cannot follow yet is told, and another run goes on with it. */
async function followFile(
  registry: Registry,
  {
    wanted,
    request,
    tag,
    policy,
    options,
  }: { wanted: ChannelIntent; request: RegistryEvent; tag: string; policy: ModelPolicy; options: RollbackOptions },
): Promise<Rollback> {
  const { version } = wanted
  try {
    const describe = (intent: ChannelIntent) => options.describe(intent, request, policy)
    const { pullRequest } = await proposeRollback(registry, { wanted, request, describe })
    return { outcome: 'returned', version, tag, pullRequest, problem: null }
  } catch (error) {
    if (!(error instanceof TidemarkError)) throw error
    return { outcome: 'returned', version, tag, pullRequest: null, problem: error }
  }
}

/** Ends the rollout of a merged promotion, also one that has not been opened yet. */
async function stopRollout(
  registry: Registry,
  intent: ChannelIntent,
  { by, reason, ref }: { by: string; reason: string; ref: string },
): Promise<void> {
  const { ledger } = registry
  if ((await readOutcome(ledger, intent, 'promotion.merged')) === null) return
  if ((await readOutcome(ledger, intent, 'rollout.rolled-back')) !== null) return
  const opened = await openOnRecord(registry, intent, ref)
  if (opened === null) {
    await commitPlan(registry, async () => ({
      facts: await rollBackEvents(registry, intent, [`${by} stopped it: ${reason}`]),
      message: `Take ${intent.model} ${intent.version} back from ${intent.channel}`,
    }))
    return
  }
  const { state } = await stepOnRecord(registry, intent, nothingHeard, { by, reason })
  if (state.phase !== 'promoted') return
  throw new TidemarkError('REGISTRY_CONFLICT', `${intent.version} has just reached 100 % of ${intent.channel}`, {
    hint: 'Run deploy-canary, which settles it, and ask for the rollback again.',
  })
}

/** What is asked of a rollout's evidence when a person ends it. */
const nothingHeard = { documents: [], faults: [], outages: [], kept: [] }

/** The state by which servers know what the channel holds before its file says so: the version, at all of the traffic. */
async function openReturned(
  { ledger, clock }: Registry,
  { policy }: DueRollback,
  { model, channel, seq, version, modelDigest }: ChannelIntent,
  head: string | null,
) {
  const known: RolloutState | null = await readRollout(ledger, { model, channel }, head)
  const plan = policy.rollout ?? RolloutPolicy.parse({})
  const same = { version, modelDigest }
  const { state } = openRollout({ model, channel, seq, champion: same, canary: same, plan }, known, await clock.now())
  return targets[plan.target](state)
}
