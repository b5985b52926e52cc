import { Dataset, Evaluation, layout, type RecordedEvent, Run, type Verdict, VersionManifest } from '@tidemark/schemas'
import { versionsOf } from './models.ts'
import type { RegistryView } from './registry-view.ts'

/** A training run with what was said of it. */
export interface RunSummary {
  readonly id: string
  /** Of the commit that it was made from, which a retry cannot change. */
  readonly time: string
  readonly commit: string
  readonly executor: string
  readonly trainer: string
  readonly seed: number
  readonly params: Run['parameters']
  /** As the trainer measured them. */
  readonly training: Run['metrics']
  /** Of the evaluation on the holdout; empty where there is none. */
  readonly metrics: Readonly<Record<string, number | null>>
  readonly evaluation: string | null
  readonly verdict: Verdict | null
  /** The version that it was compared with. */
  readonly champion: string | null
  /** The version that its bytes are. */
  readonly version: string | null
  readonly modelDigest: string
  readonly dataset: string
  readonly holdout: string | null
  /** Paths of the training data; null where they were not read. */
  readonly files: readonly string[] | null
  /** Training rows that the contract accepted. */
  readonly rows: number
  readonly seconds: number
}

/** A model's runs, newest first. `withFiles` reads their datasets too. */
export async function readRuns(
  view: RegistryView,
  { model, withFiles }: { readonly model: string; readonly withFiles: boolean },
): Promise<RunSummary[]> {
  await view.list([model], ['runs', 'evaluations', 'versions', 'events'])
  const [runs, evaluations, manifests, events] = await Promise.all([
    view.facts.readAll(Run, model, view.paths(model, 'runs')),
    view.facts.readAll(Evaluation, model, view.paths(model, 'evaluations')),
    view.facts.readAll(
      VersionManifest,
      model,
      versionsOf(view, model).map((version) => layout.version(model, version)),
    ),
    view.events(model, (type) => type === 'gate.failed' || type === 'version.registered'),
  ])
  const files = withFiles ? await readFiles(view, model, runs) : null
  const judged = newestByRun(evaluations, events)
  const versions = new Map(manifests.map(({ modelDigest, version }) => [modelDigest, version]))
  return runs
    .map((run) => summarize(run, { evaluation: judged.get(run.id), versions, files }))
    .sort((a, b) => Date.parse(b.time) - Date.parse(a.time) || (a.id < b.id ? -1 : 1))
}

function summarize(
  run: Run,
  {
    evaluation,
    versions,
    files,
  }: {
    readonly evaluation: Evaluation | undefined
    readonly versions: ReadonlyMap<string, string>
    readonly files: ReadonlyMap<string, readonly string[]> | null
  },
): RunSummary {
  const metrics = Object.entries(evaluation?.metrics ?? {}).map(([name, { challenger }]) => [name, challenger.value])
  return {
    id: run.id,
    time: run.source.committedAt,
    commit: run.source.sha,
    executor: run.executor,
    trainer: `${run.trainer.name} ${run.trainer.version}`,
    seed: run.seed,
    params: run.parameters,
    training: run.metrics,
    metrics: Object.fromEntries(metrics),
    evaluation: evaluation?.id ?? null,
    verdict: evaluation?.verdict ?? null,
    champion: evaluation?.champion?.version ?? null,
    version: versions.get(run.output.modelDigest) ?? null,
    modelDigest: run.output.modelDigest,
    dataset: run.data.dataset,
    holdout: evaluation?.holdout.dataset ?? null,
    files: files?.get(run.data.dataset) ?? null,
    rows: run.data.acceptedRows,
    seconds: run.trainingSeconds,
  }
}

/** Of several evaluations of a run, the one that an event tells of last; of those that none tells of, any, but always the same. */
function newestByRun(evaluations: readonly Evaluation[], events: readonly RecordedEvent[]): Map<string, Evaluation> {
  const toldAt = new Map(events.map(({ cause, at }) => [cause, at]))
  const rank = ({ id }: Evaluation) => `${toldAt.get(id) ?? ''} ${id}`
  const newest = new Map<string, Evaluation>()
  for (const evaluation of evaluations) {
    const other = newest.get(evaluation.run)
    if (other === undefined || rank(other) < rank(evaluation)) newest.set(evaluation.run, evaluation)
  }
  return newest
}

async function readFiles(
  view: RegistryView,
  model: string,
  runs: readonly Run[],
): Promise<Map<string, readonly string[]>> {
  const digests = [...new Set(runs.map(({ data }) => data.dataset))]
  const datasets = await view.facts.readAll(
    Dataset,
    model,
    digests.map((digest) => layout.dataset(model, digest)),
  )
  return new Map(datasets.map(({ digest, files }) => [digest, files.map(({ path }) => path)]))
}
