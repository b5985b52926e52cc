import { logBeta } from '../distributions/beta.ts'

/** Requests by arm while the canary should have had a share of `weight`. */
export interface TrafficSplit {
  readonly weight: number
  readonly canaryRequests: number
  readonly stableRequests: number
}

/**
 * ln e-value against "requests were split as the weights say": the sequential sample-ratio test of Lindon & Malek 2022.
 * Each weight has its own Dirichlet prior around the split it should have; e-values of different weights multiply. The
 * anytime-valid p-value is 1/e. `concentration`: a prior deviation of √(w(1 − w)/concentration) from the weight.
 */
export function logSplitEvidence(groups: readonly TrafficSplit[], concentration = 1000): number {
  let log = 0
  for (const { weight, canaryRequests, stableRequests } of groups) {
    if (!(weight > 0 && weight < 1)) continue
    const expected = [weight, 1 - weight]
    const prior = expected.map((share) => share * concentration)
    log += logDirichletEvidence([canaryRequests, stableRequests], expected, prior)
  }
  return log
}

/** ln Bayes factor of a Dirichlet-multinomial with the given prior over the multinomial with the `expected` shares. */
export function logDirichletEvidence(
  counts: readonly number[],
  expected: readonly number[],
  prior: readonly number[],
): number {
  const posterior = prior.map((parameter, i) => parameter + counts[i]!)
  const logExpected = counts.reduce((log, count, i) => log + (count === 0 ? 0 : count * Math.log(expected[i]!)), 0)
  return logMultivariateBeta(posterior) - logMultivariateBeta(prior) - logExpected
}

/** A Dirichlet is a chain of betas: each part against the rest. */
function logMultivariateBeta(parameters: readonly number[]): number {
  let rest = parameters.at(-1)!
  let log = 0
  for (let i = parameters.length - 2; i >= 0; i--) {
    log += logBeta(parameters[i]!, rest)
    rest += parameters[i]!
  }
  return log
}
