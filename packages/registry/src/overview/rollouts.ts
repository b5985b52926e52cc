import { RolloutState } from '@tidemark/schemas'
import type { LedgerReader } from '../ports.ts'
import type { FactReader } from './fact-reader.ts'

/** The last state of each rollout that the file's history tells, newest first. */
export async function readRollouts(
  { ledger, facts, head }: { readonly ledger: LedgerReader; readonly facts: FactReader; readonly head: string },
  model: string,
  { path, most }: { readonly path: string; readonly most: number },
): Promise<RolloutState[]> {
  const commits = await ledger.history(path, head)
  // The file as it is now, also where the history is cut short (a shallow clone).
  if (commits.length === 0) commits.push(head)
  const read = new Map<number, Promise<RolloutState | null>>()
  const stateAt = (index: number) => {
    const known = read.get(index) ?? facts.read(RolloutState, { path, model, at: commits[index]! })
    read.set(index, known)
    return known
  }
  const states: RolloutState[] = []
  let index = commits.length - 1
  while (index >= 0 && states.length < most) {
    const state = await stateAt(index)
    if (state === null) {
      index--
      continue
    }
    // A version against itself is no rollout: a channel that went back at once says so to servers by such a state.
    if (state.canary.modelDigest !== state.champion.modelDigest) states.push(state)
    index = await lastBefore(state.seq, index, stateAt)
  }
  if (index >= 0) facts.report(path, `has older rollouts than the newest ${most}`)
  return states
}

/**
 * The newest commit before `index` whose state has a smaller seq, or −1. A rollout commits dozens of states and `seq` never
 * goes back, so halving finds it in a few reads.
 */
async function lastBefore(
  seq: number,
  index: number,
  stateAt: (index: number) => Promise<RolloutState | null>,
): Promise<number> {
  let [older, same] = [-1, index]
  while (same - older > 1) {
    const middle = (older + same) >> 1
    const state = await stateAt(middle)
    if (state === null || state.seq >= seq) same = middle
    else older = middle
  }
  return older
}
