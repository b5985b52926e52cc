import { type Baseline, layout, type RegistryEvent } from '@tidemark/schemas'
import type { DriftReplay } from '../drift/evidence.ts'
import type { FactGraph } from './fact-graph.ts'
import type { Findings } from './findings.ts'

const speaksOfDrift: ReadonlySet<RegistryEvent['type']> = new Set([
  'drift.detected',
  'drift.resolved',
  'retraining.dispatched',
])

/** Checks and baselines speak of one model, and events of checks that are there; with `replay`, checks are made again. */
export function verifyDrift(graph: FactGraph, findings: Findings, replay?: DriftReplay | undefined): void {
  const ids = new Set<string>()
  for (const { path, document: check } of graph.all('drift checks')) {
    ids.add(`${check.model} ${check.id}`)
    const baseline = graph.find<Baseline>('baselines', layout.baseline(check.model, check.baseline))
    if (baseline === null) continue // references report it
    if (baseline.modelDigest !== check.modelDigest)
      findings.error(path, `is about ${check.modelDigest}, its baseline about ${baseline.modelDigest}`)
    if (replay === undefined) continue
    const problem = replay(check, baseline)
    if (problem === null) findings.count('drift checks replayed')
    else
      findings.error(
        path,
        problem,
        'Do not trust this verdict: it was not made from what it says. Find out who wrote it.',
      )
  }
  for (const { document } of graph.all('performance checks')) ids.add(`${document.model} ${document.id}`)
  for (const { path, document: event } of graph.all('events')) {
    // The cause is the check's id; an issue's number may follow.
    if (speaksOfDrift.has(event.type) && !ids.has(`${event.model} ${event.cause.slice(0, 64)}`))
      findings.error(path, `speaks of the check ${event.cause}, which is not there`)
  }
}
