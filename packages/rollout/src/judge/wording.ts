import type { RolloutFault, RolloutJudgement, RolloutPolicy } from '@tidemark/schemas'

type Judged = RolloutJudgement['guardrails'][number]

export function describeFault({ kind, reason }: RolloutFault): string {
  return `${kind}: ${reason}`
}

/** `harm: evidence 7,300 against 20 needed; non_finite 41 of 44 (canary), 0 of 812 (champion)`. */
export function describeHarm(judgement: RolloutJudgement, plan: RolloutPolicy): string {
  const worst = worstGuardrails(judgement)
  const shown = judgement.guardrails.filter(({ id }) => worst.includes(id)).map(describeRates)
  return `harm: evidence ${evidence(judgement.logHarm)}, ${evidence(-Math.log(plan.alpha.harm))} decide; ${shown.join('; ')}`
}

/** A share of the traffic, such as `10 %`. */
export const percent = (weight: number): string => `${Number((100 * weight).toPrecision(3))} %`

/** What the promotion's proof rests on, or what it lacks. */
export function describeProof({ guardrails }: RolloutJudgement, plan: RolloutPolicy): string {
  const needed = -Math.log(plan.alpha.promote)
  const deciding = guardrails.filter(({ isAdvisory }) => !isAdvisory)
  const lacking = deciding.filter(({ logPromote }) => logPromote < needed)
  if (lacking.length > 0) {
    const parts = lacking.map(({ id, logPromote }) => `${id} ${evidence(logPromote)} of ${evidence(needed)}`)
    return `not proven yet: ${parts.join(', ')}`
  }
  const parts = deciding.map((guardrail) => {
    const delta = plan.guardrails.find(({ id }) => id === guardrail.id)!.delta
    return `${describeRates(guardrail)}, less than ${delta} more`
  })
  return `proven: ${parts.join('; ')}`
}

/** Guardrails with at least the average evidence for harm, most first. */
export function worstGuardrails({ guardrails, logHarm: mean }: RolloutJudgement): string[] {
  const deciding = guardrails.filter(({ isAdvisory }) => !isAdvisory).sort((a, b) => b.logHarm - a.logHarm)
  return deciding.filter(({ logHarm }) => logHarm >= mean).map(({ id }) => id)
}

function describeRates({ id, canary, stable }: Judged): string {
  return `${id} ${canary.events} of ${canary.requests} (canary), ${stable.events} of ${stable.requests} (champion)`
}

function evidence(log: number): string {
  const value = Math.exp(log)
  return value > 1e6 ? 'over 1,000,000' : String(Number(value.toPrecision(3)))
}
