import { logMean } from './log-sum.ts'

/** Requests and the events among them, by arm, while the canary had a share of `weight`. */
export interface ArmSplit {
  readonly weight: number
  readonly canary: { readonly requests: number; readonly events: number }
  readonly stable: { readonly requests: number; readonly events: number }
}

/**
 * ln e-value against "the canary's event rate exceeds the stable one by at least `delta`": evidence to promote.
 *
 * Each request has Z = Y (A/w − (1 − A)/(1 − w)) with Y the event, A 1 for the canary and w its weight; its mean is the excess,
 * and it is at most 1/w. Betting against the excess multiplies wealth by 1 + λ(δ − Z), whose conditional mean is ≤ 1 under
 * H0 for λ ≥ 0, and which stays positive for λ < 1/(1/w − δ) (Waudby-Smith & Ramdas 2024, capital process). The bets are fixed
 * shares of that largest λ, so they are predictable, and the e-value is the mean of their wealths: it needs the counts
 * by weight alone, in whatever order or grouping they came. It stays valid when both arms suffer from the same incident,
 * where a ratio of rates does not.
 */
export function logExcessEvidence(groups: readonly ArmSplit[], delta: number): number {
  const usable = groups.filter(({ weight }) => weight > 0 && weight < 1)
  return logMean(betShares.map((share) => usable.reduce((log, group) => log + logWealth(group, delta, share), 0)))
}

/**
 * The best bet is about δ / (p/(w(1 − w))) for an event rate p: from nearly all of the largest (no events) to some
 * thousandths of it (a third of the requests).
 */
const betShares: readonly number[] = Array.from({ length: 16 }, (_, i) => 0.002 * (0.98 / 0.002) ** (i / 15))

function logWealth({ weight, canary, stable }: ArmSplit, delta: number, share: number): number {
  const bet = share / (1 / weight - delta)
  const quiet = canary.requests + stable.requests - canary.events - stable.events
  return (
    quiet * Math.log1p(bet * delta) +
    canary.events * Math.log1p(-share) +
    stable.events * Math.log1p(bet * (delta + 1 / (1 - weight)))
  )
}
