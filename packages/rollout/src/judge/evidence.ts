import type {
  ArmCounts,
  Guardrail,
  RolloutEvidence,
  RolloutJudgement,
  RolloutPolicy,
  WeightCounts,
} from '@tidemark/schemas'
import {
  addHarmPoll,
  logExcessEvidence,
  logHarmEvidence,
  logMean,
  logSplitEvidence,
  noHarm,
} from '@tidemark/statistics'

export const noEvidence: RolloutEvidence = { polls: 0, counts: [], harm: {} }

/** The evidence with one poll more. Groups that cannot be used (`unusable` says why) are left out, not taken for zeros. */
export function addPoll(
  evidence: RolloutEvidence,
  plan: RolloutPolicy,
  poll: { readonly groups: readonly WeightCounts[] },
): RolloutEvidence {
  const groups = poll.groups.filter((group) => group.weight > 0 && unusable(group, plan) === undefined)
  if (groups.length === 0) return evidence
  const harm: RolloutEvidence['harm'] = {}
  for (const { id } of plan.guardrails) {
    const splits = groups
      .filter((group) => isMeasured(group, id))
      .map(({ weight, canary, stable }) => ({
        weight,
        canaryEvents: canary.events[id] ?? 0,
        stableEvents: stable.events[id] ?? 0,
      }))
    const { starts, logSums } = addHarmPoll(evidence.harm[id] ?? noHarm, splits)
    harm[id] = { starts, logSums: [...logSums] }
  }
  return { polls: evidence.polls + 1, counts: groups.reduce(addGroup, evidence.counts), harm }
}

/**
 * The canary judged by all that was counted so far, at any number and timing of looks. `fail`: the mean evidence for harm
 * over guardrails is at least 1/alpha. `pass`: every guardrail's evidence against an excess of delta is, and the split is
 * believable. Logarithms of e-values.
 */
export function judgeCanary(evidence: RolloutEvidence, plan: RolloutPolicy): RolloutJudgement {
  const guardrails = plan.guardrails.flatMap((guardrail) => {
    const isShown = !guardrail.isAdvisory || evidence.counts.some((group) => isMeasured(group, guardrail.id))
    return isShown ? [judgeGuardrail(evidence, guardrail)] : []
  })
  const deciding = guardrails.filter(({ isAdvisory }) => !isAdvisory)
  const logHarm = logMean(deciding.map((guardrail) => guardrail.logHarm))
  const logSplit = logSplitEvidence(
    evidence.counts.map(({ weight, canary, stable }) => ({
      weight,
      canaryRequests: canary.requests,
      stableRequests: stable.requests,
    })),
  )
  const isProven = deciding.every(({ logPromote }) => logPromote >= decisive(plan.alpha.promote))
  const verdict =
    logHarm >= decisive(plan.alpha.harm)
      ? 'fail'
      : isProven && logSplit < decisive(plan.srm.p)
        ? 'pass'
        : 'inconclusive'
  return { verdict, logHarm, logSplit, guardrails }
}

/** ln of the e-value that decides at this chance of error. */
export function decisive(alpha: number): number {
  return -Math.log(alpha)
}

/** Why counts under one weight prove nothing; undefined where they are good. */
export function unusable(
  group: WeightCounts,
  plan: RolloutPolicy,
): { kind: 'split' | 'missing-event'; reason: string } | undefined {
  const { weight, canary } = group
  if (weight === 0) {
    return canary.requests > 0 ? { kind: 'split', reason: 'the canary got requests at weight 0' } : undefined
  }
  if (!plan.steps.some((step) => step.weight === weight)) {
    return { kind: 'split', reason: `requests were served at weight ${weight}, which is not in the plan` }
  }
  const missing = plan.guardrails.filter(({ id, isAdvisory }) => !isAdvisory && !isMeasured(group, id))
  if (missing.length === 0) return undefined
  return { kind: 'missing-event', reason: `no counts of ${missing.map(({ id }) => id).join(', ')}` }
}

function judgeGuardrail({ counts, harm }: RolloutEvidence, { id, delta, isAdvisory }: Guardrail) {
  const splits = counts.map(({ weight, canary, stable }) => ({
    weight,
    canary: { requests: canary.requests, events: canary.events[id] ?? 0 },
    stable: { requests: stable.requests, events: stable.events[id] ?? 0 },
  }))
  const total = (arm: 'canary' | 'stable') => ({
    requests: splits.reduce((sum, split) => sum + split[arm].requests, 0),
    events: splits.reduce((sum, split) => sum + split[arm].events, 0),
  })
  return {
    id,
    isAdvisory,
    logHarm: logHarmEvidence(harm[id] ?? noHarm),
    logPromote: logExcessEvidence(splits, delta),
    canary: total('canary'),
    stable: total('stable'),
  }
}

/** An arm without requests has no events, whether or not it says so. */
function isMeasured({ canary, stable }: WeightCounts, id: string): boolean {
  return [canary, stable].every((arm) => arm.requests === 0 || arm.events[id] !== undefined)
}

function addGroup(counts: RolloutEvidence['counts'], group: WeightCounts): RolloutEvidence['counts'] {
  const same = counts.find(({ weight }) => weight === group.weight)
  const sum = same
    ? { weight: group.weight, canary: addArm(same.canary, group.canary), stable: addArm(same.stable, group.stable) }
    : group
  return [...counts.filter((each) => each !== same), sum].sort((a, b) => a.weight - b.weight)
}

/** An event that one side did not measure is unknown in the sum. */
function addArm(a: ArmCounts, b: ArmCounts): ArmCounts {
  if (a.requests === 0) return b
  if (b.requests === 0) return a
  const events: Record<string, number> = {}
  for (const [id, count] of Object.entries(a.events)) {
    const other = b.events[id]
    if (other !== undefined) events[id] = count + other
  }
  return { requests: a.requests + b.requests, events }
}
