import {
  type DriftCheck,
  type Evaluation,
  layout,
  type PerformanceCheck,
  type RegistryEvent,
  type VersionManifest,
} from '@tidemark/schemas'
import { findGroundsProblems, type Ground } from '../rollback/grounds.ts'
import type { FactGraph } from './fact-graph.ts'
import type { Findings } from './findings.ts'

/** Events speak of the digest that the version has, rest on an evaluation of it, and settle a channel's `seq` once. */
export function verifyEvents(graph: FactGraph, findings: Findings): void {
  const settled = new Map<string, string[]>()
  for (const { path, document: event } of graph.all('events')) {
    for (const problem of findEventProblems(graph, event)) findings.error(path, problem)
    const { channel, seq } = event.subject
    if (event.type !== 'promotion.settled') continue
    if (channel === undefined || seq === undefined) {
      findings.error(path, 'settles a promotion without naming channel and seq')
      continue
    }
    const tag = layout.channelTag(event.model, channel, seq)
    settled.set(tag, [...(settled.get(tag) ?? []), path])
  }
  for (const [tag, paths] of settled) {
    if (paths.length === 1) continue
    for (const path of paths)
      findings.error(
        path,
        `is one of ${paths.length} events that settle ${tag}`,
        'A seq is settled once. Keep the event that the tagged commit holds, and find out who wrote the other.',
      )
  }
}

function findEventProblems(graph: FactGraph, event: RegistryEvent): string[] {
  const { type, model, subject, cause } = event
  const problems: string[] = []
  const manifest =
    subject.version === undefined
      ? null
      : graph.find<VersionManifest>('versions', layout.version(model, subject.version))
  if (manifest && manifest.modelDigest !== subject.modelDigest)
    problems.push(
      `speaks of ${subject.version} with the model digest ${subject.modelDigest}, it has ${manifest.modelDigest}`,
    )
  if (type === 'version.registered' || type === 'gate.failed') {
    const evaluation = graph.find<Evaluation>('evaluations', layout.evaluation(model, cause))
    if (evaluation?.challenger.modelDigest !== subject.modelDigest)
      problems.push(`rests on the evaluation ${cause}, which is not one of the model digest ${subject.modelDigest}`)
    else if ((evaluation.verdict === 'pass') !== (type === 'version.registered'))
      problems.push(`does not follow from the evaluation ${cause}, whose verdict is ${evaluation.verdict}`)
  }
  return [...problems, ...findRequestProblems(graph, event)]
}

/** What the monitor asked for without a person follows from checks that are there; those that are not, references report. */
function findRequestProblems(graph: FactGraph, event: RegistryEvent): string[] {
  if (event.monitor === undefined) return []
  if (event.type !== 'rollback.requested') return ['names a rule of the monitor, which asks for rollbacks only']
  const checks = event.monitor.checks.flatMap(({ path }): Ground[] =>
    [graph.find<DriftCheck>('drift checks', path) ?? graph.find<PerformanceCheck>('performance checks', path)].filter(
      (check) => check !== null,
    ),
  )
  if (checks.length !== event.monitor.checks.length) return []
  const since = firstSettled(graph, event)
  const early = checks.filter(({ window }) => since === undefined || window.end <= since)
  return [
    ...findGroundsProblems(event, checks),
    ...early.map(({ window }) => `rests on the window of ${window.start}, before what it wants to go had come`),
  ]
}

/** When what a rollback is to leave first came into its channel. */
function firstSettled(graph: FactGraph, { model, subject, leaves }: RegistryEvent): string | undefined {
  return graph
    .all('events')
    .map(({ document }) => document)
    .filter(
      (each) =>
        each.type === 'promotion.settled' &&
        each.model === model &&
        each.subject.channel === subject.channel &&
        each.subject.modelDigest === leaves?.modelDigest,
    )
    .map(({ at }) => at)
    .sort()[0]
}
