import type { ActionContext } from '@tidemark/action-kit'
import {
  type DatasetFiles,
  datasetOptions,
  fingerprintFiles,
  type ModelFolder,
  openModelFolder,
  partitionFiles,
} from '@tidemark/data'
import { connectRegistry } from '@tidemark/github'
import {
  isBaselineOf,
  type Registry,
  readBaselines,
  readBaselineVersion,
  readReferenceData,
  readReferenced,
} from '@tidemark/registry'
import {
  type Baseline,
  type Dataset,
  datasetDigest,
  type MonitorPolicy,
  partitionColumns,
  Run,
  type VersionManifest,
} from '@tidemark/schemas'
import type { definition } from './definition.ts'
import { referenceAmong } from './reference.ts'

/** A model whose drift is watched: the checkout's policy, and the version that is normal. */
export interface Watched {
  readonly folder: ModelFolder
  readonly monitor: MonitorPolicy
  readonly registry: Registry
  /** The registry's commit that is read. */
  readonly at: string
  readonly manifest: VersionManifest
  /** Files that the version was made from. */
  readonly referenceFiles: Dataset['files']
  /** Columns that folders give where they can. */
  readonly partitions: readonly string[]
}

/** Returns a sentence where there is nothing to watch. */
export async function readWatched({ inputs, github }: ActionContext<typeof definition>): Promise<Watched | string> {
  const folder = await openModelFolder(github.workspace, inputs)
  const { policy } = folder
  const { model } = policy
  if (folder.monitor === null) return `The policy of ${model} has no monitor.`
  const { policy: monitor } = folder.monitor
  const registry = await connectRegistry({
    ...inputs,
    repository: github.repository,
    apiUrl: github.apiUrl,
    actor: github.actor,
  })
  const manifest = await readBaselineVersion(registry, { model, channel: inputs.channel, monitor })
  const at = await registry.ledger.head()
  if (manifest === null || at === null) {
    const wanted = monitor.baseline?.version
    return wanted === undefined
      ? `No version of ${model} is in ${inputs.channel} yet.`
      : `${model} ${wanted}, the baseline’s version, is not registered yet.`
  }
  const data = await readReferenceData(registry.ledger, manifest, at)
  const referenceFiles = data.flatMap(({ files }) => files)
  return { folder, monitor, registry, at, manifest, referenceFiles, partitions: partitionsOf(folder, data) }
}

/** What opening the data will make columns of, known before they are opened: of the contract's what the files do not hold. */
export function partitionsOf({ contract }: Pick<ModelFolder, 'contract'>, reference: readonly Dataset[]): string[] {
  const held = reference.flatMap(({ columns, files }) => {
    const given = partitionColumns(files)
    return columns.flatMap(({ name }) => (given.includes(name) ? [] : [name]))
  })
  return (datasetOptions(contract).partitions ?? []).filter((name) => !held.includes(name))
}

/** Files of the checkout by paths or globs, with what their folders give. */
export async function readFiles({ folder, partitions }: Watched, patterns: readonly string[]): Promise<DatasetFiles> {
  const { root, files } = await fingerprintFiles(folder.root, patterns)
  return { root, files: partitionFiles(files, partitions) }
}

/** Paths or globs of all data. */
export function patternsOf({ policy: { data } }: ModelFolder): readonly string[] {
  return typeof data.files === 'string' ? [data.files] : data.files
}

/** The reference's digest as its version's own files lay: of copies the first, in path order. */
export function recordedReference({ referenceFiles, partitions }: Watched): string {
  const sorted = [...referenceFiles].sort((a, b) => (a.path < b.path ? -1 : 1))
  return datasetDigest({ files: partitionFiles(referenceAmong(sorted, referenceFiles), partitions) })
}

/** The baseline on record of a reference, given by its dataset's digest; null where there is none. */
export async function findBaseline(watched: Watched, dataset: string): Promise<Baseline | null> {
  const { registry, at, manifest } = watched
  const wanted = await wantedOf(watched, dataset)
  return (await readBaselines(registry.ledger, manifest.model, at)).find((each) => isBaselineOf(each, wanted)) ?? null
}

/** Whether a baseline is of this version and watches what the policy asks for. */
export async function isWantedBaseline(watched: Watched, baseline: Baseline): Promise<boolean> {
  return isBaselineOf(baseline, await wantedOf(watched, baseline.dataset))
}

async function wantedOf({ registry: { ledger }, at, manifest, monitor }: Watched, dataset: string) {
  const run = await readReferenced(ledger, Run, manifest.run, at)
  return { modelDigest: manifest.modelDigest, dataset, features: run.data.features, monitor }
}
