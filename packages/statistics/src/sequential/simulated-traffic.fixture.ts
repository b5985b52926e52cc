import type { ArmSplit } from './excess.ts'

/** mulberry32: uniform on [0, 1), the same everywhere for a seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let bits = Math.imul(state ^ (state >>> 15), state | 1)
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61)
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Successes in `trials` with probability `p`, by the gaps between them. */
export function binomial(random: () => number, trials: number, p: number): number {
  if (p <= 0) return 0
  if (p > 0.5) return trials - binomial(random, trials, 1 - p)
  let successes = 0
  for (let at = 0; ; successes++) {
    at += 1 + Math.floor(Math.log(1 - random()) / Math.log1p(-p))
    if (at > trials) return successes
  }
}

/** One poll of requests that are split at random and fail independently. */
export function simulatedPoll(
  random: () => number,
  { requests, weight, canary, stable }: { requests: number; weight: number; canary: number; stable: number },
): ArmSplit {
  const canaryRequests = binomial(random, requests, weight)
  const stableRequests = requests - canaryRequests
  return {
    weight,
    canary: { requests: canaryRequests, events: binomial(random, canaryRequests, canary) },
    stable: { requests: stableRequests, events: binomial(random, stableRequests, stable) },
  }
}
