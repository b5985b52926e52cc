import { canonicalJson, digestOf, sha256 } from './canonical-json.ts'
import type { Evaluation } from './evaluation.ts'
import type { FactReference, FilePartition, RegistryEvent, Run, Validation } from './facts.ts'

/**
 * SHA-256 over the raw SHA-256 digests of the files in code-point order of their paths: the subject digest of
 * OpenSSF Model Signing v1.0 (method `files`).
 */
export function modelDigest(files: readonly { path: string; sha256: string }[]): string {
  const sorted = [...files].sort((a, b) => compareCodePoints(a.path, b.path))
  return sha256(Buffer.concat(sorted.map((file) => Buffer.from(file.sha256, 'hex'))))
}

/** The digest of a model: of its files, or of the container image that it is. */
export function digestOfModel({
  files,
  image,
}: {
  files: readonly { path: string; sha256: string }[]
  image?: { digest: string } | undefined
}): string {
  return image === undefined ? modelDigest(files) : image.digest
}

/** The id of an event: no clock, no counter. */
export function eventId(event: Pick<RegistryEvent, 'type' | 'subject' | 'cause'>): string {
  return digestOf({ type: event.type, subject: event.subject, cause: event.cause })
}

/**
 * The digest of a dataset: its files' bytes in the order given (path order), and what their folders give as columns; wherever
 * else the files lie.
 */
export function datasetDigest(dataset: {
  files: readonly { sha256: string; sizeBytes: number; partition?: FilePartition | undefined }[]
}): string {
  return digestOf(
    dataset.files.map(({ sha256, sizeBytes, partition }) => ({
      sha256,
      sizeBytes,
      ...(partition === undefined ? {} : { partition }),
    })),
  )
}

/**
 * What tells the rows of a file from those of others, as text: its bytes, and what its folders give. With `names`, of these
 * columns alone: files are the same as far as those who knew no other column can tell.
 */
export function rowsOfFile(
  { sha256, partition = {} }: { sha256: string; partition?: FilePartition | undefined },
  names: readonly string[] = Object.keys(partition),
): string {
  const given = Object.entries(partition).filter(([name]) => names.includes(name))
  return given.length === 0 ? sha256 : canonicalJson({ sha256, partition: Object.fromEntries(given) })
}

/** Names of the columns that folders give of any of these files. */
export function partitionColumns(files: readonly { partition?: FilePartition | undefined }[]): string[] {
  return [...new Set(files.flatMap(({ partition = {} }) => Object.keys(partition)))]
}

/** Where a lookup of `data.lookups` lies among a model's files. */
export function lookupPath({ name, file }: { name: string; file: string }): string {
  return `lookups/${name}${/\.parquet$/i.test(file) ? '.parquet' : '.csv'}`
}

/** The lookups among a model's files, by name. */
export function lookupFiles<T extends { path: string }>(files: readonly T[]): { name: string; file: T }[] {
  return files.flatMap((file) => {
    const name = /^lookups\/([^/]+)\.(?:csv|parquet)$/.exec(file.path)?.[1]
    return name === undefined ? [] : [{ name, file }]
  })
}

/**
 * What names a features query: the SHA-256 of its text, or with lookups the digest of its text's and theirs, so that other
 * bytes in a lookup are another query.
 */
export function featuresDigest(
  querySha256: string,
  lookups: readonly { readonly name: string; readonly sha256: string }[],
): string {
  if (lookups.length === 0) return querySha256
  const named = lookups.map(({ name, sha256 }) => ({ name: name.toLowerCase(), sha256 }))
  return digestOf({ query: querySha256, lookups: named.sort((a, b) => compareCodePoints(a.name, b.name)) })
}

/** The id of a contract's verdict: what was judged, by which contract, and how violations are handled. */
export function validationId(validation: Pick<Validation, 'dataset' | 'contract' | 'violations'>): string {
  return digestOf({
    dataset: validation.dataset,
    contract: validation.contract.sha256,
    violations: validation.violations,
  })
}

/**
 * The id of a training run: everything it was computed from, and the model that came out, since not every trainer
 * gives the same bytes for the same input.
 */
export function runId(run: Omit<Run, 'id'>): string {
  const { model, source, executor, trainer, seed, parameters, data, output } = run
  const { repository, sha } = source
  return digestOf({
    model,
    repository,
    sha,
    executor,
    trainer,
    seed,
    parameters,
    data,
    modelDigest: output.modelDigest,
  })
}

/**
 * The id of a gate's decision: who was compared with whom, on which rows, under which policy, and the verdict. A latency is
 * another one each time it is measured, so statistics are left out; where it turns the verdict, that is another decision.
 */
export function evaluationId(evaluation: Omit<Evaluation, 'id'>): string {
  const { challenger, champion, holdout, policyDigest, verdict } = evaluation
  return digestOf({
    challenger: challenger.modelDigest,
    champion: champion?.modelDigest ?? null,
    holdout,
    policyDigest,
    verdict,
  })
}

/** How another fact refers to a document stored at `path`. */
export function referTo(path: string, document: unknown): FactReference {
  return { path, sha256: sha256(canonicalJson(document)) }
}

function compareCodePoints(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}
