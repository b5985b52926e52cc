import type { RolloutFault, RolloutJudgement, RolloutPoll, RolloutSignals, RolloutState } from '@tidemark/schemas'
import { decisive, unusable } from './evidence.ts'

/** A canary that should have had this many requests and had none is silent: a chance of 1 in 1,000. */
const SILENT_AFTER = 7

/**
 * Why nothing can be concluded at the moment, or null; `isNews` when it was seen just now. Without any news (an outage of
 * monitoring) a known fault stays as it is, and nothing is rolled back for it.
 */
export function findFault(
  state: RolloutState,
  signals: RolloutSignals,
  judgement: RolloutJudgement,
  at: string,
): { fault: RolloutFault | null; isNews: boolean } {
  const { polls, faults } = signals
  if (faults[0]) return { fault: faults[0], isNews: true }
  if (polls.length === 0 || !signals.isLive) return { fault: state.fault, isNews: false }
  return { fault: pollFault(state, polls) ?? silence(state, polls, at) ?? splitFault(state, judgement), isNews: true }
}

function splitFault({ plan }: RolloutState, { logSplit }: RolloutJudgement): RolloutFault | null {
  if (logSplit < decisive(plan.srm.p)) return null
  return { kind: 'split', reason: `requests are not split as the weights say (p < ${plan.srm.p})` }
}

function pollFault({ plan }: RolloutState, polls: readonly RolloutPoll[]): RolloutFault | null {
  for (const { instance, groups } of polls) {
    for (const group of groups) {
      const problem = unusable(group, plan)
      if (problem) return { kind: problem.kind, reason: `${instance}: ${problem.reason}` }
    }
  }
  return null
}

/** The newest requests, as many as should have brought the canary `SILENT_AFTER`, went past it. */
function silence(
  { plan, weight, fault, updatedAt, leaseUntil }: RolloutState,
  polls: readonly RolloutPoll[],
  at: string,
): RolloutFault | null {
  // Servers drop the canary themselves when the lease lapses, and need a while to follow a change.
  if (Date.parse(at) >= Date.parse(leaseUntil!)) return null
  if (!fault && Date.parse(at) - Date.parse(updatedAt) < plan.pollMinutes * 60_000) return null
  let requests = 0
  for (const { groups } of polls.toReversed()) {
    if (groups.some(({ canary }) => canary.requests > 0)) return null
    requests += groups.reduce((sum, { stable }) => sum + stable.requests, 0)
    if (requests * weight >= SILENT_AFTER) {
      return { kind: 'silence', reason: `none of the last ${requests} requests went to the canary` }
    }
  }
  return null
}
