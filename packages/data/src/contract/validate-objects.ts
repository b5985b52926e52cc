import { join } from 'node:path'
import { TidemarkError } from '@tidemark/schemas'
import { type ContractDrift, judgeContractDrift } from '../drift/contract-drift.ts'
import { openEngine } from '../engine/engine.ts'
import { type Dataset, openDataset } from '../fingerprint/dataset.ts'
import type { DigestCache } from '../fingerprint/digest-cache.ts'
import { type DatasetFiles, fingerprintFiles } from '../fingerprint/files.ts'
import { type Contract, datasetOptions } from './contract.ts'
import { judgeFreshness } from './freshness.ts'
import { type CheckResult, type ValidationReport, validate } from './validate.ts'

export interface ObjectFiles {
  readonly contract: Contract
  /** Paths and globs below the root. */
  readonly patterns: readonly string[]
}

export interface ValidatedObject {
  readonly contract: Contract
  readonly dataset: Dataset
  readonly report: ValidationReport
  /** Empty without rules for it. */
  readonly freshness: readonly CheckResult[]
  /** Null without rules for it. */
  readonly drift: ContractDrift | null
}

/**
 * The files that each object of a contract has: as given by object name, else the object's `physicalName` where its
 * `physicalType` is `file`. Objects without files are left out; references to them are then no pass. Throws `INPUT_INVALID`
 * for a name that is no object's, and where no object has any files.
 */
export function filesOfObjects(
  contracts: readonly Contract[],
  given: ReadonlyMap<string, readonly string[]>,
): ObjectFiles[] {
  const names = contracts.map(({ object }) => object.name)
  const unknown = [...given.keys()].filter((name) => !names.includes(name))
  const hint = `Name the objects of the contract (${names.join(', ').slice(0, 500)}) with their files, or give an object physicalType: file and a glob as physicalName.`
  if (unknown.length > 0) {
    throw new TidemarkError('INPUT_INVALID', `The contract has no object ${unknown.join(', ')}`, { hint })
  }
  const found = contracts.flatMap((contract): ObjectFiles[] => {
    const { name, physicalName, physicalType } = contract.object
    const own = physicalType?.toLowerCase() === 'file' && physicalName !== undefined ? [physicalName] : []
    const patterns = given.get(name) ?? own
    return patterns.length === 0 ? [] : [{ contract, patterns }]
  })
  if (found.length > 0) return found
  throw new TidemarkError('INPUT_INVALID', 'No files are named for any object of the contract', { hint })
}

/**
 * A contract's verdict on the files of its objects, in one engine so that references between them can be followed. Freshness
 * is judged at `asOf`, which is asked for only where a contract has rules for it; drift against the committed baseline that rules name.
 * Throws what `fingerprintFiles`, `openDataset`, `validate` and `judgeContractDrift` do.
 */
export async function validateObjects(
  root: string,
  objects: readonly ObjectFiles[],
  { asOf, cache }: { asOf: () => Promise<string>; cache?: DigestCache | undefined },
): Promise<ValidatedObject[]> {
  const opened: { contract: Contract; files: DatasetFiles }[] = []
  for (const { contract, patterns } of objects)
    opened.push({ contract, files: await fingerprintFiles(root, patterns, cache) })
  const allowedPaths = opened.flatMap(({ files }) => files.files.map(({ path }) => join(files.root, path)))
  const base = opened[0]?.files.root
  await using engine = await openEngine({ allowedPaths, ...(base === undefined ? {} : { root: base }) })
  const related: { contract: Contract; dataset: Dataset }[] = []
  for (const { contract, files } of opened)
    related.push({ contract, dataset: await openDataset(engine, files, datasetOptions(contract)) })
  const needsTime = objects.some(({ contract }) => contract.freshness.length > 0)
  const now = needsTime ? await asOf() : ''
  const validated: ValidatedObject[] = []
  for (const { contract, dataset } of related) {
    const report = await validate(engine, dataset, contract, undefined, related)
    const freshness = await judgeFreshness(engine, dataset, contract, now)
    const drift = await judgeContractDrift(engine, dataset, contract, root)
    validated.push({ contract, dataset, report, freshness, drift })
  }
  return validated
}
