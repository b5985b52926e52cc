import { addPoll, judgeCanary, noEvidence } from '@tidemark/rollout'
import type { RolloutPolicy, WeightCounts } from '@tidemark/schemas'

export interface HarmVerdict {
  readonly isHarmful: boolean
  /** In words, such as `errors: 12 of 40 requests, champion 3 of 960`. */
  readonly reason: string
}

/** Judges one canary, window after window. It is asked at every error, so its verdict must hold at any number of looks. */
export interface HarmJudge {
  /** Takes in a window that is complete. */
  add(window: readonly WeightCounts[]): void
  /** The verdict as if the window that is still open ended now; takes nothing in. */
  judge(open: readonly WeightCounts[]): HarmVerdict
}

export type CreateHarmJudge = (plan: RolloutPolicy) => HarmJudge

/** The rollout's own judge on what this server alone saw: it needs no other to see gross harm, and says so at once. */
export const createRolloutJudge: CreateHarmJudge = (plan) => {
  let evidence = noEvidence
  return {
    add(groups) {
      evidence = addPoll(evidence, plan, { groups })
    },
    judge(groups) {
      const { verdict, guardrails } = judgeCanary(addPoll(evidence, plan, { groups }), plan)
      const deciding = guardrails.filter(({ isAdvisory }) => !isAdvisory).sort((a, b) => b.logHarm - a.logHarm)
      const reasons = deciding
        .filter(({ logHarm }) => logHarm > 0)
        .map(
          ({ id, canary, stable }) =>
            `${id}: ${canary.events} of ${canary.requests} requests, champion ${stable.events} of ${stable.requests}`,
        )
      return { isHarmful: verdict === 'fail', reason: reasons.join('; ') }
    },
  }
}
