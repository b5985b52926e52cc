import type { Dataset, Run, VersionLineage, VersionManifest } from '@tidemark/schemas'
import { compareSignatures, type SignatureComparison } from '../signature.ts'

/** A version as it is compared: what it is, and what could be read of where it came from. */
export interface Compared {
  readonly manifest: VersionManifest
  readonly lineage: VersionLineage
}

/** A value on both sides; null where it is not known. */
export interface Pair<T> {
  readonly a: T | null
  readonly b: T | null
}

export interface BoundedValue {
  readonly value: number | null
  readonly lower: number | null
  readonly upper: number | null
}

type Parameter = Run['parameters'][string]

/** What differs from version `a` to version `b` of one model. */
export interface VersionDifference {
  readonly metrics: readonly (Pair<BoundedValue> & { readonly name: string; readonly difference: number | null })[]
  /** Whether both were judged on the same rows. Where they were not, metrics tell of the data, too. */
  readonly isSameHoldout: boolean
  /** What `a` had on `b`’s holdout, where it was the champion then: that can be compared. */
  readonly paired: readonly (Pair<number> & { readonly name: string; readonly difference: number | null })[]
  /** All that differ. */
  readonly parameters: readonly (Pair<Parameter> & { readonly name: string })[]
  readonly unchangedParameters: number
  readonly seed: Pair<number>
  readonly trainer: Pair<string>
  readonly training: DataDifference
  readonly holdout: DataDifference
  readonly code: Pair<string> & { readonly repository: string }
  readonly signature: SignatureComparison
  /** The features queries with their lookups. */
  readonly isSameFeatures: boolean | null
  readonly sizeBytes: Pair<number>
  readonly latencyP95Ms: Pair<number>
}

export interface DataDifference {
  readonly digest: Pair<string>
  readonly rows: Pair<number>
  /** Paths; renamed ones with the same bytes are neither added nor removed. */
  readonly files: {
    readonly added: readonly string[]
    readonly removed: readonly string[]
    readonly changed: readonly string[]
    readonly renamed: readonly { readonly from: string; readonly to: string }[]
    readonly unchanged: number
  }
  /** Columns as `name TYPE`. */
  readonly columns: { readonly added: readonly string[]; readonly removed: readonly string[] }
}

/** Compares two versions. What one of them lacks is null, never 0. */
export function compareLineages(a: Compared, b: Compared): VersionDifference {
  const [runA, runB] = [a.lineage.run, b.lineage.run]
  const [judgedA, judgedB] = [a.lineage.evaluation, b.lineage.evaluation]
  const names = [...new Set([...Object.keys(runA?.parameters ?? {}), ...Object.keys(runB?.parameters ?? {})])].sort()
  const changed = names.filter((name) => runA?.parameters[name] !== runB?.parameters[name])
  const holdout = (compared: Compared) => datasetOf(compared, compared.lineage.evaluation?.holdout.dataset)
  const training = (compared: Compared) => datasetOf(compared, compared.lineage.run?.data.dataset)
  return {
    metrics: metricNames(a, b).map((name) => {
      const [valueA, valueB] = [boundedOf(a, name), boundedOf(b, name)]
      return { name, a: valueA, b: valueB, difference: subtract(valueB?.value, valueA?.value) }
    }),
    isSameHoldout: judgedA !== null && judgedB !== null && judgedA.holdout.dataset === judgedB.holdout.dataset,
    paired: judgedB?.champion?.modelDigest === a.manifest.modelDigest ? pairedOf(b) : [],
    parameters: changed.map((name) => ({
      name,
      a: runA?.parameters[name] ?? null,
      b: runB?.parameters[name] ?? null,
    })),
    unchangedParameters: names.length - changed.length,
    seed: { a: runA?.seed ?? null, b: runB?.seed ?? null },
    trainer: { a: trainerOf(runA), b: trainerOf(runB) },
    training: compareData(training(a), training(b)),
    holdout: compareData(holdout(a), holdout(b)),
    code: { a: a.manifest.source.sha, b: b.manifest.source.sha, repository: b.manifest.source.repository },
    signature: compareSignatures(a.manifest.signature, b.manifest.signature),
    isSameFeatures:
      runA === null || runB === null
        ? null
        : runA.data.features === runB.data.features && runA.data.trainingFeatures === runB.data.trainingFeatures,
    sizeBytes: { a: sizeOf(a), b: sizeOf(b) },
    latencyP95Ms: { a: judgedA?.challenger.latencyP95Ms ?? null, b: judgedB?.challenger.latencyP95Ms ?? null },
  }
}

