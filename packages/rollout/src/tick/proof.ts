import { isSettled, newestSettledSeq, type Registry, readOutcome } from '@tidemark/registry'
import {
  type ChannelIntent,
  canonicalJson,
  parseJsonDocument,
  type RegistryEvent,
  RolloutState,
  rolloutLayout,
  TidemarkError,
} from '@tidemark/schemas'
import { replayRollout } from '../judge/replay.ts'

/** States that are replayed before a promotion: months of a usual plan. verify-registry replays all. */
const mostStates = 500
const readAtOnce = 20

/**
 * Throws `REGISTRY_CONFLICT` where a channel file follows another champion than the promotion that was accepted: it was
 * edited since, and the canary would be compared with what people did not see, or with itself.
 */
export function assertAccepted({ model, channel, seq, previous }: ChannelIntent, merged: RegistryEvent): void {
  if (isSame(previous, merged.previous)) return
  const name = (version: { version: string } | null | undefined) => version?.version ?? 'nothing'
  throw conflict(
    `${model} on ${channel}: seq ${seq} was accepted as following ${name(merged.previous)}, the channel file says ${name(previous)}`,
    'The channel file was edited after its pull request. Restore it in a pull request, or propose the version again.',
  )
}

/** Throws `REGISTRY_CONFLICT` where the state of an intent's seq is about other versions. */
export function assertSameRollout({ canary, champion, seq }: RolloutState, intent: ChannelIntent): void {
  if (isSame(canary, intent) && isSame(champion, intent.previous)) return
  throw conflict(
    `seq ${seq} of ${intent.model} on ${intent.channel} is on record for ${canary.version} against ${champion.version}, the channel file wants ${intent.version} after ${intent.previous?.version ?? 'nothing'}`,
    'The channel file or the rollout was changed by hand. Run verify-registry; propose the version anew for a new seq.',
  )
}

/**
 * What is asked before anything begins or comes into the channel: what the intent follows is what the channel holds, and
 * the intent was not rolled back. Throws `REGISTRY_CONFLICT`.
 */
export async function assertDue({ ledger }: Registry, intent: ChannelIntent): Promise<void> {
  const { model, channel, seq, previous } = intent
  const newest = await newestSettledSeq(ledger, intent, Number.POSITIVE_INFINITY)
  // Its own number: another tick was faster.
  const follows = newest === seq || (newest === previous?.seq && (await isSettled(ledger, intent, previous)))
  if (!follows) {
    throw conflict(
      `${model} on ${channel}: seq ${seq} follows seq ${previous?.seq ?? 'none'}, but seq ${newest} is in the channel`,
      'The channel file went back, or a tag was made by hand. A channel moves by promotion pull requests, which count seq up by one.',
    )
  }
  if ((await readOutcome(ledger, intent, 'rollout.rolled-back')) !== null) {
    throw conflict(
      `${model} on ${channel}: seq ${seq} was rolled back, and is not started again`,
      'Merge the pull request that returns the channel. The version comes again with a waiver and a new seq.',
    )
  }
}

/**
 * Proves the decisions of a rollout from the branch's history before they have consequences: each state follows from the one before
 * and the signals it recorded. Throws `REGISTRY_CORRUPT` where a state was written by hand.
 */
export async function assertReplays({ ledger }: Registry, state: RolloutState): Promise<void> {
  const path = rolloutLayout.state(state.channel, state.model)
  const head = (await ledger.head()) ?? ''
  const history = await ledger.history(path, head)
  const commits = history.slice(-mostStates)
  const states: RolloutState[] = []
  while (commits.length > 0 && !isComplete(states, state.seq)) {
    const texts = await Promise.all(commits.splice(-readAtOnce).map((commit) => ledger.read(path, commit)))
    states.unshift(...texts.map((text) => parseJsonDocument(RolloutState, text ?? '', path)))
  }
  // From its opening on, with the rollout before it, which the opening names.
  const opened = states.findIndex(({ seq }) => seq === state.seq)
  const chain = states.slice(Math.max(0, opened - 1))
  replayRollout(chain.slice(0, 1 + chain.findLastIndex(({ seq }) => seq === state.seq)))
  const isOpened = states[opened]?.decision.action === 'open' || history.length > mostStates
  if (isOpened && states.some((each) => canonicalJson(each) === canonicalJson(state))) return
  throw new TidemarkError('REGISTRY_CORRUPT', `${path} does not come from an opened rollout of seq ${state.seq}`, {
    hint: 'The state was written by hand, or the branch was rewritten. Run verify-registry and restore it from a clone.',
  })
}

function isComplete(states: readonly RolloutState[], seq: number): boolean {
  const { action, previous } = states[0]?.decision ?? {}
  return states.some((state) => state.seq < seq) || (action === 'open' && previous === null)
}

type Named = { readonly version: string; readonly modelDigest: string }

function isSame(a: Named | null | undefined, b: Named | null | undefined): boolean {
  return a?.version === b?.version && a?.modelDigest === b?.modelDigest
}

function conflict(message: string, hint: string): TidemarkError {
  return new TidemarkError('REGISTRY_CONFLICT', message, { hint })
}
