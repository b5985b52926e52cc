import type { ChannelIntent, ModelPolicy, RolloutState } from '@tidemark/schemas'
import { planRetirement } from '../retention/plan.ts'
import type { FactGraph } from './fact-graph.ts'
import type { Findings } from './findings.ts'

/** Versions whose assets are due to be dropped under their model's policy. */
export function findDueRetirements(
  graph: FactGraph,
  {
    policies,
    intents,
    rollouts,
    proposed,
    now,
  }: {
    policies: ReadonlyMap<string, ModelPolicy>
    intents: readonly ChannelIntent[]
    rollouts: readonly RolloutState[]
    proposed: ReadonlySet<string>
    now: string
  },
  findings: Findings,
): void {
  const versions = graph.all('versions')
  for (const [model, policy] of policies) {
    const isOwn = (each: { model: string }) => each.model === model
    const manifests = versions.map(({ document }) => document).filter(isOwn)
    const events = graph
      .all('events')
      .map(({ document }) => document)
      .filter(isOwn)
    const due = planRetirement({
      policy,
      manifests,
      events,
      intents: intents.filter(isOwn),
      rollouts: rollouts.filter(isOwn),
      proposed,
      now,
    })
    for (const { manifest, because } of due)
      findings.notice(
        versions.find(({ document }) => document === manifest)?.path ?? '',
        `is due to be retired: ${because}`,
        'A repair drops its assets and keeps its manifest.',
        { kind: 'retire-version', model, version: manifest.version, because },
      )
  }
}
