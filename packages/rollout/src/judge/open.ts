import {
  digestOf,
  type RolloutPolicy,
  type RolloutState,
  TidemarkError,
  type VersionReference,
} from '@tidemark/schemas'
import { judgeCanary, noEvidence } from './evidence.ts'

/** A merged promotion: what should come into the channel, and what is there. */
export interface RolloutIntent {
  readonly model: string
  readonly channel: string
  /** The channel file's `seq`. */
  readonly seq: number
  readonly champion: VersionReference
  readonly canary: VersionReference
  readonly plan: RolloutPolicy
}

export interface OpenedRollout {
  readonly state: RolloutState
  /** Whether `state` differs from the one on record and is to be committed. */
  readonly transition: boolean
  readonly reason: string
}

/**
 * The state that an intent leads to. A rollout is terminal per channel and seq: the same intent finds the state on record,
 * also one that was rolled back; an older intent changes nothing; a newer one replaces it, and its evidence starts from
 * nothing. A canary that is the champion already is promoted at once. Throws `REGISTRY_CONFLICT` when one seq is claimed for two
 * different models.
 */
export function openRollout(intent: RolloutIntent, current: RolloutState | null, now: string): OpenedRollout {
  const { model, channel, seq, champion, canary, plan } = intent
  if (current && current.seq > seq) {
    return { state: current, transition: false, reason: `seq ${seq} is older than the rollout of seq ${current.seq}` }
  }
  if (current && current.seq === seq) {
    if (current.canary.modelDigest !== canary.modelDigest) {
      throw new TidemarkError(
        'REGISTRY_CONFLICT',
        `seq ${seq} of ${model} in ${channel} is on record for ${current.canary.version}, not for ${canary.version}`,
        { hint: 'Propose the version anew, so that the channel file gets a new seq.' },
      )
    }
    return { state: current, transition: false, reason: `seq ${seq} is on record as ${current.phase}` }
  }
  const isChampion = champion.modelDigest === canary.modelDigest
  const reason = isChampion
    ? `${canary.version} is in ${channel} already`
    : `${canary.version} waits to be rolled out against ${champion.version}`
  const judgement = judgeCanary(noEvidence, plan)
  const phase = isChampion ? 'promoted' : 'pending'
  const weight = isChampion ? 1 : 0
  const state: RolloutState = {
    schema: 'tidemark/rollout/v1',
    model,
    channel,
    seq,
    champion,
    canary,
    plan,
    planDigest: digestOf(plan),
    phase,
    step: null,
    weight,
    openedAt: now,
    startedAt: null,
    stepStartedAt: null,
    updatedAt: now,
    leaseUntil: null,
    slowMs: null,
    fault: null,
    consumed: [],
    evidence: noEvidence,
    judgement,
    decision: {
      at: now,
      action: 'open',
      reasons: [reason],
      signals: null,
      previous: current === null ? null : digestOf(current),
    },
    history: [{ at: now, action: 'open', phase, weight, logHarm: judgement.logHarm, reason }],
    cause: null,
  }
  return { state, transition: true, reason }
}
