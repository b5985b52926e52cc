import { digestOf, layout } from '@tidemark/schemas'
import type { FactGraph } from './fact-graph.ts'
import type { Findings } from './findings.ts'

const remedy =
  'It changes nothing, and nothing rests on it. `git log` of the file tells who committed it; a repair leaves it alone.'

/** Facts that nothing names although each kind has something that names it, and names by id that lead nowhere. */
export function verifyOrphans(graph: FactGraph, findings: Findings): void {
  const named = new Set(graph.references().map(({ path }) => path))
  const evaluations = graph.all('evaluations')
  const runs = graph.all('runs')
  const wanted = new Set(evaluations.map(({ document }) => `${document.model} ${document.run}`))
  const present = new Set(runs.map(({ document }) => `${document.model} ${document.id}`))
  const causes = new Set(graph.all('events').map(({ document }) => `${document.model} ${document.cause}`))
  const orphan = (path: string, what: string) => findings.warn(path, what, remedy)
  for (const { path, document } of runs) {
    if (!named.has(path) && !wanted.has(`${document.model} ${document.id}`)) orphan(path, 'is named by no evaluation')
  }
  for (const { path, document } of evaluations) {
    const { model, run, id, challenger } = document
    if (!present.has(`${model} ${run}`)) findings.error(path, `names the run ${run}, which is not there`)
    const registered = graph.get(layout.byDigest(model, challenger.modelDigest)) !== undefined
    if (!registered && !causes.has(`${model} ${id}`)) orphan(path, 'is an evaluation that no event tells of')
  }
  for (const kind of ['datasets', 'validations'] as const) {
    for (const { path } of graph.all(kind)) if (!named.has(path)) orphan(path, 'is named by no other fact')
  }
  for (const { path, document } of graph.all('drift checks')) {
    const { model, dataset, modelDigest, policy } = document
    if (!causes.has(`${model} ${digestOf({ dataset, modelDigest, policy })}`))
      orphan(path, 'is a drift check that no event tells of')
  }
}
