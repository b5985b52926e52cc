import { layout, parseJsonDocument, RolloutState, rolloutLayout, TidemarkError } from '@tidemark/schemas'
import type { LedgerReader } from '../ports.ts'
import { describeError, type FactGraph } from './fact-graph.ts'
import type { Findings } from './findings.ts'

/** Why states, oldest first, do not follow from each other and the signals they recorded, or null. */
export type RolloutReplay = (states: readonly RolloutState[]) => string | null

/**
 * Rollouts are the only files that are replaced, so the branch's history is what proves them: each state lies where it says and
 * names registered versions, and with `replay` every one follows from the one before. Returns the newest of each.
 */
export async function verifyRollouts(
  ledger: LedgerReader,
  graph: FactGraph,
  head: string,
  findings: Findings,
  replay?: RolloutReplay | undefined,
): Promise<RolloutState[]> {
  const current: RolloutState[] = []
  for (const path of graph.rollouts) {
    const states: RolloutState[] = []
    try {
      for (const commit of await ledger.history(path, head)) {
        const text = await ledger.read(path, commit)
        if (text === null) findings.error(path, `was removed in ${commit.slice(0, 7)}`)
        else states.push(parseJsonDocument(RolloutState, text, `${path} of ${commit.slice(0, 7)}`))
      }
    } catch (error) {
      if (!(error instanceof TidemarkError)) throw error
      findings.error(path, describeError(error))
      continue
    }
    for (const problem of states.flatMap((state) => findStateProblems(graph, state, path)))
      findings.error(path, problem)
    findings.count('rollouts')
    const problem = replay?.(states) ?? null
    if (problem !== null)
      findings.error(
        path,
        problem,
        'Do not trust this rollout: it was not decided from what it says. Find out who wrote it.',
      )
    else if (replay) findings.count('rollout decisions replayed', states.length)
    current.push(...states.slice(-1))
  }
  return current
}

function findStateProblems(graph: FactGraph, state: RolloutState, path: string): string[] {
  const { model, channel, champion, canary } = state
  const expected = rolloutLayout.state(channel, model)
  const unknown = [champion, canary].filter(
    ({ version, modelDigest }) =>
      graph.find<{ modelDigest: string }>('versions', layout.version(model, version))?.modelDigest !== modelDigest,
  )
  return [
    ...(expected === path ? [] : [`says that it belongs at ${expected}`]),
    ...unknown.map(({ version }) => `names ${model} ${version}, which is not registered with this digest`),
  ]
}
