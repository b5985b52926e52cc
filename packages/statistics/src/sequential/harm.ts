import { logAdd, logMean } from './log-sum.ts'

/** Events seen while the canary had a share of `weight` (0 to 1) of the traffic. */
export interface EventSplit {
  readonly weight: number
  readonly canaryEvents: number
  readonly stableEvents: number
}

/** The alternatives θ that harm is sought at, as ratios of event rates: 48 points, log-spaced over (1, 16]. */
export const harmRatios: readonly number[] = Array.from({ length: 48 }, (_, i) => 16 ** ((i + 1) / 48))

/**
 * ln e-value against "the canary's event rate is at most `nullRatio` times the stable one", without a choice of start.
 *
 * Given that an event happened under weight w, it is the canary's with probability wθ/(wθ + 1 − w), where θ is the ratio
 * of the rates: the rates themselves, which drift during a day, cancel (idea of Lindon & Malek 2022, anytime-valid
 * multinomial inference). The e-value is the mean over `ratios` of the likelihood ratios. Groups with weight 0 or 1 say nothing.
 */
export function logRatioEvidence(
  groups: readonly EventSplit[],
  { nullRatio = 1, ratios = harmRatios }: { nullRatio?: number; ratios?: readonly number[] } = {},
): number {
  return logMean(ratios.map((ratio) => logLikelihoodRatio(groups, ratio, nullRatio)))
}

/** Evidence for harm that may have begun at any poll. Its size does not grow with the polls. */
export interface HarmMixture {
  /** Polls with at least one event so far. */
  readonly starts: number
  /** ln R(θ) for each of `harmRatios`; empty before the first start. */
  readonly logSums: readonly number[]
}

export const noHarm: HarmMixture = { starts: 0, logSums: [] }

/**
 * Adds one poll: the e-process for harm, mixed over the poll s at which the harm began.
 *
 * For one θ and one start s, E_s(t) = ∏ of likelihood ratios L(u, θ) over polls u = s…t, and 1 while t < s. Under H0 (ratio ≤ 1
 * in every poll) each L has conditional mean ≤ 1 given the past and given how many events poll u has, so each E_s is a
 * supermartingale from 1. A mixture Σ π_s E_s with fixed π_s ≥ 0 that sum to 1 is one too, and by Ville's inequality
 * exceeds 1/α at any time with probability ≤ α. Starts yet to come are worth their own prior mass, ρ(t) = 1 − Σ_{s ≤ t} π_s, so
 *
 *   E(t) = ρ(t) + mean over θ of R(t, θ),  R(t, θ) = Σ_{s ≤ t} π_s ∏_{u=s…t} L(u, θ) = (R(t − 1, θ) + π_t) L(t, θ):
 *
 * one number per θ is all the memory it takes, whatever t. Polls without an event have L = 1 and are not counted as
 * starts; that is allowed since the number of events is what L is conditioned on. Any supermartingale loses what it
 * earned against a fault by the healthy polls before it; here only ln 1/π_s is lost, 10 after 500 polls.
 */
export function addHarmPoll(mixture: HarmMixture, groups: readonly EventSplit[]): HarmMixture {
  const informative = groups.filter(isInformative)
  if (informative.length === 0) return mixture
  const starts = mixture.starts + 1
  const logPrior = Math.log(priorBeyond(starts - 1) - priorBeyond(starts))
  return {
    starts,
    logSums: harmRatios.map(
      (ratio, i) =>
        logAdd(mixture.logSums[i] ?? Number.NEGATIVE_INFINITY, logPrior) + logLikelihoodRatio(informative, ratio, 1),
    ),
  }
}

/** ln E(t) of the mixture; 0 before any event. */
export function logHarmEvidence({ starts, logSums }: HarmMixture): number {
  return starts === 0 ? 0 : logAdd(Math.log(priorBeyond(starts)), logMean(logSums))
}

/** ρ(t): slow enough that a late start keeps a usable share (π ~ 1/(t ln² t)), and it sums to 1. */
function priorBeyond(starts: number): number {
  return 1 / (1 + Math.log1p(starts))
}

function isInformative({ weight, canaryEvents, stableEvents }: EventSplit): boolean {
  return weight > 0 && weight < 1 && canaryEvents + stableEvents > 0
}

function logLikelihoodRatio(groups: readonly EventSplit[], ratio: number, nullRatio: number): number {
  let log = 0
  for (const group of groups) {
    if (!isInformative(group)) continue
    const { weight: w, canaryEvents, stableEvents } = group
    const norm = Math.log((w * nullRatio + 1 - w) / (w * ratio + 1 - w))
    log += canaryEvents * (Math.log(ratio / nullRatio) + norm) + stableEvents * norm
  }
  return log
}
