import { type Baseline, type Evaluation, layout, type PerformanceCheck, type VersionManifest } from '@tidemark/schemas'
import { findPerformanceProblems, type PerformanceReplay } from '../performance/evidence.ts'
import type { FactGraph } from './fact-graph.ts'
import type { Findings } from './findings.ts'

/** Checks fit the version, the gate's decision, the baseline and the check before them; with `replay`, they are made again. */
export function verifyPerformance(graph: FactGraph, findings: Findings, replay?: PerformanceReplay | undefined): void {
  const all = graph.all('performance checks')
  const byId = new Map(all.map(({ document }) => [`${document.model} ${document.id}`, document]))
  for (const { path, document: check } of all) {
    const { model, version, evaluation: id, statistics } = check
    const baselineId = statistics.expected?.baseline
    const ground = {
      manifest: graph.find<VersionManifest>('versions', layout.version(model, version)),
      evaluation: graph.find<Evaluation>('evaluations', layout.evaluation(model, id)),
      baseline: baselineId === undefined ? null : graph.find<Baseline>('baselines', layout.baseline(model, baselineId)),
      previous: previousOf(check, byId),
    }
    const problems = findPerformanceProblems(check, ground)
    for (const problem of problems) findings.error(path, problem)
    if (replay === undefined || ground.evaluation === null) continue
    const problem = replay(check, ground.evaluation, ground.baseline)
    if (problem === null) findings.count('performance checks replayed')
    else
      findings.error(
        path,
        problem,
        'Do not trust this verdict: it was not made from what it says. Find out who wrote it.',
      )
  }
}

const previousOf = (
  { model, statistics }: PerformanceCheck,
  byId: ReadonlyMap<string, PerformanceCheck>,
): PerformanceCheck | null => byId.get(`${model} ${statistics.pageHinkley?.from}`) ?? null
