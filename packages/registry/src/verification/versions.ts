import {
  canonicalJson,
  compareVersions,
  type Dataset,
  type DigestEntry,
  type Evaluation,
  layout,
  type ModelPolicy,
  type Run,
  type Validation,
  type VersionManifest,
} from '@tidemark/schemas'
import { type Evidence, findEvidenceProblems } from '../evidence.ts'
import { publishedEvent } from '../version-event.ts'
import type { FactGraph } from './fact-graph.ts'
import type { Findings } from './findings.ts'
import { isFresh, underWay } from './fresh.ts'
import { verifySuccession } from './succession.ts'

const remedy = 'Do not deploy this version. Restore what was changed from a clone that still has it.'

const interrupted = 'Registration was interrupted: a repair finishes it, or register-model for the same candidate.'

/** Digest entry → version → digest entry, and every version says what its run and its evaluation say. */
export function verifyVersions(
  graph: FactGraph,
  { tags, now }: { tags: readonly string[]; now?: string | undefined },
  findings: Findings,
): void {
  const tagged = new Set(tags)
  for (const { path, document: manifest } of graph.all('versions')) {
    const entry = graph.find<DigestEntry>('digest entries', layout.byDigest(manifest.model, manifest.modelDigest))
    const { model, version } = manifest
    if (entry === null)
      findings.error(
        path,
        'its digest is registered as nothing: the by-digest entry was lost',
        'A repair writes it again from the manifest. Find out who removed it.',
        { kind: 'restore-digest-entry', model, version },
      )
    else if (entry.version !== version)
      findings.error(
        path,
        `its digest is registered as ${entry.version}`,
        'Two manifests claim the same bytes: one of them was made by hand. `git log` of both tells which.',
      )
    const unfinished = [
      ...(tagged.has(manifest.release.tag) ? [] : [`has no tag ${manifest.release.tag}`]),
      ...(graph.get(publishedEvent(manifest).path)
        ? []
        : ['was never published: no version.published event tells of it']),
    ]
    for (const what of unfinished) {
      if (isFresh(manifest.registeredAt, now)) findings.warn(path, what, underWay)
      else findings.error(path, what, interrupted, { kind: 'publish-version', model, version })
    }
    for (const problem of findManifestProblems(graph, manifest)) findings.error(path, problem, remedy)
  }
  const byModel = Map.groupBy(graph.all('versions'), ({ document }) => document.model)
  for (const manifests of byModel.values())
    verifySuccession(
      manifests.toSorted((a, b) => compareVersions(a.document.version, b.document.version)),
      findings,
    )
  for (const { path, document: entry } of graph.all('digest entries')) {
    const manifest = graph.find<VersionManifest>('versions', layout.version(entry.model, entry.version))
    if (manifest && manifest.modelDigest !== entry.modelDigest)
      findings.error(path, `names ${entry.version}, whose model digest is ${manifest.modelDigest}`)
  }
}

function findManifestProblems(graph: FactGraph, manifest: VersionManifest): string[] {
  const evidence = readEvidence(graph, manifest)
  if (evidence === null) return ['does not name a run, an evaluation, and two datasets with their validations']
  const { run, evaluation } = evidence
  const metrics = Object.fromEntries(
    Object.entries(evaluation.metrics).map(([id, { challenger }]) => [id, challenger.value]),
  )
  const same: [string, unknown, unknown][] = [
    ['model digest is not that of its run', manifest.modelDigest, run.output.modelDigest],
    [
      'files are not those of its run',
      inOrder(manifest.files.map(({ parts: _, ...file }) => file)),
      inOrder(run.output.files),
    ],
    ['kind is not that of its run', manifest.kind, run.output.kind ?? 'onnx'],
    ['image is not that of its run', manifest.image ?? null, run.output.image ?? null],
    ['signature is not that of its run', manifest.signature, run.output.signature],
    ['source is not that of its run', manifest.source, run.source],
    ['metrics are not those of its evaluation', manifest.metrics, metrics],
    ['evaluation’s verdict is not pass', evaluation.verdict, 'pass'],
  ]
  return [
    ...same
      .filter(([, actual, expected]) => canonicalJson(actual) !== canonicalJson(expected))
      .map(([message]) => `its ${message}`),
    ...findEvidenceProblems(evidence, statedBy(evidence))
      .filter(({ path }) => !path?.startsWith('evaluation.policyDigest'))
      .map(({ path, message }) => `its ${path} ${message}`),
  ]
}

/** Files as a set: the order in which a trainer wrote them says nothing. */
function inOrder<T extends { path: string }>(files: readonly T[]): T[] {
  return [...files].sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** The facts that a manifest names, as what they must be; null where one is not there, which references report. */
function readEvidence(graph: FactGraph, manifest: VersionManifest): Evidence | null {
  const run = graph.find<Run>('runs', manifest.run.path)
  const evaluation = graph.find<Evaluation>('evaluations', manifest.evaluation.path)
  const datasets = manifest.datasets.map(({ path }) => graph.find<Dataset>('datasets', path))
  const validations = manifest.validations.map(({ path }) => graph.find<Validation>('validations', path))
  const [training, holdout] = datasets
  const [trainingValidation, holdoutValidation] = validations
  if (!run || !evaluation || !training || !holdout || !trainingValidation || !holdoutValidation) return null
  return {
    run,
    evaluation,
    datasets: { training, holdout },
    validations: { training: trainingValidation, holdout: holdoutValidation },
  }
}

/** Policy and contract of that day are not stored: what the training data was judged by is what the holdout must be. */
function statedBy({ run, validations }: Evidence): { policy: ModelPolicy; contractSha256: string } {
  const { violations, contract } = validations.training
  return {
    policy: {
      model: run.model,
      data: { violations },
      gate: null,
      kind: run.output.kind,
      signature: run.output.signature,
    } as unknown as ModelPolicy,
    contractSha256: contract.sha256,
  }
}
