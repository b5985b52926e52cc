import type { RolloutState } from '@tidemark/schemas'
import { formatCount } from './format.ts'

const events: Readonly<Record<string, string>> = {
  errors: 'errors',
  non_finite: 'NaN or infinite answers',
  slow: 'slow answers',
  disagree: 'answers unlike the champion’s',
}

/** A guardrail's event as people say it; as it is named where nobody wrote it down. */
export function eventInWords(id: string, plan: RolloutState['plan']): string {
  const own = plan.guardrails.find((guardrail) => guardrail.id === id)?.event
  return own ?? (Object.hasOwn(events, id) ? events[id]! : id)
}

/**
 * Why a canary was taken back, with the counts that decided: `errors in 6 of 6 requests (1.1.0: 0 of 55)`. Plain text, not
 * escaped; null where it was not taken back.
 */
export function causeInWords({ cause, judgement, plan, champion }: RolloutState): string | null {
  if (cause === null) return null
  if (cause.kind !== 'harm') return cause.reason
  const parts = cause.guardrails.flatMap((id) => {
    const found = judgement.guardrails.find((guardrail) => guardrail.id === id)
    if (!found) return []
    const { canary, stable } = found
    const ofCanary = `${formatCount(canary.events)} of ${formatCount(canary.requests)}`
    const ofChampion = `${formatCount(stable.events)} of ${formatCount(stable.requests)}`
    return `${eventInWords(id, plan)} in ${ofCanary} requests (${champion.version}: ${ofChampion})`
  })
  return parts.length > 0 ? parts.join(', ') : cause.reason
}
