import { join } from 'node:path'
import { type Dataset as DatasetDocument, TidemarkError, type Validation, validationId } from '@tidemark/schemas'
import { createDatasetView } from '../contract/accepted-rows.ts'
import { datasetOptions } from '../contract/contract.ts'
import { type ValidationReport, validate } from '../contract/validate.ts'
import { type Engine, openEngine } from '../engine/engine.ts'
import { type FeatureTable, readFeatures } from '../features/features.ts'
import type { Lookup, LookupQuery } from '../features/lookups.ts'
import { type Dataset, openDataset } from '../fingerprint/dataset.ts'
import type { DigestCache } from '../fingerprint/digest-cache.ts'
import { type DatasetFiles, fingerprintFiles } from '../fingerprint/files.ts'
import type { ModelFolder } from './model-folder.ts'

/** One split's files opened in a locked engine. */
export interface OpenSplit extends AsyncDisposable {
  readonly engine: Engine
  readonly dataset: Dataset
  readonly document: DatasetDocument
}

/**
 * Opens files, named or fingerprinted already, as the contract's object. `lookups` are all that queries on it may join;
 * `outputPath` is the one file the engine may write (a quarantine), `cache` knows digests of files that did not change.
 */
export async function openSplit(
  { root, policy, contract }: ModelFolder,
  given: readonly string[] | DatasetFiles,
  {
    outputPath,
    lookups = [],
    cache,
  }: { outputPath?: string | undefined; lookups?: readonly Lookup[]; cache?: DigestCache | undefined } = {},
): Promise<OpenSplit> {
  const files = 'files' in given ? given : await fingerprintFiles(root, given, cache)
  const engine = await openEngine({
    allowedPaths: [...files.files.map((file) => join(root, file.path)), ...lookups.map(({ path }) => path)],
    root,
    ...(outputPath === undefined ? {} : { outputPaths: [outputPath] }),
  })
  try {
    const dataset = await openDataset(engine, files, datasetOptions(contract))
    const document: DatasetDocument = {
      schema: 'tidemark/dataset/v1',
      model: policy.model,
      name: dataset.name,
      digest: dataset.digest,
      files: [...dataset.files],
      rows: dataset.rows,
      columns: dataset.columns.map(({ name, type }) => ({ name, type })),
    }
    return { engine, dataset, document, [Symbol.asyncDispose]: () => engine.close() }
  } catch (error) {
    await engine.close()
    throw error
  }
}

/** The contract's verdict on an open split, as the registry stores it. */
export async function validateSplit(folder: ModelFolder, split: OpenSplit): Promise<Validation> {
  return validationDocument(folder, split, await judgeSplit(folder, split))
}

/** The contract's verdict on an open split, with the places of its checks in the contract. */
export function judgeSplit(
  { policy, contract }: ModelFolder,
  { engine, dataset }: OpenSplit,
): Promise<ValidationReport> {
  return validate(engine, dataset, contract, policy.data.violations)
}

/** A verdict as the registry stores it. */
export function validationDocument(
  { policy, contract }: ModelFolder,
  { dataset }: OpenSplit,
  report: ValidationReport,
): Validation {
  const document: Omit<Validation, 'id'> = {
    schema: 'tidemark/validation/v1',
    model: policy.model,
    dataset: dataset.digest,
    contract: { id: contract.id, version: contract.version, sha256: contract.sha256 },
    violations: policy.data.violations,
    verdict: report.verdict,
    rows: report.rows,
    rejectedRows: report.rejectedRows,
    checks: report.checks.map(({ place, samples, ...check }) => ({
      ...check,
      samples: samples.map(({ file, row }) => ({ file, row })),
    })),
  }
  return { ...document, id: validationId(document) }
}

/**
 * The feature rows of a split whose data and contract are those that were validated. Throws `DIGEST_MISMATCH` where a file or
 * the contract changed since, and what `readFeatures` throws.
 */
export async function readSplitFeatures(
  folder: ModelFolder,
  split: OpenSplit,
  {
    validated,
    query,
    wantsKeys,
  }: {
    validated: { dataset: DatasetDocument; validation: Validation }
    query: LookupQuery
    wantsKeys: boolean
  },
): Promise<FeatureTable> {
  const { contract, policy } = folder
  assertSame('data', validated.dataset.digest, split.dataset.digest)
  assertSame('contract', validated.validation.contract.sha256, contract.sha256)
  await createDatasetView(split.engine, split.dataset, { contract, policy: policy.data.violations })
  const { id, label, cluster } = policy.data.columns
  return readFeatures(split.engine, {
    sql: query.text,
    file: query.file,
    view: split.dataset.name,
    lookups: query.lookups,
    columns: { id, label, cluster },
    wantsKeys,
  })
}

function assertSame(what: string, expected: string, actual: string): void {
  if (expected === actual) return
  throw new TidemarkError(
    'DIGEST_MISMATCH',
    `the ${what} is not what was validated: sha256 ${actual}, expected ${expected}`,
    {
      hint: 'Check out the same commit and the same data files in every job of the workflow.',
    },
  )
}
