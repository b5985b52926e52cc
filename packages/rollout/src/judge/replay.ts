import { canonicalJson, digestOf, type Problem, type RolloutState, TidemarkError } from '@tidemark/schemas'
import { openRollout } from './open.ts'
import { stepRollout } from './step.ts'

/**
 * Makes every decision of a rollout again: `states` are the versions of its document in commit order, oldest first. Each must
 * follow from the one before and the signals it recorded, to the last bit. Throws `REGISTRY_CORRUPT` naming every one that
 * does not. The first of the states is taken as it is, unless it opens the rollout.
 */
export function replayRollout(states: readonly RolloutState[]): void {
  const problems = states.flatMap((state, i): Problem[] => {
    const previous = states[i - 1] ?? null
    const message = whyNot(state, previous, i === 0)
    return message === undefined ? [] : [{ path: `[${i}]`, message: `${state.decision.action}: ${message}` }]
  })
  if (problems.length === 0) return
  throw new TidemarkError('REGISTRY_CORRUPT', 'the rollout’s history does not follow from what it recorded', {
    hint: 'The document was changed by hand, or commits are missing. Restore it from the registry branch’s history.',
    problems,
  })
}

/** Why a rollout's states do not follow from each other, or null: as `replayRollout`, for those who list problems. */
export function findRolloutReplayProblem(states: readonly RolloutState[]): string | null {
  try {
    replayRollout(states)
    return null
  } catch (error) {
    if (!(error instanceof TidemarkError)) throw error
    return [error.message, ...error.problems.map(({ path, message }) => `${path} ${message}`)].join('; ')
  }
}

function whyNot(state: RolloutState, previous: RolloutState | null, isFirst: boolean): string | undefined {
  const { at, action, signals, previous: digest } = state.decision
  if (digestOf(state.plan) !== state.planDigest) return 'the plan is not the one it names by digest'
  if (isFirst && (action !== 'open' || digest !== null)) return undefined
  if (digest !== (previous && digestOf(previous))) return 'it was not decided from the state before it'
  if (action === 'open') {
    const opened = openRollout(state, previous, at).state
    return canonicalJson(opened) === canonicalJson(state) ? undefined : 'it does not open as recorded'
  }
  if (!previous || !signals) return 'it records no signals'
  const again = stepRollout(previous, signals, at)
  if (again.action !== action) return `the same signals give ${again.action}: ${again.reasons[0] ?? ''}`
  return canonicalJson(again.state) === canonicalJson(state) ? undefined : 'the same signals give another state'
}
