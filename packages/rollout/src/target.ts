import type { LedgerFile } from '@tidemark/registry'
import { type RolloutPolicy, type RolloutState, rolloutLayout, storedJson } from '@tidemark/schemas'

/** Renders a rollout for those who split the traffic: the files that are committed with a transition, the state among them. */
export type Target = (state: RolloutState) => readonly LedgerFile[]

/** `embedded`: `tidemark serve` reads weight, lease and threshold from the state itself. */
export const targets: Readonly<Record<RolloutPolicy['target'], Target>> = {
  embedded: (state) => [{ path: rolloutLayout.state(state.channel, state.model), text: storedJson(state) }],
}