function metricNames(a: Compared, b: Compared): string[] {
  const known = ['roc_auc', 'log_loss', 'brier', 'ece']
  const names = new Set([...Object.keys(a.manifest.metrics), ...Object.keys(b.manifest.metrics)])
  return [...known.filter((name) => names.has(name)), ...[...names].filter((name) => !known.includes(name)).sort()]
}

function boundedOf({ manifest, lineage }: Compared, name: string): BoundedValue | null {
  if (!Object.hasOwn(manifest.metrics, name)) return null
  const judged = Object.entries(lineage.evaluation?.metrics ?? {}).find(([id]) => id === name)?.[1].challenger
  return { value: manifest.metrics[name] ?? null, lower: judged?.lower ?? null, upper: judged?.upper ?? null }
}

function pairedOf({ lineage }: Compared): VersionDifference['paired'] {
  return Object.entries(lineage.evaluation?.metrics ?? {}).map(([name, { champion, challenger }]) => ({
    name,
    a: champion?.value ?? null,
    b: challenger.value,
    difference: subtract(challenger.value, champion?.value),
  }))
}

const subtract = (b: number | null | undefined, a: number | null | undefined): number | null =>
  typeof a === 'number' && typeof b === 'number' ? b - a : null

const trainerOf = (run: Run | null): string | null =>
  run && `${run.trainer.name} ${run.trainer.version} (${run.executor})`

/** Null for a container image, whose size no manifest tells. */
const sizeOf = ({ manifest }: Compared): number | null =>
  manifest.files.length === 0 ? null : manifest.files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)

const datasetOf = ({ lineage }: Compared, digest: string | undefined): Dataset | null =>
  lineage.datasets.find((dataset) => dataset.digest === digest) ?? null

function compareData(a: Dataset | null, b: Dataset | null): DataDifference {
  const before = new Map((a?.files ?? []).map((file) => [file.path, file.sha256]))
  const after = new Map((b?.files ?? []).map((file) => [file.path, file.sha256]))
  const added = [...after.keys()].filter((path) => !before.has(path))
  const removed = [...before.keys()].filter((path) => !after.has(path))
  const byBytes = new Map(added.map((path) => [after.get(path), path]))
  const renamed = removed.flatMap((from) => {
    const to = byBytes.get(before.get(from))
    return to !== undefined && byBytes.delete(before.get(from)) ? [{ from, to }] : []
  })
  const moved = new Set(renamed.flatMap(({ from, to }) => [from, to]))
  const shared = [...after.keys()].filter((path) => before.has(path))
  const changed = shared.filter((path) => before.get(path) !== after.get(path))
  const columns = (dataset: Dataset | null) => (dataset?.columns ?? []).map(({ name, type }) => `${name} ${type}`)
  const [columnsA, columnsB] = [new Set(columns(a)), new Set(columns(b))]
  return {
    digest: { a: a?.digest ?? null, b: b?.digest ?? null },
    rows: { a: a?.rows ?? null, b: b?.rows ?? null },
    files: {
      added: added.filter((path) => !moved.has(path)),
      removed: removed.filter((path) => !moved.has(path)),
      changed,
      renamed,
      unchanged: shared.length - changed.length,
    },
    columns: {
      added: [...columnsB].filter((column) => !columnsA.has(column)),
      removed: [...columnsA].filter((column) => !columnsB.has(column)),
    },
  }
}
